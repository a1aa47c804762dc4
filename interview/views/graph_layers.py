"""Layers: every arc goes down, no layer is wider than the room, and arcs are short."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from interview.views.graph_cycles import Arc

BETWEEN: Final = 2
"""Columns from one thing in a layer to the next: blank between boxes, from line to line."""

ROUNDS: Final = 6


def layered(widths: Mapping[int, int], arcs: Sequence[Arc], room: int, *, from_below: bool = False) -> dict[int, int]:
    """Return the layer of each node, from 0 downwards; `arcs` hold no circle, `widths` are those of the boxes.

    Layers are filled from the top, or from the bottom; either may be the better drawing.
    """
    if from_below:
        layer = _filled(widths, [(target, source) for source, target in arcs], room)
        last = max(layer.values(), default=0)
        layer = {node: last - at for node, at in layer.items()}
    else:
        layer = _filled(widths, arcs, room)
    _shorten(layer, widths, arcs, room)
    used = sorted(set(layer.values()))
    return {node: used.index(at) for node, at in layer.items()}


def needed(layer: Mapping[int, int], widths: Mapping[int, int], arcs: Sequence[Arc]) -> list[int]:
    """Return how many columns each layer takes at least: its boxes, and a line for each arc that passes."""
    wide = [-BETWEEN] * (max(layer.values(), default=-1) + 1)
    for node, at in layer.items():
        wide[at] += widths[node] + BETWEEN
    for source, target in arcs:
        for at in range(layer[source] + 1, layer[target]):
            wide[at] += BETWEEN
    return wide


def _filled(widths: Mapping[int, int], arcs: Sequence[Arc], room: int) -> dict[int, int]:
    """Fill layer after layer with nodes whose sources stand above, those with the longest way below them first."""
    into = {node: [source for source, target in arcs if target == node] for node in widths}
    out = {node: [target for source, target in arcs if source == node] for node in widths}
    below: dict[int, int] = {}

    def way_below(node: int) -> int:
        if node not in below:
            below[node] = max((1 + way_below(target) for target in out[node]), default=0)
        return below[node]

    order = sorted(widths, key=lambda node: (-way_below(node), node))
    layer: dict[int, int] = {}
    open_arcs = at = 0
    while len(layer) < len(widths):
        ready = [node for node in order if node not in layer and all(layer.get(source, at) < at for source in into[node])]
        taken: list[int] = []
        used = BETWEEN * (open_arcs - 1)
        for node in ready:
            cost = widths[node] + BETWEEN - BETWEEN * len(into[node])
            if not taken or used + cost <= room:
                taken.append(node)
                used += cost
        for node in taken:
            layer[node] = at
            open_arcs += len(out[node]) - len(into[node])
        at += 1
    return layer


def _shorten(layer: dict[int, int], widths: Mapping[int, int], arcs: Sequence[Arc], room: int) -> None:
    """Move nodes to where their arcs are shorter in all, as long as no layer becomes too wide by it."""
    last = max(layer.values(), default=0)
    wide = needed(layer, widths, arcs)
    for _round in range(ROUNDS):
        has_moved = False
        for node in sorted(layer, key=lambda each: (-layer[each], each)):
            sources = [layer[source] for source, target in arcs if target == node]
            targets = [layer[target] for source, target in arcs if source == node]
            here, lowest, highest = layer[node], max(sources, default=-1) + 1, min(targets, default=last + 1) - 1
            if len(targets) > len(sources):
                others = range(highest, here, -1)
            elif len(targets) < len(sources):
                others = range(lowest, here)
            else:
                continue
            for there in others:
                layer[node] = there
                moved = needed(layer, widths, arcs)
                moved += [-BETWEEN] * (last + 1 - len(moved))
                if all(now <= max(room, before) for now, before in zip(moved, wide, strict=True)):
                    wide, has_moved = moved, True
                    break
                layer[node] = here
        if not has_moved:
            return
