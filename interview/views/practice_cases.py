"""The cases to practise with, in the order in which they teach: what was begun and done of each. A lesson is never told here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from interview.engine.doors import Doors
from interview.engine.ports import StoreFault
from interview.engine.session import Session
from interview.language import _, ngettext
from interview.practice.patient.case_file import CaseFile
from interview.practice.patient.reading import bundled
from interview.views.locale import day


@dataclass(frozen=True, slots=True)
class Practised:
    """One session with a case."""

    record: str
    updated: str
    turns: int
    is_committed: bool

    @property
    def words(self) -> str:
        """How far it is, in a line."""
        told = ngettext("{n} turn", "{n} turns", self.turns).format(n=self.turns)
        done = _("formulation committed") if self.is_committed else _("begun")
        return f"{day(self.updated[:10])}, {told}, {done}"


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
        """Whether it is done, begun or new, in a word."""
        if self.is_done:
            return _("done")
        return _("begun") if self.sessions else _("new")


def case_rows(doors: Doors) -> tuple[CaseRow, ...]:
    """Return every case with its sessions, in teaching order. Raises `StoreFault` where the list cannot be read."""
    told = [(session.state.practice_case, practised(session)) for session in sessions(doors)]
    return tuple(CaseRow(case, tuple(each for of, each in told if of == case.id)) for case in bundled())


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
    turns = sum(event.body.type == "patient_spoken_to" for event in session.practised())
    return Practised(session.record, session.view().saved_at, turns, session.is_committed)
