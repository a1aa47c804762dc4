"""What only a record of practice takes: once, after closing too where it is said so, and in no other record."""

from __future__ import annotations

import pytest

from interview.engine.doors import Doors, UserSettings
from interview.engine.practice_turns import Form, Heard, PatientReply
from interview.engine.replies import Refused, Saved
from interview.engine.session import Session
from tests.interview.engine.world import PLAIN, SMALL, FailingStore, Ticking, ask_through, begin, ids

SAID = Heard(text="How are you?", repaired="How are you?")
REPLIED = PatientReply(says="Tired.", how="told", rapport=5)


def closed() -> tuple[Session, int]:
    """Return a closed record of practice, and the event of its one turn."""
    session = begin(practice=True, practice_case="a_case")
    session.speak(SAID, REPLIED)
    turn = session.practised()[-1].seq
    session.commit_formulation()
    ask_through(session, PLAIN)
    for step in ("formulate", "review", "close"):
        session.go(step)
    assert "closed" == session.phase
    return session, turn


def test_after_closing_only_what_looks_back_is_taken() -> None:
    session, turn = closed()
    assert Refused("practice.turn", "closed") == session.speak(SAID, REPLIED)
    assert Refused("practice.hint", "closed") == session.take_hint("sleep")
    assert isinstance(session.correct_form(turn, Form(leading=True)), Saved)
    assert isinstance(session.comment("Dr B", "Openly put.", turn), Saved)
    assert isinstance(session.rate_again("Dr B", "kellner", 4), Saved)
    kinds = [event.body.type for event in session.practised()]
    assert ["patient_spoken_to", "formulation_committed", "form_corrected", "supervisor_commented", "second_rated"] == kinds


def test_the_feedback_is_read_once_and_what_is_done_after_it_does_not_count() -> None:
    session, turn = closed()
    assert session.feedback_read is None
    assert session is session.as_counted()
    first = session.read_feedback()
    assert isinstance(first, Saved)
    assert first.seq == session.feedback_read == session.events[-1].seq
    session.correct_form(turn, Form(leading=True))
    length = len(session.events)
    again = session.read_feedback()
    assert isinstance(again, Saved)
    assert (length, length, "practice.feedback") == (len(session.events), again.seq, again.link_id)
    assert first.seq - 1 == len(session.as_counted().events)


def test_a_turn_that_is_not_there_and_empty_words_are_refused() -> None:
    session, turn = closed()
    assert Refused("practice.form", "unknown_item") == session.correct_form(turn + 1, Form())
    assert Refused("practice.comment", "unknown_item") == session.comment("Dr B", "x", turn + 100)
    assert Refused("practice.comment", "empty") == session.comment("Dr B", " ")
    assert Refused("practice.comment", "empty") == session.comment(" ", "x")
    assert Refused("practice.second", "empty") == session.rate_again(" ", "kellner", 4)


def test_no_other_record_takes_any_of_it() -> None:
    session = begin()
    before = session.events
    assert Refused("practice.turn", "not_now") == session.speak(SAID, REPLIED)
    assert Refused("practice.feedback", "not_now") == session.read_feedback()
    assert before == session.events


def test_doors_to_practice_begin_a_record_of_practice_and_others_none() -> None:
    settings = UserSettings(interviewer="Dr A")
    through = Doors(FailingStore(), SMALL, Ticking(), ids(), settings, lambda *_: None, is_practice=True)
    session = through.begin_practice("a_case")
    assert (True, "a_case", "full", "Dr A") == (
        session.state.practice,
        session.state.practice_case,
        session.state.depth,
        session.state.interviewer,
    )
    with pytest.raises(ValueError, match="store of its own"):
        Doors(FailingStore(), SMALL, Ticking(), ids(), settings, lambda *_: None).begin_practice("a_case")
