"""How much is asked, changed on the way; the primary problem; whose map is added to; another visit begun from the search."""

from __future__ import annotations

from typing import Any

from textual.app import App

from interview.tui.screens.formulation import FormulationScreen
from interview.tui.widgets.choice_field import ChoiceField
from interview.tui.widgets.line_input import LineInput
from interview.tui.widgets.two_maps import TwoMaps
from interview.tui.widgets.word_table import WordTable
from interview.views.beyond_depth import TITLE
from tests.interview.engine.world import PLAIN, ask_through
from tests.interview.tui.desk import at_desk, doors
from tests.interview.tui.screens_world import LARGE, OneScreen, interviewed, keys, put_on_map


def formulation(app: App[Any]) -> FormulationScreen:
    assert isinstance(app.screen, FormulationScreen)
    return app.screen


async def test_a_depth_is_shown_before_it_is_taken_and_dropped_by_the_first_button() -> None:
    world = doors()
    session = world.begin("S-1")
    ask_through(session, PLAIN)
    async with at_desk(world, (100, 40), session) as desk:
        await desk.answer("/depth full")
        assert "BeforeChange" == desk.place
        assert "ask the full interview from now on" in desk.words()
        assert "Lifestyle: 2 questions" in desk.words()
        await desk.press("enter")
        assert "Nothing was changed; as much is asked as before." in desk.words()
        assert "brief" == session.state.depth
        await desk.press("f10")
        assert "ask the full interview from now on" in desk.words()
        await desk.press("end", "up", "enter", "right", "enter")
        assert "full" == session.state.depth
        assert "The full interview is asked from now on; every answer is kept." in desk.words()
        assert session.current() is not None, "the first section with something to ask was gone to"
        await desk.answer("/depth full")
        assert "The full interview is asked already." in desk.words()
        await desk.answer("/depth deeper")
        assert "How much is asked? /depth full, or /depth brief." in desk.words()


async def test_the_primary_problem_is_confirmed_with_a_reason_and_taken_back() -> None:
    session, _ = interviewed()
    put_on_map(session, ("insomnia", "Broken nights", {"area": "lifestyle", "severity": 2, "burden": 2, "impairment": 1}))
    put_on_map(session, ("isolation", "Nobody to tell", {"area": "relationships", "severity": 1, "burden": 1, "impairment": 1}))
    async with OneScreen(FormulationScreen(session)).run_test(size=LARGE) as pilot:
        app, screen = pilot.app, formulation(pilot.app)
        await pilot.pause()
        screen.action_show_problem("isolation")
        await keys(pilot, "i", "o", "n", "enter")
        stands = session.primary()
        assert stands is not None
        assert ("isolation", "on") == (stands.problem, stands.reason)
        marked = {row.key: row.cells[1] for row in app.screen.query_one("#problems-body").query_one(WordTable).shown}
        assert "· primary (confirmed)" in marked["problem:isolation"]
        assert "· primary? (proposed)" in marked["problem:insomnia"]
        screen.action_show_problem("isolation")
        await keys(pilot, "i", "enter")
        assert session.primary() is not None, "the way back is marked first"
        await keys(pilot, "i", "right", "enter")
        assert None is session.primary()


async def test_what_is_added_while_the_persons_map_is_looked_at_is_theirs_and_the_open_part_names_what_was_not_asked() -> None:
    session, _ = interviewed()
    async with OneScreen(FormulationScreen(session)).run_test(size=LARGE) as pilot:
        app, screen = pilot.app, formulation(pilot.app)
        await pilot.pause()
        await keys(pilot, "m", "a")
        assert "patient" == app.screen.query_one("#problem-by", ChoiceField).chosen
        await keys(pilot, "x", "enter")
        assert ["patient"] == [each.by for each in session.case().problems or ()]
        assert "maps" == screen.tab, "the map stays in front"
        await keys(pilot, "v")
        assert not app.screen.query_one(TwoMaps).persons_is_in_front
        await keys(pilot, "a")
        assert "clinician" == app.screen.query_one("#problem-by", ChoiceField).chosen
        await keys(pilot, "escape", "u")
        rows = app.screen.query_one("#open").query_one(WordTable).shown
        assert TITLE in [row.cells[0] for row in rows if row.is_heading]
        assert "Daily life and habits" in [row.cells[0] for row in rows if row.key.startswith("beyond:")]


async def test_another_visit_of_the_only_one_listed_begins_with_their_pseudonym() -> None:
    world = doors()
    for subject in ("S-1", "A-2"):
        world.begin(subject).release()
    async with at_desk(world) as desk:
        await desk.type("s-1")
        await desk.press("f2")
        line = desk.app.screen.query_one("#subject", LineInput)
        assert "S-1" == line.value
        await desk.type("B")
        assert "B" == line.value, "it stands there marked, so that typing writes another"
        await desk.press("escape", "escape", "f2")
        assert "" == desk.app.screen.query_one("#subject", LineInput).value, "two are listed"
