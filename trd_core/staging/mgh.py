"""The method of the Massachusetts General Hospital: points for failed trials, their optimisation and augmentation, and ECT."""

from __future__ import annotations

from dataclasses import dataclass

from trd_core.case import Trial
from trd_core.catalogue import points
from trd_core.finding import MET, NOT_MET
from trd_core.interval import ZERO, Interval, total
from trd_core.staging.failures import Counted, Failures
from trd_core.staging.high_ways import high_ways
from trd_core.trial_reading import certainly, possibly


@dataclass(frozen=True, slots=True)
class Points:
    """The total as the paper reads the method, and with each strategy counted."""

    default: Interval
    expanded: Interval


def _optimised(trial: Trial) -> Interval:
    """How many of dose and duration were optimised."""
    flags = (trial.dose_optimised, trial.duration_optimised)
    return Interval(flags.count(True), len(flags) - flags.count(False))


def _of_trial(counted: Counted) -> Points:
    given, trial = points("mgh_points"), counted.reading.trial
    optimised, added = _optimised(trial), counted.reading.number_added
    one = Interval.exactly(given["trial"])
    default = one + optimised.at_most(1).times(given["optimisation"]) + added.at_most(1).times(given["augmentation"])
    expanded = one + optimised.times(given["optimisation"]) + added.times(given["augmentation"])
    if certainly(counted.judged):
        return Points(default, expanded)
    return Points(default.hull(ZERO), expanded.hull(ZERO))


def _sum(failed: Failures) -> Points:
    each = [_of_trial(counted) for counted in failed.drugs if counted.judged.verdict != NOT_MET]
    given = points("mgh_points")["ect"]
    courses = [counted.judged.verdict for counted in failed.ects]
    ect = Interval(given if MET in courses else 0, given if any(possibly(counted.judged) for counted in failed.ects) else 0)
    return Points(total([one.default for one in each]) + ect, total([one.expanded for one in each]) + ect)


def _open_above(interval: Interval) -> Interval:
    return Interval(interval.low, None)


def score(failed: Failures) -> Points:
    """Return the points as intervals; without a top where the list is not finished."""
    sums = [_sum(way) for way in high_ways(failed)]
    whole = sums[0]
    for other in sums[1:]:
        whole = Points(whole.default.hull(other.default), whole.expanded.hull(other.expanded))
    return whole if failed.is_complete else Points(_open_above(whole.default), _open_above(whole.expanded))
