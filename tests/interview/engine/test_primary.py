"""The primary problem as the clinician confirms it: beside the proposal, in the log, in the signature, in the words of every face."""

from __future__ import annotations

import pytest

from interview.engine import map_acts
from interview.engine.lines import lines, submit
from interview.engine.map_acts import ProblemDraft
from interview.engine.replies import Refused, Saved
from interview.engine.session import Session
from interview.views.macro import macro
from tests.interview.engine.world import PLAIN, ask_through, begin

RATED = {"p1": (3, 3, 3), "p2": (1, 1, 1)}


@pytest.fixture
def session() -> Session:
    """Two problems of the clinician's, the first with the greater ratings, and one of the person's."""
    session = begin()
    ask_through(session, PLAIN)
    session.go("formulate")
    for draft in (ProblemDraft("Nights", "lifestyle"), ProblemDraft("Work", "stress"), ProblemDraft("My knee", None, None, "patient")):
        _do(map_acts.write_problem(session, draft))
    for problem, ratings in RATED.items():
        for name, value in zip(("severity", "burden", "impairment"), ratings, strict=True):
            _do(map_acts.rate(session, problem, name, value))
    return session


def _do(steps: tuple[map_acts.Step, ...]) -> None:
    assert all(isinstance(step(), Saved) for step in steps)


def test_before_it_is_confirmed_it_is_a_proposal(session: Session) -> None:
    assert None is session.primary()
    assert (
        "Nights predominates by severity, burden and impairment: a proposal, for the clinician to confirm." == macro(session).primary_words
    )


def test_confirmed_it_is_said_so_with_its_reason_and_what_the_ratings_say(session: Session) -> None:
    assert isinstance(session.confirm_primary("p2", "it began there"), Saved)
    view = macro(session)
    assert view.primary_words.startswith("Work is the primary problem: confirmed by the clinician, ")
    assert view.primary_words.endswith("Reason: it began there By the ratings alone it would be Nights.")
    assert {"p1": (True, False), "p2": (False, True)} == {row.id: (row.is_primary, row.is_confirmed) for row in view.rows}
    assert "p1" == session.assessment().macro_analysis.primary, "the core's own proposal stays"


def test_off_the_map_it_stands_no_longer_and_taken_back_it_is_a_proposal_again(session: Session) -> None:
    session.confirm_primary("p1")
    assert isinstance(session.confirm_primary(None), Saved)
    assert None is session.primary()
    session.confirm_primary("p1")
    _do(map_acts.remove_problem(session, "p1"))
    assert None is session.primary()
    assert "p1" != macro(session).primary
    assert "confirmed" not in macro(session).primary_words


@pytest.mark.parametrize(
    ("value", "why"),
    [("p9", "unknown_item"), ("p3", "unknown_item"), (None, "not_now"), (7, "does_not_fit"), ({"problem": "p1"}, "does_not_fit")],
)
def test_what_is_no_problem_of_the_clinicians_map_is_refused(session: Session, value: object, why: str) -> None:
    events = session.events
    assert Refused("formulation.primary", why) == submit(session, {"link_id": "formulation.primary", "value": value})
    assert events == session.events


def test_the_same_twice_is_refused(session: Session) -> None:
    session.confirm_primary("p1", " because ")
    assert Refused("formulation.primary", "done_already") == session.confirm_primary("p1", "because")


def test_it_is_content_of_a_signature_and_its_line_makes_it_again(session: Session) -> None:
    session.go("review")
    session.sign("Dr A")
    session.go("reopen")
    session.confirm_primary("p2", "it began there")
    (signature,) = session.signatures()
    assert (False, "formulation.primary") == (signature.is_valid, signature.voided.because)
    assert {"link_id": "formulation.primary", "value": {"problem": "p2", "reason": "it began there"}} in lines(session.events)
    again = begin()
    for line in lines(session.events):
        assert isinstance(submit(again, line), Saved)
    assert [event.body for event in session.events] == [event.body for event in again.events]
    assert session.content_digest() == again.content_digest()


def test_a_closed_record_is_not_changed(session: Session) -> None:
    session.go("review")
    session.go("close")
    assert Refused("formulation.primary", "closed") == session.confirm_primary("p1")
