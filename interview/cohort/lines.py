"""Lines of a cohort's file, one at a time, each with its number. What is longer than a case can be is never held."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Final

from trd_core.json_input import MOST_BYTES

BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
LINE_ENDING: Final = len(b"\r\n")
LET_GO_AT_ONCE: Final = 65_536
"""Bytes of an overlong line that are read, and let go, in one step."""


def numbered_lines(source: BinaryIO, longest: int = MOST_BYTES) -> Iterator[tuple[int, bytes | None]]:
    """Yield each line that is not blank with its number, from 1; None in place of a line of more than `longest` bytes."""
    number, limit = 0, longest + LINE_ENDING
    while raw := source.readline(limit):
        number += 1
        if len(raw) == limit and not raw.endswith(b"\n"):
            _let_the_rest_go(source)
            yield number, None
            continue
        content = (raw.removeprefix(BYTE_ORDER_MARK) if number == 1 else raw).rstrip()
        if content:
            yield number, content if len(content) <= longest else None


def _let_the_rest_go(source: BinaryIO) -> None:
    while (part := source.readline(LET_GO_AT_ONCE)) and not part.endswith(b"\n"):
        pass
