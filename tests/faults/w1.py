"""W1: in a browser only the one who was given the link gets in, and what was answered outlives the tab and the server."""

from __future__ import annotations

from tests.faults.by_tests import proven
from tests.faults.outcome import Outcome


def run(seed: int = 0) -> Outcome:
    """Run the server's tests, and the real browser's where one is here; the seed changes nothing."""
    del seed
    return proven(
        "W1",
        "a foreign Origin or Host, no token, a second tab, reload, a killed server, the cap of processes, what a page asks of others",
        ["tests/interview/serve", "tests/e2e/test_browser.py"],
        [("the own names, which must be served", "test_the_own_names_are_served")],
    )
