"""The Dutch measure: eleven items, 2 to 27. It reads what the Maudsley method reads, the person's situation, and psychotherapy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from trd_core.case import Case
from trd_core.catalogue import points
from trd_core.finding import UNKNOWN, Verdict
from trd_core.interval import Interval, total
from trd_core.staging.distinct import distinct_drugs
from trd_core.staging.failures import Counted, Failures
from trd_core.staging.high_ways import high_ways
from trd_core.staging.maudsley import any_counted
from trd_core.staging.points import of_code, of_count, of_duration, of_severity, of_verdict
from trd_core.trial_reading import certainly, possibly

ITEMS: Final = (
    "duration", "severity", "functional_impairment", "anxiety", "personality_disorder", "psychosocial_stressor",
    "antidepressants", "augmentation", "ect", "psychotherapy", "intensified_treatment",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Total:
    """The items and their sum."""

    items: dict[str, Interval]
    sum: Interval


def _strategies(failed: Failures) -> Interval:
    """How many strategies were added in trials that failed, adequate or not."""
    low = sum(each.reading.number_added.low for each in failed.strategies if certainly(each.judged))
    high = total(each.reading.number_added for each in failed.strategies if possibly(each.judged)).high
    return Interval(low, high if failed.is_complete else None)


def _points_of_therapies(supported: int, *, any_other: bool) -> float:
    given = points("dutch_psychotherapy")
    if supported == 0:
        return given["supportive" if any_other else "none"]
    return given["one" if supported == 1 else "several"]


def _psychotherapy(counted: tuple[Counted, ...], *, is_complete: bool) -> Interval:
    """A failed psychotherapy of which nobody said whether studies support it counts as either."""
    certain = [each.reading.trial.evidence_based for each in counted if certainly(each.judged)]
    possible = [each.reading.trial.evidence_based for each in counted if possibly(each.judged)]
    low = _points_of_therapies(certain.count(True), any_other=len(certain) > certain.count(True))
    if not is_complete:
        return Interval(low, points("dutch_psychotherapy")["several"])
    return Interval(low, _points_of_therapies(len(possible) - possible.count(False), any_other=bool(possible)))


def _stressor(known: bool | None) -> Verdict:
    return UNKNOWN if known is None else "met" if known else "not_met"


def _items(case: Case, failed: Failures) -> dict[str, Interval]:
    episode, complete = case.episode, failed.is_complete
    return {
        "duration": of_duration("dutch_duration", episode.duration_months),
        "severity": of_severity("dutch_severity", episode.severity, episode.psychotic),
        "functional_impairment": of_code("dutch_functional_impairment", episode.functional_impairment),
        "anxiety": of_code("dutch_anxiety", episode.anxiety),
        "personality_disorder": of_code("dutch_personality_disorder", episode.personality_disorder),
        "psychosocial_stressor": of_verdict("dutch_psychosocial_stressor", _stressor(episode.psychosocial_stressor)),
        "antidepressants": of_count("dutch_antidepressants", distinct_drugs(failed.drugs, is_complete=complete)),
        "augmentation": of_count("dutch_augmentation", _strategies(failed)),
        "ect": of_verdict("dutch_ect", any_counted(failed.ects, is_complete=complete)),
        "psychotherapy": _psychotherapy(failed.therapies, is_complete=complete),
        "intensified_treatment": of_code("dutch_intensified_treatment", episode.intensified_treatment),
    }


def score(case: Case, failed: Failures) -> Total:
    """Return the items and the total, as intervals."""
    ways = [_items(case, way) for way in high_ways(failed)]
    items, whole = ways[0], total(ways[0].values())
    for other in ways[1:]:
        items = {name: items[name].hull(other[name]) for name in ITEMS}
        whole = whole.hull(total(other.values()))
    return Total(items, whole)
