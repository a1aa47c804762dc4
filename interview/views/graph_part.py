"""One part of the graph drawn: problems that are joined to each other, in layers, with their lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from interview.views.graph_channels import routed
from interview.views.graph_cycles import Arc
from interview.views.graph_labels import cells, fitted
from interview.views.graph_layers import layered, needed
from interview.views.graph_model import Point
from interview.views.graph_order import Neighbours, Rows, ordered
from interview.views.graph_places import placed
from interview.views.graph_ports import APART, Piece, least_width, ported, sides
from interview.views.graph_straight import Straightened

BORDER: Final = 4
"""Columns of a box beside its words: its border, and a blank at either side."""

WIDEST: Final = 28
"""Cells of the widest line in a box."""

ROUNDS: Final = 2
"""How often places and ports are found, each from the other."""


@dataclass(frozen=True, slots=True)
class Node:
    """One problem of the part: its words, and whether it stands in a circle."""

    words: str
    in_circle: bool


@dataclass(frozen=True, slots=True)
class Shape:
    """How narrow boxes are made: lines wanted, and the cells that a line has at least where its words need them."""

    lines: int
    least: int


@dataclass(frozen=True, slots=True)
class DrawnBox:
    """One box of the part."""

    x: int
    y: int
    w: int
    h: int
    lines: tuple[str, ...]
    is_shortened: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A part drawn: boxes in the order of the nodes, the points of each arc downwards in the order of the arcs."""

    width: int
    height: int
    boxes: tuple[DrawnBox, ...]
    lines: tuple[tuple[Point, ...], ...]

    @property
    def effort(self) -> int:
        """How hard it is to follow: its rows, the turns of its lines, and twice their crossings."""
        across, upright = [], []
        for line in self.lines:
            for (x, y), (to_x, to_y) in pairwise(line):
                if y == to_y:
                    across.append((y, min(x, to_x), max(x, to_x)))
                else:
                    upright.append((x, min(y, to_y), max(y, to_y)))
        crossings = sum(low < x < high and top < y < bottom for y, low, high in across for x, top, bottom in upright)
        return self.height + sum(len(line) - 2 for line in self.lines) + 2 * crossings


def drawn(
    nodes: Sequence[Node], arcs: Sequence[Arc], shape: Shape, room: int, most: int = WIDEST, *, from_below: bool = False
) -> Part | None:
    """Return the part drawn in so many columns, or None where it needs more; `arcs` run downwards and hold no circle."""
    boxes = [_box(node, place, arcs, shape, most) for place, node in enumerate(nodes)]
    widths = {place: box.w for place, box in enumerate(boxes)}
    layer = layered(widths, arcs, room, from_below=from_below)
    if max(needed(layer, widths, arcs), default=0) > room:
        return None
    rows, pieces = _threaded(layer, arcs)
    sizes = [box.w for box in boxes] + [1] * (sum(map(len, rows)) - len(boxes))
    rows = ordered(rows, Neighbours(len(sizes), [(piece.upper, piece.lower) for piece in pieces]))
    found = sides(rows, pieces)
    circled = frozenset(place for place, node in enumerate(nodes) if node.in_circle)
    off = [(_spread(found.bottom[piece.upper], at), _spread(found.top[piece.lower], at)) for at, piece in enumerate(pieces)]
    for _round in range(ROUNDS):
        left = placed(rows, sizes, [(p.upper, p.lower, *each) for p, each in zip(pieces, off, strict=True)], len(boxes), room)
        columns = ported(pieces, found, left, sizes, circled)
        off = [
            (upper - left[piece.upper] - (sizes[piece.upper] - 1) / 2, lower - left[piece.lower] - (sizes[piece.lower] - 1) / 2)
            for piece, (upper, lower) in zip(pieces, columns, strict=True)
        ]
    made = Straightened(rows, pieces, found, left, sizes, columns, circled)
    return _assembled(boxes, rows, pieces, made.left, made.columns, len(arcs))


def _box(node: Node, place: int, arcs: Sequence[Arc], shape: Shape, most: int) -> DrawnBox:
    top, bottom = sum(target == place for _, target in arcs), sum(source == place for source, _ in arcs)
    width = least_width(top, bottom, in_circle=node.in_circle)
    inner = max(shape.least, width - BORDER)
    lines, is_shortened = fitted(node.words, shape.lines, inner, max(inner, most))
    return DrawnBox(0, 0, max(width, max(map(cells, lines), default=0) + BORDER), len(lines) + 2, lines, is_shortened)


def _spread(ports: Sequence[int], number: int) -> float:
    """Return how far from the middle of a side a port would stand if they were spread evenly."""
    return APART * (ports.index(number) - (len(ports) - 1) / 2)


def _threaded(layer: dict[int, int], arcs: Sequence[Arc]) -> tuple[Rows, list[Piece]]:
    """Return the things of each layer and the pieces of lines: an arc over several layers passes a point in each between."""
    rows: Rows = [[] for _ in range(max(layer.values(), default=-1) + 1)]
    for node in sorted(layer):
        rows[layer[node]].append(node)
    pieces, size = [], len(layer)
    for number, (source, target) in enumerate(arcs):
        at = source
        for between in range(layer[source] + 1, layer[target]):
            rows[between].append(size)
            pieces.append(Piece(at, size, number))
            at, size = size, size + 1
        pieces.append(Piece(at, target, number))
    return rows, pieces


def _assembled(
    boxes: Sequence[DrawnBox], rows: Rows, pieces: Sequence[Piece], left: Sequence[int], columns: Sequence[tuple[int, int]], arcs: int
) -> Part:
    """Give every layer and channel its rows, and every arc its points."""
    layer = {each: number for number, row in enumerate(rows) for each in row}
    width = max((left[place] + box.w for place, box in enumerate(boxes)), default=0)
    width = max(width, 1 + max((column for pair in columns for column in pair), default=0))
    made: dict[int, DrawnBox] = {}
    points: list[list[Point]] = [[] for _ in range(arcs)]
    y = 0
    for number, row in enumerate(rows):
        height = max((boxes[each].h for each in row if each < len(boxes)), default=1)
        for each in row:
            if each < len(boxes):
                box = boxes[each]
                made[each] = DrawnBox(left[each], y, box.w, box.h, box.lines, box.is_shortened)
        here = [at for at, piece in enumerate(pieces) if layer[piece.upper] == number]
        channel = routed([columns[at] for at in here], width)
        below = y + height
        y = below + max(1, channel.rows)
        for at, turns in zip(here, channel.turns, strict=True):
            piece = pieces[at]
            if piece.upper < len(boxes):
                points[piece.edge].append((columns[at][0], made[piece.upper].y + made[piece.upper].h - 1))
            points[piece.edge] += [(column, below + turn) for column, turn in turns]
            width = max(width, *(column + 1 for column, _ in turns)) if turns else width
            if piece.lower < len(boxes):
                points[piece.edge].append((columns[at][1], y))
    return Part(width, below if rows else 0, tuple(made[place] for place in range(len(boxes))), tuple(_cornered(each) for each in points))


def _cornered(points: Sequence[Point]) -> tuple[Point, ...]:
    """Leave out points at which a line does not turn."""
    kept = list(points[:1])
    for here, after in pairwise(points[1:]):
        if not (kept[-1][0] == here[0] == after[0] or kept[-1][1] == here[1] == after[1]):
            kept.append(here)
    return (*kept, *points[1:][-1:])
