"""What every store promises, run on each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from interview.engine.events import Event
from interview.engine.ports import EventStore, RecordSummary, StoreFault
from interview.storage.memory import MemoryStore
from interview.storage.unlock import KeyFile
from interview.storage.vault import Vault

Make = Callable[..., Event]
Summarise = Callable[..., RecordSummary]


@pytest.fixture(params=["memory", "vault"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[EventStore]:
    if request.param == "memory":
        yield MemoryStore()
        return
    made, _ = Vault.create(tmp_path / "contract", KeyFile(tmp_path / "contract-key"))
    yield made
    made.close()


def test_events_come_back_equal_and_in_order(store: EventStore, event: Make, summary: Summarise) -> None:
    first, rest = (
        [event(1)],
        [
            event(2, value={"none": None, "list": [1.0, 2]}),
            event(3, value=None, status="declined", verbatim=None),
            event(4, range=(1.0, None)),
        ],
    )
    store.append("r1", first, summary("r1", 1))
    store.append("r1", rest, summary("r1", 4))
    assert (*first, *rest) == store.events("r1")


def test_records_are_apart(store: EventStore, event: Make, summary: Summarise) -> None:
    store.append("r1", [event(1)], summary("r1", 1))
    store.append("r2", [event(1, value="other"), event(2)], summary("r2", 2))
    assert (event(1),) == store.events("r1")
    assert (event(1, value="other"), event(2)) == store.events("r2")


def test_list_shows_the_last_updated_first_whatever_its_zone(store: EventStore, event: Make, summary: Summarise) -> None:
    store.append("early", [event(1)], summary("early", 1, "2026-03-01T12:00:00+05:00"))
    store.append("late", [event(1)], summary("late", 1, "2026-03-01T10:00:00+01:00"))
    store.append("late", [event(2)], summary("late", 2, "2026-03-01T10:30:00+01:00"))
    assert (summary("late", 2, "2026-03-01T10:30:00+01:00"), summary("early", 1, "2026-03-01T12:00:00+05:00")) == store.records()


@pytest.mark.parametrize("subject", ["S-1", 'O"Neill, "subject":"S-1"', "Zoë", ""])
def test_a_subjects_records_are_its_own_alone(store: EventStore, event: Make, summary: Summarise, subject: str) -> None:
    for record, of in (("r1", "S-10"), ("r2", subject), ("r3", subject + "x"), ("r4", subject)):
        store.append(record, [event(1)], replace(summary(record, 1, f"2026-03-0{record[1]}T12:00:00+00:00"), subject=of))
    assert ["r4", "r2"] == [each.record for each in store.records(subject)]
    assert () == store.records("nobody's")


def test_no_records_is_an_empty_list(store: EventStore) -> None:
    assert () == store.records()


@pytest.mark.parametrize("offered", [[1], [2], [4], [5], [3, 5], [3, 3], [3, 2]])
def test_a_gap_or_a_repeat_is_busy_and_changes_nothing(store: EventStore, event: Make, summary: Summarise, offered: list[int]) -> None:
    store.append("r1", [event(1), event(2)], summary("r1", 2))
    with pytest.raises(StoreFault) as refused:
        store.append("r1", [event(seq, value="new") for seq in offered], summary("r1", 9))
    assert "busy" == refused.value.kind
    assert (event(1), event(2)) == store.events("r1")
    assert (summary("r1", 2),) == store.records()
    store.append("r1", [event(3)], summary("r1", 3))
    assert 3 == len(store.events("r1"))


def test_a_new_record_starts_at_one(store: EventStore, event: Make, summary: Summarise) -> None:
    with pytest.raises(StoreFault) as refused:
        store.append("r1", [event(2)], summary("r1", 1))
    assert "busy" == refused.value.kind
    assert () == store.records()


def test_no_events_change_the_summary_only(store: EventStore, event: Make, summary: Summarise) -> None:
    store.append("r1", [event(1)], summary("r1", 1))
    seal = store.seal("r1")
    store.append("r1", [], summary("r1", 7))
    assert (summary("r1", 7),) == store.records()
    assert seal == store.seal("r1")


@pytest.mark.parametrize("ask", ["events", "seal", "append"])
def test_an_unknown_record_is_said_so(store: EventStore, summary: Summarise, ask: str) -> None:
    with pytest.raises(StoreFault) as refused:
        store.append("nobody", [], summary("nobody", 0)) if ask == "append" else getattr(store, ask)("nobody")
    assert "unknown_record" == refused.value.kind
    assert "nobody" in str(refused.value)


def test_an_id_that_is_not_plain_is_never_shown(store: EventStore) -> None:
    with pytest.raises(StoreFault) as refused:
        store.events("\x1b]0;title\x07 a name")
    assert "a name" not in str(refused.value)


def test_seals_are_the_same_in_any_vault_and_change_with_every_event(
    store: EventStore, vault: Vault, event: Make, summary: Summarise
) -> None:
    seals = set()
    for seq in range(1, 6):
        for each in (store, vault):
            each.append("r1", [event(seq)], summary("r1", seq))
        assert vault.seal("r1") == store.seal("r1")
        seals.add(store.seal("r1"))
    assert 5 == len(seals)
    store.append("r2", [event(seq) for seq in range(1, 6)], summary("r2", 5))
    assert store.seal("r1") == store.seal("r2")


def test_a_value_that_json_cannot_hold_is_refused_without_its_text(store: EventStore, event: Make, summary: Summarise) -> None:
    for value in (float("nan"), float("inf"), "secret \ud800"):
        with pytest.raises(ValueError, match="event 1 holds a value that JSON cannot hold") as refused:
            store.append("r1", [event(1, value=value)], summary("r1", 1))
        assert refused.value.__cause__ is None
        assert refused.value.__suppress_context__
    assert () == store.records()


def test_the_summary_must_be_of_the_record(store: EventStore, event: Make, summary: Summarise) -> None:
    with pytest.raises(ValueError, match="another record"):
        store.append("r1", [event(1)], summary("r2", 1))


def test_holding_twice_and_releasing_what_is_not_held_are_allowed(store: EventStore, event: Make, summary: Summarise) -> None:
    store.release("r1")
    store.hold("r1")
    store.hold("r1")
    store.append("r1", [event(1)], summary("r1", 1))
    store.release("r1")
    store.append("r1", [event(2)], summary("r1", 2))
    assert 2 == len(store.events("r1"))
