"""Why one problem may feed another: each condition on a link, as it was heard. Constants only."""

from __future__ import annotations

from typing import Final

REASONS: Final = {
    "activity_fell_before_or_with_mood": "You moved less before the mood fell, or as it fell.",
    "alcohol_above_cut_or_to_cope": "Alcohol is part of your days, as we heard.",
    "alcohol_after_stressor": "You drank more after the strain began.",
    "anxiety_came_first": "The worry was there before the low mood.",
    "caffeine_late_or_high": "You have coffee, tea or cola late or a lot, as we heard.",
    "caregiving_named": "Looking after somebody was named as a strain.",
    "conflict_worsens_mood": "Strife makes your mood worse, as we heard.",
    "dated_manifestation": "The change came after something was done with a medicine.",
    "denial_shows_as_delay": "Help came later than it could have.",
    "denial_shows_as_non_adherence": "Less was taken than planned, as we heard.",
    "diet_after_stressor": "Your meals changed after the strain began.",
    "dose_low_in_failed_trial": "The dose of a medicine was small.",
    "exceeds_coping": "The strain is more than you can cope with, as far as we can see.",
    "expectations_not_met": "A treatment did not do what you had been told it would.",
    "family_named": "The family was named as a strain.",
    "gave_up_treatment": "You lost heart and let a treatment go, as we heard.",
    "illness_before_or_with_episode": "The illness came before the low mood, or with it.",
    "inactivity_after_stressor": "You moved less after the strain began.",
    "inducer_in_failed_trial": "Something weakened a medicine while you took it.",
    "late_activity": "You are busy until bedtime, as we heard.",
    "loss_before_episode_or_unresolved": "The loss came before the low mood, or it still weighs.",
    "medical_drug_confirmed": "You took a medicine that can weigh on the mood.",
    "no_confidant": "There is nobody you can tell all to, as we heard.",
    "non_adherence_in_failed_trial": "Less was taken than planned, as we heard.",
    "opposition_led_to_non_adherence": "You felt pushed, and took less than planned.",
    "opposition_led_to_rupture": "You felt pushed, and the work together broke off.",
    "overwhelmed": "Each day asks too much, as we heard.",
    "pain_before_or_with_episode": "The pain came before the low mood, or with it.",
    "poor_nights_precede_poor_days": "A bad day follows a bad night, as we heard.",
    "role_change_before_episode": "The change in your life came before the low mood.",
    "sleep_worsened_after_stressor": "Your nights got worse after the strain began.",
    "smoking_after_stressor": "You smoked more after the strain began.",
    "work_or_money_named": "Work or money was named as a strain.",
}

NOTHING_TO_ADD: Final = ("both_present",)
"""Says no more than that both are there."""
