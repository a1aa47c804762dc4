"""Somebody close is asked too: with the person's consent, beside the person's answers, and never in the case by itself."""

from __future__ import annotations

import pytest

from interview.engine.fold import fold
from interview.engine.informant import SETTING
from interview.engine.lines import lines, submit
from interview.engine.replies import NotUnderstood, Refused, Saved
from interview.engine.session import Session
from interview.engine.signing import CONTENT
from interview.engine.transcript import item_of
from interview.questionnaire.reader import bundled
from tests.interview.engine.informant_world import AGREED, agreed, begun, told
from tests.interview.engine.world import DISPOSITION

EVERY_DAY = "four_or_more_a_week"
ALCOHOL = "lifestyle.alcohol_frequency"


def counts(session: Session, link_id: str) -> tuple[object, str] | None:
    answer = session.answer_of(link_id)
    return None if answer is None else (answer.value, answer.source)


def test_nobody_is_asked_before_the_person_agreed() -> None:
    session = agreed(with_setting=False)
    assert Refused(told(ALCOHOL), "informant_not_agreed") == session.answer(told(ALCOHOL), "daily")
    assert () == session.informant_slots()
    session.answer("interview.informant_relation", "wife")
    session.answer("interview.informant_consent", "no")
    assert Refused(told(ALCOHOL), "informant_not_agreed") == session.answer(told(ALCOHOL), "daily")
    session.answer("interview.informant_consent", "yes")
    assert isinstance(session.answer(told(ALCOHOL), "daily"), Saved)
    assert Refused(told(ALCOHOL, "friend"), "informant_not_agreed") == session.answer(told(ALCOHOL, "friend"), "daily")


def test_the_persons_consent_comes_first_and_with_a_no_not_even_who_it_would_be_is_asked() -> None:
    session = agreed(with_setting=False)
    assert ["interview.informant_consent", "interview.informant_relation"] == [slot.link_id for slot in session.informant_setting()]
    session.answer("interview.informant_consent", "no")
    assert () == session.informant_setting()
    session.answer("interview.informant_consent", "yes")
    assert ["interview.informant_relation"] == [slot.link_id for slot in session.informant_setting()]
    assert None is session.informant
    session.answer("interview.informant_relation", "wife")
    assert "partner" == session.informant


def test_another_informant_needs_consent_anew() -> None:
    session = agreed(with_setting=False)
    for link_id, text in AGREED.items():
        session.answer(link_id, text)
    assert "partner" == session.informant
    assert list(SETTING[3:]) == [slot.link_id for slot in session.informant_setting()]
    session.answer(told(ALCOHOL), "daily")
    session.answer("interview.informant_relation", "friend")
    assert session.informant is None
    assert "interview.informant_consent" in [slot.link_id for slot in session.informant_setting()]
    session.answer("interview.informant_consent", "yes")
    session.answer(told(ALCOHOL, "friend"), "never")
    assert (EVERY_DAY, "never") == tuple(session.state.informant[told(ALCOHOL, who)].value for who in ("partner", "friend"))


def test_an_informants_answers_change_nothing_of_the_case_nor_of_the_persons_answers() -> None:
    session = agreed()
    case, answers, progress = session.case(), dict(session.state.answers), session.view().answered
    asked = session.current()
    for slot in session.informant_slots():
        word = {"yes_no": "no", "choice": "2", "choices": "1", "scale": "7", "text": "Sad.", "duration": "3 weeks", "number": "5"}
        session.answer(slot.link_id, word.get(slot.item.type, "don't know"))
    session.leave_unanswered(told("lifestyle.sleep_hours"), "unknown")
    assert len(session.state.informant) > 30
    assert case == session.case()
    assert answers == session.state.answers
    assert (progress, asked) == (session.view().answered, session.current())


def test_an_informant_is_asked_about_the_person_in_their_own_wording() -> None:
    session = agreed()
    item = item_of(bundled(), told("trials[0].outcome"))
    assert item is not None
    assert "What did this treatment do for them, as far as you could see?" == item.text
    assert "They got well again" == item.options[0].display
    assert "I got well again" == bundled().items["trials[].outcome"].options[0].display
    assert isinstance(session.answer(told("trials[0].outcome"), "it helped them in part"), Saved)
    assert "partial_response" == session.state.informant[told("trials[0].outcome")].value
    assert isinstance(session.answer(told("lifestyle.sleep_hours"), "green"), NotUnderstood)
    assert Refused(told("trials[1].outcome"), "unknown_item") == session.answer(told("trials[1].outcome"), "no change")
    assert Refused(told("kellner"), "unknown_item") == session.answer(told("kellner"), "3")


def test_what_the_informant_says_opens_what_follows_for_them_alone() -> None:
    session = agreed()
    session.answer(ALCOHOL, "never")
    more = "lifestyle.alcohol_drinks_a_day"
    assert told(more) not in [slot.link_id for slot in session.informant_slots()]
    session.answer(told(ALCOHOL), "every day")
    assert told(more) in [slot.link_id for slot in session.informant_slots()]
    assert not session.enablement.is_enabled(more)


def test_their_story_comes_first_and_what_is_theirs_alone_last() -> None:
    order = [slot.link_id for slot in agreed().informant_slots()]
    assert told("interview.informant_story") == order[0]
    assert [told(f"interview.informant_{name}") for name in ("other_treatments", "at_home", "worry", "helps")] == order[-4:]


def test_taking_over_counts_as_an_answer_with_its_source() -> None:
    session = agreed()
    session.answer(told("lifestyle.sleep_hours"), "about four")
    assert session.case().lifestyle.sleep_hours is None
    reply = session.take_informants("lifestyle.sleep_hours")
    assert isinstance(reply, Saved)
    assert 4 == session.case().lifestyle.sleep_hours
    assert (4, "informant") == counts(session, "lifestyle.sleep_hours")
    assert session.persons_answer("lifestyle.sleep_hours") is None
    assert session.events[reply.seq - 1].body.type == "item_answered"
    assert Refused("lifestyle.sleep_hours", "not_now") == session.take_informants("lifestyle.sleep_hours")


def test_an_unknown_may_be_filled_and_a_refusal_stands() -> None:
    session = agreed()
    for link_id, status in (("lifestyle.sleep_hours", "unknown"), ("lifestyle.regular_meals", "declined")):
        session.leave_unanswered(link_id, status)  # type: ignore[arg-type]
    session.answer(told("lifestyle.sleep_hours"), "5")
    session.answer(told("lifestyle.regular_meals"), "no")
    assert isinstance(session.take_informants("lifestyle.sleep_hours"), Saved)
    assert Refused("lifestyle.regular_meals", "declined_stands") == session.take_informants("lifestyle.regular_meals", reason="I think so")
    assert "declined" == session.case().missing["lifestyle.regular_meals"]


def test_over_the_persons_own_answer_it_needs_a_reason_and_can_be_put_back() -> None:
    session = agreed()
    session.answer(told(ALCOHOL), "daily")
    assert Refused(ALCOHOL, "reason_needed") == session.take_informants(ALCOHOL)
    assert Refused(ALCOHOL, "reason_needed") == session.take_informants(ALCOHOL, reason="  ")
    assert isinstance(session.take_informants(ALCOHOL, reason="empty bottles seen"), Saved)
    assert EVERY_DAY == session.case().lifestyle.alcohol_frequency
    own, said = session.persons_answer(ALCOHOL), session.what_counts(ALCOHOL)
    assert own is not None
    assert said is not None
    assert ("monthly_or_less", "patient") == (own.value, own.source)
    assert ("informant", "empty bottles seen") == (said.counts, said.reason)
    assert isinstance(session.keep_persons(ALCOHOL, reason="the bottles were a guest's"), Saved)
    assert ("monthly_or_less", "patient") == counts(session, ALCOHOL)
    session.answer(told("lifestyle.sleep_hours"), "5")
    session.take_informants("lifestyle.sleep_hours")
    session.keep_persons("lifestyle.sleep_hours", reason="a slip")
    assert session.answer_of("lifestyle.sleep_hours") is None


def test_keeping_the_persons_is_a_judgement_in_the_log_until_one_of_them_says_something_new() -> None:
    session = agreed()
    session.answer(told(ALCOHOL), "daily")
    case = session.case()
    assert Refused(ALCOHOL, "reason_needed") == session.keep_persons(ALCOHOL)
    assert isinstance(session.keep_persons(ALCOHOL, reason="blood says so"), Saved)
    said = session.what_counts(ALCOHOL)
    assert said is not None
    assert ("person", False) == (said.counts, said.moves)
    assert case == session.case()
    session.answer(told(ALCOHOL), "never")
    assert session.what_counts(ALCOHOL) is None


def test_what_only_they_were_asked_is_nobodys_answer() -> None:
    session = agreed()
    session.answer(told("interview.informant_story"), "Hard.")
    assert Refused("interview.informant_story", "not_now") == session.take_informants("interview.informant_story")


def test_a_yes_to_a_safety_question_opens_safety_and_must_be_met() -> None:
    session = agreed()
    reply = session.answer(told("safety.thoughts"), "yes")
    assert isinstance(reply, Saved)
    assert reply.safety_opened
    view = session.view()
    assert ("safety", "informant", "acknowledgement") == (session.phase, view.safety.because, view.safety.need)
    assert (told("safety.thoughts"),) == view.safety.positives
    assert view.item is not None
    assert "safety.wish_to_be_dead" == view.item.link_id, "the person is asked anew, though they said no before"
    assert session.case().safety.thoughts is False
    assert Refused(told(ALCOHOL), "safety_open") == session.answer(told(ALCOHOL), "daily")
    while (slot := session.current()) is not None:
        session.answer(slot.link_id, "no")
    assert "safety" == session.phase
    session.acknowledge_safety(DISPOSITION)
    assert "safety" != session.phase
    assert session.case().safety.thoughts is False


def test_a_stopping_sign_owes_the_whole_record_and_a_dont_know_is_no_sign() -> None:
    session = agreed()
    session.answer(told("safety.thoughts"), "don't know")
    assert () == session.view().safety.positives
    session.answer(told("safety.act"), "yes")
    assert ("disposition", True) == (session.view().safety.need, session.view().safety.stops)


def test_a_yes_stands_and_a_slip_is_corrected_by_name() -> None:
    session = agreed()
    session.answer(told("safety.thoughts"), "yes")
    while (slot := session.current()) is not None:
        session.answer(slot.link_id, "no")
    session.acknowledge_safety(DISPOSITION)
    assert Refused(told("safety.thoughts"), "positive_stands") == session.answer(told("safety.thoughts"), "no")
    never_said = told("safety.self_harm")
    assert Refused(never_said, "unknown_item") == session.correct_safety(never_said, False, by="Dr A", reason="slip")
    assert isinstance(session.correct_safety(told("safety.thoughts"), False, by="Dr A", reason="slip"), Saved)
    assert () == session.view().safety.positives
    assert session.state.informant[told("safety.thoughts")].value is False
    assert session.state.answers["safety.thoughts"].value is False


def test_an_informants_no_lowers_no_sign_of_the_persons() -> None:
    session = agreed()
    session.answer("safety.self_harm", "yes")
    while (slot := session.current()) is not None:
        session.answer(slot.link_id, "no")
    session.acknowledge_safety(DISPOSITION)
    session.answer(told("safety.self_harm"), "no")
    assert Refused("safety.self_harm", "positive_stands") == session.take_informants("safety.self_harm", reason="they would know")
    assert session.case().safety.self_harm is True


def test_words_of_risk_raise_the_banner_and_it_can_be_settled() -> None:
    session = agreed()
    reply = session.answer(told("interview.informant_worry"), "He said he wants to die.")
    assert isinstance(reply, Saved)
    assert reply.risk_words
    assert (told("interview.informant_worry"),) == session.view().risk_banner
    assert isinstance(session.settle_risk_words(told("interview.informant_worry"), "known"), Saved)
    assert () == session.view().risk_banner


def test_the_lines_make_the_same_record_again() -> None:
    session = agreed()
    session.answer(told(ALCOHOL), "every day I think")
    session.answer(told("trials[0].weeks"), "six to eight weeks")
    session.leave_unanswered(told("lifestyle.sleep_hours"), "unknown", verbatim="no idea")
    session.answer(told("lifestyle.regular_meals"), "no")
    session.take_informants("lifestyle.regular_meals")
    session.take_informants(ALCOHOL, reason="bottles")
    session.keep_persons(ALCOHOL, reason="a guest's")
    session.answer(told("interview.informant_worry"), "She wants to die.")
    session.settle_risk_words(told("interview.informant_worry"), "asked_now")
    session.answer(told("safety.thoughts"), "yes")
    while (slot := session.current()) is not None:
        session.answer(slot.link_id, "no")
    session.acknowledge_safety(DISPOSITION)
    session.correct_safety(told("safety.thoughts"), False, by="Dr A", reason="slip")
    again = begun()
    for line in lines(session.events):
        assert isinstance(submit(again, line), Saved), line
    assert [event.body for event in session.events] == [event.body for event in again.events]
    assert session.case() == again.case()
    assert fold(session.events) == session.state


@pytest.mark.parametrize(
    "line",
    [
        {"link_id": "informant:partner:nothing", "value": True},
        {"link_id": "informant:", "value": True},
        {"link_id": "informant:partner:trials[].weeks", "value": 3},
        {"link_id": "informant:partner:lifestyle.regular_meals", "missing": "not_asked"},
        {"link_id": "session.which_counts", "value": {"on": ALCOHOL, "counts": "nobody", "informant": "partner"}},
        {"link_id": "session.which_counts", "value": {"on": ALCOHOL, "counts": "informant"}},
        {"link_id": "session.which_counts", "value": {"on": ALCOHOL, "counts": "informant", "informant": "partner"}},
    ],
)
def test_a_line_that_does_not_fit_changes_nothing(line: dict[str, object]) -> None:
    session = agreed()
    before = session.events
    assert isinstance(submit(session, line), Refused)
    assert before == session.events


def test_a_closed_record_takes_nothing_more() -> None:
    session = agreed()
    session.go("pause")
    assert Refused(told(ALCOHOL), "paused") == session.answer(told(ALCOHOL), "daily")


def test_what_somebody_close_says_is_content_that_a_signature_binds() -> None:
    assert {"informant_answered", "which_counts"} <= CONTENT


def test_why_an_informant_gave_no_answer_is_kept_with_where_it_came_from() -> None:
    session = agreed()
    assert isinstance(session.leave_unanswered(told(ALCOHOL), "unknown", verbatim="never saw it"), Saved)
    kept = session.state.informant[told(ALCOHOL)]
    assert ("unknown", None, "never saw it", "informant") == (kept.status, kept.value, kept.verbatim, kept.source)
    session.leave_unanswered("interview.informant_how", "not_applicable", source="chart")
    assert "chart" == session.state.answers["interview.informant_how"].source
    assert Refused(told(ALCOHOL), "does_not_fit") == session.leave_unanswered(told(ALCOHOL), "answered")


def test_where_nobody_close_said_anything_there_is_nothing_to_weigh() -> None:
    assert Refused(ALCOHOL, "not_now") == agreed().keep_persons(ALCOHOL, reason="a guest's")
