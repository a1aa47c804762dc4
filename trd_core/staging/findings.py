"""How a value of a staging model becomes a finding: every trial that was weighed gives its reasons, every open one what it misses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from trd_core.case import Case
from trd_core.conclude import valued
from trd_core.facts import reasons_of, unknown_of
from trd_core.finding import Finding, Reason, Scalar
from trd_core.staging.classes import class_missing
from trd_core.staging.failures import Counted, Failures, gathered
from trd_core.treatment_results import Ranged
from trd_core.trial_reading import TrialReading, possibly

EPISODE_FACTS: Final = {
    "duration": ("episode.duration_months",),
    "severity": ("episode.severity", "episode.psychotic"),
    "functional_impairment": ("episode.functional_impairment",),
    "anxiety": ("episode.anxiety",),
    "personality_disorder": ("episode.personality_disorder",),
    "psychosocial_stressor": ("episode.psychosocial_stressor",),
    "intensified_treatment": ("episode.intensified_treatment",),
}
"""What each item rests on outside treatments."""
RULES_OF_ITEMS: Final = {"personality_disorder": "personality", "psychosocial_stressor": "stressor", "intensified_treatment": "intensified"}
"""Items whose rule has a shorter name."""


def _fact(counted: Counted, name: str) -> Scalar | None:
    value = getattr(counted.reading.trial, name)
    return len(value) if isinstance(value, tuple) else value


def _further(counted: Iterable[Counted], names: Iterable[str]) -> tuple[tuple[Reason, ...], tuple[str, ...]]:
    """Facts of the trials which may count that a model reads beyond counting them."""
    facts = [(each.reading, name, _fact(each, name)) for each in counted if possibly(each.judged) for name in names]
    known = tuple(Reason(path=reading.path(name), value=value) for reading, name, value in facts if value is not None)
    unknown = (reading.path(name) for reading, name, value in facts if value is None or _goes_on(reading, name))
    return known, tuple(unknown)


def _goes_on(reading: TrialReading, name: str) -> bool:
    return name == "augmentations" and not reading.augmentations_are_complete


def staged(
    path: str,
    rule: str,
    result: Ranged,
    case: Case,
    failed: Failures | None,
    counted: Iterable[Counted] = (),
    *,
    facts: tuple[str, ...] = (),
    further: tuple[tuple[tuple[Counted, ...], tuple[str, ...]], ...] = (),
    classes: tuple[Counted, ...] = (),
    flags: tuple[str, ...] = (),
    rules: tuple[str, ...] = (),
) -> Finding:
    """Return the finding of a model's value.

    It rests on the trials weighed (`counted`), on facts of the case, on further facts of some trials by name, and on
    the drugs' classes of some. With `failed` None it rests on no trial, and an unfinished list does not hold it open.
    """
    counted = tuple(counted)
    is_open = result.range is not None
    reasons, missing, deciding = gathered(counted, is_open=is_open)
    asked = [_further(some, names) for some, names in further]
    paths: tuple[str, ...] = ()
    if is_open:
        of_trials = (path for _, unknown in asked for path in unknown)
        more = () if failed is None or failed.is_complete else ("trials",)
        paths = (*unknown_of(case, facts), *missing, *of_trials, *class_missing(classes), *more)
    known = (reason for reasons_known, _ in asked for reason in reasons_known)
    return valued(
        f"staging.{path}",
        rule,
        result.value,
        open_range=result.range,
        reasons=tuple({each.path: each for each in (*reasons_of(case, facts), *reasons, *known)}.values()),
        missing=tuple(dict.fromkeys(paths)),
        rules_used=(*rules, *deciding, *(("trial.list",) if "trials" in paths else ())),
        flags=flags,
    )
