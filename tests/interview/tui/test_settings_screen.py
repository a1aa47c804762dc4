"""The settings: read, changed, saved, refused; what was saved acts at once, and what was not is not lost without asking."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Button, RadioSet, Static

from interview.engine.doors import Doors, SettingsNotSaved, UserSettings
from interview.settings import read_settings
from interview.settings_file import write_settings
from interview.tui.screens.settings import SAVED, minutes_words, seconds_of
from interview.tui.themes import LIGHT
from interview.tui.widgets.answer_input import AnswerInput
from interview.tui.widgets.line_input import LineInput
from tests.interview.tui.desk import Desk, at_desk, doors


def with_file(path: Path) -> Doors:
    return replace(doors(theme="dark"), save_settings=lambda settings: write_settings(path, settings))


def said(desk: Desk) -> str:
    return str(desk.app.screen.query_one("#settings-message", Static).render())


def fill(desk: Desk, line: str, text: str) -> None:
    desk.app.screen.query_one(f"#{line}", LineInput).value = text


async def choose(desk: Desk, group: str, place: int) -> None:
    """Choose in a group as a hand does: to it, down, Space."""
    radios = desk.app.screen.query_one(f"#{group}", RadioSet)
    radios.focus()
    while radios._selected != place:
        await desk.pilot.press("down")
    await desk.press("space")


async def test_what_was_saved_stands_in_the_file_and_acts_at_once(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    async with at_desk(with_file(path)) as desk:
        await desk.press("f10")
        assert "SettingsScreen" == desk.place
        fill(desk, "interviewer", "Dr B")
        await choose(desk, "theme", 2)
        await choose(desk, "keys", 1)
        await choose(desk, "country", 1)
        desk.app.screen.query_one("#safety", AnswerInput).show("Call the house.\nStay.")
        fill(desk, "minutes", "1.5")
        desk.app.screen.query_one("#preview", Button).press()
        await desk.settle()
        assert "Call the house." in desk.words()
        assert ("ReadWords", False) == (desk.place, path.exists())
        await desk.press("escape")
        await desk.press("f2")
        assert "HomeScreen" == desk.place
        assert SAVED in " ".join(desk.words().split())
        kept = read_settings(path)
        wanted = ("Dr B", "light", "control", "GB", "Call the house.\nStay.", 90, None)
        assert wanted == (
            kept.interviewer, kept.theme, kept.keys, kept.core.country, kept.safety_text, kept.view_seconds, kept.language
        )  # fmt: skip
        assert LIGHT == desk.app.theme
        assert "^P help" in desk.words()
        assert ("Call the house.\nStay.", None) == (desk.app.doors.safety_text, desk.app.doors.safety_banner)
        await desk.press("f2")
        assert "Dr B" == desk.app.screen.query_one("#interviewer", LineInput).value


@pytest.mark.parametrize("minutes", ["0", "0.1", "60.5", "61", "-1", "two", "1.", "1e3", "٣", "1.234", "inf"])
def test_minutes_that_cannot_be_are_refused(minutes: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 it says nothing: the screen does
        seconds_of(minutes)


async def test_a_refused_line_is_told_and_nothing_is_saved(tmp_path: Path) -> None:
    path, minutes = tmp_path / "settings.toml", "two"
    async with at_desk(with_file(path)) as desk:
        await desk.press("f10")
        fill(desk, "minutes", minutes)
        await desk.press("f2")
        assert "Minutes: a number from 0.17 to 60, or empty; nothing was saved." == said(desk)
        assert minutes == desk.app.screen.query_one("#minutes", LineInput).value
        assert not path.exists()


async def test_a_fault_of_the_disk_is_told_and_what_was_typed_stays() -> None:
    def refuse(_: UserSettings) -> None:
        raise SettingsNotSaved("settings.toml: not saved, the disk is full; make room and save again.")

    async with at_desk(replace(doors(), save_settings=refuse)) as desk:
        await desk.press("f10")
        fill(desk, "interviewer", "Dr B")
        await desk.press("f2")
        assert "SettingsScreen" == desk.place
        assert "the disk is full; make room and save again." in said(desk)
        assert "Dr B" == desk.app.screen.query_one("#interviewer", LineInput).value
        assert "Dr A" == desk.app.doors.settings.interviewer


async def test_without_a_file_it_says_so() -> None:
    async with at_desk(doors()) as desk:
        await desk.press("f10", "f2")
        assert "There is no settings file here to write to; nothing was changed." == said(desk)


async def test_esc_asks_only_where_something_was_changed(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    async with at_desk(with_file(path)) as desk:
        await desk.press("f10", "escape")
        assert "HomeScreen" == desk.place
        await desk.press("f10")
        fill(desk, "interviewer", "Dr B")
        await desk.press("escape")
        assert "AskFirst" == desk.place
        await desk.press("enter")
        assert "Dr B" == desk.app.screen.query_one("#interviewer", LineInput).value
        await desk.press("escape", "tab", "enter")
        assert "HomeScreen" == desk.place
        assert not path.exists()


@pytest.mark.parametrize(("seconds", "words"), [(None, ""), (10, "0.17"), (30, "0.5"), (90, "1.5"), (120, "2"), (3600, "60")])
def test_seconds_stand_as_minutes_and_come_back(seconds: int | None, words: str) -> None:
    assert words == minutes_words(seconds)
    assert seconds == seconds_of(words)
