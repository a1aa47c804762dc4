"""How many questions are answered: one count, the same in the view, its sections, the list of records and the check of the answers."""

from __future__ import annotations

from interview.engine import map_acts
from interview.engine.map_acts import ProblemDraft
from interview.engine.session import Session
from interview.views.answer_lines import answer_sections
from interview.views.report import build, progress_words
from tests.interview.engine.world import PLAIN, FailingStore, ask_through, begin


def counts(session: Session, store: FailingStore) -> set[int]:
    """Return every count of answered questions that somebody could see."""
    view = session.view()
    listed = sum(line.status != "not_asked" for section in answer_sections(session) for line in section.answers)
    return {view.answered, sum(section.answered for section in view.sections), store.records()[0].answered, listed}


def test_every_list_counts_the_same_at_every_step() -> None:
    store = FailingStore()
    session = begin(store)
    while (slot := session.current()) is not None:
        session.answer(slot.link_id, PLAIN[slot.link_id])
        assert {session.view().answered} == counts(session, store)
        assert sum(section.total for section in session.view().sections) == session.view().about
    assert len(PLAIN) == session.view().answered == session.view().about


def test_set_aside_answers_and_the_map_are_not_counted() -> None:
    store = FailingStore()
    session = begin(store)
    ask_through(session, PLAIN)
    session.answer("interview.any.trials", "no")
    gone = sum(link_id.startswith(("trials[", "interview.more.trials")) for link_id in PLAIN)
    assert {len(PLAIN) - gone} == counts(session, store)
    session.go("formulate")
    for step in map_acts.write_problem(session, ProblemDraft("Debts", "stress")):
        step()
    assert {len(PLAIN) - gone} == counts(session, store)


def test_what_was_asked_beside_the_order_is_counted_once_answered() -> None:
    store = FailingStore()
    session = begin(store)
    ask_through(session, PLAIN)
    session.answer("interview.safety_today[0]", "no")
    assert {len(PLAIN) + 1} == counts(session, store)
    assert len(PLAIN) + 1 == session.view().about


def test_the_words_are_the_same_everywhere() -> None:
    store = FailingStore()
    session = begin(store)
    ask_through(session, PLAIN)
    assert "1 of 2 questions has an answer, or a reason for none" == progress_words(1, 2)
    assert f"{len(PLAIN)} of {len(PLAIN)} questions have an answer, or a reason for none" == build(session).header.progress
