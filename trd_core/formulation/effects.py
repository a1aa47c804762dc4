"""Three more rankings beside the hierarchy: what a problem feeds, what treating it would do, and that over all walks.

Each is a number and nothing more than an aid. What is not known is never filled in: a problem of unknown weight counts
with unit weight and is flagged, a link of unknown strength counts with the low end of what it may be, which is 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum
from typing import Final

from trd_core.case import Link, Problem
from trd_core.catalogue import number
from trd_core.formulation.hierarchy import WEIGHT
from trd_core.formulation.walks import damping, sum_over_walks

UNIT_WEIGHT: Final = "unit_weight"
"""A weight or a modifiability that nobody rated counts as 1."""
UNKNOWN_STRENGTH: Final = "unknown_strength"
"""A link whose strength nobody gave counts at the low end, 0."""

Scores = dict[str, float]
"""A number for each problem."""


@dataclass(frozen=True, slots=True)
class Effects:
    """The numbers behind the three rankings, and the factor by which each step of a walk was damped."""

    out_strength: Scores
    effect: Scores
    total_effect: Scores
    damping: float


def importance(problem: Problem) -> float:
    """Return severity + burden + impairment as a share of the most they may be; 1 where one of them is unrated."""
    ratings = [getattr(problem, name) for name in WEIGHT]
    return 1.0 if None in ratings else sum(ratings) / (len(WEIGHT) * number("highest_rating"))


def changeable(problem: Problem) -> float:
    """Return modifiability as a share of the most it may be; 1 where it is unrated."""
    return 1.0 if problem.modifiability is None else problem.modifiability / number("highest_rating")


def strengths(ids: Iterable[str], links: Iterable[Link]) -> dict[str, dict[str, float]]:
    """Return the strengths above 0 by source and target, ids sorted."""
    found: dict[str, dict[str, float]] = {each: {} for each in sorted(ids)}
    for link in sorted(links, key=lambda each: (each.source, each.target)):
        if link.strength:
            found[link.source][link.target] = link.strength
    return found


def _rounded(scores: Mapping[str, float]) -> Scores:
    """Numbers equal to so many digits are a tie, so that rounding inside the machine decides no place."""
    digits = int(number("equal_digits"))
    return {each: float(f"{value:.{digits}g}") for each, value in scores.items()}


def effects(problems: Iterable[Problem], links: Iterable[Link]) -> Effects:
    """Return the numbers of the three rankings. Strengths are 0 to 1, importance and modifiability shares of 1."""
    by_id = {problem.id: problem for problem in sorted(problems, key=lambda each: each.id)}
    fed = strengths(by_id, links)
    weights = {each: importance(problem) for each, problem in by_id.items()}
    share = {each: changeable(problem) for each, problem in by_id.items()}
    factor = damping(fed, number("walk_damping"))
    walks = sum_over_walks(weights, fed, factor)
    return Effects(
        out_strength=_rounded({each: fsum(row.values()) for each, row in fed.items()}),
        effect=_rounded(
            {each: share[each] * fsum((weights[each], *(value * weights[to] for to, value in row.items()))) for each, row in fed.items()}
        ),
        total_effect=_rounded({each: share[each] * walks[each] for each in by_id}),
        damping=factor,
    )


def ranked(scores: Mapping[str, float]) -> tuple[str, ...]:
    """Return the ids, the greatest number first, ties by id."""
    return tuple(sorted(scores, key=lambda each: (-scores[each], each)))
