"""The questions of an attached instrument, one after another, each as a card shows it."""

from __future__ import annotations

from typing import Final

from interview.engine.attached_items import SECTION
from interview.engine.attached_links import split_attached
from interview.engine.session import Session
from interview.engine.view import ItemView
from interview.language import _

ALL_ASKED: Final = _("Everything that is open in this instrument has an answer, or a reason for none.")
NOT_WHILE: Final = _(
    "Attached instruments are asked once the interview is under way, and not while safety is open or the record is closed."
)
NONE_YET: Final = _("No instrument is attached to this record yet.")


def may_ask_attached(session: Session) -> bool:
    """Return whether an attached instrument may be asked now."""
    return session.phase not in ("opening", "closed", "paused", "safety")


def beside_attached(session: Session, link_id: str, by: int) -> str | None:
    """Return the open item before (−1) or after (+1), answered or not; None at either end."""
    told = split_attached(link_id)
    order = [slot.link_id for slot in session.attached_slots(told[0])] if told is not None else []
    place = order.index(link_id) + by if link_id in order else -1
    return order[place] if 0 <= place < len(order) else None


def attached_question(session: Session, link_id: str) -> ItemView | None:
    """Return one question as a card shows it; None for one that is not open, or not there."""
    told, item = split_attached(link_id), session.attached_item(link_id)
    if told is None or item is None:
        return None
    order = [slot.link_id for slot in session.attached_slots(told[0])]
    totals = [each.link_id for each in session.attached_totals(told[0])]
    if link_id not in order and told[1] not in totals:
        return None
    return ItemView(
        link_id=link_id,
        item=item,
        section=SECTION,
        section_title=session.attached[told[0] - 1].title,
        number=order.index(link_id) + 1 if link_id in order else len(order) + 1,
        of=max(len(order), 1),
        group=None,
        index=None,
        instance_title=None,
        answer=session.answer_of(link_id),
        is_enabled=True,
        is_flagged=False,
    )
