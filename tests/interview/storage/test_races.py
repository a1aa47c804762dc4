"""A sample of D5 (`scripts/faults` runs fifty races): of two processes one writes, and a killed one keeps nobody out."""

from __future__ import annotations

from tests.faults import d5
from tests.faults.damage import rotating


def test_two_processes_never_write_one_record_at_once_and_stale_locks_recover() -> None:
    outcome = d5.run(4, rotating(977))
    print(outcome.cells())
    assert () == outcome.failures
    assert outcome.holds
