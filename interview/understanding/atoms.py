"""Single values among marked tokens, with their units and what adds to them: "a year and three months", "1h30"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from interview.understanding.amount import Amount
from interview.understanding.marks import BOUND_AFTER
from interview.understanding.tokens import Token

_ARTICLES = {"a", "an", "one"}


_BETWEEN_NUMBER_AND_UNIT = {"of", "full", "whole", "solid", "long", "entire", "good", "complete", "more", "straight", "consecutive"}


_TO = {"to", "or", "through", "thru", "til"}


_PASSED_OVER = {"hedge", "approximate", "filler"}


class Atoms:
    def __init__(self, said: Sequence[Token], sizes: Mapping[str, float]) -> None:
        self.said = said
        self.sizes = sizes

    def word(self, place: int) -> str:
        return self.said[place].text if 0 <= place < len(self.said) and self.said[place].kind in ("word", "sign") else ""

    def mark(self, place: int) -> str:
        return self.said[place].text if 0 <= place < len(self.said) and self.said[place].kind == "mark" else ""

    def is_number(self, place: int) -> bool:
        return 0 <= place < len(self.said) and self.said[place].kind == "number"

    def size(self, place: int) -> float | None:
        return self.sizes.get(self.word(place)) if self.sizes else None

    def unit_after(self, place: int) -> tuple[float, int, str] | None:
        """Find the unit that follows a number, over "of a", "-", "full"; the third member is a mark between ("or so", "or more")."""
        here = place
        between = ""
        for _ in range(3):
            size = self.size(here)
            if size is not None:
                return size, here + 1, between
            if (
                self.word(here) in _BETWEEN_NUMBER_AND_UNIT
                or self.word(here) in ("a", "an", "-")
                or (self.mark(here) == "filler" and self.said[here].said in ("solid", "straight"))
                or (self._bounding(here) and self.size(here + 1) is not None)
            ):
                between = self._bounding(here) or between
                here += 1
            else:
                return None
        return None

    def one(self, place: int, *, to_and: bool = False) -> tuple[Amount, int] | None:
        """Read one value at this place, with the parts that belong to it ("a year and three months").

        `to_and` says that the one "and" behind it leads to the other end of a range ("between a month and six weeks").
        """
        if self.is_number(place):
            token = self.said[place]
            unit = self.unit_after(place + 1)
            if unit is None:
                return Amount(token.value, token.value, False, token.approximate, 0.0, place, place + 1), place + 1
            value, size, end = token.value * unit[0], unit[0], unit[1]
            approximate, bound = token.approximate or unit[2] == "approximate", unit[2]
        else:
            here = place + 1 if self.word(place) in _ARTICLES or self.word(place) == "the" else place
            after_sign = self.word(place - 1) == ","
            if here == place and not (self.mark(place - 1) or place == 0 or after_sign):
                return None
            while self.word(here) in _BETWEEN_NUMBER_AND_UNIT - {"of"}:
                here += 1
            found = self.size(here)
            if found is None or self.word(here) not in self.sizes or self.word(here).endswith("s"):
                return None
            if self.word(place) == "the" and self.word(place + 1) not in ("whole", "full", "entire"):
                return None
            value, size, end, approximate, bound = found, found, here + 1, False, ""
        whole, smallest = value, size
        while True:
            more = self._more(end, size, smallest)
            if more is None or (to_and and self.word(end) == "and" and self.said[more[2] - 1].said != "part"):
                break
            added, smallest, end = more
            whole += added
        low = 0.0 if bound == "or_less" else whole
        high = None if bound == "or_more" else whole
        return Amount(low, high, True, approximate, smallest, place, end), end

    def _bounding(self, place: int) -> str:
        if self.word(place) == "+":
            return "or_more"
        mark = BOUND_AFTER.get(self.mark(place), self.mark(place))
        return mark if mark in ("approximate", "or_more", "or_less") else ""

    def _more(self, place: int, size: float, smallest: float) -> tuple[float, float, int] | None:
        """Read what adds to a value with a unit: "and a half", "3 months", "30" after an hour."""
        here = place + 1 if self.word(place) in ("and", ",", "&") or (self.word(place) == "-" and self.is_number(place + 1)) else place
        if here == place + 1 and self.word(here) == "and":
            here += 1
        if (
            here > place
            and self.word(here) in ("a", "an")
            and self.size(here + 1) is not None
            and self.sizes[self.word(here + 1)] < smallest
            and not self.word(here + 1).endswith("s")
        ):
            return self.sizes[self.word(here + 1)], self.sizes[self.word(here + 1)], here + 2
        if not self.is_number(here):
            return None
        number = self.said[here]
        unit = self.unit_after(here + 1)
        if unit is not None:
            most = smallest * 1.5 if self.word(place) == "and" else smallest
            if unit[0] < smallest and number.value * unit[0] < most:
                return number.value * unit[0], unit[0], unit[1]
            return None
        if number.said == "part" and number.value < 1 and here > place and self.word(place) == "and":
            return number.value * size, smallest, here + 1
        hour = self.sizes.get("hour")
        if hour is not None and smallest == hour and number.value < 60 and number.text.isdigit() and self.word(place) != "-":
            return number.value * hour / 60, hour / 60, here + 1
        return None

    def second(self, place: int, after_between: bool) -> tuple[tuple[Amount, int], bool] | None:
        """Read the other end of a range, behind "to", "or", "-", "maybe"."""
        here, joined, perhaps, approximate = place, False, False, False
        for _ in range(5):
            word, mark = self.word(here), self.mark(here)
            if word in _TO or word == "-" or (word == "and" and after_between):
                if joined and word != "-":
                    break
                joined = True
            elif mark == "perhaps":
                perhaps = True
            elif mark == "approximate":
                approximate = True
            elif not (mark in _PASSED_OVER or (mark == "at_most" and joined and self.said[here].said == "up to") or word == ","):
                break
            here += 1
        if not (joined or perhaps) or (self.word(here) in ("a", "an", "the") and self.size(here + 1) is None and not self.is_number(here)):
            return None
        found = self.one(here)
        if found is None:
            return None
        amount = replace(found[0], approximate=found[0].approximate or approximate)
        return (amount, found[1]), perhaps
