"""Every range and verdict about treatments is what all ways of filling in the unknown facts together allow, no wider and no narrower."""

from __future__ import annotations

import os
import random

import pytest

from tests.trd_core.every_way import compared, number_of_ways, random_tree
from trd_core.staging.failures import AS_TOLD, WITHOUT_LOSS

CASES = int(os.environ.get("EVERY_WAY_CASES", "240"))
"""How many random cases; each is enumerated whole. More on request, for a long run."""
MOST_WAYS = 300
BATCH = 40


@pytest.mark.parametrize("first", range(0, CASES, BATCH))
def test_the_conclusions_are_those_of_every_way_together(first: int) -> None:
    enumerated = 0
    for seed in range(first, first + BATCH):
        chance = random.Random(seed)
        tree = random_tree(chance, unknown=chance.randint(1, 4))
        if number_of_ways(tree) > MOST_WAYS:
            continue
        enumerated += 1
        assumption = chance.choice((AS_TOLD, AS_TOLD, AS_TOLD, WITHOUT_LOSS))
        assert {} == compared(tree, assumption), seed
    assert enumerated > BATCH / 2
