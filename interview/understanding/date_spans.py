"""The spans of days named in an answer: "3 March 2021", "spring 2019", "two years ago", "the late nineties".

`find` reads whole-digit tokens (`tokens(text, decimals=False)`). What it will not do: combine spans.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from interview.understanding import calendar_words as words
from interview.understanding.clock import Clock, valid
from interview.understanding.date_words import DateWords
from interview.understanding.days_and_months import day_and_month, month_named
from interview.understanding.relative_dates import ago, amount_before, relative, weekday
from interview.understanding.seasons import decade, feast, season
from interview.understanding.span import Span, a_day, a_month, a_year, months_of, third
from interview.understanding.tokens import Token

_EARLY: Final = {
    "early": 0,
    "beginning": 0,
    "start": 0,
    "mid": 1,
    "middle": 1,
    "late": 2,
    "end": 2,
    "beginnings": 0,
    "latter": 2,
    "begining": 0,
}


@dataclass(frozen=True, slots=True)
class Found:
    """Spans and the tokens around them, in order."""

    parts: tuple[Span | Token, ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        """The spans alone."""
        return tuple(part for part in self.parts if isinstance(part, Span))


def span(at: DateWords, place: int) -> tuple[Span, int] | None:
    """Read one span at this place."""
    numeric = at.numeric(place)
    if numeric is not None:
        return numeric, place + 1
    for read in (
        _part_of,
        day_and_month,
        month_named,
        season,
        feast,
        decade,
        relative,
        weekday,
        _year_named,
    ):
        found = read(at, place)
        if found is not None:
            return found
    return None


def _year_named(at: DateWords, place: int) -> tuple[Span, int] | None:
    found = at.year_number(place)
    if found is None:
        return None
    name = words.MONTHS.get(at.word(found[1]))
    months = words.SEASONS.get(at.word(found[1]))
    if months is not None and months[0] < months[1] and at.number(place) is not None:
        return months_of(a_year(found[0]), months[0] - 1, 3), found[1] + 1
    if name is None or at.word(place) in ("last", "this"):
        return a_year(found[0]), found[1]
    dated = at.day_number(found[1] + 1)
    if dated is not None and (date := valid(found[0], name, dated[0])) is not None:
        return replace(a_day(date), year=found[0]), dated[1]
    return a_month(found[0], name), found[1] + 1


def _part_of(at: DateWords, place: int) -> tuple[Span, int] | None:
    here = place + 1 if at.word(place) == "the" else place
    following = at.said[here + 1] if here + 1 < len(at.said) else None
    halved = following is not None and (following.said in ("half of", "half the") or (following.said == "part" and following.value == 0.5))
    half = {"first": 0, "second": 6}.get(at.word(here)) if halved else None
    if half is not None:
        found = _span_of_whole(at, at.is_of(here + 2))
        return (months_of(found[0], half, 6), found[1]) if found is not None and found[0].value and len(found[0].value) == 4 else None
    if at.word(here) in ("very", "about"):
        here += 1
    part = _EARLY.get(at.word(here))
    if part is None:
        return None
    after = here + 1
    if at.word(after) in ("-", "to"):
        after += 1
        if at.word(after) in _EARLY:
            after += 1
    found = _span_of_whole(at, at.is_of(after))
    return (third(found[0], part), found[1]) if found is not None else None


def _span_of_whole(at: DateWords, place: int) -> tuple[Span, int] | None:
    """Read what may be early or late: a month, a year, a decade, a season."""
    if place >= len(at.said):
        return None
    for read in (month_named, season, decade, _year_named):
        found = read(at, place)
        if found is not None:
            if read is season:
                return replace(found[0], approximate=True), found[1]
            return found
    numeric = at.numeric(place)
    if numeric is not None and numeric.value:
        return numeric, place + 1
    return None


def find(said: Sequence[Token], today: dt.date | None) -> Found:
    """Return the spans named, and the tokens around them. `NeedsToday` if a word needs it."""
    clock = Clock(today)
    reader = DateWords(said, clock)
    taken: dict[int, tuple[Span, int]] = {}
    for place, token in enumerate(reader.said):
        if (token.kind == "mark" and token.text == "so_far_ago") or token.text == "earlier":
            start = amount_before(reader.said, place)
            if start < place and start - 1 >= 0 and reader.word(start - 1) in words.MONTHS:
                continue
            back = ago(reader.said[start:place], clock) if start < place else None
            if back is not None:
                taken[start] = (back, place + 1)
    parts: list[Span | Token] = []
    place = 0
    while place < len(reader.said):
        found = taken.get(place) or span(reader, place)
        if found is None:
            parts.append(reader.said[place])
            place += 1
        else:
            parts.append(found[0])
            place = found[1]
    return Found(tuple(parts))
