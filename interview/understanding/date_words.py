"""`DateWords`: the small parts of spoken dates at a place among the tokens: a year, a day of the month, "ago", "until"."""

from __future__ import annotations

from collections.abc import Sequence

from interview.understanding import calendar_words as words
from interview.understanding.clock import LATEST, OLDEST, Clock
from interview.understanding.marks import marked
from interview.understanding.numeric_dates import NumericDates
from interview.understanding.span import Span
from interview.understanding.tokens import Token


class DateWords:
    """Reads one answer's tokens on one day. Every reader returns what it found and the place behind it, or nothing."""

    def __init__(self, said: Sequence[Token], clock: Clock) -> None:
        self.clock = clock
        digits = NumericDates(clock)
        self.said = marked(digits.marked(tuple(said)))
        self._numeric = digits.spans

    def word(self, place: int) -> str:
        return self.said[place].text if 0 <= place < len(self.said) and self.said[place].kind in ("word", "sign") else ""

    def number(self, place: int) -> float | None:
        return self.said[place].value if 0 <= place < len(self.said) and self.said[place].kind == "number" else None

    def is_of(self, place: int) -> int:
        while self.word(place) in ("of", "the", ",", "in"):
            place += 1
        return place

    def year_number(self, place: int) -> tuple[int, int] | None:
        """Read a year: 2019, '19, "twenty nineteen", "last year", "two years ago" after a month."""
        value = self.number(place)
        if value is not None and value.is_integer():
            following = self.number(place + 1)
            if value in (19, 20) and self.said[place].said == "words":
                if following is not None and 10 <= following <= 99 and self.said[place + 1].said == "words":
                    return int(value * 100 + following), place + 2
                if (
                    self.word(place + 1) in ("oh", "o")
                    and following is None
                    and (last := self.number(place + 2)) is not None
                    and 1 <= last <= 9
                ):
                    return int(value * 100 + last), place + 3
            digits = self.said[place].text
            if (
                OLDEST <= value <= LATEST
                and (len(digits) == 4 or self.said[place].said == "words")
                and self.word(place + 1) not in words.DAYS
            ):
                return int(value), place + 1
        if self.word(place) == "'" and (short := self.number(place + 1)) is not None and len(self.said[place + 1].text) == 2:
            return self.clock.full_year(int(short)), place + 2
        return self._relative_year(place)

    def _relative_year(self, place: int) -> tuple[int, int] | None:
        if self.word(place + 1) == "year" and self.word(place) in ("last", "this", "that", "next", "previous"):
            past_twelve_months = self.word(place) == "last" and self.word(place - 1) == "the"
            if self.word(place) == "that" or past_twelve_months:
                return None
            return self.clock.day().year - {"last": 1, "previous": 1, "this": 0, "next": -1}[self.word(place)], place + 2
        start = place + 1 if self.word(place) == "the" else place
        if [self.word(start + each) for each in range(3)] == ["year", "before", "last"]:
            return self.clock.day().year - 2, start + 3
        return None

    def years_ago(self, place: int) -> tuple[int, int] | None:
        """Read "two years ago" as a year, where a month or a season stands before it."""
        value = self.number(place)
        if value is None and self.word(place) == "a":
            value = 1.0
        if value is not None and value.is_integer() and self.word(place + 1) in ("year", "years") and self.is_ago(place + 2):
            return self.clock.day().year - int(value), place + 3
        return None

    def is_ago(self, place: int) -> bool:
        return 0 <= place < len(self.said) and (self.said[place].text == "so_far_ago" or self.said[place].text == "earlier")

    def day_number(self, place: int) -> tuple[int, int, bool] | None:
        """Read a day of the month; the third member says whether it was an ordinal."""
        place = place + 1 if self.word(place) == "the" else place
        value = self.number(place)
        if value is not None and value.is_integer() and 1 <= value <= 31:
            ordinal = self.word(place + 1) in ("st", "nd", "rd", "th")
            tens = self.word(place + 1) if value in (20, 30) and self.said[place].said == "words" else ""
            dashed = self.word(place + 2) if tens == "-" else tens
            if dashed in words.ORDINALS and words.ORDINALS[dashed] < 10:
                return int(value) + words.ORDINALS[dashed], place + (3 if tens == "-" else 2), True
            return int(value), place + (2 if ordinal else 1), ordinal
        if self.word(place) in words.ORDINALS:
            return words.ORDINALS[self.word(place)], place + 1, True
        return None

    def year_after(self, place: int) -> tuple[int, int] | None:
        after = self.is_of(place)
        if after < len(self.said):
            return self.year_number(after) or self.years_ago(after)
        return None

    def after_plural(self, place: int) -> int:
        if self.word(place) == "'" and self.word(place + 1) == "s":
            return place + 2
        return place + 1 if self.word(place) == "s" else 0

    def is_until(self, place: int) -> bool:
        if self.word(place) == "the":
            place -= 1
        return self.word(place) in ("to", "-") or (place >= 0 and self.said[place].said in ("until", "till", "up to"))

    def is_before_last(self, place: int) -> bool:
        """Tell whether "before last" stands here."""
        return self.word(place) == "before" and self.word(place + 1) == "last"

    def numeric(self, place: int) -> Span | None:
        """Return the date in digits that stands at this place."""
        if 0 <= place < len(self.said) and self.said[place].kind == "mark" and self.said[place].text == "span":
            return self._numeric[int(self.said[place].value)]
        return None
