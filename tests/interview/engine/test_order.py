"""The order of asking, and what closes, opens and comes back."""

from __future__ import annotations

from interview.engine.replies import Refused, Saved
from tests.interview.engine.world import PLAIN, ask_through, begin


def test_the_whole_interview_runs_in_the_order_of_the_questionnaire() -> None:
    """Patient's items first, in order; the clinician's strip after its section; gated items only where they apply."""
    session = begin()
    assert list(PLAIN) == ask_through(session, PLAIN)
    assert session.phase == "asking_secondlook"
    assert session.view().item is None


def test_full_depth_asks_what_brief_leaves_out() -> None:
    """`full` items are asked in their place; brief never counts them."""
    answers = {**PLAIN, "lifestyle.minutes_to_first_cigarette": "half an hour", "lifestyle.changed_after_stressor": "none of these"}
    asked = ask_through(begin(depth="full"), answers)
    assert asked.index("lifestyle.minutes_to_first_cigarette") == asked.index("lifestyle.cigarettes_per_day") + 1
    assert "lifestyle.changed_after_stressor" in asked


def test_a_correction_closes_a_branch_and_another_brings_it_back() -> None:
    """A set-aside answer leaves the case and returns with its branch."""
    session = begin()
    ask_through(session, PLAIN)
    closing = session.answer("lifestyle.smoking", "stopped")
    assert isinstance(closing, Saved)
    assert ("lifestyle.cigarettes_per_day",) == closing.closed
    assert ("lifestyle.cigarettes_per_day",) == tuple(answer.link_id for answer in session.set_aside())
    assert session.case().lifestyle.cigarettes_per_day is None
    assert "former" == session.case().lifestyle.smoking
    opening = session.answer("lifestyle.smoking", "3")
    assert isinstance(opening, Saved)
    assert ("lifestyle.cigarettes_per_day",) == opening.opened
    assert 10 == session.case().lifestyle.cigarettes_per_day


def test_an_answer_to_a_closed_item_is_kept_as_set_aside() -> None:
    """It counts for nothing until its branch opens."""
    session = begin()
    early = session.give("trials[0].dose_mg", 150)
    assert isinstance(early, Saved)
    assert early.set_aside
    assert session.case().trials is not None
    assert session.case().trials[0].dose_mg is None
    session.give("trials[0].kind", "medication")
    assert 150 == session.case().trials[0].dose_mg


def test_conditions_follow_a_chain_of_closed_items() -> None:
    """An item behind an answer that is itself set aside is closed too."""
    session = begin(depth="full")
    for link_id, value in (
        ("lifestyle.smoking", "current"),
        ("lifestyle.cigarettes_per_day", 5),
        ("lifestyle.minutes_to_first_cigarette", 20),
    ):
        session.give(link_id, value)
    assert 20 == session.case().lifestyle.minutes_to_first_cigarette
    session.give("lifestyle.smoking", "never")
    assert session.case().lifestyle.minutes_to_first_cigarette is None


def test_under_age_closes_whole_sections_but_never_safety() -> None:
    """One below the age, and on it."""
    session = begin()
    ask_through(session, PLAIN, until="person.age_years")
    session.answer("person.age_years", "17")
    assert () == session.slots("lifestyle")
    assert {"safety.wish_to_be_dead", "safety.thoughts", "safety.act"} == {slot.link_id for slot in session.slots("safety")}
    session.answer("person.age_years", "18")
    assert "narrative.lifestyle" == session.slots("lifestyle")[0].link_id


def test_a_declined_gate_asks_no_instance_and_leaves_the_list_unknown() -> None:
    """Declined is not "none"."""
    session = begin()
    ask_through(session, PLAIN, until="interview.any.trials")
    session.leave_unanswered("interview.any.trials", "declined")
    assert "narrative.lifestyle" == session.current().link_id  # type: ignore[union-attr]
    assert session.case().trials is None
    assert {"trials": "declined"} == {path: why for path, why in session.case().missing.items() if path == "trials"}


def test_a_gate_answered_no_is_an_empty_list() -> None:
    """Asked, none."""
    session = begin()
    session.answer("interview.any.trials", "no")
    assert () == session.case().trials


def test_another_instance_is_asked_for_and_a_withdrawn_index_is_never_used_again() -> None:
    """Instance n has the id t{n+1} for ever."""
    session = begin()
    ask_through(session, PLAIN, until="interview.more.trials[0]")
    session.answer("interview.more.trials[0]", "yes")
    assert "trials[1].kind" == session.current().link_id  # type: ignore[union-attr]
    for link_id, text in (("trials[1].kind", "2"), ("trials[1].agent", "cbt"), ("interview.more.trials[1]", "no")):
        session.answer(link_id, text)
    assert ("t1", "t2") == tuple(trial.id for trial in session.case().trials or ())
    assert "trials" not in session.case().missing
    assert isinstance(session.withdraw_instance("trials", 1), Saved)
    assert ("t1",) == tuple(trial.id for trial in session.case().trials or ())
    assert "not_asked" == session.case().missing["trials"]
    assert Refused("trials[1].kind", "withdrawn") == session.answer("trials[1].kind", "1")
    assert Refused("trials[1]", "unknown_item") == session.withdraw_instance("trials", 1)
    session.answer("interview.more.trials[0]", "yes")
    session.give("trials[2].kind", "psychotherapy")
    assert ("t1", "t3") == tuple(trial.id for trial in session.case().trials or ())


def test_going_back_reaches_an_answered_another() -> None:
    """Each treatment's question whether there is another stands after it, also once there was one."""
    session = begin()
    ask_through(session, PLAIN, until="interview.more.trials[0]")
    session.answer("interview.more.trials[0]", "yes")
    assert "trials[1].kind" == session.current().link_id  # type: ignore[union-attr]
    assert session.step(-1)
    assert "interview.more.trials[0]" == session.current().link_id  # type: ignore[union-attr]
    session.answer("interview.more.trials[0]", "no")
    assert "trials[1].kind" not in {slot.link_id for slot in session.slots("treatments")}


def test_back_and_on_change_nothing() -> None:
    """No step loses or clears an answer, at either end or across sections."""
    session = begin()
    ask_through(session, PLAIN)
    before = session.case()
    places = []
    while session.step(-1):
        places.append(session.current().link_id)  # type: ignore[union-attr]
    assert list(reversed(PLAIN)) == places
    assert not session.step(-1)
    while session.step(1):
        pass
    assert list(PLAIN)[-1] == session.current().link_id  # type: ignore[union-attr]
    assert before == session.case()


def test_a_jump_goes_to_any_question_and_the_interview_goes_on_from_there() -> None:
    """Out of order and back: skipped questions are still open."""
    session = begin()
    ask_through(session, PLAIN, until="person.age_years")
    assert isinstance(session.go_to("lifestyle.smoking"), Saved)
    assert "asking_lifestyle" == session.phase
    session.answer("lifestyle.smoking", "never")
    assert "interview.area_done.lifestyle" == session.current().link_id  # type: ignore[union-attr]
    assert isinstance(session.go("jump", "person"), Saved)
    assert "person.age_years" == session.current().link_id  # type: ignore[union-attr]
    assert Refused("lifestyle.cigarettes_per_day", "unknown_item") == session.go_to("lifestyle.cigarettes_per_day")


def test_a_jump_to_a_section_that_is_done_shows_its_first_question() -> None:
    """Nothing advances by itself until something is answered there."""
    session = begin()
    ask_through(session, PLAIN)
    session.go("jump", "concern")
    assert ("asking_concern", "narrative.concern") == (session.phase, session.current().link_id)  # type: ignore[union-attr]
    session.answer("narrative.concern", "Better said now.")
    assert session.current() is None
    assert "asking_concern" == session.phase


def test_the_outline_tells_where_we_are() -> None:
    """Each section: answered of total, and its state."""
    session = begin()
    ask_through(session, PLAIN, until="trials[0].agent")
    states = {section.id: (section.state, section.answered, section.total) for section in session.view().sections}
    assert ("done", 2, 2) == states["person"]
    assert ("current", 2, 6) == states["treatments"]
    assert ("open", 0, 3) == states["lifestyle"]
    item = session.view().item
    assert item is not None
    assert ("trials[0].agent", "the latest", 3, 6) == (item.link_id, item.instance_title, item.number, item.of)


def test_in_twenty_minutes_safety_and_the_latest_treatment_stay() -> None:
    """With no time at all only what is always asked remains; with plenty, everything."""
    short = begin(minutes=1)
    asked = ask_through(short, PLAIN)
    assert {"safety.wish_to_be_dead", "safety.thoughts", "trials[0].agent", "trials[0].dose_mg"} <= set(asked)
    assert "narrative.lifestyle" not in asked
    assert list(PLAIN) == ask_through(begin(minutes=300), PLAIN)


def test_a_refused_consent_asks_nothing_more_but_safety_stays_within_reach() -> None:
    """The person's no is a no until it is changed."""
    session = begin()
    session.answer("interview.consent", "no")
    assert session.view().consent_refused
    assert session.current() is None
    assert Refused("kellner", "consent_refused") == session.answer("kellner", "5")
    assert Refused("session.phase", "not_now") == session.go("jump", "lifestyle")
    assert isinstance(session.answer("safety.wish_to_be_dead", "no"), Saved)
    assert isinstance(session.go("open_safety"), Saved)
    for link_id in ("safety.wish_to_be_dead", "safety.thoughts", "safety.act"):
        session.answer(link_id, "no")
    session.answer("interview.consent", "yes")
    assert "asking_concern" == session.phase


def test_a_closed_gate_takes_its_treatments_out_of_the_case() -> None:
    """Told, then "never any treatment": none counts; changed back, all return."""
    session = begin()
    ask_through(session, PLAIN)
    session.answer("interview.any.trials", "no")
    assert () == session.case().trials
    assert session.case().latest_trial is None
    session.answer("interview.any.trials", "yes")
    assert ("sertraline",) == tuple(trial.agent for trial in session.case().trials or ())


def test_going_back_reaches_the_answered_question_for_another() -> None:
    """Answered with a yes it stands before the new one's first question, with a no before what follows the list."""
    session = begin()
    ask_through(session, {**PLAIN, "interview.more.trials[0]": "yes"}, until="trials[1].kind")
    assert (True, "interview.more.trials[0]") == (session.step(-1), session.current().link_id)  # type: ignore[union-attr]
    session.answer("interview.more.trials[0]", "no")
    assert "trials[0].evidence_based" == session.current().link_id  # type: ignore[union-attr]
    assert (True, "interview.more.trials[0]") == (session.step(-1), session.current().link_id)  # type: ignore[union-attr]
