"""`BeforeChange`: what a changed answer would do to other answers, shown before it is accepted. It does not act; it returns a choice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button, Static

from interview.language import _
from interview.tui.screens.sheet import Sheet
from interview.tui.text import as_content, indented
from interview.views.change_words import Told

Chosen = Literal["accept", "drop", "type"]


class BeforeChange(Sheet[Chosen]):
    """Returns `accept`, `drop`, or `type` where somebody goes back to the line. The focus stands on dropping it."""

    DEFAULT_CSS = """
    BeforeChange #told { height: auto; max-height: 45vh; scrollbar-size-vertical: 1; }
    BeforeChange #told Static { height: auto; }
    BeforeChange Horizontal { height: auto; margin: 1 0; }
    BeforeChange Button { margin-right: 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "type", _("back to the answer"), key_display="Esc"),
        Binding("left", "app.focus_previous", "", show=False),
        Binding("right", "app.focus_next", "", show=False),
        Binding("up", "scroll(-1)", "", show=False),
        Binding("down", "scroll(1)", "", show=False),
        Binding("pageup", "scroll(-10)", "", show=False),
        Binding("pagedown", "scroll(10)", "", show=False),
    ]

    def __init__(self, told: Sequence[Told]) -> None:
        super().__init__(classes="sheet")
        self._told = told

    def compose(self) -> ComposeResult:
        """Place what would happen, then the choice."""
        with Vertical(id="sheet") as sheet:
            sheet.border_title = _("Before this is changed")
            with VerticalScroll(id="told", can_focus=False):
                for each in self._told:
                    yield Static(as_content(each.title, "bold"), markup=False)
                    for line in each.lines:
                        yield Static(as_content(indented(line, 2, after="- ")), markup=False)
            with Horizontal():
                yield Button(as_content(_("Drop it: nothing changes")), id="change-drop", compact=True)
                yield Button(as_content(_("Accept the change")), id="change-accept", compact=True)
            yield Static(_("Left and right choose, up and down read on, Esc goes back to the answer"), classes="quiet", markup=False)

    def on_mount(self) -> None:
        """Let Enter change nothing until somebody chooses."""
        self.query_one("#change-drop", Button).focus()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss("accept" if event.button.id == "change-accept" else "drop")

    def action_scroll(self, by: int) -> None:
        """Read on, or back."""
        self.query_one("#told", VerticalScroll).scroll_relative(y=by, animate=False)

    def action_type(self) -> None:
        """Go back to the line with what was typed."""
        self.dismiss("type")
