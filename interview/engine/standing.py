"""What stands in an open record: the question to ask now, the case, the assessment, the transcript. Reading changes nothing."""

from __future__ import annotations

from collections.abc import Sequence

from interview.engine.enablement import Enablement
from interview.engine.events import (
    Event,
)
from interview.engine.extraction import extract
from interview.engine.fold import Answer, Folded, split_instance
from interview.engine.last_time import LastTime, VisitBefore
from interview.engine.ledger import Ledger
from interview.engine.offers import Offer, offers_told_in
from interview.engine.phases import section_of_phase
from interview.engine.ports import Clock, EventStore, StoreFault
from interview.engine.risk_signs import is_safety_question
from interview.engine.signing import content_digest
from interview.engine.slots import Slot
from interview.engine.transcript import Turn, item_of, section_of
from interview.engine.view import SessionView, SignatureView
from interview.engine.viewing import draw
from interview.language import current as language
from interview.questionnaire.model import Questionnaire
from trd_core.assess import assess, propose
from trd_core.assessment import Assessment, OpenQuestion
from trd_core.case import Case
from trd_core.formulation.proposal import Proposals
from trd_core.settings import Settings

FORMULATION = ("problems[].", "links[].", "hierarchy_override.")
BANNER_NOTE = "note:"


class Standing:
    """The reading side of a session."""

    def __init__(
        self,
        store: EventStore,
        questionnaire: Questionnaire,
        events: Sequence[Event],
        clock: Clock,
        settings: Settings,
        before: Sequence[Event] = (),
    ) -> None:
        """Stand on a record's events; `before` are those of the visit before."""
        self.questionnaire = questionnaire
        self._before = VisitBefore.of(questionnaire, tuple(before))
        self._ledger = Ledger(store, questionnaire, events, clock, settings)
        self._case: tuple[int, Case] | None = None
        self._assessed: dict[bool, tuple[int, Assessment]] = {}
        self._digested: tuple[int, str] = (0, "")
        self._seen: tuple[tuple[object, ...], SessionView] | None = None

    @property
    def record(self) -> str:
        """The record's id."""
        return self._ledger.state.record

    @property
    def phase(self) -> str:
        """The phase, with its section while asking."""
        return self._ledger.state.phase

    @property
    def returns_to(self) -> str | None:
        """The phase to go back to, from a pause or from safety."""
        return self._ledger.returns_to()

    @property
    def state(self) -> Folded:
        """What counts now; read it, never change it."""
        return self._ledger.state

    @property
    def events(self) -> tuple[Event, ...]:
        """All events, in order."""
        return tuple(self._ledger.events)

    @property
    def turns(self) -> Sequence[Turn]:
        """The transcript so far."""
        return self._ledger.turns

    @property
    def enablement(self) -> Enablement:
        """Which items are open now."""
        return self._ledger.enablement

    def view(self) -> SessionView:
        """Return the screen's facts, remembered until something moves."""
        ledger = self._ledger
        at = (ledger, ledger.state.seq, ledger.cursor, ledger.last, language())
        if self._seen is None or self._seen[0] != at:
            drawn = draw(
                self.questionnaire,
                ledger.state,
                ledger.walk,
                ledger.enablement,
                ledger.gate,
                ledger.phases,
                self.current(),
                self._before,
                self.signatures(),
            )
            self._seen = (at, drawn)
        return self._seen[1]

    def seal(self) -> str | None:
        """Return the seal of the record as it is stored now; None where the store keeps no chain, or cannot be read."""
        try:
            return self._ledger.store.seal(self.record) or None
        except StoreFault:
            return None

    def content_digest(self) -> str:
        """Return the digest of what counts now, as a signature binds it; remembered until the content changes."""
        if self._digested[0] != self.state.content_seq:
            self._digested = (self.state.content_seq, content_digest(self._ledger.events))
        return self._digested[1]

    def signatures(self) -> tuple[SignatureView, ...]:
        """Return all signatures in order, each with whether it holds."""
        return tuple(
            SignatureView(
                each.seq,
                each.by,
                each.at,
                each.note,
                each.digest,
                each.voided is None and each.digest == self.content_digest(),
                each.voided,
            )
            for each in self.state.signatures
        )

    def current(self) -> Slot | None:
        """Return the question to ask now, or None where nothing is left to ask in this phase."""
        if self.phase == "safety":
            return (
                self._slot(self._ledger.cursor)
                if self._ledger.cursor and self._is_safety(self._ledger.cursor)
                else self._ledger.gate.next_open()
            )
        section = "opening" if self.phase == "opening" else section_of_phase(self.phase)
        if section is None:
            return None
        if self._ledger.cursor is not None:
            slot = self._slot(self._ledger.cursor)
            if slot is not None:
                return slot
        return self._ledger.walk.next_open(section, self._ledger.last)

    def answer_of(self, link_id: str) -> Answer | None:
        """Return what counts for an item, or None."""
        return self._ledger.enablement.answer(link_id)

    def last_time(self, link_id: str) -> LastTime | None:
        """Return what was answered at the visit before; None where nothing was, or the question is asked anew."""
        return self._before.answer(self._ledger.state, link_id)

    def offers_told_in(self, link_id: str) -> tuple[Offer, ...]:
        """Return what an answer's sentence also told: each is offered where it is asked, and counts only once taken."""
        return offers_told_in(self.questionnaire, self._ledger.state, link_id)

    def set_aside(self) -> tuple[Answer, ...]:
        """Return the answers behind closed branches: kept, but counting for nothing."""
        return tuple(answer for link_id, answer in self._ledger.state.answers.items() if not self._ledger.enablement.is_enabled(link_id))

    def case(self) -> Case:
        """Return the case that the answers make, remembered until the next event."""
        seq = self._ledger.state.seq
        if self._case is None or self._case[0] != seq:
            self._case = (seq, extract(self.questionnaire, self._ledger.state, self._ledger.enablement))
        return self._case[1]

    @property
    def settings(self) -> Settings:
        """How the core reads a case here."""
        return self._ledger.settings

    def assessment(self, *, in_depth: bool = False) -> Assessment:
        """Return what the core says of the case, remembered until the next event.

        `in_depth` adds what takes seconds: on which facts conclusions hang, and what would change the first place.
        """
        kept = self._assessed.get(in_depth)
        if kept is None or kept[0] != self._ledger.state.seq:
            kept = self._assessed[in_depth] = (self._ledger.state.seq, assess(self.case(), self._ledger.settings, in_depth=in_depth))
        return kept[1]

    def proposals(self) -> Proposals:
        """Return the problems and links that the core proposes, rejected ones left out."""
        proposed = propose(self.case(), self._ledger.settings)
        rejected = self._ledger.state.rejected
        return proposed.model_copy(
            update={
                "problems": tuple(each for each in proposed.problems if each.id not in rejected),
                "links": tuple(each for each in proposed.links if not {each.id, each.source, each.target} & rejected.keys()),
            }
        )

    def open_questions(self) -> tuple[OpenQuestion, ...]:
        """Return the questions that would settle most, among those that can be asked and were not answered."""
        return self.open_among(self.assessment())

    def open_among(self, assessment: Assessment) -> tuple[OpenQuestion, ...]:
        """Return the same of an assessment that was made elsewhere: in a worker, of the case as it stood there."""
        return tuple(question for question in assessment.open_questions if self._can_be_asked(question.link_id))

    def slots(self, section: str) -> tuple[Slot, ...]:
        """Return a section's open slots, answered ones included (the safety phase's own where it is open)."""
        return self._ledger.walk.slots(section)

    def open_items(self, section: str) -> tuple[Slot, ...]:
        """Return a section's open slots, and what else was answered in it: what every count of answers reads."""
        return self._ledger.walk.open_items(section)

    def _can_be_asked(self, link_id: str) -> bool:
        return (
            link_id not in self._ledger.state.answers
            and item_of(self.questionnaire, link_id) is not None
            and self._ledger.enablement.is_enabled(link_id)
        )

    def _slot(self, link_id: str) -> Slot | None:
        section = section_of(self.questionnaire, link_id)
        item = item_of(self.questionnaire, link_id)
        if section is None or item is None or not self._ledger.enablement.is_enabled(link_id):
            return None
        instance = split_instance(link_id)
        return Slot(link_id, item, section, *(instance or (None, None)))

    def _is_safety(self, link_id: str) -> bool:
        return section_of(self.questionnaire, link_id) == "safety" or is_safety_question(link_id)
