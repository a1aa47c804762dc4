"""Step 4: manifestations after drugs, a profile of six with their dates. It never attributes a symptom, and never says to stop a drug."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from trd_core.assessment import Ordinal, ToxicityResult
from trd_core.case import Case
from trd_core.catalogue import points
from trd_core.conclude import valued, verdict
from trd_core.facts import is_true, read, reasons_of
from trd_core.finding import MET, NOT_MET, Finding, Judged, Verdict, any_of, by_rule, made
from trd_core.resistance import Types

MANIFESTATIONS: Final = ("loss_of_effect", "paradoxical", "switch", "rechallenge_failure", "withdrawal", "persistent_postwithdrawal")
DETAILS: Final = ("agent", "change", "changed_on", "onset_days", "lasted_weeks", "new_symptoms")


def manifestation(case: Case, name: str, types: Types) -> Judged:
    """Return whether the manifestation was there in the current episode, with its dates as reasons.

    The clinician's word, or, for a loss of effect and a failed rechallenge, a trial that shows it.
    """
    judged = is_true(case, f"toxicity.{name}")
    shown = _shown_by_trials(name, types)
    if shown is not None:
        judged = any_of(judged, shown)
    dates = reasons_of(case, (f"toxicity_details.{name}.{detail}" for detail in DETAILS))
    return Judged(judged.verdict, (*judged.reasons, *dates), judged.missing, judged.rules)


def _shown_by_trials(name: str, types: Types) -> Judged | None:
    """A loss of effect is type b, a failed rechallenge type a; no trial shows the others."""
    if name == "loss_of_effect":
        return by_rule("resistance.b", types.b)
    return by_rule("resistance.a", types.a) if name == "rechallenge_failure" else None


def _contradicted(case: Case, name: str, types: Types) -> bool:
    """Whether the flag says no and a trial of the current episode says that it was so."""
    if read(case, f"toxicity.{name}") is not False:
        return False
    shown = _shown_by_trials(name, types)
    lost = any(trial.episode == "current" and trial.outcome == "loss_of_effect" for trial in case.trials or ())
    return (shown is not None and shown.is_met) or (name == "loss_of_effect" and lost)


def profile_of(case: Case, types: Types) -> dict[str, Judged]:
    """Return each manifestation."""
    return {name: manifestation(case, name, types) for name in MANIFESTATIONS}


def any_manifestation(case: Case, types: Types) -> Judged:
    """Return whether any manifestation was there in the current episode."""
    return any_of(*profile_of(case, types).values())


def ordinal_of(present: Collection[str]) -> int:
    """Return the project's ordinal (0–4) of the manifestations present; several of one phase count as one phase."""
    phases = {points("toxicity_phases")[name] for name in present}
    by_phase = points("toxicity_ordinal_by_phase")
    by_number = points("toxicity_ordinal_by_number_of_phases")
    highest = max((by_phase[str(int(phase))] for phase in phases), default=0)
    return int(max(highest, by_number[str(len(phases))]))


def judge_toxicity(case: Case, types: Types, profile: Mapping[str, Judged]) -> tuple[ToxicityResult, tuple[Finding, ...]]:
    """Return the profile of manifestations, and the ordinal over them as a value or a range."""
    verdicts: dict[str, Verdict] = {name: judged.verdict for name, judged in profile.items()}
    present = [name for name, each in verdicts.items() if each == MET]
    low = ordinal_of(present)
    high = ordinal_of([name for name, each in verdicts.items() if each != NOT_MET])
    closed = low == high
    ordinal = made(Ordinal, value=low if closed else None, range=None if closed else (low, high))
    findings = [
        verdict(
            f"toxicity.manifestations.{name}",
            f"toxicity.{name}",
            judged,
            flags=("contradicts_trials",) if _contradicted(case, name, types) else (),
            needs_clinician=True,
        )
        for name, judged in profile.items()
    ]
    whole = valued(
        "toxicity.ordinal",
        "toxicity.ordinal",
        ordinal.value,
        open_range=ordinal.range,
        reasons=tuple({reason.path: reason for judged in profile.values() for reason in judged.reasons}.values()),
        missing=() if closed else tuple(dict.fromkeys(path for judged in profile.values() for path in judged.missing)),
    )
    return made(ToxicityResult, manifestations=verdicts, ordinal=ordinal), (*findings, whole)
