"""The laid out graph: every problem once, every link to be followed from box to box, the same drawing whatever the order, in time."""

from __future__ import annotations

import random
import time
from itertools import pairwise

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from interview.views.graph_cells import graph_cells, steps
from interview.views.graph_layout import MOST_LINKS, MOST_PROBLEMS, layout, may_be_drawn
from interview.views.graph_model import GraphLayout, GraphLink, GraphProblem
from tests.interview.views.graph_maps import TWO_CIRCLES, WHOLE, named
from tests.interview.views.graph_walk import followed, grid, random_graph

PHASES = (Phase.explicit, Phase.generate)
NO_SHRINKING = settings(max_examples=60, deadline=None, phases=PHASES, derandomize=True)


def is_inside(made: GraphLayout, x: int, y: int) -> bool:
    """Whether a cell is of any box, its border included."""
    return any(box.x <= x < box.x + box.w and box.y <= y < box.y + box.h for box in made.boxes)


def checked(problems: list[GraphProblem], links: list[GraphLink], width: int = 80) -> GraphLayout:
    """Lay out a graph and hold it against every law of a drawing."""
    made = layout(problems, links, width=width)
    assert sorted(each.id for each in problems) == [box.id for box in made.boxes]
    for looked_at in (made, made.choosing(problems[len(problems) // 2].id)):
        read, faults = followed(looked_at, grid(graph_cells(looked_at)))
        assert [] == faults
        assert sorted((link.source, link.target) for link in links) == sorted(read)
    assert not [edge for edge in made.edges for (x, y), _ in steps(edge) if is_inside(made, x, y)]
    for one, other in ((one, other) for one in made.boxes for other in made.boxes if one.id < other.id):
        assert one.x + one.w <= other.x or other.x + other.w <= one.x or one.y + one.h <= other.y or other.y + other.h <= one.y
    for box, words in zip(made.boxes, made.words, strict=True):
        assert words.replace(" ", "") == "".join(box.lines).replace(" ", "")
    return made


@NO_SHRINKING
@given(st.integers(0, 10**9))
def test_up_to_fifteen_problems_are_drawn_whole_in_eighty_columns(seed: int) -> None:
    assert checked(*random_graph(seed, 15)).width <= 80


@settings(NO_SHRINKING, max_examples=25)
@given(st.integers(0, 10**9))
def test_thirty_problems_are_drawn_whole(seed: int) -> None:
    checked(*random_graph(seed, 30))


@settings(NO_SHRINKING, max_examples=15)
@given(st.integers(0, 10**9), st.sampled_from([40, 47, 60, 100, 131, 200]))
def test_any_width_is_drawn_whole(seed: int, width: int) -> None:
    checked(*random_graph(seed, 12, 1.5), width=width)


@settings(NO_SHRINKING, max_examples=20)
@given(st.integers(0, 10**9))
def test_the_same_map_in_any_order_is_the_same_drawing(seed: int) -> None:
    problems, links = random_graph(seed, 15)
    chance = random.Random(seed)
    again = layout(chance.sample(problems, len(problems)), chance.sample(links, len(links)))
    assert layout(problems, links) == again


def test_dense_graphs_are_drawn_whole_however_wide() -> None:
    problems = [GraphProblem(f"p{number}", "Low energy") for number in range(9)]
    links = [GraphLink(one.id, other.id) for one in problems for other in problems if one is not other]
    assert 72 == len(checked(problems, links).edges)


def fastest(problems: int, links: int) -> float:
    """Return the shortest of three times to lay out and draw a random map, in milliseconds of this process."""
    chance = random.Random(15)
    nodes = [GraphProblem(f"p{number:02}", "Strain from work or money") for number in range(problems)]
    pairs = chance.sample([(one.id, other.id) for one in nodes for other in nodes if one is not other], links)
    times = []
    for _try in range(3):
        begun = time.process_time()
        graph_cells(layout(nodes, [GraphLink(*pair) for pair in pairs], nodes[0].id))
        times.append(1000 * (time.process_time() - begun))
    return min(times)


@pytest.mark.parametrize(("problems", "links", "milliseconds"), [(15, 19, 50), (30, 60, 200)])
def test_it_is_drawn_in_time(problems: int, links: int, milliseconds: int) -> None:
    assert fastest(problems, links) < milliseconds


def test_links_go_down_but_for_those_that_close_a_circle() -> None:
    made = layout(*TWO_CIRCLES)
    top = {box.id: box.y for box in made.boxes}
    assert {edge.is_back for edge in made.edges} == {True, False}
    for edge in made.edges:
        assert edge.is_back is (top[edge.source] > top[edge.target])
        assert not edge.is_back or edge.circle is not None


def test_circles_are_numbered_on_their_boxes_and_lines() -> None:
    made = layout(*TWO_CIRCLES)
    assert (("alcohol", "insomnia"), ("depression", "isolation", "strain")) == made.circles
    assert {"alcohol": 1, "insomnia": 1, "depression": 2, "isolation": 2, "strain": 2, "energy": None} == {
        box.id: box.circle for box in made.boxes
    }
    numbers = {(edge.source, edge.target): edge.circle for edge in made.edges}
    assert 1 == numbers["alcohol", "insomnia"] == numbers["insomnia", "alcohol"]
    assert numbers["insomnia", "depression"] is None


def test_two_way_pairs_are_two_lines_apart() -> None:
    made = layout(named("a", "b"), [GraphLink("a", "b"), GraphLink("b", "a")])
    there, back = made.edges
    assert {x for x, _ in there.points}.isdisjoint(x for x, _ in back.points)
    assert there.points[0][1] < there.points[-1][1]
    assert back.points[0][1] > back.points[-1][1]


def test_the_same_link_of_two_people_is_two_lines() -> None:
    made = layout(named("a", "b"), [GraphLink("a", "b"), GraphLink("a", "b", "patient"), GraphLink("a", "b")])
    assert ["clinician", "patient"] == [edge.by for edge in made.edges]
    assert made.edges[0].points != made.edges[1].points


def test_links_that_cannot_be_drawn_are_named() -> None:
    links = [GraphLink("a", "a"), GraphLink("a", "gone"), GraphLink("gone", "b"), GraphLink("a", "b")]
    made = layout(named("a", "b"), links)
    assert [("a", "b")] == [(edge.source, edge.target) for edge in made.edges]
    assert sorted(links[:3], key=lambda link: (link.source, link.target)) == list(made.left_out)


def test_choosing_moves_nothing() -> None:
    made = layout(*WHOLE)
    chosen = layout(*WHOLE, chosen="depression")
    assert "depression" == chosen.chosen
    assert (made.boxes, made.edges) == (chosen.boxes, chosen.edges)
    assert made.choosing("depression") == chosen
    assert chosen.choosing("no such id").chosen is None


def test_points_turn_at_right_angles_from_border_to_border() -> None:
    made = layout(*WHOLE)
    for edge in made.edges:
        source, target = made.box(edge.source), made.box(edge.target)
        assert source is not None
        assert target is not None
        assert (source.y if edge.is_back else source.y + source.h - 1) == edge.points[0][1]
        assert (target.y + target.h - 1 if edge.is_back else target.y) == edge.points[-1][1]
        for (x, y), (to_x, to_y) in pairwise(edge.points):
            assert (x == to_x) is not (y == to_y)


def test_no_problem_is_an_empty_drawing() -> None:
    made = layout([], [])
    assert (0, 0, (), ()) == (made.width, made.height, made.boxes, made.edges)
    assert () == graph_cells(made)


def test_parts_that_are_not_joined_stand_beside_each_other() -> None:
    made = layout(named("a", "b", "c"), [])
    assert [0, 0, 0] == [box.y for box in made.boxes]
    assert 3 == len({box.x for box in made.boxes})


def test_a_problem_that_comes_twice_is_drawn_once() -> None:
    made = layout([GraphProblem("a", "Two"), GraphProblem("a", "One"), GraphProblem("b", "")], [GraphLink("a", "b")])
    assert ("One", "b") == made.words


@pytest.mark.parametrize(("problems", "links", "expected"), [(MOST_PROBLEMS, MOST_LINKS, True), (61, 0, False), (2, 121, False)])
def test_how_large_a_picture_may_be(problems: int, links: int, expected: bool) -> None:
    many = [GraphProblem(str(number), f"{number} problem") for number in range(problems)]
    assert expected is may_be_drawn(many, [GraphLink("0", "1", str(number)) for number in range(links)])
