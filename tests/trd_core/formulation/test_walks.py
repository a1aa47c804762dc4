"""Spectral radius, damping and sums over walks, against small graphs by hand and against plain series."""

from __future__ import annotations

import math
import random

import pytest

from trd_core.formulation.walks import Strengths, damping, spectral_radius, sum_over_walks

RING = {"a": {"b": 1.0}, "b": {"c": 0.5}, "c": {"a": 0.25}}
"""Its radius is the geometric mean of its strengths: 0.5."""
WHOLE = {"a": {"b": 1.0, "c": 1.0}, "b": {"a": 1.0, "c": 1.0}, "c": {"a": 1.0, "b": 1.0}}


def _radius_by_squaring(strengths: Strengths) -> float:
    """Gelfand's formula: squared again and again, normed each time."""
    ids = sorted(strengths)
    matrix = [[strengths[one].get(other, 0.0) for other in ids] for one in ids]
    logarithm, power = 0.0, 1.0
    for _ in range(45):
        norm = max((sum(row) for row in matrix), default=0.0)
        if norm == 0:
            return 0.0
        matrix = [[value / norm for value in row] for row in matrix]
        logarithm += math.log(norm) / power
        columns = list(zip(*matrix, strict=True))
        matrix = [[sum(map(float.__mul__, row, column)) for column in columns] for row in matrix]
        power *= 2
    return math.exp(logarithm)


def _random(seed: int) -> dict[str, dict[str, float]]:
    chance = random.Random(seed)
    ids = [f"n{number:02}" for number in range(chance.randint(1, 9))]
    density = chance.choice((0.1, 0.3, 0.6, 1))
    return {
        one: {other: chance.choice((1.0, 0.001, chance.random())) for other in ids if one != other and chance.random() < density}
        for one in ids
    }


@pytest.mark.parametrize(
    ("radius", "strengths"),
    [
        (0.0, {}),
        (0.0, {"a": {}}),
        (0.0, {"a": {"b": 1.0}, "b": {"c": 1.0}, "c": {}}),
        (1.0, {"a": {"b": 1.0}, "b": {"a": 1.0}}),
        (0.5, {"a": {"b": 1.0}, "b": {"a": 0.25}}),
        (0.5, RING),
        (2.0, WHOLE),
        (1.0, {"a": {"b": 1.0}, "b": {"a": 1.0, "c": 1.0}, "c": {"d": 0.5}, "d": {"c": 0.5}}),
        (1e-150, {"a": {"b": 1.0}, "b": {"a": 1e-300}}),
    ],
)
def test_the_radius_by_hand(radius: float, strengths: Strengths) -> None:
    assert radius == pytest.approx(spectral_radius(strengths), rel=1e-12, abs=1e-15)


def test_the_radius_is_that_of_repeated_squaring_on_random_graphs() -> None:
    for seed in range(200):
        strengths = _random(seed)
        assert _radius_by_squaring(strengths) == pytest.approx(spectral_radius(strengths), rel=1e-10, abs=1e-12), seed


def test_a_long_uneven_ring_has_the_geometric_mean_of_its_strengths() -> None:
    chance = random.Random(7)
    ids = [f"n{number:03}" for number in range(120)]
    values = [chance.uniform(0.05, 1) for _ in ids]
    ring = {one: {other: value} for one, other, value in zip(ids, [*ids[1:], ids[0]], values, strict=True)}
    assert math.exp(math.fsum(map(math.log, values)) / len(values)) == pytest.approx(spectral_radius(ring), rel=1e-11)


def test_a_circle_that_hardly_holds_together_is_finite_and_its_bound_is_an_upper_one() -> None:
    nearly = {"a": {"b": 1.0}, "b": {"a": 1.0, "c": 1e-300}, "c": {"d": 1e-300}, "d": {"a": 1e-300}}
    assert spectral_radius(nearly) == pytest.approx(1.0, rel=1e-9)
    assert spectral_radius(nearly) >= 1.0 - 1e-12


@pytest.mark.parametrize(
    ("factor", "strengths"),
    [
        (1.0, {"a": {"b": 1.0}, "b": {}}),
        (1.0, RING),
        (0.9, {"a": {"b": 1.0}, "b": {"a": 1.0}}),
        (0.45, WHOLE),
        (1.0, {"a": {"b": 0.9}, "b": {"a": 0.9}}),
        (0.9 / 0.95, {"a": {"b": 0.95}, "b": {"a": 0.95}}),
    ],
)
def test_a_step_is_damped_only_where_circles_feed_themselves_too_strongly(factor: float, strengths: Strengths) -> None:
    assert factor == pytest.approx(damping(strengths, 0.9), rel=1e-12)


def test_the_sum_over_walks_is_the_plain_series() -> None:
    for seed in range(200):
        strengths = _random(seed)
        weights = {node: random.Random(seed).random() for node in strengths}
        factor = damping(strengths, 0.9)
        step, series = dict(weights), dict(weights)
        for _ in range(600):
            step = {one: factor * sum(value * step[other] for other, value in row.items()) for one, row in strengths.items()}
            series = {node: series[node] + step[node] for node in series}
        assert series == pytest.approx(sum_over_walks(weights, strengths, factor), rel=1e-9), seed


@pytest.mark.parametrize("factor", [1.0, 1.5])
def test_a_factor_that_does_not_damp_is_refused(factor: float) -> None:
    with pytest.raises(ValueError, match="does not damp"):
        sum_over_walks({"a": 1.0, "b": 1.0}, {"a": {"b": 1.0}, "b": {"a": 1.0}}, factor)


def test_two_hundred_problems_all_linked_are_finite() -> None:
    ids = [f"n{number:03}" for number in range(200)]
    upward = {one: {other: 1.0 for other in ids if other > one} for one in ids}
    total = sum_over_walks(dict.fromkeys(ids, 1.0), upward, damping(upward, 0.9))
    assert 2.0**199 == total["n000"]
    assert 1.0 == total["n199"]
