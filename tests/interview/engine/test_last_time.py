"""The second visit: what was answered before is shown, and is an answer of today only once somebody said that it is still so."""

from __future__ import annotations

import pytest

from interview.engine.doors import Doors, UserSettings
from interview.engine.events import Event
from interview.engine.ports import StoreFault
from interview.engine.replies import Refused, Saved
from interview.engine.session import Session
from interview.questionnaire.reader import bundled
from interview.storage.memory import MemoryStore
from tests.interview.engine.world import NO_RISK, Ticking, ids

FIRST = {
    "interview.consent": "yes",
    **NO_RISK,
    "person.age_years": "44",
    "interview.any.trials": "yes",
    "trials[0].agent": "sertraline",
    "trials[0].kind": "medicine",
    "trials[0].outcome": "did nothing",
    "trials[0].dose_mg": "about 100",
    "kellner": "5",
    "lifestyle.sleep_hours": "six and a half or so",
}


class TwoVisits:
    def __init__(self, **first: str) -> None:
        self.store, self.clock = MemoryStore(), Ticking()
        self.doors = Doors(self.store, bundled(), self.clock, ids(), UserSettings(), lambda *_: None)
        baseline = self.doors.begin("S-1")
        for link_id, text in {**FIRST, **first}.items():
            assert isinstance(baseline.answer(link_id, text), Saved)
        assert isinstance(baseline.leave_unanswered("lifestyle.smoking", "declined"), Saved)
        baseline.release()
        self.clock.moment = Ticking(day=20).moment
        self.today = self.doors.begin("S-1", "follow_up")
        for link_id, text in {"interview.consent": "yes", **NO_RISK, "interview.any.trials": "yes"}.items():
            self.today.answer(link_id, text)


def test_the_answer_before_is_shown_and_is_none_of_today() -> None:
    today = TwoVisits().today
    then = today.last_time("lifestyle.sleep_hours")
    assert then is not None
    assert (6.5, "six and a half or so", True, "2026-03-01") == (then.value, then.verbatim, then.approximate, then.on)
    assert today.answer_of("lifestyle.sleep_hours") is None
    assert today.case().lifestyle.sleep_hours is None


def test_still_so_is_stored_as_asked_today() -> None:
    today = TwoVisits().today
    assert isinstance(today.still_so("lifestyle.sleep_hours"), Saved)
    answer = today.answer_of("lifestyle.sleep_hours")
    assert answer is not None
    assert (6.5, "six and a half or so", True, "patient") == (answer.value, answer.verbatim, answer.approximate, answer.source)
    assert "2026-03-20" == answer.at[:10]
    assert today.case().lifestyle.sleep_hours == 6.5
    assert today.events[-1].model_dump()["body"]["still_so"] is True


@pytest.mark.parametrize("link_id", ["kellner", "safety.wish_to_be_dead", "interview.consent", "appraisal_shared", "no.such.item"])
def test_safety_the_rating_and_the_appraisal_are_never_carried_over(link_id: str) -> None:
    today = TwoVisits().today
    before = today.state.seq
    assert today.last_time(link_id) is None
    assert isinstance(today.still_so(link_id), Refused)
    assert before == today.state.seq


def test_a_treatment_is_the_same_one_by_its_name_and_never_by_its_place() -> None:
    today = TwoVisits().today
    assert today.last_time("trials[0].dose_mg") is None
    today.answer("trials[0].agent", "venlafaxine")
    assert today.last_time("trials[0].dose_mg") is None
    today.answer("trials[0].kind", "medicine")
    today.answer("interview.more.trials[0]", "yes")
    today.answer("trials[1].agent", "sertraline")
    then = today.last_time("trials[1].dose_mg")
    assert then is not None
    assert (100, "trials[1].dose_mg") == (then.value, then.link_id)
    assert today.last_time("trials[1].agent") is None


def test_two_treatments_of_one_name_are_not_told_apart_and_so_not_shown() -> None:
    twice = {"interview.more.trials[0]": "yes", "trials[1].agent": "sertraline", "trials[1].kind": "medicine", "trials[1].dose_mg": "50"}
    today = TwoVisits(**twice).today
    today.answer("trials[0].agent", "sertraline")
    assert today.last_time("trials[0].dose_mg") is None


def test_why_there_was_no_answer_is_shown_too() -> None:
    then = TwoVisits().today.last_time("lifestyle.smoking")
    assert then is not None
    assert ("declined", None) == (then.status, then.value)


def test_a_baseline_begins_with_nothing_and_an_unreadable_visit_before_stops_nobody() -> None:
    visits = TwoVisits()
    assert visits.doors.begin("S-1").state.follows is None
    record, follows = visits.today.record, visits.today.state.follows
    visits.today.release()

    class Torn(MemoryStore):
        def events(self, record: str) -> tuple[Event, ...]:
            if record == follows:
                raise StoreFault("damaged", "the record cannot be read")
            return visits.store.events(record)

    resumed = Session.resume(Torn(), bundled(), record, clock=visits.clock)
    assert resumed.last_time("lifestyle.sleep_hours") is None
    assert "S-1" == resumed.state.subject
