"""The sections at the left: done, here, and how far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from interview.engine.view import SectionView
from interview.language import _
from interview.tui.glyphs import Glyphs
from interview.tui.text import as_content
from interview.tui.widgets.cursor_list import CursorList


def section_line(section: SectionView, glyphs: Glyphs) -> Content:
    """Return one line of the outline: a sign, the title, answered of total."""
    sign = {"done": glyphs.done, "current": glyphs.here}.get(section.state, "\N{NO-BREAK SPACE}")
    how_many = f" ({section.instances})" if section.instances else ""
    far = f" {section.answered}/{section.total}" if section.state in ("current", "open") and section.answered else ""
    far = far or (f" {section.answered}/{section.total}" if section.state == "current" else "")
    style = {"current": "bold", "closed": "$text-muted"}.get(section.state, "")
    return as_content(f"{sign}\N{NO-BREAK SPACE}{section.title}{how_many}{far}", style)


class Outline(CursorList):
    """All sections; choosing one says so."""

    BORDER_TITLE = _("Sections")

    @dataclass
    class SectionChosen(Message):
        """A section was chosen."""

        section: str

    def show(self, sections: Iterable[SectionView], glyphs: Glyphs) -> None:
        """Show the sections; closed ones cannot be chosen."""
        lines = tuple(sections)
        here = next((place for place, each in enumerate(lines) if each.state == "current"), None)
        self.put([Option(section_line(each, glyphs), id=each.id, disabled=not each.total) for each in lines])
        self.highlighted = here

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Pass the choice on as this widget's own message."""
        event.stop()
        if event.option_id is not None:
            self.post_message(self.SectionChosen(event.option_id))
