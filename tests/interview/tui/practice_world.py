"""A small world to practise in: a case that is bundled, a store in memory, and doors to both."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from interview.engine.doors import Doors, UserSettings
from interview.engine.map_acts import ProblemDraft, write_problem
from interview.engine.ports import EventStore
from interview.practice.ending import end
from interview.practice.patient.case_file import CaseFile
from interview.practice.patient.reading import bundled as cases
from interview.practice.running import Practice
from interview.questionnaire.reader import bundled
from interview.storage.memory import MemoryStore
from tests.interview.engine.world import Ticking, ids


def case() -> CaseFile:
    """Return the first case."""
    return cases()[0]


def practice_doors(store: EventStore | None = None) -> Doors:
    """Return doors to practice, in memory."""

    def export(*_given: Any) -> tuple[Path, ...]:
        """Write nothing."""
        return ()

    settings = UserSettings("Trainee", None, "trd-dark")
    return Doors(store or MemoryStore(), bundled(), Ticking(), ids(), settings, export, ("json",), is_practice=True)


@dataclass(frozen=True, slots=True)
class Practised:
    """A session as the looks show it, and doors to it."""

    doors: Doors
    practice: Practice


LINES = ("Hello, I'm Dr Example. How are you?", "Which tablets did you take?", "You take them every day, don't you?", "How do you sleep?")


def practised(hostile: str = "", *, commit: bool = False) -> Practised:
    """Return a session begun, or with a map committed, a supervisor's words and a second rating; `hostile` stands in every text."""
    doors = practice_doors()
    practice = spoken(doors, *(f"{line} {hostile}".strip() for line in LINES))
    session = practice.session
    for step in write_problem(session, ProblemDraft(f"Doses missed at weekends {hostile}".strip()), None):
        step()
    if commit:
        session.commit_formulation()
        practice.explain(f"The tablets only aimed at one part, and you can do something too. {hostile}".strip())
        session.comment(f"Dr B {hostile}".strip(), f"Ask about this openly. {hostile}".strip(), practice.turns()[2][0])
        session.comment(f"Dr B {hostile}".strip(), f"A calm conversation. {hostile}".strip())
        session.rate_again("Dr B", "episode.severity", "moderate")
        end(session)
    return Practised(doors, practice)


def spoken(doors: Doors, *lines: str) -> Practice:
    """Return a session in which the trainee said these lines."""
    practice = Practice(case(), doors.begin_practice(case().id))
    for line in lines:
        practice.say(line)
    return practice
