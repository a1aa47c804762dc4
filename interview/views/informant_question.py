"""The questions to somebody close, one after another: what is recorded first, then what they are asked, each as a card shows it."""

from __future__ import annotations

from typing import Final

from interview.engine.informant import SECTION
from interview.engine.informant_links import question_of, split_informant
from interview.engine.session import Session
from interview.engine.transcript import item_of
from interview.engine.view import ItemView
from interview.language import _
from interview.views.subjects import subject_of

MAY_BE_TOLD: Final = "interview.informant_may_be_told"
NOT_AGREED: Final = _("Nobody else is asked: the person has not agreed to it. What somebody tells unasked can be kept as a note.")
ALL_ASKED: Final = _("Everything that somebody close can be asked was asked.")


def places(session: Session) -> tuple[str, ...]:
    """Return the link ids in the order of asking, answered ones included."""
    first = (*session.informant_settings(), *(slot.link_id for slot in session.informant_setting()))
    return (*first, *(slot.link_id for slot in session.informant_slots()))


def next_to_ask(session: Session, after: str | None = None) -> str | None:
    """Return the first one without an answer, after the given one if any is left there; None where nothing is left."""
    order = places(session)
    start = order.index(after) + 1 if after in order else 0
    settings = session.informant_settings()
    left = [each for each in (*order[start:], *order[:start]) if each not in settings and session.state.informant.get(each) is None]
    return left[0] if left else None


def beside(session: Session, link_id: str, by: int) -> str | None:
    """Return the one before (−1) or after (+1), answered or not; None at either end."""
    order = places(session)
    place = order.index(link_id) + by if link_id in order else -1
    return order[place] if 0 <= place < len(order) else None


def nothing_left(session: Session) -> str:
    """Return why nothing is asked: the person did not agree, or all of it was."""
    return NOT_AGREED if session.informant is None else ALL_ASKED


def informant_question(session: Session, link_id: str) -> ItemView | None:
    """Return one question as a card shows it; None for one that nobody is asked."""
    item, order = item_of(session.questionnaire, link_id), places(session)
    section = session.questionnaire.sections.get(SECTION)
    if item is None or section is None or link_id not in order:
        return None
    is_setting = split_informant(link_id) is None
    answer = session.answer_of(link_id) if not is_setting or link_id in session.informant_settings() else None
    about = subject_of(session.questionnaire, session.answer_of, question_of(link_id))
    return ItemView(
        link_id=link_id,
        item=item,
        section=SECTION,
        section_title=section.title,
        number=order.index(link_id) + 1,
        of=len(order),
        group=None,
        index=None,
        instance_title=about or None,
        answer=answer,
        is_enabled=True,
        is_flagged=False,
        is_counted=True,
    )


def may_see_informants(session: Session) -> bool:
    """Return whether somebody close may be asked now, or was asked: never before the interview is under way."""
    is_asked_about = SECTION in session.questionnaire.sections
    return is_asked_about and (bool(session.state.informant) or session.phase not in ("opening", "closed", "paused", "safety"))


def is_confidential(link_id: str) -> bool:
    """Return whether what is asked and said here is between the clinician and somebody close."""
    return split_informant(link_id) is not None or link_id == MAY_BE_TOLD
