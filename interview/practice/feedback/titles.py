"""What topics, safety facts and ratings are called in feedback: each fits after "about"."""

from __future__ import annotations

from typing import Final

from interview.language import _

TOPICS: Final[dict[str, str]] = {
    "greet": _("who the person is"),
    "consent": _("agreement, confidentiality and notes"),
    "agenda": _("what brings the person here"),
    "global_change": _("change since the latest treatment"),
    "impact": _("everyday functioning"),
    "residual": _("what is left on better days"),
    "mood": _("mood"),
    "anhedonia": _("interest and pleasure"),
    "sleep": _("sleep"),
    "appetite": _("appetite and weight"),
    "energy": _("energy"),
    "concentration": _("concentration"),
    "anxiety": _("worry and panic"),
    "onset": _("how it began"),
    "episodes": _("earlier episodes"),
    "suicide": _("thoughts of suicide"),
    "means": _("access to means"),
    "harm_others": _("harm to others"),
    "psychosis": _("psychotic experiences"),
    "mania": _("times of being unusually high"),
    "cognition": _("signs of dementia"),
    "current_meds": _("present medicines"),
    "dose_duration": _("dose and time"),
    "adherence": _("doses actually taken"),
    "past_trials": _("earlier treatments"),
    "therapy": _("psychotherapy"),
    "augmentation": _("what was added to treatments"),
    "clinician_rel": _("getting on with earlier clinicians"),
    "side_effects": _("side effects"),
    "withdrawal": _("stopping and reducing"),
    "loss_effect": _("an effect that was lost"),
    "rechallenge": _("the same drug again after a break"),
    "paradoxical": _("getting worse on a drug"),
    "psych_history": _("earlier psychiatric troubles"),
    "family_psych": _("mood problems in the family"),
    "medical": _("illnesses of the body"),
    "other_drugs": _("medicines for other illnesses"),
    "allergies": _("allergies"),
    "pain": _("pain"),
    "stress": _("recent events and strain"),
    "work": _("work"),
    "money": _("money and housing"),
    "overload": _("having too much to cope with"),
    "living": _("whom the person lives with"),
    "relationship": _("partner, family and conflict"),
    "support": _("confidants and loneliness"),
    "loss_grief": _("losses and changes of role"),
    "alcohol": _("alcohol"),
    "smoking": _("smoking"),
    "drugs": _("other drugs"),
    "exercise": _("physical activity"),
    "diet": _("food and caffeine"),
    "routine": _("a typical day"),
    "beliefs": _("what the person thinks is wrong"),
    "concerns": _("worries about illness"),
    "denial": _("how the person sees the need for treatment"),
    "expectations": _("hopes of treatment, and what was promised"),
    "reactance": _("being told what to do"),
    "demoralization": _("feeling helpless or hopeless"),
    "self_manage": _("what the person does that helps"),
    "wellbeing": _("what goes well"),
    "mastery": _("handling everyday life"),
    "growth": _("growing as a person"),
    "purpose": _("what makes life worth living"),
    "autonomy": _("making up one's own mind"),
    "self_acceptance": _("how the person sees themselves"),
    "flexibility": _("adapting when plans change"),
    "priorities": _("what to take up first"),
    "summary_check": _("anything missed"),
}

SAFETY_FACTS: Final[dict[str, str]] = {
    "safety.wish_to_be_dead": _("a wish to be dead"),
    "safety.thoughts": _("thoughts of suicide"),
    "safety.method": _("a method thought of"),
    "safety.intent": _("an intention"),
    "safety.plan": _("a plan"),
    "safety.act": _("an act"),
    "safety.self_harm": _("self-harm"),
}
"""Facts that, if yes, call for further questions and for something to be done."""

RATINGS: Final[dict[str, str]] = {
    "severity": _("severity"),
    "burden": _("burden"),
    "impairment": _("impairment"),
    "urgency": _("urgency"),
    "modifiability": _("how far it can be changed"),
    "patient_priority": _("the person's priority"),
    "treatment_available": _("treatment available here"),
}
"""Ratings of a problem."""


def topic_title(topic: str) -> str:
    """Return what a topic is called; one without a title of its own is named by its id, in words."""
    return TOPICS.get(topic, topic.replace("_", " "))
