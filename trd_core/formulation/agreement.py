"""Kendall's tau: how far two rankings of the same problems agree, from 1 (the same order) to -1 (the reverse)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TypeVar

Method = TypeVar("Method", bound=str)


def kendalls_tau(one: Sequence[str], other: Sequence[str]) -> float | None:
    """Return the pairs in the same order less the pairs in the other, as a share of all; None for fewer than two problems.

    Both are permutations of the same ids, so there are no ties.
    """
    place = {each: at for at, each in enumerate(other)}
    signs = [1 if place[first] < place[second] else -1 for first, second in combinations(one, 2)]
    return sum(signs) / len(signs) if signs else None


def agreement(rankings: Mapping[Method, Sequence[str]]) -> dict[Method, dict[Method, float | None]]:
    """Return Kendall's tau for each pair of methods, each pair once: the first method, then the second, in their order."""
    found: dict[Method, dict[Method, float | None]] = {}
    for (one, first), (other, second) in combinations(rankings.items(), 2):
        found.setdefault(one, {})[other] = kendalls_tau(first, second)
    return found
