"""The order within each layer: sweeps of medians and exchanges of neighbours, until lines cross seldom."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

SWEEPS: Final = 12
PATIENCE: Final = 3
"""Sweeps without gain after which another beginning is tried."""

STARTS: Final = (1, 1008, 373, 617, 211, 809)
PRIME: Final = 1009
"""Beginnings: the order of the numbers, its reverse, and four that are mixed; always the same ones."""

Rows = list[list[int]]
"""The things of each layer from left to right: boxes, and the points where a line passes."""


class Neighbours:
    """What each thing is joined to in the layer above it and in the one below it."""

    def __init__(self, size: int, segments: Sequence[tuple[int, int]]) -> None:
        self.above: list[list[int]] = [[] for _ in range(size)]
        self.below: list[list[int]] = [[] for _ in range(size)]
        for upper, lower in segments:
            self.below[upper].append(lower)
            self.above[lower].append(upper)


def crossings(rows: Rows, joined: Neighbours) -> int:
    """Return how often lines cross between the layers, at least."""
    total = 0
    for upper, lower in pairwise(rows):
        place = {each: at for at, each in enumerate(lower)}
        seen: list[int] = []
        for each in upper:
            ends = sorted(place[end] for end in joined.below[each])
            total += sum(len(seen) - bisect_right(seen, end) for end in ends)
            for end in ends:
                insort(seen, end)
    return total


def ordered(rows: Rows, joined: Neighbours) -> Rows:
    """Return the layers in an order with few crossings; the same for the same things, whatever their order."""
    best: Rows | None = None
    fewest = 0
    for mix in STARTS:
        current = [sorted(row, key=lambda each: (each * mix % PRIME, each)) for row in rows]
        rest = 0
        for sweep in range(SWEEPS):
            _sweep(current, joined, down=sweep % 2 == 0)
            _exchange(current, joined)
            found = crossings(current, joined)
            rest += 1
            if best is None or found < fewest:
                best, fewest, rest = [list(row) for row in current], found, 0
            if not fewest:
                return best
            if rest == PATIENCE:
                break
    return best or rows


def _sweep(rows: Rows, joined: Neighbours, *, down: bool) -> None:
    side = joined.above if down else joined.below
    for at in range(1, len(rows)) if down else range(len(rows) - 2, -1, -1):
        place = {each: number for number, each in enumerate(rows[at - 1 if down else at + 1])}
        wanted = {}
        for number, each in enumerate(rows[at]):
            ends = sorted(place[end] for end in side[each])
            wanted[each] = _median(ends) if ends else number * max(1, len(place)) / len(rows[at])
        rows[at].sort(key=wanted.__getitem__)


def _median(ends: Sequence[int]) -> float:
    half = len(ends) // 2
    return float(ends[half]) if len(ends) % 2 else (ends[half - 1] + ends[half]) / 2


def _exchange(rows: Rows, joined: Neighbours) -> None:
    """Exchange neighbours while that takes crossings away."""
    for at, row in enumerate(rows):
        sides = []
        for other, side in ((at - 1, joined.above), (at + 1, joined.below)):
            if 0 <= other < len(rows):
                place = {each: number for number, each in enumerate(rows[other])}
                sides.append({each: [place[end] for end in side[each]] for each in row})
        is_better = True
        while is_better:
            is_better = False
            for left in range(len(row) - 1):
                one, two = row[left], row[left + 1]
                gain = sum((here > there) - (there > here) for ends in sides for here in ends[one] for there in ends[two])
                if gain > 0:
                    row[left], row[left + 1] = two, one
                    is_better = True
