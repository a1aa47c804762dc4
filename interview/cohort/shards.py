"""Shards: stretches of a cohort's file that are named, not sent. Whoever scores one reads it for themselves.

A shard of lines is a stretch of bytes, and holds the lines that begin in it; one of a table is a run of row groups.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Final

from interview.cohort.blocks import Line
from interview.cohort.lines import count_begun_within, lines_begun_within
from interview.cohort.tables import numbered_rows, rows_of_groups

LEAST_BYTES: Final = 65_536
MOST_BYTES: Final = 8_388_608
"""Of a shard: below, what surrounds the scoring is felt; above, much is scored again where a worker ends."""
SHARDS_A_WORKER: Final = 16
"""At least, so that no worker waits long for the last; where the file is long enough."""


class FileChanged(Exception):
    """The cohort is not as long as it was when its shards were cut."""


@dataclass(frozen=True, slots=True)
class Shard:
    """A stretch of a file."""

    path: str
    begin: int
    end: int
    """Bytes, or row groups; the end is not in it."""
    size: int
    """Bytes of the whole file when it was cut."""
    is_table: bool = False
    first: int = 1
    """The number of its first line, or row, in the whole file."""

    def opened(self) -> BinaryIO:
        """Open the file. Raises `OSError`, or `FileChanged`."""
        file = os.fdopen(os.open(self.path, os.O_RDONLY | os.O_NONBLOCK), "rb")
        about = os.fstat(file.fileno())
        if not stat.S_ISREG(about.st_mode) or about.st_size != self.size:
            file.close()
            raise FileChanged
        return file

    def lines(self) -> Iterator[Line]:
        """Yield its lines, each with its number in the whole file."""
        with closing(self.opened()) as file:
            if self.is_table:
                yield from numbered_rows(file, Path(self.path).name, range(self.begin, self.end), self.first)
            else:
                yield from lines_begun_within(file, self.begin, self.end, self.first)

    def count(self) -> int:
        """Return how many lines begin in it; a table tells its rows without being read."""
        with closing(self.opened()) as file:
            if self.is_table:
                return sum(rows for rows, _bytes in rows_of_groups(file, Path(self.path).name)[self.begin : self.end])
            return count_begun_within(file, self.begin, self.end)


def shards_of(path: Path, workers: int, *, is_table: bool) -> tuple[Shard, ...]:
    """Cut a file for so many workers; their first lines are not numbered yet. Raises `OSError`, or `CohortRefused`."""
    size = path.stat().st_size
    length = max(LEAST_BYTES, min(MOST_BYTES, size // (SHARDS_A_WORKER * max(workers, 1)) + 1))
    if not is_table:
        return tuple(Shard(str(path), begin, min(begin + length, size), size) for begin in range(0, size, length))
    with path.open("rb") as file:
        groups = rows_of_groups(file, path.name)
    return tuple(Shard(str(path), begin, end, size, is_table=True) for begin, end in _runs([held for _rows, held in groups], length))


def numbered(shards: Sequence[Shard], counts: Iterator[int]) -> Iterator[Shard]:
    """Yield the shards with the numbers of their first lines, as they become known."""
    first = 1
    for shard, count in zip(shards, counts, strict=True):
        yield replace(shard, first=first)
        first += count


def _runs(sizes: Sequence[int], length: int) -> Iterator[tuple[int, int]]:
    """Yield runs of groups that together have so many bytes, or are one."""
    begin, held = 0, 0
    for place, size in enumerate(sizes):
        held += size
        if held >= length or place == len(sizes) - 1:
            yield begin, place + 1
            begin, held = place + 1, 0
