"""What is to do is marked done where it is listed: on the start page, and in the interview."""

from __future__ import annotations

from interview.engine.to_dos import open_to_dos
from interview.tui.screens.to_dos import MARKED
from tests.interview.tui.desk import at_desk, doors


async def test_a_line_of_the_start_page_is_marked_done_and_leaves_the_list() -> None:
    world = doors()
    session = world.begin("S-1")
    session.note("ring the ward", "to_do")
    session.note("ask for the letter", "to_do")
    session.go("pause")
    session.release()
    async with at_desk(world) as desk:
        await desk.press("down", "enter")
        assert "FinderScreen" == desk.place
        assert "ring the ward" in desk.words()
        await desk.press("enter", "2")
        assert MARKED in desk.words()
        assert "HomeScreen" == desk.place
        await desk.press("down", "enter")
        assert "ring the ward" not in desk.lines("#found")
        assert "ask for the letter" in desk.lines("#found")
        await desk.press("enter", "1")
        assert "InterviewScreen" == desk.place
        await desk.answer("/done 2")
        assert () == open_to_dos(desk.session.state)
        assert MARKED in desk.words()


async def test_in_the_interview_it_is_chosen_from_a_list_in_the_clinicians_view() -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        await desk.answer("/todo ring the ward")
        await desk.answer("/done")
        assert "ring the ward" not in desk.words(), "the person can see this screen"
        await desk.press("1")
        assert "ring the ward" in desk.words()
        await desk.press("enter")
        assert () == open_to_dos(desk.session.state)
