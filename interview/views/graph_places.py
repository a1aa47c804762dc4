"""Columns: where each thing of a layer stands, near what it is joined to, in the order that was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from interview.views.graph_layers import BETWEEN
from interview.views.graph_order import Rows

ROUNDS: Final = 8
STRAIGHT: Final = (1.0, 3.0, 9.0)
"""How much a piece of line wants to be straight: between two boxes, a box and a passing point, two passing points."""


def settled(wanted: Sequence[float], weights: Sequence[float], sizes: Sequence[int], free: Sequence[int], low: int, high: int) -> list[int]:
    """Return left columns as near to the wanted ones as the order and the gaps allow, between `low` and `high` (the last column).

    `free` are the columns kept free after each. Least squares, by pooling neighbours that press on each other. Where there is too
    little room, they run beyond `high`.
    """
    starts, at = [], 0
    for size, beside in zip(sizes, free, strict=True):
        starts.append(at)
        at += size + beside
    spare = max(0, high - low + 1 - (at - free[-1])) if sizes else 0
    pools: list[tuple[float, float, int]] = []
    for want, weight, start in zip(wanted, weights, starts, strict=True):
        total, mass, count = (want - start) * weight, weight, 1
        while pools and pools[-1][0] * mass >= total * pools[-1][1]:
            before = pools.pop()
            total, mass, count = total + before[0], mass + before[1], count + before[2]
        pools.append((total, mass, count))
    moved = [min(low + spare, max(low, round(total / mass))) for total, mass, count in pools for _ in range(count)]
    return [shift + start for shift, start in zip(moved, starts, strict=True)]


def placed(rows: Rows, sizes: Sequence[int], pieces: Sequence[tuple[int, int, float, float]], boxes: int, room: int) -> list[int]:
    """Return the left column of each thing. Things below `boxes` are boxes, the others points where a line passes.

    `pieces` are the pieces of lines: upper and lower thing, and how far from the middle of each it is attached.
    """
    joined: list[list[tuple[int, float, float]]] = [[] for _ in sizes]
    for upper, lower, at_upper, at_lower in pieces:
        weight = STRAIGHT[(upper >= boxes) + (lower >= boxes)]
        joined[upper].append((lower, at_lower - at_upper, weight))
        joined[lower].append((upper, at_upper - at_lower, weight))
    layer = {each: number for number, row in enumerate(rows) for each in row}
    middle = _first(rows, sizes, room)
    for turn in range(ROUNDS):
        is_down, both = turn % 2 == 0, turn >= ROUNDS - 2
        for row in rows if is_down else reversed(rows):
            _settle_row(row, sizes, joined, middle, layer, None if both else (-1 if is_down else 1), room)
    left = [round(centre - (size - 1) / 2) for centre, size in zip(middle, sizes, strict=True)]
    return [column - min(left, default=0) for column in left]


def gap(size: int, other: int) -> int:
    """Return the columns kept free between two things of a layer: fewer beside a line than between two boxes."""
    return BETWEEN - (min(size, other) == 1)


def gaps(row: Sequence[int], sizes: Sequence[int]) -> list[int]:
    """Return the columns kept free after each thing of a layer."""
    return [gap(sizes[each], sizes[after]) for each, after in zip(row, [*row[1:], *row[-1:]], strict=True)]


def _first(rows: Rows, sizes: Sequence[int], room: int) -> list[float]:
    middle = [0.0] * len(sizes)
    for row in rows:
        free = gaps(row, sizes)
        at = max(0.0, (room - sum(sizes[each] for each in row) - sum(free[:-1])) / 2)
        for each, beside in zip(row, free, strict=True):
            middle[each] = at + (sizes[each] - 1) / 2
            at += sizes[each] + beside
    return middle


def _settle_row(
    row: Sequence[int],
    sizes: Sequence[int],
    joined: Sequence[Sequence[tuple[int, float, float]]],
    middle: list[float],
    layer: Mapping[int, int],
    side: int | None,
    room: int,
) -> None:
    wanted, weights = [], []
    for each in row:
        ends = [(other, off, weight) for other, off, weight in joined[each] if side is None or layer[other] == layer[each] + side]
        mass = sum(weight for _, _, weight in ends)
        want = sum((middle[other] + off) * weight for other, off, weight in ends) / mass if ends else middle[each]
        wanted.append(want - (sizes[each] - 1) / 2)
        weights.append(mass or 0.5)
    widths = [sizes[each] for each in row]
    for each, left in zip(row, settled(wanted, weights, widths, gaps(row, sizes), 0, room - 1), strict=True):
        middle[each] = left + (sizes[each] - 1) / 2
