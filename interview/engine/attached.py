"""Instruments from elsewhere, attached to a record and asked in it. Their answers stand by themselves: none of them enters the case.

A sign of risk in them opens the safety phase at once. An item about self-harm of an instrument that was begun is never passed
over in silence: until it has an answer, or a reason for none, the record is not closed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from interview.engine.attached_events import AttachedAnswered, InstrumentAttached
from interview.engine.attached_folding import asked_at, gate_at, instrument_of, is_endorsed_at, is_sign_at, values_at
from interview.engine.attached_hearing import hear_given, hear_words
from interview.engine.attached_items import SECTION, as_item
from interview.engine.attached_links import ATTACH, attached_link, split_attached
from interview.engine.attached_risk import asks_about_self_harm
from interview.engine.deciding import Deciding
from interview.engine.event_body import AnswerSource, AnswerStatus
from interview.engine.events import AnswerWithdrawn, Body
from interview.engine.fold import Answer
from interview.engine.hearing import Heard
from interview.engine.replies import AskedBack, NotUnderstood, Refused, Reply, Saved
from interview.engine.safety_events import RiskWordsNoticed, SafetyCorrected, SafetyOpened
from interview.engine.slots import Slot
from interview.instruments.checks import check
from interview.instruments.model import Instrument, InstrumentItem
from interview.instruments.totals import Total, is_total, totals
from interview.questionnaire.model import Item
from interview.understanding.risk import risk_words

MOST_ATTACHED: Final = 99
"""Instruments of one record."""


class AskingAttached(Deciding):
    """The part of a session that attaches instruments and asks them."""

    def attach(self, instrument: Instrument) -> Reply:
        """Attach an instrument as it was read; it stands in the log, so that the record alone tells what was asked."""
        if self.phase == "closed":
            return Refused(ATTACH, "closed")
        if check(instrument) or len(self.state.attached) >= MOST_ATTACHED:
            return Refused(ATTACH, "does_not_fit")
        if any(each == instrument for each in self.state.attached):
            return Refused(ATTACH, "attached_already")
        return self._saved(ATTACH, self._ledger.commit(InstrumentAttached(instrument=instrument)))

    @property
    def attached(self) -> tuple[Instrument, ...]:
        """The attached instruments, in the order in which they were attached."""
        return tuple(self.state.attached)

    def attached_named(self, canonical: str) -> int | None:
        """Return the number of the attached instrument that a canonical means, the last one first; None where none is meant."""
        return next((n for n in range(len(self.attached), 0, -1) if self.attached[n - 1].names(canonical)), None)

    def attached_slots(self, number: int) -> tuple[Slot, ...]:
        """Return the open questions of an instrument in order, answered ones included; what nobody answers is left out."""
        instrument = instrument_of(self.state, number)
        if instrument is None:
            return ()
        gate = gate_at(self.state, number)
        asked = [item for item in instrument.questions if not item.is_fixed and gate.is_open(item.link_id)]
        return tuple(Slot(attached_link(number, item.link_id), as_item(instrument, item), SECTION) for item in asked)

    def attached_totals(self, number: int) -> tuple[Total, ...]:
        """Return the totals of an instrument, computed anew, with what was stated."""
        instrument = instrument_of(self.state, number)
        return () if instrument is None else totals(instrument, values_at(self.state, number))

    def attached_item(self, link_id: str) -> Item | None:
        """Return the question at an attached link id; None for any other."""
        told, asked = split_attached(link_id), asked_at(self.state, link_id)
        instrument = instrument_of(self.state, told[0]) if told is not None else None
        return None if asked is None or instrument is None else as_item(instrument, asked)

    def attached_set_aside(self, number: int) -> tuple[Answer, ...]:
        """Return the answers behind closed items of an instrument: kept, counting for nothing."""
        if instrument_of(self.state, number) is None:
            return ()
        gate = gate_at(self.state, number)
        held = ((split_attached(link_id), each) for link_id, each in self.state.attached_answers.items())
        return tuple(each for told, each in held if told is not None and told[0] == number and not gate.is_open(told[1]))

    def answer(self, link_id: str, text: str, *, source: AnswerSource | None = None, keep: bool = False) -> Reply:
        """Take what was typed; with an attached link id it answers an attached instrument."""
        if split_attached(link_id) is None:
            return super().answer(link_id, text, source=source, keep=keep)
        asked, item = asked_at(self.state, link_id), self.attached_item(link_id)
        refusal = self._attached_refusal(link_id, asked)
        if refusal is not None or asked is None or item is None:
            return refusal or Refused(link_id, "unknown_item")
        return self._take_attached(link_id, hear_words(link_id, asked, item, text, self._ledger.clock().date(), keep=keep), source)

    def give(
        self,
        link_id: str,
        value: Any,
        *,
        verbatim: str | None = None,
        source: AnswerSource | None = None,
        approximate: bool = False,
        hedged: bool = False,
    ) -> Reply:
        """Take a typed value; with an attached link id it answers an attached instrument."""
        if split_attached(link_id) is None:
            return super().give(link_id, value, verbatim=verbatim, source=source, approximate=approximate, hedged=hedged)
        asked, item = asked_at(self.state, link_id), self.attached_item(link_id)
        refusal = self._attached_refusal(link_id, asked)
        if refusal is not None or asked is None or item is None:
            return refusal or Refused(link_id, "unknown_item")
        heard = hear_given(link_id, asked, item, value, verbatim, self._ledger.clock().date())
        if isinstance(heard, Heard):
            heard = replace(heard, approximate=heard.approximate or approximate, hedged=heard.hedged or hedged)
        return self._take_attached(link_id, heard, source)

    def leave_unanswered(
        self, link_id: str, status: AnswerStatus, *, verbatim: str | None = None, source: AnswerSource | None = None
    ) -> Reply:
        """Record why there is no answer; with an attached link id, to an attached instrument."""
        if split_attached(link_id) is None:
            return super().leave_unanswered(link_id, status, verbatim=verbatim, source=source)
        refusal = self._attached_refusal(link_id, asked_at(self.state, link_id))
        if refusal is not None:
            return refusal
        if status == "answered":
            return Refused(link_id, "does_not_fit")
        return self._take_attached(link_id, Heard(status, None, verbatim), source)

    def withdraw(self, link_id: str) -> Reply:
        """Take an answer back: *not asked* again. A sign of risk cannot be taken back."""
        if split_attached(link_id) is None:
            return super().withdraw(link_id)
        standing = self.state.attached_answers.get(link_id)
        if standing is None:
            return Refused(link_id, "not_now")
        if self.phase in ("closed", "paused"):
            return Refused(link_id, "closed" if self.phase == "closed" else "paused")
        if is_sign_at(self.state, standing):
            return Refused(link_id, "positive_stands")
        return self._saved(link_id, self._ledger.commit(AnswerWithdrawn(link_id=link_id)))

    def answer_of(self, link_id: str) -> Answer | None:
        """Return what counts for an item, or what was answered in an attached instrument; None where nothing was."""
        return super().answer_of(link_id) if split_attached(link_id) is None else self.state.attached_answers.get(link_id)

    def correct_attached(self, link_id: str, value: bool, by: str, reason: str) -> Reply:
        """Take a mis-keyed sign of risk back, by name and with a reason: it is asked again. Both stay in the log."""
        if value or not is_sign_at(self.state, self.state.attached_answers.get(link_id)):
            return Refused(link_id, "not_now")
        corrected = SafetyCorrected(link_id=link_id, value=False, by=by, reason=reason)
        if not corrected.by or not corrected.reason:
            return Refused(link_id, "empty")
        return self._saved(link_id, self._ledger.commit(corrected))

    def _attached_refusal(self, link_id: str, asked: InstrumentItem | None) -> Refused | None:
        if asked is None:
            return Refused(link_id, "unknown_item")
        if self.phase in ("closed", "paused"):
            return Refused(link_id, "closed" if self.phase == "closed" else "paused")
        if self.phase == "safety" and not asks_about_self_harm(asked):
            return Refused(link_id, "safety_open")
        if not self._ledger.consent_is_not_refused():
            return Refused(link_id, "consent_refused")
        return Refused(link_id, "filled_by_session") if asked.is_fixed and not is_total(asked) else None

    def _take_attached(self, link_id: str, heard: Heard | AskedBack | NotUnderstood | Refused, source: AnswerSource | None) -> Reply:
        told = split_attached(link_id)
        if not isinstance(heard, Heard) or told is None:
            return heard if not isinstance(heard, Heard) else Refused(link_id, "unknown_item")
        standing = self.state.attached_answers.get(link_id)
        made = Answer(
            link_id, heard.status, heard.value, heard.verbatim, source or "patient", "", 0, heard.approximate, heard.hedged, heard.range
        )
        is_sign = is_sign_at(self.state, made)
        if is_endorsed_at(self.state, standing) and not is_sign:
            return Refused(link_id, "positive_stands")
        answered = AttachedAnswered(
            instrument=told[0],
            item=told[1],
            status=heard.status,
            value=heard.value,
            verbatim=heard.verbatim,
            source=source or "patient",
            approximate=heard.approximate,
            hedged=heard.hedged,
            range=heard.range,
        )
        bodies: list[Body] = [answered]
        risk = bool(risk_words(answered.verbatim or "")) and self.state.risk_words.get(link_id, "") is not None
        if risk:
            bodies.append(RiskWordsNoticed(link_id=link_id))
        opens = is_sign and not is_sign_at(self.state, standing) and self._ledger.phases.destination("open_safety") is not None
        if opens:
            bodies += [SafetyOpened(because="attached", link_id=link_id), self._ledger.moved("open_safety")]
        before = gate_at(self.state, told[0])
        answers = [each for each in self.state.attached_answers if (split_attached(each) or (0, ""))[0] == told[0]]
        events = self._ledger.commit(*bodies)
        after = gate_at(self.state, told[0])
        items = {each: (split_attached(each) or (0, ""))[1] for each in answers}
        return Saved(
            events[0].seq,
            link_id,
            events[0].at,
            heard.status,
            heard.value,
            not after.is_open(told[1]),
            tuple(each for each, item in items.items() if after.is_open(item) and not before.is_open(item)),
            tuple(each for each, item in items.items() if before.is_open(item) and not after.is_open(item)),
            opens,
            risk,
        )
