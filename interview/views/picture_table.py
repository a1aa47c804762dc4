"""The facts of a picture as a table: cells wrap between words, nothing is cut; where columns do not fit, cells stand under each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from interview.views.picture_cells import BLANK, Line, Role, Span, padded, pieces, width_of, words, wrapped

BETWEEN: Final = 2
"""Blanks between two columns."""
LONGEST_WORD: Final = 18
"""A longer word may be broken to keep a column in sight; a date is no longer than this."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells, whose it is, and how it stands."""

    cells: tuple[str, ...]
    of: str | None = None
    role: Role = "words"


def table(headers: Sequence[str], rows: Sequence[Row], width: int, *, fitted_to: Sequence[Row] = ()) -> tuple[Line, ...]:
    """Return rows under headers, no wider than `width`; nothing where there are no rows.

    With `fitted_to` the columns are as wide as for those rows, so that several tables stand in line.
    """
    if not rows:
        return ()
    columns = [[header, *(row.cells[place] for row in fitted_to or rows)] for place, header in enumerate(headers)]
    widths = _widths(columns, width - BETWEEN * (len(headers) - 1))
    if widths is None:
        return tuple(line for row in rows for line in _stacked(headers, row, width))
    head = _laid_out(Row(tuple(headers), role="axis"), widths)
    return (*head, *(line for row in rows for line in _laid_out(row, widths)))


def _widths(columns: Sequence[Sequence[str]], available: int) -> tuple[int, ...] | None:
    """The width of each column: what its longest word needs, then the smallest wants first; None where even words do not fit."""
    least = [min(LONGEST_WORD, max(1, *(width_of(word) for text in texts for word in pieces(text)))) for texts in columns]
    wanted = [max(low, *(width_of(text) for text in texts)) for low, texts in zip(least, columns, strict=True)]
    spare = available - sum(least)
    if spare < 0:
        return None
    widths = list(least)
    for done, (lack, place) in enumerate(sorted((want - low, place) for place, (want, low) in enumerate(zip(wanted, least, strict=True)))):
        given = min(lack, spare // (len(columns) - done))
        widths[place] += given
        spare -= given
    return tuple(widths)


def _laid_out(row: Row, widths: tuple[int, ...]) -> tuple[Line, ...]:
    cells = [wrapped(text, width) for text, width in zip(row.cells, widths, strict=True)]
    made = []
    for place in range(max(len(cell) for cell in cells)):
        parts = [padded(cell[place] if place < len(cell) else "", width) for cell, width in zip(cells, widths, strict=True)]
        made.append(Line((Span((" " * BETWEEN).join(parts).rstrip(), row.role),), of=None if place else row.of))
    return tuple(made)


def _stacked(headers: Sequence[str], row: Row, width: int) -> tuple[Line, ...]:
    """Cells under each other, each after its header; a first column without a header stands before the second."""
    named = 1 if headers[0] else 2
    made = list(words(" ".join(row.cells[:named]), width, row.role, of=row.of))
    for header, text in zip(headers[named:], row.cells[named:], strict=True):
        if text:
            made += words(f"{header}: {text}", width, row.role, indent=2)
    return (*made, BLANK)
