"""Sums over all walks along the links, safe on circles: how far each step must be damped, and the damped sum.

A circle whose links are strong would feed itself without end. Its spectral radius says how strongly; each step is damped
so far that the sum stays finite. It knows no problem and no rating: numbers on arrows in, numbers out, the same ones
for the same map in whatever order it was drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from trd_core.formulation.circles import arrows, components

Strengths = Mapping[str, Mapping[str, float]]
"""Strength by source and target; every node has an entry, and only links of a strength above 0 stand in it."""

CLOSE: Final = 1e-14
"""Between which share of it the two bounds of a spectral radius are close enough."""
ROUNDS: Final = 200
"""How often the bounds are narrowed at most; what is left then is the upper bound, which damps a little more."""
LEAST: Final = 1e-250
"""The least that a part of the eigenvector is taken for; the upper bound holds for every positive vector."""

_Rows = Sequence[Sequence[float]]


def _solved(rows: _Rows, right: Iterable[float]) -> list[float] | None:
    """Solve by elimination along the diagonal, which is stable for these matrices (nothing above 0 beside it); None if singular."""
    left = [[*row, value] for row, value in zip(rows, right, strict=True)]
    size = len(left)
    for at, pivot in enumerate(left):
        if not pivot[at] > 0:
            return None
        for below in left[at + 1 :]:
            if below[at]:
                factor = below[at] / pivot[at]
                below[at:] = [value - factor * over for value, over in zip(below[at:], pivot[at:], strict=True)]
    solution = [0.0] * size
    for at in range(size - 1, -1, -1):
        row = left[at]
        known = sum(row[column] * solution[column] for column in range(at + 1, size) if row[column])
        solution[at] = (row[size] - known) / row[at]
    return solution


def _less(diagonal: float, block: _Rows, factor: float) -> list[list[float]]:
    """Return `diagonal` times the unit matrix less `factor` times the block."""
    return [
        [(diagonal if row == column else 0.0) - factor * value for column, value in enumerate(values)] for row, values in enumerate(block)
    ]


def _radius_of_circle(block: _Rows) -> float:
    """Return the spectral radius of a strongly connected block by Noda's inverse iteration: an upper bound that only falls."""
    sums = [sum(values) for values in block]
    upper, lower = max(sums), min(sums)
    vector = [1.0] * len(block)
    for _ in range(ROUNDS):
        if upper - lower <= CLOSE * upper:
            break
        larger = _solved(_less(upper, block, 1.0), vector)
        if larger is None or not min(larger) > 0:
            break
        falls = [before / after for before, after in zip(vector, larger, strict=True)]
        if upper - min(falls) >= upper:
            break
        upper, lower = upper - min(falls), upper - max(falls)
        greatest = max(larger)
        vector = [max(part / greatest, LEAST) for part in larger]
    return upper


def _block(members: Sequence[str], strengths: Strengths) -> list[list[float]]:
    return [[strengths[source].get(target, 0.0) for target in members] for source in members]


def _sets(strengths: Strengths) -> tuple[tuple[str, ...], ...]:
    return components(arrows(strengths, ((source, target) for source, row in strengths.items() for target in row)))


def spectral_radius(strengths: Strengths) -> float:
    """Return how strongly the links feed back: the greatest of the circles' spectral radii, 0 without a circle."""
    return max((_radius_of_circle(_block(each, strengths)) for each in _sets(strengths) if len(each) > 1), default=0.0)


def damping(strengths: Strengths, share: float) -> float:
    """Return the factor for each step: 1, or `share` of what the spectral radius allows, where that is less."""
    radius = spectral_radius(strengths)
    return 1.0 if radius <= share else share / radius


def sum_over_walks(weights: Mapping[str, float], strengths: Strengths, factor: float) -> dict[str, float]:
    """Return for each node the weights at the ends of all walks from it, itself included, by strength, each step times `factor`.

    Exact but for rounding: one circle after the other is solved as a linear system, what it leads to first. Needs a factor
    below 1 / spectral radius.
    """
    total: dict[str, float] = {}
    for members in _sets(strengths):
        beyond = [
            weights[source] + factor * sum(value * total[target] for target, value in strengths[source].items() if target in total)
            for source in members
        ]
        solved = beyond if len(members) == 1 else _solved(_less(1.0, _block(members, strengths), factor), beyond)
        if solved is None:
            raise ValueError("the factor does not damp this circle")
        total.update(zip(members, solved, strict=True))
    return total
