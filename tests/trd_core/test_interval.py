"""Sums and comparisons of numbers that unknown facts leave open."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trd_core.interval import ANY_AMOUNT, Interval, total

MANY = settings(max_examples=100, deadline=None)

NUMBERS = st.integers(0, 50)
INTERVALS = st.builds(lambda low, width: Interval(low, None if width is None else low + width), NUMBERS, st.none() | NUMBERS)


def _members(interval: Interval) -> list[float]:
    high = interval.low + 60 if interval.high is None else interval.high
    return [interval.low, (interval.low + high) / 2, high]


@MANY
@given(INTERVALS, INTERVALS)
def test_every_sum_of_members_lies_in_the_sum(one: Interval, other: Interval) -> None:
    both = one + other
    for a in _members(one):
        for b in _members(other):
            assert both.low <= a + b
            assert both.high is None or a + b <= both.high


@MANY
@given(INTERVALS, INTERVALS)
def test_the_hull_holds_both(one: Interval, other: Interval) -> None:
    hull = one.hull(other)
    assert hull.low == min(one.low, other.low)
    assert hull.high == (None if one.high is None or other.high is None else max(one.high, other.high))


@MANY
@given(INTERVALS, NUMBERS)
def test_a_comparison_is_known_only_where_every_member_agrees(interval: Interval, threshold: int) -> None:
    at_or_above = {member >= threshold for member in _members(interval)}
    assert {frozenset({True}): "met", frozenset({False}): "not_met"}.get(frozenset(at_or_above), "unknown") == interval.reaches(threshold)
    above = {member > threshold for member in _members(interval)}
    assert {frozenset({True}): "met", frozenset({False}): "not_met"}.get(frozenset(above), "unknown") == interval.exceeds(threshold)


def test_times_and_ceiling() -> None:
    assert (2, 6) == Interval(1, 3).times(2).pair
    assert (0, 0) == ANY_AMOUNT.times(0).pair
    assert (3, None) == Interval(1, None).times(3).pair
    assert (1, 2) == Interval(1, None).at_most(2).pair
    assert (2, 2) == Interval(5, 9).at_most(2).pair
    assert (1, 3) == Interval(1, 3).at_most(4).pair


def test_a_closed_interval_has_a_value_and_an_open_one_has_none() -> None:
    assert Interval.exactly(4).value == 4
    assert Interval(1, 2).value is None
    assert ANY_AMOUNT.value is None
    assert total([]).value == 0
    assert total([Interval(1, 2), Interval(3, None)]).pair == (4, None)


def test_an_interval_cannot_end_before_it_begins_nor_shrink_below_zero() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        Interval(2, 1)
    with pytest.raises(ValueError, match="0 or more"):
        Interval(1, 2).times(-1)
