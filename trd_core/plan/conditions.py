"""Conditions on facts that point to an option of the plan, by the name that the table uses. Each says yes, no or unknown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from trd_core.case import Case, Trial
from trd_core.catalogue import number, plan_options
from trd_core.dates import surely_before
from trd_core.doses import drug_name, known_drug
from trd_core.facts import holds, is_complete, is_false, is_one_of, reaches, trial_fact
from trd_core.finding import MET, NEVER, NOT_MET, UNKNOWN, Judged, Reason, all_of, any_of, by_rule, negate
from trd_core.formulation.context import Context
from trd_core.formulation.trial_conditions import any_trial, failed
from trd_core.settings import Settings
from trd_core.trial_reading import DRUG_KINDS, THERAPY_KINDS

Condition = Callable[[Context], Judged]
NO_RESPONSE: Final = frozenset({"non_response", "deterioration"})
AFTER_OR_WITH_MOOD: Final = frozenset({"with_mood", "after_mood"})
MEDICINES: Final = "medical.current_medicines"
AVAILABLE: Final = "preferences.available_here"


def is_of(trial: Trial, kinds: frozenset[str]) -> Judged:
    """Return whether a trial is of one of the kinds."""
    return trial_fact(trial, "kind", kinds.__contains__)


def is_antidepressant(trial: Trial, settings: Settings) -> Judged:
    """Return whether a trial is with an antidepressant: its class was told, or its drug is in the dose table.

    Another name may be that of an antidepressant all the same.
    """
    drug_class = trial.drug_class or known_drug(drug_name(trial.agent), settings).drug_class
    if drug_class is None:
        named = () if trial.agent is None else (Reason(path=f"trials.{trial.id}.agent", value=trial.agent),)
        asked = "agent" if trial.agent is None else "drug_class"
        return all_of(is_of(trial, DRUG_KINDS), Judged(UNKNOWN, named, (f"trials.{trial.id}.{asked}",)))
    told = "agent" if trial.drug_class is None else "drug_class"
    return all_of(is_of(trial, DRUG_KINDS), Judged(MET, (Reason(path=f"trials.{trial.id}.{told}", value=getattr(trial, told)),)))


def is_taken_now(case: Case, trial: Trial) -> Judged:
    """Return whether a trial's drug is listed among the medicines taken now. A drug not listed may stand there under another name."""
    name, listed = drug_name(trial.agent), case.medical.current_medicines or ()
    if name is None or trial.kind not in DRUG_KINDS or name not in {drug_name(each) for each in listed}:
        return NEVER
    return Judged(MET, (Reason(path=MEDICINES, value=len(listed)),))


def has_ended(case: Case, trial: Trial) -> Judged:
    """Return whether an end is recorded that is not known to lie ahead."""
    path = f"trials.{trial.id}.ended"
    if trial.ended is None:
        return Judged(UNKNOWN, missing=(path,))
    ahead = surely_before(case.assessed_on, trial.ended)
    return Judged(NOT_MET if ahead else MET, (Reason(path=path, value=trial.ended),))


def goes_on(case: Case, trial: Trial) -> Judged:
    """Return whether a treatment is still given: by its outcome or the medicines taken now, else by the end that is recorded."""
    ongoing = trial_fact(trial, "outcome", "ongoing".__eq__)
    known = any_of(ongoing if ongoing.is_met else NEVER, is_taken_now(case, trial))
    return known if known.is_met else negate(has_ended(case, trial))


def _goes_on(case: Case, kinds: frozenset[str]) -> Judged:
    def judge(trial: Trial) -> Judged:
        of_kind = is_of(trial, kinds)
        return of_kind if of_kind.verdict == NOT_MET else all_of(of_kind, goes_on(case, trial))

    return any_trial(case, judge)


def drugs_alone(context: Context) -> Judged:
    """A drug is given, and no psychotherapy."""
    case = context.case
    return all_of(_goes_on(case, frozenset({"medication"})), negate(_goes_on(case, THERAPY_KINDS)))


def therapy_beside_a_drug(context: Context) -> Judged:
    """A psychotherapy is given beside a drug."""
    case = context.case
    apart = all_of(_goes_on(case, frozenset({"psychotherapy"})), _goes_on(case, frozenset({"medication"})))
    return any_of(_goes_on(case, frozenset({"combined"})), apart)


def _of_any_episode(case: Case, judge: Callable[[Trial], Judged]) -> Judged:
    more = () if is_complete(case, "trials") else (Judged(UNKNOWN, missing=("trials",)),)
    return any_of(*(judge(trial) for trial in case.trials or ()), *more)


def oversold_treatment(context: Context) -> Judged:
    """An earlier treatment was presented as more than it could be."""
    return _of_any_episode(context.case, lambda trial: trial_fact(trial, "expectations", "oversold".__eq__))


def appraisal_not_shared(context: Context) -> Judged:
    """A treatment failed, and the history was not told and discussed as criterion E asks."""
    return all_of(is_false(context.case, "appraisal_shared"), _of_any_episode(context.case, failed))


def inactivity_as_a_habit(context: Context) -> Judged:
    """Too little activity that is not known to have fallen with the mood, or after it."""
    fell = is_one_of(context.case, "lifestyle.activity_fell", AFTER_OR_WITH_MOOD)
    return Judged(NOT_MET, fell.reasons) if fell.is_met else context.finding("areas.lifestyle.inactive")


def drug_non_response(context: Context) -> Judged:
    """A drug of this episode did not help, or the person became worse."""

    def judge(trial: Trial) -> Judged:
        return all_of(
            trial_fact(trial, "outcome", NO_RESPONSE.__contains__), is_of(trial, DRUG_KINDS), trial_fact(trial, "episode", "current".__eq__)
        )

    return any_trial(context.case, judge)


def chronic_depression(context: Context) -> Judged:
    """The episode has lasted for years."""
    return by_rule("plan.chronic", reaches(context.case, "episode.duration_months", number("chronic_depression_months")))


def latest_trial_not_adequate(context: Context) -> Judged:
    """The response to the latest treatment cannot be judged before the treatment itself is checked."""
    spectrum = context.findings["response.spectrum"]
    if spectrum.value in {None, "unknown"}:
        return Judged(UNKNOWN, spectrum.reasons, spectrum.missing, spectrum.rules)
    return Judged(MET if spectrum.value == "pseudo_resistance" else NOT_MET, spectrum.reasons, (), spectrum.rules)


def no_therapy_within_reach(context: Context) -> Judged:
    """No psychotherapist can be reached, paid and got to, and no therapy is named among what can be had here."""
    case = context.case
    therapies = {option.id for option in plan_options().values() if option.kind == "therapy" and not option.on_request}
    here = tuple(each for each in case.preferences.available_here or () if each in therapies)
    unreachable = is_false(case, "preferences.therapy_reachable")
    return Judged(NOT_MET, (Reason(path=AVAILABLE, value=here),)) if here else unreachable


def short_term_dynamic_wanted(context: Context) -> Judged:
    """The person would like it."""
    return holds(context.case, "preferences.wanted", "short_term_dynamic")


def anxiety_disorder(context: Context) -> Judged:
    """An anxiety disorder stands beside the depression."""
    return is_one_of(context.case, "episode.anxiety", ("disorder",))


def personality_disorder(context: Context) -> Judged:
    """A disorder of personality was assessed."""
    return is_one_of(context.case, "episode.personality_disorder", ("assessed",))


CONDITIONS: Final[dict[str, Condition]] = {
    each.__name__: each
    for each in (
        drugs_alone,
        therapy_beside_a_drug,
        oversold_treatment,
        appraisal_not_shared,
        inactivity_as_a_habit,
        drug_non_response,
        chronic_depression,
        latest_trial_not_adequate,
        no_therapy_within_reach,
        short_term_dynamic_wanted,
        anxiety_disorder,
        personality_disorder,
    )
}
"""Every condition, by name. That the sequence has come to its fourth step is said by the sequence itself."""
