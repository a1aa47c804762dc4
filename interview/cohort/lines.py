"""Lines of a cohort's file, one at a time, each with its number. What is longer than a case can be is never held."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Final

from trd_core.json_input import MOST_BYTES

BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
LINE_ENDING: Final = len(b"\r\n")
LET_GO_AT_ONCE: Final = 65_536
"""Bytes of an overlong line that are read, and let go, in one step."""
READ_AT_ONCE: Final = 1_048_576
"""Bytes that are looked through for line ends in one step."""


def numbered_lines(source: BinaryIO, longest: int = MOST_BYTES) -> Iterator[tuple[int, bytes | None]]:
    """Yield each line that is not blank with its number, from 1; None in place of a line of more than `longest` bytes."""
    for number, _begun, content in _lines(source, 1, longest):
        if content != b"":
            yield number, content


def lines_begun_within(source: BinaryIO, begin: int, end: int, first: int, longest: int = MOST_BYTES) -> Iterator[tuple[int, bytes | None]]:
    """Yield, as `numbered_lines` does, the lines of a seekable file whose first byte stands from byte `begin` on and before byte `end`.

    `first` is the number of the first of them, in the whole file.
    """
    source.seek(max(begin - 1, 0))
    if begin > 0:
        _let_the_rest_go(source)
    origin = source.tell()
    for number, begun, content in _lines(source, first, longest):
        if origin + begun >= end:
            return
        if content != b"":
            yield number, content


def count_begun_within(source: BinaryIO, begin: int, end: int) -> int:
    """Return how many lines, blank ones too, have their first byte from byte `begin` on and before byte `end`, which lies in the file."""
    source.seek(max(begin - 1, 0))
    count, left = int(begin == 0), end - 1 - max(begin - 1, 0)
    while left > 0 and (part := source.read(min(left, READ_AT_ONCE))):
        count += part.count(b"\n")
        left -= len(part)
    return count


def _lines(source: BinaryIO, number: int, longest: int) -> Iterator[tuple[int, int, bytes | None]]:
    """Yield each line's number, where it begins (bytes after the first), and what it holds; None is too long to hold."""
    begun, limit = 0, longest + LINE_ENDING
    while raw := source.readline(limit):
        length = len(raw)
        if length == limit and not raw.endswith(b"\n"):
            length += _let_the_rest_go(source)
            yield number, begun, None
        else:
            content = (raw.removeprefix(BYTE_ORDER_MARK) if number == 1 else raw).rstrip()
            yield number, begun, content if len(content) <= longest else None
        number, begun = number + 1, begun + length


def _let_the_rest_go(source: BinaryIO) -> int:
    """Read to the end of the line, hold nothing of it, and return how many bytes that was."""
    length = 0
    while part := source.readline(LET_GO_AT_ONCE):
        length += len(part)
        if part.endswith(b"\n"):
            break
    return length
