"""Totals: which items a total sums, what leaves it open, what was stated beside it, and what is said to be not recomputed."""

from __future__ import annotations

from typing import Any

import pytest

from interview.instruments.totals import Total, totals
from tests.interview.instruments.invented import CALCULATED, Json, coded, evenings, on, option, read


def total_item(link_id: str, text: str = "Total", expression: str | None = None, **more: Any) -> Json:
    held = {} if expression is None else {"extension": [{"url": CALCULATED, "valueExpression": {"expression": expression}}]}
    return {"linkId": link_id, "type": "decimal", "text": text, **held, **more}


def found(items: list[Json], answers: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [(each.link_id, each.value, each.low, each.high, each.settles) for each in totals(read(*items), answers)]


A, B = evenings("a", "one"), evenings("b", "two")


def test_the_sum_is_known_once_every_open_scored_item_has_its_weight() -> None:
    assert [(None, None, 2.0, 5.0, ("b",))] == found([A, B], {"a": "e2"})
    assert [(None, 5.0, 5.0, 5.0, ())] == found([A, B], {"a": "e2", "b": "e3"})


def test_without_weights_and_without_a_stated_total_there_is_none() -> None:
    assert [] == found([evenings("c", "?", answerOption=[option("x", "X")])], {"c": "x"})


def test_an_item_behind_a_closed_gate_adds_nothing_and_one_that_may_open_widens_the_bounds() -> None:
    gated = evenings("b", "two", enableWhen=[on("a", "!=", answerCoding=coded("e0"))])
    assert [(None, 0.0, 0.0, 0.0, ())] == found([A, gated], {"a": "e0"})
    assert [(None, None, 0.0, 6.0, ("a", "b"))] == found([A, gated], {})
    assert [(None, None, 1.0, 4.0, ("b",))] == found([A, gated], {"a": "e1"})


def test_an_option_without_a_weight_leaves_it_open() -> None:
    item = evenings("c", "?", answerOption=[option("x", "X", 1), option("y", "Y", 4), option("no", "rather not say")])
    assert [(None, None, 1.0, 4.0, ("c",))] == found([item], {"c": "no"})


def test_several_answers_add_up() -> None:
    item = evenings("c", "?", repeats=True, answerOption=[option("x", "X", 1), option("y", "Y", -2), option("z", "Z", 4)])
    assert [(None, None, -2.0, 5.0, ("c",))] == found([item], {})
    assert [(None, -1.0, -1.0, -1.0, ())] == found([item], {"c": ["x", "y"]})
    assert [(None, 0.0, 0.0, 0.0, ())] == found([item], {"c": []})


def test_an_expression_names_what_it_sums() -> None:
    only_b = total_item("t", expression="%resource.item.where(linkId='b').answer.value.ordinal().sum()", readOnly=True)
    assert [("t", 3.0, 3.0, 3.0, ())] == found([A, B, only_b], {"b": "e3"})


def test_a_total_in_a_group_sums_its_group_and_one_outside_sums_all() -> None:
    group: Json = {"linkId": "g", "type": "group", "item": [A, total_item("tg", "Score of this part")]}
    assert [("tg", 2.0, 2.0, 2.0, ()), ("t", 5.0, 5.0, 5.0, ())] == found([group, B, total_item("t")], {"a": "e2", "b": "e3"})


@pytest.mark.parametrize("expression", ["%a.ordinal().sum() * 2", "iif(true, 1, 2).ordinal().avg()", "%a.ordinal().sum() div 4"])
def test_more_than_a_sum_is_not_recomputed(expression: str) -> None:
    total = totals(read(A, total_item("t", expression=expression, readOnly=True)), {"a": "e2", "t": 4})[0]
    assert (False, None, 4.0, False) == (total.is_recomputed, total.value, total.stated, total.differs)


def test_two_totals_of_the_same_items_are_not_clear_and_not_recomputed() -> None:
    assert [False, False] == [each.is_recomputed for each in totals(read(A, total_item("t"), total_item("u", "Score")), {})]


@pytest.mark.parametrize(("stated", "differs"), [(4, True), (5, False), (5.0000000001, False), (6, True)])
def test_what_was_stated_is_compared(stated: float, differs: bool) -> None:
    total: Total = totals(read(A, B, total_item("t")), {"a": "e2", "b": "e3", "t": stated})[0]
    assert (5.0, stated, differs) == (total.value, total.stated, differs and total.differs)
    assert differs is total.differs


@pytest.mark.parametrize(("stated", "differs"), [(1, True), (2, False), (5, False), (6, True)])
def test_what_was_stated_beside_an_open_total_differs_only_outside_of_its_bounds(stated: float, differs: bool) -> None:
    assert differs is totals(read(A, B, total_item("t")), {"a": "e2", "t": stated})[0].differs


def test_a_number_is_no_total_unless_it_says_so() -> None:
    assert [None] == [each.link_id for each in totals(read(A, total_item("n", "How many cups of tea?")), {"a": "e1", "n": 7})]
