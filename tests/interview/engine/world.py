"""A small world for the engine's tests: a questionnaire of seven sections, a store that can fail, a clock of our own."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from interview.engine.events import Event
from interview.engine.ports import RecordSummary, StoreFault
from interview.engine.session import Session
from interview.questionnaire.model import Questionnaire
from interview.questionnaire.reader import read_files
from interview.storage.memory import MemoryStore

SMALL: Questionnaire = read_files([Path(__file__).parent / "small"])

NO_RISK = {"safety.wish_to_be_dead": "no", "safety.thoughts": "no", "safety.act": "no"}
PLAIN = {
    "interview.consent": "yes",
    "narrative.concern": "Everything is grey.",
    **NO_RISK,
    "person.age_years": "44",
    "kellner": "5",
    "interview.any.trials": "yes",
    "trials[0].kind": "1",
    "trials[0].agent": "sertraline",
    "trials[0].dose_mg": "100 mg",
    "interview.more.trials[0]": "no",
    "trials[0].evidence_based": "yes",
    "narrative.lifestyle": "I sit at home.",
    "lifestyle.smoking": "current",
    "lifestyle.cigarettes_per_day": "10",
    "interview.area_done.lifestyle": "yes",
    "interview.safety_second_look": "no",
}
DISPOSITION = {
    "by": "Dr A",
    "at": "2026-03-01T10:30",
    "seen_by": "Dr B",
    "means_addressed": True,
    "contact": "crisis team",
    "next_review": "2026-03-02",
}


class FailingStore(MemoryStore):
    """A memory store whose disk fills up when told so."""

    def __init__(self) -> None:
        super().__init__()
        self.is_full = False

    def append(self, record: str, events: Sequence[Event], summary: RecordSummary) -> None:
        """Fail while full, else keep the events."""
        if self.is_full:
            raise StoreFault("full", "the disk is full; make room and try again")
        super().append(record, events, summary)


class Ticking:
    """A clock that goes on by seven seconds at each look, from a day that a test may set."""

    def __init__(self, day: int = 1, minute: int = 0) -> None:
        self.moment = dt.datetime(2026, 3, day, 10, minute, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        """Return the next moment."""
        self.moment += dt.timedelta(seconds=7)
        return self.moment


def ids() -> Callable[[], str]:
    """Return a maker of ids: r0, r1 …"""
    counter = itertools.count()
    return lambda: f"r{next(counter)}"


def begin(store: MemoryStore | None = None, **arguments: Any) -> Session:
    """Begin a record about S-1 in the small questionnaire."""
    return Session.begin(store or FailingStore(), SMALL, subject="S-1", clock=Ticking(), new_id=ids(), **arguments)


def ask_through(session: Session, answers: dict[str, str], *, until: str | None = None) -> list[str]:
    """Answer what is asked, in the order of asking, until nothing is asked or the given item comes; return the order."""
    asked = []
    while (slot := session.current()) is not None and slot.link_id != until:
        session.answer(slot.link_id, answers[slot.link_id])
        asked.append(slot.link_id)
    return asked
