"""What an act would do, seen beforehand: the same as what it then does, and nothing is appended or moved by looking."""

from __future__ import annotations

import copy

import pytest

from interview.engine.rehearsal import NO_EFFECT, effect_of, standing_of
from interview.engine.replies import AskedBack, NotUnderstood, Refused, Saved
from interview.engine.session import Session
from tests.interview.engine.test_signing import reopened, reviewed
from tests.interview.engine.world import PLAIN, FailingStore, ask_through, begin


def told() -> Session:
    """Return a record in which everything was asked."""
    session = begin(FailingStore())
    ask_through(session, PLAIN)
    return session


def test_what_an_answer_closes_and_what_it_opens_again() -> None:
    session = told()
    seen = session.what_if("lifestyle.smoking", "never")
    assert ("lifestyle.cigarettes_per_day",) == seen.effect.set_aside
    assert ("never", "current") == (seen.answer.value, session.state.answers["lifestyle.smoking"].value)  # type: ignore[union-attr]
    assert seen.is_to_be_seen
    session.answer("lifestyle.smoking", "never")
    back = session.what_if("lifestyle.smoking", "current")
    assert (("lifestyle.cigarettes_per_day",), ()) == (back.effect.counts_again, back.effect.set_aside)


def test_what_would_be_asked_now() -> None:
    session = begin(FailingStore())
    ask_through(session, {**PLAIN, "lifestyle.smoking": "never"})
    seen = session.what_if("lifestyle.smoking", "current")
    assert ("lifestyle.cigarettes_per_day",) == seen.effect.asked_now
    session.answer("lifestyle.smoking", "current")
    assert ("lifestyle.cigarettes_per_day",) == session.what_if("lifestyle.smoking", "never").effect.asked_no_more


@pytest.mark.parametrize("link_id", [*PLAIN, "problems[0].label"])
@pytest.mark.parametrize("text", ["no", "1", "2", "never", "sertraline", "I'd rather not say"])
def test_what_was_seen_is_what_then_happens_and_looking_changes_nothing(link_id: str, text: str) -> None:
    session = reviewed()
    before = copy.deepcopy(session.state), session.events, session.view(), session.case()
    seen = session.what_if(link_id, text)
    assert before == (session.state, session.events, session.view(), session.case())
    stood = standing_of(session)
    reply = session.answer(link_id, text)
    assert type(reply) is type(seen.reply)
    assert effect_of(session, stood) == seen.effect
    if isinstance(reply, Saved) and isinstance(seen.reply, Saved):
        assert (reply.seq, reply.value, reply.opened, reply.closed) == (
            seen.reply.seq,
            seen.reply.value,
            seen.reply.opened,
            seen.reply.closed,
        )


def test_a_place_that_was_chosen_stays_chosen() -> None:
    session = reviewed()
    session.go_to("kellner")
    session.what_if("kellner", "7")
    assert "kellner" == session.current().link_id  # type: ignore[union-attr]


def test_whose_signature_a_change_would_void_is_told() -> None:
    session = reopened("Dr A", "Dr B")
    digest = session.content_digest()
    seen = session.what_if("person.age_years", "45")
    assert (("Dr A", "Dr B"), NO_EFFECT, True) == (seen.voids, seen.effect, seen.is_to_be_seen)
    assert [True, True] == [each.is_valid for each in session.view().signatures]
    assert digest == session.content_digest()
    session.answer("person.age_years", "45")
    assert () == session.what_if("person.age_years", "46").voids


def test_a_sign_of_risk_waits_for_nothing() -> None:
    session = reopened()
    seen = session.what_if("safety.thoughts", "yes")
    assert isinstance(seen.reply, Saved)
    assert seen.reply.safety_opened
    assert not seen.is_to_be_seen
    assert "reviewing" == session.phase


def test_what_would_not_be_taken_has_no_effect() -> None:
    session = reviewed()
    assert isinstance(session.what_if("person.age_years", "blue").reply, NotUnderstood)
    assert isinstance(session.what_if("person.age_years", "40 or 50").reply, AskedBack | Saved | NotUnderstood)
    assert isinstance(session.what_if("nowhere", "1").reply, Refused)
    assert not session.what_if("person.age_years", "blue").is_to_be_seen


def test_a_full_disk_does_not_hinder_looking() -> None:
    session = told()
    session._ledger.store.is_full = True  # type: ignore[attr-defined]
    assert isinstance(session.what_if("lifestyle.smoking", "never").reply, Saved)
