"""Asking somebody close, with the person's consent: what they say stands beside the person's own answers and overrides none.

An informant's answer never enters the case by itself: unknown is not no, and nobody's word is put in for another's unsaid (the
clinician may take one over: `which_counts`). Who is asked, and the person's consent to it, are recorded first; another informant
needs both anew.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from interview.engine.answering import Answering
from interview.engine.enablement import Enablement
from interview.engine.event_body import AnswerSource, AnswerStatus
from interview.engine.events import Body, InformantAnswered
from interview.engine.fold import Answer, split_instance
from interview.engine.hearing import Heard, hear_text, hear_value
from interview.engine.informant_links import RELATION, informant_link, split_informant
from interview.engine.replies import AskedBack, NotUnderstood, Refused, Reply, Saved
from interview.engine.risk_signs import is_positive
from interview.engine.safety_events import RiskWordsNoticed, SafetyOpened
from interview.engine.slots import Slot
from interview.engine.transcript import item_of
from interview.questionnaire.asking import in_order
from interview.questionnaire.model import Item
from interview.understanding.risk import risk_words
from trd_core.vocabulary import definition_of

SECTION: Final = "informant"
CONSENT: Final = "interview.informant_consent"
SETTING: Final = (CONSENT, RELATION, "interview.informant_how", "interview.informant_on", "interview.informant_may_be_told")
"""What is recorded of each informant before the questions, in this order; a new relation begins anew, and needs the consent anew."""


class AskingInformants(Answering):
    """The part of a session that asks somebody close. Their answers have link ids of their own (`informant_link`)."""

    @property
    def informant(self) -> str | None:
        """The relation of the informant who may be asked now; None where nobody may, for want of the person's consent."""
        who, consent = self._setting(RELATION), self._setting(CONSENT)
        return who.value if who is not None and consent is not None and consent.value is True else None

    def informant_setting(self) -> tuple[Slot, ...]:
        """Return what is recorded before the questions and still open, in order: the person's consent, and then who it is, how, and when.

        Without the consent nothing more is asked, not even who it would be.
        """
        consent = self._setting(CONSENT)
        is_refused = consent is not None and consent.value is not True
        wanted = SETTING if self.informant is not None else SETTING[:1] if is_refused else SETTING[:2]
        known = [link_id for link_id in wanted if link_id in self.questionnaire.items]
        return tuple(Slot(each, self.questionnaire.items[each], SECTION) for each in known if self._setting(each) is None)

    def informant_settings(self) -> tuple[str, ...]:
        """Return what was recorded of the informant of now, in order; another informant's is left out."""
        return tuple(each for each in SETTING if each in self.questionnaire.items and self._setting(each) is not None)

    def informant_slots(self) -> tuple[Slot, ...]:
        """Return what this informant may be asked, answered ones included: their own story first, what is theirs alone last.

        Open is what is open for the person, or would be, were the informant's answers the person's.
        """
        who = self.informant
        if who is None:
            return ()
        found = [slot for section in self.questionnaire.section for item in in_order(section) for slot in self._slots_of(item, section.id)]
        own = [slot for slot in found if slot.section == SECTION]
        others = [slot for slot in found if slot.section != SECTION]
        beside = self._as_told_by(who)
        slots = [*own[:1], *(each for each in others if self._is_open(each.link_id, beside)), *own[1:]]
        return tuple(replace(each, link_id=informant_link(who, each.link_id), item=each.item.for_informant()) for each in slots)

    def answer(self, link_id: str, text: str, *, source: AnswerSource | None = None, keep: bool = False) -> Reply:
        """Take what was typed; with an informant's link id it is the informant's answer."""
        told, item = split_informant(link_id), item_of(self.questionnaire, link_id)
        if told is None and link_id not in SETTING:
            return super().answer(link_id, text, source=source, keep=keep)
        refusal = self._informants_refusal(link_id) if told is not None else self._refusal(link_id)
        if refusal is not None or item is None:
            return refusal or Refused(link_id, "unknown_item")
        heard = hear_text(told[1] if told else link_id, item, text, self._ledger.clock().date(), keep=keep)
        return self._take(link_id, heard, source)

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
        """Take a typed value; with an informant's link id it is the informant's."""
        told = split_informant(link_id)
        if told is None and link_id not in SETTING:
            return super().give(link_id, value, verbatim=verbatim, source=source, approximate=approximate, hedged=hedged)
        refusal = self._informants_refusal(link_id) if told is not None else self._refusal(link_id)
        if refusal is not None:
            return refusal
        item, question = item_of(self.questionnaire, link_id), told[1] if told else link_id
        heard = hear_value(question, item, value, verbatim, self._ledger.clock().date())
        if isinstance(heard, Heard):
            heard = replace(heard, approximate=heard.approximate or approximate, hedged=heard.hedged or hedged)
        return self._take(link_id, heard, source)

    def leave_unanswered(
        self, link_id: str, status: AnswerStatus, *, verbatim: str | None = None, source: AnswerSource | None = None
    ) -> Reply:
        """Record why there is no answer; with an informant's link id, why the informant gave none."""
        told = split_informant(link_id)
        if told is None and link_id not in SETTING:
            return super().leave_unanswered(link_id, status, verbatim=verbatim, source=source)
        refusal = self._informants_refusal(link_id) if told is not None else self._refusal(link_id)
        if refusal is not None:
            return refusal
        return self._take(link_id, Heard(status, None, verbatim), source) if status != "answered" else Refused(link_id, "does_not_fit")

    def answer_of(self, link_id: str) -> Answer | None:
        """Return what counts for an item, or what an informant said; None where nothing was."""
        return self.state.informant.get(link_id) if split_informant(link_id) is not None else super().answer_of(link_id)

    def informant_answer(self, link_id: str, text: str, *, keep: bool = False) -> Reply:
        """Take what the informant who is asked now said to a question."""
        return self.answer(informant_link(self.informant or "nobody", link_id), text, keep=keep)

    def _setting(self, link_id: str) -> Answer | None:
        """What was recorded of the informant of now: an answer given before the relation was said is another informant's.

        The consent alone is asked first: it is the first informant's, as long as no relation was said since but theirs.
        """
        who, given = self.state.answers.get(RELATION), self.state.answers.get(link_id)
        is_first = self.state.relations <= 1 and (who is None or (given is not None and given.seq < who.seq))
        if link_id == CONSENT and is_first:
            return given
        if who is None or who.status != "answered" or given is None or given.seq < who.seq:
            return None
        return given

    def _slots_of(self, item: Item, section: str) -> tuple[Slot, ...]:
        if item.ask_informant is None or item.is_group:
            return ()
        if "[]" not in item.link_id:
            return (Slot(item.link_id, item, section),)
        group = item.link_id.partition("[]")[0]
        instances = self.state.instances(group)
        return tuple(Slot(item.link_id.replace("[]", f"[{each}]", 1), item, section, group, each) for each in instances)

    def _as_told_by(self, who: str) -> Enablement:
        told = {told[1]: each for link_id, each in self.state.informant.items() if (told := split_informant(link_id)) and told[0] == who}
        return Enablement(self.questionnaire, replace(self.state, answers={**self.state.answers, **told}))

    def _is_open(self, link_id: str, beside: Enablement) -> bool:
        return self.enablement.is_enabled(link_id) or beside.is_enabled(link_id)

    def _informants_refusal(self, link_id: str) -> Refused | None:
        told, item = split_informant(link_id), item_of(self.questionnaire, link_id)
        if self.phase in ("closed", "paused"):
            return Refused(link_id, "closed" if self.phase == "closed" else "paused")
        if told is None or item is None or "[]" in told[1]:
            return Refused(link_id, "unknown_item")
        instance = split_instance(told[1])
        if ("[]" in definition_of(told[1])) is (instance is None) or (instance and instance[1] not in self.state.instances(instance[0])):
            return Refused(link_id, "unknown_item")
        if self.phase == "safety":
            return Refused(link_id, "safety_open")
        if not self._ledger.consent_is_not_refused():
            return Refused(link_id, "consent_refused")
        return None if told[0] == self.informant else Refused(link_id, "informant_not_agreed")

    def _take(self, link_id: str, heard: Heard | AskedBack | NotUnderstood | Refused, source: AnswerSource | None) -> Reply:
        if not isinstance(heard, Heard):
            return replace(heard, link_id=link_id)
        told = split_informant(link_id)
        if told is None:
            return self._record(link_id, heard, source, keeps_place=True)
        standing = self.state.informant.get(link_id)
        is_risk = is_positive(link_id, heard.status, heard.value)
        if is_endorsed(standing) and heard.value is not True:
            return Refused(link_id, "positive_stands")
        answered = InformantAnswered(
            link_id=told[1],
            informant=told[0],
            status=heard.status,
            value=heard.value,
            verbatim=heard.verbatim,
            approximate=heard.approximate,
            hedged=heard.hedged,
            range=heard.range,
        )
        bodies: list[Body] = [answered]
        risk = bool(risk_words(answered.verbatim or "")) and self.state.risk_words.get(link_id, "") is not None
        if risk:
            bodies.append(RiskWordsNoticed(link_id=link_id))
        opens = is_risk and (standing is None or not is_positive(link_id, standing.status, standing.value))
        if opens:
            bodies += [SafetyOpened(because="informant", link_id=link_id), self._ledger.moved("open_safety")]
        events = self._ledger.commit(*bodies)
        return Saved(events[0].seq, link_id, events[0].at, heard.status, heard.value, safety_opened=opens, risk_words=risk)


def is_endorsed(answer: Answer | None) -> bool:
    """Return whether it is a yes to a safety question, which no later answer lowers."""
    return answer is not None and answer.value is True and is_positive(answer.link_id, answer.status, answer.value)
