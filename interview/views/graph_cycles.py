"""Which way round each link is laid, so that every layer stands above the next one. It decides where, and says nothing of what is true."""

from __future__ import annotations

from collections.abc import Sequence

Arc = tuple[int, int]
"""Two nodes by number: from, to."""


def turned(nodes: Sequence[int], arcs: Sequence[Arc]) -> frozenset[int]:
    """Return the places of the arcs to be laid the other way round, few of them, so that none is left in a circle.

    Eades, Lin and Smyth's greedy order: sinks to the end, sources to the beginning, else the node that gives most more than it takes.
    """
    order = _settled(_greedy(nodes, arcs), arcs)
    place = {node: at for at, node in enumerate(order)}
    return frozenset(at for at, (source, target) in enumerate(arcs) if place[source] > place[target])


def _greedy(nodes: Sequence[int], arcs: Sequence[Arc]) -> list[int]:
    left = sorted(nodes)
    out, into = dict.fromkeys(left, 0), dict.fromkeys(left, 0)
    for source, target in arcs:
        out[source] += 1
        into[target] += 1
    first: list[int] = []
    last: list[int] = []
    while left:
        sinks = [node for node in left if not out[node]]
        sources = [node for node in left if not into[node]]
        if sinks:
            node = sinks[0]
            last.insert(0, node)
        else:
            node = sources[0] if sources else max(left, key=lambda each: (out[each] - into[each], -each))
            first.append(node)
        left.remove(node)
        for source, target in arcs:
            if source == node:
                into[target] -= 1
            elif target == node:
                out[source] -= 1
    return first + last


def _settled(order: list[int], arcs: Sequence[Arc]) -> list[int]:
    """Move single nodes to where fewer arcs run backwards, until none is better elsewhere."""
    is_better = True
    while is_better:
        is_better = False
        for node in sorted(order):
            at = order.index(node)
            rest = [each for each in order if each != node]
            place = {each: number for number, each in enumerate(rest)}
            before = [place[source] for source, target in arcs if target == node]
            after = [place[target] for source, target in arcs if source == node]
            cost = [sum(each >= here for each in before) + sum(each < here for each in after) for here in range(len(order))]
            best = min(range(len(order)), key=lambda here: (cost[here], abs(here - at)))
            if cost[best] < cost[at]:
                order, is_better = [*rest[:best], node, *rest[best:]], True
    return order
