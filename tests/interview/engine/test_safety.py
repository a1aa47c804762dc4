"""A sign of risk is met at once; it cannot be skipped in silence, scored away or deleted."""

from __future__ import annotations

import pytest

from interview.engine.replies import Refused, Saved
from interview.engine.session import Session
from tests.interview.engine.world import DISPOSITION, NO_RISK, PLAIN, SMALL, FailingStore, Ticking, ask_through, begin


def at_safety(store: FailingStore | None = None) -> Session:
    """Return a session whose next question is the first of safety."""
    session = begin(store)
    ask_through(session, PLAIN, until="safety.wish_to_be_dead")
    return session


def finish_questions(session: Session) -> None:
    """Answer no to what the safety phase still asks."""
    while (slot := session.current()) is not None:
        session.answer(slot.link_id, "no")


def test_a_wish_is_met_by_finishing_the_questions_and_an_acknowledgement() -> None:
    """The interview then goes on where it was; a disposition is still owed before closing."""
    session = at_safety()
    reply = session.answer("safety.wish_to_be_dead", "yes")
    assert isinstance(reply, Saved)
    assert reply.safety_opened
    assert "safety" == session.phase
    assert Refused("kellner", "safety_open") == session.answer("kellner", "5")
    assert Refused("session.phase", "safety_open") == session.go("formulate")
    finish_questions(session)
    assert ("safety", "acknowledgement") == (session.phase, session.view().safety.need)
    assert Refused(
        "session.safety_acknowledged", "incomplete_disposition", missing=("by", "seen_by", "means_addressed", "contact", "next_review")
    ) == (session.acknowledge_safety({}))
    assert isinstance(session.acknowledge_safety({"by": "Dr A"}), Saved)
    assert "asking_person" == session.phase
    assert not session.view().safety.is_complete


@pytest.mark.parametrize(
    ("link_id", "status"),
    [("safety.thoughts", "declined"), ("safety.wish_to_be_dead", "unknown"), ("safety.act", "declined")],
)
def test_a_refusal_or_no_clear_answer_stops_the_script(link_id: str, status: str) -> None:
    """Met like a positive: every part of the disposition is required."""
    session = at_safety()
    session.leave_unanswered(link_id, status)  # type: ignore[arg-type]
    assert ("safety", "disposition") == (session.phase, session.view().safety.need)
    for part in set(DISPOSITION) - {"at"}:
        reply = session.acknowledge_safety({**DISPOSITION, part: None})
        assert Refused("session.safety_acknowledged", "incomplete_disposition", missing=(part,)) == reply
    assert isinstance(session.acknowledge_safety(DISPOSITION), Saved)
    assert "safety" != session.phase


def test_an_act_stops_the_script_and_may_leave_open_questions_behind() -> None:
    """With the disposition recorded the clinician may go on; what was not asked is still not asked."""
    session = at_safety()
    session.answer("safety.act", "yes")
    assert session.view().safety.stops
    session.acknowledge_safety(DISPOSITION)
    assert "asking_safety" == session.phase
    assert "safety.act_on" == session.current().link_id  # type: ignore[union-attr]
    assert "Dr B" == session.case().safety.disposition.seen_by  # type: ignore[union-attr]


def test_a_positive_cannot_be_lowered_deleted_or_withdrawn() -> None:
    """By no answer, no reason for none, and no withdrawal."""
    session = at_safety()
    session.answer("safety.wish_to_be_dead", "yes")
    stands = Refused("safety.wish_to_be_dead", "positive_stands")
    assert stands == session.answer("safety.wish_to_be_dead", "no")
    assert stands == session.give("safety.wish_to_be_dead", False)
    assert stands == session.leave_unanswered("safety.wish_to_be_dead", "not_applicable")
    assert stands == session.withdraw("safety.wish_to_be_dead")
    assert session.case().safety.wish_to_be_dead is True


def test_a_mis_key_is_corrected_by_name_with_a_reason_and_both_versions_stay() -> None:
    """The log keeps the yes; the case has the no."""
    session = at_safety()
    session.answer("safety.wish_to_be_dead", "yes")
    assert Refused("safety.wish_to_be_dead", "empty") == session.correct_safety("safety.wish_to_be_dead", False, by="Dr A", reason=" ")
    assert isinstance(session.correct_safety("safety.wish_to_be_dead", False, by="Dr A", reason="wrong key"), Saved)
    assert session.case().safety.wish_to_be_dead is False
    kinds = [event.body.type for event in session.events]
    assert kinds.index("item_answered") < kinds.index("safety_corrected")
    assert Refused("kellner", "not_now") == session.correct_safety("kellner", False, by="Dr A", reason="no")


def test_a_refused_answer_may_be_answered_later() -> None:
    """A refusal is not a yes: asked again, a no counts as a no."""
    session = at_safety()
    session.leave_unanswered("safety.thoughts", "declined")
    session.acknowledge_safety(DISPOSITION)
    session.answer("safety.thoughts", "no")
    assert session.case().safety.thoughts is False


def test_no_interview_closes_without_safety_the_second_look_and_a_disposition() -> None:
    """Each is missing once; then it closes."""
    session = begin()
    assert not session.may("formulate")
    ask_through(session, {**PLAIN}, until="interview.safety_second_look")
    session.go("formulate")
    session.go("review")
    assert Refused("session.phase", "not_now") == session.go("close")
    session.go_to("interview.safety_second_look")
    session.answer("interview.safety_second_look", "no")
    session.go("review")
    assert isinstance(session.go("close"), Saved)
    assert "closed" == session.phase
    assert Refused("kellner", "closed") == session.answer("kellner", "1")
    assert "areas_completed" not in session.case().missing


def test_an_acknowledged_wish_still_needs_a_disposition_before_closing() -> None:
    """`by` alone lets the interview go on, not end."""
    session = at_safety()
    session.answer("safety.wish_to_be_dead", "yes")
    finish_questions(session)
    session.acknowledge_safety({"by": "Dr A"})
    ask_through(session, PLAIN)
    session.go("review")
    assert Refused("session.phase", "not_now") == session.go("close")
    assert isinstance(session.acknowledge_safety(DISPOSITION), Saved)
    assert isinstance(session.go("close"), Saved)


def test_a_yes_at_the_second_look_asks_the_safety_questions_again() -> None:
    """Earlier noes are asked again; the phase returns afterwards."""
    session = begin()
    ask_through(session, PLAIN, until="interview.safety_second_look")
    session.answer("interview.safety_second_look", "yes")
    assert ("safety", "safety.wish_to_be_dead") == (session.phase, session.current().link_id)  # type: ignore[union-attr]
    finish_questions(session)
    session.acknowledge_safety({"by": "Dr A"})
    assert "asking_secondlook" == session.phase


def test_on_another_day_safety_is_looked_at_first() -> None:
    """Not on the same day; a no leads back; a yes opens the questions."""
    store = FailingStore()
    session = begin(store)
    ask_through(session, PLAIN, until="person.age_years")
    assert "asking_person" == Session.resume(store, SMALL, session.record, clock=Ticking(1)).phase
    next_day = Session.resume(store, SMALL, session.record, clock=Ticking(2))
    assert ("safety", "interview.safety_today[0]") == (next_day.phase, next_day.current().link_id)  # type: ignore[union-attr]
    next_day.answer("interview.safety_today[0]", "no")
    assert ("asking_person", "person.age_years") == (next_day.phase, next_day.current().link_id)  # type: ignore[union-attr]
    third = Session.resume(store, SMALL, session.record, clock=Ticking(3))
    assert "interview.safety_today[1]" == third.current().link_id  # type: ignore[union-attr]
    third.answer("interview.safety_today[1]", "yes")
    assert ("safety", "safety.wish_to_be_dead") == (third.phase, third.current().link_id)  # type: ignore[union-attr]
    finish_questions(third)
    third.acknowledge_safety({"by": "Dr A"})
    assert "asking_person" == third.phase


def test_a_record_that_never_reached_safety_is_not_looked_at_on_another_day() -> None:
    """It is asked in its turn."""
    store = FailingStore()
    session = begin(store)
    assert "opening" == Session.resume(store, SMALL, session.record, clock=Ticking(5)).phase


def test_the_interviewer_may_open_safety_from_any_phase() -> None:
    """All questions are asked again; nothing is owed where nothing is endorsed."""
    session = begin()
    assert isinstance(session.go("open_safety"), Saved)
    assert "safety" == session.phase
    for link_id in NO_RISK:
        session.answer(link_id, "no")
    assert "opening" == session.phase
    ask_through(session, PLAIN)
    session.go("formulate")
    session.go("open_safety")
    finish_questions(session)
    assert "formulating" == session.phase


def test_words_of_risk_raise_a_banner_that_must_be_settled_before_closing() -> None:
    """In an answer and in a note; each is settled by itself; they never stop the script."""
    session = begin()
    session.answer("interview.consent", "yes")
    reply = session.answer("narrative.concern", "Some days I want to kill myself.")
    assert isinstance(reply, Saved)
    assert reply.risk_words
    assert "asking_safety" == session.phase
    session.note("mother spoke of suicide")
    ask_through(session, PLAIN)
    banner = session.view().risk_banner
    assert 2 == len(banner)
    assert "narrative.concern" == banner[0]
    session.go("review")
    assert not session.may("close")
    assert Refused("narrative.concern", "does_not_fit") == session.settle_risk_words("narrative.concern", "ignored")
    session.settle_risk_words(banner[0], "asked_now")
    assert not session.may("close")
    session.settle_risk_words(banner[1], "not_this_person")
    assert Refused(banner[1], "unknown_item") == session.settle_risk_words(banner[1], "known")
    assert session.may("close")


def test_a_positive_after_the_acknowledgement_is_owed_anew() -> None:
    """Each sign is met, not only the first."""
    session = at_safety()
    session.answer("safety.wish_to_be_dead", "yes")
    session.acknowledge_safety({"by": "Dr A"})
    assert "safety" == session.phase
    session.answer("safety.thoughts", "yes")
    assert "acknowledgement" == session.view().safety.need
    session.answer("safety.method", "yes")
    assert "disposition" == session.view().safety.need


def test_nothing_to_acknowledge_is_refused() -> None:
    """Outside safety, with no positive."""
    assert Refused("session.safety_acknowledged", "not_now") == begin().acknowledge_safety(DISPOSITION)


@pytest.mark.parametrize("part", ["next_review", "means_addressed", "weather"])
def test_a_disposition_that_does_not_fit_names_its_part(part: str) -> None:
    """A date that does not exist, a word for yes or no, a part that is none."""
    session = at_safety()
    session.answer("safety.act", "yes")
    reply = session.acknowledge_safety({**DISPOSITION, part: "2026-02-30"})
    assert Refused(f"safety.disposition.{part}", "does_not_fit") == reply


def at_person() -> Session:
    """Return a session after safety, in which nothing was said that had to be met."""
    session = begin()
    ask_through(session, PLAIN, until="person.age_years")
    return session


def test_safety_opened_by_a_slip_is_undone_while_nothing_was_said_there_and_the_log_keeps_both() -> None:
    """The interview stands where it stood, and what was answered before counts as asked."""
    session = at_person()
    before = session.view().safety
    session.go("open_safety")
    assert ("safety", "safety.wish_to_be_dead") == (session.phase, session.current().link_id)  # type: ignore[union-attr]
    assert session.may("undo_safety")
    assert isinstance(session.go("undo_safety"), Saved)
    assert ("asking_person", "person.age_years") == (session.phase, session.current().link_id)  # type: ignore[union-attr]
    assert before == session.view().safety
    said = [(event.body.type, getattr(event.body, "trigger", None)) for event in session.events[-3:]]
    assert [("safety_opened", None), ("phase_changed", "open_safety"), ("phase_changed", "undo_safety")] == said
    assert 0 == session.state.safety_reopened
    session.go("open_safety")
    assert "safety.wish_to_be_dead" == session.current().link_id  # type: ignore[union-attr]


def test_safety_is_not_undone_once_anything_was_said_there_or_a_sign_of_risk_stands() -> None:
    """An answer, an acknowledgement, a sign met long ago, an opening by an answer: none of them has a way out but to the end."""
    refused = Refused("session.phase", "safety_open")
    session = at_person()
    session.go("open_safety")
    session.answer("safety.wish_to_be_dead", "no")
    assert refused == session.go("undo_safety")
    met = at_safety()
    met.answer("safety.wish_to_be_dead", "yes")
    assert refused == met.go("undo_safety")
    finish_questions(met)
    met.acknowledge_safety(DISPOSITION)
    met.go("open_safety")
    assert ("safety", refused) == (met.phase, met.go("undo_safety"))
    noted = at_person()
    noted.go("open_safety")
    noted.acknowledge_safety(DISPOSITION)
    assert refused == noted.go("undo_safety")
    assert Refused("session.phase", "not_now") == at_person().go("undo_safety")


def test_undoing_on_another_day_does_not_walk_past_the_short_look() -> None:
    """Opened by hand and paused; the next day it is undone: the look of that day is asked at once."""
    store = FailingStore()
    session = begin(store)
    ask_through(session, PLAIN, until="person.age_years")
    session.go("open_safety")
    session.go("pause")
    session.release()
    again = Session.resume(store, SMALL, session.record, clock=Ticking(2))
    assert "safety" == again.phase
    again.go("undo_safety")
    assert ("safety", "another_day", "interview.safety_today[0]") == (
        again.phase,
        again.view().safety.because,
        again.current().link_id,  # type: ignore[union-attr]
    )


def test_the_view_says_what_of_safety_is_done_and_what_is_missing() -> None:
    session = at_safety()
    assert session.view().safety.was_asked is False
    session.answer("safety.wish_to_be_dead", "yes")
    finish_questions(session)
    session.acknowledge_safety({"by": "Dr A", "seen_by": "Dr B"})
    assert session.view().safety.was_asked is True
    assert ("means_addressed", "contact", "next_review") == session.view().safety.disposition_missing
    session.acknowledge_safety(DISPOSITION)
    assert () == session.view().safety.disposition_missing


def test_the_short_look_of_another_day_is_the_questionnaires_own_question() -> None:
    store = FailingStore()
    session = begin(store)
    ask_through(session, PLAIN, until="person.age_years")
    slot = Session.resume(store, SMALL, session.record, clock=Ticking(2)).current()
    assert slot is not None
    assert (SMALL.items["interview.safety_today[]"], "safety") == (slot.item, slot.section)
