"""The packaged demonstration fits the questionnaire: every line is accepted, the interview closes, and its map is rich."""

from __future__ import annotations

import json
from typing import Any

import pytest

from interview.engine.hearing import Heard, hear_text
from interview.engine.lines import lines, submit
from interview.engine.replies import Saved
from interview.engine.session import Session
from interview.engine.transcript import item_of
from interview.views.macro import macro
from interview.views.report import build
from tests.interview.demo.walk import BEGIN, CASE, begin, rendered, walk
from trd_core.assess import propose

GIVEN: list[dict[str, Any]] = [json.loads(line) for line in CASE.read_text(encoding="utf-8").splitlines()]
SPOKEN_AS_GIVEN = {"text", "texts"}


@pytest.fixture(scope="module")
def session() -> Session:
    replayed = begin()
    for line in GIVEN:
        reply = submit(replayed, line)
        assert isinstance(reply, Saved), (line["link_id"], reply)
        assert not reply.set_aside, line["link_id"]
    return replayed


def test_it_is_what_the_walk_through_the_questionnaire_gives() -> None:
    """When it differs: `python -m tests.interview.demo.walk` writes it again."""
    assert CASE.read_text(encoding="utf-8") == rendered(walk(begin()))


def test_it_runs_from_the_opening_to_the_close(session: Session) -> None:
    assert "closed" == session.phase
    view = session.view()
    assert view.answered == view.about
    assert "brief" == view.depth
    assert view.safety.is_complete


def test_its_answers_come_in_the_order_in_which_they_are_asked() -> None:
    asked = begin()
    for line in GIVEN:
        item = asked.view().item
        if item is not None and item.item.depth == "brief" and line["link_id"] in asked.questionnaire.items and "[" not in line["link_id"]:
            is_taken_up = asked.questionnaire.items[line["link_id"]].depth == "full"
            assert is_taken_up or item.link_id == line["link_id"]
        submit(asked, line)


def test_its_own_lines_make_the_same_case_again(session: Session) -> None:
    again = begin()
    for line in lines(session.events):
        assert isinstance(submit(again, line), Saved)
    assert again.case() == session.case()


def test_what_she_says_is_understood_as_what_was_recorded(session: Session) -> None:
    """The words alone, typed at the keyboard, give the same value as the file."""
    checked = 0
    for line in GIVEN:
        item = item_of(session.questionnaire, line["link_id"])
        if item is None or item.type in SPOKEN_AS_GIVEN or "verbatim" not in line:
            continue
        heard = hear_text(line["link_id"], item, line["verbatim"], BEGIN.date(), keep=False)
        assert isinstance(heard, Heard), (line["link_id"], line["verbatim"])
        assert (line.get("value"), line.get("missing", "answered")) == (heard.value, heard.status), line["link_id"]
        checked += 1
    assert 70 <= checked


def test_safety_was_met_with_a_full_disposition(session: Session) -> None:
    safety = session.case().safety
    assert (True, False) == (safety.wish_to_be_dead, safety.thoughts)
    assert safety.disposition is not None
    assert [] == [part for part, value in safety.disposition if value is None]
    assert "ideation_endorsed" == session.assessment().safety.level
    assert ("safety.wish_to_be_dead", "asked_now") in session.state.risk_words.items()


def test_it_holds_what_a_real_interview_holds(session: Session) -> None:
    case = session.case()
    assert case.trials is not None
    assert ["venlafaxine", "sertraline", "cbt"] == [trial.agent for trial in case.trials]
    assert 150 == case.trials[0].dose_mg
    assert {"stress", "lifestyle", "illness_behavior", "wellbeing", "relationships", "psychiatric"} == set(case.areas_completed or ())
    assert {"declined", "unknown"} <= {answer.status for answer in session.state.answers.values()}
    assert [True, False] == [turn.superseded for turn in build(session).transcript if turn.understood in ("75 mg a day", "150 mg a day")]
    assert {"record", "private", "to_do"} == {note.kind for note in session.state.notes}


def test_its_map_is_rich(session: Session) -> None:
    view = macro(session)
    assert ["suicidal_risk", "insomnia", "depression"] == [row.id for row in view.rows][:3]
    assert 9 == len(view.rows)
    assert 10 == len(view.links)
    assert 2 == len(view.circles)
    assert "depression" == view.primary
    assert () == view.rate_first
    assert 1 == len(view.rejected)


def test_every_confirmed_problem_stands_among_what_the_answers_suggest(session: Session) -> None:
    """Nothing on the map is out of the air: each problem was proposed by the core before it was confirmed."""
    case = session.case().model_copy(update={"problems": None, "links": None, "hierarchy_override": None})
    proposed = {each.id for each in propose(case).problems}
    assert set() == {problem.id for problem in session.case().problems or ()} - proposed
