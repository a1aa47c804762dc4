"""Ports: the column of a box's border where each line leaves or arrives; no two lines share one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from interview.views.graph_order import Rows
from interview.views.graph_places import settled

APART: Final = 2
"""Columns from port to port, where the box is wide enough."""

CORNER: Final = 1
MARK: Final = 4
"""Columns at the left end of a border that no port takes: the corner, and at the top of a box in a circle the mark as well."""

ROUNDS: Final = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line, from one layer to the next."""

    upper: int
    lower: int
    edge: int


@dataclass(frozen=True, slots=True)
class Sides:
    """The pieces at the top and at the bottom of each thing, from left to right."""

    top: Mapping[int, tuple[int, ...]]
    bottom: Mapping[int, tuple[int, ...]]


def sides(rows: Rows, pieces: Sequence[Piece]) -> Sides:
    """Return the order of the ports: that of the things at the other ends, so that lines of one box do not cross each other."""
    place = {each: at for row in rows for at, each in enumerate(row)}
    top: dict[int, list[int]] = {each: [] for each in place}
    bottom: dict[int, list[int]] = {each: [] for each in place}
    for number, piece in enumerate(pieces):
        top[piece.lower].append(number)
        bottom[piece.upper].append(number)
    return Sides(
        {each: tuple(sorted(found, key=lambda at: (place[pieces[at].upper], pieces[at].edge))) for each, found in top.items()},
        {each: tuple(sorted(found, key=lambda at: (place[pieces[at].lower], pieces[at].edge))) for each, found in bottom.items()},
    )


def least_width(top: int, bottom: int, *, in_circle: bool) -> int:
    """Return how wide a box must be for so many ports."""
    return max(_span(top) + (MARK if in_circle else CORNER), _span(bottom) + CORNER) + CORNER


def _span(ports: int) -> int:
    return max(1, APART * ports - 1)


def ported(
    pieces: Sequence[Piece], found: Sides, left: Sequence[int], sizes: Sequence[int], circled: frozenset[int]
) -> list[tuple[int, int]]:
    """Return the columns of each piece at its upper and at its lower end, straight where it can be."""
    middle = [at + (size - 1) / 2 for at, size in zip(left, sizes, strict=True)]
    upper = [_seen_from(middle[piece.lower], piece.upper, left, sizes) for piece in pieces]
    lower = [_seen_from(middle[piece.upper], piece.lower, left, sizes) for piece in pieces]
    for turn in range(ROUNDS):
        _settle(found.bottom, upper, lower if turn else upper, left, sizes, frozenset())
        _settle(found.top, lower, upper, left, sizes, circled)
    _settle(found.bottom, upper, lower, left, sizes, frozenset())
    return [(round(one), round(other)) for one, other in zip(upper, lower, strict=True)]


def _seen_from(other: float, each: int, left: Sequence[int], sizes: Sequence[int]) -> float:
    """Return the column nearest to another thing's middle, a little drawn to the thing's own middle."""
    nearest = min(left[each] + sizes[each] - 1.0, max(float(left[each]), other))
    return (nearest * 3 + left[each] + (sizes[each] - 1) / 2) / 4


def _settle(
    side: Mapping[int, tuple[int, ...]],
    columns: list[float],
    wanted: Sequence[float],
    left: Sequence[int],
    sizes: Sequence[int],
    circled: frozenset[int],
) -> None:
    for each, found in side.items():
        if sizes[each] == 1:
            for number in found:
                columns[number] = left[each]
        elif found:
            low, high = left[each] + (MARK if each in circled else CORNER), left[each] + sizes[each] - 1 - CORNER
            want, ones = [wanted[number] for number in found], [1] * len(found)
            for number, at in zip(found, settled(want, ones, ones, [APART - 1] * len(found), low, high), strict=True):
                columns[number] = at
