"""A picture made of characters as SVG: bars, marks and grids become shapes, everything else stays words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from interview.export.pictures.svg import CELL, framed, words_at
from interview.views.graph_labels import cells
from interview.views.picture_cells import UNICODE, Line

Shape = Callable[[float, float, int], str]
"""Makes the shape of so many equal signs from their left upper corner, in pixels."""


def _bar(x: float, y: float, count: int) -> str:
    return f'<rect x="{x:g}" y="{y + 5:g}" width="{count * CELL[0]}" height="{CELL[1] - 10}"/>'


def _unsure(x: float, y: float, count: int) -> str:
    return (
        f'<rect x="{x + 0.5:g}" y="{y + 5.5:g}" width="{count * CELL[0] - 1}" height="{CELL[1] - 11}" fill="none" '
        'stroke="currentColor" stroke-dasharray="3 2"/>'
    )


def _rule(x: float, y: float, count: int) -> str:
    return f'<path d="M{x:g} {y + CELL[1] / 2:g}h{count * CELL[0]}" stroke="currentColor" fill="none"/>'


def _grid(x: float, y: float, count: int) -> str:
    lines = "".join(f"M{x + (place + 0.5) * CELL[0]:g} {y:g}v{CELL[1]}" for place in range(count))
    return f'<path d="{lines}" stroke="currentColor" stroke-opacity="0.35" stroke-dasharray="2 3" fill="none"/>'


def _diamond(x: float, y: float, count: int, style: str = "") -> str:
    half = CELL[0] / 2
    drawn = "".join(
        f"M{x + place * CELL[0] + half:g} {y + CELL[1] / 2 - half - 1:g}l{half} {half + 1}l{-half} {half + 1}l{-half} {-half - 1}z"
        for place in range(count)
    )
    return f'<path d="{drawn}"{style}/>'


def _open_diamond(x: float, y: float, count: int) -> str:
    return _diamond(x, y, count, ' fill="none" stroke="currentColor" stroke-width="1.2"')


def _track(x: float, y: float, count: int) -> str:
    return "".join(f'<circle cx="{x + (place + 0.5) * CELL[0]:g}" cy="{y + CELL[1] / 2:g}" r="0.9"/>' for place in range(count))


SHAPES: Final[dict[str, Shape]] = {
    UNICODE.sure: _bar,
    UNICODE.unsure: _unsure,
    UNICODE.mark_between: _rule,
    UNICODE.grid: _grid,
    UNICODE.mark: _diamond,
    UNICODE.mark_open: _open_diamond,
    UNICODE.track: _track,
}
"""Signs that are drawn, where they stand alone or beside their like and not inside words."""


def cells_svg(lines: Sequence[Line], title: str) -> str:
    """Return the picture as one SVG file, a line of it for each line of characters."""
    width = max((cells(text) for line in lines if (text := "".join(span.text for span in line.spans))), default=1)
    parts = [part for row, line in enumerate(lines) for part in _line(line, row)]
    return framed(parts, width, max(1, len(lines)), title)


def _line(line: Line, row: int) -> Iterator[str]:
    column = 0
    for span in line.spans:
        is_bold = span.role in ("heading", "here")
        for run in _runs(span.text):
            shape = SHAPES.get(run[0]) if span.role not in ("words", "heading") else None
            if shape is not None:
                yield shape(column * CELL[0], row * CELL[1], len(run))
            else:
                yield words_at(run, column, row, "b" if is_bold else "")
            column += cells(run)


def _runs(text: str) -> Iterator[str]:
    """The text cut where a drawn sign begins or ends."""
    begun = 0
    for place in range(1, len(text) + 1):
        here, before = text[place] if place < len(text) else None, text[place - 1]
        if here is None or (here != before and (here in SHAPES or before in SHAPES)):
            yield text[begun:place]
            begun = place
