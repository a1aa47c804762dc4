"""Kendall's tau by hand, and against its definition by signs."""

from __future__ import annotations

import random

import pytest

from trd_core.formulation.agreement import agreement, kendalls_tau


@pytest.mark.parametrize(
    ("tau", "one", "other"),
    [
        (None, "", ""),
        (None, "a", "a"),
        (1.0, "ab", "ab"),
        (-1.0, "ab", "ba"),
        (1.0, "abcd", "abcd"),
        (-1.0, "abcd", "dcba"),
        (2 / 3, "abcd", "bacd"),
        (0.0, "abcd", "dabc"),
        (1 / 3, "abc", "bac"),
        (-1 / 3, "abc", "cab"),
    ],
)
def test_tau_by_hand(tau: float | None, one: str, other: str) -> None:
    assert tau == kendalls_tau(one, other)


def test_tau_is_symmetric_and_is_the_mean_of_the_products_of_signs() -> None:
    chance = random.Random(3)
    for _ in range(200):
        ids = [f"n{number}" for number in range(chance.randint(2, 15))]
        one, other = chance.sample(ids, len(ids)), chance.sample(ids, len(ids))
        products = [
            (1 if one.index(a) < one.index(b) else -1) * (1 if other.index(a) < other.index(b) else -1) for a in ids for b in ids if a != b
        ]
        assert sum(products) / len(products) == pytest.approx(kendalls_tau(one, other))
        assert kendalls_tau(one, other) == kendalls_tau(other, one)


def test_each_pair_of_methods_stands_once_in_their_order() -> None:
    assert {"x": {"y": 1.0, "z": -1.0}, "y": {"z": -1.0}} == agreement({"x": "abc", "y": "abc", "z": "cba"})
