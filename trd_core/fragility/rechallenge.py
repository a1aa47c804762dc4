"""Type a, pair by pair: a drug that had worked and does not work again, of each trial and each other that may be with its drug.

The rule asks whether any other trial is one in which the drug had worked; so it holds of all of them together where it
holds of a pair, and each pair is judged once for all tellings in which both come down to the same.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Final

from trd_core.catalogue import codes
from trd_core.doses import drug_free_weeks
from trd_core.finding import MET, NOT_MET, Verdict
from trd_core.fragility.reads import TYPE_A, Reads
from trd_core.fragility.retelling import TrialState, TrialUnit
from trd_core.fragility.retold import Retold
from trd_core.fragility.verdicts import any_is
from trd_core.resistance import NO_BENEFIT, failed_again
from trd_core.trial_reading import DRUG_KINDS

NO: Final = ("no",)
OUTLINE: Final[Reads] = {name: TYPE_A[name] for name in ("kind", "outcome", "episode")}
"""What type a reads of the earlier treatment, beside its class; and what may rule out that one is the later."""
Again = tuple[Verdict, Verdict]
"""Whether a treatment is of type a, and whether it would be if enough had been taken."""
NEITHER: Final[Again] = (NOT_MET, NOT_MET)


def as_again(state: TrialState) -> Hashable:
    """Return what type a reads of a treatment, as the later one and as the earlier one; the same of two that no other can tell apart."""
    return as_the_later(state), as_the_earlier(state)


def as_the_later(state: TrialState) -> Hashable:
    """Return what type a reads of the treatment that did not work again; `NO` where it cannot be one of the current episode."""
    if not state.shared("may be later", OUTLINE, state.unit.place, lambda: _may_be_later(state)):
        return NO
    found = state.shared("later", reads_of_a(state.unit), state.unit.place, lambda: _as_the_later(state))
    return NO if found == NO else (found, _class(state))


def as_the_earlier(state: TrialState) -> Hashable:
    """Return what type a reads of the treatment that had worked; `NO` where it cannot be one."""
    found = state.shared("earlier", OUTLINE, state.unit.place, lambda: _as_the_earlier(state))
    return NO if found == NO else (found, _class(state))


def _class(state: TrialState) -> str | None:
    """Its drug's class, where that may tell it apart from a drug without a name."""
    return state.drug_class if state.unit.is_told_apart_by_class else None


def reads_of_a(unit: TrialUnit) -> Reads:
    """Return what type a reads of a treatment: nothing where no other is, or may be, with the same drug."""
    found: Reads = unit.record.once(("reads of a", unit.place), lambda: _reads_of_a(unit))
    return found


def _reads_of_a(unit: TrialUnit) -> Reads:
    if not unit.partners and unit.record.is_complete:
        return {}
    reads = {name: tell for name, tell in TYPE_A.items() if name != "drug_class" or unit.is_told_apart_by_class}
    if unit.as_read.name is not None:
        low, high = drug_free_weeks(unit.as_read.name)
        reads["drug_free_weeks_before"] = lambda weeks: (weeks < low, weeks < high)
    return reads


def _may_be_later(state: TrialState) -> bool:
    reading = state.reading
    if not reading.may_be(DRUG_KINDS) or (state.unit.record.is_complete and not state.unit.partners):
        return False
    return NOT_MET not in (reading.ended_in(NO_BENEFIT).verdict, reading.is_current.verdict)


def _as_the_later(state: TrialState) -> Hashable:
    reading, paused = state.reading, state.trial.drug_free_weeks_before
    lasted = reading.weeks_reach("staging_weeks").verdict if reading.override is None else reading.override.verdict
    too_soon = paused is not None and paused < drug_free_weeks(reading.name)[0]
    if too_soon or lasted == NOT_MET:
        return NO
    enough = reading.drug_adequate.verdict
    long = MET if reading.kind == "combined" and reading.override is None else lasted
    of_it = (reading.is_of(DRUG_KINDS).verdict, reading.is_current.verdict, reading.ended_in(NO_BENEFIT).verdict, enough, long)
    if reading.name is None:
        return (*of_it, state.seen("drug_free_weeks_before"), state.seen("dose_mg"), reading.was_adhered_to.verdict, lasted)
    return (*of_it, paused is None)


def _as_the_earlier(state: TrialState) -> Hashable:
    reading = state.reading
    if not state.unit.partners or not reading.may_be(DRUG_KINDS):
        return NO
    worked = reading.ended_in(codes("responses")).verdict
    if worked == NOT_MET:
        return NO
    return reading.is_of(DRUG_KINDS).verdict, worked, state.trial.episode


def _judged(later: TrialState, *earlier: TrialState) -> Again:
    record = later.unit.record
    history = Retold(record.case, record.settings, (later.reading, *(each.reading for each in earlier)))
    return tuple(failed_again(later.reading, history, if_taken=if_taken).verdict for if_taken in (False, True))  # type: ignore[return-value]


def _of_pair(later: TrialState, earlier: TrialState) -> Again:
    key = ("again", later.unit.place, as_the_later(later), earlier.unit.place, as_the_earlier(earlier))
    found: Again = later.unit.record.once(key, lambda: _judged(later, earlier))
    return found


def again(later: TrialState, trials: Sequence[TrialState]) -> Again:
    """Return type a for one treatment among all of them; of one that is not of the current episode, that it does not count."""
    if as_the_later(later) == NO:
        return NEITHER
    unit = later.unit
    pairs = [_of_pair(later, trials[place]) for place in unit.partners if as_the_earlier(trials[place]) != NO]
    if not unit.record.is_complete:
        pairs.append(unit.record.once(("again", unit.place, as_the_later(later)), lambda: _judged(later)))
    return any_is(*(found for found, _ in pairs)), any_is(*(found for _, found in pairs))
