"""Channels: the lines between two layers, each along a row of its own where it runs sideways, so that every one can be followed.

Lines may cross at right angles. They never share a stretch, never turn where another turns, and never meet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Ends = tuple[int, int]
"""The column of a line at the top of a channel and at the bottom."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sideways part of one line."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Routed:
    """The turns of each line (column, row of the channel from 0), and how many rows there are."""

    turns: tuple[tuple[tuple[int, int], ...], ...]
    rows: int


def routed(lines: Sequence[Ends], free: int) -> Routed:
    """Return how the lines run; no two share a top column, and no two a bottom column. `free` is a column right of everything."""
    stretches = _stretches(lines, free)
    row = _rows(stretches)
    turns: list[tuple[tuple[int, int], ...]] = [() for _ in lines]
    for number, stretch in enumerate(stretches):
        turns[stretch.line] += ((stretch.start, row[number]), (stretch.end, row[number]))
    return Routed(tuple(turns), max(row, default=-1) + 1)


def _stretches(lines: Sequence[Ends], free: int) -> list[Stretch]:
    """Return one stretch for each line that is not straight; two for a line that would wait for itself to turn."""
    starts = {start: number for number, (start, _) in enumerate(lines)}
    taken = {column for line in lines for column in line}
    found: list[Stretch] = []
    split: set[int] = set()
    for number, (start, end) in enumerate(lines):
        if start == end:
            continue
        walk, at = {number}, starts.get(end)
        while at is not None and at not in walk and at not in split and lines[at][0] != lines[at][1]:
            walk.add(at)
            at = starts.get(lines[at][1])
        if at == number:
            between = _free_column(start, end, taken, free)
            taken.add(between)
            split.add(number)
            found += [Stretch(number, start, between), Stretch(number, between, end)]
        else:
            found.append(Stretch(number, start, end))
    return found


def _free_column(start: int, end: int, taken: set[int], free: int) -> int:
    low, high = min(start, end), max(start, end)
    inside = [column for column in range(low + 1, high) if column not in taken]
    if inside:
        return min(inside, key=lambda column: (abs(2 * column - low - high), column))
    beyond = sorted(
        (column for column in range(free) if column not in taken), key=lambda each: (min(abs(each - low), abs(each - high)), each)
    )
    if beyond:
        return beyond[0]
    while free in taken:
        free += 1
    return free


def _rows(stretches: Sequence[Stretch]) -> list[int]:
    """Give each stretch a row: below those that must turn before it, and beside the others so that few lines cross."""
    size = len(stretches)
    above = [0] * size
    """Which stretches stand above each one, as bits, those further up included."""
    below = [0] * size

    def put(upper: int, lower: int) -> None:
        ups, downs = above[upper] | 1 << upper, below[lower] | 1 << lower
        for each in range(size):
            if downs >> each & 1:
                above[each] |= ups
            if ups >> each & 1:
                below[each] |= downs

    wishes = []
    for one in range(size):
        for other in range(one + 1, size):
            first, second = stretches[one], stretches[other]
            if first.line == second.line or second.end == first.start:
                put(one, other)
            if first.line != second.line and first.end == second.start:
                put(other, one)
            if _is_beside(first, second):
                wishes.append((_crossed(second, first) - _crossed(first, second), one, other))
    for gain, one, other in sorted(wishes, key=lambda wish: (-abs(wish[0]), wish[1], wish[2])):
        if not (above[other] >> one & 1 or below[other] >> one & 1):
            put(*((one, other) if gain >= 0 else (other, one)))
    return _packed(stretches, above)


def _packed(stretches: Sequence[Stretch], above: Sequence[int]) -> list[int]:
    row = [0] * len(stretches)
    for each in sorted(range(len(stretches)), key=lambda number: (above[number].bit_count(), number)):
        row[each] = max((row[other] + 1 for other in range(len(stretches)) if above[each] >> other & 1), default=0)
    return row


def _is_beside(one: Stretch, other: Stretch) -> bool:
    """Whether two stretches would touch or overlap in one row."""
    return max(min(one.start, one.end), min(other.start, other.end)) <= min(max(one.start, one.end), max(other.start, other.end)) + 1


def _crossed(upper: Stretch, lower: Stretch) -> int:
    """Return how often two lines cross if one runs above the other."""

    def is_inside(column: int, stretch: Stretch) -> bool:
        return min(stretch.start, stretch.end) < column < max(stretch.start, stretch.end)

    return is_inside(lower.start, upper) + is_inside(upper.end, lower)
