"""What the screen says of an answer before and after it is taken: an unlikely number, a dose beside a name, why it is asked."""

from __future__ import annotations

import pytest

from interview.engine.doors import Doors
from interview.engine.session import Session
from interview.questionnaire.reader import bundled
from interview.tui.widgets.message_line import MessageLine
from tests.interview.engine.world import NO_RISK, PLAIN
from tests.interview.tui.desk import Desk, answers_given, at_desk, doors

AGE = "person.age_years"


def asking(link_id: str) -> tuple[Doors, Session]:
    world = doors(bundled())
    session = world.begin("S-1")
    session.answer("interview.consent", "yes")
    session.answer("interview.any.trials", "yes")
    session.go_to(link_id)
    return world, session


def message(desk: Desk) -> str:
    return desk.app.screen.query_one("#message", MessageLine).words


async def test_a_mistyped_age_is_asked_back_and_no_is_where_the_focus_stands() -> None:
    world, session = asking(AGE)
    async with at_desk(world, (80, 24), session) as desk:
        await desk.answer("5")
        assert "AskFirst" == desk.place
        assert "5 is unlikely here. Under 18, only the safety questions stay open. Is it meant? Nothing was saved yet." in desk.words()
        assert "Yes, 5" in desk.words()
        await desk.press("enter")
        assert AGE not in answers_given(session)
        await desk.answer("45")
        assert 45 == answers_given(session)[AGE]


async def test_an_age_that_is_meant_is_taken_and_only_safety_stays_open() -> None:
    world, session = asking(AGE)
    async with at_desk(world, (80, 24), session) as desk:
        await desk.answer("about 16")
        await desk.press("right", "enter")
        answer = session.answer_of(AGE)
        assert answer is not None
        assert (16, "about 16", True) == (answer.value, answer.verbatim, answer.approximate)
        assert "closed" == next(section.state for section in session.view().sections if section.id == "lifestyle")


async def test_what_a_sentence_told_fills_nothing_and_is_taken_where_it_is_asked_by_enter() -> None:
    world, session = asking("trials[0].agent")
    async with at_desk(world, (80, 24), session) as desk:
        await desk.answer("Sertraline, 150 mg for two months, did nothing")
        assert "→ sertraline. Also heard: 150 mg a day; 2 months; It made no real difference. Each is asked in its turn" in message(desk)
        assert {"trials[0].agent": "sertraline"} == {path: value for path, value in answers_given(session).items() if "trials[" in path}
        await desk.answer("medicine")
        await desk.answer("in this spell")
        assert "Told before: It made no real difference (“did nothing”). Enter takes it." in desk.words()
        await desk.press("enter")
        assert "non_response" == answers_given(session)["trials[0].outcome"]
        assert "Told before: 150 mg a day (“150 mg”). Enter takes it." in desk.words()
        await desk.answer("100 mg")
        await desk.press("enter")
        assert (100, 8.696) == (answers_given(session)["trials[0].dose_mg"], answers_given(session)["trials[0].weeks"])


async def test_a_number_beside_a_name_that_is_not_offered_is_said_to_be_left_out() -> None:
    world, session = asking("trials[0].agent")
    async with at_desk(world, (80, 24), session) as desk:
        await desk.answer("Sertraline 50 then 150 mg")
        assert "→ sertraline. Only the name was taken, not 50 or 150 mg: answer that where it is asked." == message(desk)


@pytest.mark.parametrize("size", [(80, 24), (140, 45), (60, 15)])
async def test_why_is_whole_however_narrow(size: tuple[int, int]) -> None:
    world, session = asking("trials[0].outcome")
    async with at_desk(world, size, session) as desk:
        await desk.press("f4", "enter")
        assert "WhyScreen" == desk.place
        seen = desk.words()
        for _ in range(40):
            await desk.press("down")
            seen += desk.words()
        for words in ("Choose what fits best", "trial.outcome", "spectrum", "resistance.a", "resistance.c", "(stated in the paper)"):
            assert words in seen


async def test_in_the_clinicians_view_a_judgement_names_its_treatment_also_among_many() -> None:
    world, session = asking("trials[0].agent")
    for path, said in (("trials[0].agent", "sertraline"), ("trials[0].kind", "1"), ("trials[0].episode", "1"), ("trials[0].outcome", "4")):
        session.answer(path, said)
    session.go_to("trials[0].impediments")
    async with at_desk(world, (80, 24), session) as desk:
        assert "What stood in the way" not in desk.words()
        assert "dark thoughts" not in desk.words()
        await desk.press("f7")
        assert "The latest treatment: sertraline. What stood in the way of this treatment." in desk.words()
        await desk.answer("dark")
        assert ["patient.failure_cognitions"] == answers_given(session)["trials[0].impediments"]
        await desk.press("f7")
        assert "dark thoughts" not in desk.words()


async def test_the_view_closing_by_itself_waits_for_a_sheet_and_folds_what_was_said(monkeypatch: pytest.MonkeyPatch) -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        while desk.link_id != "trials[0].evidence_based":
            await desk.reply(PLAIN[str(desk.link_id)])
        timers: list[object] = []
        monkeypatch.setattr(desk.asking, "set_timer", lambda _delay, callback: timers.append(callback))
        await desk.press("f7")
        await desk.type("no")
        screen = desk.asking
        await desk.press("f3")
        screen._close_by_itself()
        assert not screen.is_shared
        await desk.press("escape")
        screen._close_by_itself()
        await desk.settle()
        assert screen.is_shared
        assert ("", "") == (desk.asking.line.text, message(desk))


async def test_the_answer_of_the_visit_before_stands_beside_the_question_and_one_key_says_it_is_still_so() -> None:
    world, first = asking("lifestyle.sleep_hours")
    first.answer("lifestyle.sleep_hours", "six and a half or so")
    first.release()
    session = world.begin("S-1", "follow_up")
    for link_id, said in (("interview.consent", "yes"), *NO_RISK.items()):
        session.answer(link_id, said)
    session.go_to("lifestyle.sleep_hours")
    async with at_desk(world, (80, 24), session) as desk:
        assert "6.5 hours, about (“six and a half or so”). = says it is still so." in desk.words()
        assert "Last time, " in desk.words()
        await desk.press("=")
        assert 6.5 == answers_given(session)["lifestyle.sleep_hours"]
        await desk.press("=")
        assert "There is no answer of the visit before to this question." == message(desk)


async def test_the_pictures_are_reached_from_the_end_and_two_visits_stand_side_by_side() -> None:
    world, first = asking("lifestyle.sleep_hours")
    first.answer("lifestyle.sleep_hours", "five")
    first.release()
    session = world.begin("S-1", "follow_up")
    for link_id, said in (("interview.consent", "yes"), *NO_RISK.items(), ("lifestyle.sleep_hours", "seven")):
        session.answer(link_id, said)
    async with at_desk(world, (100, 30), session) as desk:
        for words, place in (
            ("the life chart", "LifeChartScreen"),
            ("the profile of well-being", "WellbeingScreen"),
            ("this visit beside", "CompareScreen"),
        ):
            await desk.press("f10")
            assert words in desk.words()
            number = next(line.split()[0] for line in desk.lines("OptionList").splitlines() if words in line)
            await desk.press(number)
            await desk.settle()
            assert place == desk.place
            await desk.press("escape")
            assert "InterviewScreen" == desk.place
