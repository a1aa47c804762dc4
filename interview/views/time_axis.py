"""One axis of time for a picture: days to columns, and ticks that can be read. Its scale follows from the span that is shown.

Where most of what is dated lies in a small last part of many years, that part gets a scale of its own, and the change is marked.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from interview.language import _, ngettext
from interview.views.locale import MONTHS, number

YEAR: Final = 365.25
"""Days."""
MONTH: Final = YEAR / 12
SHORTEST: Final = 28
"""Days that an axis shows at least."""
BREAK_BEYOND: Final = 4 * 365
"""Days beyond which the scale may change once."""
GAIN: Final = 0.4
"""The scale changes where a last part has so much more of what is dated than of the time."""
FEWEST: Final = 8
"""First and last days that the last part must hold: four things with a date."""
FINE_SHARE: Final = 0.65
"""Of the columns that the later scale gets."""
APART: Final = 2
"""Blanks between the words of two ticks, beside the one that must be there."""
DAY_STEPS: Final = (1, 2, 7, 14)
MONTH_STEPS: Final = (1, 2, 3, 6)
YEAR_STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


@dataclass(frozen=True, slots=True)
class Tick:
    """A column with its words."""

    column: int
    label: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the axis with one scale: days by their ordinals, both included."""

    first: int
    last: int
    at: int
    cells: int

    @property
    def days_a_column(self) -> float:
        """How many days one column stands for."""
        return (self.last - self.first + 1) / self.cells


@dataclass(frozen=True, slots=True)
class Axis:
    """Columns from 0, and the days they stand for."""

    stretches: tuple[Stretch, ...]
    ticks: tuple[Tick, ...]

    @property
    def cells(self) -> int:
        """How many columns there are."""
        return sum(each.cells for each in self.stretches)

    @property
    def changes_at(self) -> int | None:
        """The column at which the scale changes; None where it does not."""
        return self.stretches[1].at if len(self.stretches) > 1 else None

    def column(self, day: dt.date) -> int:
        """Return the column of a day; days outside stand at the edge."""
        on = min(max(day.toordinal(), self.stretches[0].first), self.stretches[-1].last)
        part = next(each for each in self.stretches if on <= each.last)
        return part.at + (on - part.first) * part.cells // (part.last - part.first + 1)

    def in_words(self) -> str:
        """Return what a column stands for."""
        coarse, *fine = (_length(each.days_a_column) for each in self.stretches)
        if not fine:
            return _("One column is about {coarse}.").format(coarse=coarse)
        turn = dt.date.fromordinal(self.stretches[1].first)
        return _("The scale changes in {year}: before, one column is about {coarse}; from then on about {fine}.").format(
            year=turn.year, coarse=coarse, fine=fine[0]
        )


def axis_of(days: Sequence[dt.date], cells: int) -> Axis | None:
    """Return the axis from the first of these days to the last, in so many columns; None where there is no day."""
    if not days:
        return None
    ordinals = sorted(each.toordinal() for each in days)
    lack = max(0, SHORTEST - (ordinals[-1] - ordinals[0] + 1))
    first = max(dt.date.min.toordinal(), ordinals[0] - lack // 2)
    last = min(dt.date.max.toordinal(), ordinals[-1] + lack - lack // 2)
    turn = _turn(ordinals, first, last)
    if turn is None:
        stretches: tuple[Stretch, ...] = (Stretch(first, last, 0, cells),)
    else:
        fine = round(cells * FINE_SHARE)
        stretches = (Stretch(first, turn - 1, 0, cells - fine), Stretch(turn, last, cells - fine, fine))
    return Axis(stretches, tuple(tick for each in stretches for tick in _ticks(each)))


def _turn(ordinals: Sequence[int], first: int, last: int) -> int | None:
    """The first day of the year from which on there is far more of what is dated than of the time."""
    span = last - first + 1
    if span <= BREAK_BEYOND:
        return None
    best, gained = None, GAIN
    for year in sorted({dt.date.fromordinal(each).year for each in ordinals}):
        start = dt.date(year, 1, 1).toordinal()
        if start <= first:
            continue
        held = len(ordinals) - bisect_left(ordinals, start)
        gain = held / len(ordinals) - (last - start + 1) / span
        if held >= FEWEST and last - start >= SHORTEST and gain >= gained:
            best, gained = start, gain
    return best


def _length(days: float) -> str:
    """Return a number of days in the unit that suits it."""
    for unit, one, many in (
        (YEAR, _("{n} year"), _("{n} years")),
        (MONTH, _("{n} month"), _("{n} months")),
        (7, _("{n} week"), _("{n} weeks")),
    ):
        if days >= unit * 0.95:
            half = round(2 * days / unit) / 2
            return (one if half == 1 else many).format(n=number(half))
    return ngettext("{n} day", "{n} days", max(1, round(days))).format(n=max(1, round(days)))


def _ticks(part: Stretch) -> tuple[Tick, ...]:
    """The finest ticks whose words do not touch; one without room for them at the end is left out."""
    ends = part.at + part.cells
    for candidate in _candidates(part):
        shown = [(part.at + (on - part.first) * part.cells // (part.last - part.first + 1), label) for on, label in candidate]
        found = [Tick(column, label) for column, label in shown if part.at <= column < ends]
        if found and found[-1].column + len(found[-1].label) >= ends:
            found.pop()
        if found and all(one.column + len(one.label) + APART < other.column for one, other in pairwise(found)):
            return tuple(found)
    return ()


def _candidates(part: Stretch) -> Iterator[list[tuple[int, str]]]:
    """Days with their words, from the finest unit to the coarsest; units of which there would be far too many are left out."""
    span, first, last = part.last - part.first + 1, dt.date.fromordinal(part.first), dt.date.fromordinal(part.last)
    for step in DAY_STEPS:
        if span // step <= part.cells:
            yield [(on, _day_words(dt.date.fromordinal(on))) for on in range(part.first, part.last + 1, step)]
    for step in MONTH_STEPS:
        if span / MONTH / step <= part.cells:
            yield list(_months(first, last, step))
    for step in YEAR_STEPS:
        if span / YEAR / step <= part.cells:
            years = range(first.year + -first.year % step, last.year + 1, step)
            yield [(dt.date(year, 1, 1).toordinal(), str(year)) for year in years if year >= dt.MINYEAR]


def _day_words(on: dt.date) -> str:
    return f"{on.day} {MONTHS[on.month - 1][:3]}"


def _months(first: dt.date, last: dt.date, step: int) -> Iterator[tuple[int, str]]:
    for at in range(first.year * 12, last.year * 12 + last.month, step):
        year, month = divmod(at, 12)
        if (year, month + 1) >= (first.year, first.month):
            yield dt.date(year, month + 1, 1).toordinal(), MONTHS[month][:3] if month else str(year)
