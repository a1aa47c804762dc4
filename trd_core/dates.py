"""Dates that are no more exact than what is known: the first and the last day that each may be."""

from __future__ import annotations

import calendar
import datetime as dt


def first_day(date: str) -> dt.date:
    """Return the earliest day that `YYYY`, `YYYY-MM` or `YYYY-MM-DD` may mean."""
    year, month, day = (*(int(part) for part in date.split("-")), 1, 1)[:3]
    return dt.date(year, month, day)


def last_day(date: str) -> dt.date:
    """Return the latest day that `YYYY`, `YYYY-MM` or `YYYY-MM-DD` may mean."""
    parts = [int(part) for part in date.split("-")]
    year = parts[0]
    month = parts[1] if len(parts) > 1 else 12
    return dt.date(year, month, parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1])


def months_before(day: dt.date, months: int) -> dt.date:
    """Return the same day of an earlier month, or that month's last day; the first of all days where the calendar ends."""
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if years < dt.MINYEAR:
        return dt.date.min
    return dt.date(years, month + 1, min(day.day, calendar.monthrange(years, month + 1)[1]))


def surely_before(one: str | None, other: str | None) -> bool:
    """Whether one date lies before the other however both are filled in; never where one is not known."""
    return one is not None and other is not None and last_day(one) < first_day(other)
