"""Numbers, dates and times in words."""

from __future__ import annotations

import datetime as dt

import pytest

from interview.views.locale import ago, day, listed, moment, number, time_of_day


@pytest.mark.parametrize(("expected", "value"), [("6", 6.0), ("6.5", 6.5), ("6.52", 6.5233), ("0", 0), ("0", -0.001), ("1500", 1500)])
def test_numbers_have_no_trailing_zeros(expected: str, value: float) -> None:
    assert expected == number(value)


@pytest.mark.parametrize(
    ("expected", "date"),
    [("2019", "2019"), ("March 2019", "2019-03"), ("5 March 2019", "2019-03-05"), ("soon", "soon"), ("2019-13", "2019-13")],
)
def test_a_date_is_no_more_exact_than_what_was_said(expected: str, date: str) -> None:
    assert expected == day(date)


def test_moments_keep_the_clock_of_the_place() -> None:
    assert "5 March 2026, 14:02" == moment("2026-03-05T14:02:11.000+02:00")
    assert "14:02:11" == time_of_day("2026-03-05T14:02:11.000+02:00")


@pytest.mark.parametrize(
    ("expected", "seconds"),
    [("just now", -5), ("just now", 59), ("1 minute ago", 60), ("59 minutes ago", 3_599), ("1 hour ago", 3_600), ("2 days ago", 172_800)],
)
def test_how_long_ago_is_said_in_one_unit(expected: str, seconds: int) -> None:
    then = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
    assert expected == ago(then.isoformat(), then + dt.timedelta(seconds=seconds))


def test_lists_and_counts_read_as_words() -> None:
    assert ("", "a", "a and b", "a, b or c") == (listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"], "or"))


@pytest.mark.parametrize(
    ("value", "words"), [(0.125, "0.125"), (0.0625, "0.0625"), (1 / 3, "0.33"), (1 / 7, "0.14"), (1e-9, "0"), (-0.0, "0")]
)
def test_a_small_dose_keeps_its_figures_and_a_computed_number_is_rounded(value: float, words: str) -> None:
    assert words == number(value)
