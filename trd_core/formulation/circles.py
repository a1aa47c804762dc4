"""Walks along the links: what can be reached from a problem, and the vicious circles. Links are directed and circles are legal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

Arrows = Mapping[str, Sequence[str]]
"""The targets of each problem's links; every problem has an entry."""


def arrows(nodes: Iterable[str], links: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return the targets of each node, sorted, each once. A link with an end outside the nodes is left out."""
    targets: dict[str, set[str]] = {node: set() for node in nodes}
    for source, target in links:
        if source in targets and target in targets:
            targets[source].add(target)
    return {node: tuple(sorted(reached)) for node, reached in targets.items()}


def downstream(graph: Arrows, start: str) -> frozenset[str]:
    """Return the *other* nodes that can be reached from one, each counted once."""
    reached: set[str] = set()
    waiting = list(graph[start])
    while waiting:
        node = waiting.pop()
        if node not in reached:
            reached.add(node)
            waiting.extend(graph[node])
    return frozenset(reached - {start})


class _Walk:
    """Tarjan's strongly connected components, without recursion, so that a long chain cannot exhaust the stack."""

    def __init__(self, graph: Arrows) -> None:
        self.graph = graph
        self.order: dict[str, int] = {}
        self.lowest: dict[str, int] = {}
        self.open: list[str] = []
        self.is_open: set[str] = set()
        self.components: list[tuple[str, ...]] = []

    def _enter(self, node: str) -> None:
        self.order[node] = self.lowest[node] = len(self.order)
        self.open.append(node)
        self.is_open.add(node)

    def _close(self, root: str) -> None:
        component = []
        while True:
            node = self.open.pop()
            self.is_open.remove(node)
            component.append(node)
            if node == root:
                break
        self.components.append(tuple(sorted(component)))

    def from_root(self, root: str) -> None:
        """Visit everything that can be reached from a node not yet visited."""
        self._enter(root)
        path = [(root, iter(self.graph[root]))]
        while path:
            node, targets = path[-1]
            for target in targets:
                if target not in self.order:
                    self._enter(target)
                    path.append((target, iter(self.graph[target])))
                    break
                if target in self.is_open:
                    self.lowest[node] = min(self.lowest[node], self.order[target])
            else:
                path.pop()
                if path:
                    above = path[-1][0]
                    self.lowest[above] = min(self.lowest[above], self.lowest[node])
                if self.lowest[node] == self.order[node]:
                    self._close(node)


def components(graph: Arrows) -> tuple[tuple[str, ...], ...]:
    """Return the strongly connected sets, ids sorted, single nodes included: each set after every other set that it leads to."""
    walk = _Walk(graph)
    for node in sorted(graph):
        if node not in walk.order:
            walk.from_root(node)
    return tuple(walk.components)


def circles(graph: Arrows) -> tuple[tuple[str, ...], ...]:
    """Return the vicious circles: strongly connected sets of two or more, ids sorted, sets in the order of their first id."""
    return tuple(sorted(component for component in components(graph) if len(component) > 1))
