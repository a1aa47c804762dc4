"""What one answer costs the engine, counted: the same with ten questions and with two thousand, with one answer and with many."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from interview.engine import standing
from interview.engine.extraction import extract
from interview.engine.session import Session
from tests.bench.apps import long_questionnaire
from tests.bench.measures.engine import SAID
from tests.bench.measures.engine import standing as behind_safety
from tests.bench.records import corrected, mirrored
from trd_core.assess import assess as core_assess
from trd_core.assessment import Assessment
from trd_core.case import Case

MOST_CALLS = 2_500
"""Python functions entered by one answer and the view after it."""


def entered(work: Callable[[], object]) -> int:
    """Count the functions of this program that are entered."""
    found = 0

    def seen(frame: FrameType, event: str, _given: Any) -> None:
        nonlocal found
        found += event == "call" and "/interview/" in frame.f_code.co_filename

    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(None)
    return found


def turn(session: Session) -> None:
    """Answer what is asked and look at what is asked then."""
    slot = session.current()
    assert slot is not None
    session.answer(slot.link_id, SAID[slot.item.type])
    session.view()


def turns(session: Session) -> list[int]:
    """Take five turns, the first of which looks at everything; return what the others entered."""
    turn(session)
    return [entered(lambda: turn(session)) for _ in range(4)]


def test_a_turn_on_two_thousand_questions_enters_as_much_as_one_on_ten() -> None:
    few, many = (turns(behind_safety(long_questionnaire(questions))) for questions in (10, 2_000))
    print(f"functions entered a turn: {few} on ten questions, {many} on two thousand")
    assert max(many) <= 1.5 * max(few)
    assert max(many) <= MOST_CALLS


def test_a_turn_after_ten_thousand_answers_enters_as_much_as_the_first() -> None:
    session = behind_safety(long_questionnaire(40))
    log = list(session.events)
    few, many = (turns(mirrored(session.record, session.questionnaire, corrected([*log], answers))) for answers in (1, 10_000))
    print(f"functions entered a turn: {few} in a record of one answer, {many} in one of ten thousand")
    assert max(many) <= max(few)


def test_each_turn_assesses_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However often what the core says is asked for."""
    assessed: list[str] = []

    def assess(*given: Any, **more: Any) -> Assessment:
        assessed.append("once")
        return core_assess(*given, **more)

    monkeypatch.setattr(standing, "assess", assess)
    session = behind_safety(long_questionnaire(40))
    for number in range(1, 4):
        turn(session)
        assert session.assessment() is session.assessment()
        assert session.open_questions() is not None
        assert number == len(assessed)


def test_the_case_is_made_once_until_the_next_event(monkeypatch: pytest.MonkeyPatch) -> None:
    made = list[str]()

    def extracted(*given: Any) -> Case:
        made.append("once")
        return extract(*given)

    monkeypatch.setattr(standing, "extract", extracted)
    session = behind_safety(long_questionnaire(40))
    for number in range(1, 4):
        turn(session)
        assert session.case() is session.case()
        session.assessment(), session.proposals()
        assert number == len(made)
    before = session.case()
    session.what_if(session.current().link_id, "no")
    assert before is session.case()
