"""Each problem that may be proposed, in words for the person who has it: its name, and the two halves of "when this, then that".

Constants only. A syndrome is said by what a person notices. What needs a talk face to face is left out, and says why.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Said(NamedTuple):
    """One problem in plain words."""

    name: str
    when: str
    """Follows "When"."""
    then: str
    """Follows the comma; a link is a hypothesis, so it says "may"."""


PROBLEMS: Final = {
    "dangerous_combination": Said(
        "Two of your medicines that may not go together", "two of your medicines do not go together", "two medicines may not go together"
    ),
    "depression": Said("Low mood that goes on", "your mood is low", "your mood may stay low"),
    "residual_symptoms": Said("What is left of the low mood", "some of the low mood is left", "some of the low mood may stay"),
    "long_standing_anxiety": Said("Worry that came before the low mood", "old worry comes up", "old worry may come up"),
    "anxiety": Said("Worry and unrest", "you are worried or restless", "worry and unrest may grow"),
    "irritability": Said("Being on edge", "you are on edge", "you may be more on edge"),
    "non_response": Said(
        "A treatment that has not brought enough", "a treatment does not bring enough", "a treatment may not bring enough"
    ),
    "failed_trials": Said(
        "Earlier treatments that reached only a part", "treatments reach only a part", "treatments may reach only a part"
    ),
    "metabolic_inducer": Said(
        "Something that weakens a medicine", "something weakens a medicine", "a medicine may be weakened"
    ),
    "low_dose": Said("The dose of a medicine, to be looked at", "the dose of a medicine is small", "the dose may be too small"),
    "non_adherence": Said(
        "Taking a medicine as planned is hard", "it is hard to take a medicine as planned", "it may be harder to take a medicine as planned"
    ),
    "oversold_treatment": Said(
        "A treatment that promised too much", "a treatment promises too much", "more may be promised than can be kept"
    ),
    "poor_alliance": Said(
        "Working together was hard", "it is hard to work together", "it may be harder to work together"
    ),
    "dropped_therapy": Said("A talking therapy that ended early", "a talking therapy ends early", "a talking therapy may end early"),
    "behavioral_toxicity": Said(
        "Changes that came after a medicine", "a medicine brings unwanted changes", "a medicine may bring unwanted changes"
    ),
    "new_symptoms_after_drug": Said(
        "New trouble after a change of medicine", "a change of medicine brings new trouble", "a change of medicine may bring new trouble"
    ),
    "allostatic_overload": Said(
        "More strain than you can carry", "there is more strain than you can carry", "the strain may be more than you can carry"
    ),
    "allostatic_load": Said("Strain that lasts", "strain lasts", "the strain may last longer"),
    "work_or_money_strain": Said("Strain from work or money", "work or money weighs on you", "work or money may weigh more"),
    "living_conditions_strain": Said(
        "Strain from where or how you live", "where or how you live weighs on you", "where or how you live may weigh more"
    ),
    "inactivity": Said("Moving too little", "you move too little", "you may move less"),
    "insomnia": Said("Poor sleep", "your nights are poor", "your nights may get worse"),
    "alcohol": Said("Alcohol", "you drink alcohol", "you may drink more"),
    "smoking": Said("Smoking", "you smoke", "you may smoke more"),
    "nonmedical_drugs": Said("Drugs taken without a doctor", "you take drugs without a doctor", "you may take more drugs"),
    "unhealthy_diet": Said("Food and meals", "you eat too little of what does you good", "meals may suffer"),
    "caffeine": Said("Coffee, tea or cola, late or a lot", "you have coffee, tea or cola late or a lot", "you may reach for more coffee"),
    "late_activity": Said("Busy until bedtime", "you are busy until bedtime", "you may stay busy until bedtime"),
    "irregular_routine": Said("Days without a set course", "your days have no set course", "your days may lose their course"),
    "hypochondriasis": Said("Fear of a bad illness", "you fear a bad illness", "the fear of an illness may grow"),
    "disease_phobia": Said("Sudden fear of one illness", "sudden fear of an illness comes", "sudden fear of an illness may come"),
    "thanatophobia": Said("Sudden dread of death", "sudden dread of death comes", "sudden dread of death may come"),
    "health_anxiety": Said("Worry about your body", "you worry about your body", "worry about your body may grow"),
    "persistent_somatization": Said("Trouble in the body that lasts", "trouble in the body lasts", "trouble in the body may last"),
    "conversion": Said(
        "A part of the body that does not work as it did",
        "a part of the body does not work as it did",
        "a part of the body may not work as it did",
    ),
    "anniversary_reaction": Said("A date that brings pain back", "a hard date comes round", "a hard date may weigh more"),
    "demoralization": Said("Feeling worn down and losing heart", "you lose heart", "you may lose heart"),
    "type_a": Said("Living in a hurry", "you live in a hurry", "you may be in more of a hurry"),
    "alexithymia": Said(
        "Words for feelings are hard to find", "words for feelings are hard to find", "words for feelings may be harder to find"
    ),
    "secondary_somatic_symptoms": Said(
        "Trouble in the body that came with the low mood", "your body gives you trouble", "your body may give you more trouble"
    ),
    "reactance": Said("Being told what to do", "you are told what to do", "it may be harder to be told what to do"),
    "low_self_management": Said(
        "Few things of your own that help", "there is little that you can do for yourself", "you may do less for yourself"
    ),
    "gave_up_treatment": Said("A treatment that you let go of", "you let go of a treatment", "you may let go of a treatment"),
    "delay_of_care": Said("Help that came late", "help comes late", "help may come late"),
    "repeated_care": Said("Seeking help again and again", "you seek help again and again", "you may seek help again and again"),
    "phobic_avoidance": Said("Staying away out of fear", "you stay away out of fear", "you may stay away out of fear"),
    "perfectionism": Said("Wanting all to be perfect", "all has to be perfect", "you may want all to be perfect"),
    "low_environmental_mastery": Said("Each day asks too much", "each day asks too much", "each day may ask too much"),
    "excessive_environmental_mastery": Said("Rest is hard to take", "you cannot rest", "it may be harder to rest"),
    "low_personal_growth": Said("A sense of standing still", "you stand still", "you may feel that you stand still"),
    "excessive_personal_growth": Said("Aims set very high", "you set your aims very high", "your aims may be set too high"),
    "low_purpose": Said("Little to aim for", "there is little to aim for", "there may be less to aim for"),
    "excessive_purpose_in_life": Said("Nothing feels like enough", "nothing feels like enough", "nothing may feel like enough"),
    "low_autonomy": Said("What others think decides", "what others think decides", "what others think may decide more"),
    "excessive_autonomy": Said("Asking for help is hard", "it is hard to ask for help", "it may be harder to ask for help"),
    "low_self_acceptance": Said("Being hard on yourself", "you are hard on yourself", "you may be harder on yourself"),
    "low_positive_relations": Said("Few people to trust", "there are few people to trust", "it may be harder to trust people"),
    "excessive_positive_relations": Said(
        "Giving up too much for others", "you give up too much for others", "you may give up more for others"
    ),
    "rigidity": Said("Change is hard", "change is hard for you", "change may be harder"),
    "family_functioning": Said("How things go in your family", "things are hard in your family", "things may be harder in your family"),
    "family_conflict": Said("Strife with somebody close", "there is strife with somebody close", "there may be more strife"),
    "isolation": Said("Being alone with it", "you are alone with it", "you may be more alone"),
    "bereavement": Said("A loss that still weighs", "a loss still weighs", "a loss may weigh longer"),
    "dispute": Said(
        "Two people who want different things", "you and somebody close want different things", "it may be harder to agree"
    ),
    "role_transition": Said("A new part in life", "your part in life changes", "a new part in life may be harder"),
    "interpersonal_sensitivity": Said(
        "Being easily hurt by others", "you are easily hurt by others", "you may be more easily hurt"
    ),
    "caregiving": Said("Looking after somebody", "you look after somebody", "looking after somebody may be harder"),
    "opposition_by_others": Said(
        "Others are against the treatment", "others are against the treatment", "others may be against the treatment"
    ),
    "medical_illness": Said("An illness of the body", "your body is ill", "an illness of the body may get worse"),
    "pain": Said("Pain", "you are in pain", "the pain may grow"),
    "low_energy": Said("Little energy", "you have little energy", "you may have less energy"),
    "medical_drug": Said(
        "A medicine that may weigh on your mood", "a medicine weighs on your mood", "a medicine may weigh on your mood"
    ),
    "interacting_drugs": Said(
        "Medicines that act on each other", "medicines act on each other", "medicines may act on each other"
    ),
}  # fmt: skip

OF_SAFETY: Final = (
    "suicidal_risk", "safety_unclear", "self_harm", "harm_to_others", "psychosis", "mania", "abuse", "dependants_at_risk",
    "dangerous_withdrawal", "under_age",
)  # fmt: skip
"""Talked about face to face: others may read the page. The part about help stands for them."""

OF_JUDGEMENT: Final = ("personality", "illness_denial", "excessive_self_acceptance")
"""The clinician's own judgement of the person, or a name that may not have been told: to be said in a talk, if at all."""

OTHERS: Final = {
    "stress": Said("Something that weighs on you", "something weighs on you", "something may weigh on you more"),
    "lifestyle": Said("Something about your days", "something about your days is hard", "your days may be harder"),
    "illness_behavior": Said("Something about being ill", "being ill is hard", "being ill may be harder"),
    "wellbeing": Said("Something about feeling well", "it is hard to feel well", "it may be harder to feel well"),
    "relationships": Said("Something about the people around you", "it is hard with other people", "it may be harder with other people"),
    "psychiatric": Said("Something about how you feel", "you feel bad", "you may feel worse"),
    "medical": Said("Something about your body", "your body gives you trouble", "your body may give you more trouble"),
    "other": Said("Something else that we named", "something else is hard", "something else may be harder"),
}
"""A problem that is in no list, by its area: what a clinician typed is not for a patient's page."""
