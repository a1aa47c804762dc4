"""The conclusions that count failed treatments: the staging models and the common definition.

A treatment comes down to whether it counts, and to what the model reads of it where it may.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from typing import Final

from trd_core.common_definition import judge_common_definition
from trd_core.facts import read
from trd_core.finding import MET, NOT_MET, Verdict
from trd_core.fragility.conclusion import CLOSED, Conclusion, Said
from trd_core.fragility.outside import CaseState
from trd_core.fragility.reads import DIAGNOSIS, DRUGS, DUTCH, EUROPEAN, LADDER, MAUDSLEY, MGH, Reads, each, reaching, the_same
from trd_core.fragility.retelling import Record, TrialState
from trd_core.fragility.trial_keys import as_counted, known_or_not
from trd_core.fragility.world import World
from trd_core.staging import dutch, european, maudsley, mgh, thase_rush
from trd_core.staging.counts import maudsley_total, place
from trd_core.staging.points import ranged
from trd_core.treatment_results import Ranged

Key = Callable[[TrialState, Verdict], Hashable]
ITEMS: Final = (
    "episode.duration_months", "episode.severity", "episode.psychotic", "episode.functional_impairment", "episode.anxiety",
    "episode.personality_disorder", "episode.psychosocial_stressor", "episode.intensified_treatment",
)  # fmt: skip
DURATION, SEVERITY = ITEMS[:1], ITEMS[1:3]


def _ladder(world: World) -> Ranged:
    return place(thase_rush.STAGES, *thase_rush.ladder(world.failed).strict)


def _european(world: World) -> Ranged:
    category = european.categorise(world.case, world.failed)
    return place(european.CATEGORIES, category.low, category.high)


def _mgh(world: World) -> Ranged:
    return ranged(mgh.score(world.failed).default)


def _maudsley(world: World) -> Ranged:
    return maudsley_total(maudsley.score(world.case, world.failed))


def _dutch(world: World) -> Ranged:
    return ranged(dutch.score(world.case, world.failed).sum)


def _two_failures(world: World) -> Said:
    return judge_common_definition(world.history, world.failed, tells=False)[0].two_failures


def _two_classes(world: World) -> Said:
    return judge_common_definition(world.history, world.failed, tells=False)[0].two_failures_two_classes


def _if_possible(verdict: Verdict, read_of_it: Hashable) -> Hashable:
    return verdict if verdict == NOT_MET else (verdict, read_of_it)


def _key_number(state: TrialState, known: Verdict) -> Hashable:
    return as_counted(state, known)[0]


def _key_classes(state: TrialState, known: Verdict) -> Hashable:
    return _if_possible(as_counted(state, known)[0], state.drug_class)


def _key_ladder(state: TrialState, known: Verdict) -> Hashable:
    return _key_classes(state, known), _if_possible(as_counted(state, known)[1], state.trial.laterality)


def _key_augmented(state: TrialState, known: Verdict) -> Hashable:
    """What the European and the Maudsley method read."""
    drug, ect, added, *_ = as_counted(state, known)
    told = None if drug == added == NOT_MET else bool(state.trial.augmentations)
    return _key_classes(state, known), added, told, ect


def _key_mgh(state: TrialState, known: Verdict) -> Hashable:
    drug, ect, *_ = as_counted(state, known)
    trial = state.trial
    return _if_possible(drug, (trial.dose_optimised, trial.duration_optimised, _number_added(state))), ect


def _number_added(state: TrialState) -> int | None:
    added = state.trial.augmentations
    return None if added is None else len(added)


def _key_dutch(state: TrialState, known: Verdict) -> Hashable:
    _, ect, _, strategies, therapy = as_counted(state, known)
    added = _if_possible(strategies, _number_added(state))
    return _key_classes(state, known), added, ect, _if_possible(therapy, state.trial.evidence_based)


@dataclass(frozen=True)
class Counting:
    """One conclusion from failures."""

    finding: str
    says: Callable[[World], Said]
    reads: Reads
    key: Key
    outside: Reads


def _ranged(stage: Callable[[World], Ranged]) -> Callable[[World], Said]:
    def says(world: World) -> Said:
        found = stage(world)
        return found.range if found.value is None else found.value

    return says


_WHOLE: Final[Reads] = dict.fromkeys((*DURATION, *SEVERITY), each)
COUNTING: Final = (
    Counting("staging.thase_rush", _ranged(_ladder), LADDER, _key_ladder, {}),
    Counting("staging.european", _ranged(_european), EUROPEAN, _key_augmented, {DURATION[0]: reaching("chronic_months")}),
    Counting("staging.mgh", _ranged(_mgh), MGH, _key_mgh, {}),
    Counting("staging.maudsley", _ranged(_maudsley), MAUDSLEY, _key_augmented, _WHOLE),
    Counting("staging.dutch", _ranged(_dutch), DUTCH, _key_dutch, dict.fromkeys(ITEMS, each)),
    Counting("common_definition.two_failures", _two_failures, DRUGS, _key_number, {}),
    Counting("common_definition.two_failures_two_classes", _two_classes, {**DRUGS, "drug_class": each}, _key_classes, {}),
)


def _is_misdiagnosed(rest: CaseState) -> Verdict:
    """Another diagnosis takes treatments out where it is known to hold; a doubt does not."""
    return known_or_not(rest.diagnosed)


def _of(counting: Counting, record: Record) -> Conclusion:
    def key(state: TrialState, mode: Hashable) -> Hashable:
        return counting.key(state, MET if mode == MET else NOT_MET)

    def key_outside(rest: CaseState) -> Hashable:
        return _is_misdiagnosed(rest), *(read(rest.case, path) for path in counting.outside)

    def mode(rest: CaseState) -> Hashable:
        """In the current episode nothing counts for another diagnosis but what the clinician called adequate."""
        known = _is_misdiagnosed(rest)
        return CLOSED if known == MET and not record.is_lifetime and not record.is_overridden else known

    return Conclusion(
        counting.finding,
        says=counting.says,
        reads_outside={**DIAGNOSIS, **counting.outside},
        key_outside=key_outside,
        mode=mode,
        reads=the_same(counting.reads),
        key=key,
        units=record.trials,
    )


def counting_conclusions(record: Record) -> Iterator[Conclusion]:
    """Return the staging models and the common definition, in the order of the assessment."""
    for counting in COUNTING:
        yield _of(counting, record)
