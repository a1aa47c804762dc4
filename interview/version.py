"""The name and the version of the program, as it is built, installed and written into what it exports."""

from __future__ import annotations

from typing import Final

PROGRAM: Final = "trd-interview"
VERSION: Final = "0.1.0"
