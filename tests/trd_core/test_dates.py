"""Dates that are no more exact than what is known."""

from __future__ import annotations

import datetime as dt

import pytest

from trd_core.dates import first_day, last_day, months_before, surely_before


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-02-03", "2024-02-03", "2024-02-03"),
    ],
)
def test_the_first_and_the_last_day_that_a_date_may_mean(date: str, first: str, last: str) -> None:
    assert first == first_day(date).isoformat()
    assert last == last_day(date).isoformat()


@pytest.mark.parametrize(
    ("day", "months", "earlier"),
    [("2026-05-31", 3, "2026-02-28"), ("2024-05-31", 3, "2024-02-29"), ("2026-01-15", 3, "2025-10-15"), ("2026-01-15", 0, "2026-01-15")],
)
def test_months_before_ends_in_the_last_day_of_a_shorter_month(day: str, months: int, earlier: str) -> None:
    assert earlier == months_before(dt.date.fromisoformat(day), months).isoformat()


def test_before_the_first_year_there_is_the_first_day() -> None:
    assert dt.date.min == months_before(dt.date(1, 2, 3), 2)
    assert dt.date(1, 1, 3) == months_before(dt.date(1, 2, 3), 1)


@pytest.mark.parametrize(
    ("one", "other", "surely"),
    [
        ("2024", "2025", True),
        ("2024", "2024-06", False),
        ("2024-05-31", "2024-06", True),
        ("2024-06", "2024-06", False),
        (None, "2024", False),
        ("2024", None, False),
    ],
)
def test_one_date_lies_before_another_only_however_both_are_filled_in(one: str | None, other: str | None, surely: bool) -> None:
    assert surely == surely_before(one, other)
