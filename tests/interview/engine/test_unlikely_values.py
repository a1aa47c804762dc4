"""A number that is likelier a slip is asked back before it is taken, and never changed."""

from __future__ import annotations

import pytest

from interview.engine.replies import AskedBack, NotUnderstood, Saved
from interview.engine.session import Session
from interview.questionnaire.checks import check
from interview.questionnaire.model import Questionnaire
from interview.questionnaire.reader import bundled
from interview.views.saying import saying
from tests.interview.engine.world import FailingStore, Ticking, ids

AGE = "person.age_years"


@pytest.fixture
def session() -> Session:
    begun = Session.begin(FailingStore(), bundled(), subject="S-1", clock=Ticking(), new_id=ids())
    begun.answer("interview.consent", "yes")
    return begun


@pytest.mark.parametrize(("typed", "number"), [("5", 5), ("17", 17), ("seventeen", 17), ("111", 111)])
def test_an_unlikely_age_is_asked_back_and_not_saved(session: Session, typed: str, number: int) -> None:
    before = session.state.seq
    reply = session.answer(AGE, typed)
    assert isinstance(reply, AskedBack)
    assert (True, (number,), before) == (reply.is_unlikely, reply.candidates, session.state.seq)
    assert f"{number} is unlikely here. Under 18, only the safety questions stay open. Is it meant? Nothing was saved yet." == saying(
        reply, bundled().items[AGE]
    )


@pytest.mark.parametrize(("typed", "number"), [("18", 18), ("110", 110)])
def test_on_the_boundary_it_is_taken(session: Session, typed: str, number: int) -> None:
    assert isinstance(session.answer(AGE, typed), Saved)
    assert number == session.case().person.age_years


def test_a_number_that_cannot_be_is_refused_as_before(session: Session) -> None:
    assert isinstance(session.answer(AGE, "131"), NotUnderstood)


def test_once_it_is_said_to_be_meant_it_is_taken_with_how_it_was_said(session: Session) -> None:
    asked = session.answer(AGE, "about 16")
    assert isinstance(asked, AskedBack)
    assert isinstance(session.give(AGE, asked.candidates[0], verbatim=asked.text, approximate=asked.approximate), Saved)
    answer = session.answer_of(AGE)
    assert answer is not None
    assert (16, "about 16", True) == (answer.value, answer.verbatim, answer.approximate)


def test_a_reason_for_no_answer_and_a_range_are_never_unlikely(session: Session) -> None:
    assert isinstance(session.answer(AGE, "between 15 and 17"), Saved)
    assert isinstance(session.answer(AGE, "don't know"), Saved)


def test_a_likely_bound_beyond_what_can_be_answered_is_a_fault() -> None:
    whole = bundled().model_dump_json().replace('"likely_max":110.0', '"likely_max":200.0')
    faults = check(Questionnaire.model_validate_json(whole), every_fact=False)
    assert ["wrong_bounds"] == [fault.kind for fault in faults]
