"""`practise` opens practice alone: its cases, or the session that was begun; leaving them ends it."""

from __future__ import annotations

from interview.tui.glyphs import WIDE
from interview.tui.practice_app import PracticeApp
from interview.tui.screens.practice import PracticeScreen
from interview.tui.screens.practice_cases import CasesScreen
from tests.interview.tui.practice_world import case, practice_doors


async def test_it_begins_in_the_session_that_was_begun_and_ends_where_the_cases_are_left() -> None:
    doors = practice_doors()
    app = PracticeApp(doors, doors.begin_practice(case().id), case(), glyphs=WIDE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, PracticeScreen)
        await pilot.press(*"Hello", "enter")
        await pilot.pause()
        assert 1 == app.screen.practice.state.turns
        app.screen.dismiss(None)
        await pilot.pause()
        assert isinstance(app.screen, CasesScreen)
        app.screen.dismiss(None)
        await pilot.pause()
        assert not app.is_running


async def test_without_a_session_it_begins_with_the_cases() -> None:
    app = PracticeApp(practice_doors(), glyphs=WIDE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, CasesScreen)
