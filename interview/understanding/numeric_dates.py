"""Dates in digits: "3/4/2021" (two readings), "3.4.2021" (day first), "2021-04", "03/19"."""

from __future__ import annotations

import datetime as dt
from typing import Final

from interview.understanding import calendar_words as words
from interview.understanding.clock import LATEST, OLDEST, Clock, valid
from interview.understanding.span import Span, a_day, a_month, either
from interview.understanding.tokens import Token

_SEPARATORS: Final = frozenset({"/", "-", "."})


class NumericDates:
    """Finds dates in digits; `spans` holds them, and each stands among the tokens as a mark `span` with its place there."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.spans: list[Span] = []

    def marked(self, said: tuple[Token, ...]) -> tuple[Token, ...]:
        kept: list[Token] = []
        place = 0
        while place < len(said):
            found = self._numeric(said, place)
            if found is None:
                kept.append(said[place])
                place += 1
                continue
            span, place = found
            kept.append(Token("mark", "span", len(self.spans)))
            self.spans.append(span)
        return tuple(kept)

    def _numeric(self, said: tuple[Token, ...], place: int) -> tuple[Span, int] | None:
        def number(at: int) -> str:
            return said[at].text if at < len(said) and said[at].kind == "number" else ""

        separator = said[place + 1].text if place + 1 < len(said) and said[place + 1].kind == "sign" else ""
        first, second = number(place), number(place + 2)
        if separator not in _SEPARATORS or not first or not second or len(first) > 4 or len(second) > 4:
            return None
        third_number = number(place + 4) if place + 3 < len(said) and said[place + 3].text == separator else ""
        if third_number:
            span = self._three(first, second, third_number, separator)
            return (span, place + 5) if span is not None else None
        if place + 3 < len(said) and said[place + 3].text in words.DAYS:
            return None
        span = self._two(first, second, separator)
        return (span, place + 3) if span is not None else None

    def _three(self, first: str, second: str, last: str, separator: str) -> Span | None:
        if len(first) == 4:
            date = valid(int(first), int(second), int(last))
            return a_day(date) if date else either()
        if len(last) not in (2, 4) or len(first) > 2 or len(second) > 2:
            return either()
        one, two = int(first), int(second)
        day_first = self._dated(last, two, one)
        month_first = None if separator == "." else self._dated(last, one, two)
        dates = [date for date in (day_first, month_first) if date is not None]
        if len(dates) == 2 and dates[0] != dates[1]:
            return either(*(date.isoformat() for date in dates))
        return a_day(dates[0]) if dates else either()

    def _dated(self, written_year: str, month_number: int, day_number: int) -> dt.date | None:
        if not 1 <= month_number <= 12 or not 1 <= day_number <= 31:
            return None
        number = int(written_year) if len(written_year) == 4 else self.clock.full_year(int(written_year), month_number, day_number)
        return valid(number, month_number, day_number) if OLDEST <= number <= LATEST else None

    def _two(self, first: str, second: str, separator: str) -> Span | None:
        one, two = int(first), int(second)
        if len(first) == 4 and OLDEST <= one <= LATEST and len(second) <= 2:
            if separator in "-/" and len(second) == 2 and not 1 <= two <= 12 and two == (one + 1) % 100:
                return Span(dt.date(one, 1, 1), dt.date(one + 1, 12, 31), None, ranged=True, year=one)
            return a_month(one, two) if 1 <= two <= 12 else None
        if len(first) == len(second) == 4 and OLDEST <= one < two <= LATEST and separator in "-/":
            return Span(dt.date(one, 1, 1), dt.date(two, 12, 31), None, ranged=True, year=one if two == one + 1 else 0)
        if len(second) == 4 and OLDEST <= two <= LATEST and len(first) <= 2:
            return a_month(two, one) if 1 <= one <= 12 else either()
        if separator == "-" or len(first) > 2 or len(second) > 2:
            return None
        readings: list[str] = []
        for month_number, day_number in ((two, one),) if separator == "." else ((two, one), (one, two)):
            if 1 <= month_number <= 12 and 1 <= day_number <= 31:
                readings.append(self.clock.latest_day(month_number, day_number).isoformat())
        if separator == "/" and 1 <= one <= 12 and len(second) == 2:
            readings.append(f"{self.clock.full_year(two, one):04d}-{one:02d}")
        distinct = tuple(dict.fromkeys(readings))
        if len(distinct) == 1:
            return a_day(dt.date.fromisoformat(distinct[0])) if len(distinct[0]) == 10 else either()
        return either(*distinct)
