"""The cases to practise with, in the order in which they teach: what was begun and done of each. A lesson is never told here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from interview.engine.doors import Doors
from interview.engine.ports import StoreFault
from interview.engine.session import Session
from interview.language import _, ngettext
from interview.practice.patient.case_file import CaseFile
from interview.practice.patient.reading import bundled
from interview.practice.turn_numbers import turn_numbers
from interview.views.locale import day

HowFar = Literal["begun", "committed", "finished"]

HOW_FAR: Final[dict[HowFar, str]] = {"begun": _("begun"), "committed": _("formulation committed"), "finished": _("finished")}
"""How far a session can be, in order, in words."""


@dataclass(frozen=True, slots=True)
class Practised:
    """One session with a case."""

    record: str
    updated: str
    turns: int
    is_committed: bool
    how_far: HowFar

    @property
    def state(self) -> str:
        """How far it is, in a word or two: the same wherever a session is shown."""
        return HOW_FAR[self.how_far]

    @property
    def words(self) -> str:
        """When it was changed last, its turns and how far it is, in a line."""
        return f"{day(self.updated[:10])}, {turn_words(self.turns)}, {self.state}"


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One case, and the sessions with it, the last changed first."""

    case: CaseFile
    sessions: tuple[Practised, ...] = ()

    @property
    def is_done(self) -> bool:
        """Whether a formulation was committed in one of the sessions."""
        return any(each.is_committed for each in self.sessions)

    @property
    def state(self) -> str:
        """How far the session with it that came furthest is, in a word or two; new where there is none."""
        furthest = max((each.how_far for each in self.sessions), key=list(HOW_FAR).index, default=None)
        return _("new") if furthest is None else HOW_FAR[furthest]


def case_rows(doors: Doors, more: Sequence[CaseFile] = ()) -> tuple[CaseRow, ...]:
    """Return every case with its sessions, in teaching order, and `more` after them. Raises `StoreFault` where the list cannot be read."""
    told = [(session.state.practice_case, practised(session)) for session in sessions(doors)]
    return tuple(CaseRow(case, tuple(each for of, each in told if of == case.id)) for case in (*bundled(), *more))


def other_sessions(doors: Doors, more: Sequence[CaseFile] = ()) -> tuple[tuple[str, Practised], ...]:
    """Return the sessions with cases that are not at hand, each with its case's id: such a case came from a file."""
    known = {case.id for case in (*bundled(), *more)}
    found = [(session.state.practice_case or "", session) for session in sessions(doors)]
    return tuple((case, practised(session)) for case, session in found if case not in known)


def sessions(doors: Doors) -> Sequence[Session]:
    """Return the sessions of practice to be read, the last changed first; one that is damaged is left out."""
    found = []
    for summary in doors.store.records():
        try:
            found.append(doors.read(summary.record))
        except StoreFault:
            continue
    return [session for session in found if session.state.practice]


def practised(session: Session) -> Practised:
    """Return how far a session is."""
    return Practised(session.record, session.view().saved_at, len(turn_numbers(session)), session.is_committed, how_far(session))


def how_far(session: Session) -> HowFar:
    """Return how far a session is; it is finished where it was closed after the formulation was committed, or the feedback was read."""
    if session.feedback_read is not None or (session.phase == "closed" and session.is_committed):
        return "finished"
    return "committed" if session.is_committed else "begun"


def turn_words(turns: int) -> str:
    """Return how many turns there were, in words."""
    return ngettext("{n} turn", "{n} turns", turns).format(n=turns)


def session_words(sessions: int) -> str:
    """Return how many sessions there were, in words."""
    return ngettext("{n} session", "{n} sessions", sessions).format(n=sessions)
