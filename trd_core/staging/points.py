"""Points by steps: for a number, for a code, for a count that is open. The steps themselves are parameters."""

from __future__ import annotations

from functools import cache

from trd_core.catalogue import points
from trd_core.finding import MET, NOT_MET, Scalar, Verdict, made
from trd_core.interval import Interval
from trd_core.treatment_results import Ranged


@cache
def _from(table: str) -> tuple[tuple[float, float], ...]:
    return tuple(sorted((float(step), each) for step, each in points(table).items()))


def points_from(table: str, count: float | None) -> float:
    """Return the points of the highest step that the count reaches, 0 below the first; None is any count, however high."""
    steps = _from(table)
    return steps[-1][1] if count is None else max((each for step, each in steps if step <= count), default=0)


def points_up_to(table: str, amount: float) -> float:
    """Return the points of the first step that the amount does not exceed."""
    return next(each for step, each in _from(table) if amount <= step)


def span(table: str) -> Interval:
    """Return from the fewest to the most points that a table gives."""
    given = points(table).values()
    return Interval(min(given), max(given))


def of_code(table: str, code: str | None) -> Interval:
    """Return the points of a code; the table's whole span where it is not known."""
    return span(table) if code is None else Interval.exactly(points(table)[code])


def of_count(table: str, count: Interval) -> Interval:
    """Return the points of a count that may be open."""
    return Interval(points_from(table, count.low), points_from(table, count.high))


def of_duration(table: str, months: float | None) -> Interval:
    """Return the points of a length in months; the table's whole span where it is not known."""
    return span(table) if months is None else Interval.exactly(points_up_to(table, months))


def of_severity(table: str, severity: str | None, psychotic: bool | None) -> Interval:
    """Return the points of a severity; psychotic features count where it is severe."""
    given = points(table)
    if severity is None:
        return Interval(min(given.values()), given["severe" if psychotic is False else "severe_psychotic"])
    if severity != "severe":
        return Interval.exactly(given[severity])
    return Interval(given["severe_psychotic" if psychotic else "severe"], given["severe" if psychotic is False else "severe_psychotic"])


def of_verdict(table: str, verdict: Verdict) -> Interval:
    """Return the points of a yes or no that may not be known."""
    given = points(table)
    return Interval(given["yes" if verdict == MET else "no"], given["no" if verdict == NOT_MET else "yes"])


def whole(number: float | None) -> Scalar | None:
    """Return 8.0 as 8, and 8.5 as it is."""
    return int(number) if number is not None and number.is_integer() else number


def ranged(interval: Interval) -> Ranged:
    """Return an interval as an assessment shows it: one number, or between what."""
    if interval.is_closed:
        return made(Ranged, value=whole(float(interval.low)))
    high = None if interval.high is None else whole(float(interval.high))
    return made(Ranged, range=(whole(float(interval.low)), high))


def shown(interval: Interval) -> Scalar | Ranged:
    """Return an item: a number where it is known, else between what."""
    closed = ranged(interval)
    return closed if closed.value is None else closed.value
