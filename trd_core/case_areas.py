"""What was found out in the five areas, about medical illness, and about what the person wants.

The project's own schema, one model each (`trd-interview schema case` prints it). Every fact is optional: absent means
not known. Judgements are the clinician's and say so; the rest is what the person, an informant or a chart says.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from trd_core.case_types import Amount, Codes, Count, Fact, Part, PartialDate
from trd_core.text import CleanText

HarmfulHabit = Literal["inactivity", "diet", "sleep", "smoking", "alcohol", "drugs"]


class Lifestyle(Fact):
    """Habits, as told; sleep, appetite and activity may be symptoms of depression before they are habits."""

    moderate_minutes_per_week: Amount | None = None
    vigorous_minutes_per_week: Amount | None = None
    strength_days_per_week: Amount | None = None
    sedentary_hours_per_day: Amount | None = None
    activity_fell: Literal["before_mood", "with_mood", "after_mood", "no"] | None = None
    """Whether the person became less active, and when."""
    sleep_hours: Amount | None = None
    """Hours a night."""
    sleep_problems: Codes[Literal["falling_asleep", "broken", "early_awakening", "unrefreshing", "too_long"]] | None = None
    poor_nights_precede_poor_days: bool | None = None
    late_activity: bool | None = None
    """Screens, work or exercise close to bedtime."""
    alcohol_frequency: Literal["never", "monthly_or_less", "two_to_four_a_month", "two_to_three_a_week", "four_or_more_a_week"] | None = (
        None
    )
    alcohol_drinks_a_day: Literal["one_or_two", "three_or_four", "five_or_six", "seven_to_nine", "ten_or_more"] | None = None
    """On a day with alcohol."""
    alcohol_six_or_more: Literal["never", "less_than_monthly", "monthly", "weekly", "daily"] | None = None
    alcohol_to_cope: bool | None = None
    """Used to sleep, to calm down or to cope."""
    smoking: Literal["never", "former", "current"] | None = None
    cigarettes_per_day: Amount | None = None
    minutes_to_first_cigarette: Amount | None = None
    nonmedical_drugs: bool | None = None
    nonmedical_drugs_which: CleanText | None = None
    portions_per_day: Amount | None = None
    """Portions of fruit and vegetables, about 80 g each."""
    regular_meals: bool | None = None
    appetite_or_weight_changed: bool | None = None
    caffeine_drinks_per_day: Amount | None = None
    caffeine_after_16: bool | None = None
    daily_routine: Literal["regular", "irregular", "none"] | None = None
    changed_after_stressor: Codes[HarmfulHabit] | None = None
    """Habits that became worse after the stressful situation began."""


class IllnessBehavior(Fact):
    """How the person sees, feels and deals with being ill; the facts behind the DCPR-R syndromes, reactance and self-management."""

    explanation_given: bool | None = None
    """The illness and its treatment were explained adequately, with time to discuss (the clinician's judgement)."""
    denies_illness: bool | None = None
    """Persistent denial of being ill or of needing treatment (the clinician's judgement)."""
    denial_shows_as: Codes[Literal["non_adherence", "delay", "counterphobic"]] | None = None
    believed_cause: CleanText | None = None
    illness_worry: bool | None = None
    illness_worry_months: Amount | None = None
    illness_worry_eased_by_reassurance: bool | None = None
    illness_conviction: bool | None = None
    """Fear or conviction of a serious disease from bodily sensations."""
    one_feared_disease: bool | None = None
    fear_in_attacks: bool | None = None
    illness_worry_examined: bool | None = None
    """A doctor examined what is feared, and explained."""
    illness_worry_interferes: bool | None = None
    repeated_care: bool | None = None
    """Checks, searches or visits again and again."""
    sudden_dread_of_death: bool | None = None
    avoids_reminders_of_death: bool | None = None
    dread_of_death_interferes: bool | None = None
    unexplained_bodily_symptoms: bool | None = None
    bodily_symptoms_months: Amount | None = None
    bodily_symptoms_burden: bool | None = None
    bodily_arousal_elsewhere: bool | None = None
    strong_side_effects: bool | None = None
    """Side effects stronger than most people have."""
    psychiatric_disorder_came_first: bool | None = None
    """Before the bodily symptoms (the clinician's judgement)."""
    loss_of_function_symptom: bool | None = None
    """A movement or sense that failed in a way no examination explains (the clinician's judgement)."""
    loss_of_function_features: Codes[Literal["ambivalent_report", "histrionic_traits", "unrecognized_stress", "model_symptom"]] | None = (
        None
    )
    anniversary: bool | None = None
    """Symptoms began at the age or date at which someone close fell gravely ill or died."""
    anniversary_recognized: bool | None = None
    fails_expectations: bool | None = None
    unable_to_cope: bool | None = None
    helpless: bool | None = None
    hopeless: bool | None = None
    giving_up: bool | None = None
    demoralization_months: Amount | None = None
    demoralization_with_medical: bool | None = None
    """It came closely before a medical illness, or made one worse."""
    irritable: bool | None = None
    irritability_without_relief: bool | None = None
    irritability_affects_body: bool | None = None
    type_a_features: (
        Codes[
            Literal[
                "involvement_in_work",
                "time_urgency",
                "tense_motion",
                "hostility",
                "irritable_mood",
                "fast_body",
                "fast_mind",
                "need_for_recognition",
                "competitiveness",
            ]
        ]
        | None
    ) = None
    type_a_brings_symptoms: bool | None = None
    alexithymia_features: (
        Codes[
            Literal[
                "no_words_for_feelings",
                "details_instead_of_feelings",
                "poor_fantasy",
                "external_content",
                "unaware_of_bodily_side",
                "outbursts",
            ]
        ]
        | None
    ) = None
    opposes_being_told: bool | None = None
    """Feels pushed and does the opposite, or nothing, when told what to do about the illness."""
    opposition_led_to: Codes[Literal["non_adherence", "rupture"]] | None = None
    self_management: Literal["none", "some", "good"] | None = None
    """What the person does by themselves that helps."""
    self_management_which: CleanText | None = None
    gave_up_treatment: bool | None = None
    """Stopped trying, or stopped a treatment, out of discouragement."""
    avoids_out_of_fear: bool | None = None
    """Stays away from places or situations out of fear."""
    perfectionism: bool | None = None
    treatment_presented_as_cure: bool | None = None
    """An earlier treatment was presented as sure to work, and did not."""
    expects_from_treatment: CleanText | None = None


class Dimension(Fact):
    """One dimension of psychological well-being; too much of it is as unbalanced as too little."""

    level: Literal["impaired", "balanced", "excessive"] | None = None
    """The clinician's rating of what was told."""
    example: CleanText | None = None
    """In the person's words."""


class WellBeing(Fact):
    """Six dimensions, and what keeps them in balance."""

    environmental_mastery: Part[Dimension] = Field(default_factory=Dimension)
    personal_growth: Part[Dimension] = Field(default_factory=Dimension)
    purpose_in_life: Part[Dimension] = Field(default_factory=Dimension)
    autonomy: Part[Dimension] = Field(default_factory=Dimension)
    self_acceptance: Part[Dimension] = Field(default_factory=Dimension)
    positive_relations: Part[Dimension] = Field(default_factory=Dimension)
    flexibility: Literal["absent", "partial", "present"] | None = None
    consistency: Literal["absent", "partial", "present"] | None = None
    resilience: Literal["absent", "partial", "present"] | None = None
    only_passing_distress: bool | None = None
    feels_well: bool | None = None
    """Cheerful, calm, active, interested, rested, on most days."""


FamilyFunctioning = Literal["healthy", "unhealthy"]


class Relationships(Fact):
    """Family and interpersonal life. Family dimensions are the clinician's rating of what was told."""

    lives_with: CleanText | None = None
    partner: bool | None = None
    problem_solving: FamilyFunctioning | None = None
    communication: FamilyFunctioning | None = None
    roles: FamilyFunctioning | None = None
    affective_responsiveness: FamilyFunctioning | None = None
    affective_involvement: FamilyFunctioning | None = None
    behavior_control: FamilyFunctioning | None = None
    confidant: bool | None = None
    """Somebody to tell everything to."""
    practical_support: bool | None = None
    lonely: bool | None = None
    conflict: bool | None = None
    conflict_with: CleanText | None = None
    conflict_worsens_mood: bool | None = None
    grief: bool | None = None
    """The loss of someone by death or separation that still weighs."""
    grief_months: Amount | None = None
    grief_unresolved: bool | None = None
    dispute: bool | None = None
    """Expectations about a relationship that two people do not share, and that stay unsettled."""
    role_transition: bool | None = None
    role_transition_months: Amount | None = None
    interpersonal_sensitivity: bool | None = None
    """Finds it hard to begin or keep relationships, or is easily hurt in them."""
    caregiving: bool | None = None
    caregiving_strain: bool | None = None
    others_oppose_treatment: bool | None = None


class MedicalCondition(Fact):
    """One illness, as told or charted."""

    label: CleanText | None = None
    since: PartialDate | None = None
    before_or_with_episode: bool | None = None
    limits_daily_life: bool | None = None


class Medical(Fact):
    """Medical illness and medicines; what the clinician should check stands apart and is never concluded."""

    conditions: tuple[MedicalCondition, ...] | None = None
    pain: bool | None = None
    pain_before_or_with_episode: bool | None = None
    renal_disease: bool | None = None
    hepatic_disease: bool | None = None
    current_medicines: Codes[CleanText] | None = None
    allergies: CleanText | None = None
    interacting_drugs: bool | None = None
    """Medicines that act on each other (the clinician's judgement)."""
    maoi_with_serotonergic: bool | None = None
    low_energy: bool | None = None
    insomnia: bool | None = None
    anxiety_came_first: bool | None = None
    """A long-standing anxiety came before the depression."""
    to_check: (
        Codes[
            Literal[
                "early_adversity",
                "substance_use",
                "sleep_apnoea",
                "thyroid",
                "anaemia",
                "attention_deficit",
                "akathisia",
                "activation_after_drug_change",
            ]
        ]
        | None
    ) = None
    """Asked, never concluded: the clinician checks."""


PlanOption = Literal[
    "psychotherapeutic_management",
    "realistic_appraisal",
    "change_environment",
    "lifestyle",
    "explanatory_therapy",
    "well_being_therapy",
    "cbt_modified",
    "mbct",
    "ipt",
    "short_term_dynamic",
    "cbasp",
    "cbt_wbt_loss_of_effect",
    "family_intervention",
    "add_drug_after_psychotherapy",
    "check_the_trial",
    "no_reflex_switch",
    "sequential",
    "postpone_switch",
    "treat_comorbidity",
    "digital",
    "psychedelic_assisted",
]


class Preferences(Fact):
    """What the person wants, and what can be had here."""

    first_priority: CleanText | None = None
    goals: CleanText | None = None
    prefers: Literal["medication", "psychotherapy", "both", "neither", "no_preference"] | None = None
    wanted: Codes[PlanOption] | None = None
    not_wanted: Codes[PlanOption] | None = None
    available_here: Codes[PlanOption] | None = None
    therapy_reachable: bool | None = None
    """A psychotherapist can be reached, paid and got to."""
    language_or_culture: CleanText | None = None
    decides: Literal["together", "clinician", "person"] | None = None
    """How the person wants decisions to be made."""
    visits_possible_per_month: Count | None = None
