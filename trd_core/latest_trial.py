"""What the spectrum asks about the latest treatment, over every way of filling in its outcome and its length.

Where the record does not say which trial was the latest, each may be; and where more may follow, one that nobody told of.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import Final, NamedTuple

from trd_core.case import Case
from trd_core.finding import MET, NOT_MET, UNKNOWN, Judged, Reason, Verdict, all_of, any_of, negate
from trd_core.history import History
from trd_core.pseudo_resistance import gate, gate_if, reasons_of
from trd_core.trial_reading import DRUG_KINDS, ECT_KINDS, TrialReading

ONGOING: Final = frozenset({"ongoing"})
UNAFFECTED: Final = frozenset({"non_response"})
PSYCHOTHERAPY: Final = frozenset({"psychotherapy"})
OUTCOMES: Final = ("ongoing", "non_response", "full_response", "partial_response", "loss_of_effect")
"""Outcomes that the rows tell apart: still going on, no difference, helped, anything else, and a loss of effect."""


class Way(NamedTuple):
    """One way of filling in a trial's outcome and length."""

    too_early: bool
    gate: Verdict
    unaffected: bool


@dataclass(frozen=True, slots=True)
class Latest:
    """One trial that is, or may be, the latest."""

    too_early: Judged
    gate: Judged
    unaffected: Judged
    """Whether it is known to have made no difference."""
    hindered: Judged
    """Whether something was judged to have stood in its way."""
    ways: tuple[Way, ...]


NOT_TOLD: Final = Judged(UNKNOWN, missing=("latest_trial",))
GATES: Final[tuple[Verdict, ...]] = (MET, NOT_MET)
EVERY_WAY: Final = tuple(Way(*way) for way in product((True, False), GATES, (True, False)))


def _short_of(reading: TrialReading) -> Judged:
    """Whether it has not lasted as long as it must to be judged."""
    parts = []
    if reading.may_be(DRUG_KINDS):
        parts.append(all_of(reading.is_of(DRUG_KINDS), negate(reading.weeks_reach("staging_weeks"))))
    if reading.may_be(PSYCHOTHERAPY):
        parts.append(all_of(reading.is_of(PSYCHOTHERAPY), negate(reading.therapy_lasted)))
    if reading.may_be(ECT_KINDS):
        parts.append(all_of(reading.is_of(ECT_KINDS), negate(reading.ect_lasted)))
    return any_of(*parts)


def _hindered(reading: TrialReading, case: Case) -> Judged:
    path, listed = reading.path("impediments"), reading.trial.impediments
    if listed:
        return Judged(MET, (Reason(path=path, value=listed),))
    if listed is None or path in case.missing:
        return Judged(UNKNOWN, missing=(path,))
    return Judged(NOT_MET, (Reason(path=path, value=listed),))


def both(verdict: Verdict) -> tuple[bool, ...]:
    """Return what a verdict leaves possible."""
    return (True, False) if verdict == UNKNOWN else (verdict == MET,)


def _ways(reading: TrialReading, misdiagnosed: Judged) -> tuple[Way, ...]:
    reasons = reasons_of(reading, misdiagnosed)
    outcomes = OUTCOMES if reading.trial.outcome is None else (reading.trial.outcome,)
    return tuple(
        Way(
            too_early=short and outcome in ONGOING,
            gate=gate_if(reading, reasons, outcome, short=short),
            unaffected=outcome in UNAFFECTED,
        )
        for outcome, short in product(outcomes, both(_short_of(reading).verdict))
    )


def _of(reading: TrialReading, history: History) -> Latest:
    return Latest(
        too_early=all_of(reading.ended_in(ONGOING), _short_of(reading)),
        gate=gate(reading, history.reasons[reading.trial.id]),
        unaffected=reading.ended_in(UNAFFECTED),
        hindered=_hindered(reading, history.case),
        ways=tuple(dict.fromkeys(way for each in reading.by_kind for way in _ways(each, history.misdiagnosed))),
    )


def candidates(history: History) -> tuple[Latest, ...]:
    """Return what is known of each trial that may be the latest; one of which nothing is known where it may not be told."""
    case = history.case
    if case.latest_trial is not None:
        return (_of(history.reading(case.latest_trial), history),)
    told = tuple(_of(reading, history) for reading in history.readings)
    return told if told and history.is_complete else (*told, Latest(NOT_TOLD, NOT_TOLD, NOT_TOLD, NOT_TOLD, EVERY_WAY))
