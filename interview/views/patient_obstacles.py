"""What stood in a treatment's way, in words for the person: each counter-therapeutic factor, without blame. Constants only."""

from __future__ import annotations

from typing import Final

from interview.language import _

OBSTACLES: Final = {
    "patient.skill": _("The treatment asked for things that were new to you."),
    "patient.failure_cognitions": _("What came before made it hard to believe in it."),
    "patient.motivation": _("It was hard to find the drive for it."),
    "patient.fear_of_change": _("Change can be frightening."),
    "patient.negative_set": _("It was hard to expect something good."),
    "patient.frustration": _("It went slowly, and that wore you down."),
    "patient.few_resources": _("You had little time, money or strength to spare."),
    "patient.reactance": _("You felt pushed."),
    "patient.self_devaluation": _("You were hard on yourself."),
    "patient.need_for_autonomy": _("It was hard to take help."),
    "patient.demoralization": _("You were losing heart."),
    "patient.self_management": _("There was little that you could do by yourself."),
    "patient.non_adherence": _("It was hard to do it all as planned."),
    "patient.low_readiness": _("It may have come too soon for you."),
    "therapist.skill": _("The people who treated you may have lacked practice with this."),
    "therapist.alliance": _("Working together did not go well."),
    "therapist.data_collection": _("Not enough was asked about you and your life."),
    "therapist.timing": _("The timing did not fit."),
    "therapist.flexibility": _("The treatment was not fitted to you enough."),
    "therapist.oversold": _("More was promised than could be kept."),
    "therapist.visible_disillusionment": _("Those who treated you seemed let down. That can weigh on a person."),
    "therapist.iatrogenic": _("The treatment itself brought trouble."),
    "therapist.goals_unclear": _("The aims were not clear, or not shared."),
    "environment.family": _("Things were hard in the family."),
    "environment.social": _("Things were hard with other people."),
    "environment.work": _("Work weighed on you."),
    "environment.unemployment": _("You were without work."),
    "environment.living_conditions": _("Where or how you lived made it hard."),
    "environment.income": _("Money was short."),
    "environment.education": _("It was not put in a way that was easy to take in."),
    "environment.inactivity": _("You moved little at that time."),
    "environment.diet": _("Food and meals were poor at that time."),
    "environment.sleep": _("Your nights were poor at that time."),
    "environment.smoking": _("Smoking played a part."),
    "environment.alcohol": _("Alcohol played a part."),
    "environment.drugs": _("Drugs played a part."),
    "environment.allostatic_overload": _("There was more strain than you could carry."),
    "environment.opposition_by_others": _("Others were against it."),
    "morbidity.medical_illness": _("An illness of the body stood in the way."),
    "morbidity.medical_drugs": _("Medicines for something else stood in the way."),
    "morbidity.impairment": _("It was hard to get through the day as it was."),
    "morbidity.other_problem": _("Something else weighed on you at that time."),
}

LEFT_OUT: Final = (
    "patient.illness_denial", "patient.rigidity", "patient.dependence", "patient.dysfunctional_schemas", "morbidity.psychiatric",
)  # fmt: skip
"""The clinician's own judgement of the person, or a name that may not have been told: to be said in a talk, if at all."""
