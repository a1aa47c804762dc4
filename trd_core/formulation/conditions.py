"""The conditions under which a problem or a link is proposed, by the name that the tables use. Each says yes, no or unknown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from trd_core.areas.stress import strain
from trd_core.catalogue import number
from trd_core.facts import any_member, holds, is_false, is_one_of, is_true, member_fact, reaches, read, reasons_of, unknown_of
from trd_core.finding import ALWAYS, MET, NOT_MET, UNKNOWN, Judged, all_of, any_of
from trd_core.formulation.context import Context
from trd_core.formulation.trial_conditions import TRIAL_CONDITIONS, oversold_failed_trial
from trd_core.toxicity import MANIFESTATIONS

Condition = Callable[[Context], Judged]


def _true(path: str, context: Context) -> Judged:
    return is_true(context.case, path)


def _false(path: str, context: Context) -> Judged:
    return is_false(context.case, path)


def _holds(path: str, code: str, context: Context) -> Judged:
    return holds(context.case, path, code)


def _one_of(path: str, codes: tuple[str, ...], context: Context) -> Judged:
    return is_one_of(context.case, path, codes)


def _strain(code: str, context: Context) -> Judged:
    return strain(context.case, code)


def _found(finding_ids: tuple[str, ...], context: Context) -> Judged:
    return any_of(*(context.finding(each) for each in finding_ids))


def _both_present(_: Context) -> Judged:
    return ALWAYS


def _began_before_episode(path: str, context: Context) -> Judged:
    """Whether it happened in the months before the episode began, and not after."""
    paths = (path, "episode.duration_months")
    since, duration = (read(context.case, each) for each in paths)
    if since is None or duration is None:
        return Judged(UNKNOWN, reasons_of(context.case, paths), unknown_of(context.case, paths))
    within = duration <= since <= duration + number("life_change_months")
    return Judged(MET if within else NOT_MET, reasons_of(context.case, paths))


def _bereavement(context: Context) -> Judged:
    return any_of(_began_before_episode("relationships.grief_months", context), is_true(context.case, "relationships.grief_unresolved"))


def _illness_before(context: Context) -> Judged:
    def before(condition: Any, path: str) -> Judged:
        return member_fact(condition, path, "before_or_with_episode", lambda it_was: it_was is True)

    return any_member(context.case, "medical.conditions", before)


def _dated_manifestation(context: Context) -> Judged:
    """Whether a confirmed manifestation has a date against a change of a drug."""

    def dated(name: str) -> Judged:
        path = f"toxicity_details.{name}"
        known = reasons_of(context.case, (f"{path}.changed_on", f"{path}.onset_days"))
        date = Judged(MET, known) if known else Judged(UNKNOWN, missing=(f"{path}.changed_on",))
        return all_of(is_true(context.case, f"toxicity.{name}"), date)

    return any_of(*(dated(name) for name in MANIFESTATIONS))


def _new_symptoms(context: Context) -> Judged:
    return any_of(*(is_true(context.case, f"toxicity_details.{name}.new_symptoms") for name in MANIFESTATIONS))


def _denial_shows_as(code: str, context: Context) -> Judged:
    """Denial counts only where the illness was explained adequately."""
    explained = is_true(context.case, "illness_behavior.explanation_given")
    return all_of(explained, holds(context.case, "illness_behavior.denial_shows_as", code))


def _expectations_not_met(context: Context) -> Judged:
    return any_of(is_true(context.case, "illness_behavior.treatment_presented_as_cure"), oversold_failed_trial(context))


def _depression_persists(context: Context) -> Judged:
    unimproved = reaches(context.case, "kellner", number("no_change_rating"))
    return any_of(is_true(context.case, "episode.major_symptoms"), is_false(context.case, "episode.mood_improved"), unimproved)


def _residual_symptoms(context: Context) -> Judged:
    return all_of(is_true(context.case, "episode.residual_symptoms"), is_false(context.case, "episode.major_symptoms"))


def _unclear_safety(context: Context) -> Judged:
    safety = context.findings["safety"]
    unclear = tuple(path for path in safety.missing if path in context.case.missing)
    return Judged(MET if "unclear_answers" in safety.flags else NOT_MET, (), unclear)


CONDITIONS: Final[dict[str, Condition]] = {
    **TRIAL_CONDITIONS,
    "both_present": _both_present,
    "sleep_worsened_after_stressor": partial(_true, "stress.sleep_worsened_after"),
    "inactivity_after_stressor": partial(_holds, "lifestyle.changed_after_stressor", "inactivity"),
    "diet_after_stressor": partial(_holds, "lifestyle.changed_after_stressor", "diet"),
    "alcohol_after_stressor": partial(_holds, "lifestyle.changed_after_stressor", "alcohol"),
    "smoking_after_stressor": partial(_holds, "lifestyle.changed_after_stressor", "smoking"),
    "exceeds_coping": partial(_true, "stress.exceeds_coping"),
    "work_or_money_named": partial(_strain, "work_or_money_strain"),
    "caregiving_named": partial(_strain, "caregiving_strain"),
    "family_named": partial(_strain, "family_strain"),
    "loss_before_episode_or_unresolved": _bereavement,
    "role_change_before_episode": partial(_began_before_episode, "relationships.role_transition_months"),
    "conflict_worsens_mood": partial(_true, "relationships.conflict_worsens_mood"),
    "no_confidant": partial(_false, "relationships.confidant"),
    "poor_nights_precede_poor_days": partial(_true, "lifestyle.poor_nights_precede_poor_days"),
    "alcohol_above_cut_or_to_cope": partial(_found, ("areas.lifestyle.alcohol", "areas.lifestyle.alcohol_to_cope")),
    "caffeine_late_or_high": partial(_found, ("areas.lifestyle.late_caffeine", "areas.lifestyle.high_caffeine")),
    "late_activity": partial(_true, "lifestyle.late_activity"),
    "activity_fell_before_or_with_mood": partial(_one_of, "lifestyle.activity_fell", ("before_mood", "with_mood")),
    "pain_before_or_with_episode": partial(_true, "medical.pain_before_or_with_episode"),
    "illness_before_or_with_episode": _illness_before,
    "medical_drug_confirmed": partial(_found, ("areas.medical.contributing_drugs",)),
    "dated_manifestation": _dated_manifestation,
    "new_symptoms_after_drug": _new_symptoms,
    "expectations_not_met": _expectations_not_met,
    "gave_up_treatment": partial(_true, "illness_behavior.gave_up_treatment"),
    "opposition_led_to_non_adherence": partial(_holds, "illness_behavior.opposition_led_to", "non_adherence"),
    "opposition_led_to_rupture": partial(_holds, "illness_behavior.opposition_led_to", "rupture"),
    "denial_shows_as_non_adherence": partial(_denial_shows_as, "non_adherence"),
    "denial_shows_as_delay": partial(_denial_shows_as, "delay"),
    "anxiety_came_first": partial(_found, ("areas.medical.anxiety_came_first",)),
    "overwhelmed": partial(_true, "stress.overwhelmed"),
    "depression_persists": _depression_persists,
    "residual_symptoms": _residual_symptoms,
    "anxiety_in_episode": partial(_one_of, "episode.anxiety", ("symptoms", "disorder")),
    "personality_assessed": partial(_one_of, "episode.personality_disorder", ("assessed",)),
    "safety_unclear": _unclear_safety,
}
