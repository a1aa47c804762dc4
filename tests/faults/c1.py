"""C1: nothing personal lies anywhere but in the vault: a canary in every answer, looked for in every form, everywhere."""

from __future__ import annotations

from tests.faults.by_tests import proven
from tests.faults.outcome import Outcome


def run(seed: int = 0) -> Outcome:
    """Run the whole interview with its crash, its cancelled export, the lock and practice; the seed changes nothing."""
    del seed
    return proven(
        "C1",
        "a canary in every answer, note and command: home, temporary files, output, window title, list of processes, memory image, "
        "in raw, UTF-16 and base64",
        ["tests/e2e/test_no_trace.py", "tests/e2e/test_no_trace_locked.py"],
        [("a copy that is not encrypted", "test_a_copy_that_is_not_encrypted_would_be_found")],
    )
