"""For every reader and format: what of a record is not in an export is counted there by kind, and nothing else is missing."""

from __future__ import annotations

import csv
import io
import json
import os
import random
from collections.abc import Iterator
from typing import get_args

import pytest

from interview.engine.events import NoteKind
from interview.engine.fold import fold
from interview.engine.session import Session
from interview.export.csv import to_csv
from interview.export.fhir.bundle import bundle
from interview.export.importing.record import read_record
from interview.export.json import order_to_json
from interview.export.order import Order
from interview.export.page import text_of
from interview.export.readers import page_for
from interview.export.selection import Reader
from interview.export.withheld import told_events
from tests.interview.engine.informant_world import agreed, told
from tests.interview.engine.world import PLAIN, SMALL, ask_through, begin
from tests.interview.export.record import order
from tests.interview.export.walks import walked

WALKS = int(os.environ.get("TRD_EXPORT_WALKS", "30"))
MACHINES: tuple[Reader, ...] = ("chart", "colleague", "research")
NOTES: tuple[NoteKind, ...] = get_args(NoteKind)
OF_TYPE = {
    "note_added": ("notes",),
    "record_signed": ("signatures",),
    "informant_answered": ("informant",),
    "item_answered": ("answers", "superseded"),
}


def with_everything() -> Session:
    """A record with an informant, a judgement between two answers, notes of each kind, one of them done, and words."""
    session = agreed()
    session.answer(told("lifestyle.alcohol_frequency"), "daily, zq-told")
    session.take_informants("lifestyle.alcohol_frequency", reason="zq-reason")
    session.answer(told("interview.informant_story"), "zq-story")
    for kind in NOTES:
        session.note(f"zq-{kind}", kind)
    session.finish_to_do(1)
    session.answer("trials[0].weeks", "9 weeks")
    return session


def closed() -> Session:
    session = begin(interviewer="Dr A")
    ask_through(session, PLAIN)
    session.go("review")
    session.sign("Dr S")
    return session


def orders(seed: int, session: Session) -> Iterator[Order]:
    """An order for each reader, with choices that the seed makes."""
    chance = random.Random(seed)
    for reader in MACHINES:
        notes = frozenset(kind for kind in NOTES if chance.random() < 0.5) if reader != "research" else None
        words = None if reader == "research" else chance.choice((None, True, False))
        left = chance.choice(((), ("lifestyle.smoking",), ("trials[].dose_mg", "kellner")))
        if session.questionnaire.items.keys() < set(left):
            left = ()
        yield order(session, reader, is_page=False, notes=notes, verbatim=words, redacted=frozenset(left))


def refuse_silence(session: Session, each: Order, who: str) -> None:
    """Every entry of the log is told as it stands, or counted by its kind."""
    counts = each.withheld
    there = {event.seq: event for event in told_events(each.session.events, each.chosen.notes)}
    missing = [event for event in session.events if event.seq not in there]
    assert len(missing) == counts.get("entries", 0), who
    for event in missing:
        assert any(counts.get(kind, 0) for kind in OF_TYPE.get(event.body.type, ("entries",))), (who, event.body.type)
    kept = [event for event in session.events if event.seq in there]
    changed = [event for event in kept if there[event.seq].body != event.body and event.body.type != "record_opened"]
    assert len(changed) == counts.get("words", 0), who
    unnamed = [event for event in kept if there[event.seq].by != event.by or (event.body.type == "record_opened" and there[1] != event)]
    assert len(unnamed) == counts.get("names", 0), who


def test_every_entry_that_a_reader_does_not_get_is_counted() -> None:
    kinds = set[str]()
    for seed, session in enumerate([with_everything(), closed(), *(walked(seed)[0] for seed in range(WALKS))]):
        for each in orders(seed, session):
            refuse_silence(session, each, f"{seed} {each.chosen.reader}")
            kinds |= each.withheld.keys()
    assert {"notes", "answers", "superseded", "informant", "signatures", "names", "words", "entries"} == kinds


def test_our_own_json_tells_those_counts_and_no_other_entries() -> None:
    for each in orders(1, with_everything()):
        made = json.loads(order_to_json(each))
        assert {"notes": 0, **each.withheld} == made["withheld"]
        assert [event.seq for event in told_events(each.session.events, each.chosen.notes)] == [event["seq"] for event in made["events"]]


@pytest.mark.parametrize("verbatim", [True, False, None])
def test_what_somebody_close_said_is_counted_where_a_colleague_gets_words(verbatim: bool | None) -> None:
    made = json.loads(order_to_json(order(with_everything(), "colleague", is_page=False, verbatim=verbatim)))
    assert 2 == made["withheld"]["informant"]
    assert "zq-story" not in json.dumps(made)
    assert "zq-reason" not in json.dumps(made)


def test_tables_and_bundles_count_the_same_and_what_they_have_no_place_for() -> None:
    for seed, session in enumerate([with_everything(), closed(), *(walked(seed)[0] for seed in range(3))]):
        for each in orders(seed, session):
            aside, rows = len(each.session.set_aside()), table(each)
            counted = {row["id"].removeprefix("withheld."): int(row["value"]) for row in rows if row["id"].startswith("withheld.")}
            assert dict(each.withheld).items() - counted.items() <= {("superseded", each.withheld.get("superseded"))}
            assert aside == counted.get("set_aside", 0)
            notes = [note for note in session.state.notes if note.kind in each.chosen.notes]
            left = [note for note in notes if note.link_id is None or not each.chosen.is_redacted(note.link_id)]
            assert len(left) == sum(row["row"] == "note" for row in rows)
            response = bundle(each)["entry"][0]["resource"]
            said = [one["extension"] for one in response["extension"] if one["url"].endswith("/withheld")]
            assert counted == {kind["valueCode"].replace("-", "_"): count["valueInteger"] for kind, count in said}


def table(each: Order) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(to_csv(each)[""].decode("utf-8"), newline="")))


@pytest.mark.parametrize("reader", ["chart", "colleague"])
def test_a_page_names_what_is_not_in_it(reader: Reader) -> None:
    shown = "\n".join(text_of(page_for(order(with_everything(), reader))))
    lacking = {"chart": "Not in it: 1 note", "colleague": "Not in it: 3 notes, 2 answers of somebody close, own words"}[reader]
    assert lacking in shown
    assert "zq-private" not in shown
    whole = order(with_everything(), "chart", notes=frozenset(NOTES))
    assert "Not in it" not in "\n".join(text_of(page_for(whole)))


def test_the_person_s_own_sheet_tells_nothing_of_what_somebody_close_said() -> None:
    shown = "\n".join(text_of(page_for(order(with_everything(), "patient"))))
    assert "Not in it" not in shown
    assert "somebody close" not in shown


def test_what_was_to_do_is_not_marked_done_on_another_entry_after_the_way_back() -> None:
    session = begin()
    ask_through(session, PLAIN, until="kellner")
    session.note("PRIVATE", "private")
    session.note("ring the pharmacy", "to_do")
    session.finish_to_do(1)
    for notes, done in ((frozenset({"to_do"}), [True]), (frozenset({"private"}), [False])):
        made = json.loads(order_to_json(order(session, is_page=False, notes=notes)))
        back = read_record(made, SMALL)

        assert done == [note.done_at is not None for note in fold(back.events).notes]
