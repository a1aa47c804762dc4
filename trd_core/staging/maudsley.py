"""The Maudsley method: five items, 3 to 15. It begins at one failed drug: without one it does not apply."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from trd_core.case import Case
from trd_core.catalogue import points
from trd_core.finding import MET, NOT_MET, UNKNOWN, Verdict
from trd_core.interval import Interval, total
from trd_core.staging.distinct import distinct_drugs
from trd_core.staging.failures import Counted, Failures
from trd_core.staging.high_ways import high_ways
from trd_core.staging.points import of_count, of_duration, of_severity, of_verdict
from trd_core.trial_reading import possibly

ITEMS: Final = ("duration", "severity", "antidepressants", "augmentation", "ect")


@dataclass(frozen=True, slots=True)
class Total:
    """The items over every way; their sum over the ways in which the method applies."""

    applies: Verdict
    items: dict[str, Interval]
    sum: Interval | None
    """None where it does not apply. No failed drug is no level of the method: its item is 0 then."""


def any_counted(counted: tuple[Counted, ...], *, is_complete: bool) -> Verdict:
    """Return whether one of them counts."""
    verdicts = [each.judged.verdict for each in counted]
    if MET in verdicts:
        return MET
    return UNKNOWN if UNKNOWN in verdicts or not is_complete else NOT_MET


def _items(case: Case, failed: Failures) -> dict[str, Interval]:
    drugs = distinct_drugs(failed.drugs, is_complete=failed.is_complete)
    return {
        "duration": of_duration("maudsley_duration", case.episode.duration_months),
        "severity": of_severity("maudsley_severity", case.episode.severity, case.episode.psychotic),
        "antidepressants": of_count("maudsley_antidepressants", drugs),
        "augmentation": of_verdict("maudsley_used", any_counted(failed.augmented, is_complete=failed.is_complete)),
        "ect": of_verdict("maudsley_used", any_counted(failed.ects, is_complete=failed.is_complete)),
    }


def _first_failure(failed: Failures, items: dict[str, Interval]) -> dict[str, Interval]:
    """The items where no drug counts for certain, over the ways in which one does: it brings what was added to it."""
    first = min(points("maudsley_antidepressants").values())
    drugs, added = items["antidepressants"], items["augmentation"]
    brings = [bool(each.reading.trial.augmentations) for each in failed.drugs if possibly(each.judged)]
    if failed.is_complete and all(brings):
        added = Interval(points("maudsley_used")["yes"], added.high)
    return {**items, "antidepressants": Interval(first, drugs.high), "augmentation": added}


def score(case: Case, failed: Failures) -> Total:
    """Return the items over every way, and the total over the ways in which the method applies, as intervals."""
    drugs = distinct_drugs(failed.drugs, is_complete=failed.is_complete)
    ways = [_items(case, way) for way in high_ways(failed)]
    items = {name: _hull([way[name] for way in ways]) for name in ITEMS}
    if drugs.high == 0:
        return Total(NOT_MET, items, None)
    applying = [way for way in ways if way["antidepressants"].high != 0]
    if drugs.low == 0:
        sums = [total(_first_failure(failed, way).values()) for way in applying]
        return Total(UNKNOWN, items, _hull(sums))
    return Total(MET, items, _hull([total(way.values()) for way in applying]))


def _hull(intervals: list[Interval]) -> Interval:
    whole = intervals[0]
    for other in intervals[1:]:
        whole = whole.hull(other)
    return whole


def band(low: float, high: float | None) -> str | None:
    """Return the band that both ends of a total share, else None."""
    begins = sorted(points("maudsley_bands").items(), key=lambda entry: entry[1])

    def of(sum_: float) -> str:
        return [name for name, from_ in begins if from_ <= sum_][-1]

    return of(low) if high is not None and of(low) == of(high) else None
