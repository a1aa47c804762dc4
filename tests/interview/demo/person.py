"""A person who does not exist: what she answers, by question, with her own words where she spoke. Invented for the demonstration.

A woman of 47 who keeps the accounts of a haulage firm and has looked after her mother at home for two years. The low
mood began after that; two medicines and a talking therapy helped in part, little, and not at all.
"""

from __future__ import annotations

from typing import Any

Line = dict[str, Any]


def said(value: Any, words: str | None = None) -> Line:
    """Return an answer, with the words in which it was given."""
    return {"value": value} if words is None else {"value": value, "verbatim": words}


def left(missing: str, words: str) -> Line:
    """Return an answer that was not given, with the words that said so."""
    return {"missing": missing, "verbatim": words}


OPENING = {
    "interview.consent": said(True, "Yes, that is all right"),
    "interview.present": said([]),
    "narrative.concern": said(
        "I am tired of being tired. I get through the day, I see to my mother, I do the figures at work, and then there is "
        "nothing left of me. I have tried the tablets and the talking. I came because I snapped at her last week and frightened us both."
    ),
    "person.age_years": said(47),
    "person.sex_for_thresholds": said("female"),
    "person.pregnancy": said("none", "No"),
}

SAFETY = {
    "safety.wish_to_be_dead": said(True, "Yes. Some nights I wish I would not wake up. I would not kill myself, I have her to look after."),
    "safety.thoughts": said(False, "No"),
    "safety.act": said(False, "No, never"),
    "safety.self_harm": said(False, "No"),
    "safety.means_access": said(True, "I suppose so"),
    "safety.harm_to_others": said(False, "No"),
    "safety.abuse": said(False, "No"),
    "safety.psychosis": said(False),
    "safety.mania": said(False),
    "safety.dependants_at_risk": said(False),
    "safety.dangerous_withdrawal": said(False),
    "interview.safety_second_look": said(False, "No, nothing like that"),
}

TREATMENT = {
    "interview.any.trials": said(True, "Yes"),
    "kellner_self": said(6, "6"),
    "kellner": said(5),
    "kellner_reference": said("2025-11", "November 2025"),
    "trials[0].agent": said("venlafaxine", "venlafaxine"),
    "trials[0].kind": said("medication", "A medicine"),
    "trials[0].episode": said("current", "In this one"),
    "trials[0].outcome": said("non_response", "It changed nothing, except that I sweat at night"),
    "trials[0].dose_mg": said(75, "75 mg"),
    "trials[0].weeks": said(10, "ten weeks"),
    "trials[0].adherence_percent": said(95, "95"),
    "trials[0].augmentations": said([], "none"),
    "trials[0].expectations": said("oversold", "I was told that it would fix everything"),
    "trials[0].metabolic_inducer": said(False),
    "trials[0].evidence_based": said(True),
    "trials[0].addressed_complexity": said(False),
    "trials[0].impediments": said(["environment.allostatic_overload", "therapist.data_collection"]),
    "trials[1].agent": said("sertraline", "sertraline"),
    "trials[1].kind": said("medication", "A medicine"),
    "trials[1].episode": said("current", "In this one"),
    "trials[1].outcome": said("partial_response", "It helped in part"),
    "trials[1].dose_mg": said(100, "100 mg"),
    "trials[1].weeks": said(9, "nine weeks"),
    "trials[1].metabolic_inducer": said(False),
    "trials[1].evidence_based": said(True),
    "trials[1].addressed_complexity": said(False),
    "trials[1].impediments": said(["environment.allostatic_overload"]),
    "trials[2].agent": said("cbt", "cognitive behavioural therapy"),
    "trials[2].kind": said("psychotherapy", "A talking therapy"),
    "trials[2].episode": said("current", "In this one"),
    "trials[2].outcome": said("non_response", "It made no real difference"),
    "trials[2].weeks": left("unknown", "I don't know"),
    "trials[2].sessions": said(7, "seven"),
    "trials[2].alliance": said("strained", "It was difficult at times"),
    "trials[2].evidence_based": said(True),
    "trials[2].addressed_complexity": said(False),
    "trials[2].impediments": said(["environment.allostatic_overload", "therapist.timing", "patient.low_readiness"]),
    "interview.more.trials[0]": said(True, "Yes"),
    "interview.more.trials[1]": said(True, "Yes, the therapy"),
    "interview.more.trials[2]": said(False, "No, that was it"),
    "interview.after.happened": said([], "none"),
    **{
        f"toxicity.{name}": said(False)
        for name in ("loss_of_effect", "paradoxical", "switch", "rechallenge_failure", "withdrawal", "persistent_postwithdrawal")
    },
}

EPISODE = {
    "narrative.episode": said(
        "It crept in about a year after I took my mother in. First I stopped singing in the choir, then the nights went, then "
        "everything took twice as long. There was no single day."
    ),
    "episode.duration_months": said(14, "14 months"),
    "episode.intensified_treatment": said("none"),
    "episode.severity": said("moderate"),
    "episode.psychotic": said(False),
    "episode.functional_impairment": said("moderate"),
    "episode.anxiety": said("symptoms"),
    "episode.personality_disorder": said("none"),
    "episode.psychosocial_stressor": said(True),
    "episode.mood_improved": said(False),
    "episode.residual_symptoms": said(True),
    "episode.residual_interference": said(True),
    "episode.major_symptoms": said(True),
    "episode.misdiagnosis.bipolar": said(False),
    "episode.misdiagnosis.dementia": said(False),
    "episode.misdiagnosis.primary_anxiety": said(False),
    "episode.misdiagnosis.medical_or_drug_induced": left("unknown", "don't know"),
    "episode.misdiagnosis_suspected": said(["medical_or_drug_induced"]),
    "interview.area_done.psychiatric": said(True),
}

STRESS = {
    "narrative.stress": said(
        "My mother. She wanders at night, so I sleep with the door open. And since the spring there are two of us at work doing "
        "what four did."
    ),
    "interview.any.stress.sources": said(True),
    "stress.sources[0].label": said("looking after my mother at home", "looking after my mother at home"),
    "stress.sources[0].months_since_onset": said(24, "24 months"),
    "stress.sources[0].theme": said("caregiving"),
    "stress.sources[0].kind": said("chronic"),
    "interview.more.stress.sources[0]": said(True, "Yes, work"),
    "stress.sources[1].label": said("twice the work since the spring", "twice the work since the spring"),
    "stress.sources[1].months_since_onset": said(8, "8 months"),
    "stress.sources[1].theme": said("work"),
    "stress.sources[1].kind": said("event"),
    "interview.more.stress.sources[1]": said(False, "No"),
    "stress.symptoms": said(
        ["difficulty_falling_asleep", "restless_sleep", "low_energy", "irritability", "demoralization"],
    ),
    "stress.overwhelmed": said(True, "Yes, every single day"),
    "stress.sleep_worsened_after": said(True, "Yes"),
    "stress.exceeds_coping": said(True),
    "stress.functioning_impaired": said(True),
    "stress.within_six_months": said(True),
    "interview.area_done.stress": said(True),
}

LIFESTYLE = {
    "narrative.lifestyle": said(
        "Up at six, get her dressed, work till five with the phone beside me, supper, her bath, the washing. A glass or two of "
        "wine when she is down. I used to walk by the canal on Sundays."
    ),
    "lifestyle.sleep_problems": said(["falling_asleep", "broken", "unrefreshing"]),
    "lifestyle.sleep_hours": said(5.5, "about five and a half hours"),
    "lifestyle.poor_nights_precede_poor_days": said(True, "Yes"),
    "lifestyle.moderate_minutes_per_week": said(40, "40 minutes"),
    "lifestyle.vigorous_minutes_per_week": said(0, "none"),
    "lifestyle.activity_fell": said("with_mood", "Both at the same time"),
    "lifestyle.alcohol_frequency": said("four_or_more_a_week"),
    "lifestyle.alcohol_drinks_a_day": said("one_or_two"),
    "lifestyle.alcohol_six_or_more": said("never"),
    "lifestyle.alcohol_to_cope": said(True, "To come down at night, yes"),
    "lifestyle.smoking": said("former"),
    "lifestyle.nonmedical_drugs": said(False, "No"),
    "lifestyle.caffeine_drinks_per_day": said(5, "5"),
    "lifestyle.caffeine_after_16": said(True, "Yes"),
    "lifestyle.changed_after_stressor": said(["inactivity", "sleep", "alcohol"]),
    "interview.area_done.lifestyle": said(True),
}

ILLNESS = {
    "narrative.illness_behavior": said(
        "I think I am worn down rather than ill, but it does not lift when I get a weekend off, so perhaps it is both. "
        "I do what I am told, and then it does not work, and I feel I have failed that as well."
    ),
    "illness_behavior.hopeless": said(True, "Yes, mostly"),
    "illness_behavior.helpless": said(True, "Yes"),
    "illness_behavior.fails_expectations": said(True, "Yes, hers and mine"),
    "illness_behavior.demoralization_months": said(6, "6 months"),
    "illness_behavior.demoralization_with_medical": said(False, "No"),
    "illness_behavior.gave_up_treatment": said(True, "The therapy, yes"),
    "illness_behavior.self_management": said("some"),
    "illness_behavior.opposes_being_told": said(False, "No"),
    "illness_behavior.treatment_presented_as_cure": said(True, "Yes"),
    "illness_behavior.explanation_given": said(False),
    "interview.area_done.illness_behavior": said(True),
}

WELLBEING = {
    "narrative.wellbeing": said("When the choir practises next door and I hear it through the wall. Then I remember who I was."),
    "wellbeing.purpose_in_life.example": said("Seeing to it that she can stay at home. Beyond that I do not look."),
    "wellbeing.autonomy.example": said("I decide. I do not like to ask anyone for anything."),
    "wellbeing.environmental_mastery.level": said("impaired"),
    "wellbeing.personal_growth.level": said("balanced"),
    "wellbeing.purpose_in_life.level": said("impaired"),
    "wellbeing.autonomy.level": said("excessive"),
    "wellbeing.self_acceptance.level": said("impaired"),
    "wellbeing.positive_relations.level": said("balanced"),
    "wellbeing.flexibility": said("partial"),
    "wellbeing.consistency": said("present"),
    "wellbeing.resilience": said("partial"),
    "interview.area_done.wellbeing": said(True),
}

RELATIONSHIPS = {
    "narrative.relationships": said(
        "My mother and I, in her flat. My brother lives an hour away and pays for things. I have not seen the choir people since last year."
    ),
    "relationships.confidant": said(False, "No"),
    "relationships.practical_support": said(True, "Yes"),
    "relationships.lonely": said(True, "Yes"),
    "relationships.conflict": said(True, "Yes"),
    "relationships.conflict_with": left("declined", "I'd rather not say"),
    "relationships.conflict_worsens_mood": said(True, "Yes"),
    "relationships.caregiving": said(True, "Yes"),
    "relationships.caregiving_strain": said(True, "Yes"),
    "relationships.problem_solving": said("unhealthy"),
    "relationships.communication": said("unhealthy"),
    "relationships.roles": said("unhealthy"),
    "relationships.affective_responsiveness": said("healthy"),
    "relationships.affective_involvement": said("healthy"),
    "relationships.behavior_control": said("healthy"),
    "relationships.interpersonal_sensitivity": said(False),
    "interview.area_done.relationships": said(True),
}

MEDICAL = {
    "narrative.medical": said("High blood pressure, nothing else that I know of. I have put on weight and I am always cold."),
    "medical.current_medicines": said(["venlafaxine", "ramipril"]),
    "medical.low_energy": said(True, "Yes"),
    "medical.pain": said(False, "No"),
    "interview.check.blood": said(False, "No"),
    "medical.interacting_drugs": said(False),
    "medical.maoi_with_serotonergic": said(False),
    "iatrogenic.medical_drugs": said([]),
    "medical.to_check": said(["thyroid"]),
}

CLOSING = {
    "preferences.first_priority": said("To sleep through one night, and to have one evening a week that is mine."),
    "preferences.prefers": said("both"),
    "narrative.summary": said("Yes. Nobody had put the nights and my mother and the wine in one line before."),
    "interview.anything_missed": said("Only that I would like my brother to hear some of this."),
    "appraisal_shared": said(True),
}

ANSWERS: dict[str, Line] = {
    **OPENING, **SAFETY, **TREATMENT, **EPISODE, **STRESS, **LIFESTYLE, **ILLNESS, **WELLBEING, **RELATIONSHIPS, **MEDICAL, **CLOSING,
}  # fmt: skip

ASKED_IN_TURN = ("narrative.", "lifestyle.sleep_problems", "illness_behavior.hopeless", "illness_behavior.explanation_given", "interview.")
"""What comes by itself at the brief depth."""


def _taken_up(answers: dict[str, Line]) -> tuple[str, ...]:
    return tuple(link_id for link_id in answers if not link_id.startswith(ASKED_IN_TURN))


FOLLOWED_BY: dict[str, tuple[str, ...]] = {
    "kellner_self": ("kellner_reference",),
    "trials[0].weeks": ("trials[0].adherence_percent", "trials[0].augmentations", "trials[0].expectations"),
    "trials[2].sessions": ("trials[2].alliance",),
    "stress.symptoms": ("stress.overwhelmed", "stress.sleep_worsened_after"),
    "stress.sources[0].label": ("stress.sources[0].months_since_onset",),
    "stress.sources[1].label": ("stress.sources[1].months_since_onset",),
    "lifestyle.sleep_problems": _taken_up(LIFESTYLE),
    "illness_behavior.hopeless": _taken_up(ILLNESS),
    "narrative.wellbeing": ("wellbeing.purpose_in_life.example", "wellbeing.autonomy.example"),
    "narrative.relationships": (
        "relationships.confidant",
        "relationships.practical_support",
        "relationships.lonely",
        "relationships.conflict",
        "relationships.conflict_with",
        "relationships.conflict_worsens_mood",
        "relationships.caregiving",
        "relationships.caregiving_strain",
    ),
    "narrative.medical": ("medical.low_energy", "medical.pain", "interview.check.blood"),
    "preferences.first_priority": ("preferences.prefers",),
}
"""Questions of the full depth that the interviewer takes up where they come to hand."""

ACTS_AFTER: dict[str, tuple[Line, ...]] = {
    "safety.dangerous_withdrawal": (
        {"link_id": "session.risk_words", "value": {"on": "safety.wish_to_be_dead", "how": "asked_now"}},
        {
            "link_id": "session.safety_acknowledged",
            "value": {"by": "Demo clinician", "seen_by": "Demo clinician", "means_addressed": True},
        },
    ),
    "interview.more.trials[2]": (
        {
            "link_id": "trials[0].dose_mg",
            "value": 150,
            "verbatim": "Sorry, 150 mg",
            "source": "patient",
        },
    ),
    "interview.check.blood": (
        {"link_id": "session.note", "value": {"kind": "to_do", "text": "Thyroid and blood count: ask the practice for a test."}},
    ),
    "relationships.conflict_with": (
        {
            "link_id": "session.note",
            "value": {"kind": "private", "text": "Looked at the door when asked; come back to it later."},
        },
    ),
    "preferences.first_priority": (
        {
            "link_id": "session.note",
            "value": {"kind": "record", "text": "Would like her brother to join a later visit.", "on": "preferences.first_priority"},
        },
    ),
}
"""Acts of the session that follow an answer: a banner settled, a sign of risk acknowledged, a correction, notes."""
