"""The store that tells up to when answers are safe: after they are, by hours and minutes only; at the end records are paused and free."""

from __future__ import annotations

from dataclasses import replace

import pytest

from interview.engine.doors import Doors
from interview.engine.ports import StoreFault
from interview.serve.watched_store import WatchedStore, leave_in_order
from tests.interview.tui.desk import doors


@pytest.fixture
def watched() -> tuple[Doors, WatchedStore, list[str]]:
    made = doors()
    store, told = WatchedStore(made.store), list[str]()
    store.tell = told.append
    return replace(made, store=store), store, told


def test_a_time_is_told_once_events_are_durable(watched: tuple[Doors, WatchedStore, list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    made, _store, told = watched
    session = made.begin("S-1")
    assert told[-1] == session.view().saved_at[11:16]
    told.clear()

    def full(*_: object) -> None:
        raise StoreFault("full", "The disk is full.")

    monkeypatch.setattr(made.store._store, "append", full)  # type: ignore[attr-defined]
    with pytest.raises(StoreFault):
        session.note("a note")
    assert [] == told


def test_a_record_that_is_opened_tells_its_own_last_time(watched: tuple[Doors, WatchedStore, list[str]]) -> None:
    made, store, told = watched
    session = made.begin("S-1")
    session.go("pause")
    session.release()
    assert [] == store.held
    last = session.view().saved_at[11:16]
    told.clear()
    made.resume(session.record)
    assert last == told[0]
    assert [session.record] == store.held


def test_what_is_still_open_at_the_end_is_paused_and_released(watched: tuple[Doors, WatchedStore, list[str]]) -> None:
    made, store, _ = watched
    session = made.begin("S-1")
    leave_in_order(made, store)
    assert [] == store.held
    assert "paused" == made.read(session.record).phase
    before = len(store.events(session.record))
    leave_in_order(made, store)
    assert before == len(store.events(session.record))
