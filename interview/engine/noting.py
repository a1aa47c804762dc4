"""Noting: notes, what is to do and when it was done, marks to come back to, and the words of risk that are to be settled."""

from __future__ import annotations

from collections.abc import Sequence

from interview.engine.events import Body, Event, ItemFlagged, NoteAdded, NoteDone, NoteKind
from interview.engine.replies import Refused, Reply, Saved
from interview.engine.safety_events import RiskWordsNoticed, RiskWordsSettled
from interview.engine.standing import Standing
from interview.engine.to_dos import to_dos
from interview.engine.transcript import item_of
from interview.understanding.risk import risk_words

BANNER_NOTE = "note:"
DONE = "session.note_done"
"""The act, as `replay` names it."""


class Noting(Standing):
    """The writing side of a session, as far as what stands beside the answers goes."""

    def note(self, text: str, kind: NoteKind = "record", link_id: str | None = None) -> Reply:
        """Keep a note: for the record, private, or to do."""
        added = NoteAdded(kind=kind, text=text, link_id=link_id)
        if not added.text:
            return Refused(link_id or "session.note", "empty")
        if self.phase == "closed":
            return Refused(link_id or "session.note", "closed")
        bodies: list[Body] = [added]
        if risk_words(added.text):
            bodies.append(RiskWordsNoticed(link_id=f"{BANNER_NOTE}{self._ledger.state.seq + 1}"))
        return self._saved(link_id or "session.note", self._ledger.commit(*bodies), risk=len(bodies) > 1)

    def flag(self, link_id: str, flagged: bool = True) -> Reply:
        """Mark an item to return to, or unmark it."""
        if self.phase == "closed":
            return Refused(link_id, "closed")
        if item_of(self.questionnaire, link_id) is None:
            return Refused(link_id, "unknown_item")
        return self._saved(link_id, self._ledger.commit(ItemFlagged(link_id=link_id, flagged=flagged)))

    def settle_risk_words(self, link_id: str, how: str, reason: str | None = None) -> Reply:
        """Settle the banner of one text: `asked_now`, `known` or `not_this_person`; the faces ask for a reason in a line."""
        if self._ledger.state.risk_words.get(link_id, "settled") is not None:
            return Refused(link_id, "unknown_item")
        if how not in ("asked_now", "known", "not_this_person"):
            return Refused(link_id, "does_not_fit")
        settled = RiskWordsSettled.model_validate({"link_id": link_id, "how": how, "reason": " ".join((reason or "").split()) or None})
        return self._saved(link_id, self._ledger.commit(settled))

    def finish_to_do(self, number: int) -> Reply:
        """Mark what is to do as done, by its number among all that was noted as to do; also in a closed record: no signature binds it."""
        noted = to_dos(self._ledger.state)
        if not 1 <= number <= len(noted):
            return Refused(DONE, "unknown_item")
        if noted[number - 1].done_at is not None:
            return Refused(DONE, "done_already")
        return self._saved(DONE, self._ledger.commit(NoteDone(note=noted[number - 1].seq)))

    def _saved(self, link_id: str, events: Sequence[Event], *, risk: bool = False) -> Saved:
        last = events[0] if events else None
        return Saved(
            last.seq if last else self._ledger.state.seq, link_id, last.at if last else self._ledger.state.updated_at, risk_words=risk
        )
