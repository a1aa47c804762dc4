"""What another depth would do, said before it is taken: how many questions it opens or leaves out, by section. No finding is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from interview.engine.events import Depth
from interview.engine.rehearsal import WhatIf
from interview.engine.replies import Saved
from interview.engine.session import Session
from interview.engine.transcript import section_of
from interview.language import _, ngettext
from interview.views.change_words import Told

TO: Final[dict[str, str]] = {
    "full": _("ask the full interview from now on"),
    "brief": _("ask only the brief interview from now on"),
}
"""What choosing a depth does, in words."""

DONE: Final[dict[str, str]] = {
    "full": _("The full interview is asked from now on; every answer is kept."),
    "brief": _("The brief interview is asked from now on; every answer is kept."),
}
KEPT: Final = _("Every answer is kept, and counts as before. It can be changed back at any time.")
NOT_ASKED_NO_MORE: Final = _("What is not asked any more stays unknown, never “no”.")
LEAST_TIME: Final = _("The interview was begun for {minutes} minutes: of these, what settles the most in that time is asked.")


def other_depth(session: Session) -> Depth:
    """Return the depth that the interview has not."""
    return "brief" if session.state.depth == "full" else "full"


def depth_told(session: Session, depth: str, seen: WhatIf) -> tuple[Told, ...]:
    """Return what a depth would do, the most telling first; empty where it would not be taken."""
    if not isinstance(seen.reply, Saved):
        return ()
    told = [Told(_("How much is asked: {what}").format(what=TO[depth]))]
    opened, left = len(seen.effect.asked_now), len(seen.effect.asked_no_more)
    if opened:
        title = ngettext("{n} question would be asked now.", "{n} questions would be asked now.", opened).format(n=opened)
        told.append(Told(title, _by_section(session, seen.effect.asked_now)))
    if left:
        title = ngettext(
            "{n} question without an answer would not be asked any more.",
            "{n} questions without an answer would not be asked any more.",
            left,
        ).format(n=left)
        told.append(Told(title, (*_by_section(session, seen.effect.asked_no_more), NOT_ASKED_NO_MORE)))
    if not opened and not left:
        told.append(Told(_("No question would be asked beside, and none left out.")))
    if session.state.minutes is not None:
        told.append(Told(LEAST_TIME.format(minutes=session.state.minutes)))
    return (*told, Told(KEPT))


def _by_section(session: Session, link_ids: Sequence[str]) -> tuple[str, ...]:
    counts = Counter(section_of(session.questionnaire, link_id) for link_id in link_ids)
    return tuple(
        f"{section.title}: {ngettext('{n} question', '{n} questions', counts[section.id]).format(n=counts[section.id])}"
        for section in session.questionnaire.section
        if counts[section.id]
    )
