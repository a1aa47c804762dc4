"""Our own JSON comes back as it went: the same log, the same seal, the same case; what is no log of ours is refused, by its place."""

from __future__ import annotations

import json
import os
from typing import Any

import pytest

from interview.engine.fold import fold
from interview.engine.ledger import Ledger
from interview.export.envelope import Envelope
from interview.export.importing.record import read_record
from interview.export.importing.refused import ImportRefused
from interview.export.json import document, order_to_json
from interview.export.order import ordered
from interview.export.selection import selection_for
from interview.storage.memory import MemoryStore
from tests.interview.engine.world import PLAIN, SMALL, Ticking, ask_through, begin
from tests.interview.export.importing.walks import walk
from tests.interview.export.record import ENVELOPE, HOSTILE, record
from trd_core.settings import DEFAULT

ALL = frozenset({"record", "to_do", "private"})
WALKS = int(os.environ.get("IMPORT_WALKS", "40"))
Json = dict[str, Any]


def exported(session: Any, notes: frozenset[str] = ALL) -> Json:
    store = MemoryStore()
    store.append(session.record, session.events, Ledger(store, SMALL, session.events, Ticking(), DEFAULT).summary())
    made: Json = json.loads(json.dumps(document(session, Envelope("0.1.0", ENVELOPE.exported_at, store.seal(session.record)), notes)))
    return made


def test_random_records_come_back_equal() -> None:
    changed, events = [], 0
    for seed in range(WALKS):
        session = walk(seed)
        tree = exported(session)
        back = read_record(tree, SMALL)
        store = MemoryStore()
        ledger = Ledger(store, SMALL, back.events, Ticking(), DEFAULT)
        store.append(back.record, back.events, ledger.summary())
        events += len(back.events)
        if not (
            session.events == back.events and fold(back.events) == session.state and store.seal(back.record) == tree["seal"] == back.seal
        ):
            changed.append(seed)
    assert [] == changed
    assert events > 10 * WALKS


def test_without_private_notes_it_comes_back_as_what_it_is() -> None:
    session = record()
    back = read_record(exported(session, frozenset({"record", "to_do"})), SMALL)
    assert ("notes",) == back.withheld
    assert list(range(1, len(session.events))) == [event.seq for event in back.events]
    assert [event.body for event in session.events if getattr(event.body, "kind", None) != "private"] == [
        event.body for event in back.events
    ]


def test_a_void_signature_still_names_its_signature_after_a_note_was_left_out() -> None:
    session = begin(interviewer="Dr A")
    ask_through(session, PLAIN)
    session.note("PRIVATE", "private")
    session.go("review")
    session.sign("Dr S")
    session.go("reopen")
    session.answer("person.age_years", "45")
    back = fold(read_record(exported(session, frozenset()), SMALL).events)
    signed = back.signatures[0]
    assert ("Dr S", "person.age_years", session.state.signatures[0].seq - 1) == (
        signed.by,
        signed.voided and signed.voided.because,
        signed.seq,
    )


@pytest.mark.parametrize("reader", ["chart", "colleague"])
def test_what_a_reader_got_comes_back_and_says_so(reader: Any) -> None:
    chosen = selection_for(reader, redacted=frozenset({"trials[].agent"}), verbatim=False)
    back = read_record(json.loads(order_to_json(ordered(record(), ENVELOPE, chosen))), SMALL)
    assert {"answers", "words"} <= set(back.withheld)
    assert "trials[0].agent" not in fold(back.events).answers


def test_what_went_to_research_does_not_come_back() -> None:
    made = json.loads(order_to_json(ordered(record(), ENVELOPE, selection_for("research"), code=lambda text: f"R{len(text)}")))
    with pytest.raises(ImportRefused, match=r"schema: found trd-research/1; allowed: trd-record/1"):
        read_record(made, SMALL)


def edited(path: str, value: Any) -> Json:
    tree = exported(record())
    *steps, last = [int(step) if step.lstrip("-").isdigit() else step for step in path.split("/")]
    place: Any = tree
    for step in steps:
        place = place[step]
    if value is KeyError:
        del place[last]
    else:
        place[last] = value
    return tree


AGE = next(place for place, event in enumerate(record().events) if getattr(event.body, "link_id", "") == "person.age_years")
PHASE = next(place for place, event in enumerate(record().events) if event.body.type == "phase_changed")
SAID = next(place for place, event in enumerate(record().events) if getattr(event.body, "disposition", None))


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        ("schema", "trd-record/2", "schema: found trd-record/2; allowed: trd-record/1; a newer program reads this file"),
        ("schema", 7, "schema: found 7"),
        ("events", [], "events: found a list of 0 entries"),
        ("events/3", HOSTILE, "events[3]: found a text of"),
        (f"events/{AGE}/seq", 999, f"events[{AGE}].seq: found 999; allowed: {AGE + 1}: an event is missing"),
        (f"events/{AGE}/seq", 1, f"events[{AGE}].seq: found 1; allowed: a number greater than {AGE}"),
        (f"events/{AGE}/at", "yesterday", f"events[{AGE}].at: found a text of 9 characters; allowed: a moment"),
        (f"events/{AGE}/at", "2026-03-01T10:00:00", f"events[{AGE}].at: found a text of 19 characters; allowed: a moment"),
        (f"events/{AGE}/body/value", HOSTILE, f"events[{AGE}].body.value (person.age_years): found a text of"),
        (f"events/{AGE}/body/value", True, f"events[{AGE}].body.value (person.age_years): found true; allowed: a number from 0 to 120"),
        (f"events/{AGE}/body/value", -1, f"events[{AGE}].body.value (person.age_years): found -1; allowed: a number from 0 to 120"),
        (f"events/{AGE}/body/status", "declined", f"events[{AGE}].body.value: found 44; allowed: null"),
        (f"events/{AGE}/body/status", "no", f"events[{AGE}].body.item_answered.status"),
        (f"events/{AGE}/body/link_id", HOSTILE, f"events[{AGE}].body.link_id: found a question that is not known here"),
        (f"events/{AGE}/body/link_id", "trials[99999].kind", f"events[{AGE}].body.link_id: found a question that is not known here"),
        (f"events/{AGE}/body/type", "item_burned", f"events[{AGE}].body.type: found an act that is not known here"),
        (f"events/{AGE}/body/more", 1, f"events[{AGE}].body.item_answered.more: found a key that is not known here"),
        (f"events/{AGE}/body", KeyError, f"events[{AGE}].body: found nothing"),
        (
            f"events/{PHASE}/body/source",
            "closed",
            f"events[{PHASE}].body.source: found another phase than the one before; allowed: opening",
        ),
        (f"events/{PHASE}/body/dest", "asking_nowhere", f"events[{PHASE}].body.dest: found a phase that is not known here"),
        (f"events/{PHASE}/body/dest", "closed", f"events[{PHASE}].body: found a move that no interview makes"),
        (f"events/{SAID}/body/disposition", {"by": 7}, f"events[{SAID}].body.disposition.by: found 7"),
        ("events/1/body", {"type": "record_opened"}, "events[1].body.record_opened.record: found nothing"),
        ("events/0", KeyError, "events[0].seq: found 2; allowed: 1: an event is missing"),
        ("subject", "someone else", "subject: found a text of 12 characters; allowed: the same as in the first event"),
        ("events/0/body/record", "../../etc", "record: found a text of 2 characters; allowed: the same as in the first event"),
        ("withheld", "all", "withheld: found a text of 3 characters"),
        ("seal", 12, "seal: found 12"),
    ],
)
def test_what_is_no_log_of_ours_is_refused_by_its_place(path: str, value: Any, where: str) -> None:
    with pytest.raises(ImportRefused) as refused:
        read_record(edited(path, value), SMALL)
    assert str(refused.value).startswith(where)
    assert HOSTILE not in str(refused.value)
