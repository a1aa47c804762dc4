"""Reads a drawn graph as an eye would: from where a line leaves a box, along the signs, straight over crossings, to an arrowhead.

It knows the characters only; of the layout it knows where boxes stand. A line that merges, breaks or ends nowhere is named.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from typing import Final

from interview.views.graph_cells import Span
from interview.views.graph_model import Box, GraphLayout, GraphLink, GraphProblem

Step = tuple[int, int]

UP: Final[Step] = (0, -1)
DOWN: Final[Step] = (0, 1)
LEFT: Final[Step] = (-1, 0)
RIGHT: Final[Step] = (1, 0)

SIDES: Final[dict[str, frozenset[Step]]] = {
    **dict.fromkeys("─━═", frozenset({LEFT, RIGHT})),
    **dict.fromkeys("│┃║", frozenset({UP, DOWN})),
    **dict.fromkeys("┌┏╔", frozenset({RIGHT, DOWN})),
    **dict.fromkeys("┐┓╗", frozenset({LEFT, DOWN})),
    **dict.fromkeys("└┗╚", frozenset({RIGHT, UP})),
    **dict.fromkeys("┘┛╝", frozenset({LEFT, UP})),
    **dict.fromkeys("┼┿╂╋", frozenset({UP, DOWN, LEFT, RIGHT})),
}
WORDS: Final = (
    "Poor sleep", "Alcohol", "Depression that goes on", "Strain from work or money", "No aims", "Low energy since 2019",
    "Sertraline 150 mg a day for 6.5 weeks", "Caring for somebody", "Conflict in the family or with somebody close",
    "Everyday demands are too much", "睡眠が浅い", "A treatment presented as more than it could be", "Rückenschmerzen",
)  # fmt: skip


def text_rows(lines: Sequence[Sequence[Span]]) -> list[str]:
    """Return the drawing as text."""
    return ["".join(span.text for span in line) for line in lines]


def grid(lines: Sequence[Sequence[Span]]) -> dict[Step, str]:
    """Return the character in each cell; a wide one stands in its first cell."""
    found = {}
    for y, line in enumerate(text_rows(lines)):
        x = 0
        for character in line:
            found[x, y] = character
            x += 2 if "\u3000" <= character <= "\u9fff" else 1
    return found


def followed(made: GraphLayout, cells: dict[Step, str]) -> tuple[list[tuple[str, str]], list[str]]:
    """Return the links that can be read off the signs as (source, target), and what is wrong with the others."""
    border = {point: box for box in made.boxes for point in _border(box)}
    inside = {point for box in made.boxes for point in _inside(box)}
    links, faults, used = [], [], Counter[tuple[Step, bool]]()
    for point, box in border.items():
        sign = cells.get(point, " ")
        leaves = DOWN if sign in "┬┳╥" else UP if sign in "┴┻╨" else None
        if leaves is None:
            continue
        step, at = leaves, point
        while True:
            at = (at[0] + step[0], at[1] + step[1])
            if at in border:
                if cells[at] == ("▼" if step == DOWN else "▲" if step == UP else ""):
                    links.append((box.id, border[at].id))
                else:
                    faults.append(f"{box.id}: ends on a border without an arrowhead at {at}")
                break
            arms = SIDES.get(cells.get(at, " "), frozenset())
            if at in inside or (-step[0], -step[1]) not in arms:
                faults.append(f"{box.id}: breaks at {at}")
                break
            used[at, step in (UP, DOWN)] += 1
            if len(arms) == 2:
                (step,) = arms - {(-step[0], -step[1])}
    crossed = [at for (at, _), times in used.items() if times > 1]
    faults += [f"shared at {at}" for at in crossed]
    seen = {at for at, _ in used}
    faults += [
        f"not of any line: {at}" for at, sign in cells.items() if sign in SIDES and at not in seen and at not in border and at not in inside
    ]
    heads = sum(cells.get(point) in ("▼", "▲") for point in border)
    if heads != len(links):
        faults.append(f"{heads} arrowheads, {len(links)} lines")
    return links, faults


def _border(box: Box) -> list[Step]:
    right, bottom = box.x + box.w - 1, box.y + box.h - 1
    return [(x, y) for x in range(box.x, right + 1) for y in range(box.y, bottom + 1) if x in (box.x, right) or y in (box.y, bottom)]


def _inside(box: Box) -> list[Step]:
    return [(x, y) for x in range(box.x + 1, box.x + box.w - 1) for y in range(box.y + 1, box.y + box.h - 1)]


def random_graph(seed: int, most: int, density: float = 2.0) -> tuple[list[GraphProblem], list[GraphLink]]:
    """Return some problems, and up to `density` links for each, circles and two-way pairs among them."""
    chance = random.Random(seed)
    count = chance.randint(1, most)
    problems = [GraphProblem(f"p{number:02}", chance.choice(WORDS)) for number in range(count)]
    pairs = [(one.id, other.id) for one in problems for other in problems if one is not other]
    links = [GraphLink(*pair) for pair in chance.sample(pairs, min(len(pairs), chance.randint(0, round(density * count))))]
    return problems, links
