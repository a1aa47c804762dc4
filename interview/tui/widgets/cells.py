"""Cells of a table, and how wide its columns are: text wraps between words, and nothing is ever cut."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rich.cells import cell_len
from rich.text import Text

from interview.tui.text import as_content

LONGEST_WORD: Final = 18
"""A word longer than this many cells may be broken to keep a column in sight."""


def cell(text: object, style: str = "") -> Text:
    """Return text as a table's cell in one style (a name of ours, never from data)."""
    return Text(as_content(text).plain, style=style, no_wrap=False, end="")


def _longest(parts: Sequence[str]) -> int:
    return max((cell_len(part) for part in parts), default=0)


def fitted_widths(columns: Sequence[Sequence[str]], available: int) -> tuple[int, ...]:
    """Return a width for each column of texts, its header first, so that they fill no more than `available` cells.

    No column gets less than its header or its longest word; then the narrowest need is met first. Where even that is too much the
    table is wider than the screen and scrolls.
    """
    wanted = [max(1, _longest([line for text in texts for line in text.split("\n")])) for texts in columns]
    words = [min(LONGEST_WORD, _longest([word for text in texts for word in text.split()])) for texts in columns]
    least = [max(1, word, _longest(texts[:1])) for word, texts in zip(words, columns, strict=True)]
    widths = [min(want, low) for want, low in zip(wanted, least, strict=True)]
    spare = available - sum(widths)
    lacking = sorted((want - width, place) for place, (want, width) in enumerate(zip(wanted, widths, strict=True)) if want > width)
    for done, (lack, place) in enumerate(lacking):
        given = min(lack, spare // (len(lacking) - done))
        if given > 0:
            widths[place] += given
            spare -= given
    return tuple(widths)
