"""The keys at the foot: a click presses the key, one that cannot be used rings, help stays, and what does not fit is left out whole."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.pilot import Pilot
from textual.screen import Screen

from interview.tui.widgets.key_line import KeyLine

WIDTHS = (200, 60, 41, 40, 30, 20, 9, 7, 3, 1)


class Foot(Screen[None]):
    """A screen with keys of which one cannot be used, one is a wide sign, and one is not shown."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "first", "first of all", tooltip="What the first does"),
        Binding("f3", "second", "中文"),
        Binding("f4", "unusable", "unusable"),
        Binding("f5", "last", "the last of them"),
        Binding("f6", "unseen", "unseen", show=False),
        Binding("f1", "help", "help"),
    ]
    pressed: tuple[str, ...] = ()
    usable = False

    def compose(self) -> ComposeResult:
        yield KeyLine()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return (True if self.usable else None) if action == "unusable" else super().check_action(action, parameters)

    def _press(self, name: str) -> None:
        self.pressed = (*self.pressed, name)

    def action_first(self) -> None:
        self._press("first")

    def action_second(self) -> None:
        self._press("second")

    def action_unusable(self) -> None:
        self._press("unusable")

    def action_last(self) -> None:
        self._press("last")

    def action_help(self) -> None:
        self._press("help")


class Ringing(App[None]):
    """An app that counts its bells."""

    ENABLE_COMMAND_PALETTE = False
    bells = 0

    def on_mount(self) -> None:
        self.push_screen(Foot())

    def bell(self) -> None:
        self.bells += 1


@asynccontextmanager
async def at_foot(width: int) -> AsyncIterator[tuple[Ringing, Foot, KeyLine, Pilot[Any]]]:
    """Open a screen of this width."""
    app = Ringing()
    async with app.run_test(size=(width, 5)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, Foot)
        yield app, app.screen, app.screen.query_one(KeyLine), pilot


def drawn(line: KeyLine) -> str:
    """Return what stands on the line."""
    return line.render_line(0).text


async def test_a_click_presses_the_key_and_one_that_cannot_be_used_rings() -> None:
    async with at_foot(80) as (app, screen, line, pilot):
        for each in line.keys:
            await pilot.click(line, offset=(each.start, 0))
            await pilot.click(line, offset=(each.start + each.width - 1, 0))
        await pilot.pause()
        assert ("first", "first", "second", "second", "last", "last", "help", "help") == screen.pressed
        assert 2 == app.bells
        await pilot.click(line, offset=(79 - len(" F1 help "), 0))
        assert (8, 2) == (len(screen.pressed), app.bells), "between the keys there is nothing to press"
        screen.usable = True
        screen.refresh_bindings()
        await pilot.pause()
        await pilot.click(line, offset=(next(each.start for each in line.keys if each.key == "f4"), 0))
        assert ("unusable",) == screen.pressed[8:]


async def test_the_key_under_the_mouse_is_marked_and_says_what_it_does() -> None:
    async with at_foot(80) as (_app, _screen, line, pilot):
        plain = line.render_line(0)
        await pilot.hover(line, offset=(1, 0))
        assert "What the first does" == str(line.tooltip)
        assert plain != line.render_line(0)
        await pilot.hover(line, offset=(next(each.start for each in line.keys if each.key == "f3"), 0))
        assert line.tooltip is None
        await pilot.hover(None, offset=(0, 0))
        assert plain == line.render_line(0)


async def test_help_stays_at_the_right_and_other_keys_stand_whole_or_not_at_all() -> None:
    whole = [" f2 first of all ", " f3 中文 ", " f4 unusable ", " f5 the last of them "]
    async with at_foot(60) as (_app, _screen, line, pilot):
        assert " f2 first of all  f3 中文  f4 unusable ".ljust(49) + " f1 help " == drawn(line), "60 columns: two signs take two each"
        for width in WIDTHS:
            await pilot.resize_terminal(width, 5)
            await pilot.pause()
            text = drawn(line)
            fitting = [keys for n in range(len(whole) + 1) if columns(keys := "".join(whole[:n])) <= width - len(" f1 help ")]
            assert width == columns(text)
            assert " f1 help "[:width] == text[-min(width, len(" f1 help ")) :]
            if width > len(" f1 help "):
                assert fitting[-1] == text.removesuffix(" f1 help ").rstrip() + " " * bool(fitting[-1])
            for column in range(width):
                under, sign = line.at(column), cell(text, column)
                assert under is not None or sign == " ", (width, column)
                assert under is None or under.key == "f1" or under in line.seen


def columns(text: str) -> int:
    """Return how many columns a text takes."""
    return len(text) + sum(sign in "中文" for sign in text)


def cell(text: str, column: int) -> str:
    """Return the sign that stands in a column."""
    return "".join(sign * columns(sign) for sign in text)[column]


async def test_without_help_the_keys_end_at_the_edge_and_the_hidden_one_never_shows() -> None:
    async with at_foot(40) as (_app, screen, line, pilot):
        assert "unseen" not in drawn(line)
        line._bound = tuple(each for each in line.keys if each.key != "f1")
        line.refresh()
        await pilot.pause()
        assert " f2 first of all  f3 中文  f4 unusable" == drawn(line).rstrip()
        assert line.at(39) is None
        assert () == screen.pressed
