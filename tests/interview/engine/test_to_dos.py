"""What was to do is marked done: by its number, once, also after closing; it voids no signature; a record made again has it."""

from __future__ import annotations

import pytest

from interview.engine.events import NoteDone
from interview.engine.fold import fold
from interview.engine.lines import lines, submit
from interview.engine.replies import Refused, Saved
from interview.engine.session import Session
from interview.engine.to_dos import open_to_dos, to_dos
from interview.storage.memory import MemoryStore
from tests.interview.engine.world import begin

DONE = "session.note_done"


def noted(store: MemoryStore | None = None) -> Session:
    """A record with two notes that are to do, and one between them that is not."""
    session = begin(store)
    session.note("ring the ward", "to_do")
    session.note("came late", "record")
    session.note("ask for the letter", "to_do")
    return session


def test_it_is_marked_by_its_number_and_the_others_keep_theirs() -> None:
    session = noted()
    assert isinstance(session.finish_to_do(1), Saved)
    assert [(2, "ask for the letter")] == [(number, note.text) for number, note in open_to_dos(session.state)]
    assert [False, True] == [note.done_at is None for note in to_dos(session.state)]
    assert session.finish_to_do(1) == Refused(DONE, "done_already")
    assert session.finish_to_do(3) == Refused(DONE, "unknown_item")


def test_the_list_of_records_counts_what_is_still_to_do() -> None:
    store = MemoryStore()
    session = noted(store)
    assert 2 == store.records()[0].to_do
    session.finish_to_do(2)
    assert 1 == store.records()[0].to_do


def test_its_end_is_no_content_of_a_signature() -> None:
    session = noted()
    before = session.content_digest()
    session.finish_to_do(2)
    assert before == session.content_digest()


def test_a_record_made_again_from_its_lines_has_it() -> None:
    session = noted()
    session.finish_to_do(2)
    store = session._ledger.store
    made = lines(store.events(session.record))
    assert {"link_id": DONE, "value": 2} == made[-1]
    again = begin(MemoryStore())
    assert all(isinstance(submit(again, line), Saved) for line in made)
    assert [note.done_at is None for note in to_dos(session.state)] == [note.done_at is None for note in to_dos(again.state)]


@pytest.mark.parametrize("value", [True, "1", 1.0, None, 0, -1, 10**9])
def test_a_line_with_another_value_is_refused(value: object) -> None:
    session = noted()
    assert isinstance(submit(session, {"link_id": DONE, "value": value}), Refused)
    assert 2 == len(open_to_dos(session.state))


def test_an_old_log_folds_as_before() -> None:
    session = noted()
    events = session._ledger.store.events(session.record)
    assert not any(isinstance(event.body, NoteDone) for event in events)
    assert [None, None, None] == [note.done_at for note in fold(events).notes]


def test_a_note_keeps_what_it_is_about() -> None:
    session = begin()
    session.note("ask again", "to_do", "narrative.concern")
    assert ("narrative.concern", "to_do") == (session.turns[-1].link_id, session.turns[-1].note_kind)
