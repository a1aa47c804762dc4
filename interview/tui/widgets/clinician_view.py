"""The clinician's view at the right: what was found so far, what is open, which questions would settle most, and what is new of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from interview.language import _
from interview.tui.glyphs import Glyphs
from interview.tui.text import as_content
from interview.tui.widgets.cursor_list import CursorList
from interview.views.panel_model import Change, PanelLine, PanelView, changes

CHANGES: Final[dict[Change, str]] = {"new": _("new"), "changed": _("changed")}
"""What stands behind a line since the last answer: a word, never a colour alone."""


class ClinicianView(CursorList):
    """The panel's lines. Choosing one opens what it rests on, or leads to its question; what is new since the panel before is marked."""

    BORDER_TITLE = _("Clinician's view")
    BORDER_SUBTITLE = _("Tab, Enter: why · F7 closes it")

    @dataclass
    class QuestionChosen(Message):
        """A line that leads to a question was chosen."""

        link_id: str

    @dataclass
    class FindingsChosen(Message):
        """A line that shows findings was chosen: their ids."""

        findings: tuple[str, ...]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._shown: tuple[int, PanelView] | None = None
        self._changed: Mapping[tuple[str, str], Change] = {}
        self._by_key: dict[str, PanelLine] = {}

    def show(self, panel: PanelView, glyphs: Glyphs, *, about: str = "", seq: int = 0) -> None:
        """Show the panel as of an event; `about` is the help for the question that is asked now.

        What differs from the panel of an earlier event is marked, and stays so until the next one.
        """
        if self._shown is not None and self._shown[0] != seq:
            self._changed = changes(self._shown[1], panel)
        self._shown = (seq, panel)
        signs = {"present": glyphs.done, "open": "?", "plain": " "}
        stood_on, self._by_key = self.line_here, {}
        options: list[Option] = []
        if about:
            options.append(Option(as_content(about, "italic"), disabled=True))
        options.append(Option(as_content(panel.summary, "bold"), disabled=True))
        for group in panel.groups:
            options.append(Option(as_content(group.title, "$text-accent bold"), disabled=True))
            for line in group.lines:
                change = self._changed.get((group.id, line.known_as))
                mark = as_content(f" {glyphs.dot} {CHANGES[change]}", "$text-warning bold") if change else Content("")
                words = Content(f"{signs[line.sign]} ") + as_content(line.text) + mark
                leads = bool(line.rests_on or line.link_id)
                key = f"{group.id}:{line.known_as}"
                self._by_key[key] = line
                options.append(Option(words, id=key if leads else None, disabled=not leads))
        self.put(options)
        self._stand_on(stood_on)

    @property
    def line_here(self) -> PanelLine | None:
        """The line under the cursor, where it leads anywhere."""
        option = self.highlighted_option
        return self._by_key.get(option.id) if option is not None and option.id is not None else None

    def _stand_on(self, line: PanelLine | None) -> None:
        """Keep the cursor on the line that it stood on, where there still is one."""
        if line is not None:
            place = next(
                (at for at, option in enumerate(self.options) if option.id and self._by_key[option.id].known_as == line.known_as), None
            )
            self.highlighted = place

    def choose(self, line: PanelLine) -> None:
        """Say what was chosen: the findings that a line rests on, else its question."""
        if line.rests_on:
            self.post_message(self.FindingsChosen(line.rests_on))
        elif line.link_id is not None:
            self.post_message(self.QuestionChosen(line.link_id))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Pass the choice on as this widget's own message."""
        event.stop()
        line = self._by_key.get(event.option_id or "")
        if line is not None:
            self.choose(line)
