"""How much is asked, changed within an interview: answers stay, what is asked follows, and the log tells it."""

from __future__ import annotations

import pytest

from interview.engine.beyond_depth import beyond_depth
from interview.engine.events import DepthChanged
from interview.engine.fold import fold
from interview.engine.lines import lines, submit
from interview.engine.ports import StoreFault
from interview.engine.replies import Refused, Saved, Why
from interview.engine.session import Session
from tests.interview.engine.world import PLAIN, FailingStore, ask_through, begin

DEEP = ("lifestyle.minutes_to_first_cigarette", "lifestyle.changed_after_stressor")
"""What the small questionnaire asks at full depth only, along the plain answers."""


def at(session: Session) -> str | None:
    slot = session.current()
    return None if slot is None else slot.link_id


def test_full_depth_opens_its_questions_and_brief_closes_them_again_with_every_answer_kept() -> None:
    session = begin()
    ask_through(session, PLAIN, until="interview.area_done.lifestyle")
    before = session.case().lifestyle
    assert isinstance(session.set_depth("full"), Saved)
    assert DEEP[0] == at(session), "what the section has left behind comes before its end"
    session.answer(DEEP[0], "half an hour")
    assert isinstance(session.set_depth("brief"), Saved)
    assert "interview.area_done.lifestyle" == at(session)
    now = session.case().lifestyle
    assert before is not None
    assert now is not None
    assert (30, before.smoking) == (now.minutes_to_first_cigarette, now.smoking)
    assert "not_asked" == session.case().missing.get("lifestyle.changed_after_stressor", "not_asked")


def test_what_a_depth_would_do_is_told_before_and_leaves_nothing() -> None:
    session = begin()
    ask_through(session, PLAIN)
    events = session.events
    seen = session.rehearse(lambda: session.set_depth("full"))
    assert set(DEEP) <= set(seen.effect.asked_now)
    assert () == seen.effect.asked_no_more == seen.voids == seen.effect.set_aside
    assert (events, "brief") == (session.events, session.state.depth)
    assert set(DEEP) <= {slot.link_id for slots in beyond_depth(session).values() for slot in slots}
    session.set_depth("full")
    assert {} == beyond_depth(session)
    assert set(DEEP) <= set(session.rehearse(lambda: session.set_depth("brief")).effect.asked_no_more)


def test_where_nothing_is_asked_any_more_the_first_section_left_behind_is_named() -> None:
    session = begin()
    ask_through(session, PLAIN)
    assert (None, None) == (session.current(), session.left_behind())
    session.set_depth("full")
    assert session.left_behind() is not None
    session.go("jump", session.left_behind())
    assert None is session.left_behind()
    assert session.current() is not None


def test_its_line_makes_the_same_record_and_a_signature_holds() -> None:
    session = begin()
    ask_through(session, PLAIN)
    session.go("review")
    session.sign("Dr A")
    session.go("reopen")
    session.set_depth("full")
    assert session.signatures()[0].is_valid, "how much is asked is no content"
    assert {"link_id": "session.depth", "value": "full"} == lines(session.events)[-1]
    again = begin()
    for line in lines(session.events):
        assert isinstance(submit(again, line), Saved)
    assert [event.body for event in session.events] == [event.body for event in again.events]
    assert "full" == fold(session.events).depth


@pytest.mark.parametrize(("phase", "why"), [("closed", "closed"), ("paused", "paused"), ("safety", "safety_open")])
def test_it_is_refused_where_nothing_is_asked(phase: str, why: Why) -> None:
    session = begin()
    ask_through(session, PLAIN)
    for trigger in {"closed": ("review", "close"), "paused": ("pause",), "safety": ("open_safety",)}[phase]:
        session.go(trigger)
    assert Refused("session.depth", why) == session.set_depth("full")


@pytest.mark.parametrize("value", ["deep", "", 7, None, ["full"]])
def test_another_word_is_refused(value: object) -> None:
    session = begin()
    assert Refused("session.depth", "does_not_fit") == submit(session, {"link_id": "session.depth", "value": value})
    assert Refused("session.depth", "not_now") == session.set_depth("brief")
    assert not any(isinstance(event.body, DepthChanged) for event in session.events)


def test_a_full_disk_changes_nothing() -> None:
    store = FailingStore()
    session = begin(store)
    session.go_to("narrative.concern")
    asked = session.current()
    store.is_full = True
    with pytest.raises(StoreFault):
        session.set_depth("full")
    assert (asked, "brief") == (session.current(), session.state.depth)
