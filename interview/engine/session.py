"""`Session`: the one door to an interview. It decides, appends, and only then moves; it returns frozen views.

Nothing is acknowledged before the store has made it durable. When the store fails, the session stands where it stood
and the fault goes to the caller. It knows no clock, no disk and no toolkit: they are handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from interview.engine.attached_links import split_attached
from interview.engine.events import Event, ProposalRejected, RecordOpened
from interview.engine.informant_links import split_informant
from interview.engine.ports import Clock, EventStore, NewId, StoreFault
from interview.engine.practising import Practising
from interview.engine.record_events import RecordSigned
from interview.engine.rehearsal import WhatIf, beside, effect_of, names_voided, standing_of
from interview.engine.replies import Refused, Reply, Saved
from interview.engine.risk_signs import DISPOSITION, is_safety_question
from interview.engine.safety_events import SafetyAcknowledged, SafetyCorrected, SafetyOpened
from interview.engine.signing import LONGEST_NAME
from interview.engine.transcript import item_of, section_of
from interview.engine.validation import fits
from interview.questionnaire.model import Questionnaire
from trd_core.settings import Settings

GOES: Final = frozenset({"formulate", "review", "close", "end_practice", "reopen", "pause", "resume", "undo_safety", "jump"})
"""Triggers of the phases' table that somebody fires by hand, beside `open_safety`."""


class Session(Practising):
    """One record, open for its one writer: reading in `Standing`, answers in `Answering` and its parts, safety and moves here."""

    @classmethod
    def begin(
        cls,
        store: EventStore,
        questionnaire: Questionnaire,
        *,
        subject: str,
        clock: Clock,
        new_id: NewId,
        visit: str = "baseline",
        depth: str = "brief",
        interviewer: str | None = None,
        minutes: int | None = None,
        practice: bool = False,
        practice_case: str | None = None,
        settings: Settings | None = None,
        follows: str | None = None,
    ) -> Session:
        """Begin a record and hold it; `follows` is the record of the visit before.

        Raises `StoreFault` when it cannot be made durable, `ValueError` for a bad argument."""
        opened = RecordOpened.model_validate(
            {
                "record": new_id(),
                "subject": subject,
                "visit": visit,
                "depth": depth,
                "interviewer": interviewer,
                "questionnaire": questionnaire.id,
                "questionnaire_version": questionnaire.version,
                "minutes": minutes,
                "practice": practice,
                "practice_case": practice_case,
                "follows": follows,
                "language": questionnaire.language if questionnaire.translation_note is not None else None,
            }
        )
        before = store.events(follows) if follows is not None else ()
        store.hold(opened.record)
        session = cls(store, questionnaire, (), clock, settings or Settings(), before)
        session._ledger.state.record = opened.record
        session._ledger.commit(opened)
        return session

    @classmethod
    def resume(
        cls, store: EventStore, questionnaire: Questionnaire, record: str, *, clock: Clock, settings: Settings | None = None
    ) -> Session:
        """Reopen a record and hold it; the log is folded, nothing is fired again. On another day safety is looked at first."""
        store.hold(record)
        events = store.events(record)
        session = cls(store, questionnaire, events, clock, settings or Settings(), _visit_before(store, events))
        if session._ledger.phases.state == "paused":
            session._move("resume")
        session._look_again_on_another_day()
        return session

    def acknowledge_safety(self, disposition: dict[str, Any]) -> Reply:
        """Acknowledge what was said, with what was done about it; a stopping answer needs every part of the disposition."""
        link_id = "session.safety_acknowledged"
        if self.phase == "closed" or (self.phase != "safety" and not self._ledger.gate.positives()):
            return Refused(link_id, "closed" if self.phase == "closed" else "not_now")
        given = {part: value for part, value in disposition.items() if value is not None and value != ""}
        recorded = {**(self._ledger.state.disposition or {}), **given}
        if self._ledger.state.interviewer:
            recorded.setdefault("by", self._ledger.state.interviewer)
        if "at" not in given and (self._ledger.gate.has_unmet() or "at" not in recorded):
            recorded["at"] = self._ledger.now()
        for part, value in recorded.items():
            settled, misfit = self._fits_disposition(part, value)
            if misfit:
                return Refused(f"safety.disposition.{part}", "does_not_fit")
            recorded[part] = settled
        lacking = tuple(part for part in DISPOSITION if recorded.get(part) is None)
        if ("by" in lacking) or (lacking and self._ledger.gate.need() == "disposition"):
            return Refused(link_id, "incomplete_disposition", missing=lacking)
        return self._saved(link_id, self._ledger.commit(SafetyAcknowledged(disposition=recorded)))

    def correct_safety(self, link_id: str, value: bool, *, by: str, reason: str) -> Reply:
        """Correct a mis-keyed safety answer, by name and with a reason; both versions stay in the record."""
        if self.phase not in ("closed", "paused") and split_attached(link_id) is not None:
            return self.correct_attached(link_id, value, by, reason)
        if not is_safety_question(link_id) or self.phase in ("closed", "paused"):
            return Refused(link_id, "not_now")
        if split_informant(link_id) is not None and link_id not in self.state.informant:
            return Refused(link_id, "unknown_item")
        corrected = SafetyCorrected(link_id=link_id, value=value, by=by, reason=reason)
        if not corrected.by or not corrected.reason:
            return Refused(link_id, "empty")
        return self._saved(link_id, self._ledger.commit(corrected))

    def may(self, trigger: str, section: str | None = None) -> bool:
        """Return whether a trigger may fire now."""
        return self._ledger.phases.destination(trigger, section) is not None

    def go(self, trigger: str, section: str | None = None) -> Reply:
        """Fire a trigger: `formulate`, `review`, `close`, `reopen`, `pause`, `resume`, `open_safety`, `undo_safety`, `jump` (a section);
        with a simulated patient also `end_practice`, which closes the record as it is."""
        if trigger == "open_safety":
            if not self.may(trigger):
                return Refused("session.phase", "not_now")
            return self._saved("session.phase", self._ledger.commit(SafetyOpened(because="interviewer"), self._ledger.moved("open_safety")))
        if trigger not in GOES or not self.may(trigger, section):
            return Refused("session.phase", "safety_open" if self.phase == "safety" else "not_now")
        if trigger == "jump" and not self._ledger.walk.slots(section or ""):
            return Refused("session.phase", "nothing_asked_there")
        self._ledger.cursor = self._ledger.last = None
        if trigger == "jump" and section is not None and not self._ledger.walk.has_open(section):
            slots = self._ledger.walk.slots(section)
            self._ledger.cursor = slots[0].link_id if slots else None
        moved = self._saved("session.phase", self._move(trigger, section))
        if trigger == "undo_safety":
            self._look_again_on_another_day()
        return moved

    def go_to(self, link_id: str) -> Reply:
        """Ask this item now, wherever it stands; answer it and the interview goes on from there."""
        section = section_of(self.questionnaire, link_id)
        if section is None or not self._ledger.enablement.is_enabled(link_id) or item_of(self.questionnaire, link_id) is None:
            return Refused(link_id, "unknown_item")
        if self.phase == "safety":
            if not self._is_safety(link_id):
                return Refused(link_id, "safety_open")
        elif self._ledger.section_now() != section:
            if not self.may("jump", section):
                return Refused(link_id, "not_now")
            self._ledger.cursor, before = link_id, self._ledger.cursor
            try:
                self._move("jump", section)
            except Exception:
                self._ledger.cursor = before
                raise
        self._ledger.cursor = link_id
        return Saved(self._ledger.state.seq, link_id, self._ledger.state.updated_at)

    def step(self, by: int) -> bool:
        """Go back (−1) or on (+1) by one question without answering; nothing is lost or cleared. False at either end."""
        slots = self._ledger.gate.slots() if self.phase == "safety" else self._ledger.walk.all_slots()
        here = self.current()
        place = next((place for place, slot in enumerate(slots) if here is not None and slot.link_id == here.link_id), None)
        if place is None:
            place = len(slots) if by < 0 else len(slots) - 1
        if not 0 <= place + by < len(slots):
            return False
        return isinstance(self.go_to(slots[place + by].link_id), Saved)

    def reject(self, proposal: str, reason: str | None = None) -> Reply:
        """Turn down a proposed problem (its id) or link (`source->target`)."""
        if self.phase in ("closed", "paused", "safety"):
            return Refused("formulation.rejected", "safety_open" if self.phase == "safety" else "closed")
        return self._saved("formulation.rejected", self._ledger.commit(ProposalRejected(proposal=proposal, reason=reason)))

    def may_sign(self) -> bool:
        """Return whether the record may be signed now: it is closed, or it can be closed from the review in the same step."""
        return self.phase == "closed" or (self.phase == "reviewing" and self.may("close"))

    def sign(self, by: str, note: str | None = None) -> Reply:
        """Sign what counts now, by name; in the review the record is closed with it, in one step. `note` says as what somebody signs.

        Several people may sign the same content, each once while it stands.
        """
        link_id = "session.signed"
        if not self.may_sign():
            return Refused(link_id, "safety_open" if self.phase == "safety" else "not_now")
        signed = RecordSigned(by=" ".join(by.split()), digest=self.content_digest(), note=" ".join((note or "").split()) or None)
        if not signed.by:
            return Refused(link_id, "empty")
        if max(len(signed.by), len(signed.note or "")) > LONGEST_NAME:
            return Refused(link_id, "does_not_fit")
        if any(each.is_valid and each.by.casefold() == signed.by.casefold() for each in self.signatures()):
            return Refused(link_id, "already_signed")
        closing = () if self.phase == "closed" else (self._ledger.moved("close"),)
        events = self._ledger.commit(*closing, signed)
        self._ledger.cursor = self._ledger.last = None
        return self._saved(link_id, events)

    def what_if(self, link_id: str, text: str) -> WhatIf:
        """Return what an answer would do, without giving it."""
        return self.rehearse(lambda: self.answer(link_id, text))

    def rehearse(self, act: Callable[[], Reply]) -> WhatIf:
        """Return what an act of this session would do; it is taken beside the record, and nothing of it stays."""
        before, valid = standing_of(self), [each.seq for each in self.state.signatures if each.voided is None]
        kept = self._ledger, self._case, self._assessed, self._digested
        self._ledger, self._case, self._assessed = beside(self._ledger), None, {}
        try:
            reply = act()
            return WhatIf(reply, effect_of(self, before), names_voided(self, valid), self.state.answers.get(reply.link_id))
        finally:
            self._ledger, self._case, self._assessed, self._digested = kept

    def release(self) -> None:
        """Let others write the record."""
        self._ledger.store.release(self.record)

    def _move(self, trigger: str, section: str | None = None) -> list[Event]:
        return self._ledger.commit(self._ledger.moved(trigger, section))

    def _look_again_on_another_day(self) -> None:
        asked_on = self._ledger.state.safety_day
        if asked_on is None or asked_on == self._ledger.now()[:10] or self.phase in ("closed", "safety", "paused"):
            return
        if "interview.safety_today[]" in self.questionnaire.items:
            self._ledger.commit(SafetyOpened(because="another_day"), self._ledger.moved("open_safety"))

    def _fits_disposition(self, part: str, value: Any) -> tuple[Any, bool]:
        settled, misfit = fits(None, f"safety.disposition.{part}", value)
        return settled, misfit is not None or part not in DISPOSITION


def _visit_before(store: EventStore, events: Sequence[Event]) -> Sequence[Event]:
    """The events of the visit before; none where its record cannot be read: an interview goes on without it."""
    follows = next((event.body.follows for event in events if isinstance(event.body, RecordOpened)), None)
    try:
        return store.events(follows) if follows is not None else ()
    except StoreFault:
        return ()
