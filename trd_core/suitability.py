"""Step 2: whether only a partial remission was to be expected of a trial, and what stands beside every statement about response."""

from __future__ import annotations

from typing import Final

from trd_core.catalogue import codes
from trd_core.conclude import verdict
from trd_core.facts import is_one_of, is_true
from trd_core.finding import UNKNOWN, Finding, Judged, Verdict, all_of, any_of, by_rule
from trd_core.history import History
from trd_core.treatment_results import NonspecificCourse
from trd_core.trial_reading import TrialReading

TO_BE_SHOWN: Final = {
    "expectations": {"oversold": "expectations_oversold", "low": "expectations_low"},
    "alliance": {"strained": "alliance_strained", "poor": "alliance_poor"},
    "readiness": {"ambivalent": "readiness_ambivalent", "not_ready": "not_ready"},
}
"""What speaks about the setting of a trial, and the flag it is shown by."""


def _preceded(history: History) -> Judged:
    case = history.case
    return any_of(
        is_one_of(case, "episode.preceded_by", codes("preceded_with_partial_outcome")), is_true(case, "medical.anxiety_came_first")
    )


def partial_expected(history: History, reading: TrialReading) -> Judged:
    """Return whether only a partial remission was to be expected: by the clinician's word, else by what stood before the episode."""
    if reading.trial.expected_outcome is not None:
        return reading.fact("expected_outcome", "partial".__eq__)
    before = by_rule("expected_outcome", all_of(reading.is_current, _preceded(history)))
    if before.verdict == "not_met" and not reading.is_current.is_met:
        return Judged(UNKNOWN, before.reasons, (reading.path("expected_outcome"),), before.rules)
    return before


def _flags(reading: TrialReading) -> tuple[str, ...]:
    said = ((shown, getattr(reading.trial, name)) for name, shown in TO_BE_SHOWN.items())
    return tuple(shown[value] for shown, value in said if value in shown)


def judge_suitability(history: History, *, tells: bool = True) -> tuple[dict[str, Verdict], tuple[Finding, ...]]:
    """Return, by trial, whether only a partial remission was to be expected, and, unless values alone are wanted, a finding for each."""
    judged = {reading.trial.id: partial_expected(history, reading) for reading in history.readings}
    findings = tuple(
        verdict(f"suitability.{reading.trial.id}", "suitability", judged[reading.trial.id], flags=_flags(reading), needs_clinician=True)
        for reading in history.readings
        if tells
    )
    return {trial: each.verdict for trial, each in judged.items()}, findings


def nonspecific_course() -> tuple[NonspecificCourse, Finding]:
    """Return what cannot be excluded in one person, beside every statement about response."""
    finding = verdict("nonspecific_course", "nonspecific_course", Judged(UNKNOWN), flags=("cannot_be_excluded",), needs_clinician=True)
    return NonspecificCourse(), finding
