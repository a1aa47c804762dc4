"""`PictureView`: lines of a picture, drawn for the width there is, to scroll through; it goes from heading to heading."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from interview.tui.text import as_content
from interview.views.picture_cells import Line, Role

Drawing = Callable[[int], tuple[Line, ...]]
"""Lines for so many columns."""

STYLES: Final[dict[Role, str]] = {
    "words": "",
    "heading": "bold $text-primary",
    "quiet": "$text-muted",
    "axis": "$text-muted",
    "grid": "$text-muted",
    "sure": "bold $text-primary",
    "unsure": "$text-primary",
    "mark": "bold $text-warning",
    "open": "$text-warning",
    "here": "bold $text-success",
    "kept": "$text-muted",
    "differs": "bold",
}
"""What each role looks like; whatever it says stands in signs and words too."""


def picture_content(lines: tuple[Line, ...]) -> Content:
    """Return lines as content, each on its own."""
    return Content.assemble(*_parts(lines))


def _parts(lines: tuple[Line, ...]) -> Iterator[Content]:
    for place, line in enumerate(lines):
        if place:
            yield Content("\n")
        for span in line.spans:
            yield as_content(span.text, STYLES[span.role])


class PictureView(VerticalScroll):
    """A page of lines: arrows, PgUp and PgDn, Home and End scroll it."""

    DEFAULT_CSS = """
    PictureView { height: 1fr; padding: 0 1; scrollbar-gutter: stable; scrollbar-size-vertical: 1; }
    PictureView Static { height: auto; width: 1fr; text-wrap: nowrap; }
    """

    @dataclass
    class Moved(Message):
        """Somebody reads on."""

    def __init__(self, draw: Drawing) -> None:
        super().__init__()
        self._draw = draw
        self._drawn_for = 0
        self.lines: tuple[Line, ...] = ()

    def compose(self) -> ComposeResult:
        """Lay out the one text."""
        yield Static("", markup=False)

    def on_resize(self, event: events.Resize) -> None:
        """Draw for the new width."""
        if event.size.width != self._drawn_for:
            self.draw_anew()

    def draw_anew(self) -> None:
        """Draw the lines for the width there is; none before there is a width."""
        self._drawn_for = self.size.width
        width = self.scrollable_content_region.width
        if width > 0:
            self.lines = self._draw(width)
            self.query_one(Static).update(picture_content(self.lines))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell that somebody reads."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Moved())

    def go_by(self, by: int) -> None:
        """Scroll to the next heading, or to the one before."""
        here = int(self.scroll_target_y)
        places = [place for place, line in enumerate(self.lines) if line.is_heading]
        wanted = [place for place in places if (place > here if by > 0 else place < here)]
        if wanted:
            self.scroll_to(y=wanted[0] if by > 0 else wanted[-1], animate=False)
        elif by < 0:
            self.scroll_home(animate=False)
