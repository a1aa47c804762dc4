"""Step 4: manifestations after drugs, a profile of six with their dates. It never attributes a symptom, and never says to stop a drug."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from trd_core.assessment import Ordinal, ToxicityResult
from trd_core.case import Case
from trd_core.catalogue import points
from trd_core.conclude import valued, verdict
from trd_core.facts import is_true, read, reasons_of
from trd_core.finding import MET, NOT_MET, UNKNOWN, Finding, Judged, Verdict

MANIFESTATIONS: Final = ("loss_of_effect", "paradoxical", "switch", "rechallenge_failure", "withdrawal", "persistent_postwithdrawal")
DETAILS: Final = ("agent", "change", "changed_on", "onset_days", "lasted_weeks", "new_symptoms")


def manifestation(case: Case, name: str) -> Judged:
    """Return whether the clinician confirmed the manifestation in the current episode, with its dates as reasons."""
    judged = is_true(case, f"toxicity.{name}")
    dates = reasons_of(case, (f"toxicity_details.{name}.{detail}" for detail in DETAILS))
    return Judged(judged.verdict, (*judged.reasons, *dates), judged.missing)


def _contradicted(case: Case, name: str) -> bool:
    """Whether the flag says no and a trial of the current episode says that it was so."""
    lost = any(trial.episode == "current" and trial.outcome == "loss_of_effect" for trial in case.trials or ())
    return name == "loss_of_effect" and read(case, "toxicity.loss_of_effect") is False and lost


def ordinal_of(present: Collection[str]) -> int:
    """Return the project's ordinal (0–4) of the manifestations present; several of one phase count as one phase."""
    phases = {points("toxicity_phases")[name] for name in present}
    by_phase = points("toxicity_ordinal_by_phase")
    by_number = points("toxicity_ordinal_by_number_of_phases")
    highest = max((by_phase[str(int(phase))] for phase in phases), default=0)
    return int(max(highest, by_number[str(len(phases))]))


def judge_toxicity(case: Case) -> tuple[ToxicityResult, tuple[Finding, ...]]:
    """Return the profile of manifestations, and the ordinal over them as a value or a range."""
    profile = {name: manifestation(case, name) for name in MANIFESTATIONS}
    verdicts: dict[str, Verdict] = {name: judged.verdict for name, judged in profile.items()}
    present = [name for name, each in verdicts.items() if each == MET]
    low = ordinal_of(present)
    high = ordinal_of([name for name, each in verdicts.items() if each != NOT_MET])
    closed = low == high
    ordinal = Ordinal(value=low if closed else None, range=None if closed else (low, high))
    findings = [
        verdict(
            f"toxicity.manifestations.{name}",
            f"toxicity.{name}",
            judged,
            flags=("contradicts_trials",) if _contradicted(case, name) else (),
            needs_clinician=True,
        )
        for name, judged in profile.items()
    ]
    whole = valued(
        "toxicity.ordinal",
        "toxicity.ordinal",
        ordinal.value,
        open_range=ordinal.range,
        reasons=reasons_of(case, (f"toxicity.{name}" for name in MANIFESTATIONS)),
        missing=() if closed else tuple(f"toxicity.{name}" for name, each in verdicts.items() if each == UNKNOWN),
    )
    return ToxicityResult(manifestations=verdicts, ordinal=ordinal), (*findings, whole)
