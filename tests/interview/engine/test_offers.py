"""One sentence may tell more than was asked: it is offered where it is asked, and counts only once it was taken."""

from __future__ import annotations

import pytest

from interview.engine.replies import Refused, Saved
from interview.engine.session import Session
from interview.questionnaire.reader import bundled
from interview.storage.memory import MemoryStore
from tests.interview.engine.world import NO_RISK, Ticking, begin, ids

SENTENCE = "sertraline, 100 for two months, did nothing"
DOSE, WEEKS, OUTCOME = "trials[0].dose_mg", "trials[0].weeks", "trials[0].outcome"


def asked_of_treatment(sentence: str = SENTENCE, *, kind: str = "medicine") -> Session:
    session = Session.begin(MemoryStore(), bundled(), subject="S-1", clock=Ticking(), new_id=ids())
    for link_id, text in {"interview.consent": "yes", **NO_RISK, "person.age_years": "44", "interview.any.trials": "yes"}.items():
        assert isinstance(session.answer(link_id, text), Saved)
    assert isinstance(session.answer("trials[0].agent", sentence), Saved)
    assert isinstance(session.answer("trials[0].kind", kind), Saved)
    return session


def test_a_sentence_names_the_treatment_and_fills_nothing_else() -> None:
    session = asked_of_treatment()
    (trial,) = session.case().trials or ()
    assert ("sertraline", None, None, None) == (trial.agent, trial.dose_mg, trial.weeks, trial.outcome)
    assert [(DOSE, 100, "100"), (WEEKS, 8.696, "for two months"), (OUTCOME, "non_response", "did nothing")] == [
        (offer.link_id, offer.value, offer.words) for offer in session.offers_told_in("trials[0].agent")
    ]


def test_what_was_told_is_offered_at_its_question_and_taken_with_its_words() -> None:
    session = asked_of_treatment()
    for link_id, value in ((OUTCOME, "non_response"), (DOSE, 100), (WEEKS, 8.696)):
        session.go_to(link_id)
        view = session.view().item
        assert view is not None
        assert view.offer is not None
        assert (link_id, value, "trials[0].agent") == (view.link_id, view.offer.value, view.offer.told_in)
        assert isinstance(session.take_offer(link_id), Saved)
    (trial,) = session.case().trials or ()
    assert (100, 8.696, "non_response") == (trial.dose_mg, trial.weeks, trial.outcome)
    answer = session.answer_of(WEEKS)
    assert answer is not None
    assert ("for two months", "patient") == (answer.verbatim, answer.source)


def test_another_answer_wins_and_takes_the_offer_away() -> None:
    session = asked_of_treatment()
    session.answer(DOSE, "50 mg")
    assert [WEEKS, OUTCOME] == [offer.link_id for offer in session.offers_told_in("trials[0].agent")]
    assert Refused(DOSE, "not_now") == session.take_offer(DOSE)


def test_a_name_alone_offers_nothing_and_a_corrected_name_takes_its_offers_along() -> None:
    session = asked_of_treatment()
    session.answer("trials[0].agent", "sertraline")
    assert () == session.offers_told_in("trials[0].agent")
    assert Refused(DOSE, "not_now") == session.take_offer(DOSE)


def test_an_offer_survives_a_pause_and_its_dates_are_those_of_the_sentence() -> None:
    session = asked_of_treatment("sertraline 100 since January")
    store, before = session._ledger.store, session.offers_told_in("trials[0].agent")
    session.release()
    later = Session.resume(store, bundled(), session.record, clock=Ticking(day=28))
    assert before == later.offers_told_in("trials[0].agent")
    assert [(DOSE, 100), (WEEKS, 8.429)] == [(offer.link_id, offer.value) for offer in before]


@pytest.mark.parametrize("link_id", ["kellner", "trials[0].agent", "lifestyle.smoking"])
def test_where_nothing_was_told_nothing_is_taken(link_id: str) -> None:
    session = begin()
    session.answer("interview.consent", "yes")
    for safe, answer in NO_RISK.items():
        session.answer(safe, answer)
    before = session.state.seq
    assert isinstance(session.take_offer(link_id), Refused)
    assert before == session.state.seq
