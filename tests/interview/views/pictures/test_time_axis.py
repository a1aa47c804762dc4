"""The axis of time: days stand in order, words of ticks do not touch, the scale changes once and only where it helps."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from interview.views.time_axis import Axis, axis_of


def axis(*days: str, cells: int = 48) -> Axis:
    return axis_of([dt.date.fromisoformat(day) for day in days], cells) or pytest.fail("no axis")


@pytest.mark.parametrize("seed", range(80))
def test_days_stand_in_order_and_ticks_do_not_touch(seed: int) -> None:
    chance = random.Random(seed)
    span = chance.choice((1, 5, 40, 300, 1500, 9000, 60_000, 700_000))
    first = chance.randint(1, dt.date.max.toordinal() - span)
    days = [dt.date.fromordinal(first + chance.randint(0, span)) for _ in range(chance.randint(1, 30))]
    cells = chance.randint(20, 150)
    of = axis_of(days, cells)
    assert of is not None
    assert cells == of.cells
    columns = [of.column(day) for day in sorted(days)]
    assert columns == sorted(columns)
    assert 0 <= columns[0]
    assert columns[-1] < cells
    ends = -1
    for tick in of.ticks:
        assert ends < tick.column < cells
        assert tick.column + len(tick.label) <= cells
        ends = tick.column + len(tick.label)


def test_no_day_is_no_axis() -> None:
    assert axis_of([], 40) is None


def test_few_years_have_months_and_many_have_years() -> None:
    assert ["Mar", "May", "Jul", "Sep", "Nov"] == [tick.label for tick in axis("2025-03-01", "2025-12-20").ticks]
    assert {"1990", "2000", "2010", "2020"} <= {tick.label for tick in axis("1985-01-01", "2026-01-01").ticks}
    assert "One column is about 1 week." == axis("2025-01-01", "2025-12-02").in_words()


def test_one_day_has_days_around_it() -> None:
    of = axis("2025-03-10")
    assert 0 < of.column(dt.date(2025, 3, 10)) < of.cells - 1


def test_a_dense_last_year_after_many_gets_a_scale_of_its_own() -> None:
    dense = [f"2025-{month:02}-10" for month in range(2, 12)]
    of = axis("1990-01-01", "2001-05-05", *dense)
    assert of.changes_at is not None
    assert of.column(dt.date(2024, 12, 31)) < of.changes_at <= of.column(dt.date(2025, 2, 10))
    assert of.column(dt.date(2025, 11, 10)) - of.column(dt.date(2025, 2, 10)) > 20
    assert "The scale changes in 2025" in of.in_words()


def test_years_that_are_evenly_filled_keep_one_scale() -> None:
    assert axis(*(f"{year}-06-01" for year in range(1990, 2026))).changes_at is None
