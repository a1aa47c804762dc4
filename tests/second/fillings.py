"""Every way of filling in what is not known: an evaluator runs once for each way, and asks only for the facts it needs."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar

Pick = Callable[[Hashable, tuple[Any, ...]], Any]
T = TypeVar("T", bound=Hashable)


class Way:
    """One way of filling in: the same open fact asked twice has the same value."""

    def __init__(self, start: list[int]) -> None:
        self._start = start
        self._taken: list[tuple[int, int]] = []
        self._known: dict[Hashable, Any] = {}

    def __call__(self, fact: Hashable, candidates: tuple[Any, ...]) -> Any:
        """The value of an open fact in this way; `candidates` are one below, on and above every threshold that reads it."""
        if fact not in self._known:
            depth = len(self._taken)
            index = self._start[depth] if depth < len(self._start) else 0
            self._taken.append((index, len(candidates)))
            self._known[fact] = candidates[index]
        return self._known[fact]

    def next_start(self) -> list[int] | None:
        """Where the next way begins, or None after the last."""
        taken = list(self._taken)
        while taken:
            index, number = taken.pop()
            if index + 1 < number:
                return [before for before, _ in taken] + [index + 1]
        return None


def over_all_ways(evaluate: Callable[[Pick], T]) -> frozenset[T]:
    """Every result that some way of filling in gives."""
    results: set[T] = set()
    start: list[int] | None = []
    while start is not None:
        way = Way(start)
        results.add(evaluate(way))
        start = way.next_start()
    return frozenset(results)


def verdict(results: Iterable[bool]) -> str:
    """`met` or `not_met` where every way agrees, else `unknown`."""
    seen = set(results)
    if seen == {True}:
        return "met"
    return "not_met" if seen == {False} else "unknown"


def of_fact(value: bool | None) -> str:
    """The verdict of a plain yes/no fact."""
    return "unknown" if value is None else "met" if value else "not_met"


def all_of(verdicts: Iterable[str]) -> str:
    """`not_met` with one that is not met, `met` with all met, else `unknown`."""
    seen = set(verdicts)
    if "not_met" in seen:
        return "not_met"
    return "unknown" if "unknown" in seen else "met"


def any_of(verdicts: Iterable[str]) -> str:
    """`met` with one met, `not_met` with none possible, else `unknown`."""
    seen = set(verdicts)
    if "met" in seen:
        return "met"
    return "unknown" if "unknown" in seen else "not_met"


def on_scale(values: Iterable[Any], scale: tuple[Any, ...]) -> dict[str, Any]:
    """A value, or its range on an ordered scale of names."""
    places = sorted({scale.index(value) for value in values})
    low, high = scale[places[0]], scale[places[-1]]
    return {"value": low if low == high else None, "range": [low, high]}


def number(values: Iterable[float], open_above: bool = False) -> dict[str, Any]:
    """A number, or its range; a range without a top has None there."""
    found = list(values)
    low, high = min(found), max(found)
    top: float | None = None if open_above or high == float("inf") else high
    return {"value": low if low == top else None, "range": [low, top]}
