"""The clock only informs: order is the events' own, a jump is an event, and the clinician alone is told (a sample of D6)."""

from __future__ import annotations

import datetime as dt

import pytest

from interview.engine.clock_jumps import jump_between
from interview.engine.lines import lines
from interview.engine.record_events import ClockJumped
from interview.engine.session import Session
from interview.storage.memory import MemoryStore
from tests.faults import d6
from tests.faults.damage import rotating
from tests.interview.engine.world import SMALL


def test_by_every_clock_the_interview_comes_to_the_same() -> None:
    outcome = d6.run(10, rotating(991))
    print(outcome.cells())
    assert () == outcome.failures
    assert outcome.holds


@pytest.mark.parametrize(
    ("before", "after", "is_jump"),
    [
        ("2026-03-01T10:00:00+00:00", "2026-03-01T10:00:00+00:00", False),
        ("2026-03-01T10:01:00+00:00", "2026-03-01T10:00:01+00:00", False),
        ("2026-03-01T10:01:00+00:00", "2026-03-01T10:00:00+00:00", False),
        ("2026-03-01T10:01:00.001+00:00", "2026-03-01T10:00:00+00:00", True),
        ("2026-03-01T10:00:00+00:00", "2027-03-01T10:00:00+00:00", False),
        ("2026-03-01T10:00:00+01:00", "2026-03-01T10:00:00+02:00", True),
        ("2026-03-01T10:00:00+01:00", "2026-03-01T09:00:00+00:00", True),
        ("2038-01-19T03:14:07+00:00", "2038-01-19T03:14:08+00:00", False),
        ("2026-03-01T10:00:00+00:00", "0001-01-01T00:00:00+00:00", True),
        ("0001-01-01T00:00:00+14:00", "0001-01-01T00:00:01+14:00", False),
        ("no time", "2026-03-01T10:00:00+00:00", False),
        ("2026-03-01T10:00:00", "2026-03-01T10:00:00+00:00", False),
    ],
)
def test_a_jump_is_back_by_more_than_a_minute_or_to_another_offset(before: str, after: str, is_jump: bool) -> None:
    assert (ClockJumped(before=before, after=after) if is_jump else None) == jump_between(before, after)


def test_a_note_of_risk_words_keeps_its_place_where_the_clock_jumped() -> None:
    at = [dt.datetime(2026, 3, 1, 10, tzinfo=dt.UTC)]
    session = Session.begin(MemoryStore(), SMALL, subject="S-1", clock=lambda: at[0], new_id=lambda: "r0")
    at[0] -= dt.timedelta(hours=1)
    session.note("She wants to die.", "record")
    kinds = [each.body.type for each in session.events]
    assert ["note_added", "risk_words_noticed", "clock_jumped"] == kinds[-3:]
    noted = next(each for each in session.events if each.body.type == "note_added")
    assert {f"note:{noted.seq}": None} == session.state.risk_words
    assert ClockJumped(before="2026-03-01T10:00:00.000+00:00", after="2026-03-01T09:00:00.000+00:00") == session.events[-1].body
    assert ["session.note"] == [line["link_id"] for line in lines(session.events)]
    assert "clock" == session.turns[-1].kind
