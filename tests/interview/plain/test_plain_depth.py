"""Line by line: how much is asked is said before it is taken, and the primary problem is confirmed by its number."""

from __future__ import annotations

from interview.engine.lines import lines
from interview.engine.session import Session
from tests.interview.engine.world import PLAIN, ask_through
from tests.interview.plain.test_plain import Doing


def _asked(session: Session) -> None:
    ask_through(session, PLAIN)


def test_a_depth_is_said_first_and_taken_when_said_again() -> None:
    done = Doing(["/depth", "/depth full", "/depth full", "/quit"], before=_asked)
    assert "The interview is asked in this depth: brief." in done.said
    assert "Lifestyle: 2 questions" in done.said
    assert "full" == done.session.state.depth
    assert done.said.index("/depth full once more takes it") < done.said.index("The full interview is asked from now on")
    assert {"link_id": "session.depth", "value": "full"} in lines(done.session.events)


def test_another_word_between_leaves_it_as_it_is() -> None:
    done = Doing(["/depth full", "/flag", "/depth full", "/depth brief", "/quit"], before=_asked)
    assert "brief" == done.session.state.depth
    assert 2 == done.said.count("once more takes it")


def test_the_primary_problem_is_confirmed_and_taken_back() -> None:
    typed = ("/clinician on", "/formulate", "/add Nights", *[""] * 8, "/primary", "/primary 1 because it began there")
    done = Doing([*typed, "/quit"], before=_asked)
    assert "/primary P [because REASON] confirms it" in done.said
    assert "Nights is the primary problem: confirmed by the clinician" in done.said
    stands = done.session.primary()
    assert stands is not None
    assert ("p1", "it began there") == (stands.problem, stands.reason)
    assert None is Doing([*typed, "/primary none", "/quit"], before=_asked).session.primary()
