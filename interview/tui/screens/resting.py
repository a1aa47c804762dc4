"""What the interviewing screen says where it asks no question: nothing left, closed, words of risk to settle."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from interview.engine.session import Session
from interview.engine.transcript import item_of
from interview.engine.view import SessionView
from interview.language import _
from interview.tui.widgets.question_words import is_kept_back
from interview.views.risk_banner import quoted_words, where_typed
from interview.views.settling import MOST, OpenLine

REST: Final = {
    "opening": (_("Nothing left to ask here"), _("The person did not agree to the interview. F8 asks the safety questions; Esc leaves.")),
    "asking": (_("Nothing left to ask here"), _("F9 opens the formulation, F10 the check of the answers. F6 goes back to any question.")),
    "formulating": (_("Formulation"), _("F9 opens the formulation, F10 the check of the answers. F6 goes back to any question.")),
    "reviewing": (_("Check the answers"), _("F10 opens the check of the answers and the report. F6 goes back to any question.")),
    "closed": (_("Closed"), _("This interview is closed. F10 shows the report, or opens the record again.")),
    "paused": (_("Paused"), _("Esc leaves; the start page resumes.")),
}
"""What stands on the card where there is no question, by phase."""

ASK: Final = ("ask", _("ask the safety questions now"))
ASK_NOW: Final = _("Ask the safety questions now? All of them are asked before the interview goes on.")

OFFERED_AT: Final = ("asking", "formulating", "reviewing")
"""Phases in which the card offers open questions."""

SETTLING: Final = [
    ("asked_now", _("these words: asked about it just now")),
    ("known", _("these words: known, and already in this record")),
    ("not_this_person", _("these words: not about this person")),
]
BANNER: Final = _(
    "Words that may point to risk were typed{words}{where}, and it is not settled. F8 settles it or asks the safety questions."
)
SHARED_BANNER: Final = _("Something that was typed is still to be settled: F8.")
"""The banner in the clinician's view, and on a screen that the person can see."""
UNSETTLED: Final = _("Words that may point to risk are not settled yet: F8 settles them; the record is closed only after that.")
UNASKED: Final = _(
    "The safety questions were not asked yet: F8 asks them. The answers are checked and the record is closed only after that."
)
UNRECORDED: Final = _("What was done about a sign of risk is not recorded whole: F8 completes it; the record is closed only after that.")


UNANSWERED: Final = _(
    "An attached instrument was begun, and its item about self-harm has no answer and no reason for none: F10, instruments from elsewhere. "
    "The record is closed only after that."
)


def banner_words(session: Session, view: SessionView, *, is_shared: bool) -> str:
    """Return what the banner says: which words it is about in the clinician's view alone; empty where nothing is to be settled."""
    if not view.risk_banner:
        return ""
    return (
        SHARED_BANNER
        if is_shared
        else BANNER.format(words=quoted_words(session, view.risk_banner), where=where_typed(session, view.risk_banner))
    )


def owes_a_record(view: SessionView) -> bool:
    """Return whether a sign of risk was met, and what was done about it is not recorded whole."""
    return bool(view.safety.positives) and bool(view.safety.disposition_missing)


def safety_choices(session: Session) -> list[tuple[str, str]]:
    """Return what may be meant by safety now: ask, complete the record, settle words."""
    view = session.view()
    choices = [ASK] if session.may("open_safety") else []
    if owes_a_record(view):
        choices.append(("record", _("complete the record of what was done")))
    return [*choices, *(SETTLING if view.risk_banner else ())]


def what_waits(view: SessionView) -> list[str]:
    """Return what still stands in the way of closing as far as safety goes, each with the way to it."""
    waits = (
        (not view.safety.was_asked, UNASKED),
        (bool(view.risk_banner), UNSETTLED),
        (owes_a_record(view), UNRECORDED),
        (bool(view.attached_unasked), UNANSWERED),
    )
    return [words for stands, words in waits if stands]


def where_words_stand(session: Session, view: SessionView, *, is_shared: bool) -> str:
    """Return where the first text stands whose words are to be settled, and how many more there are; on a shared screen no word of it."""
    questionnaire = session.questionnaire
    if not view.risk_banner:
        return ""
    if not is_shared:
        return banner_words(session, view, is_shared=False)
    item, more = item_of(questionnaire, view.risk_banner[0]), len(view.risk_banner) - 1
    where = (
        _("the answer to: {text}").format(text=item.text)
        if item is not None and not is_kept_back(item)
        else _("a note, or a text of the clinician's.")
    )
    return _("Words that may point to risk stand in {where}").format(where=where) + (
        _("\nAfter this text, {more} more to settle.").format(more=more) if more else ""
    )


def offering_words(open_lines: Sequence[OpenLine]) -> tuple[str, tuple[tuple[int, str], ...], str]:
    """Return what is said before the open questions, the first few by number, and how many more there are; empty where none is open."""
    if not open_lines:
        return "", (), ""
    more = len(open_lines) - MOST
    return (
        "\n\n" + _("Open questions that would settle the most. Enter goes to the first, a number and Enter to another."),
        tuple((place, each.sentence) for place, each in enumerate(open_lines[:MOST], 1)),
        _("and {n} more, which F10 lists in the check of the answers").format(n=more) if more > 0 else "",
    )
