"""What comes next, for the person: options to talk about, each in plain words, and who decides. It advises nothing.

Shown is what the person would like, and what can be had here or may be; not what the person does not want.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from interview.language import _
from interview.views.patient_part import PatientPart
from trd_core.assessment import Assessment
from trd_core.case import Case
from trd_core.plan_results import PlanEntry

OPTIONS: Final = {
    "psychotherapeutic_management": _("Steady talks with one person, who helps you do what you can do yourself."),
    "realistic_appraisal": _("Looking back at each treatment together: what was its aim, and what could it reach?"),
    "change_environment": _("Seeing what can change at work, at home, or in how you live."),
    "lifestyle": _("Habits, such as sleep, food or moving. One at a time."),
    "explanatory_therapy": _("Talks in which things are explained to you, clearly and more than once."),
    "well_being_therapy": _("Keeping a diary of good moments, and finding out what cuts them short. It is called well-being therapy."),
    "cbt_modified": _("A talking therapy that looks at thoughts and at what you do. It is called cognitive behavioral therapy."),
    "mbct": _("A course in which you learn to step back from thoughts. It is called mindfulness."),
    "ipt": _("A talking therapy about a loss, a dispute, a change in life, or ties with others."),
    "short_term_dynamic": _("A short talking therapy about what comes back again and again with other people."),
    "cbasp": _("A talking therapy made for low mood that lasts long. It is called CBASP."),
    "cbt_wbt_loss_of_effect": _("A talking therapy in two parts, for when a medicine helps less than it did."),
    "family_intervention": _("A few meetings with your family, on what is hard at present."),
    "add_drug_after_psychotherapy": _("Whether a medicine comes beside the talking therapy."),
    "check_the_trial": _("A close look at the treatment you have had: its dose, its time, and what else you take."),
    "no_reflex_switch": _("Time to look back before another change of medicine."),
    "sequential": _("One step after the other: first the medicine, then talks for what is left, then feeling well."),
    "postpone_switch": _("Letting the talking therapy settle before a medicine is changed."),
    "treat_comorbidity": _("Care for what stands beside the low mood, such as an illness or a lasting worry."),
    "digital": _("A guided program on a screen, for the time until a therapist can be seen."),
    "psychedelic_assisted": _("You asked about therapy with psychedelics. It is still being studied."),
}
INTRO: Final = _("These are things to talk about. Nothing is settled, and you can say no to each.")
NOTHING: Final = _("What could come next: we have not come to that yet.")
SAFETY_FIRST: Final = _("Your safety comes before any of these.")
LOOK_FIRST: Final = _("First we would look closely at the treatment so far.")
DECIDES: Final = {
    "together": _("You told us that you would like to decide together with us."),
    "clinician": _("You told us that you would like us to decide. We will talk it over with you first."),
    "person": _("You told us that you would like to decide yourself."),
}
DECIDES_UNKNOWN: Final = _("How you would like to decide: not talked about yet. We suggest: together.")
PRESCRIBER: Final = _("To talk over with your prescriber, who decides it with you.")
WANTED: Final = _("You said that you would like this.")
AVAILABILITY: Final = {
    "here": _("It can be had here."),
    "refer": _("It would be somewhere else. We can look for a place with you."),
}
NOT_KNOWN_WHERE: Final = _("Where we did not say so, it is not known yet whether it can be had here.")
ASKED_ABOUT: Final = _("You also asked about this. Nothing that we know so far points to it. Let us talk about why you would like it:")


def next_steps(case: Case, assessment: Assessment) -> PatientPart:
    """Return the options to talk about, in the order of the plan."""
    shown = [entry for entry in assessment.plan if _is_shown(entry)]
    asked = _asked_about(case, assessment)
    title = _("What could come next")
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
