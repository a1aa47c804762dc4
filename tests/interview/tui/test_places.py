"""F6 leads to the grid too, and the formulation to the questions that are still open."""

from __future__ import annotations

from tests.interview.tui.every_screen import at_screen


async def test_the_grid_is_among_the_places_to_go_to() -> None:
    async with at_screen("go to") as desk:
        await desk.type("grid")
        await desk.press("enter")
        assert "GridScreen" == desk.place


async def test_an_open_question_is_asked_from_the_formulation() -> None:
    async with at_screen("problems") as desk:
        await desk.press("u")
        first = desk.session.open_questions()[0].link_id
        assert "It would help to see" in desk.words()
        await desk.press("enter")
        assert "InterviewScreen" == desk.place
        assert first == desk.link_id
