"""`WordTable`: a table of words that fits itself to the screen, wraps, and keeps its place when it is drawn anew.

`RowTable` leaves Enter to what holds it, which can name it in its own words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import DataTable

from interview.tui.widgets.cells import cell, fitted_widths

HEADING = "heading:"
"""Keys of rows that are headings begin so."""

SCROLLBAR = 2


@dataclass(frozen=True, slots=True)
class WordRow:
    """One row: its key, and what its cells say."""

    key: str
    cells: tuple[str, ...]
    style: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether it only says what follows."""
        return self.key.startswith(HEADING)


def heading(text: str, columns: int) -> WordRow:
    """Return a heading in the first of so many columns."""
    return WordRow(HEADING + text, (text, *[""] * (columns - 1)), "bold underline")


class WordTable(DataTable[Text]):
    """Columns with keys, rows with keys, no markup in any cell."""

    DEFAULT_CSS = """
    WordTable { height: 1fr; background: $surface; }
    WordTable > .datatable--header { background: $panel; color: $text; text-style: bold; }
    """

    def __init__(self, *, cursor: Literal["row", "cell"] = "row", id: str | None = None) -> None:
        super().__init__(cursor_type=cursor, zebra_stripes=False, id=id)
        self._headers: tuple[tuple[str, str], ...] = ()
        self._shown: tuple[WordRow, ...] = ()
        self._laid_out_for = -1

    @property
    def shown(self) -> tuple[WordRow, ...]:
        """The rows as they were given, in order."""
        return self._shown

    @property
    def key_here(self) -> str | None:
        """The key of the row under the cursor, or None on an empty table."""
        return self._shown[self.cursor_row].key if 0 <= self.cursor_row < len(self._shown) else None

    def show(self, headers: Sequence[tuple[str, str]], rows: Sequence[WordRow]) -> None:
        """Draw rows under headers given as (key, words); the cursor stays on the row that it stood on, if that is still there."""
        self._headers, self._shown = tuple(headers), tuple(rows)
        self._lay_out()

    def go_to_key(self, key: str) -> None:
        """Put the cursor on the row with this key, where there is one."""
        place = next((place for place, row in enumerate(self._shown) if row.key == key), None)
        if place is not None:
            self.move_cursor(row=place, animate=False)

    def on_resize(self, event: events.Resize) -> None:
        """Fit the columns to the new width."""
        if event.size.width != self._laid_out_for:
            self._lay_out()

    def _lay_out(self) -> None:
        stood_on = str(self.ordered_rows[self.cursor_row].key.value) if 0 <= self.cursor_row < len(self.ordered_rows) else None
        place_before, column = self.cursor_row, self.cursor_column
        self._laid_out_for = self.size.width
        columns = [
            [words, *[row.cells[place] for row in self._shown if not row.is_heading]] for place, (__, words) in enumerate(self._headers)
        ]
        available = self.size.width - 2 * self.cell_padding * len(columns) - SCROLLBAR
        widths = fitted_widths(columns, available) if self.size.width else [None] * len(columns)
        self.clear(columns=True)
        for (key, words), width in zip(self._headers, widths, strict=True):
            self.add_column(cell(words), key=key, width=width)
        for row in self._shown:
            cells = [cell(text, row.style) for text in row.cells]
            self.add_row(*cells, key=row.key, height=max(map(self._height, cells, widths)))
        if self._shown:
            last = len(self._shown) - 1
            place = next((place for place, row in enumerate(self._shown) if row.key == stood_on), min(max(place_before, 0), last))
            self.move_cursor(row=place, column=min(column, max(0, len(columns) - 1)), animate=False)

    def _height(self, words: Text, width: int | None) -> int:
        """Return how many lines a cell takes. (The toolkit finds out by drawing every cell of every row before any is seen.)"""
        if width is None or ("\n" not in words.plain and words.cell_len <= width):
            return 1
        return len(words.wrap(self.app.console, width))


class RowTable(WordTable, inherit_bindings=False):
    """A table of whole rows; arrows move, and Enter is whose it is held by."""

    BINDINGS: ClassVar[list[BindingType]] = [
        binding for binding in DataTable.BINDINGS if isinstance(binding, Binding) and binding.key != "enter"
    ]
