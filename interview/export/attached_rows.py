"""Attached instruments as rows of a table: each item that was open, answered or not, and each total with its bounds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from interview.engine.attached_folding import asked_at
from interview.engine.attached_links import attached_link
from interview.engine.fold import Answer
from interview.engine.session import Session
from interview.language import _

SUM: Final = "sum"
"""What stands in the place of an item where an instrument states no total."""


class AttachedTotal(NamedTuple):
    """One total: its id, its name, whether it is known, its value and its bounds."""

    id: str
    name: str
    status: str
    value: float | None
    low: float | None
    high: float | None


def attached_items(session: Session) -> Iterator[tuple[str, str, Answer | None]]:
    """Yield link id, wording and answer of every open item, and of totals that were stated."""
    for number in range(1, len(session.attached) + 1):
        shown: set[str] = set()
        for slot in session.attached_slots(number):
            shown.add(slot.link_id)
            yield slot.link_id, _text(session, slot.link_id), session.answer_of(slot.link_id)
        for total in session.attached_totals(number):
            link_id = attached_link(number, total.link_id or SUM)
            answer = session.answer_of(link_id)
            if link_id not in shown and answer is not None:
                yield link_id, _text(session, link_id), answer


def _text(session: Session, link_id: str) -> str:
    """Return an item's own wording."""
    asked = asked_at(session.state, link_id)
    return asked.text if asked is not None else ""


def attached_totals(session: Session) -> Iterator[AttachedTotal]:
    """Yield every total that was computed anew; `differs` is its status where another one was stated."""
    for number in range(1, len(session.attached) + 1):
        for total in session.attached_totals(number):
            if total.is_recomputed:
                link_id = attached_link(number, total.link_id or SUM)
                status = "differs" if total.differs else "open" if total.value is None else "known"
                yield AttachedTotal(link_id, _text(session, link_id) or _("Sum of the weights"), status, total.value, total.low, total.high)
