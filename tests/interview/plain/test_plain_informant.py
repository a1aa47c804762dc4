"""Somebody close, line by line: the same acts as at the terminal and by replay, both answers side by side."""

from __future__ import annotations

from interview.engine.lines import lines, submit
from interview.engine.replies import Saved
from interview.engine.session import Session
from interview.questionnaire.reader import bundled
from interview.tui.screens.informant import InformantScreen
from tests.interview.engine.informant_world import PERSON, begun, told
from tests.interview.plain.test_plain import Doing
from tests.interview.tui.desk import at_desk, doors

ALCOHOL = "lifestyle.alcohol_frequency"
SETTING = ("yes", "my wife", "by phone", "today", "no")


def answered(session: Session) -> None:
    """Let the person answer as in the informant's world."""
    for link_id, text in PERSON.items():
        assert isinstance(session.answer(link_id, text), Saved)


def doing(*typed: str) -> Doing:
    return Doing(["/clinician on", *typed, "/quit"], questionnaire=bundled(), before=answered)


def test_somebody_close_is_asked_and_the_person_afterwards_where_it_was_left() -> None:
    done = doing("/informant", *SETTING, "Tired all day.", "/dontknow", "/end")
    assert "== Somebody close ==" in done.said
    assert "Ask: I would like to ask somebody close to you how they see it." in done.said
    assert "Ask the informant: How have things been for them, as you see it?" in done.said
    assert "Tired all day." == done.session.state.informant[told("interview.informant_story")].value
    assert ["unknown"] == [each.status for each in list(done.session.state.informant.values())[1:]]
    assert done.said.rindex("Back to the person") < done.said.rindex("Ask: ")
    assert 0 == done.code


def test_without_the_persons_consent_nobody_is_asked() -> None:
    done = doing("/informant", "no")
    assert "Who is to be asked" not in done.said, "not before the person has agreed"
    assert "Nobody else is asked: the person has not agreed to it." in done.said
    assert {} == done.session.state.informant


def test_both_stand_side_by_side_and_one_is_let_count() -> None:
    def partner_drinks(session: Session) -> None:
        answered(session)
        for link_id, text in {"interview.informant_relation": "wife", "interview.informant_consent": "yes", told(ALCOHOL): "daily"}.items():
            session.answer(link_id, text)

    typed = (
        "/informant table",
        "/take 2",
        "/take 1",
        "/take 1 because bottles were seen",
        "/informant table",
        "/persons 1 because a guest's",
    )
    done = Doing(["/clinician on", *typed, "/quit"], questionnaire=bundled(), before=partner_drinks)
    assert "1. How often do they drink alcohol? [they differ]" in done.said
    assert 'the person: Once a month or less partner: Four times a week or more ("daily")' in done.said
    assert "Which answer? /take N or /persons N" in done.said
    assert "Say in a few words why the other one counts" in done.said
    assert "[they differ; the informant's counts; bottles were seen]" in done.said
    assert "monthly_or_less" == done.session.case().lifestyle.alcohol_frequency


def test_a_sign_of_risk_ends_it_at_once() -> None:
    done = doing("/informant", *SETTING, "He wants to die.", "/risk known because told before", "yes")
    assert "informant:partner" not in done.said
    assert "Words of risk were noticed" in done.said
    assert {told("interview.informant_story"): "known"} == done.session.state.risk_words
    assert done.session.state.informant[told("safety.wish_to_be_dead")].value is True
    assert done.said.index("SAFETY. These questions come before everything else") < done.said.rindex("Ask: In the past month")
    assert ("informant", (told("safety.wish_to_be_dead"),)) == (
        done.session.state.safety_because,
        done.session.view().safety.positives,
    )


def test_a_refusal_of_somebody_close_to_speak_of_danger_is_met_too() -> None:
    done = doing("/informant", *SETTING, "Tired.", "/skip")
    assert (told("safety.wish_to_be_dead"),) == done.session.view().safety.positives


def test_the_three_faces_make_the_same_events() -> None:
    """The terminal, line by line, and replay."""
    import asyncio

    typed = ("/informant", *SETTING, "Tired.", "no")
    plain = doing(*typed, "/end", "/informant table", "/take 1 because she knows").session
    screened = begun()
    answered(screened)

    async def at_the_terminal() -> None:
        async with at_desk(doors(bundled()), (120, 40), screened) as desk:
            await desk.answer("/informant")
            await desk.press("f7")
            for text in typed[1:]:
                await desk.answer(text)
            await desk.press("escape")
            assert isinstance(desk.app.screen, InformantScreen)
            await desk.press("t")
            await desk.answer("she knows")

    asyncio.run(at_the_terminal())
    told_plainly = [event.body for event in plain.events if event.body.type != "phase_changed" and event.body.type != "record_opened"]
    told_on_screen = [event.body for event in screened.events if event.body.type not in ("phase_changed", "record_opened")]
    assert told_plainly == told_on_screen
    again = begun()
    for line in lines(screened.events):
        assert isinstance(submit(again, line), Saved)
    assert [event.body for event in again.events] == [event.body for event in screened.events]
    assert plain.case() == screened.case() == again.case()
