"""A TOML file that somebody wrote: an ordinary file of a bounded size, to a table; what does not fit is told without its words."""

from __future__ import annotations

import os
import re
import stat
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from interview.toml_levels import has_too_many_levels

LARGEST: Final = 1_000_000
"""Bytes of a file; those that come with the program have at most some 60 000."""

_PLACE: Final = re.compile(r"line \d+, column \d+|end of document")
_PLAIN: Final = re.compile(r"[A-Za-z0-9_.:>\[\]-]{1,80}")


class TomlRefused(ValueError):
    """A file that holds no table of ours: what was found, what to do."""


def ordinary_bytes(path: Path) -> bytes:
    """Return the file's bytes. Raises `TomlRefused` for a folder, a pipe, a device, too much, or what cannot be read."""
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise TomlRefused("no ordinary file; name a readable file")
            raw = file.read(LARGEST + 1)
    except OSError as fault:
        raise TomlRefused(f"{fault.strerror}; name a readable file") from None
    except ValueError as fault:
        raise fault if isinstance(fault, TomlRefused) else TomlRefused("no path; name a readable file") from None
    if len(raw) > LARGEST:
        raise TomlRefused(f"larger than {LARGEST} bytes; name a smaller file")
    return raw


def table_of(raw: bytes) -> dict[str, Any]:
    """Return what the bytes of a TOML file hold. Raises `TomlRefused`."""
    if has_too_many_levels(raw):
        raise TomlRefused("a key of more than 30 levels; no file of this kind needs so many")
    try:
        return tomllib.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as fault:
        raise TomlRefused(f"not UTF-8 text (byte {fault.start}); save the file as UTF-8") from None
    except RecursionError:
        raise TomlRefused("nested too deeply; three levels are enough") from None
    except ValueError as fault:
        place = _PLACE.search(str(fault))
        at = f" (at {place[0].replace('end of document', 'the end of the file')})" if place else ""
        raise TomlRefused(f"not TOML{at}; correct the file there") from None


def shown_place(steps: Iterable[str | int]) -> str:
    """Return a place in a file as it may be shown: of a key that is not plain only its length."""
    said = (str(step) for step in steps)
    return ".".join(each if _PLAIN.fullmatch(each) else f"<key of {len(each)} characters>" for each in said)


def faults_of(fault: Exception) -> tuple[str, ...]:
    """Return what models found wrong, each with its place, never with what stood there."""
    if not isinstance(fault, ValidationError):
        return ("holds a value that does not fit (a number that is none, or nested too deeply); correct it",)
    return tuple(f"{shown_place(each['loc'])}: {each['msg']}" for each in fault.errors(include_input=False, include_url=False))
