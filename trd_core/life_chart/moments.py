"""Days that are no more exact than what was said, and the time between them."""

from __future__ import annotations

import datetime as dt
import math
from typing import Final

from trd_core.dates import first_day, last_day, months_before
from trd_core.interval import Interval
from trd_core.life_chart.model import Moment

YEAR: Final = 12
"""Months."""
WEEK: Final = 7
"""Days."""
ALL_DAYS: Final = (dt.date.max - dt.date.min).days
ALL_MONTHS: Final = dt.MAXYEAR * YEAR


def moment(date: str | None) -> Moment | None:
    """Return when a date is: a day, or every day of its month or year."""
    return None if date is None else Moment(said=date, earliest=first_day(date), latest=last_day(date))


def counted_back(months: float | None, assessed: Moment | None) -> Moment | None:
    """Return when something began so many months before the assessment.

    A number of whole years is no more exact than a year on either side, any other than a month; never after the assessment.
    """
    if months is None or assessed is None:
        return None
    unit = YEAR if months >= YEAR and months % YEAR == 0 else 1
    months = min(months, ALL_MONTHS)
    return Moment(
        earliest=months_before(assessed.earliest, math.ceil(months) + unit),
        latest=months_before(assessed.latest, max(0, math.floor(months) - unit)),
        counted_back=True,
    )


def _shifted(day: dt.date, days: float) -> dt.date:
    within = min(max(days, -ALL_DAYS), ALL_DAYS)
    ordinal = min(max(day.toordinal() + int(within), dt.date.min.toordinal()), dt.date.max.toordinal())
    return dt.date.fromordinal(ordinal)


def later(start: Moment | None, least: float | None, most: float | None = None) -> Moment | None:
    """Return the moment so many days after another; between `least` and `most` days where both are given."""
    if start is None or least is None:
        return None
    return Moment(
        earliest=_shifted(start.earliest, math.floor(least)),
        latest=_shifted(start.latest, math.ceil(least if most is None else most)),
        counted_back=start.counted_back,
    )


def days_between(start: Moment, end: Moment) -> Interval:
    """Return how many days lie between two moments; negative where the end may come first."""
    return Interval((end.earliest - start.latest).days, (end.latest - start.earliest).days)


def overlap(one: Moment | None, other: Moment | None) -> Moment | None:
    """Return the days that both leave possible, None where there are none or one of them is not known."""
    if one is None or other is None:
        return None
    earliest, latest = max(one.earliest, other.earliest), min(one.latest, other.latest)
    if earliest > latest:
        return None
    said = one.said if (one.earliest, one.latest) == (earliest, latest) else other.said
    return Moment(said=said, earliest=earliest, latest=latest)


def is_exact(when: Moment) -> bool:
    """Whether one day only is left."""
    return when.earliest == when.latest
