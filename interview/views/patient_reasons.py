"""Why one problem may feed another: each condition on a link, as it was heard. Constants only."""

from __future__ import annotations

from typing import Final

from interview.language import _

REASONS: Final = {
    "activity_fell_before_or_with_mood": _("You moved less before the mood fell, or as it fell."),
    "alcohol_above_cut_or_to_cope": _("Alcohol is part of your days, as we heard."),
    "alcohol_after_stressor": _("You drank more after the strain began."),
    "anxiety_came_first": _("The worry was there before the low mood."),
    "caffeine_late_or_high": _("You have coffee, tea or cola late or a lot, as we heard."),
    "caregiving_named": _("Looking after somebody was named as a strain."),
    "conflict_worsens_mood": _("Strife makes your mood worse, as we heard."),
    "dated_manifestation": _("The change came after something was done with a medicine."),
    "denial_shows_as_delay": _("Help came later than it could have."),
    "denial_shows_as_non_adherence": _("Less was taken than planned, as we heard."),
    "diet_after_stressor": _("Your meals changed after the strain began."),
    "dose_low_in_failed_trial": _("The dose of a medicine was small."),
    "exceeds_coping": _("The strain is more than you can cope with, as far as we can see."),
    "expectations_not_met": _("A treatment did not do what you had been told it would."),
    "family_named": _("The family was named as a strain."),
    "gave_up_treatment": _("You lost heart and let a treatment go, as we heard."),
    "illness_before_or_with_episode": _("The illness came before the low mood, or with it."),
    "inactivity_after_stressor": _("You moved less after the strain began."),
    "inducer_in_failed_trial": _("Something weakened a medicine while you took it."),
    "late_activity": _("You are busy until bedtime, as we heard."),
    "loss_before_episode_or_unresolved": _("The loss came before the low mood, or it still weighs."),
    "medical_drug_confirmed": _("You took a medicine that can weigh on the mood."),
    "no_confidant": _("There is nobody you can tell all to, as we heard."),
    "non_adherence_in_failed_trial": _("Less was taken than planned, as we heard."),
    "opposition_led_to_non_adherence": _("You felt pushed, and took less than planned."),
    "opposition_led_to_rupture": _("You felt pushed, and the work together broke off."),
    "overwhelmed": _("Each day asks too much, as we heard."),
    "pain_before_or_with_episode": _("The pain came before the low mood, or with it."),
    "poor_nights_precede_poor_days": _("A bad day follows a bad night, as we heard."),
    "role_change_before_episode": _("The change in your life came before the low mood."),
    "sleep_worsened_after_stressor": _("Your nights got worse after the strain began."),
    "smoking_after_stressor": _("You smoked more after the strain began."),
    "work_or_money_named": _("Work or money was named as a strain."),
}

NOTHING_TO_ADD: Final = ("both_present",)
"""Says no more than that both are there."""
