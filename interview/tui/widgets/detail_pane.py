"""`DetailPane`: a table, and beside or below it all that is to be known of the row under the cursor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import DataTable, Static

from interview.tui.text import as_content
from interview.tui.widgets.word_table import RowTable, WordRow


class DetailPane(Vertical):
    """Rows and the words about one of them; a click on the row under the cursor chooses it."""

    DEFAULT_CSS = """
    DetailPane { height: 1fr; }
    DetailPane VerticalScroll { height: auto; max-height: 50%; border-top: solid $border-blurred; padding: 0 1; }
    DetailPane VerticalScroll:focus { border-top: heavy $border; }
    DetailPane Static { height: auto; }
    """

    @dataclass
    class Chosen(Message):
        """A click chose a row."""

        pane: DetailPane
        key: str

        @property
        def control(self) -> DetailPane:
            """The pane in which it was chosen."""
            return self.pane

    def __init__(self, *, id: str, nothing: str) -> None:
        """`nothing` is what is said where there are no rows."""
        super().__init__(id=id)
        self.nothing = nothing
        self._words_of: Callable[[str], str] = lambda _key: ""

    def compose(self) -> ComposeResult:
        """Lay out the table and the words."""
        yield RowTable()
        with VerticalScroll():
            yield Static("", classes="detail-words")

    @property
    def here(self) -> str | None:
        """The key of the row under the cursor; None on a heading or an empty table."""
        table = self.query_one(RowTable)
        key = table.key_here
        return None if key is None or table.shown[table.cursor_row].is_heading else key

    def draw(self, headers: Sequence[tuple[str, str]], rows: Sequence[WordRow], words_of: Callable[[str], str]) -> None:
        """Show rows, and the words that belong to the row under the cursor."""
        self._words_of = words_of
        self.query_one(RowTable).show(headers, rows)
        self._draw_one()

    def _draw_one(self) -> None:
        here = self.here
        words = self._words_of(here) if here is not None else "" if self.query_one(RowTable).shown else self.nothing
        self.query_one(".detail-words", Static).update(as_content(words))
        self.query_one(VerticalScroll).scroll_home(animate=False)

    @on(DataTable.RowHighlighted)
    def _moved(self, event: DataTable.RowHighlighted) -> None:
        event.stop()
        self._draw_one()

    @on(DataTable.RowSelected)
    def _chosen(self, event: DataTable.RowSelected) -> None:
        event.stop()
        if self.here is not None:
            self.post_message(self.Chosen(self, self.here))
