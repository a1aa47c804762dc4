"""No finding rests on anything that was not told: each reason's value stands in the case, at the reason's path."""

from __future__ import annotations

import random
from typing import Any

import pytest

from tests.trd_core.every_way import random_tree
from tests.trd_core.grounds import TAKEN_OUT
from trd_core.assess import assess
from trd_core.reading import case_of


def told(case: Any, path: str) -> Any:
    """Return what stands at the path of a reason."""
    part = case
    for step in path.split("."):
        part = next(each for each in part if each.id == step) if isinstance(part, tuple) else getattr(part, step)
    return part


def untold(given: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the findings with a reason that was not told, each with its path."""
    case = case_of(given)
    reasons = [
        (finding.id, each) for finding in assess(case).findings.values() for each in finding.reasons if each.path.startswith("trials.")
    ]
    return [
        (finding_id, each.path)
        for finding_id, each in reasons
        if each.value not in (value := told(case, each.path), len(value) if isinstance(value, tuple) else value)
    ]


def test_a_treatment_of_unknown_kind_is_given_none() -> None:
    assert [] == untold(TAKEN_OUT)


@pytest.mark.parametrize("first", [0, 20, 40])
def test_random_cases(first: int) -> None:
    for seed in range(first, first + 20):
        chance = random.Random(seed)
        assert [] == untold(random_tree(chance, unknown=chance.randint(1, 6))), seed
