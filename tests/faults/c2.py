"""C2: a crash is silent about people, wherever it happens, and gives the terminal back."""

from __future__ import annotations

from tests.faults.by_tests import proven
from tests.faults.outcome import Outcome


def run(seed: int = 0) -> Outcome:
    """Raise at every seam of the screens and line by line; the seed changes nothing."""
    del seed
    return proven(
        "C2",
        "a fault raised at every seam, with the debug variables set",
        ["tests/e2e/test_crashes.py"],
        [("the toolkit's own report", "test_the_toolkits_own_report_would_tell")],
    )
