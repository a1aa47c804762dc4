"""Each problem that may be proposed, in words for the person who has it: its name, and the two halves of "when this, then that".

Constants only. A syndrome is said by what a person notices. What needs a talk face to face is left out, and says why.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from interview.language import _


class Said(NamedTuple):
    """One problem in plain words."""

    name: str
    when: str
    """Follows "When"."""
    then: str
    """Follows the comma; a link is a hypothesis, so it says "may"."""


PROBLEMS: Final = {
    "dangerous_combination": Said(
        _("Two of your medicines that may not go together"),
        _("two of your medicines do not go together"),
        _("two medicines may not go together"),
    ),
    "depression": Said(_("Low mood that goes on"), _("your mood is low"), _("your mood may stay low")),
    "residual_symptoms": Said(_("What is left of the low mood"), _("some of the low mood is left"), _("some of the low mood may stay")),
    "long_standing_anxiety": Said(_("Worry that came before the low mood"), _("old worry comes up"), _("old worry may come up")),
    "anxiety": Said(_("Worry and unrest"), _("you are worried or restless"), _("worry and unrest may grow")),
    "irritability": Said(_("Being on edge"), _("you are on edge"), _("you may be more on edge")),
    "non_response": Said(
        _("A treatment that has not brought enough"), _("a treatment does not bring enough"), _("a treatment may not bring enough")
    ),
    "failed_trials": Said(
        _("Earlier treatments that reached only a part"), _("treatments reach only a part"), _("treatments may reach only a part")
    ),
    "metabolic_inducer": Said(
        _("Something that weakens a medicine"), _("something weakens a medicine"), _("a medicine may be weakened")
    ),
    "low_dose": Said(_("The dose of a medicine, to be looked at"), _("the dose of a medicine is small"), _("the dose may be too small")),
    "non_adherence": Said(
        _("Taking a medicine as planned is hard"),
        _("it is hard to take a medicine as planned"),
        _("it may be harder to take a medicine as planned"),
    ),
    "oversold_treatment": Said(
        _("A treatment that promised too much"), _("a treatment promises too much"), _("more may be promised than can be kept")
    ),
    "poor_alliance": Said(
        _("Working together was hard"), _("it is hard to work together"), _("it may be harder to work together")
    ),
    "dropped_therapy": Said(
        _("A talking therapy that ended early"),
        _("a talking therapy ends early"),
        _("a talking therapy may end early"),
    ),
    "behavioral_toxicity": Said(
        _("Changes that came after a medicine"), _("a medicine brings unwanted changes"), _("a medicine may bring unwanted changes")
    ),
    "new_symptoms_after_drug": Said(
        _("New trouble after a change of medicine"),
        _("a change of medicine brings new trouble"),
        _("a change of medicine may bring new trouble"),
    ),
    "allostatic_overload": Said(
        _("More strain than you can carry"), _("there is more strain than you can carry"), _("the strain may be more than you can carry")
    ),
    "allostatic_load": Said(_("Strain that lasts"), _("strain lasts"), _("the strain may last longer")),
    "work_or_money_strain": Said(_("Strain from work or money"), _("work or money weighs on you"), _("work or money may weigh more")),
    "living_conditions_strain": Said(
        _("Strain from where or how you live"), _("where or how you live weighs on you"), _("where or how you live may weigh more")
    ),
    "inactivity": Said(_("Moving too little"), _("you move too little"), _("you may move less")),
    "insomnia": Said(_("Poor sleep"), _("your nights are poor"), _("your nights may get worse")),
    "alcohol": Said(_("Alcohol"), _("you drink alcohol"), _("you may drink more")),
    "smoking": Said(_("Smoking"), _("you smoke"), _("you may smoke more")),
    "nonmedical_drugs": Said(_("Drugs taken without a doctor"), _("you take drugs without a doctor"), _("you may take more drugs")),
    "unhealthy_diet": Said(_("Food and meals"), _("you eat too little of what does you good"), _("meals may suffer")),
    "caffeine": Said(
        _("Coffee, tea or cola, late or a lot"),
        _("you have coffee, tea or cola late or a lot"),
        _("you may reach for more coffee"),
    ),
    "late_activity": Said(_("Busy until bedtime"), _("you are busy until bedtime"), _("you may stay busy until bedtime")),
    "irregular_routine": Said(_("Days without a set course"), _("your days have no set course"), _("your days may lose their course")),
    "hypochondriasis": Said(_("Fear of a bad illness"), _("you fear a bad illness"), _("the fear of an illness may grow")),
    "disease_phobia": Said(_("Sudden fear of one illness"), _("sudden fear of an illness comes"), _("sudden fear of an illness may come")),
    "thanatophobia": Said(_("Sudden dread of death"), _("sudden dread of death comes"), _("sudden dread of death may come")),
    "health_anxiety": Said(_("Worry about your body"), _("you worry about your body"), _("worry about your body may grow")),
    "persistent_somatization": Said(_("Trouble in the body that lasts"), _("trouble in the body lasts"), _("trouble in the body may last")),
    "conversion": Said(
        _("A part of the body that does not work as it did"),
        _("a part of the body does not work as it did"),
        _("a part of the body may not work as it did"),
    ),
    "anniversary_reaction": Said(_("A date that brings pain back"), _("a hard date comes round"), _("a hard date may weigh more")),
    "demoralization": Said(_("Feeling worn down and losing heart"), _("you lose heart"), _("you may lose heart")),
    "type_a": Said(_("Living in a hurry"), _("you live in a hurry"), _("you may be in more of a hurry")),
    "alexithymia": Said(
        _("Words for feelings are hard to find"), _("words for feelings are hard to find"), _("words for feelings may be harder to find")
    ),
    "secondary_somatic_symptoms": Said(
        _("Trouble in the body that came with the low mood"), _("your body gives you trouble"), _("your body may give you more trouble")
    ),
    "reactance": Said(_("Being told what to do"), _("you are told what to do"), _("it may be harder to be told what to do")),
    "low_self_management": Said(
        _("Few things of your own that help"), _("there is little that you can do for yourself"), _("you may do less for yourself")
    ),
    "gave_up_treatment": Said(_("A treatment that you let go of"), _("you let go of a treatment"), _("you may let go of a treatment")),
    "delay_of_care": Said(_("Help that came late"), _("help comes late"), _("help may come late")),
    "repeated_care": Said(_("Seeking help again and again"), _("you seek help again and again"), _("you may seek help again and again")),
    "phobic_avoidance": Said(_("Staying away out of fear"), _("you stay away out of fear"), _("you may stay away out of fear")),
    "perfectionism": Said(_("Wanting all to be perfect"), _("all has to be perfect"), _("you may want all to be perfect")),
    "low_environmental_mastery": Said(_("Each day asks too much"), _("each day asks too much"), _("each day may ask too much")),
    "excessive_environmental_mastery": Said(_("Rest is hard to take"), _("you cannot rest"), _("it may be harder to rest")),
    "low_personal_growth": Said(_("A sense of standing still"), _("you stand still"), _("you may feel that you stand still")),
    "excessive_personal_growth": Said(_("Aims set very high"), _("you set your aims very high"), _("your aims may be set too high")),
    "low_purpose": Said(_("Little to aim for"), _("there is little to aim for"), _("there may be less to aim for")),
    "excessive_purpose_in_life": Said(_("Nothing feels like enough"), _("nothing feels like enough"), _("nothing may feel like enough")),
    "low_autonomy": Said(_("What others think decides"), _("what others think decides"), _("what others think may decide more")),
    "excessive_autonomy": Said(_("Asking for help is hard"), _("it is hard to ask for help"), _("it may be harder to ask for help")),
    "low_self_acceptance": Said(_("Being hard on yourself"), _("you are hard on yourself"), _("you may be harder on yourself")),
    "low_positive_relations": Said(_("Few people to trust"), _("there are few people to trust"), _("it may be harder to trust people")),
    "excessive_positive_relations": Said(
        _("Giving up too much for others"), _("you give up too much for others"), _("you may give up more for others")
    ),
    "rigidity": Said(_("Change is hard"), _("change is hard for you"), _("change may be harder")),
    "family_functioning": Said(
        _("How things go in your family"),
        _("things are hard in your family"),
        _("things may be harder in your family"),
    ),
    "family_conflict": Said(_("Strife with somebody close"), _("there is strife with somebody close"), _("there may be more strife")),
    "isolation": Said(_("Being alone with it"), _("you are alone with it"), _("you may be more alone")),
    "bereavement": Said(_("A loss that still weighs"), _("a loss still weighs"), _("a loss may weigh longer")),
    "dispute": Said(
        _("Two people who want different things"), _("you and somebody close want different things"), _("it may be harder to agree")
    ),
    "role_transition": Said(_("A new part in life"), _("your part in life changes"), _("a new part in life may be harder")),
    "interpersonal_sensitivity": Said(
        _("Being easily hurt by others"), _("you are easily hurt by others"), _("you may be more easily hurt")
    ),
    "caregiving": Said(_("Looking after somebody"), _("you look after somebody"), _("looking after somebody may be harder")),
    "opposition_by_others": Said(
        _("Others are against the treatment"), _("others are against the treatment"), _("others may be against the treatment")
    ),
    "medical_illness": Said(_("An illness of the body"), _("your body is ill"), _("an illness of the body may get worse")),
    "pain": Said(_("Pain"), _("you are in pain"), _("the pain may grow")),
    "low_energy": Said(_("Little energy"), _("you have little energy"), _("you may have less energy")),
    "medical_drug": Said(
        _("A medicine that may weigh on your mood"), _("a medicine weighs on your mood"), _("a medicine may weigh on your mood")
    ),
    "interacting_drugs": Said(
        _("Medicines that act on each other"), _("medicines act on each other"), _("medicines may act on each other")
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
    "stress": Said(_("Something that weighs on you"), _("something weighs on you"), _("something may weigh on you more")),
    "lifestyle": Said(_("Something about your days"), _("something about your days is hard"), _("your days may be harder")),
    "illness_behavior": Said(_("Something about being ill"), _("being ill is hard"), _("being ill may be harder")),
    "wellbeing": Said(_("Something about feeling well"), _("it is hard to feel well"), _("it may be harder to feel well")),
    "relationships": Said(
        _("Something about the people around you"), _("it is hard with other people"), _("it may be harder with other people")
    ),
    "psychiatric": Said(_("Something about how you feel"), _("you feel bad"), _("you may feel worse")),
    "medical": Said(_("Something about your body"), _("your body gives you trouble"), _("your body may give you more trouble")),
    "other": Said(_("Something else that we named"), _("something else is hard"), _("something else may be harder")),
}
"""A problem that is in no list, by its area: what a clinician typed is not for a patient's page."""
