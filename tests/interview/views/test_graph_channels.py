"""Lines between two layers never share a stretch or a turn, whichever ends they join; and layers stand in an order with few crossings."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise, permutations, product

import pytest

from interview.views.graph_cells import UNICODE, graph_cells
from interview.views.graph_channels import Ends, Routed, routed
from interview.views.graph_model import Box, Edge, GraphLayout
from interview.views.graph_order import Neighbours, crossings, ordered


def cells_of(lines: Sequence[Ends], found: Routed) -> list[list[tuple[int, int, bool]]]:
    """Return the cells of each line with whether it goes along a row there; a turn is a cell of both."""
    walks = []
    for (start, end), turns in zip(lines, found.turns, strict=True):
        walk = []
        for (x, y), (to_x, to_y) in pairwise([(start, -1), *turns, (end, found.rows)]):
            assert x == to_x or y == to_y
            columns, rows = range(min(x, to_x), max(x, to_x) + 1), range(min(y, to_y), max(y, to_y) + 1)
            walk += [(column, row, y == to_y) for column in columns for row in rows if 0 <= row < found.rows]
        walks.append(walk)
    return walks


def faults(lines: Sequence[Ends], found: Routed) -> list[str]:
    """Return where two lines meet other than by crossing straight, and where two in one row leave no blank between them."""
    taken: dict[tuple[int, int, bool], int] = {}
    wrong = []
    walks = cells_of(lines, found)
    for line, walk in enumerate(walks):
        for cell in set(walk):
            if taken.setdefault(cell, line) != line:
                wrong.append(f"shared at {cell}")
    along = {(column, row): line for (column, row, is_along), line in taken.items() if is_along}
    wrong += [f"touching at {at}" for at, line in along.items() if along.get((at[0] + 1, at[1]), line) != line]
    return wrong


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5])
def test_lines_that_change_places_keep_apart(size: int) -> None:
    columns = [1 + 2 * place for place in range(size)]
    for ends in permutations(columns):
        lines = list(zip(columns, ends, strict=True))
        assert [] == faults(lines, routed(lines, 2 * size + 2)), lines


def test_lines_that_change_places_without_a_column_between_go_around() -> None:
    lines = [(0, 1), (1, 0)]
    found = routed(lines, 2)
    assert [] == faults(lines, found)
    assert 3 == found.rows


def test_any_channel_keeps_its_lines_apart() -> None:
    chance = random.Random(5)
    for _each in range(300):
        size = chance.randint(1, 12)
        lines = list(zip(chance.sample(range(30), size), chance.sample(range(30), size), strict=True))
        assert [] == faults(lines, routed(lines, 30)), lines


def test_lines_that_need_not_cross_do_not() -> None:
    lines = [(0, 4), (2, 6), (4, 8)]
    found = routed(lines, 12)
    rows = [turns[0][1] for turns in found.turns]
    assert rows == sorted(rows, reverse=True)
    lines = [(4, 0), (6, 2), (8, 4)]
    rows = [turns[0][1] for turns in routed(lines, 12).turns]
    assert rows == sorted(rows)


def test_straight_lines_take_no_row() -> None:
    assert Routed(((), ()), 0) == routed([(1, 1), (5, 5)], 8)


def test_two_layers_have_nearly_as_few_crossings_as_can_be() -> None:
    chance = random.Random(9)
    least = found = 0
    for _each in range(40):
        segments = [(upper, 4 + lower) for upper, lower in product(range(4), range(4)) if chance.random() < 0.45]
        joined = Neighbours(8, segments)
        found += crossings(ordered([[0, 1, 2, 3], [4, 5, 6, 7]], joined), joined)
        least += min(
            crossings([list(upper), list(lower)], joined) for upper, lower in product(permutations(range(4)), permutations(range(4, 8)))
        )
    assert 0 < least <= found <= 1.05 * least


def test_exchanges_take_crossings_away_that_sweeps_leave() -> None:
    """Twenty graphs of five layers: 171 crossings; 182 by sweeps alone."""
    chance = random.Random(3)
    found = 0
    for _each in range(20):
        rows = [list(range(5 * at, 5 * at + 5)) for at in range(5)]
        segments = [(one, other) for upper, lower in pairwise(rows) for one in upper for other in lower if chance.random() < 0.3]
        joined = Neighbours(25, segments)
        found += crossings(ordered(rows, joined), joined)
    assert 0 < found <= 175


@pytest.mark.parametrize(
    ("chosen", "sign", "role"), [("a", "┿", "feeds"), ("b", "┿", "fed_by"), ("c", "╂", "feeds"), ("d", "╂", "fed_by"), (None, "┼", "arrow")]
)
def test_a_crossing_shows_which_line_is_of_the_chosen_problem(chosen: str | None, sign: str, role: str) -> None:
    boxes = tuple(Box(each, x, y, 5, 3, (each,)) for each, x, y in (("a", 0, 0), ("b", 12, 6), ("c", 6, 0), ("d", 6, 6)))
    across = Edge("a", "b", "clinician", ((2, 2), (2, 4), (14, 4), (14, 6)), is_back=False)
    upright = Edge("c", "d", "clinician", ((8, 2), (8, 6)), is_back=False)
    made = GraphLayout(17, 9, boxes, (across, upright), ("a", "b", "c", "d"), chosen=chosen)
    (crossing,) = [span for span in graph_cells(made, UNICODE)[4] if set(span.text) & set("┼┿╂╋")]
    assert sign in crossing.text
    assert role == crossing.role
