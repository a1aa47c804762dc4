"""Dates counted from today: "yesterday", "last week", "last Monday", "two years ago"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from interview.understanding import calendar_words as words
from interview.understanding.amounts import read_amounts
from interview.understanding.clock import Clock
from interview.understanding.date_words import DateWords
from interview.understanding.days_and_months import day_and_month
from interview.understanding.span import Span, a_day, a_month, either, months_before
from interview.understanding.tokens import Token


def weekday(at: DateWords, place: int) -> tuple[Span, int] | None:
    """Read a day of the week, alone or before its date."""
    which = at.word(place) if at.word(place) in ("last", "this") else ""
    here = place + 1 if which else place
    number = words.WEEKDAYS.get(at.word(here))
    if number is None:
        return None
    after = here + 1
    while at.word(after) in (",", "the"):
        after += 1
    if after < len(at.said) and not which:
        numeric = at.numeric(after)
        dated = day_and_month(at, after) if numeric is None else (numeric, after + 1)
        if dated is not None:
            return dated
    if at.word(place - 1) == "next" or at.word(here + 1) in ("of", "in") or at.is_before_last(here + 1):
        return None
    today = at.clock.day()
    back = (today.weekday() - number) % 7
    latest = today - dt.timedelta(days=back)
    if which == "last":
        if back == 0:
            return a_day(today - dt.timedelta(days=7)), here + 1
        if back <= today.weekday():
            return either(latest.isoformat(), (latest - dt.timedelta(days=7)).isoformat()), here + 1
    return a_day(latest), here + 1


def relative(at: DateWords, place: int) -> tuple[Span, int] | None:
    """Read "today", "yesterday", "last week", "last month" and their like."""
    word, following = at.word(place), at.word(place + 1)
    if word in ("today", "tonight"):
        return a_day(at.clock.day()), place + 1
    if word in ("now", "present") and at.is_until(place - 1):
        return a_day(at.clock.day()), place + 1
    if place and at.said[place].said in ("up to now", "up until now", "to date", "until now", "so far"):
        return a_day(at.clock.day()), place + 1
    if word == "this" and following in ("morning", "afternoon", "evening"):
        return a_day(at.clock.day()), place + 2
    if word == "last" and following in ("night", "evening"):
        return a_day(at.clock.day() - dt.timedelta(days=1)), place + 2
    if word in ("yesterday", "yday", "yesteday"):
        return a_day(at.clock.day() - dt.timedelta(days=1)), place + 1
    start = place + 1 if word == "the" else place
    sequence = [at.word(start + each) for each in range(3)]
    if sequence == ["day", "before", "yesterday"]:
        return a_day(at.clock.day() - dt.timedelta(days=2)), start + 3
    if sequence in (["week", "before", "last"], ["month", "before", "last"]):
        if sequence[0] == "month":
            return a_month(*months_before(at.clock.day(), 2)), start + 3
        return _month_of(at.clock.day() - dt.timedelta(days=14)), start + 3
    if (
        word in ("last", "this", "past", "previous")
        and following in ("month", "week")
        and not (word == "last" and at.word(place - 1) == "the")
        and at.word(place + 2) != "of"
    ):
        today = at.clock.day()
        if following == "week":
            begun = today - dt.timedelta(days=0 if word == "this" else 7)
            return replace(_month_of(begun), first=begun, last=today), place + 2
        return a_month(*months_before(today, 0 if word == "this" else 1)), place + 2
    return None


def _month_of(date: dt.date) -> Span:
    return a_month(date.year, date.month, approximate=True)


def ago(said: Sequence[Token], clock: Clock) -> Span | None:
    """Read "two years", said before "ago", as the span that lies so far back."""
    amounts = read_amounts(said, words.DAYS)
    if len(amounts.found) != 1 or not amounts.found[0].sized:
        return None
    today = clock.day()
    amount = amounts.found[0]
    near = None if amount.low in (None, 0.0) and amount.single is None else _back(today, amount.low or 0.0, amount.smallest)
    far = None if amount.high is None else _back(today, amount.high, amount.smallest)
    if amount.single is not None and near is not None:
        whole_days = amount.smallest <= 1 and not amounts.approximate
        return near if whole_days else replace(near, approximate=True)
    return Span(None if far is None else far.first, None if near is None else near.last, None, True, True)


def _back(today: dt.date, days: float, smallest: float) -> Span | None:
    """Return the day, or for weeks and more the month, that lies so many days back."""
    if days > words.DAYS_A_YEAR * 120:
        return None
    if smallest <= 1:
        return a_day(today - dt.timedelta(days=round(days)))
    if smallest < words.DAYS_A_MONTH:
        date = today - dt.timedelta(days=round(days))
        return replace(a_month(date.year, date.month, approximate=True), first=date, last=date)
    return a_month(*months_before(today, round(days / words.DAYS_A_MONTH)), approximate=True)


_BEFORE_AN_AMOUNT: Final = frozenset({"a", "an", "or", "to", "and", "of", "-", "half", "about", "full", "good", "whole"})
_MARKS_OF_AMOUNT: Final = frozenset({"approximate", "hedge", "perhaps", "at_least", "at_most", "between", "filler"})


def amount_before(said: Sequence[Token], place: int) -> int:
    """Return where the amount begins that ends before "ago"."""
    start = place
    while start > 0:
        token = said[start - 1]
        amount = token.kind == "number" or token.text in words.DAYS or token.text in _BEFORE_AN_AMOUNT
        if not (amount or (token.kind == "mark" and token.text in _MARKS_OF_AMOUNT)):
            break
        start -= 1
    return start
