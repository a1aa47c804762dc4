"""Answering: what was typed or given becomes a durable answer, or a word about why not. Withdrawing stands here too."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from interview.engine.event_body import AnswerSource, AnswerStatus
from interview.engine.events import AnswerWithdrawn, Body, InstanceWithdrawn, ItemAnswered
from interview.engine.fold import split_instance
from interview.engine.hearing import Heard, hear_text, hear_value
from interview.engine.noting import Noting
from interview.engine.offers import offer_for
from interview.engine.replies import Refused, Reply, Saved
from interview.engine.risk_signs import is_positive, is_safety_question
from interview.engine.safety_events import RiskWordsNoticed, SafetyOpened
from interview.engine.transcript import item_of, section_of
from interview.understanding.risk import risk_words
from trd_core.vocabulary import definition_of, facts

FORMULATION = ("problems[].", "links[].", "hierarchy_override.")


class Answering(Noting):
    """The writing side of a session, as far as items go."""

    def answer(self, link_id: str, text: str, *, source: AnswerSource | None = None, keep: bool = False) -> Reply:
        """Take what was typed. `keep` takes a drug's name that no table knows as it is."""
        refusal = self._refusal(link_id)
        if refusal is not None:
            return refusal
        item = item_of(self.questionnaire, link_id)
        if item is None:
            return self.give(link_id, text, source=source)
        heard = hear_text(link_id, item, text, self._ledger.clock().date(), keep=keep)
        return self._record(link_id, heard, source) if isinstance(heard, Heard) else heard

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
        """Take a typed value, as `replay` and the formulation give it."""
        refusal = self._refusal(link_id)
        if refusal is not None:
            return refusal
        heard = hear_value(link_id, item_of(self.questionnaire, link_id), value, verbatim, self._ledger.clock().date())
        if not isinstance(heard, Heard):
            return heard
        return self._record(link_id, replace(heard, approximate=heard.approximate or approximate, hedged=heard.hedged or hedged), source)

    def take_offer(self, link_id: str) -> Reply:
        """Take what an earlier sentence told as the answer: it was read, and somebody said that it is so."""
        refusal = self._refusal(link_id)
        if refusal is not None:
            return refusal
        offer = offer_for(self.questionnaire, self._ledger.state, link_id)
        if offer is None:
            return Refused(link_id, "not_now")
        heard = Heard("answered", offer.value, offer.words, offer.approximate, offer.hedged, offer.range)
        return self._record(link_id, heard, None)

    def still_so(self, link_id: str) -> Reply:
        """Take the answer of the visit before as today's: somebody said that it is still so."""
        refusal = self._refusal(link_id)
        if refusal is not None:
            return refusal
        then = self.last_time(link_id)
        if then is None:
            return Refused(link_id, "not_now")
        heard = Heard(then.status, then.value, then.verbatim, then.approximate, then.hedged, then.range)
        return self._record(link_id, heard, then.source, still_so=True)

    def leave_unanswered(
        self, link_id: str, status: AnswerStatus, *, verbatim: str | None = None, source: AnswerSource | None = None
    ) -> Reply:
        """Record why there is no answer: `declined`, `unknown` or `not_applicable`. None of them is a no."""
        refusal = self._refusal(link_id)
        if refusal is not None:
            return refusal
        if status == "answered":
            return Refused(link_id, "does_not_fit")
        return self._record(link_id, Heard(status, None, verbatim), source)

    def withdraw(self, link_id: str) -> Reply:
        """Take an answer back: *not asked* again. A sign of risk cannot be taken back."""
        standing = self._ledger.state.answers.get(link_id)
        if standing is None:
            return Refused(link_id, "not_now")
        if self.phase in ("closed", "paused"):
            return Refused(link_id, "closed" if self.phase == "closed" else "paused")
        if is_positive(link_id, standing.status, standing.value):
            return Refused(link_id, "positive_stands")
        return self._saved(link_id, self._ledger.commit(AnswerWithdrawn(link_id=link_id)))

    def withdraw_instance(self, group: str, index: int) -> Reply:
        """Withdraw one treatment, source or problem; its index is never used again."""
        if index not in self._ledger.state.instances(group):
            return Refused(f"{group}[{index}]", "unknown_item")
        if self.phase in ("closed", "paused", "safety"):
            return Refused(f"{group}[{index}]", "not_now")
        return self._saved(f"{group}[{index}]", self._ledger.commit(InstanceWithdrawn(group=group, index=index)))

    def _refusal(self, link_id: str) -> Refused | None:
        if self.phase in ("closed", "paused"):
            return Refused(link_id, "closed" if self.phase == "closed" else "paused")
        definition = definition_of(link_id)
        instance = split_instance(link_id)
        is_formulation = definition.startswith(FORMULATION) and definition in facts()
        if item_of(self.questionnaire, link_id) is None and not is_formulation:
            return Refused(link_id, "filled_by_session" if definition in facts() else "unknown_item")
        if "[]" in link_id or ("[]" in definition and not _has_index(link_id)):
            return Refused(link_id, "unknown_item")
        if instance is not None:
            group, index = instance
            if index in self._ledger.state.withdrawn.get(group, {}):
                return Refused(link_id, "withdrawn")
            if index > self._ledger.state.next_index(group):
                return Refused(link_id, "unknown_item")
        if self.phase == "safety" and not self._is_safety(link_id):
            return Refused(link_id, "safety_open")
        asked_in = section_of(self.questionnaire, link_id)
        if not self._ledger.consent_is_not_refused() and asked_in != "opening" and not self._is_safety(link_id):
            return Refused(link_id, "consent_refused")
        return None

    def _record(
        self,
        link_id: str,
        heard: Heard,
        source: AnswerSource | None,
        *,
        still_so: bool = False,
        along: tuple[Body, ...] = (),
        keeps_place: bool = False,
    ) -> Reply:
        """Append an answer; `along` goes before it in the same step, and with `keeps_place` the question asked now stays the same."""
        standing = self._ledger.state.answers.get(link_id)
        is_risk = is_positive(link_id, heard.status, heard.value)
        if standing is not None and standing.value is True and is_safety_question(link_id) and heard.value is not True:
            return Refused(link_id, "positive_stands")
        item = item_of(self.questionnaire, link_id)
        answered = ItemAnswered(
            link_id=link_id,
            status=heard.status,
            value=heard.value,
            verbatim=heard.verbatim,
            source=source or (item.who if item is not None else "clinician"),
            approximate=heard.approximate,
            hedged=heard.hedged,
            range=heard.range,
            still_so=still_so,
        )
        bodies: list[Body] = [*along, answered]
        risk = item is not None and bool(risk_words(answered.verbatim or "")) and self.state.risk_words.get(link_id, "") is not None
        if risk:
            bodies.append(RiskWordsNoticed(link_id=link_id))
        is_new = standing is None or not is_positive(link_id, standing.status, standing.value)
        opens = is_risk and is_new and self.phase != "safety"
        if opens:
            bodies += [SafetyOpened(because="answer", link_id=link_id), self._ledger.moved("open_safety")]
        self._ledger.begin_turn()
        previous = (self._ledger.cursor, self._ledger.last)
        if not keeps_place:
            self._ledger.cursor = None
        if not keeps_place and self._ledger.section_now() == section_of(self.questionnaire, link_id):
            self._ledger.last = link_id
        try:
            events = self._ledger.commit(*bodies)
        except Exception:
            self._ledger.cursor, self._ledger.last = previous
            raise
        return Saved(
            events[len(along)].seq,
            link_id,
            events[len(along)].at,
            heard.status,
            heard.value,
            not self._ledger.enablement.is_enabled(link_id),
            *self._ledger.turned_now(),
            opens,
            risk,
        )


def _has_index(link_id: str) -> bool:
    return "[" in link_id and "[]" not in link_id
