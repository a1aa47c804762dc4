"""From one problem of the drawn graph to the next: up and down along links, left and right through all of them."""

from __future__ import annotations

from typing import Literal

from interview.views.graph_model import Box, GraphLayout
from interview.views.graph_words import in_reading_order

Way = Literal["up", "down", "left", "right"]


def next_problem(made: GraphLayout, way: Way) -> str | None:
    """Return the id of the problem that lies one step from the chosen one, or None where nothing lies that way.

    Up and down follow a link, whichever way it points, to the nearest problem above or below. A problem without links is left for
    the nearest one. Left and right go through all problems as one reads. Where none is chosen, any step goes to the first.
    """
    order = in_reading_order(made)
    here = made.box(made.chosen) if made.chosen is not None else None
    if here is None:
        return order[0] if order else None
    if way in ("left", "right"):
        place = order.index(here.id) + (1 if way == "right" else -1)
        return order[place] if 0 <= place < len(order) else None
    linked = {edge.target for edge in made.edges if edge.source == here.id} | {edge.source for edge in made.edges if edge.target == here.id}
    others = [box for box in made.boxes if box.id != here.id and (box.y < here.y if way == "up" else box.y > here.y)]
    along = [box for box in others if box.id in linked] if linked else others

    def far(box: Box) -> tuple[int, float, str]:
        return (0 if linked else abs(box.y - here.y), abs(box.middle - here.middle), box.id)

    return min(along, key=far).id if along else None


def problem_at(made: GraphLayout, x: int, y: int) -> str | None:
    """Return the id of the problem whose box covers a cell, or None."""
    return next((box.id for box in made.boxes if box.x <= x < box.x + box.w and box.y <= y < box.y + box.h), None)
