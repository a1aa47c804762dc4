"""What one treatment, told so or otherwise, comes down to for each rule: verdicts of the rules themselves, and nothing more of it.

Two treatments of which a rule sees the same come down to the same, and are worked out once for all conclusions.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from typing import Any, Final

from trd_core.catalogue import codes
from trd_core.finding import MET, NOT_MET, Judged, Verdict, all_of
from trd_core.fragility.reads import ADEQUATE, COUNTED, FAILED, LATEST, PSEUDO, TABLE3, TYPE_B, TYPE_C, each
from trd_core.fragility.rechallenge import NEITHER, Again
from trd_core.fragility.retelling import TrialState
from trd_core.latest_trial import candidates
from trd_core.pseudo_resistance import of_failure
from trd_core.refractoriness import Weighed, weigh
from trd_core.resistance import Types, lost_effect, type_c
from trd_core.staging.failures import Counted
from trd_core.trial_reading import DRUG_KINDS

NOTHING: Final = (NOT_MET, NOT_MET, NOT_MET, NOT_MET, NOT_MET)
"""It counts as none of them."""


def known_or_not(diagnosed: Verdict) -> Verdict:
    """Return whether another diagnosis is known to be the better one: a doubt takes nothing out."""
    return MET if diagnosed == MET else NOT_MET


def as_adequate(state: TrialState) -> dict[str, Verdict]:
    """Return its adequacy under each model that reads it."""

    def judged() -> dict[str, Verdict]:
        return {model: judged.verdict for model, judged in state.reading.adequate.items()}

    return state.shared("adequate", ADEQUATE, None, judged)  # type: ignore[no-any-return]


def _may_have_failed(state: TrialState) -> bool:
    """Whether its outcome is, or may be, one that counts as a failure."""
    reads = {"outcome": FAILED}
    verdict = state.shared("failed", reads, None, lambda: state.reading.ended_in(codes("failed_outcomes")).verdict)
    return bool(verdict != NOT_MET)


def _may_be_current(state: TrialState) -> bool:
    """Whether it belongs, or may belong, to the current episode."""
    return bool(state.shared("current", {"episode": each}, None, lambda: state.reading.is_current.verdict) != NOT_MET)


def as_failure(state: TrialState, diagnosed: Verdict) -> Verdict:
    """Return whether it is pseudo-resistance."""

    def judged() -> Verdict:
        history = state.alone(diagnosed)
        return of_failure(state.reading, history.reasons[state.trial.id], history.misdiagnosed)[0].verdict

    return state.shared("failure", PSEUDO, diagnosed, judged) if _may_have_failed(state) else NOT_MET


def _verdict(counted: tuple[Counted, ...]) -> Verdict:
    return counted[0].judged.verdict if counted else NOT_MET


def as_counted(state: TrialState, diagnosed: Verdict) -> tuple[Verdict, Verdict, Verdict, Verdict, Verdict]:
    """Return whether it counts as a drug, as a course of ECT, as augmented, for its strategies, as a psychotherapy."""

    def judged() -> Any:
        found = state.counted(diagnosed)
        return tuple(_verdict(each) for each in (found.drugs, found.ects, found.augmented, found.strategies, found.therapies))

    if not state.unit.record.is_lifetime and not _may_be_current(state):
        return NOTHING
    return state.shared("counted", COUNTED, diagnosed, judged)  # type: ignore[no-any-return]


def as_latest(state: TrialState, diagnosed: Verdict) -> Hashable:
    """Return what the spectrum reads of it, were it the latest."""

    def judged() -> Hashable:
        latest = candidates(state.alone(diagnosed, latest=True))[0]
        return latest.ways, latest.hindered.verdict

    return state.shared("latest", LATEST, diagnosed, judged)  # type: ignore[no-any-return]


def as_type_c(state: TrialState) -> Verdict:
    """Return whether it is of type c."""
    return state.shared("type c", TYPE_C, None, lambda: type_c(state.reading).verdict)  # type: ignore[no-any-return]


def as_lost(state: TrialState) -> tuple[Verdict, Verdict]:
    """Return what type b reads of a treatment: whether it lost its effect, and whether it did so in the current episode."""

    def judged() -> tuple[Verdict, Verdict]:
        reading, lost = state.reading, lost_effect(state.reading)
        return lost.verdict, all_of(reading.is_of(DRUG_KINDS), reading.is_current, lost).verdict

    return state.shared("lost", TYPE_B, None, judged)  # type: ignore[no-any-return]


def _types_of_one(state: TrialState, again: Again) -> Types:
    of, if_taken = ({state.trial.id: Judged(verdict)} for verdict in again)
    return replace(state.unit.record.no_types, a_of=of, a_if_taken=if_taken, b_of={state.trial.id: lost_effect(state.reading)})


def weighed(state: TrialState, diagnosed: Verdict, again: Again) -> tuple[Weighed, ...]:
    """Return how a treatment stands under Table 3 A, from the verdicts on the diagnosis and on type a for it."""
    known = known_or_not(diagnosed)

    def weighing() -> tuple[Weighed, ...]:
        return weigh(state.alone(known), _types_of_one(state, again), codes("failed_outcomes"))

    return state.once(("weighed", known, again), weighing)  # type: ignore[no-any-return]


def as_weighed(state: TrialState, diagnosed: Verdict) -> Any:
    """Return what Table 3 A and B read of a treatment, beside its types."""
    if not _may_have_failed(state) or not _may_be_current(state):
        return ()
    return state.shared("weighed", TABLE3, diagnosed, lambda: weight(state, diagnosed, NEITHER))


def weight(state: TrialState, diagnosed: Verdict, again: Again) -> tuple[Hashable, ...]:
    """Return what Table 3 A and B read of a treatment, from the verdicts on the diagnosis and on type a for it.

    Nothing of one that does not count.
    """

    def verdicts() -> tuple[Hashable, ...]:
        of = weighed(state, diagnosed, again)
        counting = (one for one in of if one.counts.verdict != NOT_MET)
        return tuple((one.counts.verdict, one.with_therapy.verdict, _appropriate(one)) for one in counting)

    return state.once(("weight", diagnosed, again), verdicts)  # type: ignore[no-any-return]


def _appropriate(one: Weighed) -> Verdict:
    return all_of(one.reading.fact("evidence_based", bool), one.reading.fact("addressed_complexity", bool)).verdict
