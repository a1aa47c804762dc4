"""The log of one open record: decide, append, then move; on a fault nothing happened.

It holds the events, their fold, and what is computed from both. Nothing is acknowledged before the store has made it
durable. The phases' conditions read their facts here.
"""

from __future__ import annotations

from collections.abc import Sequence

from interview.engine.attached_folding import unasked_signs
from interview.engine.clock_jumps import first_jump
from interview.engine.enablement import Enablement
from interview.engine.events import AnswerWithdrawn, Body, DepthChanged, Event, InstanceWithdrawn, ItemAnswered, PhaseChanged, RecordOpened
from interview.engine.fold import apply, fold
from interview.engine.navigation import Walk
from interview.engine.pace import short_selection
from interview.engine.phases import Phases, section_of_phase, top_of
from interview.engine.ports import Clock, EventStore, RecordSummary
from interview.engine.safety_events import SafetyCorrected
from interview.engine.safety_gate import SafetyGate
from interview.engine.signing import voidings
from interview.engine.to_dos import open_to_dos
from interview.engine.transcript import Turn, section_of, transcript
from interview.questionnaire.model import Questionnaire
from trd_core.settings import Settings


class Ledger:
    """One record's log, and all that is computed from it; it follows each event."""

    def __init__(self, store: EventStore, questionnaire: Questionnaire, events: Sequence[Event], clock: Clock, settings: Settings) -> None:
        self.questionnaire = questionnaire
        self.store = store
        self.clock = clock
        self.settings = settings
        self.events: list[Event] = list(events)
        self._turns: list[Turn] = []
        self._told = 0
        """How many events are in the transcript."""
        self.state = fold(events)
        self.cursor: str | None = None
        """The item that a person chose to go to; it is no fact and is not kept."""
        self.last: str | None = None
        """The item answered last, in the section where we are."""
        self.enablement = Enablement(questionnaire, self.state)
        self.turned: dict[str, bool] = {}
        """What was open, or was not, before the events of this turn, as far as they bear on it."""
        self._begin_again()
        self.phases = Phases(questionnaire.sections, self, self.state.phase)

    @property
    def turns(self) -> Sequence[Turn]:
        """The transcript, made as far as the log goes where somebody looks at it."""
        self._turns += transcript(self.questionnaire, self.events[self._told :])
        self._told = len(self.events)
        return self._turns

    def now(self) -> str:
        """Return the present time as events carry it: ISO 8601 with the local offset."""
        return self.clock().isoformat(timespec="milliseconds")

    def moved(self, trigger: str, section: str | None = None) -> PhaseChanged:
        """Return the move that a trigger makes from here; a programmer's error where the table has none."""
        destination = self.phases.destination(trigger, section)
        if destination is None:
            raise RuntimeError(f"the phase table has no way by {trigger} from {self.state.phase}")
        return PhaseChanged(trigger=trigger, source=self.state.phase, dest=destination)

    def commit(self, *bodies: Body) -> list[Event]:
        """Take the events in, let the phase follow, and make all of it durable in one step; on a fault nothing happened.

        A clock that was changed is noted after them, and is none of the events returned.
        """
        times = [self.state.updated_at] if self.state.seq else []
        pending: list[Event] = []
        try:
            for body in bodies:
                pending.append(self._take(body))
            pending += [self._take(body) for body in voidings(self.state.signatures, pending)]
            while (body_that_follows := self._what_follows()) is not None:
                pending.append(self._take(body_that_follows))
            jumped = first_jump([*times, *(event.at for event in pending)])
            pending += [self._take(jumped)] if jumped is not None else []
            self.store.append(self.state.record, pending, self.summary())
        except BaseException:
            self._take_back()
            raise
        self.events += pending
        return pending if jumped is None else pending[:-1]

    def _take(self, body: Body) -> Event:
        event = Event(seq=self.state.seq + 1, at=self.now(), by=self.state.interviewer, body=body)
        if isinstance(body, PhaseChanged):
            self.phases.trigger(body.trigger, body.dest)
        apply(self.state, event)
        self._follow(body)
        return event

    def _take_back(self) -> None:
        record = self.state.record
        self.state = fold(self.events)
        self.state.record = record
        self.phases = Phases(self.questionnaire.sections, self, self.state.phase)
        self._begin_again()

    def _follow(self, body: Body) -> None:
        """Look again at what an event bears on: one answer, or where it bears on more, everything."""
        if isinstance(body, InstanceWithdrawn | DepthChanged | RecordOpened) or self.state.minutes is not None:
            self._begin_again()
        elif isinstance(body, ItemAnswered | AnswerWithdrawn | SafetyCorrected):
            turned = self.enablement.touch(body.link_id)
            self.walk.touch(body.link_id, turned)
            self.turned = turned | self.turned

    def begin_turn(self) -> None:
        """Look at all that is open, so that it can be told afterwards what an act opened or closed."""
        self.walk.counts()
        self.turned = {}

    def turned_now(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the answered items that opened since the turn began, and those that closed, each in the order of the answers."""
        turned = {name for name, was in self.turned.items() if name in self.state.answers and self.enablement.is_enabled(name) is not was}
        in_order = [name for name in self.state.answers if name in turned] if len(turned) > 1 else [*turned]
        return tuple(name for name in in_order if not self.turned[name]), tuple(name for name in in_order if self.turned[name])

    def _begin_again(self) -> None:
        self.turned = self.enablement.known() | self.turned
        self.enablement = Enablement(self.questionnaire, self.state)
        self.walk = Walk(self.questionnaire, self.state, self.enablement)
        if self.state.minutes is not None:
            self.walk.limit_to(short_selection(self.questionnaire, self.state, self.enablement, self.walk, self.settings))
        self.gate = SafetyGate(self.questionnaire, self.state, self.walk, self.enablement)

    def _what_follows(self) -> Body | None:
        """Return the move that follows by itself: into the first section, on to the next, out of safety."""
        if self.state.phase == "safety":
            return self.moved("leave_safety") if self.phases.destination("leave_safety") else None
        if self.state.phase == "opening":
            elsewhere = any(section_of(self.questionnaire, link_id) not in (None, "opening", "safety") for link_id in self.state.answers)
            if self.walk.has_open("opening") and not elsewhere:
                return None
            section = self.walk.next_section("opening")
            return self.moved("begin", section) if section and self.phases.destination("begin", section) else None
        section = section_of_phase(self.state.phase)
        if section is None or self.cursor is not None or self.walk.has_open(section):
            return None
        following = self.walk.next_section(section)
        return self.moved("advance", following) if following else None

    def section_now(self) -> str | None:
        """Return the section that is being asked, or None."""
        return "opening" if self.state.phase == "opening" else section_of_phase(self.state.phase)

    def summary(self) -> RecordSummary:
        """Return what a list shows of the record."""
        state = self.state
        return RecordSummary(
            state.record,
            state.subject,
            state.visit,
            top_of(state.phase),
            self.walk.total().done,
            state.updated_at,
            state.safety_day,
            len(open_to_dos(state)),
            section_of_phase(state.phase),
            None if not state.signatures else "valid" if any(each.voided is None for each in state.signatures) else "void",
        )

    # What the phases' conditions read.

    def consent_is_not_refused(self) -> bool:
        """Whether the person did not say no to the interview."""
        return self.enablement.value("interview.consent") is not False

    def safety_was_asked(self) -> bool:
        """Whether the first safety questions were put."""
        return self.gate.was_asked()

    def safety_is_complete(self) -> bool:
        """Whether the interview may be completed as far as safety goes."""
        return self.gate.is_complete()

    def risk_words_are_settled(self) -> bool:
        """Whether no banner stands open."""
        return all(how is not None for how in self.state.risk_words.values())

    def safety_phase_may_end(self) -> bool:
        """Whether the safety phase may be left."""
        return self.gate.may_end()

    def safety_was_opened_for_nothing(self) -> bool:
        """Whether safety was opened by hand, nothing was said there yet, and no sign of risk stands."""
        return self.gate.may_be_undone()

    def attached_signs_were_asked(self) -> bool:
        """Whether no begun instrument has an item about self-harm that was passed over."""
        return not unasked_signs(self.state)

    def patient_is_simulated(self) -> bool:
        """Whether this is practice with a simulated patient."""
        return self.state.practice and self.state.practice_case is not None

    def returns_to(self) -> str | None:
        """Return the phase to go back to."""
        return self.state.returns[-1] if self.state.returns else None
