"""Step 2: pseudo-resistance, a failure that inadequate treatment or another diagnosis may explain. Each reason is three-valued.

A reason known to hold takes the part of the trial that it speaks of out of every count; a reason that nobody asked for
takes nothing out. The clinician's override of adequacy decides over all of them, and the reasons stay beside it.
"""

from __future__ import annotations

from typing import Final

from trd_core.case import Case
from trd_core.catalogue import codes
from trd_core.facts import is_true
from trd_core.finding import ALWAYS, MET, NEVER, NOT_MET, UNKNOWN, Judged, Verdict, all_of, any_of, by_rule, negate
from trd_core.trial_reading import DRUG_KINDS, ECT_KINDS, THERAPY_KINDS, TrialReading

RULES: Final = {
    "dose": "pseudo_resistance.dose",
    "duration": "pseudo_resistance.duration",
    "adherence": "pseudo_resistance.adherence",
    "pharmacokinetic": "pseudo_resistance.pharmacokinetic",
    "misdiagnosis": "pseudo_resistance.misdiagnosis",
    "not_evidence_based": "pseudo_resistance.not_evidence_based",
}
"""The reasons, each with its rule."""
HOLDING_OPEN: Final = frozenset({"dose", "duration", "pharmacokinetic", "misdiagnosis"})
"""Reasons that, unknown, hold the response of the latest treatment open."""
LOST: Final = frozenset({"loss_of_effect"})
DIAGNOSES: Final = ("bipolar", "dementia", "primary_anxiety", "medical_or_drug_induced")


def misdiagnosis(case: Case) -> Judged:
    """Return whether another diagnosis is the better one; merely suspected, it stays unknown."""
    judged = any_of(*(is_true(case, f"episode.misdiagnosis.{name}") for name in DIAGNOSES))
    if judged.verdict == NOT_MET and case.episode.misdiagnosis_suspected:
        suspected = (f"episode.misdiagnosis.{name}" for name in case.episode.misdiagnosis_suspected)
        return Judged(UNKNOWN, judged.reasons, tuple(suspected))
    return judged


def is_suspected(case: Case) -> bool:
    """Whether another diagnosis is suspected and not yet judged the better one."""
    return bool(case.episode.misdiagnosis_suspected) and misdiagnosis(case).verdict != MET


def _where(reading: TrialReading, kinds: frozenset[str], judged: Judged) -> Judged:
    """What holds for these kinds only; cannot apply to any other."""
    if reading.kind is None:
        return all_of(reading.is_of(kinds), judged)
    return judged if reading.kind in kinds else NEVER


def _lowered(reading: TrialReading) -> Judged:
    return all_of(reading.ended_in(LOST), reading.fact("dose_lowered_before_loss", bool))


def _dose(reading: TrialReading) -> Judged:
    if not reading.may_be(DRUG_KINDS):
        return NEVER
    return _where(reading, DRUG_KINDS, any_of(negate(reading.dose_reaches(reading.known)), _lowered(reading)))


def _duration(reading: TrialReading) -> Judged:
    parts = []
    if reading.may_be(DRUG_KINDS):
        parts.append(_where(reading, DRUG_KINDS, negate(reading.weeks_reach("staging_weeks"))))
    if reading.may_be({"psychotherapy"}):
        parts.append(_where(reading, THERAPY_KINDS - DRUG_KINDS, negate(reading.therapy_lasted)))
    if reading.may_be(ECT_KINDS):
        parts.append(_where(reading, ECT_KINDS, negate(reading.ect_lasted)))
    return any_of(*parts)


def _adherence(reading: TrialReading) -> Judged:
    if reading.kind in ECT_KINDS:
        return NEVER
    unasked = reading.trial.adherence_percent is None
    low = Judged(UNKNOWN, missing=(reading.path("adherence_percent"),)) if unasked else negate(reading.was_adhered_to)
    return low if reading.kind is not None else all_of(negate(reading.is_of(ECT_KINDS)), low)


def reasons_of(reading: TrialReading, misdiagnosed: Judged) -> dict[str, Judged]:
    """Return each reason, whatever the trial's outcome; what cannot apply is not met."""
    found = {
        "dose": _dose(reading),
        "duration": _duration(reading),
        "adherence": _adherence(reading),
        "pharmacokinetic": _where(reading, DRUG_KINDS, reading.fact("metabolic_inducer", bool)),
        "misdiagnosis": all_of(reading.is_current, misdiagnosed),
        "not_evidence_based": reading.fact("evidence_based", lambda supported: not supported),
    }
    return {name: by_rule(RULES[name], judged) for name, judged in found.items()}


def of_failure(reading: TrialReading, reasons: dict[str, Judged], misdiagnosed: Judged) -> tuple[Judged, dict[str, Judged]]:
    """Return the verdict, and the reasons, of pseudo-resistance: of a trial that failed only.

    Where the kind is not known, different reasons may hold for each kind, and one for certain.
    """
    verdict, gated = _of_failure(reading, reasons)
    if reading.kind is None and verdict.verdict == UNKNOWN:
        by_kind = [_of_failure(each, reasons_of(each, misdiagnosed))[0] for each in reading.by_kind]
        if all(each.is_met for each in by_kind):
            return all_of(*by_kind), gated
    return verdict, gated


def _of_failure(reading: TrialReading, reasons: dict[str, Judged]) -> tuple[Judged, dict[str, Judged]]:
    failed = reading.ended_in(codes("failed_outcomes"))
    gated = {name: all_of(failed, judged) for name, judged in reasons.items()}
    if reading.override is None:
        return any_of(*gated.values()), gated
    return all_of(failed, negate(reading.override)), gated


def gate(reading: TrialReading, reasons: dict[str, Judged]) -> Judged:
    """Return whether the latest treatment was inadequate or for another diagnosis; never where it is known to have helped.

    What nobody asked about adherence and evidence does not hold it open.
    """
    helped = reading.ended_in(codes("responses"))
    if reading.override is not None:
        return all_of(negate(helped), negate(reading.override))
    counted = (NEVER if each.verdict == UNKNOWN and name not in HOLDING_OPEN else each for name, each in reasons.items())
    return all_of(negate(helped), any_of(*counted))


def gate_if(reading: TrialReading, reasons: dict[str, Judged], outcome: str, *, short: bool) -> Verdict:
    """Return the same, were the trial's outcome this one, and were it too short or not."""
    if outcome in codes("responses"):
        return NOT_MET
    if reading.override is not None:
        return negate(reading.override).verdict
    dose = reasons["dose"]
    if reading.trial.outcome is None and reading.may_be(DRUG_KINDS):
        lowered = reading.fact("dose_lowered_before_loss", bool) if outcome in LOST else NEVER
        dose = _where(reading, DRUG_KINDS, any_of(negate(reading.dose_reaches(reading.known)), lowered))
    rest = [each for name, each in reasons.items() if name not in ("dose", "duration") and (name in HOLDING_OPEN or each.is_met)]
    return any_of(dose, ALWAYS if short else NEVER, *rest).verdict


def _known_true(reading: TrialReading, name: str) -> Judged:
    return ALWAYS if not getattr(reading.trial, name) else by_rule("pseudo_resistance.pharmacokinetic", negate(reading.fact(name, bool)))


def drug_stands(reading: TrialReading) -> Judged:
    """Return whether no reason known to hold takes the drug part out."""
    if reading.override is not None:
        return ALWAYS
    supported = ALWAYS if reading.kind in (None, "combined") else therapy_stands(reading)
    kept = ALWAYS
    if reading.trial.dose_lowered_before_loss and reading.trial.outcome in (None, *LOST):
        kept = by_rule("pseudo_resistance.dose", negate(_lowered(reading)))
    return all_of(_known_true(reading, "metabolic_inducer"), supported, kept)


def therapy_stands(reading: TrialReading) -> Judged:
    """Return whether it is not known that controlled studies do not support it."""
    if reading.override is not None or reading.trial.evidence_based is not False:
        return ALWAYS
    return by_rule("pseudo_resistance.not_evidence_based", reading.fact("evidence_based", bool))
