"""What the problem graph is made of: problems and links with the caller's words, and where they are drawn, in whole units.

One unit is one cell of a terminal; a picture may make any rectangle of it. `x` runs to the right, `y` downwards, both from 0.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

Point = tuple[int, int]
"""Column and row."""


@dataclass(frozen=True, slots=True)
class GraphProblem:
    """One problem: its id, and the words that stand in its box (the clinician's, the person's, or neutral ones)."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class GraphLink:
    """One link: `source` contributes to `target`. `by` is whose it is; links that differ in it are drawn apart."""

    source: str
    target: str
    by: str = "clinician"


@dataclass(frozen=True, slots=True)
class Box:
    """One problem drawn: its border stands on the outer units of its rectangle."""

    id: str
    x: int
    y: int
    w: int
    h: int
    lines: tuple[str, ...]
    """Its words, wrapped."""
    circle: int | None = None
    """The number of the circle that it stands in, from 1."""
    is_shortened: bool = False
    """Whether its words were too many for a box; the whole of them stands in `GraphLayout.words`."""

    @property
    def middle(self) -> float:
        """The column halfway along it."""
        return self.x + (self.w - 1) / 2


@dataclass(frozen=True, slots=True)
class Edge:
    """One link drawn, from the border of its source to the border of its target; only right angles."""

    source: str
    target: str
    by: str
    points: tuple[Point, ...]
    """Both ends and every corner, in the direction of the link."""
    is_back: bool
    """Whether it runs upwards, against the order of the layers: it closes a circle."""
    circle: int | None = None
    """The number of the circle that it is part of."""


@dataclass(frozen=True, slots=True)
class GraphLayout:
    """The whole drawing."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    """By id."""
    edges: tuple[Edge, ...]
    """By source, target and whose it is."""
    words: tuple[str, ...]
    """The whole words of each box, in the order of `boxes`."""
    circles: tuple[tuple[str, ...], ...] = ()
    """Ids of the problems that each lead back to themselves; the first is circle 1."""
    left_out: tuple[GraphLink, ...] = ()
    """Links that cannot be drawn: an end is no problem here, or both ends are one."""
    chosen: str | None = None
    """The id of the problem that is looked at; it moves nothing."""

    def choosing(self, problem: str | None) -> GraphLayout:
        """Return the same drawing with another problem looked at; None, or an id that is not here, looks at none."""
        return replace(self, chosen=problem if any(each.id == problem for each in self.boxes) else None)

    def box(self, problem: str) -> Box | None:
        """Return the box of a problem, or None."""
        return next((each for each in self.boxes if each.id == problem), None)
