"""Seasons (northern, meteorological), feast days and decades: "spring 2019", "last winter", "Christmas", "the nineties"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from interview.understanding import calendar_words as words
from interview.understanding.clock import LATEST, OLDEST, valid
from interview.understanding.date_words import DateWords
from interview.understanding.span import Span, a_month, a_year, either, months_of


def season(at: DateWords, place: int) -> tuple[Span, int] | None:
    """Read a season, with its year or the latest one past."""
    which = at.word(place) if at.word(place) in ("last", "this", "past") else ""
    here = place + 1 if which else place
    months = words.SEASONS.get(at.word(here))
    if months is None:
        return None
    if months[0] == 12:
        return _winter(at, here + 1, which)
    numeric = here + 1 < len(at.said) and at.said[here + 1].text == "span"
    followed = None if numeric else at.year_after(here + 1)
    if followed is not None and not which:
        return months_of(a_year(followed[0]), months[0] - 1, 3), followed[1]
    today = at.clock.day()
    latest = today.year if months[0] <= today.month else today.year - 1
    if which in ("last", "past") and latest == today.year:
        if today.month <= months[1]:
            latest -= 1
        else:
            return either(str(latest), str(latest - 1)), here + 1
    found = months_of(a_year(today.year if which == "this" else latest), months[0] - 1, 3)
    return (found if which else replace(found, month_alone=months[0], year=0)), here + 1


def _winter(at: DateWords, end: int, which: str) -> tuple[Span, int]:
    numeric = at.numeric(end)
    if numeric is not None and numeric.year and numeric.value is None and numeric.first is not None:
        return _winter_from(numeric.first.year), end + 1
    followed = at.year_after(end)
    if followed is not None and not which:
        return either(f"{followed[0]:04d}-01", f"{followed[0]:04d}-12"), followed[1]
    today = at.clock.day()
    begun = today.year if today.month == 12 else today.year - 1
    if which in ("last", "past") and today.month in (12, 1, 2):
        begun -= 1
    return _winter_from(begun), end


def _winter_from(begun: int) -> Span:
    last = a_month(begun + 1, 2).last
    return Span(dt.date(begun, 12, 1), last, None, True, True)


def feast(at: DateWords, place: int) -> tuple[Span, int] | None:
    """Read a feast day as its month, approximate."""
    which = at.word(place) if at.word(place) in ("last", "this") else ""
    here = place + 1 if which else place
    for length in (4, 3, 2, 1):
        name = " ".join(at.word(here + each) for each in range(length))
        if name in words.FEASTS:
            break
    else:
        return None
    end = here + length
    number, latest_day = words.FEASTS[name]
    followed = at.year_after(end)
    if followed is not None and not which:
        return a_month(followed[0], number, approximate=True), followed[1]
    today = at.clock.day()
    shown = valid(today.year, number, latest_day)
    latest = today.year if shown is not None and shown <= today else today.year - 1
    return a_month(latest, number, approximate=True), end


def decade(at: DateWords, place: int) -> tuple[Span, int] | None:
    """Read a decade as its days: "the nineties", "1990s"."""
    here = place + 1 if at.word(place) == "the" else place
    here = here + 1 if at.word(here) == "'" else here
    name = words.DECADES.get(at.word(here))
    value = at.number(here)
    end = here + 1
    if name is None and value is not None and value.is_integer() and value % 10 == 0 and at.after_plural(here + 1):
        name, end = int(value), at.after_plural(here + 1)
    if name is None and value in (19, 20) and at.word(here + 1) in words.DECADES:
        name, end = int(value * 100) + words.DECADES[at.word(here + 1)], here + 2
    if name is None or (name >= 100 and not OLDEST <= name <= LATEST):
        return None
    first = name if name >= 100 else (1900 + name if name >= 30 else 2000 + name)
    if at.word(place) != "the" and name < 100 and at.word(place - 1) in ("my", "his", "her", "their"):
        return None
    return Span(dt.date(first, 1, 1), dt.date(first + 9, 12, 31), None, ranged=True, year=first), end
