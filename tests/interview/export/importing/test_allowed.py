"""What the session would have refused is refused on the way back: above all a record that says closed while safety is owed."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable
from typing import Any

import pytest

from interview.engine.events import Event, PhaseChanged
from interview.engine.ledger import Ledger
from interview.engine.phases import TRANSITIONS, section_of_phase
from interview.engine.rehearsal import Nowhere
from interview.engine.session import Session
from interview.export.importing.plausible import refuse_implausible
from interview.export.importing.record import read_record
from interview.export.importing.refused import ImportRefused
from tests.interview.engine.world import DISPOSITION, PLAIN, SMALL, Ticking, ask_through, begin
from tests.interview.export.fhir.world import demonstration
from tests.interview.export.importing.walks import walk
from trd_core.settings import DEFAULT

WALKS = int(os.environ.get("IMPORT_WALKS", "40"))
AT = "2026-03-01T18:00:00+00:00"
TRIGGERS = sorted({row.trigger for row in TRANSITIONS})
PLACES = ("opening", "formulating", "reviewing", "closed", "paused", "safety", *(f"asking_{name}" for name in SMALL.sections))
Json = dict[str, Any]


def stands(events: tuple[Event, ...]) -> bool:
    try:
        refuse_implausible(events, SMALL)
    except ImportRefused:
        return False
    return True


def test_a_move_is_taken_exactly_where_the_session_could_make_it() -> None:
    """Any beginning of a random record, and then a move of any kind to any place."""
    taken = refused = 0
    for seed in range(WALKS):
        chance, events = random.Random(seed), walk(seed).events
        assert stands(events), seed
        for __ in range(8):
            before = events[: chance.randint(1, len(events))]
            ledger = Ledger(Nowhere(), SMALL, before, Ticking(), DEFAULT)
            trigger = chance.choice(TRIGGERS)
            rows = [row.dest for row in TRANSITIONS if row.trigger == trigger]
            dest = chance.choice([*PLACES, *(each for each in (*rows, ledger.returns_to()) if each in PLACES), "closed"])
            moved = PhaseChanged(trigger=trigger, source=ledger.state.phase, dest=dest)
            could = ledger.phases.destination(trigger, section_of_phase(dest)) == dest
            assert could == stands((*before, Event(seq=len(before) + 1, at=AT, body=moved))), (seed, trigger, dest)
            taken, refused = taken + could, refused + (not could)
    assert min(taken, refused) > WALKS // 2


def closed() -> Session:
    """A record with a sign of risk that was met, closed."""
    session = begin(interviewer="Dr A")
    ask_through(session, {**PLAIN, "safety.wish_to_be_dead": "yes"})
    session.acknowledge_safety(DISPOSITION)
    ask_through(session, PLAIN)
    session.go("review")
    session.go("close")
    assert "closed" == session.phase
    return session


def tampered(change: Callable[[list[Json]], list[Json]]) -> str:
    """Return why a changed log is refused; empty where it is taken."""
    events = [json.loads(event.model_dump_json()) for event in closed().events]
    changed = [{**event, "seq": place} for place, event in enumerate(change(events), 1)]
    try:
        read_record({"schema": "trd-record/1", "record": "r0", "events": changed}, SMALL)
    except ImportRefused as refused:
        return str(refused)
    return ""


def without(**told: Any) -> Callable[[list[Json]], list[Json]]:
    return lambda events: [event for event in events if not told.items() <= event["body"].items()]


def with_last(body: Json, *, before: int = 0) -> Callable[[list[Json]], list[Json]]:
    def changed(events: list[Json]) -> list[Json]:
        place = len(events) - before
        return [*events[:place], {"seq": 1, "at": AT, "by": None, "body": body}, *events[place:]]

    return changed


NO = {"type": "item_answered", "link_id": "safety.wish_to_be_dead", "status": "answered", "value": False, "source": "patient"}


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (without(type="safety_acknowledged"), "when the safety questions had not been finished"),
        (without(link_id="interview.safety_second_look"), "a move to closed when safety was still owed"),
        (without(link_id="safety.thoughts"), "when the safety questions had not been finished"),
        (with_last({"type": "risk_words_noticed", "link_id": "narrative.concern"}, before=1), "when words of risk had not been settled"),
        (with_last(NO, before=2), "a sign of risk that is taken back"),
        (with_last({"type": "answer_withdrawn", "link_id": "safety.wish_to_be_dead"}, before=2), "a sign of risk that is taken back"),
        (with_last({**NO, "link_id": "lifestyle.smoking", "value": "never"}), "an answer while the record was closed or paused"),
        (with_last({"type": "note_done", "note": 3}, before=2), "the event that noted what is to do"),
    ],
)
def test_a_log_that_no_session_could_have_made_is_refused_with_the_reason(change: Any, why: str) -> None:
    assert "" == tampered(lambda events: events)
    assert why in tampered(change)


def test_the_demonstration_is_taken_whole() -> None:
    session = demonstration()
    refuse_implausible(session.events, session.questionnaire)
