"""Any order of actions: what counts is a function of the log, and the log only grows."""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from interview.engine.events import ItemAnswered
from interview.engine.fold import fold
from interview.engine.lines import lines, submit
from interview.engine.replies import Refused, Saved
from interview.engine.risk_signs import is_positive, is_safety_question
from interview.engine.session import Session
from tests.interview.engine.world import DISPOSITION, PLAIN, SMALL, FailingStore, Ticking, begin

SAFETY = ("safety.wish_to_be_dead", "safety.thoughts", "safety.method", "safety.act", "interview.safety_second_look")
TYPED = st.sampled_from(["yes", "no", "1", "2", "3", "5", "2021", "sertraline", "I'd rather not say", "grey days", "zz", "current"])
LINKS = st.sampled_from([*PLAIN, "safety.method", "safety.act_on", "trials[1].kind", "interview.more.trials[1]", "problems[0].label"])


class AnyOrder(RuleBasedStateMachine):
    """A session against the simplest model there is: the list of acknowledged events."""

    def __init__(self) -> None:
        super().__init__()
        self.store = FailingStore()
        self.session = begin(self.store)
        self.acknowledged = len(self.session.events)
        self.positives: set[str] = set()

    def taken(self, reply: object) -> None:
        """Note what was acknowledged."""
        if isinstance(reply, Saved):
            assert reply.seq <= len(self.session.events)
            self.acknowledged = max(self.acknowledged, reply.seq)
        for event in self.session.events:
            body = event.body
            if isinstance(body, ItemAnswered) and is_safety_question(body.link_id) and body.value is True:
                self.positives.add(body.link_id)

    @rule(link_id=LINKS, text=TYPED)
    def answer(self, link_id: str, text: str) -> None:
        """Type anything anywhere."""
        self.taken(self.session.answer(link_id, text))

    @rule(text=TYPED)
    def answer_what_is_asked(self, text: str) -> None:
        """Type anything at the question."""
        slot = self.session.current()
        if slot is not None:
            self.taken(self.session.answer(slot.link_id, text))

    @rule()
    def answer_well(self) -> None:
        """Answer the question as the plain person would."""
        slot = self.session.current()
        if slot is not None and slot.link_id in PLAIN:
            assert isinstance(self.session.answer(slot.link_id, PLAIN[slot.link_id]), (Saved, Refused))

    @rule(link_id=LINKS)
    def withdraw(self, link_id: str) -> None:
        """Take back anything."""
        self.taken(self.session.withdraw(link_id))

    @rule(link_id=LINKS)
    def go_to(self, link_id: str) -> None:
        """Jump anywhere."""
        self.taken(self.session.go_to(link_id))

    @rule(by=st.sampled_from([-1, 1]))
    def step(self, by: int) -> None:
        """Back and on: no answer changes."""
        before = self.session.case()
        self.session.step(by)
        assert before == self.session.case()

    @rule(trigger=st.sampled_from(["formulate", "review", "close", "reopen", "pause", "resume", "open_safety", "undo_safety"]))
    def go(self, trigger: str) -> None:
        """Try any phase."""
        self.taken(self.session.go(trigger))

    @rule()
    def acknowledge(self) -> None:
        """Record a whole disposition."""
        self.taken(self.session.acknowledge_safety(DISPOSITION))

    @rule()
    def withdraw_treatment(self) -> None:
        """Withdraw the first treatment."""
        self.taken(self.session.withdraw_instance("trials", 0))

    @rule(day=st.integers(1, 3))
    def reopen_program(self, day: int) -> None:
        """Crash and come back, perhaps on another day."""
        self.session = Session.resume(self.store, SMALL, self.session.record, clock=Ticking(day))
        self.taken(None)

    @invariant()
    def the_log_is_what_was_stored_and_nothing_acknowledged_is_lost(self) -> None:
        """Without gaps, and at least as long as the last acknowledgement."""
        stored = self.store.events(self.session.record)
        assert stored == self.session.events
        assert list(range(1, len(stored) + 1)) == [event.seq for event in stored]
        assert len(stored) >= self.acknowledged

    @invariant()
    def the_state_is_a_fold_of_the_log(self) -> None:
        """Nothing is remembered elsewhere."""
        assert fold(self.session.events) == self.session.state

    @invariant()
    def no_positive_was_lowered(self) -> None:
        """However it was tried."""
        for link_id in self.positives:
            assert self.session.state.answers[link_id].value is True

    @invariant()
    def a_closed_record_met_every_sign(self) -> None:
        """No interview completes without safety."""
        if self.session.phase == "closed":
            assert self.session.view().safety.is_complete
        unmet = [answer for answer in self.session.state.answers.values() if is_positive(answer.link_id, answer.status, answer.value)]
        if unmet and self.session.view().safety.need is not None:
            assert self.session.phase in ("safety", "paused")

    @precondition(lambda self: len(self.session.events) > 5)
    @rule()
    def replaying_its_lines_makes_the_same_case(self) -> None:
        """As long as no day passed in between (the second look follows the clock)."""
        if not any(event.body.type == "safety_opened" and event.body.because == "another_day" for event in self.session.events):
            again = begin()
            for line in lines(self.session.events):
                submit(again, line)
            assert self.session.case() == again.case()


AnyOrder.TestCase.settings = settings(
    max_examples=60, stateful_step_count=30, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
TestAnyOrder = AnyOrder.TestCase
