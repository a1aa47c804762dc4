"""`Span`: a stretch of days that a person named, no more exact than what was said."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day, and the normal form if it has one (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`)."""

    first: dt.date | None
    last: dt.date | None
    value: str | None
    approximate: bool = False
    ranged: bool = False
    """Whether the two days say more than the value."""
    month_alone: int = 0
    """The month, where it was said without a year."""
    year: int = 0
    """The year, where it was said."""
    candidates: tuple[str, ...] = ()
    """The readings, where there are two."""


def a_day(date: dt.date) -> Span:
    """Return one day."""
    return Span(date, date, date.isoformat())


def a_month(year: int, number: int, *, approximate: bool = False, said_year: bool = True, alone: bool = False) -> Span:
    """Return one month."""
    last = calendar.monthrange(year, number)[1]
    return Span(
        dt.date(year, number, 1),
        dt.date(year, number, last),
        f"{year:04d}-{number:02d}",
        approximate,
        month_alone=number if alone else 0,
        year=year if said_year else 0,
    )


def a_year(number: int, *, approximate: bool = False) -> Span:
    """Return one year."""
    return Span(dt.date(number, 1, 1), dt.date(number, 12, 31), f"{number:04d}", approximate, year=number)


def either(*values: str) -> Span:
    """Return a span that has two readings."""
    distinct = tuple(dict.fromkeys(values))
    return Span(None, None, None, candidates=distinct)


def third(whole: Span, part: int) -> Span:
    """Return the early (0), middle (1) or late (2) third of a month, a year or a decade."""
    if whole.first is None or whole.last is None:
        return whole
    months = (whole.last.year - whole.first.year) * 12 + whole.last.month - whole.first.month + 1
    if months == 1:
        first = whole.first.replace(day=(1, 11, 21)[part])
        last = whole.last if part == 2 else whole.first.replace(day=(10, 20)[part])
        return Span(first, last, whole.value, True, True, whole.month_alone, whole.year)
    years = months // 12
    if years >= 10:
        starts = (0, 4, 7, 10)
        first, last = dt.date(whole.first.year + starts[part], 1, 1), dt.date(whole.first.year + starts[part + 1] - 1, 12, 31)
        return Span(first, last, None, True, True)
    size = max(1, months // 3)
    return months_of(whole, part * size, size)


def months_of(whole: Span, offset: int, count: int) -> Span:
    """Return some months of a span, as the span's value, approximate, with their range."""
    if whole.first is None:
        return whole
    start = whole.first.year * 12 + whole.first.month - 1 + offset
    end = start + count - 1
    last = calendar.monthrange(end // 12, end % 12 + 1)[1]
    return Span(
        dt.date(start // 12, start % 12 + 1, 1),
        dt.date(end // 12, end % 12 + 1, last),
        whole.value,
        True,
        True,
        whole.month_alone,
        whole.year,
    )


def months_before(today: dt.date, count: int) -> tuple[int, int]:
    """Return the year and month that lie so many months back."""
    place = today.year * 12 + today.month - 1 - count
    return place // 12, place % 12 + 1
