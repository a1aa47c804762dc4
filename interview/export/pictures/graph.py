"""The problem graph as SVG: boxes and arrows, circles marked by a double frame, a number and a dashed line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from interview.export.pictures.svg import CELL, framed, words_at
from interview.views.graph_model import Box, Edge, GraphLayout, Point

ROUND: Final = 5
"""Radius of a turn, in pixels."""
HEAD: Final = 7
"""Length of an arrow's head, in pixels."""
CIRCLE: Final = "↻"
"""Stands in the frame of a problem that leads back to itself; numbered where there are several circles."""
DASHES: Final = {"patient": "2 4"}
"""How a link is drawn by whose it is; any other is a whole line. One that closes a circle is thicker."""


def graph_svg(made: GraphLayout, title: str) -> str:
    """Return the drawing as one SVG file."""
    parts = [
        *(part for edge in made.edges for part in _edge(edge)),
        *(part for box in made.boxes for part in _box(box, len(made.circles) > 1)),
    ]
    return framed(parts, made.width, made.height, title)


def _middle(point: Point) -> tuple[float, float]:
    return (point[0] + 0.5) * CELL[0], (point[1] + 0.5) * CELL[1]


def _edge(edge: Edge) -> Iterator[str]:
    points = [_middle(point) for point in edge.points]
    if len(points) < 2:
        return
    (x0, y0), (x1, y1) = points[-2], points[-1]
    along = (0 if x1 == x0 else (1 if x1 > x0 else -1), 0 if y1 == y0 else (1 if y1 > y0 else -1))
    points[-1] = (x1 - along[0] * HEAD, y1 - along[1] * HEAD)
    dashes = f' stroke-dasharray="{DASHES[edge.by]}"' if edge.by in DASHES else ""
    wide = 2.2 if edge.circle is not None else 1.3
    yield f'<path d="{_path(points)}" fill="none" stroke="currentColor" stroke-width="{wide}"{dashes}/>'
    side = (along[1] * HEAD * 0.6, along[0] * HEAD * 0.6)
    back = (x1 - along[0] * HEAD * 1.3, y1 - along[1] * HEAD * 1.3)
    corners = ((x1, y1), (back[0] + side[0], back[1] + side[1]), (back[0] - side[0], back[1] - side[1]))
    yield f'<polygon points="{" ".join(f"{x:g},{y:g}" for x, y in corners)}"/>'


def _path(points: list[tuple[float, float]]) -> str:
    """A line through the points, its turns rounded so that two lines that meet are told apart."""
    drawn = [f"M{points[0][0]:g} {points[0][1]:g}"]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        into, out = _towards(here, before), _towards(here, after)
        drawn.append(f"L{into[0]:g} {into[1]:g}Q{here[0]:g} {here[1]:g} {out[0]:g} {out[1]:g}")
    drawn.append(f"L{points[-1][0]:g} {points[-1][1]:g}")
    return "".join(drawn)


def _towards(here: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    apart = abs(other[0] - here[0]) + abs(other[1] - here[1])
    share = min(ROUND, apart / 2) / apart if apart else 0
    return here[0] + (other[0] - here[0]) * share, here[1] + (other[1] - here[1]) * share


def _box(box: Box, is_numbered: bool) -> Iterator[str]:
    left, top = (box.x + 0.5) * CELL[0], (box.y + 0.5) * CELL[1]
    right, bottom = left + (box.w - 1) * CELL[0], top + (box.h - 1) * CELL[1]
    if box.circle is None:
        yield (
            f'<rect x="{left:g}" y="{top:g}" width="{right - left:g}" height="{bottom - top:g}" fill="none" stroke="currentColor" '
            'stroke-width="1.3"/>'
        )
    else:
        mark = f"{CIRCLE}{box.circle}" if is_numbered else CIRCLE
        gap = left + (1 + len(mark)) * CELL[0]
        for inside, stroke in ((0, 1.3), (3, 0.8)):
            yield (
                f'<path d="M{gap:g} {top + inside:g}H{right - inside:g}V{bottom - inside:g}H{left + inside:g}V{top + inside:g}'
                f'H{left + CELL[0] * 0.8:g}" fill="none" stroke="currentColor" stroke-width="{stroke}"/>'
            )
        yield words_at(mark, box.x + 1.4, box.y)
    for place, line in enumerate(box.lines):
        yield words_at(line, box.x + 2, box.y + 1 + place)
