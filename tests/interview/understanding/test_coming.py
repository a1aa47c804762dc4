"""A day that is to come: what people say of an appointment, and never a day that is past."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from interview.language import use
from interview.understanding.coming import coming_day

MONDAY = dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("today", "2026-11-23"),
        ("tomorrow", "2026-11-24"),
        ("Friday", "2026-11-27"),
        ("on Friday.", "2026-11-27"),
        ("next Monday", "2026-11-30"),
        ("in a week", "2026-11-30"),
        ("in two weeks", "2026-12-07"),
        ("10 days from now", "2026-12-03"),
        ("a week's time", "2026-11-30"),
        ("30 November", "2026-11-30"),
        ("November 30th", "2026-11-30"),
        ("2 March", "2027-03-02"),
        ("23 November", "2026-11-23"),
        ("2026-12-01", "2026-12-01"),
        ("1 December 2026", "2026-12-01"),
    ],
)
def test_what_people_say_of_an_appointment_is_a_day_to_come(said: str, day: str) -> None:
    assert dt.date.fromisoformat(day) == coming_day(said, MONDAY)


@pytest.mark.parametrize(
    "said",
    ["", "soon", "yesterday", "2025-11-30", "next week", "in a while", "31 February", "3/4/2027", "March", "about two weeks", "in 90 years",
     "when it rains", "7", "x" * 5000, "\x1b[2J", "last Monday", "two weeks ago"],
)  # fmt: skip
def test_what_is_past_or_no_whole_day_is_none(said: str) -> None:
    assert coming_day(said, MONDAY) is None


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("oggi", "2026-11-23"),
        ("stasera", "2026-11-23"),
        ("Domani", "2026-11-24"),
        ("dopodomani", "2026-11-25"),
        ("venerdì", "2026-11-27"),
        ("lunedì prossimo", "2026-11-30"),
        ("fra una settimana", "2026-11-30"),
        ("tra due settimane", "2026-12-07"),
        ("due settimane da oggi", "2026-12-07"),
        ("il 30 novembre", "2026-11-30"),
        ("1 dicembre 2026", "2026-12-01"),
        ("30/11/2026", "2026-11-30"),
        ("2026-12-01", "2026-12-01"),
        ("ieri", None),
        ("una settimana fa", None),
        ("martedì scorso", None),
        ("la settimana prossima", None),
        ("fra circa due settimane", None),
        ("31 febbraio", None),
        ("presto", None),
    ],
)
def test_what_people_say_of_an_appointment_in_italian(said: str, day: str | None, spoken: None) -> None:
    assert (None if day is None else dt.date.fromisoformat(day)) == coming_day(said, MONDAY)


@pytest.fixture
def spoken() -> Iterator[None]:
    use("it")
    yield
    use("en")
