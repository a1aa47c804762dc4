"""What the search for a conclusion's ground is made of: what was found, what may be tried, and the ways of sharing out facts."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, NamedTuple

from trd_core.fragility.conclusion import Said
from trd_core.fragility.outside import Told
from trd_core.fragility.retelling import TrialUnit


class BudgetSpent(Exception):
    """The search has used the steps that it may."""


class Found(NamedTuple):
    """A smallest set of facts, with an example of what they might have been, and what the conclusion would be."""

    told: Told
    becomes: Said


@dataclass
class Ground:
    """What a conclusion rests on, as far as was searched."""

    found: list[Found] = field(default_factory=list)
    complete_to: int = 0
    """Up to how many facts at once everything was tried."""
    is_complete: bool = False


@dataclass
class Option:
    """One thing that a part of the record may come down to, and the smallest sets of facts that bring it about."""

    key: Hashable
    state: Any
    ways: list[Told]


class Move(NamedTuple):
    """One treatment told otherwise, in a set under trial."""

    unit: TrialUnit
    option: Option


def subsets(facts: Iterable[str]) -> Iterator[frozenset[str]]:
    """Return every set of fewer of the facts, but the empty one."""
    facts = tuple(facts)
    for size in range(1, len(facts)):
        yield from map(frozenset, combinations(facts, size))


def compositions(total: int, parts: int) -> Iterator[tuple[int, ...]]:
    """Every way of writing a number as a sum of so many parts of at least 1."""
    if parts == 1:
        yield (total,)
        return
    for first in range(1, total - parts + 2):
        yield from ((first, *others) for others in compositions(total - first, parts - 1))
