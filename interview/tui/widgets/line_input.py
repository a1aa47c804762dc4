"""A single line for short entries. Several pasted lines are joined by blanks, never cut to the first."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from interview.tui.text import shown
from trd_core.text import LONGEST_TEXT


class LineInput(Input):
    """An input that keeps every pasted line."""

    @dataclass
    class Full(Message):
        """A paste did not fit: so many characters were left out."""

        line: Widget
        left_out: int

    def __init__(self, value: str = "", *, id: str | None = None, placeholder: str = "") -> None:
        super().__init__(shown(value), id=id, placeholder=placeholder, compact=True, select_on_focus=False)
        self.cursor_blink = False

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        pasted = " ".join(shown(event.text).split())
        room = max(LONGEST_TEXT - len(self.value) + len(self.selected_text), 0)
        self.replace(pasted[:room], *self.selection)
        if len(pasted) > room:
            self.post_message(self.Full(self, len(pasted) - room))
