"""Steps 1 to 3 over the trials of a case: adequacy, pseudo-resistance, types, staging, refractoriness, the spectrum."""

from __future__ import annotations

from dataclasses import dataclass

from trd_core.case import Case
from trd_core.common_definition import judge_common_definition
from trd_core.conclude import as_judged, verdict
from trd_core.episode_comparison import judge_episodes
from trd_core.finding import MET, Finding, Judged, Verdict, made
from trd_core.history import History
from trd_core.pseudo_resistance import RULES, is_suspected, of_failure
from trd_core.refractoriness import judge_refractoriness
from trd_core.resistance import Types, judge_resistance, types_of
from trd_core.settings import Settings
from trd_core.staging.counts import counts_of
from trd_core.staging.judge import judge_staging
from trd_core.suitability import judge_suitability, nonspecific_course
from trd_core.treatment_results import (
    CommonDefinition,
    EpisodeComparison,
    NonspecificCourse,
    PseudoResistance,
    Refractoriness,
    ResistanceTypes,
    Staging,
    TrialResult,
)
from trd_core.trial_reading import DRUG_KINDS, TrialReading


@dataclass(frozen=True, slots=True)
class TreatmentResults:
    """What is concluded about the treatments of a case."""

    trials: dict[str, TrialResult]
    resistance_types: ResistanceTypes
    staging: Staging
    common_definition: CommonDefinition
    refractoriness: Refractoriness
    episode_comparison: EpisodeComparison
    suitability: dict[str, Verdict]
    nonspecific_course: NonspecificCourse
    refractory: Judged
    findings: tuple[Finding, ...]


def history_of(case: Case, settings: Settings) -> tuple[History, Types]:
    """Return the trials of a case as read, and the types of resistance that they show."""
    history = History(case, settings)
    return history, types_of(history)


def _trial_flags(history: History, reading: TrialReading) -> tuple[str, ...]:
    at_risk = history.minimum_dose_needs_clinician.verdict == MET and reading.may_be(DRUG_KINDS)
    read = reading.adequate and reading.kind != "ect"
    return (
        *(("overridden",) if reading.override is not None else ()),
        *(("needs_clinician",) if at_risk else ()),
        *(("from_memory",) if reading.trial.source == "patient" else ()),
        *(("adherence_not_known",) if read and reading.trial.adherence_percent is None else ()),
    )


def _adequacy_rule(judged: Judged) -> str:
    return next((rule for rule in judged.rules if rule.startswith(("trial.adequacy", "trial.override"))), "trial.adequacy")


def _told_of(reading: TrialReading, flags: tuple[str, ...], pseudo: Judged, reasons: dict[str, Judged], history: History) -> list[Finding]:
    """The findings of one trial: adequacy under each model, pseudo-resistance, and each of its reasons."""
    clinician = "needs_clinician" in flags
    prefix = f"trials.{reading.trial.id}"
    marked = tuple(flag for flag in flags if flag == "overridden")
    findings = [
        verdict(f"{prefix}.adequate.{model}", _adequacy_rule(judged), judged, flags=flags, needs_clinician=clinician)
        for model, judged in reading.adequate.items()
    ]
    suspected = ("misdiagnosis_suspected",) if is_suspected(history.case) else ()
    findings.append(verdict(f"{prefix}.pseudo_resistance.verdict", "pseudo_resistance", pseudo, flags=(*marked, *suspected)))
    beside = {"dose": tuple(flag for flag in flags if flag == "needs_clinician"), "misdiagnosis": suspected}
    findings += [
        verdict(
            f"{prefix}.pseudo_resistance.reasons.{name}",
            rule,
            reasons[name],
            flags=(*marked, *beside.get(name, ())),
            needs_clinician=clinician and name == "dose",
        )
        for name, rule in RULES.items()
    ]
    return findings


def _trial(history: History, reading: TrialReading, *, tells: bool) -> tuple[TrialResult, list[Finding]]:
    flags = _trial_flags(history, reading)
    pseudo, reasons = of_failure(reading, history.reasons[reading.trial.id], history.misdiagnosed)
    result = made(
        TrialResult,
        adequate={model: judged.verdict for model, judged in reading.adequate.items()},
        pseudo_resistance=made(PseudoResistance, verdict=pseudo.verdict, reasons={name: reasons[name].verdict for name in RULES}),
        flags=flags,
    )
    return result, _told_of(reading, flags, pseudo, reasons, history) if tells else []


def judge_treatment(history: History, types: Types, *, tells: bool = True) -> TreatmentResults:
    """Return everything concluded about the treatments, but for the spectrum; with findings unless values alone are wanted."""
    trials: dict[str, TrialResult] = {}
    findings: list[Finding] = []
    for reading in history.readings:
        trials[reading.trial.id], found = _trial(history, reading, tells=tells)
        findings += found
    resistance, resistance_findings = judge_resistance(history, types, tells=tells)
    told = counts_of(history)
    staging, staging_findings = judge_staging(history, told, tells=tells)
    common, common_findings = judge_common_definition(history, told.failed, tells=tells)
    refractoriness, refractoriness_findings = judge_refractoriness(history, types, tells=tells)
    episodes, episode_findings = judge_episodes(history, tells=tells)
    suitability, suitability_findings = judge_suitability(history, tells=tells)
    nonspecific, nonspecific_finding = nonspecific_course()
    findings += [*resistance_findings, *staging_findings, *common_findings, *refractoriness_findings]
    findings += [*episode_findings, *suitability_findings, nonspecific_finding]
    whole = as_judged(refractoriness_findings[0]) if tells else Judged(refractoriness.verdict)
    return TreatmentResults(
        trials=trials,
        resistance_types=resistance,
        staging=staging,
        common_definition=common,
        refractoriness=refractoriness,
        episode_comparison=episodes,
        suitability=suitability,
        nonspecific_course=nonspecific,
        refractory=whole,
        findings=tuple(findings),
    )
