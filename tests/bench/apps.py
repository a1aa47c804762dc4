"""The interviewing screen in a terminal: on a vault or on a store that forgets, with the bundled questionnaire or one of any length."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from interview.engine.doors import Doors, UserSettings
from interview.engine.ports import EventStore
from interview.engine.session import Session
from interview.questionnaire.model import AnswerKind, EnableWhen, Item, Questionnaire, Section
from interview.world import new_id, now
from tests.interview.engine.world import SMALL

SECTION_LENGTH = 40
SUBJECT = "S-1"
BEGINNING = ("opening", "safety")
"""Sections without which no interview begins."""
KINDS: tuple[AnswerKind, ...] = ("yes_no", "text", "number", "scale")
LINK = "interview.q{}"
LETTERS = "abcdefghij"


def item_of(number: int) -> Item:
    """Return a question; each third is asked only where the last question of yes or no was answered so, half of them never."""
    kind, gate = KINDS[number % len(KINDS)], number // len(KINDS) * len(KINDS)
    conditions: tuple[EnableWhen, ...] = ()
    if number % 3 == 2 and number != gate:
        conditions = (EnableWhen(question=LINK.format(gate), operator="=", answer=bool(gate // len(KINDS) % 2)),)
    low, high = (0.0, 10.0) if kind in ("number", "scale") else (None, None)
    text = f"Question number {number}, how is it?"
    return Item(link_id=LINK.format(number), type=kind, text=text, enable_when=conditions, min=low, max=high)


def long_questionnaire(questions: int) -> Questionnaire:
    """Return so many questions in sections of a few dozen, with conditions between them."""
    sections = [
        Section(
            id=_name(at // SECTION_LENGTH),
            title=f"Part {at // SECTION_LENGTH}",
            order=at // SECTION_LENGTH,
            item=tuple(map(item_of, range(at, min(at + SECTION_LENGTH, questions)))),
        )
        for at in range(0, questions, SECTION_LENGTH)
    ]
    beginning = [section for section in SMALL.section if section.id in BEGINNING]
    whole = [section.model_copy(update={"order": at}) for at, section in enumerate((*beginning, *sections))]
    return Questionnaire(id="bench", version="1", title="As long as it is measured", section=tuple(whole))


def _name(number: int) -> str:
    return "part" + "".join(LETTERS[int(digit)] for digit in str(number))


def doors_of(store: EventStore, questionnaire: Questionnaire) -> Doors:
    """Return the doors to a store."""
    return Doors(store, questionnaire, now, new_id, UserSettings("Dr A"), lambda *_given: (), (), drafts=getattr(store, "drafts", None))


def interviewing(folder: Path | None, questionnaire: Callable[[], Questionnaire], record: str | None = None) -> int:
    """Open the interface on a record, in a vault below the folder or in memory, and return its exit code."""
    from interview import app_process
    from interview.storage.memory import MemoryStore
    from interview.storage.unlock import KeyFile
    from interview.storage.vault import Vault

    store: EventStore = MemoryStore() if folder is None else Vault.open(folder / "vault", KeyFile(folder / "key"))
    doors = doors_of(store, questionnaire())
    session = doors.begin(SUBJECT) if record is None else doors.resume(record)
    return app_process.run(doors, session)


def begun(store: EventStore, questionnaire: Questionnaire) -> Session:
    """Return a new record's session."""
    return Session.begin(store, questionnaire, subject=SUBJECT, clock=now, new_id=new_id)
