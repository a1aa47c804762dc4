"""Four themes that can be read, no colour where none is wanted, signs that a plain terminal has."""

from __future__ import annotations

import pytest
from textual.theme import BUILTIN_THEMES

from interview.tui.glyphs import ASCII, WIDE, glyphs_for
from interview.tui.themes import CONTRAST, DARK, LIGHT, MONO, NAMES, THEMES, next_theme, theme_for
from tests.interview.tui.desk import at_desk, doors

READABLE = 4.5
"""Contrast of text, WCAG 2.2, level AA."""


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_every_written_cell_can_be_read(theme: str) -> None:
    """Home, question, sheet, clinician's view, safety with its form: measured on what is rendered."""
    async with at_desk(doors(theme=theme), (120, 40)) as desk:
        measured = {"home": desk.faintest()}
        await desk.begin()
        measured["question"] = desk.faintest()
        await desk.answer("yes")
        await desk.answer("grey")
        await desk.press("f7")
        measured["view"] = desk.faintest()
        await desk.press("f7")
        await desk.answer("purple")
        measured["message"] = desk.faintest()
        await desk.press("ctrl+u")
        await desk.answer("no")
        await desk.press("n")  # the words that were not understood are let go
        await desk.answer("yes")
        await desk.answer("yes")
        measured["safety"] = desk.faintest()
        await desk.press("f10")
        measured["form"] = desk.faintest()
    assert {} == {place: found for place, found in measured.items() if found[0] < READABLE}


def test_the_themes_are_our_own_and_go_round() -> None:
    assert {DARK, LIGHT, CONTRAST, MONO} == set(NAMES) == {theme.name for theme in THEMES}
    assert not set(NAMES) & set(BUILTIN_THEMES)
    assert [LIGHT, CONTRAST, MONO, DARK] == [next_theme(name) for name in NAMES]


@pytest.mark.parametrize(
    ("wanted", "no_color", "few_colors", "expected"),
    [
        (None, False, False, DARK),
        (None, True, False, MONO),
        (None, False, True, CONTRAST),
        ("light", True, True, LIGHT),
        (MONO, False, False, MONO),
        ("no such theme", False, False, DARK),
    ],
)
def test_the_theme_to_begin_with(wanted: str | None, no_color: bool, few_colors: bool, expected: str) -> None:
    assert expected == theme_for(wanted, no_color=no_color, few_colors=few_colors)


@pytest.mark.parametrize(
    ("term", "encoding", "expected"),
    [
        ("xterm-256color", "utf-8", WIDE),
        ("linux", "utf-8", ASCII),
        ("xterm", "iso8859-1", ASCII),
        ("xterm", None, ASCII),
        ("dumb", "UTF-8", ASCII),
    ],
)
def test_signs_that_the_terminal_has(term: str, encoding: str | None, expected: object) -> None:
    assert expected is glyphs_for({"TERM": term}, encoding)


def test_the_plain_signs_are_ascii() -> None:
    assert all(getattr(ASCII, name).isascii() for name in ("done", "here", "understood", "flag", "dash", "dot"))


async def test_no_color_shows_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with at_desk(doors(theme=None)) as desk:
        await desk.begin()
        colours = {
            tuple(color.triplet)
            for strip in desk.app.screen._compositor.render_strips()
            for segment in strip.apply_filter(desk.app._filters[-1], desk.app.screen.background_colors[0])
            if segment.style
            for color in (segment.style.color, segment.style.bgcolor)
            if color is not None and color.triplet is not None
        }
        assert colours
        assert all(red == green == blue for red, green, blue in colours)


async def test_the_theme_is_changed_from_the_help() -> None:
    async with at_desk(doors()) as desk:
        await desk.press("f1")
        await desk.type("colours")
        await desk.press("enter")
        assert LIGHT == desk.app.theme


async def test_the_toolkits_own_commands_are_not_offered() -> None:
    async with at_desk(doors()) as desk:
        assert () == tuple(desk.app.get_system_commands(desk.app.screen))
        await desk.press("ctrl+p")
        assert "HomeScreen" == desk.place
        assert "none" == desk.app.animation_level
