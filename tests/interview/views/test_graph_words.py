"""The graph in words, and the way from problem to problem."""

from __future__ import annotations

import pytest

from interview.views.graph_cells import LETTERS, UNICODE
from interview.views.graph_layout import layout
from interview.views.graph_model import GraphLink, GraphProblem
from interview.views.graph_steps import Way, next_problem, problem_at
from interview.views.graph_words import NOTHING, chosen_words, in_reading_order, notes, rows_of
from tests.interview.views.graph_maps import CIRCLE, STAR, TWO_CIRCLES, TWO_PARTS, WHOLE, named


def test_what_the_chosen_problem_feeds_and_is_fed_by_is_said() -> None:
    assert (
        "Chosen: Depression that goes on",
        "━ feeds: Low energy",
        "═ fed by: No aims; Caring for her mother; Sertraline 50 mg stopped at 3 weeks; Poor sleep; Thyroid illness, untreated; "
        "Wine at night",
    ) == chosen_words(layout(*STAR, "depression"), UNICODE)


def test_a_link_that_nobody_drew_is_said_to_be_not_drawn() -> None:
    said = chosen_words(layout(named("a"), [], "a"), LETTERS)
    assert ("Chosen: a", "= feeds: no link is drawn from it", "~ fed by: no link is drawn to it") == said


def test_the_circle_of_the_chosen_problem_is_said_with_its_number_where_there_are_several() -> None:
    assert "↻ in a circle with: No aims; Sees nobody" == chosen_words(layout(*CIRCLE, "depression"), UNICODE)[-1]
    assert "@1 in a circle with: Poor sleep" == chosen_words(layout(*TWO_CIRCLES, "alcohol"), LETTERS)[-1]
    assert not any("circle" in line for line in chosen_words(layout(*TWO_CIRCLES, "energy"), UNICODE))


def test_whose_a_link_is_is_said_in_the_callers_words() -> None:
    made = layout(named("a", "b", "c"), [GraphLink("a", "b"), GraphLink("a", "c", "patient")], "a")
    assert "━ feeds: b; c (the person's own)" == chosen_words(made, UNICODE, {"patient": "the person's own"})[1]


def test_nothing_is_said_where_nothing_is_chosen() -> None:
    assert () == chosen_words(layout(*STAR), UNICODE)


def test_the_list_says_the_same_in_the_order_given() -> None:
    problems, links = CIRCLE
    assert (
        ("depression", "Depression that goes on\n- feeds: Sees nobody\n- in a circle"),
        ("isolation", "Sees nobody\n- feeds: No aims\n- in a circle"),
        ("aims", "No aims\n- feeds: Depression that goes on\n- in a circle"),
    ) == rows_of(problems, links)


def test_every_link_of_a_whole_map_is_in_the_list() -> None:
    rows = dict(rows_of(*WHOLE))
    words = {each.id: each.words for each in WHOLE[0]}
    assert len(WHOLE[1]) == sum(text.count("- feeds: ") for text in rows.values())
    assert all(f"- feeds: {words[link.target]}" in rows[link.source].split("\n") for link in WHOLE[1])


def test_what_is_not_drawn_is_said() -> None:
    assert (NOTHING,) == notes(layout([], []))
    assert () == notes(layout(*WHOLE))
    made = layout([GraphProblem("a", "long " * 200)], [GraphLink("a", "gone")])
    assert (
        "1 link not drawn: an end is no problem on this map, or both ends are one.",
        "1 label too long for a box: choose the problem to read the whole.",
    ) == notes(made)


@pytest.mark.parametrize(
    ("here", "way", "there"),
    [
        ("depression", "down", "energy"),
        ("energy", "up", "depression"),
        ("dose", "down", "depression"),
        ("depression", "up", "dose"),
        ("energy", "down", None),
        ("sleep", "up", None),
        ("sleep", "left", None),
        ("sleep", "right", "wine"),
        ("aims", "right", "care"),
    ],
)
def test_up_and_down_follow_links_left_and_right_go_through_all(here: str, way: Way, there: str | None) -> None:
    assert there == next_problem(layout(*STAR, here), way)


def test_every_problem_is_reached_by_going_right() -> None:
    made = layout(*WHOLE)
    reached = [next_problem(made, "right")]
    while (following := next_problem(made.choosing(reached[-1]), "right")) is not None:
        reached.append(following)
    assert list(in_reading_order(made)) == reached
    assert 15 == len(set(reached))


def test_each_step_up_or_down_follows_a_link() -> None:
    made = layout(*WHOLE)
    joined = {frozenset((link.source, link.target)) for link in WHOLE[1]}
    ways: tuple[Way, ...] = ("up", "down")
    taken = [(each.id, next_problem(made.choosing(each.id), way)) for each in WHOLE[0] for way in ways]
    followed = [frozenset(pair) for pair in taken if pair[1] is not None]
    assert set(followed) <= joined
    assert len(followed) > 15


def test_a_problem_without_links_is_left_for_the_nearest() -> None:
    made = layout(*TWO_PARTS, "tea", width=40)
    assert next_problem(made, "up") in {each.id for each in TWO_PARTS[0]}
    assert next_problem(layout([], []), "up") is None


def test_a_hit_finds_the_box() -> None:
    made = layout(*STAR)
    box = made.box("dose")
    assert box is not None
    assert "dose" == problem_at(made, box.x, box.y) == problem_at(made, box.x + box.w - 1, box.y + box.h - 1)
    assert problem_at(made, box.x + box.w, box.y) is None
