"""How many levels the keys of a TOML file have: reading one key takes the square of its levels, so that too many are refused unread."""

from __future__ import annotations

import re
from typing import Final

_DOTTED: Final = re.compile(rb"""(?<![A-Za-z0-9_-])(?:(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){30}""")
"""A key of more levels than any file of ours has."""


def has_too_many_levels(raw: bytes) -> bool:
    """Whether a key of the file has more levels than can be read in a short time."""
    return _DOTTED.search(raw) is not None
