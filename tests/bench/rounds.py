"""Two sides timed in turns, round by round, so that whatever else the machine does falls on both."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.bench.line import Spent

LEAST_SECONDS: Final = 0.03
"""How long one side of one round lasts at least, where one call is shorter."""
MOST_CALLS: Final = 20_000
Side = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a measure is asked for."""

    rounds: int
    scratch: Path
    """A folder of its own, on the disk that is measured."""
    peers: bool = False
    """Whether other programs are measured too."""
    profile: bool = False
    """Whether each line says where its time goes."""
    small: bool = False
    """Whether sizes are small: for a look, or a test of the measure itself."""

    def size(self, whole: int, small: int) -> int:
        """Return the size to measure at."""
        return small if self.small else whole


def timed(side: Side, calls: int = 1) -> Spent:
    """Return what one call takes, of so many."""
    cpu, wall = time.process_time(), time.perf_counter()
    for __ in range(calls):
        side()
    return Spent((time.perf_counter() - wall) / calls, (time.process_time() - cpu) / calls)


def calls_for(side: Side, least: float = LEAST_SECONDS) -> int:
    """Return how many calls fill the least time; the side is warm afterwards."""
    side()
    took = timed(side).wall
    return max(1, min(MOST_CALLS, round(least / max(took, 1e-7))))


def alternating(rounds: int, *sides: Side, least: float = LEAST_SECONDS) -> tuple[list[Spent], ...]:
    """Time each side once a round, in turns; the first goes first in every other round. One list of rounds a side."""
    calls = [calls_for(side, least) for side in sides]
    found: list[list[Spent]] = [[] for __ in sides]
    for round_ in range(rounds):
        order = range(len(sides)) if round_ % 2 == 0 else reversed(range(len(sides)))
        for at in order:
            found[at].append(timed(sides[at], calls[at]))
    return tuple(found)


def percentile(figures: Sequence[float], share: int) -> float:
    """Return the figure below which so many of a hundred lie."""
    return figures[0] if len(figures) == 1 else statistics.quantiles(figures, n=100, method="inclusive")[share - 1]
