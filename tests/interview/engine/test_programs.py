"""A sample of D7 (`scripts/faults` runs two thousand programs): any order of acts in a real vault comes to what a small model says."""

from __future__ import annotations

from tests.faults import d7
from tests.faults.damage import rotating


def test_any_order_of_acts_comes_to_what_was_acknowledged_and_a_stale_assessment_is_caught() -> None:
    outcome = d7.run(4, rotating(983))
    print(outcome.cells())
    assert () == outcome.failures
    assert outcome.holds
