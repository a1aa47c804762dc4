"""What the page sends: keys, a new size, a sign of life. Anything else is refused, and so is anything beyond its bounds."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

MOST_CELLS: Final = 1000
"""Columns and lines of the largest page."""

_TAB = re.compile(r"[0-9a-f]{32}")


class MessageRefused(ValueError):
    """What came is no message of our page."""


@dataclass(frozen=True, slots=True)
class Size:
    """Columns and lines."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Typed:
    """Keys, or a paste, as a terminal sends them."""

    text: str


@dataclass(frozen=True, slots=True)
class Ping:
    """A sign of life, answered with its own mark."""

    mark: str


@dataclass(frozen=True, slots=True)
class Unheeded:
    """A message that means nothing here: the page gained or lost the focus."""


Message = Typed | Size | Ping | Unheeded


def size_of(asked: Mapping[str, object]) -> Size:
    """Return the size that was asked for. Raises `MessageRefused`."""
    return Size(_cells(asked.get("width")), _cells(asked.get("height")))


def tab_of(asked: Mapping[str, object]) -> str:
    """Return which tab it is: a random mark that the page gave itself. Raises `MessageRefused`."""
    tab = asked.get("tab")
    if not isinstance(tab, str) or not _TAB.fullmatch(tab):
        raise MessageRefused("a tab names itself with 32 hexadecimal digits")
    return tab


def read_message(text: str) -> Message:
    """Return what the page sent. Raises `MessageRefused`."""
    try:
        message = json.loads(text)
    except (ValueError, RecursionError):
        raise MessageRefused("a message is JSON") from None
    match message:
        case ["stdin", str(keys)]:
            return Typed(keys)
        case ["resize", dict(size)]:
            return size_of(size)
        case ["ping", str(mark)] if len(mark) <= 40:
            return Ping(mark)
        case ["focus"] | ["blur"]:
            return Unheeded()
    raise MessageRefused("a message is stdin, resize, ping, focus or blur")


def _cells(found: object) -> int:
    if isinstance(found, str) and found.isascii() and found.isdigit() and len(found) <= 5:
        found = int(found)
    if not isinstance(found, int) or isinstance(found, bool) or found < 1:
        raise MessageRefused("a size is counted in cells, from 1")
    return min(found, MOST_CELLS)
