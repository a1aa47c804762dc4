"""Samples of the proofs T3, T4 and C4 (`scripts/faults` takes all of each); texts, names and commands move on with each commit."""

from __future__ import annotations

from types import ModuleType

import pytest

from tests.faults import c4, t3, t4
from tests.faults.damage import rotating


@pytest.mark.parametrize(("proof", "n"), [(t3, 1), (t4, 20), (c4, 5)], ids=["t3", "t4", "c4"])
def test_odd_texts_and_open_umasks_change_nothing_and_a_careless_build_is_caught(proof: ModuleType, n: int) -> None:
    outcome = proof.run(n, rotating(991))
    print(outcome.cells())
    assert () == outcome.failures
    assert [] == [name for name, caught in outcome.controls if not caught]
    assert n == outcome.n
    assert outcome.holds
