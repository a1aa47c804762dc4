"""What stands on a screen, cell by cell, as a text that can be kept and compared: characters, then the styles they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from string import ascii_letters

from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.theme import Theme

from tests.interview.tui.desk import contrast

FRAMES = " ╸╺│┃╏▕▏─━╭╮╰╯┏┓┗┛╍▁▂▃▄▅▆▇█▔\N{NO-BREAK SPACE}"
"""Cells in which nothing is written."""

TOKENS = ("background", "panel", "foreground", "primary", "warning", "error", "success", "text-muted")
"""The eight colours of a theme."""


def words_of(style: Style | None) -> str:
    """Return a style in words: colours, then bold, dim, underlined, reversed."""
    if style is None:
        return "none"

    def colour(each: object) -> str:
        return getattr(getattr(each, "triplet", None), "hex", "default")

    marks = [name for name in ("bold", "dim", "italic", "underline", "strike", "reverse") if getattr(style, name)]
    return " ".join((f"{colour(style.color)} on {colour(style.bgcolor)}", *marks))


@dataclass
class Legend:
    """A letter for each style, in the order in which they are met."""

    letters: dict[str, str] = field(default_factory=dict)

    def letter(self, words: str) -> str:
        """Return the letter of a style."""
        if words not in self.letters:
            place = len(self.letters)
            self.letters[words] = ascii_letters[place] if place < len(ascii_letters) else f"<{place}>"
        return self.letters[words]


def cells(app: App[object]) -> Sequence[Strip]:
    """Return what the terminal shows, line by line."""
    return app.screen._compositor.render_strips()


def characters(strips: Sequence[Strip]) -> list[str]:
    """Return the characters of each line."""
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


def styled(strips: Sequence[Strip], legend: Legend) -> list[str]:
    """Return the styles of each line: how many cells in which; a line like the one before is a ditto mark."""
    lines: list[str] = []
    before = ""
    for strip in strips:
        line = "".join(f"{count}{letter}" for count, letter in _runs(strip, legend))
        lines.append('"' if line == before else line)
        before = line
    return lines


def _runs(strip: Iterable[Segment], legend: Legend) -> list[tuple[int, str]]:
    runs: list[tuple[int, str]] = []
    for segment in strip:
        letter = legend.letter(words_of(segment.style))
        width = segment.cell_length
        if not width:
            continue
        if runs and runs[-1][1] == letter:
            runs[-1] = (runs[-1][0] + width, letter)
        else:
            runs.append((width, letter))
    return runs


def written(app: App[object]) -> dict[tuple[str, str], str]:
    """Return the pairs of ink and ground in which anything is written, each with an example; behind a sheet nothing is to be read."""
    screen, pairs = app.screen, dict[tuple[str, str], str]()
    sheet = screen.query_one("#sheet").region if isinstance(screen, ModalScreen) else screen.region
    for y, strip in enumerate(cells(app)):
        x = 0
        for segment in strip:
            begin, x = x, x + segment.cell_length
            style = segment.style
            inside = sheet.y <= y < sheet.bottom and sheet.x <= begin and x <= sheet.right
            if not inside or not segment.text.strip(FRAMES) or style is None or style.color is None or style.bgcolor is None:
                continue
            ink, ground = Color.from_rich_color(style.color).hex, Color.from_rich_color(style.bgcolor).hex
            pairs[(ground, ink) if style.reverse else (ink, ground)] = segment.text
    return pairs


def faintest(pairs: Mapping[tuple[str, str], str]) -> tuple[float, str]:
    """Return the lowest contrast of any pair, and what is written in it."""
    return min(((contrast(Color.parse(ink), Color.parse(ground)), text) for (ink, ground), text in pairs.items()), default=(21.0, ""))


def in_theme(pairs: Mapping[tuple[str, str], str], here: Theme, there: Theme) -> dict[tuple[str, str], str]:
    """Return the pairs as another theme has them; a colour that is no token of the theme is left to be measured on its own screen."""
    tokens = {colour_of(here, name): colour_of(there, name) for name in TOKENS}
    return {(tokens[ink], tokens[ground]): text for (ink, ground), text in pairs.items() if ink in tokens and ground in tokens}


def colour_of(theme: Theme, name: str) -> str:
    """Return the colour of a token."""
    return Color.parse(str(getattr(theme, name, None) or theme.variables[name])).hex


def key(legend: Legend) -> list[str]:
    """Return what each letter of a legend means."""
    return [f"{letter} = {words}" for words, letter in legend.letters.items()]
