"""Whether the session would have let an event happen where it stands in a log: its phases' conditions, and what it refuses outright.

A file that says "closed" while safety is owed is no record of this program, whatever else of it is in order.
"""

from __future__ import annotations

from typing import Final, NoReturn

from interview.engine.events import AnswerWithdrawn, Event, InformantAnswered, InstanceWithdrawn, ItemAnswered, NoteDone, PhaseChanged
from interview.engine.ledger import Ledger
from interview.engine.phases import NAMED, RETURN, TRANSITIONS, Row, section_of_phase, top_of
from interview.engine.rehearsal import Nowhere
from interview.engine.risk_signs import is_positive, is_safety_question
from interview.engine.safety_events import SafetyCorrected
from interview.export.importing.refused import ImportRefused
from interview.language import _
from interview.questionnaire.model import Questionnaire
from trd_core.json_input import shown_key
from trd_core.settings import DEFAULT

MOST_MOVES: Final = 4_000
"""How often a record may change its phase; an interview of two thousand answers makes some hundred moves."""
RESTING: Final = ("closed", "paused")
LACKING: Final = {
    "consent_is_not_refused": _("the person had refused the interview"),
    "safety_was_asked": _("the first safety questions had not been put"),
    "safety_is_complete": _("safety was still owed: a question, a second look, or what was done about a sign of risk"),
    "risk_words_are_settled": _("words of risk had not been settled"),
    "attached_signs_were_asked": _("an item about self-harm in an attached instrument had no answer and no reason for none"),
    "patient_is_simulated": _("it was no practice with a simulated patient"),
    "safety_phase_may_end": _("the safety questions had not been finished, or what they showed had not been met"),
}
"""What was the matter, by the condition that did not hold."""


class Then(Ledger):
    """The log as it stood before an event: it answers what the phases' conditions ask, and is moved on by whoever reads the log."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        super().__init__(Nowhere(), questionnaire, (), _no_clock, DEFAULT)
        self._moves = 0

    def refuse_impossible(self, event: Event, path: str) -> None:
        """Refuse what no session would have appended now. Raises `ImportRefused`."""
        body, state = event.body, self.state
        match body:
            case PhaseChanged():
                self._refuse_move(body, path)
            case ItemAnswered() | InformantAnswered() | AnswerWithdrawn() | InstanceWithdrawn() | SafetyCorrected():
                if state.phase in RESTING:
                    raise ImportRefused(
                        f"{path}.body", _("an answer while the record was closed or paused"), _("an answer before, or later")
                    )
            case NoteDone():
                if not any(note.seq == body.note and note.kind == "to_do" for note in state.notes):
                    raise ImportRefused(f"{path}.body.note", str(body.note), _("the event that noted what is to do"))
        if isinstance(body, AnswerWithdrawn | ItemAnswered) and self._lowers(body):
            raise ImportRefused(f"{path}.body", _("a sign of risk that is taken back"), _("a correction by name, with its reason"))

    def _lowers(self, body: AnswerWithdrawn | ItemAnswered) -> bool:
        standing = self.state.answers.get(body.link_id)
        if standing is None or not is_safety_question(body.link_id):
            return False
        if isinstance(body, AnswerWithdrawn):
            return is_positive(standing.link_id, standing.status, standing.value)
        return standing.value is True and body.value is not True

    def _refuse_move(self, body: PhaseChanged, path: str) -> None:
        self._moves += 1
        if self._moves > MOST_MOVES:
            raise ImportRefused(f"{path}.body", _("more than {n} moves").format(n=MOST_MOVES), _("a log of one interview"))
        rows = self._rows(body)
        if not rows:
            raise ImportRefused(f"{path}.body", _("a move that no interview makes"), _("a move of the interview's phases"))
        if all(not row.conditions for row in rows):
            return
        self._begin_again()
        lacking = [[name for name in row.conditions if not getattr(self, name)()] for row in rows]
        if all(lacking):
            said = LACKING.get(lacking[0][0], lacking[0][0])
            found = _("a move to {phase} when {why}").format(phase=shown_key(body.dest), why=said)
            raise ImportRefused(f"{path}.body", found, _("a move that the interview allows at that point"))

    def _rows(self, body: PhaseChanged) -> list[Row]:
        """The rows of the phases' table that such a move could come from."""
        returns = self.returns_to()
        section = section_of_phase(body.dest)
        found = [row for row in TRANSITIONS if row.trigger == body.trigger and top_of(body.source) in row.source]
        return [
            row
            for row in found
            if body.dest == (returns if row.dest == RETURN else body.dest if row.dest == NAMED and section else row.dest)
        ]


def _no_clock() -> NoReturn:
    """A log that is only read asks for no time."""
    raise RuntimeError("a log that is only read was asked for the time")
