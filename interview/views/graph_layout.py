"""The problem graph laid out in layers: causes above what they feed, circles marked, every line to be followed on its own.

Units are cells of a terminal; a picture may scale them. The same problems and links give the same drawing in whatever order they come.
It draws what it is given, and concludes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from interview.views.graph_cycles import turned
from interview.views.graph_labels import cleaned
from interview.views.graph_model import Box, Edge, GraphLayout, GraphLink, GraphProblem
from interview.views.graph_part import BORDER, WIDEST, Node, Part, Shape, drawn
from trd_core.formulation.circles import arrows, circles

NARROWEST: Final = 40
"""Columns below which nothing is drawn; the same is then said as a list."""

SHAPES: Final = (Shape(2, 12), Shape(2, 8), Shape(3, 8), Shape(4, 6), Shape(6, 4))
"""Ways to make boxes, the widest first; the first that fits is taken."""

MOST_PROBLEMS: Final = 60
MOST_LINKS: Final = 120
"""Beyond so many nothing is drawn either: nobody could follow it, and it would take too long."""

APART: Final = 3
"""Columns between parts that are not joined."""


def layout(problems: Iterable[GraphProblem], links: Iterable[GraphLink], chosen: str | None = None, width: int = 80) -> GraphLayout:
    """Return the drawing, no wider than `width` (taken as 40 at least) where that can be; wider where it cannot.

    A problem that comes twice is drawn once, with the words that sort first. A link that cannot be drawn is named in `left_out`.
    """
    words: dict[str, str] = {}
    for problem in sorted(problems, key=lambda each: (each.id, each.words)):
        words.setdefault(problem.id, cleaned(problem.words) or problem.id)
    ids = sorted(words)
    every = sorted(set(links), key=lambda link: (link.source, link.target, link.by))
    good = [link for link in every if link.source in words and link.target in words and link.source != link.target]
    joined = arrows(ids, ((link.source, link.target) for link in good))
    around = circles(joined)
    circle = {each: number for number, found in enumerate(around, 1) for each in found}
    boxes: dict[str, Box] = {}
    edges: list[Edge] = []
    size = _Shelves(max(width, NARROWEST))
    for members in _parts(ids, good):
        inside = [link for link in good if link.source in members]
        place = {each: at for at, each in enumerate(members)}
        arcs = [(place[link.source], place[link.target]) for link in inside]
        back = turned(range(len(members)), arcs)
        laid = [(target, source) if at in back else (source, target) for at, (source, target) in enumerate(arcs)]
        part = _drawn([Node(words[each], each in circle) for each in members], laid, size.room)
        x, y = size.put(part)
        for each, box in zip(members, part.boxes, strict=True):
            boxes[each] = Box(each, x + box.x, y + box.y, box.w, box.h, box.lines, circle.get(each), box.is_shortened)
        for at, (link, line) in enumerate(zip(inside, part.lines, strict=True)):
            points = tuple((x + column, y + row) for column, row in (reversed(line) if at in back else line))
            number = circle.get(link.source) if circle.get(link.source) == circle.get(link.target) else None
            edges.append(Edge(link.source, link.target, link.by, points, at in back, number))
    made = GraphLayout(
        size.width,
        size.height,
        tuple(boxes[each] for each in ids),
        tuple(sorted(edges, key=lambda edge: (edge.source, edge.target, edge.by))),
        tuple(words[each] for each in ids),
        around,
        tuple(link for link in every if link not in set(good)),
    )
    return made.choosing(chosen)


def may_be_drawn(problems: Sequence[GraphProblem], links: Sequence[GraphLink]) -> bool:
    """Whether a map is small enough for a picture."""
    return len(problems) <= MOST_PROBLEMS and len(links) <= MOST_LINKS


def _parts(ids: Sequence[str], links: Sequence[GraphLink]) -> list[list[str]]:
    """Return the ids that are joined to each other, the largest part first, those of one size by their first id."""
    beside: dict[str, set[str]] = {each: set() for each in ids}
    for link in links:
        beside[link.source].add(link.target)
        beside[link.target].add(link.source)
    parts: list[list[str]] = []
    seen: set[str] = set()
    for each in ids:
        if each not in seen:
            found, waiting = {each}, [each]
            while waiting:
                others = beside[waiting.pop()] - found
                found |= others
                waiting += others
            seen |= found
            parts.append(sorted(found))
    return sorted(parts, key=lambda part: (-len(part), part[0]))


def _drawn(nodes: Sequence[Node], arcs: Sequence[tuple[int, int]], width: int) -> Part:
    """Draw one part with the widest boxes that fit, the way that is easier to follow; where none fit, in more columns."""
    most, room = min(WIDEST, width - BORDER), width
    shapes = iter(SHAPES)
    shape = next(shapes)
    while True:
        found = [drawn(nodes, arcs, shape, room, most, from_below=from_below) for from_below in (False, True)]
        parts = [part for part in found if part is not None]
        if parts:
            return min(parts, key=lambda part: part.effort)
        if shape is SHAPES[-1]:
            room += room // 4
        else:
            shape = next(shapes)


class _Shelves:
    """Parts beside each other as long as there is room, then below."""

    def __init__(self, room: int) -> None:
        self.room = room
        self.width = self.height = 0
        self._x = self._y = 0

    def put(self, part: Part) -> tuple[int, int]:
        """Return where a part goes."""
        if self._x and self._x + part.width > self.room:
            self._x, self._y = 0, self.height + 1
        x, y = self._x, self._y
        self._x += part.width + APART
        self.width, self.height = max(self.width, x + part.width), max(self.height, y + part.height)
        return x, y
