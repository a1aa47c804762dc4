"""C5: left alone, the screen is blanked and the key forgotten, and what was being typed is kept."""

from __future__ import annotations

from tests.faults.by_tests import proven
from tests.faults.outcome import Outcome


def run(seed: int = 0) -> Outcome:
    """Let a clock of the tests run on; the seed changes nothing."""
    del seed
    return proven(
        "C5",
        "left alone by a clock of the tests, on demand, in tabs, line by line; opened again at the same place with the same text",
        [
            "tests/interview/tui/test_locking.py",
            "tests/interview/plain/test_plain_locking.py",
            "tests/interview/engine/test_locking.py",
            "tests/interview/serve/test_locked_tab.py",
        ],
        [("a clock that may run for ever", "test_never_means_never_and_a_late_key_opens_nothing")],
    )
