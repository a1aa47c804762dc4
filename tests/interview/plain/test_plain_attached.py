"""Attached instruments, line by line: a file is attached, asked, left, listed; a sign of risk ends it at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from interview.attaching import attach_file
from interview.engine.session import Session
from interview.questionnaire.reader import bundled
from tests.interview.engine.informant_world import PERSON
from tests.interview.instruments.invented import evenings, questionnaire
from tests.interview.plain.test_plain import Doing


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "evenings of a week.json"
    made.write_text(json.dumps(questionnaire(title="Evenings \x1b[31m")))
    return made


def answered(session: Session) -> None:
    """Let the person answer as in the informant's world."""
    for link_id, text in PERSON.items():
        session.answer(link_id, text)


def doing(*typed: str) -> Doing:
    return Doing([*typed, "/quit"], questionnaire=bundled(), before=answered, attach=attach_file)


def test_a_file_is_attached_asked_left_and_listed(path: Path) -> None:
    done = doing(
        "/clinician on",
        f"/attach '{path}'",
        "/attached 1",
        "2",
        "/back",
        "/next",
        "/skip",
        "1",
        "/end",
        "/attached",
        "/attached 1 total",
        "9",
        "/end",
    )
    assert "1. Evenings [31m: attached, 5 questions." in done.said
    assert "Ask: Think of the last seven evenings. In the evening I sat in one place for hours." in done.said
    assert "1. Evenings [31m: 3 of 4 have an answer, or a reason for none; Total: not known, between 1 and 7" in done.said
    assert "Total: stated as 9, and the answers leave between 1 and 7. They do not agree." in done.said
    assert "Back to the interview, where it was left." in done.said
    assert ["answered", "declined", "answered", "answered"] == [each.status for each in done.session.state.attached_answers.values()]
    assert "\x1b" not in done.out.getvalue()


def test_totals_stay_unsaid_while_this_is_shared(path: Path) -> None:
    done = doing(f"/attach '{path}'", "/attached 1", "2", "/end", "/attached")
    assert "1 of 4 have an answer" in done.said
    assert "Total" not in done.said


def test_a_sign_of_risk_ends_it_at_once_and_is_named(path: Path) -> None:
    done = doing(f"/attach '{path}'", "/attached 1", "1", "1", "1", "4")
    assert "SAFETY. These questions come before everything else" in done.said
    assert "I thought of hurting myself." in done.said
    assert ("attached", ("attached:1:q4",)) == (done.session.state.safety_because, done.session.view().safety.positives)


def test_what_cannot_be_attached_or_asked_is_said(path: Path) -> None:
    broken = path.with_name("broken.json")
    broken.write_text(json.dumps(questionnaire(evenings("q1", "x"), evenings("q1", "y"))))
    done = doing("/attach", "/attach nowhere.json", f"/attach {broken}", "/attached", "/attached 3")
    assert "Say it so: /attach FILE." in done.said
    assert "could not be read" in done.said
    assert "q1: found this linkId twice; allowed: each once. Nothing was written." in done.said
    assert "No instrument is attached to this record yet." in done.said
    assert () == done.session.attached
