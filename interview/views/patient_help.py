"""Help at once, and the next date, for the person. It stands on every page, and it never says that there is no danger.

What was told about safety is not named here: others may read the page. The words of the local help line are the caller's.
"""

from __future__ import annotations

from typing import Final

from interview.language import _
from interview.views.locale import day
from interview.views.patient_part import PatientPart
from trd_core.assessment import Assessment
from trd_core.case import Case

AT_ONCE: Final = (
    _("Do you think of ending your life, or fear that you may hurt yourself or somebody else? Get help at once."),
    _("Get help at once, too, if somebody hurts you or you suddenly feel very ill. Do not wait for the next visit."),
)
CALL: Final = _("Here you can call, at any hour: ")
NO_LINE: Final = _("The local number for help is not written here yet. Ask us for it before you go.")
EMERGENCY: Final = _("If you cannot reach anybody, call the emergency number.")
COMES_FIRST: Final = _("What you told us makes your safety the first thing. Please talk with us about it before you go.")
NOT_ALL_ASKED: Final = _("Not all of our questions about your safety have been talked about yet. We will ask them.")
YOUNG: Final = _("This talk is made for adults. Please ask for somebody who works with young people.")
NEXT: Final = _("The next date: ")
NO_DATE: Final = _("The next date: not set yet. Ask us for one.")
LOOK_AGAIN: Final = _("The latest treatment is still young. We can look at what it did from this day on: ")


def help_part(case: Case, assessment: Assessment, *, help_line: str | None, next_date: str | None) -> PatientPart:
    """Return how to get help at once, and when the next visit is. `help_line` is what the clinic gives, as it is."""
    safety = assessment.safety
    lines = []
    if safety.needs_disposition:
        lines.append(COMES_FIRST)
    if safety.unanswered or safety.unclear:
        lines.append(NOT_ALL_ASKED)
    if "under_age" in assessment.flags:
        lines.append(YOUNG)
    lines += AT_ONCE
    lines.append(f"{CALL}{' '.join(help_line.split())}" if help_line and help_line.strip() else NO_LINE)
    lines.append(EMERGENCY)
    review = case.safety.disposition.next_review if case.safety.disposition is not None else None
    date = next_date or review
    lines.append(f"{NEXT}{day(date)}." if date else NO_DATE)
    if assessment.response.judgeable_on:
        lines.append(f"{LOOK_AGAIN}{day(assessment.response.judgeable_on)}.")
    return PatientPart("help", _("Help at once, and the next date"), tuple(lines))
