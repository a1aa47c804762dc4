"""The hash chain, alone."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable

import pytest

from interview.engine.events import Event
from interview.storage.chain import GENESIS, Entry, breaks, canonical, extend, seal_of

KEY = bytes(range(32))


@pytest.fixture
def entries(event: Callable[..., Event]) -> list[Entry]:
    return list(extend(KEY, "r1", 0, GENESIS, [canonical(event(seq)) for seq in range(1, 6)]))


def kinds(entries: list[Entry], record: str = "r1", key: bytes = KEY) -> list[tuple[int, str]]:
    return [(broken.seq, broken.kind) for broken in breaks(key, record, entries)]


def test_canonical_json_is_sorted_without_blanks_in_utf8_and_reads_back(event: Callable[..., Event]) -> None:
    one = event(1, value={"b": None, "a": "ä"}, verbatim=None)
    body = canonical(one)
    assert (
        '{"at":"2026-03-01T10:01:00+01:00","body":{"approximate":false,"hedged":false,"link_id":"item.1","source":"patient","status":"answered",'
        '"still_so":false,"type":"item_answered","value":{"a":"ä","b":null}},"seq":1}'
    ).encode() == body
    assert one == Event.model_validate_json(body)
    assert canonical(Event.model_validate_json(body)) == body


def test_the_digest_can_be_recomputed_by_anyone(entries: list[Entry]) -> None:
    digest = hashlib.sha256(b"trd-interview chain 1").digest()
    for entry in entries:
        digest = hashlib.sha256(
            b"trd-interview entry 1\0"
            + digest
            + json.dumps(json.loads(entry.body), sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
        ).digest()
    assert entries[-1].digest == digest
    assert 24 == len(seal_of(digest))
    assert 5 == len(seal_of(digest).split("-"))


def test_a_whole_chain_has_no_breaks(entries: list[Entry]) -> None:
    assert [] == kinds(entries)
    assert [] == kinds([])


def test_an_edited_body_is_named_and_the_rest_stands(entries: list[Entry]) -> None:
    entries[2] = entries[2]._replace(body=entries[2].body.replace(b"3", b"4", 1))
    assert [(3, "edited")] == kinds(entries)


def test_an_edited_mark_or_previous_is_named(entries: list[Entry]) -> None:
    assert [(1, "edited")] == kinds([entries[0]._replace(mark=bytes(32)), *entries[1:]])
    assert [(5, "edited")] == kinds([*entries[:4], entries[4]._replace(previous=bytes(32))])


def test_a_missing_entry_is_named(entries: list[Entry]) -> None:
    assert [(1, "missing")] == kinds(entries[1:])
    assert [(3, "missing")] == kinds(entries[:2] + entries[3:])


def test_reordered_entries_are_named(entries: list[Entry]) -> None:
    swapped = [entries[0], entries[2]._replace(seq=2), entries[1]._replace(seq=3), *entries[3:]]
    assert [(2, "edited"), (3, "edited")] == kinds(swapped)


def test_an_entry_of_another_past_does_not_follow(entries: list[Entry], event: Callable[..., Event]) -> None:
    other = list(extend(KEY, "r1", 0, GENESIS, [canonical(event(seq, value="other")) for seq in range(1, 6)]))
    assert [(4, "unlinked")] == kinds([*entries[:3], *other[3:]])


def test_another_record_or_key_is_named(entries: list[Entry]) -> None:
    assert [(seq, "edited") for seq in range(1, 6)] == kinds(entries, record="r2")
    assert [(seq, "edited") for seq in range(1, 6)] == kinds(entries, key=bytes(32))
