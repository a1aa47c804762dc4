"""What stood in a treatment's way, in words for the person: each counter-therapeutic factor, without blame. Constants only."""

from __future__ import annotations

from typing import Final

OBSTACLES: Final = {
    "patient.skill": "The treatment asked for things that were new to you.",
    "patient.failure_cognitions": "What came before made it hard to believe in it.",
    "patient.motivation": "It was hard to find the drive for it.",
    "patient.fear_of_change": "Change can be frightening.",
    "patient.negative_set": "It was hard to expect something good.",
    "patient.frustration": "It went slowly, and that wore you down.",
    "patient.few_resources": "You had little time, money or strength to spare.",
    "patient.reactance": "You felt pushed.",
    "patient.self_devaluation": "You were hard on yourself.",
    "patient.need_for_autonomy": "It was hard to take help.",
    "patient.demoralization": "You were losing heart.",
    "patient.self_management": "There was little that you could do by yourself.",
    "patient.non_adherence": "It was hard to do it all as planned.",
    "patient.low_readiness": "It may have come too soon for you.",
    "therapist.skill": "The people who treated you may have lacked practice with this.",
    "therapist.alliance": "Working together did not go well.",
    "therapist.data_collection": "Not enough was asked about you and your life.",
    "therapist.timing": "The timing did not fit.",
    "therapist.flexibility": "The treatment was not fitted to you enough.",
    "therapist.oversold": "More was promised than could be kept.",
    "therapist.visible_disillusionment": "Those who treated you seemed let down. That can weigh on a person.",
    "therapist.iatrogenic": "The treatment itself brought trouble.",
    "therapist.goals_unclear": "The aims were not clear, or not shared.",
    "environment.family": "Things were hard in the family.",
    "environment.social": "Things were hard with other people.",
    "environment.work": "Work weighed on you.",
    "environment.unemployment": "You were without work.",
    "environment.living_conditions": "Where or how you lived made it hard.",
    "environment.income": "Money was short.",
    "environment.education": "It was not put in a way that was easy to take in.",
    "environment.inactivity": "You moved little at that time.",
    "environment.diet": "Food and meals were poor at that time.",
    "environment.sleep": "Your nights were poor at that time.",
    "environment.smoking": "Smoking played a part.",
    "environment.alcohol": "Alcohol played a part.",
    "environment.drugs": "Drugs played a part.",
    "environment.allostatic_overload": "There was more strain than you could carry.",
    "environment.opposition_by_others": "Others were against it.",
    "morbidity.medical_illness": "An illness of the body stood in the way.",
    "morbidity.medical_drugs": "Medicines for something else stood in the way.",
    "morbidity.impairment": "It was hard to get through the day as it was.",
    "morbidity.other_problem": "Something else weighed on you at that time.",
}

LEFT_OUT: Final = (
    "patient.illness_denial", "patient.rigidity", "patient.dependence", "patient.dysfunctional_schemas", "morbidity.psychiatric",
)  # fmt: skip
"""The clinician's own judgement of the person, or a name that may not have been told: to be said in a talk, if at all."""
