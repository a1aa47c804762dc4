"""What one treatment, told so or otherwise, comes down to for each rule: verdicts of the rules themselves, and nothing more of it.

Two treatments of which a rule sees the same come down to the same, and are worked out once for all conclusions.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import Any, Final

from trd_core.catalogue import codes
from trd_core.doses import drug_free_weeks
from trd_core.finding import MET, NOT_MET, Judged, Verdict, all_of
from trd_core.fragility.reads import ADEQUATE, COUNTED, LATEST, PSEUDO, TABLE3, TYPE_B, TYPE_C, Reads, each
from trd_core.fragility.retelling import TrialState
from trd_core.latest_trial import candidates
from trd_core.pseudo_resistance import of_failure
from trd_core.refractoriness import Weighed, weigh
from trd_core.resistance import NO_BENEFIT, Types, lost_effect, type_c, types_of
from trd_core.staging.failures import Counted
from trd_core.trial_reading import DRUG_KINDS

NOT_AGAIN: Final = (NOT_MET, NOT_MET, NOT_MET)
"""Nothing was tried again: no other treatment is, or may be, with the same drug."""
NO: Final = ("no",)
Again = tuple[Verdict, Verdict]
"""Whether a treatment is of type a, and whether it would be if enough had been taken."""


def _seen(state: TrialState, reads: Reads) -> Hashable:
    """The treatment as a rule sees it."""
    facts = ((name, tell, getattr(state.trial, name)) for name, tell in reads.items())
    return tuple(state.seen(name) if tell is each else None if value is None else tell(value) for name, tell, value in facts)


def _shared(state: TrialState, question: Hashable, reads: Reads, answer: Callable[[], Any]) -> Any:
    """The answer, worked out once for all treatments of which the rule sees the same."""

    def found() -> Any:
        return state.unit.record.once((question, state.unit.apart, _seen(state, reads)), answer)

    return state.once(question, found)


def known_or_not(diagnosed: Verdict) -> Verdict:
    """Return whether another diagnosis is known to be the better one: a doubt takes nothing out."""
    return MET if diagnosed == MET else NOT_MET


def as_adequate(state: TrialState) -> dict[str, Verdict]:
    """Return its adequacy under each model that reads it."""
    return _shared(  # type: ignore[no-any-return]
        state, "adequate", ADEQUATE, lambda: {model: judged.verdict for model, judged in state.reading.adequate.items()}
    )


def as_failure(state: TrialState, diagnosed: Verdict) -> Verdict:
    """Return whether it is pseudo-resistance."""

    def judged() -> Verdict:
        history = state.alone(diagnosed)
        return of_failure(state.reading, history.reasons[state.trial.id], history.misdiagnosed)[0].verdict

    return _shared(state, ("failure", diagnosed), PSEUDO, judged)  # type: ignore[no-any-return]


def _verdict(counted: tuple[Counted, ...]) -> Verdict:
    return counted[0].judged.verdict if counted else NOT_MET


def as_counted(state: TrialState, diagnosed: Verdict) -> tuple[Verdict, Verdict, Verdict, Verdict, Verdict]:
    """Return whether it counts as a drug, as a course of ECT, as augmented, for its strategies, as a psychotherapy."""

    def judged() -> Any:
        found = state.counted(diagnosed)
        return tuple(_verdict(each) for each in (found.drugs, found.ects, found.augmented, found.strategies, found.therapies))

    return _shared(state, ("counted", diagnosed), COUNTED, judged)  # type: ignore[no-any-return]


def as_latest(state: TrialState, diagnosed: Verdict) -> Hashable:
    """Return what the spectrum reads of it, were it the latest."""

    def judged() -> Hashable:
        latest = candidates(state.alone(diagnosed, latest=True))[0]
        return latest.ways, latest.hindered.verdict

    return _shared(state, ("latest", diagnosed), LATEST, judged)  # type: ignore[no-any-return]


def as_type_c(state: TrialState) -> Verdict:
    """Return whether it is of type c."""
    return _shared(state, "type_c", TYPE_C, lambda: type_c(state.reading).verdict)  # type: ignore[no-any-return]


def as_again(state: TrialState) -> Any:
    """Return what type a reads of a treatment; the same of two that no other treatment can tell apart by it."""
    return state.once("as_again", lambda: _as_again(state))


def _as_again(state: TrialState) -> Any:
    reading = state.reading
    if not state.unit.shares_its_drug:
        if state.unit.record.is_complete:
            return NOT_AGAIN
        types = types_of(state.alone(NOT_MET))
        return types.a.verdict, *again_of(types, state)
    if not reading.may_be(DRUG_KINDS):
        return NO
    later, earlier = _as_the_later(state), reading.ended_in(codes("responses")).verdict
    if later == NO and earlier == NOT_MET:
        return NO
    return state.trial.id, reading.is_of(DRUG_KINDS).verdict, reading.drug_class, state.trial.episode, later, earlier


def _as_the_later(state: TrialState) -> Hashable:
    """What type a reads of the treatment that did not work again; nothing where it cannot have been one."""
    reading, paused = state.reading, state.trial.drug_free_weeks_before
    failed, lasted = reading.ended_in(NO_BENEFIT).verdict, reading.weeks_reach("staging_weeks").verdict
    if reading.override is not None:
        lasted = reading.override.verdict
    too_soon = paused is not None and paused < drug_free_weeks(reading.name)[0]
    if too_soon or NOT_MET in (failed, lasted):
        return NO
    enough = reading.drug_adequate.verdict
    if reading.name is None:
        return failed, lasted, enough, state.seen("drug_free_weeks_before"), state.seen("dose_mg"), reading.was_adhered_to.verdict
    return failed, lasted, enough, paused is None


def again_of(types: Types, state: TrialState) -> Again:
    return types.a_of[state.trial.id].verdict, types.a_if_taken[state.trial.id].verdict


def as_lost(state: TrialState) -> tuple[Verdict, Verdict]:
    """Return what type b reads of a treatment: whether it lost its effect, and whether it did so in the current episode."""
    return _shared(state, "as_lost", TYPE_B, lambda: _as_lost(state))  # type: ignore[no-any-return]


def _as_lost(state: TrialState) -> tuple[Verdict, Verdict]:
    reading, lost = state.reading, lost_effect(state.reading)
    return lost.verdict, all_of(reading.is_of(DRUG_KINDS), reading.is_current, lost).verdict


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

    return _shared(state, ("as_weighed", diagnosed), TABLE3, lambda: weight(state, diagnosed, (NOT_MET, NOT_MET)))


def weight(state: TrialState, diagnosed: Verdict, again: Again) -> tuple[Hashable, ...]:
    """Return what Table 3 A and B read of a treatment, from the verdicts on the diagnosis and on type a for it."""

    def verdicts() -> tuple[Hashable, ...]:
        of = weighed(state, diagnosed, again)
        return tuple((each.counts.verdict, each.with_therapy.verdict, _appropriate(each)) for each in of)

    return state.once(("weight", diagnosed, again), verdicts)  # type: ignore[no-any-return]


def _appropriate(each: Weighed) -> Verdict | None:
    if each.counts.verdict == NOT_MET:
        return None
    return all_of(each.reading.fact("evidence_based", bool), each.reading.fact("addressed_complexity", bool)).verdict
