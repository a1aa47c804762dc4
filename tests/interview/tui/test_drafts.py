"""What is typed and not yet sent stays with its question, wherever one goes and comes back from."""

from __future__ import annotations

import pytest

from tests.interview.engine.world import PLAIN, ask_through
from tests.interview.tui.desk import at_desk, doors

HALF = "half a sentence; and 1 more?"
AWAY_AND_BACK = {
    "back and on": ("pageup", "pagedown"),
    "no answer": ("f2", "escape"),
    "note": ("f3", "escape"),
    "why": ("f4", "escape"),
    "treatments": ("f5", "escape"),
    "places": ("f6", "escape"),
    "view": ("f7", "f7"),
    "view, staying": ("f7",),
    "finish": ("f10", "escape"),
    "report": ("f10", "2", "escape"),
    "help": ("f1", "escape"),
    "pause": ("escape", "enter"),
    "pause, leaning on the key": ("escape", "escape", "enter"),
    "interrupt": ("ctrl+c", "ctrl+c", "enter"),
}


@pytest.mark.parametrize("keys", AWAY_AND_BACK.values(), ids=AWAY_AND_BACK)
async def test_a_draft_is_there_again(keys: tuple[str, ...]) -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        ask_through(desk.session, PLAIN, until="narrative.lifestyle")
        desk.asking.draw()
        await desk.type(HALF)
        before = desk.session.answer_of("narrative.lifestyle")
        for key in keys:
            await desk.press(key)
        assert ("InterviewScreen", "narrative.lifestyle", HALF) == (desk.place, desk.link_id, desk.asking.line.text)
        assert before is desk.session.answer_of("narrative.lifestyle") is None


async def test_a_draft_waits_while_another_question_is_answered() -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        ask_through(desk.session, PLAIN, until="narrative.lifestyle")
        desk.asking.draw()
        await desk.type(HALF)
        await desk.press("f6")
        await desk.type("1")
        await desk.press("enter")
        assert ("interview.consent", "") == (desk.link_id, desk.asking.line.text)
        await desk.answer("yes")
        desk.session.go_to("narrative.lifestyle")
        desk.asking.draw()
        assert HALF == desk.asking.line.text


async def test_a_draft_waits_while_safety_is_asked_and_the_map_is_made() -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        ask_through(desk.session, PLAIN, until="narrative.lifestyle")
        desk.asking.draw()
        await desk.type(HALF)
        await desk.press("f8", "enter")
        assert ("SafetyScreen", "") == (desk.place, desk.asking.line.text)
        for _ in range(3):
            await desk.answer("no")
        assert ("InterviewScreen", HALF) == (desk.place, desk.asking.line.text)
        await desk.press("f9", "enter")
        assert "FormulationScreen" == desk.place
        await desk.press("escape")
        assert "InterviewScreen" == desk.place
        await desk.press("f6")
        await desk.type(
            "sit at home"
            if desk.session.answer_of("narrative.lifestyle")
            else desk.session.questionnaire.items["narrative.lifestyle"].text[:14]
        )
        await desk.press("enter")
        assert ("narrative.lifestyle", HALF) == (desk.link_id, desk.asking.line.text)
