"""`ProgressScreen`: how it goes over the cases, in a table. It reads the sessions of practice and changes nothing."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from interview.engine.doors import Doors
from interview.engine.ports import StoreFault
from interview.language import _
from interview.tui.glyphs import Glyphs
from interview.tui.text import as_content
from interview.tui.widgets.key_line import KeyLine
from interview.tui.widgets.word_table import RowTable, WordRow
from interview.views.practice_progress import HEADERS, ProgressShown, progress_shown

TITLE: Final = _("PRACTICE: your progress over the cases")


class ProgressScreen(Screen[None]):
    """One row a session, in the order of the cases; below it what can be said of all of them."""

    DEFAULT_CSS = """
    ProgressScreen #progress-title { height: auto; padding: 0 1; text-style: bold; background: $panel; }
    ProgressScreen #progress-words { height: auto; padding: 0 1; color: $text-accent; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", _("back"), key_display="Esc", tooltip=_("Back to the cases")),
    ]

    def __init__(self, doors: Doors, glyphs: Glyphs) -> None:
        super().__init__()
        self.doors, self.glyphs = doors, glyphs

    def compose(self) -> ComposeResult:
        """Place the table."""
        yield Static(TITLE, id="progress-title", markup=False)
        yield RowTable(id="progress")
        yield Static(id="progress-words", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Read the sessions, and show them."""
        try:
            shown = progress_shown(self.doors)
        except StoreFault as fault:
            shown = ProgressShown((), (str(fault),))
        self.query_one(RowTable).show(HEADERS, [WordRow(row.record, row.cells) for row in shown.rows])
        self.query_one(RowTable).focus()
        self.query_one("#progress-words", Static).update(as_content("\n".join(shown.lines)))

    def action_back(self) -> None:
        """Go back to the cases."""
        self.dismiss(None)
