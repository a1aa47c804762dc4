"""Every screen as it was looked at, in three sizes and two themes; every written cell can be read, in all four themes.

The looks are kept beside this file in `looks/`, one text a screen. After looking at them, `UPDATE_LOOKS=1` with this test keeps new ones;
`LOOKS_TO=DIR` draws each screen as SVG into a folder, to be looked at; `EVERY_LOOK=1` puts each theme on each screen.
"""

from __future__ import annotations

import difflib
import os
from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import Theme
from textual.widgets import OptionList

from interview.tui.themes import CONTRAST, DARK, LIGHT, MONO, THEMES
from tests.interview.tui import portrait
from tests.interview.tui.desk import Desk, contrast
from tests.interview.tui.every_screen import SCREENS, alone, at_screen, opened_somewhere, sampled

LOOKS = Path(__file__).parent / "looks"
SIZES = ((60, 15), (80, 24), (120, 40))
LOOKED_AT = (DARK, MONO)
READABLE, SEEN = 4.5, 3.0
"""Contrast of text, and of what shows the focus: WCAG 2.2, level AA."""


def test_no_screen_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(f"\nscreens with hostile text, longer words, for their looks: {len(sampled())} of {len(SCREENS)}; EVERY_SCREEN=1: all")
    assert set() == opened_somewhere() - {each.place for each in SCREENS.values()}, "add a line to SCREENS in every_screen.py"
    assert set() == {each.place for each in SCREENS.values()} - opened_somewhere()


def picture(desk: Desk, name: str, size: tuple[int, int], folder: str) -> None:
    """Draw the screen as SVG."""
    place = Path(folder) / f"{size[0]}x{size[1]} {name}.svg"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(desk.app.export_screenshot().replace("<text ", '<text xml:space="preserve" '), encoding="utf-8")


WHOLE = bool(os.environ.get("EVERY_LOOK") or os.environ.get("UPDATE_LOOKS"))
"""Whether each theme is put on each screen; otherwise the dark one is, and the colours of the others are taken from their tokens."""

STATIONS = (
    (SIZES[1], (DARK, LIGHT, CONTRAST, MONO)),
    (SIZES[0], (MONO, DARK)),
    (SIZES[2], (DARK, MONO)),
)
"""In which sizes and themes a screen is looked at, in an order that changes as little as may be from one to the next."""


@pytest.mark.parametrize("name", sampled())
async def test_it_looks_as_it_was_looked_at_and_can_be_read(name: str, tmp_path: Path) -> None:
    legends = {theme: portrait.Legend() for theme in LOOKED_AT}
    looks: dict[str, list[str]] = {}
    faint = {theme.name: (21.0, "") for theme in THEMES}
    async with at_screen(name, SIZES[1]) as desk:
        with alone(desk):
            for size, themes in STATIONS:
                if desk.app.size != size:
                    await desk.pilot.resize_terminal(*size)
                await desk.rest()
                for theme in themes if WHOLE else (DARK,):
                    if desk.app.theme != theme:
                        desk.app.theme = theme
                        await desk.settle()
                    strips, pairs = portrait.cells(desk.app), portrait.written(desk.app)
                    faint[theme] = min(faint[theme], portrait.faintest(pairs))
                    if theme == DARK and isinstance(desk.app.focused, OptionList) and desk.app.focused.highlighted is not None:
                        cursor = portrait.colour_of(THEMES[0], "block-cursor-background")
                        assert cursor in {ground for _, ground in pairs}, "the line under the cursor cannot be told from the others"
                    if theme in LOOKED_AT:
                        looks[f"{theme} {size[0]}x{size[1]}"] = portrait.styled(strips, legends[theme])
                    if theme == DARK:
                        looks[f"{size[0]}x{size[1]}"] = [f"|{line}" for line in portrait.characters(strips)]
                        for other in THEMES:
                            faint[other.name] = min(faint[other.name], portrait.faintest(portrait.in_theme(pairs, THEMES[0], other)))
                        if os.environ.get("LOOKS_TO"):
                            picture(desk, name, size, os.environ["LOOKS_TO"])
    looks |= {f"{theme} legend": portrait.key(legend) for theme, legend in legends.items() if legend.letters}
    print(name, *(f"{theme} {found[0]:.1f}" for theme, found in faint.items()))
    keep_or_compare(name, looks, tmp_path)
    assert {} == {theme: found for theme, found in faint.items() if found[0] < READABLE}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_where_the_focus_stands_can_be_seen(theme: Theme) -> None:
    signs = ("block-cursor-background", "border", "input-cursor-background", "input-selection-background")
    grounds = (theme.background, theme.panel)
    seen = {(sign, ground): contrast(Color.parse(theme.variables[sign]), Color.parse(str(ground))) for sign in signs for ground in grounds}
    print(theme.name, round(min(seen.values()), 1))
    assert {} == {where: ratio for where, ratio in seen.items() if ratio < SEEN}


def keep_or_compare(name: str, looks: dict[str, list[str]], tmp_path: Path) -> None:
    """Keep a look, or say line by line where it is another one than was kept."""
    kept = LOOKS / f"{name.replace(' ', '_')}.txt"
    if os.environ.get("UPDATE_LOOKS"):
        LOOKS.mkdir(exist_ok=True)
        kept.write_text("".join(f"== {title}\n" + "\n".join(lines) + "\n" for title, lines in looks.items()), encoding="utf-8")
    before: dict[str, list[str]] = {}
    for line in kept.read_text(encoding="utf-8").splitlines() if kept.exists() else ():
        if line.startswith("== "):
            before[line.removeprefix("== ")] = []
        elif before:
            before[next(reversed(before))].append(line)
    changed = [line for title, lines in looks.items() for line in told(title, before.get(title, []), lines)]
    if changed:
        seen = tmp_path / kept.name
        seen.write_text("\n".join(line for title, lines in looks.items() for line in (f"== {title}", *lines)), encoding="utf-8")
        pytest.fail(f"{name} looks different; seen: {seen}\n" + "\n".join(changed[:60]), pytrace=False)


def told(title: str, before: list[str], after: list[str]) -> list[str]:
    """Return the lines in which a look differs."""
    return [] if before == after else list(difflib.unified_diff(before, after, f"{title} as kept", f"{title} as seen", lineterm="", n=0))
