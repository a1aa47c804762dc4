"""Conditions on the treatments of the current episode, by name: what a problem or a link may rest on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from trd_core.case import Case, Trial
from trd_core.catalogue import codes, number
from trd_core.doses import drug_name, known_drug
from trd_core.facts import trial_fact
from trd_core.finding import NEVER, UNKNOWN, Judged, all_of, any_of
from trd_core.formulation.context import Context
from trd_core.settings import Settings


def any_trial(case: Case, judge: Callable[[Trial], Judged]) -> Judged:
    """Return whether one trial that may belong to the current episode meets the judgement."""
    if case.trials is None:
        return Judged(UNKNOWN, missing=("trials",))
    judged = [judge(trial) for trial in case.trials if trial.episode != "previous"]
    return any_of(*judged, *((Judged(UNKNOWN, missing=("trials",)),) if "trials" in case.missing else ()))


def failed(trial: Trial) -> Judged:
    """Return whether the trial failed."""
    return trial_fact(trial, "outcome", codes("failed_outcomes").__contains__)


def _is_psychotherapy(trial: Trial) -> Judged:
    return trial_fact(trial, "kind", {"psychotherapy", "combined"}.__contains__)


def _adherence_low(trial: Trial) -> Judged:
    return trial_fact(trial, "adherence_percent", lambda percent: percent < number("adherence_percent"))


def _induced(trial: Trial) -> Judged:
    return trial_fact(trial, "metabolic_inducer", lambda induced: induced is True)


def _dose_low(trial: Trial, settings: Settings) -> Judged:
    if trial.kind in {"psychotherapy", "ect", "neuromodulation"}:
        return NEVER
    if trial.agent is None:
        return Judged(UNKNOWN, missing=(f"trials.{trial.id}.agent",))
    minimum = known_drug(drug_name(trial.agent), settings).minimum_mg
    if minimum is None:
        return Judged(UNKNOWN)
    return all_of(trial_fact(trial, "agent", lambda _: True), trial_fact(trial, "dose_mg", lambda dose: dose < minimum))


def _stopped_early(trial: Trial) -> Judged:
    ended = trial_fact(trial, "ended", lambda _: True)
    few = trial_fact(trial, "sessions", lambda sessions: sessions < number("psychotherapy_sessions"))
    return all_of(_is_psychotherapy(trial), ended, few)


def _oversold(trial: Trial) -> Judged:
    return trial_fact(trial, "expectations", {"oversold"}.__contains__)


def non_adherence(context: Context) -> Judged:
    """Less of a treatment was taken than counts as taken."""
    return any_trial(context.case, _adherence_low)


def non_adherence_in_failed_trial(context: Context) -> Judged:
    """Less was taken than counts, in a trial that failed."""
    return any_trial(context.case, lambda trial: all_of(failed(trial), _adherence_low(trial)))


def inducer(context: Context) -> Judged:
    """Another substance sped up a drug's breakdown."""
    return any_trial(context.case, _induced)


def inducer_in_failed_trial(context: Context) -> Judged:
    """An inducer was there in a trial that failed."""
    return any_trial(context.case, lambda trial: all_of(failed(trial), _induced(trial)))


def dose_low(context: Context) -> Judged:
    """A drug's dose stayed below its minimum."""
    return any_trial(context.case, lambda trial: _dose_low(trial, context.settings))


def dose_low_in_failed_trial(context: Context) -> Judged:
    """The dose stayed below the minimum in a trial that failed."""
    return any_trial(context.case, lambda trial: all_of(failed(trial), _dose_low(trial, context.settings)))


def non_response(context: Context) -> Judged:
    """A treatment of this episode did not help, or it became worse."""
    return any_trial(context.case, lambda trial: trial_fact(trial, "outcome", {"non_response", "deterioration"}.__contains__))


def failed_trials(context: Context) -> Judged:
    """A treatment of this episode failed."""
    return any_trial(context.case, failed)


def oversold_failed_trial(context: Context) -> Judged:
    """A treatment that failed had been presented as more than it could be."""
    return any_trial(context.case, lambda trial: all_of(failed(trial), _oversold(trial)))


def oversold_trial(context: Context) -> Judged:
    """A treatment was presented as more than it could be."""
    return any_trial(context.case, _oversold)


def poor_alliance(context: Context) -> Judged:
    """The person and a clinician did not work well together."""
    return any_trial(context.case, lambda trial: trial_fact(trial, "alliance", {"strained", "poor"}.__contains__))


def dropped_therapy(context: Context) -> Judged:
    """A psychotherapy ended after few sessions."""
    return any_trial(context.case, _stopped_early)


TRIAL_CONDITIONS: Final[dict[str, Callable[[Context], Judged]]] = {
    "non_adherence": non_adherence,
    "non_adherence_in_failed_trial": non_adherence_in_failed_trial,
    "inducer": inducer,
    "inducer_in_failed_trial": inducer_in_failed_trial,
    "dose_low": dose_low,
    "dose_low_in_failed_trial": dose_low_in_failed_trial,
    "non_response": non_response,
    "failed_trials": failed_trials,
    "oversold_trial": oversold_trial,
    "poor_alliance": poor_alliance,
    "dropped_therapy": dropped_therapy,
}
