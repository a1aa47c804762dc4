"""A sample of D9 (`scripts/faults` takes 500 images): the power goes while the vault is exchanged, and nothing is lost."""

from __future__ import annotations

from tests.faults import d9
from tests.faults.damage import rotating


def test_when_the_power_goes_in_an_exchange_the_old_state_stands_or_the_new_one() -> None:
    outcome = d9.run(8, rotating(991))
    print(outcome.cells())
    assert () == outcome.failures
    assert [True, True] == [caught for __, caught in outcome.controls]
