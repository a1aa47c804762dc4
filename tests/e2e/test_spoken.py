"""A whole interview at full depth, typed as one would speak: what is saved at once, what is asked again, and that nothing is misheard.

`spoken.jsonl` holds, for each question that this invented person meets, what was typed (`say`; `take`: Enter on what an earlier
sentence told), what was typed when the question came again (`then`), and what was meant (`means`, or `missing`; a text is itself).
It was written whole before it was run for the first time.
"""

from __future__ import annotations

import datetime as dt
import itertools
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from interview.commands.answer_lines import read_file
from interview.commands.demo import DEMO_CASE, demo_answers
from interview.engine.doors import Doors
from interview.engine.lines import submit
from interview.engine.replies import AskedBack, NotUnderstood, Reply, Saved
from interview.engine.session import Session
from interview.questionnaire.reader import bundled
from tests.interview.tui.desk import doors

SUBJECT: Final = "DEMO-1"
SPOKEN: Final = Path(__file__).with_name("spoken.jsonl")
SEEN: Final = {"by": "A clinician", "seen_by": "A clinician", "means_addressed": True}
NOT_SPOKEN: Final = ("schema", "assessed_on", "problems", "links", "latest_trial", "disposition", "id")
"""What a case holds that no question asks, or that stands for the day and the map."""

ASKED_AGAIN: Final = 47
"""How many of the first wordings, of 301, come back at most: asked back, not understood, or not offered where it was told."""

SAFETY_ASKED_AGAIN: Final = 5
"""How many more come back among the questions about safety, where a no with anything beside it is asked back on purpose."""

MISHEARD: Final = frozenset({"trials[1].helped_by", "medical.current_medicines", "interview.more.strengths[1]"})
"""First wordings that are taken for something else: the echo shows it, and typing again sets it right."""


@dataclass(frozen=True, slots=True)
class Line:
    """What is typed at one question, and what is meant."""

    link_id: str
    wordings: tuple[str | None, ...]
    """First and second wording; None takes the offer."""
    status: str
    value: Any

    def is_meant(self, reply: Saved) -> bool:
        """Return whether the reply holds what was meant: numbers within 2 %, lists in any order."""
        return reply.status == self.status and _same(self.value, reply.value)


@dataclass(frozen=True, slots=True)
class Walk:
    """What became of each wording, in the order in which the interview asked."""

    session: Session
    asked: tuple[str, ...]
    first: dict[str, str]
    """By link id: `saved`, `asked_back`, `not_understood`, `not_offered`, or `misheard`."""
    second: dict[str, str]


def lines() -> dict[str, Line]:
    """Return the lines of the file by link id."""
    return {line.link_id: line for line in map(_line, SPOKEN.read_text(encoding="utf-8").splitlines())}


def world() -> Doors:
    """Return doors with the bundled questionnaire, at one moment."""
    numbers = itertools.count()
    return replace(doors(bundled()), clock=lambda: dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC), new_id=lambda: f"r{next(numbers)}")


@cache
def walk() -> Walk:
    """Type the interview as it is spoken, question by question as the session asks them."""
    spoken, session = lines(), world().begin(SUBJECT, "baseline", "full")
    asked, first, second = [], {}, {}
    for link_id in _questions(session):
        line = spoken[link_id]
        asked.append(link_id)
        first[link_id] = _typed(session, line, line.wordings[0])
        if first[link_id] != "saved" and len(line.wordings) > 1:
            second[link_id] = _typed(session, line, line.wordings[1])
        assert session.answer_of(link_id) is not None, f"{link_id}: no wording was taken"
    return Walk(session, tuple(asked), first, second)


def test_a_whole_interview_typed_as_spoken_asks_back_no_more_than_this() -> None:
    """The count of questions that come again; `-s` shows it with their names."""
    counts, again = Counter(walk().first.values()), [link_id for link_id, how in walk().first.items() if how not in ("saved", "misheard")]
    print(f"\n{len(walk().asked)} questions typed as spoken: {dict(counts)}\nasked again: {', '.join(again)}")
    assert set(lines()) == set(walk().asked)
    assert 301 == len(walk().asked)
    assert None is walk().session.current()
    of_safety = [link_id for link_id in again if link_id.startswith(("safety.", "interview.safety"))]
    assert SAFETY_ASKED_AGAIN >= len(of_safety)
    assert ASKED_AGAIN >= len(again) - len(of_safety)


def test_nothing_is_misheard_and_a_second_wording_is_always_taken() -> None:
    """A value that was not meant, a value for no answer, or no answer for a value."""
    assert {link_id for link_id, how in walk().first.items() if how == "misheard"} <= MISHEARD
    assert {"saved"} >= set(walk().second.values())


def test_the_case_is_the_one_that_the_same_person_makes_when_every_answer_is_given_as_a_value() -> None:
    """Every fact that the bundled answers hold stands in the spoken interview's case, and is the same."""
    given = world().begin(SUBJECT)
    for line in read_file(demo_answers(), DEMO_CASE):
        if line.content["link_id"] == "session.phase":
            break
        assert isinstance(submit(given, line.content), Saved)
    held, spoken = dict(_facts(given.case().model_dump(mode="json"))), dict(_facts(walk().session.case().model_dump(mode="json")))
    assert 110 < len(held)
    assert {} == {path: (value, spoken.get(path)) for path, value in held.items() if not _same(value, spoken.get(path))}


def _line(raw: str) -> Line:
    said = json.loads(raw)
    first = None if said.get("take") else said["say"]
    wordings = (first, said["then"]) if "then" in said else (first,)
    if "missing" in said:
        return Line(said["link_id"], wordings, said["missing"], None)
    return Line(said["link_id"], wordings, "answered", said.get("means", first))


def _questions(session: Session) -> Iterator[str]:
    """Yield what is asked now until nothing is left; safety is acknowledged where it stands open."""
    while True:
        slot = session.current()
        if slot is not None:
            yield slot.link_id
        elif session.phase == "safety":
            assert isinstance(session.acknowledge_safety(SEEN), Saved)
        else:
            return


def _typed(session: Session, line: Line, wording: str | None) -> str:
    reply: Reply = session.take_offer(line.link_id) if wording is None else session.answer(line.link_id, wording)
    if isinstance(reply, Saved):
        return "saved" if line.is_meant(reply) else "misheard"
    if isinstance(reply, AskedBack):
        return "asked_back"
    return "not_understood" if isinstance(reply, NotUnderstood) else "not_offered"


def _same(meant: Any, heard: Any) -> bool:
    if isinstance(meant, bool) or isinstance(heard, bool):
        return meant is heard
    if isinstance(meant, (int, float)) and isinstance(heard, (int, float)):
        return abs(meant - heard) <= 0.02 * abs(meant)
    if isinstance(meant, (list, tuple)) and isinstance(heard, (list, tuple)):
        return sorted(meant) == sorted(heard)
    return bool(meant == heard)


def _facts(part: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield each fact of a case with its path; what is unknown is no fact."""
    if isinstance(part, dict):
        for name, value in part.items():
            if name not in NOT_SPOKEN:
                yield from _facts(value, f"{path}.{name}")
    elif isinstance(part, (list, tuple)) and any(isinstance(each, dict) for each in part):
        for index, each in enumerate(part):
            yield from _facts(each, f"{path}[{index}]")
    elif part is not None:
        yield path, part
