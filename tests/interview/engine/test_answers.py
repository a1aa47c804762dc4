"""What a session says back, and what it keeps."""

from __future__ import annotations

import pytest

from interview.engine.ports import StoreFault
from interview.engine.replies import AskedBack, NotUnderstood, Refused, Saved
from interview.engine.session import Session
from interview.engine.validation import Misfit
from tests.interview.engine.world import PLAIN, SMALL, FailingStore, Ticking, ask_through, begin


def test_what_was_typed_is_kept_beside_what_was_understood() -> None:
    """The words, the value, who said it and how sure."""
    session = begin()
    session.answer("person.age_years", "about forty-four")
    answer = session.answer_of("person.age_years")
    assert answer is not None
    assert ("about forty-four", 44, "patient", True) == (answer.verbatim, answer.value, answer.source, answer.approximate)


@pytest.mark.parametrize("status", ["declined", "unknown", "not_applicable"])
def test_the_reasons_for_no_answer_stay_apart(status: str) -> None:
    """None of them is a no, a zero or not asked."""
    session = begin()
    session.leave_unanswered("kellner", status)  # type: ignore[arg-type]
    assert session.case().kellner is None
    assert status == session.case().missing["kellner"]
    assert status == session.answer_of("kellner").status  # type: ignore[union-attr]


def test_a_refusal_typed_in_words_is_declined() -> None:
    """In every kind, never a no."""
    session = begin()
    reply = session.answer("lifestyle.smoking", "I'd rather not say")
    assert isinstance(reply, Saved)
    assert ("declined", None) == (reply.status, reply.value)


def test_out_of_range_keeps_the_question_and_the_words_and_says_what_fits() -> None:
    """Nothing was saved."""
    session = begin()
    before = len(session.events)
    assert NotUnderstood("kellner", "12", Misfit("a_whole_number", (), 1, 9)) == session.answer("kellner", "12")
    assert before == len(session.events)
    assert "a whole number from 1 to 9" == Misfit("a_whole_number", (), 1, 9).sentence()


def test_two_readings_are_asked_back() -> None:
    """Never guessed."""
    session = begin()
    reply = session.answer("person.age_years", "yes and no")
    assert isinstance(reply, NotUnderstood)
    both = session.answer("interview.consent", "yes and no")
    assert isinstance(both, AskedBack)
    assert {True, False} == set(both.candidates)


def test_a_range_is_kept_as_a_range_and_the_fact_stays_unknown() -> None:
    """Nothing is made of it that was not said."""
    session = begin()
    session.answer("person.age_years", "between 40 and 45")
    answer = session.answer_of("person.age_years")
    assert answer is not None
    assert (None, (40, 45)) == (answer.value, answer.range)
    assert session.case().person.age_years is None
    assert "unknown" == session.case().missing["person.age_years"]


def test_a_drug_that_no_table_knows_may_be_kept() -> None:
    """The words stay; a second time they are taken as they are."""
    session = begin()
    first = session.answer("trials[0].agent", "zzyzx blue capsules")
    assert isinstance(first, NotUnderstood)
    assert first.may_keep
    kept = session.answer("trials[0].agent", "zzyzx blue capsules", keep=True)
    assert isinstance(kept, Saved)
    assert "zzyzx blue capsules" == kept.value


@pytest.mark.parametrize(
    ("link_id", "value", "sentence"),
    [
        ("kellner", 0, "a whole number from 1 to 9"),
        ("kellner", 10, "a whole number from 1 to 9"),
        ("kellner", 5.5, "a whole number from 1 to 9"),
        ("kellner", True, "a whole number from 1 to 9"),
        ("person.age_years", float("nan"), "a number from 0 to 120"),
        ("trials[0].dose_mg", -1, "a number of at least 0"),
        ("interview.consent", 1, "yes or no (true or false)"),
        ("lifestyle.changed_after_stressor", ["diet", "stairs"], "a list out of diet, sleep, alcohol"),
        ("problems[0].severity", 4, "a whole number from 0 to 3"),
        ("problems[0].treatment_available", "perhaps", "yes or no (true or false)"),
        ("links[0].strength", 1.5, "a number from 0 to 1"),
        ("links[0].evidence", "kellner", "a list of texts"),
        ("problems[0].label", 7, "a text of at most 32768 characters"),
        ("hierarchy_override.order", [1], "a list of texts"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_what_fits(link_id: str, value: object, sentence: str) -> None:
    """Where, and what is allowed; nothing written."""
    session = begin()
    before = len(session.events)
    reply = session.give(link_id, value)
    assert isinstance(reply, Refused)
    assert "does_not_fit" == reply.why
    assert reply.misfit is not None
    assert sentence == reply.misfit.sentence()
    assert before == len(session.events)


@pytest.mark.parametrize("value", [1, 9, 5.0])
def test_a_value_on_the_bound_fits(value: float) -> None:
    """5.0 is an integer."""
    session = begin()
    session.give("kellner", value)
    assert int(value) == session.case().kellner


def test_a_text_where_another_kind_is_asked_is_understood_as_if_typed() -> None:
    """`replay` may give words."""
    session = begin()
    reply = session.give("lifestyle.smoking", "stopped")
    assert isinstance(reply, Saved)
    assert "former" == reply.value


@pytest.mark.parametrize(
    ("link_id", "why"),
    [
        ("nothing.here", "unknown_item"),
        ("trials[].agent", "unknown_item"),
        ("trials[5].agent", "unknown_item"),
        ("areas_completed", "filled_by_session"),
        ("trials", "unknown_item"),
        ("", "unknown_item"),
    ],
)
def test_what_cannot_be_answered_is_refused_by_name(link_id: str, why: str) -> None:
    """Unknown items, definitions without an index, indexes that leap, facts the session fills."""
    assert Refused(link_id, why) == begin().give(link_id, "x")  # type: ignore[arg-type]


def test_empty_is_no_answer() -> None:
    """Blanks and control characters are nothing said."""
    assert Refused("narrative.concern", "empty") == begin().answer("narrative.concern", " \x00 ")


def test_nothing_is_acknowledged_when_the_store_fails_and_the_session_stands_where_it_stood() -> None:
    """The fault comes out; the same answer goes in once there is room."""
    store = FailingStore()
    session = begin(store)
    ask_through(session, PLAIN, until="person.age_years")
    before = (session.view(), session.case(), session.events, len(session.turns))
    store.is_full = True
    with pytest.raises(StoreFault) as caught:
        session.answer("person.age_years", "44")
    assert "full" == caught.value.kind
    assert before == (session.view(), session.case(), session.events, len(session.turns))
    store.is_full = False
    assert isinstance(session.answer("person.age_years", "44"), Saved)
    assert session.events == store.events(session.record)


def test_withdrawing_makes_it_not_asked_again() -> None:
    """It is asked in its turn; a fact that was never answered cannot be withdrawn."""
    session = begin()
    session.answer("kellner", "4")
    assert isinstance(session.withdraw("kellner"), Saved)
    assert session.case().kellner is None
    assert "kellner" not in session.case().missing
    assert Refused("kellner", "not_now") == session.withdraw("kellner")


def test_notes_of_three_kinds_and_flags() -> None:
    """Each where it belongs; a flag comes off again."""
    session = begin()
    for kind in ("record", "private", "to_do"):
        session.note(f"a {kind} note", kind, "kellner")  # type: ignore[arg-type]
    assert ["record", "private", "to_do"] == [note.kind for note in session.state.notes]
    session.flag("kellner")
    assert ("kellner",) == session.view().flagged
    session.flag("kellner", False)
    assert () == session.view().flagged
    assert Refused("no.such", "unknown_item") == session.flag("no.such")
    assert Refused("session.note", "empty") == session.note("  ")


def test_a_closed_or_paused_record_takes_no_answer() -> None:
    """Until it is resumed."""
    session = begin()
    session.go("pause")
    assert Refused("kellner", "paused") == session.answer("kellner", "5")
    assert Refused("kellner", "paused") == session.give("kellner", 5)
    assert Refused("kellner", "paused") == session.leave_unanswered("kellner", "declined")
    session.go("resume")
    assert isinstance(session.answer("kellner", "5"), Saved)


def test_a_resumed_record_stands_where_it_stood() -> None:
    """The log is folded, nothing is fired again: same view but for the pause."""
    store = FailingStore()
    session = begin(store)
    ask_through(session, PLAIN, until="lifestyle.smoking")
    count = len(session.events)
    again = Session.resume(store, SMALL, session.record, clock=Ticking())
    assert session.view() == again.view()
    assert count == len(again.events)
    assert session.turns == again.turns
    again.go("pause")
    third = Session.resume(store, SMALL, session.record, clock=Ticking())
    assert "asking_lifestyle" == third.phase
    assert "lifestyle.smoking" == third.current().link_id  # type: ignore[union-attr]


def test_the_latest_treatment_is_the_first_instance_unless_it_was_withdrawn() -> None:
    """Asked as the latest; never guessed among others."""
    session = begin()
    session.give("trials[0].kind", "medication")
    session.give("trials[1].kind", "psychotherapy")
    assert "t1" == session.case().latest_trial
    session.withdraw_instance("trials", 0)
    assert session.case().latest_trial is None


def test_an_area_counts_as_completed_only_by_story_required_items_and_the_clinicians_word() -> None:
    """Three ways to fall short, then complete; open until the record is closed."""
    session = begin()
    session.give("interview.area_done.lifestyle", True)
    assert () == session.case().areas_completed
    session.give("narrative.lifestyle", "I sit.")
    assert () == session.case().areas_completed
    session.leave_unanswered("lifestyle.smoking", "unknown")
    assert () == session.case().areas_completed
    session.leave_unanswered("lifestyle.smoking", "declined")
    assert ("lifestyle",) == session.case().areas_completed
    assert "not_asked" == session.case().missing["areas_completed"]
    session.give("interview.area_done.lifestyle", False)
    assert () == session.case().areas_completed


def test_formulation_goes_into_the_case_and_a_link_falls_with_its_problem() -> None:
    """Problems have ids for ever; a proposal's id may stand instead."""
    session = begin()
    session.give("problems[0].label", "Nights")
    session.give("problems[1].id", "overload")
    session.give("links[0].source", "p1")
    session.give("links[0].target", "overload")
    session.give("links[1].source", "p1")
    session.give("links[1].target", "p1")
    session.give("links[2].source", "p1")
    session.give("links[2].target", "overload")
    assert ("p1", "overload") == tuple(problem.id for problem in session.case().problems or ())
    assert (("p1", "overload"),) == tuple((link.source, link.target) for link in session.case().links or ())
    session.withdraw_instance("problems", 1)
    assert () == session.case().links
    session.give("hierarchy_override.order", ["p1"])
    assert session.case().hierarchy_override is None


def test_a_rejected_proposal_is_remembered_with_its_reason() -> None:
    """And stays out of what is proposed."""
    session = begin()
    session.reject("sleep", "was never a problem")
    assert {"sleep": "was never a problem"} == session.state.rejected


def test_lists_inside_parts_reach_the_case() -> None:
    """Codes and texts, each kept once."""
    session = begin()
    session.give("lifestyle.changed_after_stressor", ["diet", "sleep", "diet"])
    assert ("diet", "sleep") == session.case().lifestyle.changed_after_stressor


def test_a_turn_holds_the_question_as_it_was_put_and_who_was_asked() -> None:
    session = begin()
    session.answer("interview.consent", "yes")
    turn, item = next(turn for turn in session.turns if turn.kind == "answer"), SMALL.items["interview.consent"]
    assert ("interview.consent", item.text, item.who) == (turn.link_id, turn.asked, turn.who)
