"""Help is one sheet: what can be done, and, once one types, every question, answer, finding and problem; choosing does it or goes there."""

from __future__ import annotations

from textual.widgets import OptionList

from interview.tui.screens.formulation import FormulationScreen
from interview.tui.screens.interview import InterviewScreen
from tests.interview.engine.world import PLAIN
from tests.interview.tui.desk import Desk, at_desk, doors
from tests.interview.tui.every_screen import at_screen


def kinds(desk: Desk) -> set[str]:
    """The words at the left of what is listed."""
    return {str(option.prompt).split()[0] for option in desk.app.screen.query_one("#found", OptionList).options}


async def look_for(desk: Desk, words: str) -> None:
    await desk.press("f1")
    await desk.type(words)


async def choose(desk: Desk, words: str, kind: str) -> str:
    """Look for words, go to the first entry of a kind, and return its line."""
    await look_for(desk, words)
    found = desk.app.screen.query_one("#found", OptionList)
    place = next(place for place, option in enumerate(found.options) if str(option.prompt).startswith(kind))
    found.highlighted = place
    line = str(found.options[place].prompt)
    await desk.press("enter")
    return line


async def test_first_there_is_what_can_be_done_and_then_where_one_can_go() -> None:
    world = doors()
    session = world.begin("S-1")
    for link_id in ("interview.consent", "narrative.concern"):
        session.answer(link_id, PLAIN[link_id])
    async with at_desk(world, session=session) as desk:
        await desk.press("f1")
        assert {"do"} == kinds(desk)
        await desk.type("e")
        assert {"do", "section", "question", "answer"} == kinds(desk)
        await desk.press("escape")
        await choose(desk, "how old", "question")
        assert ("InterviewScreen", "person.age_years") == (desk.place, desk.link_id)
        await look_for(desk, "everything is grey")
        assert {"answer"} == kinds(desk)
        await desk.press("escape")
        await choose(desk, "2", "question")
        assert "narrative.concern" == desk.link_id


async def test_a_shared_screen_offers_no_findings_and_the_clinicians_view_does() -> None:
    async with at_screen("nothing left") as desk:
        await look_for(desk, "e")
        assert set() == kinds(desk) & {"finding", "problem"}
        await desk.press("escape", "f7")
        await look_for(desk, "e")
        assert {"finding", "problem"} <= kinds(desk)


async def test_a_finding_opens_its_reasons_and_a_problem_its_row_in_the_formulation() -> None:
    async with at_screen("nothing left") as desk:
        await desk.press("f7")
        line = await choose(desk, "finding", "finding")
        assert "ReasonsScreen" == desk.place
        title = line.removeprefix("finding").strip().partition(":")[0]
        assert title in desk.lines("#findings")
        await desk.press("escape")
        problem = (desk.session.case().problems or ())[1]
        assert problem.label is not None
        await choose(desk, f"problem {problem.label}", "problem")
        screen = desk.app.screen
        assert isinstance(screen, FormulationScreen)
        assert ("problems", problem.id) == (screen.tab, screen.problem_here)


async def test_from_the_formulation_a_question_is_asked_and_a_problem_is_shown() -> None:
    async with at_screen("problems") as desk:
        problem = (desk.session.case().problems or ())[1]
        await choose(desk, f"problem {problem.label}", "problem")
        screen = desk.app.screen
        assert isinstance(screen, FormulationScreen)
        assert problem.id == screen.problem_here
        await choose(desk, "how often do you drink", "question")
        assert isinstance(desk.app.screen, InterviewScreen)
        assert "lifestyle.alcohol_frequency" == desk.link_id


async def test_from_the_treatments_and_the_report_a_question_is_asked() -> None:
    for name in ("treatments", "report"):
        async with at_screen(name) as desk:
            await choose(desk, "how often do you drink", "question")
            assert (name, "InterviewScreen", "lifestyle.alcohol_frequency") == (name, desk.place, desk.link_id)


async def test_while_safety_is_open_the_help_leads_nowhere_else() -> None:
    async with at_screen("safety question") as desk:
        await look_for(desk, "e")
        assert {"do"} == kinds(desk)


async def test_on_a_sheet_the_help_lists_the_sheets_own_acts_and_does_them() -> None:
    async with at_screen("subject") as desk:
        await look_for(desk, "begin the interview")
        await desk.press("enter")
        assert "SubjectScreen" == desk.place
        assert "The pseudonym takes 1 to 40" in desk.words()
        await desk.press("f1", "f1")
        assert 1 == [type(screen).__name__ for screen in desk.app.screen_stack].count("PaletteScreen")
