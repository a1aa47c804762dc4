"""Instruments from elsewhere in a record: attached, asked, gated, kept out of the case; a sign of risk opens safety at once."""

from __future__ import annotations

import pytest

from interview.engine.attached_links import ATTACH, split_attached
from interview.engine.attached_risk import asks_about_self_harm, is_sign
from interview.engine.fold import fold
from interview.engine.lines import lines, submit
from interview.engine.replies import AskedBack, NotUnderstood, Refused, Saved
from interview.engine.session import Session
from interview.engine.signing import CONTENT
from interview.instruments.model import Instrument, InstrumentItem
from tests.interview.engine.informant_world import PERSON, begun
from tests.interview.engine.world import DISPOSITION
from tests.interview.instruments.invented import Json, evenings, option, questionnaire, read

SIGN = "attached:1:q4"
KILOS = {"code": "kg"}


def at(item: str, number: int = 1) -> str:
    return f"attached:{number}:{item}"


def under_way(*items: Json) -> Session:
    """Return a record under way with an instrument attached: the invented one, or one with these items."""
    session = begun()
    for link_id, text in PERSON.items():
        assert isinstance(session.answer(link_id, text), Saved)
    assert isinstance(session.attach(read(*items)), Saved)
    return session


def why(session: Session, link_id: str, text: str) -> object:
    reply = session.answer(link_id, text)
    return reply.why if isinstance(reply, Refused) else type(reply)


def test_its_answers_stand_by_themselves_and_never_enter_the_case() -> None:
    session = under_way()
    case, answers, asked, progress = session.case(), dict(session.state.answers), session.current(), session.view().answered
    for item, text in {"q1": "on most evenings", "q2": "2", "q3": "1", "q4": "on no evening", "loud": "The street."}.items():
        assert isinstance(session.answer(at(item), text), Saved)
    assert (case, answers, asked, progress) == (session.case(), session.state.answers, session.current(), session.view().answered)
    assert ["e2", "e1", "e0", "e0", "The street."] == [each.value for each in session.state.attached_answers.values()]
    assert 3.0 == session.attached_totals(1)[0].value


def test_the_log_alone_tells_what_was_asked_and_old_events_need_nothing_of_it() -> None:
    session = under_way()
    session.answer(at("q1"), "2")
    session.leave_unanswered(at("q2"), "declined")
    assert fold(session.events) == session.state
    assert {"instrument_attached", "attached_answered"} <= CONTENT
    assert (session.attached, "declined") == (tuple(fold(session.events).attached), session.state.attached_answers[at("q2")].status)


def test_a_closed_gate_sets_aside_and_deletes_nothing() -> None:
    session = under_way()
    session.answer(at("q2"), "4")
    session.answer(at("loud"), "The street.")
    reply = session.answer(at("q2"), "1")
    assert isinstance(reply, Saved)
    assert (at("loud"),) == reply.closed
    assert [at("loud")] == [each.link_id for each in session.attached_set_aside(1)]
    assert at("loud") not in [slot.link_id for slot in session.attached_slots(1)]
    again = session.answer(at("q2"), "3")
    assert isinstance(again, Saved)
    assert (at("loud"),) == again.opened
    assert isinstance(session.withdraw(at("loud")), Saved)
    assert at("loud") not in session.state.attached_answers


def test_what_does_not_fit_is_asked_back_or_not_taken() -> None:
    base = "http://hl7.org/fhir/StructureDefinition/"
    session = under_way(
        {"linkId": "n", "type": "integer", "text": "Cups?", "extension": [{"url": f"{base}maxValue", "valueInteger": 9}]},
        {"linkId": "d", "type": "decimal", "text": "Change?"},
        {"linkId": "w", "type": "quantity", "text": "Weight", "extension": [{"url": f"{base}questionnaire-unit", "valueCoding": KILOS}]},
        {"linkId": "t", "type": "string", "text": "In a word?", "maxLength": 5},
        {"linkId": "y", "type": "boolean", "text": "Tea?"},
        {"linkId": "day", "type": "date", "text": "Since?"},
        {"linkId": "o", "type": "open-choice", "text": "Which?", "answerOption": [option("g", "green"), option("b", "black")]},
        {"linkId": "m", "type": "choice", "text": "Both?", "repeats": True, "answerOption": [option("g", "green"), option("b", "black")]},
    )  # fmt: skip
    assert [Saved, NotUnderstood, AskedBack] == [why(session, at("n"), text) for text in ("three", "12", "2.5")]
    assert [Saved, NotUnderstood] == [why(session, at("d"), text) for text in ("-2.5", "much")]
    assert [Saved, NotUnderstood] == [why(session, at("w"), text) for text in ("70", "70 lb")]
    assert [Saved, NotUnderstood] == [why(session, at("t"), text) for text in ("short", "longer")]
    assert Saved is why(session, at("y"), "yes")
    assert Saved is why(session, at("day"), "May 2020")
    assert NotUnderstood is why(session, at("o"), "from a tin")
    assert isinstance(session.answer(at("o"), "from a tin", keep=True), Saved)
    assert Saved is why(session, at("m"), "1, 2")
    held = {(split_attached(link_id) or (0, ""))[1]: each.value for link_id, each in session.state.attached_answers.items()}
    assert {"n": 3, "d": -2.5, "w": 70, "t": "short", "y": True, "day": "2020-05", "o": "from a tin", "m": ["g", "b"]} == held
    refused = session.give(at("n"), 9.5)
    assert isinstance(refused, Refused)
    assert refused.misfit is not None
    assert "a whole number of at most 9" == refused.misfit.sentence()


def test_reasons_for_no_answer_stay_apart() -> None:
    session = under_way()
    for item, said in {"q1": "I'd rather not say", "q2": "no idea", "q3": "does not apply"}.items():
        session.answer(at(item), said)
    assert ["declined", "unknown", "not_applicable"] == [each.status for each in session.state.attached_answers.values()]
    assert (None, ("q1", "q2", "q3", "q4")) == (session.attached_totals(1)[0].value, session.attached_totals(1)[0].settles)


@pytest.mark.parametrize(
    ("text", "status"), [("on some evenings", "answered"), ("I'd rather not say", "declined"), ("I don't know", "unknown")]
)
def test_a_sign_of_risk_or_no_clear_answer_opens_safety_at_once(text: str, status: str) -> None:
    session = under_way()
    reply = session.answer(SIGN, text)
    if isinstance(reply, AskedBack):
        reply = session.give(SIGN, "e1")
    assert isinstance(reply, Saved)
    assert (status, True, "safety", "attached") == (reply.status, reply.safety_opened, session.phase, session.state.safety_because)
    assert (SIGN,) == session.view().safety.positives
    assert Refused(at("q1"), "safety_open") == session.answer(at("q1"), "1")


def test_safety_is_asked_anew_and_what_was_said_is_acknowledged_before_it_is_left() -> None:
    session = under_way()
    session.give(SIGN, "e3")
    assert "safety" == session.phase
    while session.phase == "safety" and (slot := session.current()) is not None:
        session.answer(slot.link_id, "no")
    assert ("safety", "acknowledgement") == (session.phase, session.view().safety.need)
    assert isinstance(session.acknowledge_safety(DISPOSITION), Saved)
    assert "safety" != session.phase


def test_a_no_opens_nothing() -> None:
    session = under_way()
    assert isinstance(session.answer(SIGN, "1"), Saved)
    assert () == session.view().safety.positives
    assert "safety" != session.phase


def test_a_sign_is_never_lowered_only_corrected_by_name_and_then_asked_again() -> None:
    session = under_way()
    session.give(SIGN, "e2")
    assert [Refused(SIGN, "positive_stands")] * 2 == [session.give(SIGN, "e0"), session.withdraw(SIGN)]
    assert Refused(SIGN, "empty") == session.correct_safety(SIGN, False, by="Dr A", reason=" ")
    assert isinstance(session.correct_safety(SIGN, False, by="Dr A", reason="wrong line"), Saved)
    assert SIGN not in session.state.attached_answers
    assert (SIGN,) == session.view().attached_unasked or () == session.view().attached_unasked
    assert ["attached_answered", "safety_corrected"] == [
        event.body.type for event in session.events if event.body.type in ("attached_answered", "safety_corrected")
    ]


def test_an_item_about_self_harm_of_a_begun_instrument_is_not_passed_over_in_silence() -> None:
    session = under_way()
    assert () == session.view().attached_unasked
    session.answer(at("q1"), "1")
    assert (SIGN,) == session.view().attached_unasked
    assert not session._ledger.attached_signs_were_asked()
    session.answer(SIGN, "1")
    assert session._ledger.attached_signs_were_asked()


def test_words_of_risk_in_a_text_raise_the_banner() -> None:
    session = under_way()
    session.answer(at("q2"), "2")
    reply = session.answer(at("loud"), "I want to die")
    assert isinstance(reply, Saved)
    assert reply.risk_words
    assert (at("loud"),) == session.view().risk_banner
    assert isinstance(session.settle_risk_words(at("loud"), "known"), Saved)


def asked(**more: object) -> InstrumentItem:
    return read({"linkId": "x", "type": "boolean", "text": "?", **more}).by_link_id["x"]


def test_which_items_ask_about_self_harm() -> None:
    by_code = asked(code=[{"system": "http://loinc.org", "code": "44260-8"}])
    other_system = asked(code=[{"system": "http://example.org", "code": "44260-8"}])
    assert [True, False, True, False] == [
        asks_about_self_harm(each)
        for each in (by_code, other_system, asked(text="Have you thought of ending your life?"), asked(text="Tea?"))
    ]
    by_option = read(evenings("x", "In the evening", answerOption=[option("a", "I sleep."), option("b", "I think of killing myself.")]))
    assert asks_about_self_harm(by_option.by_link_id["x"])


def test_which_answers_are_signs() -> None:
    yes_no, number = asked(text="Thoughts of suicide?"), asked(type="integer", text="Thoughts of suicide, how often?")
    text = asked(type="text", text="Thoughts of suicide?")
    words = [option("n", "not at all"), option("m", "maybe"), option("i", "I think of suicide")]
    unweighted = read(evenings("x", "Suicide", answerOption=words)).by_link_id["x"]
    weighted = read(evenings("x", "Suicide", answerOption=[option("n", "no thoughts of suicide", 0), option("y", "y", 0.5)])).by_link_id[
        "x"
    ]
    assert [True, False] == [is_sign(yes_no, "answered", value) for value in (True, False)]
    assert [True, False] == [is_sign(number, "answered", value) for value in (1, 0)]
    assert [True, False] == [is_sign(text, "answered", value) for value in ("I want to die", "the cat")]
    assert [False, True, True] == [is_sign(unweighted, "answered", value) for value in ("n", "m", "i")]
    assert [False, True] == [is_sign(weighted, "answered", value) for value in ("n", "y")]
    assert [True] * 3 == [is_sign(yes_no, status, None) for status in ("declined", "unknown", "not_applicable")]
    assert is_sign(yes_no, "answered", False, hedged=True)
    assert is_sign(number, "answered", None, high=3)
    assert not is_sign(asked(text="Tea?"), "answered", True)


def test_where_and_when_it_is_refused() -> None:
    session = under_way()
    made = session.attached[0]
    assert Refused(ATTACH, "attached_already") == session.attach(made)
    assert [Refused(link_id, "unknown_item") for link_id in (at("zz"), at("q"), at("say"), at("q1", 2), "attached:0:q1")] == [
        session.answer(link_id, "1") for link_id in (at("zz"), at("q"), at("say"), at("q1", 2), "attached:0:q1")
    ]
    session.go("pause")
    assert Refused(at("q1"), "paused") == session.answer(at("q1"), "1")
    session.go("resume")
    group = made.items[0].model_copy(update={"type": "group"})
    for broken in (Instrument(title="x", items=(group,)), Instrument(title="x", items=(made.items[1], made.items[1]))):
        assert Refused(ATTACH, "does_not_fit") == session.attach(broken)


def test_a_stated_total_is_kept_beside_and_compared() -> None:
    session = under_way()
    for item in ("q1", "q2", "q3"):
        session.answer(at(item), "2")
    session.answer(SIGN, "1")
    assert isinstance(session.answer(at("total"), "7"), Saved)
    total = session.attached_totals(1)[0]
    assert (3.0, 7.0, True) == (total.value, total.stated, total.differs)
    session.answer(at("total"), "3")
    assert not session.attached_totals(1)[0].differs


def test_its_lines_make_the_same_record_again_and_a_fhir_questionnaire_may_be_said_in_one() -> None:
    session = under_way()
    for item, text in {"q1": "2", "q2": "3", "loud": "The street.", "q3": "I'd rather not say", "q4": "2"}.items():
        session.answer(at(item), text)
    session.correct_safety(SIGN, False, by="Dr A", reason="slip")
    again = begun()
    assert all(isinstance(submit(again, line), Saved) for line in lines(session.events))
    assert [event.body for event in session.events] == [event.body for event in again.events]
    fresh = begun()
    assert isinstance(submit(fresh, {"link_id": ATTACH, "value": questionnaire()}), Saved)
    assert session.attached == fresh.attached
    for bad in (questionnaire({"type": "x"}), {"title": "x"}, 3, None):
        assert Refused(ATTACH, "does_not_fit") == submit(begun(), {"link_id": ATTACH, "value": bad})


def test_a_text_given_for_another_kind_is_understood_and_words_that_may_be_kept_say_so() -> None:
    session = under_way(
        {"linkId": "y", "type": "boolean", "text": "Tea?"},
        {"linkId": "o", "type": "open-choice", "text": "Which?", "answerOption": [option("g", "green"), option("b", "black")]},
    )
    reply = session.give(at("y"), "yes", verbatim="she nodded")
    assert isinstance(reply, Saved)
    kept = session.state.attached_answers[at("y")]
    assert (True, "she nodded", reply.at) == (kept.value, kept.verbatim, session.events[-1].at)
    asked_back = session.answer(at("o"), "from a tin")
    assert isinstance(asked_back, NotUnderstood)
    assert asked_back.may_keep is True
    assert Refused(at("y"), "does_not_fit") == session.leave_unanswered(at("y"), "answered")
