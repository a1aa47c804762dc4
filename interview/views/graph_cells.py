"""The laid out graph as lines of characters: spans of text, each with the role that it plays. No toolkit, no colour.

What a role looks like is the face's affair; what must be told apart is told apart by the characters too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from interview.views.graph_labels import cells
from interview.views.graph_model import Box, Edge, GraphLayout, Point

Role = Literal["blank", "box", "words", "arrow", "circle", "chosen", "chosen_words", "feeds", "fed_by"]
"""`chosen`: the border of the chosen problem. `feeds`: a line from it. `fed_by`: a line to it."""

Weight = Literal["plain", "feeds", "fed_by"]

UP: Final = 1
RIGHT: Final = 2
DOWN: Final = 4
LEFT: Final = 8
"""Arms of a character, as bits."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The characters of lines of one weight: along, and the four corners by the sides that they join."""

    across: str
    upright: str
    corners: str
    """Right and down, left and down, right and up, left and up."""

    def of(self, arms: int) -> str:
        """Return the character with these arms."""
        if arms in (LEFT | RIGHT, LEFT, RIGHT):
            return self.across
        corner = {RIGHT | DOWN: 0, LEFT | DOWN: 1, RIGHT | UP: 2, LEFT | UP: 3}.get(arms)
        return self.upright if corner is None else self.corners[corner]


@dataclass(frozen=True, slots=True)
class GraphSigns:
    """One set of signs, each one cell wide."""

    lines: dict[Weight, Lines]
    box: Lines
    chosen: Lines
    crossing: dict[tuple[bool, bool], str]
    """Where two lines cross, by whether the one across and the upright one belong to the chosen problem."""
    down: str
    up: str
    leaves: dict[Weight, tuple[str, str]]
    """Where a line leaves a border: at the bottom, at the top."""
    circle: str


UNICODE: Final = GraphSigns(
    lines={"plain": Lines("─", "│", "┌┐└┘"), "feeds": Lines("━", "┃", "┏┓┗┛"), "fed_by": Lines("═", "║", "╔╗╚╝")},
    box=Lines("─", "│", "╭╮╰╯"),
    chosen=Lines("━", "┃", "┏┓┗┛"),
    crossing={(False, False): "┼", (True, False): "┿", (False, True): "╂", (True, True): "╋"},
    down="▼",
    up="▲",
    leaves={"plain": ("┬", "┴"), "feeds": ("┳", "┻"), "fed_by": ("╥", "╨")},
    circle="↻",
)
LETTERS: Final = GraphSigns(
    lines={"plain": Lines("-", "|", "..''"), "feeds": Lines("=", "#", "####"), "fed_by": Lines("~", ":", "::::")},
    box=Lines("-", "|", "++++"),
    chosen=Lines("=", "|", "####"),
    crossing={(False, False): "+", (True, False): "+", (False, True): "+", (True, True): "+"},
    down="v",
    up="^",
    leaves=dict.fromkeys(("plain", "feeds", "fed_by"), ("o", "o")),
    circle="@",
)
"""Letters only. A line that crosses another is `+`, where it leaves a box `o`."""


@dataclass(frozen=True, slots=True)
class Span:
    """Some characters of one role."""

    text: str
    role: Role


def graph_cells(made: GraphLayout, signs: GraphSigns = UNICODE) -> tuple[tuple[Span, ...], ...]:
    """Return the lines of the drawing, from the top; each ends with its last sign."""
    characters: dict[Point, tuple[str, Role]] = {}
    for box in made.boxes:
        _draw_box(box, made.chosen == box.id, len(made.circles) > 1, signs, characters)
    passed: dict[Point, list[tuple[Edge, int]]] = {}
    for edge in made.edges:
        for point, arms in steps(edge):
            passed.setdefault(point, []).append((edge, arms))
    for point, found in passed.items():
        if len(found) == 1:
            (edge, arms) = found[0]
            weight = weight_of(edge, made.chosen)
            characters[point] = (signs.lines[weight].of(arms), _role(weight))
        else:
            characters[point] = _crossing(found, made.chosen, signs)
    for edge in made.edges:
        weight = weight_of(edge, made.chosen)
        role = _role(weight)
        is_down = edge.points[0][1] < edge.points[-1][1]
        characters[edge.points[0]] = (signs.leaves[weight][0 if is_down else 1], role)
        characters[edge.points[-1]] = (signs.down if is_down else signs.up, role)
    return tuple(tuple(_spans(characters, row, made.width)) for row in range(made.height))


def weight_of(edge: Edge, chosen: str | None) -> Weight:
    """Return how a line is drawn while a problem is looked at."""
    if chosen is None:
        return "plain"
    return "feeds" if edge.source == chosen else "fed_by" if edge.target == chosen else "plain"


def steps(edge: Edge) -> Iterator[tuple[Point, int]]:
    """Yield the cells of a line between the two borders, in its direction, with the sides that each joins."""
    walk: list[Point] = [edge.points[0]]
    for (x, y), (to_x, to_y) in pairwise(edge.points):
        across, along = (to_x > x) - (to_x < x), (to_y > y) - (to_y < y)
        while (x, y) != (to_x, to_y):
            x, y = x + across, y + along
            walk.append((x, y))
    for before, here, after in zip(walk, walk[1:], walk[2:], strict=False):
        yield here, _side(here, before) | _side(here, after)


def _side(here: Point, other: Point) -> int:
    if here[0] == other[0]:
        return UP if other[1] < here[1] else DOWN
    return LEFT if other[0] < here[0] else RIGHT


def _role(weight: Weight) -> Role:
    return "arrow" if weight == "plain" else weight


def _crossing(found: list[tuple[Edge, int]], chosen: str | None, signs: GraphSigns) -> tuple[str, Role]:
    across = next(weight_of(edge, chosen) for edge, arms in found if arms == LEFT | RIGHT)
    upright = next(weight_of(edge, chosen) for edge, arms in found if arms == UP | DOWN)
    of_chosen = upright if upright != "plain" else across
    return signs.crossing[across != "plain", upright != "plain"], _role(of_chosen)


def _draw_box(box: Box, is_chosen: bool, is_numbered: bool, signs: GraphSigns, characters: dict[Point, tuple[str, Role]]) -> None:
    lines = signs.chosen if is_chosen else signs.box
    border: Role = "chosen" if is_chosen else "box"
    inside: Role = "chosen_words" if is_chosen else "words"
    right, bottom = box.x + box.w - 1, box.y + box.h - 1
    for x in range(box.x, right + 1):
        for y in (box.y, bottom):
            arms = (x > box.x and LEFT) | (x < right and RIGHT) | ((UP if y == bottom else DOWN) if x in (box.x, right) else 0)
            characters[x, y] = (lines.of(arms), border)
    for y in range(box.y + 1, bottom):
        characters[box.x, y] = characters[right, y] = (lines.upright, border)
        x = box.x + 1
        for character in f" {box.lines[y - box.y - 1]}":
            size = cells(character)
            if size == 0:
                before = max((each for each in range(box.x + 1, x) if (each, y) in characters), default=box.x + 1)
                characters[before, y] = (characters[before, y][0] + character, inside)
            else:
                characters[x, y] = (character, inside)
                for beyond in range(1, size):
                    characters[x + beyond, y] = ("", inside)
            x += size
        while x < right:
            characters[x, y] = (" ", inside)
            x += 1
    if box.circle is not None:
        mark = f"{signs.circle}{box.circle}" if is_numbered else signs.circle
        for at, character in enumerate(mark, box.x + 1):
            characters[at, box.y] = (character, "circle")


def _spans(characters: dict[Point, tuple[str, Role]], row: int, width: int) -> Iterator[Span]:
    text = ""
    role: Role = "blank"
    last = max((x for x in range(width) if (x, row) in characters), default=-1)
    for x in range(last + 1):
        character, here = characters.get((x, row), (" ", "blank"))
        if here != role and text:
            yield Span(text, role)
            text = ""
        text, role = text + character, here
    if text:
        yield Span(text, role)
