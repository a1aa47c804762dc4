"""Treatments: one row each, what is open said, a cell leads to its question, nothing is withdrawn without asking."""

from __future__ import annotations

import pytest

from interview.engine.replies import Saved
from interview.tui.screens.treatments import TreatmentsScreen
from interview.tui.widgets.trial_table import trial_cells
from interview.tui.widgets.word_table import WordTable
from tests.interview.tui.screens_world import LARGE, MARKUP, SIZES, SMALL, OneScreen, begun, interviewed, keys, screen_text


@pytest.mark.parametrize("size", SIZES)
async def test_each_treatment_is_one_row_in_words(size: tuple[int, int]) -> None:
    session, _ = interviewed()
    app = OneScreen(TreatmentsScreen(session))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        rows = app.screen.query_one(WordTable).shown
        assert ["trials[0]", "trials[1]", "trials[2]"] == [row.key for row in rows]
        assert ("the latest treatment", "venlafaxine", "Medicine", "150 mg a day", "10 weeks", "95") == rows[0].cells[:6]
        shown = screen_text(app)
        assert "3 treatments told" in shown
        assert "venlafaxine" in shown
        assert "Still open" in shown
        assert "…" not in shown


def test_what_was_not_asked_is_open_and_what_cannot_apply_is_a_dash() -> None:
    session, _ = interviewed()
    cells = {
        each.index: dict(zip(("title", "agent", "kind", "dose", "time", "taken", "outcome", "more"), each.row.cells, strict=True))
        for each in trial_cells(session)
    }
    assert "open" == cells[1]["taken"]
    assert "1 question" == cells[1]["more"]
    assert "–" == cells[2]["dose"]
    assert "does not know" == cells[2]["time"]


async def test_enter_on_a_cell_returns_its_question() -> None:
    session, _ = interviewed()
    app = OneScreen(TreatmentsScreen(session))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await keys(pilot, "down", "right", "right", "right", "enter")
        assert ["trials[1].dose_mg"] == app.returned


async def test_enter_on_what_is_still_open_returns_the_first_open_question() -> None:
    session, _ = interviewed()
    app = OneScreen(TreatmentsScreen(session))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await keys(pilot, "down", "end", "enter")
        assert ["trials[1].adherence_percent"] == app.returned


async def test_a_cell_that_cannot_apply_says_so_and_stays() -> None:
    session, _ = interviewed()
    app = OneScreen(TreatmentsScreen(session))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await keys(pilot, "down", "down", "right", "right", "right", "enter")
        assert [] == app.returned
        assert "cannot apply to this kind of treatment" in screen_text(app)


async def test_without_treatments_an_example_stands_that_is_no_answer() -> None:
    session = begun()
    app = OneScreen(TreatmentsScreen(session))
    async with app.run_test(size=LARGE) as pilot:
        await pilot.pause()
        shown = screen_text(app)
        assert "for example" in shown
        assert "not an answer" in shown
        assert () == session.state.instances("trials")
        await keys(pilot, "enter")
        assert ["trials[0].agent"] == app.returned


async def test_withdrawing_asks_first_and_enter_keeps_it() -> None:
    session, _ = interviewed()
    app = OneScreen(TreatmentsScreen(session))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await keys(pilot, "delete", "enter")
        assert (0, 1, 2) == session.state.instances("trials")
        await keys(pilot, "delete", "right", "enter")
        assert (1, 2) == session.state.instances("trials")
        assert "2 treatments told" in screen_text(app)


async def test_a_full_disk_says_not_saved_and_trying_again_saves() -> None:
    session, store = interviewed()
    app = OneScreen(TreatmentsScreen(session))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        store.is_full = True
        await keys(pilot, "delete", "right", "enter")
        assert "NOT SAVED: The disk is full: make room, then try again." in screen_text(app)
        assert "NOT SAVED: disk full" in screen_text(app).splitlines()[0]
        assert (0, 1, 2) == session.state.instances("trials")
        await keys(pilot, "escape")
        assert [] == app.returned
        store.is_full = False
        await keys(pilot, "enter")
        assert (1, 2) == session.state.instances("trials")
        assert "NOT SAVED" not in screen_text(app)


@pytest.mark.parametrize("size", SIZES)
async def test_a_name_is_shown_as_it_was_typed(size: tuple[int, int]) -> None:
    session, _ = interviewed()
    assert isinstance(session.give("trials[0].agent", MARKUP), Saved)
    app = OneScreen(TreatmentsScreen(session))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert "[red]x[/]" in screen_text(app)
        assert MARKUP == app.screen.query_one(WordTable).shown[0].cells[1]
        await keys(pilot, "delete")
        assert "[/] [red]x[/]" in screen_text(app)
