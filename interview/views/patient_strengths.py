"""What helps already, for the person: strengths, what is in balance, who is there, and the part that is theirs in getting well.

Only what was told. What is not known is not said to be there, and not said to be lacking.
"""

from __future__ import annotations

from typing import Final

from interview.language import _
from interview.views.patient_part import PatientPart, quoted
from trd_core.assessment import Assessment
from trd_core.case import Case

PRODUCER: Final = _("Feeling well is also something that you make, bit by bit. What you do yourself is part of every treatment.")
NOT_YET: Final = _("What helps you: not talked about yet. We would like to ask.")
IN_OUR_NOTES: Final = _("You named things that help you. We wrote them down in your own words.")
YOU_SAID: Final = _("You said that this helps: ")
BALANCED: Final = {
    "environmental_mastery": _("You can handle what the day asks of you."),
    "personal_growth": _("You go on learning and growing."),
    "purpose_in_life": _("You have something to aim for."),
    "autonomy": _("You go by your own measure, and you can ask for help."),
    "self_acceptance": _("You can live with your good and your weak sides."),
    "positive_relations": _("You have warm ties with people you trust."),
}
PRESENT: Final = {
    "flexibility": _("You can bend when things change."),
    "consistency": _("You know what matters to you, and act on it."),
    "resilience": _("You can take a blow and get up again."),
}
EUTHYMIA: Final = _("You feel well on most days, as we heard.")
CONFIDANT: Final = _("There is somebody you can tell all to.")
SUPPORT: Final = _("There is somebody who lends a hand.")
BY_YOURSELF: Final = _("There are things that you do by yourself, and they help.")
OFF_BALANCE: Final = {
    "environmental_mastery": _("Handling what the day asks of you"),
    "personal_growth": _("Learning and growing"),
    "purpose_in_life": _("Having something to aim for"),
    "autonomy": _("Your own measure, and asking for help"),
    "self_acceptance": _("Living with your good and your weak sides"),
    "positive_relations": _("Warm ties with people you trust"),
    "rigidity": _("Bending when things change"),
    "inconsistency": _("Acting on what matters to you"),
    "low_resilience": _("Getting up after a blow"),
}
"""Too little of it, or too much: which of the two is said in a talk."""
CAN_GROW: Final = _("These can be worked on, so that they come into balance:")
SAID_BY_ITS_PARTS: Final = ("unbalanced",)
"""Findings of well-being that say again what others say."""


def helps(case: Case, assessment: Assessment, *, own_words: bool) -> PatientPart:
    """Return what helps already, and what of feeling well can be worked on."""
    named = [each.label for each in case.strengths or () if each.label] + [
        each for one in case.trials or () for each in one.helped_by or ()
    ]
    lines = []
    if named:
        lines += [f"{YOU_SAID}{quoted(each)}" for each in named] if own_words else [IN_OUR_NOTES]
    lines += [words for name, words in BALANCED.items() if _value(assessment, name) == "balanced"]
    lines += [words for name, words in PRESENT.items() if getattr(case.wellbeing, name) == "present"]
    if _is_met(assessment, "euthymia") or case.wellbeing.feels_well:
        lines.append(EUTHYMIA)
    if case.relationships.confidant:
        lines.append(CONFIDANT)
    if case.relationships.practical_support:
        lines.append(SUPPORT)
    if case.illness_behavior.self_management in {"some", "good"}:
        lines.append(BY_YOURSELF)
    unbalanced = [words for name, words in OFF_BALANCE.items() if _is_off(assessment, name)]
    said = [*(lines or [NOT_YET]), *((CAN_GROW, *unbalanced) if unbalanced else ())]
    return PatientPart("helps", _("What helps already, and your own part"), (*said, PRODUCER))


def _value(assessment: Assessment, name: str) -> object:
    finding = assessment.findings.get(f"areas.wellbeing.{name}")
    return finding.value if finding is not None else None


def _is_met(assessment: Assessment, name: str) -> bool:
    finding = assessment.findings.get(f"areas.wellbeing.{name}")
    return finding is not None and finding.verdict == "met"


def _is_off(assessment: Assessment, name: str) -> bool:
    return _is_met(assessment, name) or _is_met(assessment, f"{name}_impaired") or _is_met(assessment, f"{name}_excessive")
