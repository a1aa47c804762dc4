"""The options of a question, one under the other or in two columns. What has no room is scrolled to, and counted."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.message import Message

from interview.tui.text import as_content
from interview.tui.widgets.words import Words

ONE_COLUMN: Final = 6
"""Up to this many options stand one under the other even where two columns have room."""

BETWEEN: Final = 3
"""Blanks between two columns."""

NARROWEST: Final = 20
BLANK: Final = "\N{NO-BREAK SPACE}"
"""A blank that wrapping keeps."""

SCROLLBAR: Final = 1
"""Columns kept for the scroll bar, needed or not, so that lines never change when it comes."""


@dataclass(frozen=True, slots=True)
class Laid:
    """Options set in lines: the lines, and for each option its first and its last line."""

    lines: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    second_column: int = 0
    """Where the second of two columns begins; 0 where there is one."""

    def at(self, column: int, line: int) -> int | None:
        """Return the place of the option that stands there."""
        here = [place for place, (first, last) in enumerate(self.places) if first <= line <= last]
        if not self.second_column:
            return here[0] if here else None
        side = 1 if column >= self.second_column else 0
        return here[side] if side < len(here) else None


def set_in_lines(options: tuple[tuple[int, str], ...], digits: int, width: int) -> Laid:
    """Return the options in lines of this width; a long one goes on under its own words, and two columns are read downwards."""
    whole = [f"{number:>{digits}}  {words}" for number, words in options]
    longest = max((Content(line).cell_length for line in whole), default=0)
    if len(whole) > ONE_COLUMN and 2 * longest + BETWEEN <= width:
        half = (len(whole) + 1) // 2
        pairs = zip_longest(whole[:half], whole[half:], fillvalue="")
        padding = [longest + BETWEEN - Content(line).cell_length for line in whole[:half]]
        lines = tuple(f"{left}{' ' * pad}{right}".rstrip() for (left, right), pad in zip(pairs, padding, strict=True))
        return Laid(lines, tuple((place % half, place % half) for place in range(len(whole))), longest + BETWEEN)
    laid: list[str] = []
    places: list[tuple[int, int]] = []
    for number, words in options:
        first = len(laid)
        for line in as_content(words).wrap(max(width - digits - 2, NARROWEST)):
            laid.append(f"{number if len(laid) == first else '':{BLANK}>{digits}}{BLANK}{BLANK}{line.plain}")
        places.append((first, len(laid) - 1))
    return Laid(tuple(laid), tuple(places))


class OptionLines(VerticalScroll, can_focus=False):
    """Shows options; it says when others of them have come into view."""

    @dataclass
    class Moved(Message):
        """What is in view has changed."""

    @dataclass
    class Clicked(Message):
        """An option was clicked: its number; `chain` counts clicks in quick succession."""

        number: int
        chain: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._options: tuple[tuple[int, str], ...] = ()
        self._digits = 1
        self._laid = Laid((), ())
        self._chosen: frozenset[int] = frozenset()

    def compose(self) -> ComposeResult:
        """Place the lines."""
        yield Words(id="option-text")

    def show(self, options: tuple[tuple[int, str], ...], digits: int, chosen: frozenset[int] = frozenset()) -> None:
        """Show these options, from the first one on; `digits` is the width of their numbers; those chosen stand out."""
        if options != self._options:
            self.scroll_home(animate=False)
        self._options, self._digits, self._chosen = options, digits, chosen
        self.display = bool(options)
        self._lay()

    def mark(self, chosen: frozenset[int]) -> None:
        """Let the options with these numbers stand out."""
        if chosen != self._chosen:
            self._chosen = chosen
            self._draw()

    def on_resize(self) -> None:
        """Set the options again in the lines that fit."""
        self._lay()

    def on_click(self, event: events.Click) -> None:
        """Say which option was clicked."""
        event.stop()
        corner = self.content_region
        place = self._laid.at(event.screen_x - corner.x, event.screen_y - corner.y + self.scroll_offset.y)
        if place is not None:
            self.post_message(self.Clicked(self._options[place][0], event.chain))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 the toolkit's signature
        """Return how many lines all the options take."""
        return len(set_in_lines(self._options, self._digits, width - SCROLLBAR).lines)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say that others are in view."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Moved())

    @property
    def count(self) -> int:
        """How many options there are."""
        return len(self._options)

    @property
    def in_view(self) -> int:
        """How many options stand in view, whole."""
        top, height = self.scroll_offset.y, self.size.height
        return sum(top <= first and last < top + height for first, last in self._laid.places)

    @property
    def has_more_above(self) -> bool:
        """Whether options stand above what is in view."""
        return self.scroll_offset.y > 0

    @property
    def has_more_below(self) -> bool:
        """Whether options stand below what is in view."""
        return self.scroll_offset.y + self.size.height < len(self._laid.lines)

    def _lay(self) -> None:
        self._laid = set_in_lines(self._options, self._digits, self.scrollable_content_region.width or 76)
        self._draw()
        self.post_message(self.Moved())

    def _draw(self) -> None:
        text, start = as_content("\n".join(self._laid.lines)), 0
        for line, words in enumerate(self._laid.lines):
            for place, (number, said) in enumerate(self._options):
                first, last = self._laid.places[place]
                if number in self._chosen and first <= line <= last:
                    left, right = self._span(place, len(words), len(f"{number:>{self._digits}}  {said}"))
                    text = text.stylize("bold reverse", start + left, start + right)
            start += len(words) + 1
        self.query_one("#option-text", Words).update(text)

    def _span(self, place: int, line: int, option: int) -> tuple[int, int]:
        """Return where an option stands in a line of so many characters."""
        if not self._laid.second_column:
            return 0, line
        return (0, option) if 2 * place < len(self._options) else (line - option, line)
