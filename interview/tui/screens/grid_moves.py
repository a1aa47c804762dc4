"""From row to row of the grid: by arrow, by Tab, by mouse. What is typed in a row stays there, and is said not to be saved."""

from __future__ import annotations

from typing import Any

from textual import on
from textual.widget import Widget
from textual.widgets import DataTable

from interview.language import _
from interview.tui.screens.asking import AskingScreen
from interview.tui.widgets.answer_input import AnswerInput
from interview.tui.widgets.grid_rows import row_title
from interview.tui.widgets.word_table import WordTable


class GridRows(AskingScreen):
    """Goes to the question of another row; the row under the cursor is the session's question."""

    def action_row(self, by: int) -> None:
        """Go to another row; what is typed in this one is kept, and said not to be saved."""
        rows = [row.key for row in self.query_one(WordTable).shown if not row.is_heading]
        here = rows.index(self._asked) if self._asked in rows else -1 if by > 0 else len(rows)
        if 0 <= here + by < len(rows):
            self._go_to_row(rows[here + by])
        else:
            self.say(_("This is the last row; PgDn goes on to the next section.") if by > 0 else _("This is the first row of the section."))

    def _go_to_row(self, link_id: str) -> None:
        left = self._asked if self.line.text.strip() else None
        if self.done(lambda: self.session.go_to(link_id)):
            self.say(self._not_saved(left))
        self.draw()

    def _not_saved(self, left: str | None) -> str:
        if left is None:
            return ""
        return _("{question}: what was typed is kept there and is NOT SAVED yet; Enter there saves it.").format(question=row_title(left))

    def focus_next(self, selector: str | type[Any] = "*") -> Widget | None:  # noqa: ARG002 the toolkit's signature
        """Let Tab go to the next row: the line is the only thing here that takes keys."""
        self.action_row(1)
        return self.focused

    def focus_previous(self, selector: str | type[Any] = "*") -> Widget | None:  # noqa: ARG002 the toolkit's signature
        """Let Shift+Tab go to the row before."""
        self.action_row(-1)
        return self.focused

    @on(AnswerInput.Overran)
    def _past_the_line(self, event: AnswerInput.Overran) -> None:
        event.stop()
        event.prevent_default()
        self.action_row(event.by)

    @on(DataTable.RowSelected)
    def _row_chosen(self, event: DataTable.RowSelected) -> None:
        event.stop()
        key = self.query_one(WordTable).key_here
        if key is not None and key in [row.key for row in self.query_one(WordTable).shown if not row.is_heading]:
            self._go_to_row(key)
        self.line.focus()

    def action_step(self, by: int) -> None:
        """Go to another row: an empty line leaves an answer as it is."""
        self.action_row(by)
