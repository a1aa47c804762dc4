"""A single line for short entries. Several pasted lines are joined by blanks, never cut to the first."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from interview.tui.text import shown


class LineInput(Input):
    """An input that keeps every pasted line."""

    def __init__(self, value: str = "", *, id: str | None = None, placeholder: str = "") -> None:
        super().__init__(shown(value), id=id, placeholder=placeholder, compact=True, select_on_focus=False)
        self.cursor_blink = False

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.insert_text_at_cursor(" ".join(shown(event.text).split()))
