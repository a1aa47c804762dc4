"""Practice in words: how a turn was put, what was understood of it, how things stand in a piece of feedback. No judgement is made here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from interview.engine.practice_turns import Form, Heard, PatientReply
from interview.language import _
from interview.practice.feedback.model import Standing
from interview.practice.feedback.titles import topic_title
from interview.practice.patient.rapport import STEPS
from interview.views.locale import listed

FORMS: Final[tuple[tuple[str, str], ...]] = (
    ("question", _("it asks something")),
    ("open", _("open: it leaves the answer to the person")),
    ("leading", _("leading: it puts the answer into the person's mouth")),
    ("double", _("two questions at once")),
    ("reflection", _("reflection: it gives back what was said or felt")),
    ("summary", _("summary: it draws together several things")),
)
"""What can be said of how a turn was put, as a trainee corrects it."""

STANDINGS: Final[dict[Standing, str]] = {
    "good": _("good"),
    "partly": _("partly"),
    "missing": _("missing"),
    "not_known": _("left open"),
}

MOVED: Final = {
    "reflection": _("you gave back what you heard"),
    "cue_met": _("you answered a feeling"),
    "open": _("you asked openly"),
    "cue_passed_over": _("a feeling was passed over"),
    "leading": _("the question led"),
    "three_closed": _("three closed questions in a row"),
    "label": _("a word put the failure on the person"),
}
"""What moved rapport."""

LISTED: Final = 3
"""Subjects up to which they are one list in a sentence; more, or one whose name has a comma, are kept apart by semicolons."""
NOTHING_UNDERSTOOD: Final = _("not understood")
WHICH: Final = _("not sure which was meant")


def topic_words(topics: Sequence[str]) -> str:
    """Return what topics are called."""
    titles = [topic_title(topic) for topic in topics]
    return "; ".join(titles) if any("," in title for title in titles) or len(titles) > LISTED else listed(titles)


def form_words(form: Form) -> str:
    """Return how a turn was put, in a few words."""
    parts = []
    if form.question:
        parts.append(_("open question") if form.open else _("closed question") if form.open is False else _("question"))
    if form.leading:
        parts.append(_("leading"))
    if form.double:
        parts.append(_("two at once"))
    if form.reflection:
        parts.append(_("reflection"))
    if form.summary:
        parts.append(_("summary"))
    return ", ".join(parts) or _("statement")


def heard_words(heard: Heard, reply: PatientReply, form: Form, *, is_corrected: bool = False) -> str:
    """Return what was understood of a turn: its topics and its form, the trainee's own correction named as such."""
    topics = topic_words(reply.topics or heard.chosen)
    about = topics or (WHICH if reply.how == "which" else NOTHING_UNDERSTOOD if reply.how == "unsure" else "")
    put = _("{form} (you corrected it)").format(form=form_words(form)) if is_corrected else form_words(form)
    return " · ".join(part for part in (about, put) if part)


def moved_words(reply: PatientReply) -> str:
    """Return what lifted rapport in a turn and what lowered it, each said as that; empty where nothing moved it."""
    up = [MOVED[code] for code in reply.moved if STEPS.get(code, 0) > 0 and code in MOVED]
    down = [MOVED[code] for code in reply.moved if STEPS.get(code, 0) < 0 and code in MOVED]
    said = [_("up ({moved})").format(moved=listed(up))] if up else []
    said += [_("down ({moved})").format(moved=listed(down))] if down else []
    return "; ".join(said)


def standing_words(standing: Standing) -> str:
    """Return how something stands, in a word or two."""
    return STANDINGS[standing]
