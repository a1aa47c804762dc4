"""Seasons (northern, meteorological), feast days and decades: "spring 2019", "last winter", "Christmas", "the nineties"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from interview.understanding import calendar_words as words
from interview.understanding.clock import LATEST, OLDEST
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
    if at.word(here + 1) in ("holiday", "holidays", "break", "vacation", "term"):
        here += 1
    numeric = here + 1 < len(at.said) and at.said[here + 1].text == "span"
    followed = None if numeric else at.year_after(here + 1)
    if followed is not None and not which:
        return months_of(a_year(followed[0]), months[0] - 1, 3), followed[1]
    today = at.clock.day()
    latest = today.year if months[0] <= today.month else today.year - 1
    if at.is_before_last(here + 1) and not which:
        if latest == today.year:
            return either(str(latest - 1), str(latest - 2)), here + 3
        return months_of(a_year(latest - 1), months[0] - 1, 3), here + 3
    if which in ("last", "past") and latest == today.year:
        if today.month <= months[1]:
            latest -= 1
        else:
            return either(str(latest), str(latest - 1)), here + 1
    found = months_of(a_year(today.year if which == "this" else latest), months[0] - 1, 3)
    return (found if which else replace(found, month_alone=months[0], year=0)), here + 1


def _winter(at: DateWords, end: int, which: str) -> tuple[Span, int]:
    numbered = at.is_of(end)
    numeric = at.numeric(numbered)
    if numeric is not None and numeric.year and numeric.value is None and numeric.first is not None:
        return _winter_from(numeric.first.year), numbered + 1
    followed = at.year_after(end)
    if followed is not None and not which:
        return either(f"{followed[0]:04d}-01", f"{followed[0]:04d}-12"), followed[1]
    today = at.clock.day()
    begun = today.year if today.month == 12 else today.year - 1
    if which in ("last", "past") and today.month in (12, 1, 2):
        begun -= 1
    if at.is_before_last(end) and not which:
        return (either() if today.month in (12, 1, 2) else _winter_from(begun - 1)), end + 2
    return _winter_from(begun), end


def _winter_from(begun: int) -> Span:
    last = a_month(begun + 1, 2).last
    return Span(dt.date(begun, 12, 1), last, None, True, True)


def easter(year: int) -> dt.date:
    """Return Easter Sunday of a Gregorian year, reckoned from the golden number, the epact and the Sunday that follows the full moon."""
    golden = year % 19
    century = year // 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    after = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - epact - year % 100 % 4) % 7
    late = (golden + 11 * epact + 22 * after) // 451
    month, day = divmod(epact + after - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


def _feast_day(name: str, year: int) -> dt.date:
    """Return the day of a feast in a year (the latest, where it moves otherwise than with Easter)."""
    if name in words.MOVABLE:
        return easter(year) + dt.timedelta(days=words.MOVABLE[name])
    number, latest_day = words.FEASTS[name]
    return dt.date(year, number, latest_day)


def _as_feast(name: str, year: int) -> Span:
    """Return the feast as its month, approximate, that begins and ends on its day."""
    day = _feast_day(name, year)
    return replace(a_month(day.year, day.month, approximate=True), first=day, last=day)


def feast(at: DateWords, place: int) -> tuple[Span, int] | None:
    """Read a feast day as its month, approximate."""
    which = at.word(place) if at.word(place) in ("last", "this") else ""
    here = place + 1 if which else place
    for length in (4, 3, 2, 1):
        name = " ".join(at.word(here + each) for each in range(length))
        if name in words.FEASTS or name in words.MOVABLE:
            break
    else:
        return None
    end = here + length
    followed = at.year_after(end)
    if followed is not None and not which:
        return _as_feast(name, followed[0]), followed[1]
    today = at.clock.day()
    latest = today.year if _feast_day(name, today.year) <= today else today.year - 1
    if at.is_before_last(end):
        return _as_feast(name, latest - 1), end + 2
    return _as_feast(name, latest), end


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
