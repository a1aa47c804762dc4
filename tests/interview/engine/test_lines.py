"""Lines of `replay` and the session's events: the same record again."""

from __future__ import annotations

from typing import Any

import pytest

from interview.engine.lines import lines, submit
from interview.engine.replies import Refused, Saved
from interview.engine.session import Session
from tests.interview.engine.world import DISPOSITION, PLAIN, ask_through, begin


def eventful() -> Session:
    """Return a closed session in which every kind of event happened."""
    session = begin()
    session.answer("interview.consent", "yes")
    session.answer("narrative.concern", "I want to die.")
    session.answer("safety.wish_to_be_dead", "yes")
    session.leave_unanswered("safety.thoughts", "declined", verbatim="I'd rather not say")
    session.answer("safety.act", "no")
    session.acknowledge_safety(DISPOSITION)
    session.correct_safety("safety.wish_to_be_dead", False, by="Dr A", reason="wrong key")
    ask_through(
        session,
        {
            **PLAIN,
            "person.age_years": "between 40 and 45",
            "trials[0].dose_mg": "about 100 mg, I think",
            "interview.more.trials[0]": "yes",
            "trials[1].kind": "2",
        },
        until="trials[1].agent",
    )
    session.withdraw_instance("trials", 1)
    session.answer("interview.more.trials[0]", "no")
    ask_through(session, PLAIN)
    session.withdraw("kellner")
    session.flag("kellner")
    session.note("called the daughter", "to_do", "kellner")
    session.note("tired", "private")
    session.go("open_safety")
    while (slot := session.current()) is not None:
        session.answer(slot.link_id, "no")
    session.go("jump", "lifestyle")
    session.answer("lifestyle.smoking", "stopped")
    session.correct_safety("safety.thoughts", False, by="Dr A", reason="asked again")
    session.go("open_safety")
    session.go("undo_safety")
    session.go("pause")
    session.go("resume")
    session.go("formulate")
    session.give("problems[0].label", "Nights")
    session.reject("overload", "not now")
    session.reject("a->b")
    session.settle_risk_words("narrative.concern", "asked_now", "asked just\nnow")
    session.go("review")
    session.sign("Dr A")
    session.sign("Dr B", "supervisor")
    session.go("reopen")
    session.note("rang back")
    session.go("close")
    assert "closed" == session.phase
    return session


def test_the_lines_of_a_record_make_the_same_record_again() -> None:
    """Equal events but for times, equal case."""
    session = eventful()
    again = begin()
    for line in lines(session.events):
        assert isinstance(submit(again, line), Saved), line["link_id"]
    assert [event.body for event in session.events] == [event.body for event in again.events]
    assert session.case() == again.case()
    assert [turn.kind for turn in session.turns] == [turn.kind for turn in again.turns]


def test_the_reason_for_which_words_were_settled_stands_in_one_line() -> None:
    """In the event and in its line of `replay`; a line without one stays as it was."""
    session = begin()
    session.note("she wants to die")
    session.note("he wants to die")
    first, second = session.view().risk_banner
    session.settle_risk_words(first, "asked_now", "asked just\nnow")
    session.settle_risk_words(second, "known")
    told = [line["value"] for line in lines(session.events) if line["link_id"] == "session.risk_words"]
    assert [{"on": first, "how": "asked_now", "reason": "asked just now"}, {"on": second, "how": "known"}] == told


def test_every_kind_of_event_was_in_it() -> None:
    """So that the claim above is about all of them."""
    kinds = {event.body.type for event in eventful().events}
    assert 15 == len(kinds)


@pytest.mark.parametrize(
    "line",
    [
        {},
        {"link_id": 7, "value": 1},
        {"link_id": "kellner"},
        {"link_id": "kellner", "value": 5, "missing": "declined"},
        {"link_id": "kellner", "value": 5, "sorce": "patient"},
        {"link_id": "kellner", "value": 5, "source": "neighbour"},
        {"link_id": "kellner", "value": 5, "verbatim": 5},
        {"link_id": "kellner", "missing": "forgotten"},
        {"link_id": "kellner", "value": 5, "hedged": "yes"},
        {"link_id": "kellner", "missing": 5},
        {"link_id": "session.phase", "value": 5},
        {"link_id": "session.phase", "value": "asleep"},
        {"link_id": "session.phase", "missing": "declined"},
        {"link_id": "session.safety_acknowledged", "value": "done"},
        {"link_id": "session.note", "value": {"text": 5}},
        {"link_id": "session.note", "value": {"text": "x", "kind": "secret"}},
        {"link_id": "session.flag", "value": {"on": "kellner"}},
        {"link_id": "session.instance_withdrawn", "value": "trials"},
        {"link_id": "session.risk_words", "value": {"on": "kellner"}},
        {"link_id": "session.safety_corrected", "value": {"on": "safety.act", "value": "no", "by": "A", "reason": "b"}},
        {"link_id": "formulation.rejected", "value": {"reason": "x"}},
        {"link_id": "session.signed", "value": "Dr A"},
        {"link_id": "session.signed", "value": {"note": "supervisor"}},
        {"link_id": "session.signed", "missing": "declined"},
    ],
)
def test_what_is_no_line_is_refused_and_changes_nothing(line: dict[str, Any]) -> None:
    """Never raised, never half taken."""
    session = begin()
    before = session.events
    reply = submit(session, line)
    assert isinstance(reply, Refused)
    assert "does_not_fit" == reply.why
    assert before == session.events


@pytest.mark.parametrize("value", ["asking", "asking_moon", "closed", "reviewing", "formulating"])
def test_a_phase_that_cannot_be_entered_now_is_refused(value: str) -> None:
    """At the opening there is nowhere to go but on."""
    assert Refused("session.phase", "not_now") == submit(begin(), {"link_id": "session.phase", "value": value})


def test_paused_and_back_by_either_name() -> None:
    """`asking`, or the phase that was left."""
    session = begin()
    ask_through(session, PLAIN, until="person.age_years")
    for _ in range(2):
        submit(session, {"link_id": "session.phase", "value": "paused"})
        assert "paused" == session.phase
        assert isinstance(submit(session, {"link_id": "session.phase", "value": "asking"}), Saved)
    session.go("formulate")
    session.go("pause")
    assert Refused("session.phase", "paused") == submit(session, {"link_id": "session.phase", "value": "closed"})
    assert isinstance(submit(session, {"link_id": "session.phase", "value": "formulating"}), Saved)
