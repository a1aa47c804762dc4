"""What comes next, for the person: options to talk about, each in plain words, and who decides. It advises nothing.

Shown is what the person would like, and what can be had here or may be; not what the person does not want.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from interview.views.patient_part import PatientPart
from trd_core.assessment import Assessment
from trd_core.case import Case
from trd_core.plan_results import PlanEntry

OPTIONS: Final = {
    "psychotherapeutic_management": "Steady talks with one person, who helps you do what you can do yourself.",
    "realistic_appraisal": "Looking back at each treatment together: what was its aim, and what could it reach?",
    "change_environment": "Seeing what can change at work, at home, or in how you live.",
    "lifestyle": "Habits, such as sleep, food or moving. One at a time.",
    "explanatory_therapy": "Talks in which things are explained to you, clearly and more than once.",
    "well_being_therapy": "Keeping a diary of good moments, and finding out what cuts them short. It is called well-being therapy.",
    "cbt_modified": "A talking therapy that looks at thoughts and at what you do. It is called cognitive behavioral therapy.",
    "mbct": "A course in which you learn to step back from thoughts. It is called mindfulness.",
    "ipt": "A talking therapy about a loss, a dispute, a change in life, or ties with others.",
    "short_term_dynamic": "A short talking therapy about what comes back again and again with other people.",
    "cbasp": "A talking therapy made for low mood that lasts long. It is called CBASP.",
    "cbt_wbt_loss_of_effect": "A talking therapy in two parts, for when a medicine helps less than it did.",
    "family_intervention": "A few meetings with your family, on what is hard at present.",
    "add_drug_after_psychotherapy": "Whether a medicine comes beside the talking therapy.",
    "check_the_trial": "A close look at the treatment you have had: its dose, its time, and what else you take.",
    "no_reflex_switch": "Time to look back before another change of medicine.",
    "sequential": "One step after the other: first the medicine, then talks for what is left, then feeling well.",
    "postpone_switch": "Letting the talking therapy settle before a medicine is changed.",
    "treat_comorbidity": "Care for what stands beside the low mood, such as an illness or a lasting worry.",
    "digital": "A guided program on a screen, for the time until a therapist can be seen.",
    "psychedelic_assisted": "You asked about therapy with psychedelics. It is still being studied.",
}
INTRO: Final = "These are things to talk about. Nothing is settled, and you can say no to each."
NOTHING: Final = "What could come next: we have not come to that yet."
SAFETY_FIRST: Final = "Your safety comes before any of these."
LOOK_FIRST: Final = "First we would look closely at the treatment so far."
DECIDES: Final = {
    "together": "You told us that you would like to decide together with us.",
    "clinician": "You told us that you would like us to decide. We will talk it over with you first.",
    "person": "You told us that you would like to decide yourself.",
}
DECIDES_UNKNOWN: Final = "How you would like to decide: not talked about yet. We suggest: together."
PRESCRIBER: Final = "To talk over with your prescriber, who decides it with you."
WANTED: Final = "You said that you would like this."
AVAILABILITY: Final = {
    "here": "It can be had here.",
    "refer": "It would be somewhere else. We can look for a place with you.",
}
NOT_KNOWN_WHERE: Final = "Where we did not say so, it is not known yet whether it can be had here."
ASKED_ABOUT: Final = "You also asked about this. Nothing that we know so far points to it. Let us talk about why you would like it:"


def next_steps(case: Case, assessment: Assessment) -> PatientPart:
    """Return the options to talk about, in the order of the plan."""
    shown = [entry for entry in assessment.plan if _is_shown(entry)]
    asked = _asked_about(case, assessment)
    title = "What could come next"
    if not shown and not asked:
        return PatientPart("next", title, (NOTHING,))
    safety = assessment.safety
    lines = [INTRO]
    if safety.routing != "none" or safety.needs_disposition:
        lines.append(SAFETY_FIRST)
    lines.append(DECIDES[case.preferences.decides] if case.preferences.decides else DECIDES_UNKNOWN)
    if any("trial_to_be_checked_first" in entry.flags for entry in shown):
        lines.append(LOOK_FIRST)
    lines += [" ".join(_option(entry)) for entry in shown]
    if any(entry.availability == "unknown" for entry in shown):
        lines.append(NOT_KNOWN_WHERE)
    lines += asked
    return PatientPart("next", title, tuple(lines))


def _is_shown(entry: PlanEntry) -> bool:
    return entry.preference == "wanted" or (entry.preference == "unknown" and entry.availability != "refer")


def _option(entry: PlanEntry) -> Iterable[str]:
    yield OPTIONS[entry.id]
    if entry.preference == "wanted":
        yield WANTED
    if entry.status == "prescriber_decision":
        yield PRESCRIBER
    elif entry.availability in AVAILABILITY:
        yield AVAILABILITY[entry.availability]


def _asked_about(case: Case, assessment: Assessment) -> list[str]:
    planned = {entry.id for entry in assessment.plan}
    not_wanted = case.preferences.not_wanted or ()
    wanted = [each for each in case.preferences.wanted or () if each not in planned and each not in not_wanted]
    said = [f"{ASKED_ABOUT} {OPTIONS[each]}" for each in wanted if each != "psychedelic_assisted"]
    return said + [f"{OPTIONS[each]} {PRESCRIBER}" for each in wanted if each == "psychedelic_assisted"]
