"""What was not clear can be corrected by simply typing again, and a sheet never answers by itself."""

from __future__ import annotations

from textual.widgets import OptionList

from tests.interview.engine.world import PLAIN, ask_through
from tests.interview.tui.desk import at_desk, doors


async def test_typing_on_the_sheet_that_asks_back_is_heard_and_enter_alone_chooses_nothing() -> None:
    """A no typed after "yes and no" is a no."""
    async with at_desk(doors()) as desk:
        await desk.begin()
        ask_through(desk.session, PLAIN, until="safety.wish_to_be_dead")
        await desk.press("pagedown", "pageup")
        await desk.answer("yes and no")
        assert "ChoiceScreen" == desk.place
        assert desk.app.screen.query_one(OptionList).highlighted is None
        await desk.press("enter")
        assert desk.session.answer_of("safety.wish_to_be_dead") is None
        await desk.type("no")
        await desk.settle()
        assert "no" == desk.asking.line.text
        await desk.press("enter")
        answer = desk.session.answer_of("safety.wish_to_be_dead")
        assert answer is not None
        assert answer.value is False


async def test_words_that_were_not_understood_are_replaced_by_typing() -> None:
    """They stay on the line until something else is typed."""
    async with at_desk(doors()) as desk:
        await desk.begin()
        ask_through(desk.session, PLAIN, until="person.age_years")
        await desk.press("pagedown", "pageup")
        await desk.answer("her age")
        assert "her age" == desk.asking.line.text
        await desk.answer("44")
        assert 44 == desk.session.case().person.age_years


async def test_no_room_and_back_leaves_the_line_alive() -> None:
    """Letters go to the answer again."""
    async with at_desk(doors()) as desk:
        await desk.begin()
        await desk.pilot.resize_terminal(50, 12)
        await desk.settle()
        await desk.pilot.resize_terminal(80, 24)
        await desk.settle()
        await desk.answer("yes")
        assert desk.session.case() is not None
        assert "narrative.concern" == desk.link_id


async def test_a_paste_too_long_says_how_much_was_left_out() -> None:
    """Nothing is cut without a word."""
    async with at_desk(doors()) as desk:
        await desk.begin()
        await desk.paste("x" * 32_778)
        assert 32_768 == len(desk.asking.line.text)
        assert "its last 10 characters were left out" in desk.words()
