"""Practising: what a record of practice takes beside answers. It keeps what it is handed; what a turn means is worked out elsewhere."""

from __future__ import annotations

from typing import Any, Final, Self

from interview.engine.attached import AskingAttached
from interview.engine.events import Body, Event
from interview.engine.practice_events import (
    ExplainingCorrected,
    FeedbackRead,
    FormCorrected,
    FormulationCommitted,
    HintTaken,
    HistoryExplained,
    PatientSpokenTo,
    SecondRated,
    SupervisorCommented,
)
from interview.engine.practice_turns import ClosingPart, Form, Heard, PatientReply
from interview.engine.rehearsal import Nowhere
from interview.engine.replies import Refused, Reply, Saved
from trd_core.formulation.proposal import Proposals
from trd_core.text import clean

PRACTICE: Final = "practice"
"""Refusals of acts of practice begin with it."""


class Practising(AskingAttached):
    """The part of a session that only a record of practice has; everything here is refused in any other."""

    def practised(self) -> tuple[Event, ...]:
        """Return what happened in practice, in order."""
        return tuple(self.state.practised)

    @property
    def is_committed(self) -> bool:
        """Whether the trainee settled their own formulation."""
        return any(isinstance(event.body, FormulationCommitted) for event in self.state.practised)

    @property
    def may_propose(self) -> bool:
        """Whether the program's findings and proposals may be shown: with a patient of practice only after the trainee committed to theirs.

        The tour is practice without a patient, and shows all."""
        return self.state.practice_case is None or self.is_committed

    def proposals(self) -> Proposals:
        """Return what the core proposes; nothing while the trainee's own formulation is not committed."""
        return super().proposals() if self.may_propose else Proposals()

    def speak(self, heard: Heard, reply: PatientReply, *, by_choice: bool = False) -> Reply:
        """Keep a turn with the patient."""
        return self._practise("practice.turn", PatientSpokenTo(heard=heard, reply=reply, by_choice=by_choice))

    def correct_form(self, turn: int, form: Form) -> Reply:
        """Keep that a turn (its event's number) was put otherwise than it was judged; also in a closed record."""
        if not any(event.seq == turn and isinstance(event.body, PatientSpokenTo) for event in self.state.practised):
            return Refused("practice.form", "unknown_item")
        return self._practise("practice.form", FormCorrected(turn=turn, form=form), closed=True)

    def commit_formulation(self) -> Reply:
        """Settle the trainee's own formulation, once; from here on the program's proposals are open."""
        if self.is_committed:
            return Refused("practice.commit", "not_now")
        return self._practise("practice.commit", FormulationCommitted())

    def explain(self, text: str, reply: PatientReply) -> Reply:
        """Keep a part of the closing explanation."""
        if not clean(text):
            return Refused("practice.explain", "empty")
        return self._practise("practice.explain", HistoryExplained(text=text, reply=reply))

    def correct_explaining(self, part: ClosingPart, *, heard: bool) -> Reply:
        """Keep whether a part of the closing explanation was there, by the trainee's own word; also in a closed record."""
        if not any(isinstance(event.body, HistoryExplained) for event in self.state.practised):
            return Refused("practice.correct_explaining", "not_now")
        return self._practise("practice.correct_explaining", ExplainingCorrected(part=part, heard=heard), closed=True)

    def take_hint(self, topic: str) -> Reply:
        """Keep that a hint was asked for and given."""
        return self._practise("practice.hint", HintTaken(topic=topic))

    @property
    def feedback_read(self) -> int | None:
        """The event with which the feedback was first shown; None where it was not."""
        return next((event.seq for event in self.state.practised if isinstance(event.body, FeedbackRead)), None)

    def read_feedback(self) -> Reply:
        """Keep that the feedback is shown now, also in a closed record; only the first time is kept, any other changes nothing."""
        if self.feedback_read is not None:
            return Saved(self.state.seq, "practice.feedback", self.state.updated_at)
        return self._practise("practice.feedback", FeedbackRead(), closed=True)

    def as_counted(self) -> Self:
        """Return the session as it stood when the feedback was first shown, to be read only; the session itself where it was not."""
        shown = self.feedback_read
        if shown is None:
            return self
        before = [event for event in self._ledger.events if event.seq < shown]
        return type(self)(Nowhere(), self.questionnaire, before, self._ledger.clock, self._ledger.settings)

    def comment(self, by: str, text: str, turn: int | None = None) -> Reply:
        """Keep a supervisor's comment on a turn (its event's number) or on the whole; also in a closed record."""
        if not clean(by) or not clean(text):
            return Refused("practice.comment", "empty")
        if turn is not None and not any(event.seq == turn for event in self.state.practised):
            return Refused("practice.comment", "unknown_item")
        return self._practise("practice.comment", SupervisorCommented(by=by, text=text, turn=turn), closed=True)

    def rate_again(self, by: str, path: str, value: Any) -> Reply:
        """Keep a second rater's rating; also in a closed record."""
        if not clean(by):
            return Refused("practice.second", "empty")
        return self._practise("practice.second", SecondRated(by=by, path=path, value=value), closed=True)

    def _practise(self, link_id: str, body: Body, *, closed: bool = False) -> Reply:
        if not self.state.practice:
            return Refused(link_id, "not_now")
        if self.phase == "closed" and not closed:
            return Refused(link_id, "closed")
        return self._saved(link_id, self._ledger.commit(body))
