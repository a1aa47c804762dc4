"""`ExportingScreen`: an export under way, step by step; Esc stops it before anything is written."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from interview.language import _
from interview.tui.screens.sheet import Sheet
from interview.tui.text import as_content
from interview.tui.widgets.key_line import KeyLine


class ExportingScreen(Sheet[None]):
    """Shows the steps; whoever works reads `is_stopped` before each of them."""

    DEFAULT_CSS = "ExportingScreen Static { height: auto; }"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "stop", _("stop"), key_display="Esc")]

    def __init__(self) -> None:
        super().__init__(classes="sheet")
        self.is_stopped = False
        """Whether somebody asked to stop."""

    def compose(self) -> ComposeResult:
        """Place the one line."""
        with Vertical(id="sheet"):
            yield Static(_("Exporting …"), id="export-step")
            yield Static(_("Esc stops it before anything is written."), classes="quiet")
        yield KeyLine()

    def show(self, step: str) -> None:
        """Show the step that begins."""
        if self.is_mounted and not self.is_stopped:
            self.query_one("#export-step", Static).update(as_content(_("Exporting: {step} …").format(step=step)))

    def action_stop(self) -> None:
        """Stop before the next step."""
        self.is_stopped = True
        self.query_one("#export-step", Static).update(as_content(_("Stopping …")))
