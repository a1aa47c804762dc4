"""`ReadWords`: some words to read, on a sheet of their own. It returns nothing."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Button, Static

from interview.language import _
from interview.tui.screens.sheet import Sheet
from interview.tui.text import as_content


class ReadWords(Sheet[None]):
    """Shows a text until it is closed."""

    DEFAULT_CSS = """
    ReadWords Static { height: auto; }
    ReadWords Button { margin-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "leave", _("Back"))]

    def __init__(self, words: str) -> None:
        super().__init__(classes="sheet")
        self._words = words

    def compose(self) -> ComposeResult:
        """Lay out the words and the way back."""
        with VerticalScroll(id="sheet"):
            yield Static(as_content(self._words), id="read-words")
            yield Button(_("Back"), id="read-back", compact=True)

    def on_mount(self) -> None:
        """Let Enter go back and arrows scroll."""
        self.query_one(VerticalScroll).focus()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss(None)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)
