"""Which trials count as failures for the staging models, each three-valued: the one pass that all five models share.

A trial counts when it belongs to the scope, failed, was adequate, and no known reason of pseudo-resistance takes it out.
Augmentations are read apart: they count in drug trials that were not adequate, too.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

from trd_core.catalogue import codes
from trd_core.finding import ALWAYS, MET, NOT_MET, UNKNOWN, Judged, Reason, all_of, negate
from trd_core.history import History
from trd_core.pseudo_resistance import LOST, drug_stands, therapy_stands
from trd_core.trial_reading import DRUG_KINDS, ECT_KINDS, THERAPY_KINDS, TrialReading, possibly


class Counted(NamedTuple):
    """A trial, and whether it counts."""

    reading: TrialReading
    judged: Judged


@dataclass(frozen=True, slots=True)
class Failures:
    """What the models read. Trials that cannot count in any way are kept for their reasons only."""

    drugs: tuple[Counted, ...]
    """Failed adequate drug trials."""
    therapies: tuple[Counted, ...]
    """Failed adequate psychotherapies, supported by studies or not."""
    ects: tuple[Counted, ...]
    """Failed courses of ECT."""
    augmented: tuple[Counted, ...]
    """Drug trials in which something was added, whatever came of it."""
    strategies: tuple[Counted, ...]
    """Failed drug trials, adequate or not."""
    is_complete: bool
    """Whether no further trial may follow."""


@dataclass(frozen=True, slots=True)
class Assumption:
    """Under which trials are counted: as told; without those that lost their effect; as if misdiagnosed."""

    without_loss_of_effect: bool = False
    misdiagnosed: bool = False


AS_TOLD = Assumption()
WITHOUT_LOSS = Assumption(without_loss_of_effect=True)
IF_MISDIAGNOSED = Assumption(misdiagnosed=True)


LIFETIME: Final = Judged(MET, rules=("staging.lifetime",))


def _belongs(history: History, reading: TrialReading, assumption: Assumption) -> Judged:
    """Whether it is in the scope, and not for another diagnosis."""
    misdiagnosed = Judged(MET) if assumption.misdiagnosed else history.misdiagnosed
    if misdiagnosed.verdict != MET or reading.override is not None:
        return LIFETIME if history.is_lifetime else reading.is_current
    if history.is_lifetime:
        return negate(reading.is_current)
    return Judged(NOT_MET, misdiagnosed.reasons, rules=("pseudo_resistance.misdiagnosis",))


def _kept(reading: TrialReading, assumption: Assumption) -> Judged:
    return negate(reading.ended_in(LOST)) if assumption.without_loss_of_effect else ALWAYS


def _added(reading: TrialReading) -> Judged:
    path, added = reading.path("augmentations"), reading.number_added
    if added.low:
        return Judged(MET, (Reason(path=path, value=int(added.low)),))
    return Judged(NOT_MET, (Reason(path=path, value=0),)) if added.is_closed else Judged(UNKNOWN, missing=(path,))


def _of(history: History, kinds: frozenset[str]) -> tuple[TrialReading, ...]:
    return tuple(reading for reading in history.readings if reading.may_be(kinds))


def failures(history: History, assumption: Assumption = AS_TOLD) -> Failures:
    """Return what the staging models read, under an assumption."""
    failing = codes("failed_outcomes")
    around = {reading.trial.id: all_of(_belongs(history, reading, assumption), _kept(reading, assumption)) for reading in history.readings}

    def failed(reading: TrialReading, kinds: frozenset[str], stands: Judged) -> Judged:
        return all_of(reading.is_of(kinds), around[reading.trial.id], reading.ended_in(failing), stands)

    drugs = tuple(Counted(each, failed(each, DRUG_KINDS, drug_stands(each))) for each in _of(history, DRUG_KINDS))
    return Failures(
        drugs=tuple(Counted(each, all_of(judged, each.drug_adequate)) for each, judged in drugs),
        therapies=tuple(
            Counted(each, all_of(failed(each, THERAPY_KINDS, ALWAYS), each.therapy_adequate)) for each in _of(history, THERAPY_KINDS)
        ),
        ects=tuple(
            Counted(each, all_of(failed(each, ECT_KINDS, therapy_stands(each)), each.ect_adequate)) for each in _of(history, ECT_KINDS)
        ),
        augmented=tuple(
            Counted(each, all_of(each.is_of(DRUG_KINDS), around[each.trial.id], drug_stands(each), _added(each)))
            for each in _of(history, DRUG_KINDS)
        ),
        strategies=drugs,
        is_complete=history.is_complete,
    )


def loses_effect_somewhere(history: History) -> bool:
    """Whether leaving out the trials that lost their effect may change a count."""
    return any(reading.trial.outcome in (None, "loss_of_effect") for reading in history.readings)


def number_counted(counted: Iterable[Counted]) -> tuple[int, int]:
    """Return how many count for certain, and how many may."""
    verdicts = [each.judged.verdict for each in counted]
    return verdicts.count(MET), len(verdicts) - verdicts.count(NOT_MET)


def gathered(counted: Iterable[Counted], *, is_open: bool) -> tuple[tuple[Reason, ...], tuple[str, ...], tuple[str, ...]]:
    """Return the reasons, the missing facts (where the value is open) and the rules of what was counted."""
    reasons: dict[str, Reason] = {}
    missing: dict[str, None] = {}
    rules: dict[str, None] = {}
    for each in counted:
        reasons.update((reason.path, reason) for reason in each.judged.reasons)
        rules.update(dict.fromkeys(each.judged.rules))
        if is_open and possibly(each.judged):
            missing.update(dict.fromkeys(each.judged.missing))
    return tuple(reasons.values()), tuple(missing), tuple(rules)
