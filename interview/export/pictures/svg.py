"""Pieces of an SVG file: text that fills its cells, the frame, and the escaping that keeps words from being markup."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from interview.views.graph_labels import cells

CELL: Final = (8, 18)
"""Width and height of one cell, in pixels."""
FONT: Final = "DejaVu Sans Mono, Menlo, Consolas, Liberation Mono, monospace"
SIZE: Final = 13
"""Height of the type, in pixels."""
_MARKUP: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


def escaped(text: str) -> str:
    """Return a text that is text in XML too: no markup, and no character that XML has not."""
    return "".join(
        each if each >= " " and not 0xD800 <= ord(each) <= 0xDFFF and ord(each) not in (0xFFFE, 0xFFFF) else "\ufffd" for each in text
    ).translate(_MARKUP)


def words_at(text: str, x: float, y: float, weight: str = "") -> str:
    """Return a text set so wide as its cells, `x` and `y` in cells: it ends where the drawing says, in whatever type."""
    if not text.strip():
        return ""
    lead = len(text) - len(text.lstrip(" "))
    shown = text.strip(" ")
    width = cells(shown) * CELL[0]
    css = f' class="{weight}"' if weight else ""
    return (
        f'<text{css} x="{(x + lead) * CELL[0]:g}" y="{(y + 0.72) * CELL[1]:g}" textLength="{width}" '
        f'lengthAdjust="spacingAndGlyphs" xml:space="preserve">{escaped(shown)}</text>'
    )


def framed(parts: Iterable[str], width: int, height: int, title: str, style: str = "") -> str:
    """Return a whole SVG of so many cells. Its lines take the colour of the text around them."""
    wide, high = width * CELL[0], height * CELL[1]
    body = "\n".join(part for part in parts if part)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" role="img" '
        f'font-family="{FONT}" font-size="{SIZE}" fill="currentColor" color="#111">\n<title>{escaped(title)}</title>\n'
        f"{style}{body}\n</svg>\n"
    )
