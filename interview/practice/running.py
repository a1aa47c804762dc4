"""`Practice`: one session with a simulated patient, on the same engine and store as every interview.

What is said is worked out first, made durable next, and only then handed back; a fault of the store leaves everything as it was.
A session taken up again is folded from what was heard and said then: nothing is matched a second time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from interview.engine.practice_events import FormCorrected, HintTaken, HistoryExplained, PatientSpokenTo
from interview.engine.practice_turns import Form, Heard, PatientReply
from interview.engine.replies import Refused
from interview.engine.session import Session
from interview.practice.ear.hearing import hear
from interview.practice.patient.answering import after, fold, reply
from interview.practice.patient.case_file import CaseFile
from interview.practice.patient.explaining import explain
from interview.practice.patient.in_context import in_context
from interview.practice.patient.turns import PatientState
from trd_core.text import clean

Rephrase = Callable[[PatientReply], str]
"""Returns other words for what was said, or the same."""

LONGEST_TURN: Final = 4_000
"""Signs of a turn that are heard and kept; nobody says more in one breath."""


class Practice:
    """A case, the session that keeps it, and how things stand between trainee and patient."""

    def __init__(self, case: CaseFile, session: Session, rephrase: Rephrase | None = None) -> None:
        self.case = case
        self.session = session
        self._rephrase = rephrase
        self.state: PatientState = fold(case, session.practised())

    def say(self, text: str) -> PatientReply | Refused:
        """Say something to the patient, and return what they say once it is kept. Raises `StoreFault`, and nothing happened then."""
        said = clean(text)[:LONGEST_TURN]
        if not said:
            return Refused("practice.turn", "empty")
        return self._pass(in_context(self.case, self.state, hear(said)))

    def choose(self, number: int) -> PatientReply | Refused:
        """Choose among what "which did you mean" offered, from 1; the words of that turn stay what they were."""
        offered = self.state.offered
        if not 1 <= number <= len(offered):
            return Refused("practice.choose", "unknown_item")
        before = self.heard_last()
        if before is None:
            return Refused("practice.choose", "not_now")
        chosen = before.model_copy(update={"chosen": (offered[number - 1],), "action": "answer", "offered": ()})
        return self._pass(chosen, by_choice=True)

    def explain(self, text: str) -> PatientReply | Refused:
        """Explain the history to the patient, or go on explaining. Raises `StoreFault`, and nothing happened then."""
        said = clean(text)[:LONGEST_TURN]
        if not said:
            return Refused("practice.explain", "empty")
        answered = explain(self.case, self.state, (*self.explained(), said))
        kept = self.session.explain(said, answered)
        if isinstance(kept, Refused):
            return kept
        self.state = self.state.model_copy(update={"rapport": answered.rapport})
        return answered

    def explained(self) -> tuple[str, ...]:
        """Return what was said in the closing explanation, in order."""
        return tuple(event.body.text for event in self.session.practised() if isinstance(event.body, HistoryExplained))

    def turns(self) -> tuple[tuple[int, PatientSpokenTo, Form], ...]:
        """Return every turn: its event, what passed, and its form as it counts now, the trainee's own correction included."""
        corrected = {event.body.turn: event.body.form for event in self.session.practised() if isinstance(event.body, FormCorrected)}
        return tuple(
            (event.seq, event.body, corrected.get(event.seq, event.body.heard.form))
            for event in self.session.practised()
            if isinstance(event.body, PatientSpokenTo)
        )

    def heard_last(self) -> Heard | None:
        """Return what was understood of the last turn."""
        turns = self.turns()
        return turns[-1][1].heard if turns else None

    def hints_taken(self) -> int:
        """Return how many hints were asked for."""
        return sum(isinstance(event.body, HintTaken) for event in self.session.practised())

    def _pass(self, heard: Heard, *, by_choice: bool = False) -> PatientReply | Refused:
        answered = reply(self.case, self.state, heard)
        if self._rephrase is not None:
            answered = answered.model_copy(update={"says": clean(self._rephrase(answered)) or answered.says})
        kept = self.session.speak(heard, answered, by_choice=by_choice)
        if isinstance(kept, Refused):
            return kept
        self.state = after(self.state, heard, answered)
        return answered
