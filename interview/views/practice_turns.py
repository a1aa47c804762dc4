"""A practice session turn by turn: what the trainee said, what the patient said, how it was heard, and what is said beside it.

Faces and exports draw it. Words of trainee and patient are data.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from interview.engine.practice_events import FormCorrected, FormulationCommitted, HistoryExplained, PatientSpokenTo, SupervisorCommented
from interview.engine.practice_turns import Form
from interview.engine.session import Session
from interview.language import _
from interview.practice.feedback.model import Remark
from interview.practice.patient.case_file import CaseFile
from interview.practice.patient.reading import bundled
from interview.practice.turn_numbers import turn_numbers
from interview.views.practice_words import form_words, heard_words

MARK: Final = _("PRACTICE: not a real person")
NOT_COUNTED: Final = _("After the feedback was read: not counted.")


@dataclass(frozen=True, slots=True)
class PracticeTurn:
    """One turn with the patient, or one part of the closing explanation."""

    seq: int
    """The event, by which feedback names the turn."""
    number: int | None
    """The turn's number, from 1, as everywhere; None for a part of the explanation."""
    said: str
    says: str
    heard: str
    """What was understood, and how it was put, in short."""
    form: str
    """How it was put, as it counts now."""
    is_corrected: bool = False
    """Whether the trainee corrected how it was put."""
    comments: tuple[str, ...] = ()
    """A supervisor's, each with the name."""
    margin: tuple[str, ...] = ()
    """What the feedback says beside it."""
    comes_after_commitment: bool = False
    """Whether the trainee had settled their formulation before it."""
    comes_after_feedback: bool = False
    """Whether the trainee had seen the feedback before it: it counts for nothing."""


def practice_turns(session: Session, margin: Mapping[int, Sequence[Remark]] | None = None) -> tuple[PracticeTurn, ...]:
    """Return every turn of a practice session in order, the closing explanation after it."""
    events, shown = session.practised(), session.feedback_read
    corrected: dict[int, Form] = {each.body.turn: each.body.form for each in events if isinstance(each.body, FormCorrected)}
    found: list[PracticeTurn] = []
    committed, numbers = False, turn_numbers(session)
    for event in events:
        body = event.body
        beside = tuple(remark_line(each) for each in (margin or {}).get(event.seq, ()))
        comments = _comments(session, event.seq)
        if isinstance(body, FormulationCommitted):
            committed = True
        elif isinstance(body, PatientSpokenTo):
            form = corrected.get(event.seq, body.heard.form)
            is_corrected = event.seq in corrected
            heard = heard_words(body.heard, body.reply, form, is_corrected=is_corrected)
            turn = PracticeTurn(
                event.seq, numbers[event.seq], body.heard.text, body.reply.says, heard, form_words(form), is_corrected, comments, beside
            )
            found.append(_placed(turn, shown, committed=committed))
        elif isinstance(body, HistoryExplained):
            explained = PracticeTurn(event.seq, None, body.text, body.reply.says, _("explaining the history"), "", False, comments, beside)
            found.append(_placed(explained, shown, committed=committed))
    return tuple(found)


def whole_comments(session: Session) -> tuple[str, ...]:
    """Return a supervisor's comments on the whole session, each with the name."""
    return _comments(session, None)


def case_of(session: Session) -> CaseFile | None:
    """Return the case that a session is about; None where it came from a file."""
    return next((each for each in bundled() if each.id == session.state.practice_case), None)


def patient_name(session: Session) -> str:
    """Return what the patient is called."""
    case = case_of(session)
    return _("Patient") if case is None else case.person.name


def remark_line(remark: Remark) -> str:
    """Return a remark with what could be tried, in one line."""
    return remark.says if remark.try_this is None else _("{says} Try: “{try_this}”").format(says=remark.says, try_this=remark.try_this)


def _placed(turn: PracticeTurn, shown: int | None, *, committed: bool) -> PracticeTurn:
    """Return a turn as it stands to the formulation and to the feedback; in the margin it is said where it counts no more."""
    after = shown is not None and turn.seq > shown
    margin = (*turn.margin, NOT_COUNTED) if after else turn.margin
    return replace(turn, comes_after_commitment=committed, comes_after_feedback=after, margin=margin)


def _comments(session: Session, seq: int | None) -> tuple[str, ...]:
    bodies = (event.body for event in session.practised())
    return tuple(f"{each.by}: {each.text}" for each in bodies if isinstance(each, SupervisorCommented) and each.turn == seq)
