"""N1: the program needs no network: its tests pass where there is none."""

from __future__ import annotations

import shutil
import subprocess
import sys

from tests.faults.by_tests import proven
from tests.faults.outcome import Outcome

DONE = "without a network: the tests of engine, store, exports, understanding, line by line, practice, server and demonstration"
ROOMS = (
    *("tests/interview/engine", "tests/interview/storage", "tests/interview/export", "tests/interview/understanding"),
    *("tests/interview/plain", "tests/interview/practice", "tests/interview/serve", "tests/e2e/test_demo.py"),
)
APART = ("unshare", "--net", "sh", "-c", 'ip link set lo up && exec "$@"', "sh")
"""Without a network, this computer's own address aside."""

REACHES = "import socket; socket.create_connection(('192.0.2.1', 80), timeout=5)"


def run(seed: int = 0) -> Outcome:
    """Run them in a namespace of their own; the seed changes nothing."""
    del seed
    if shutil.which("unshare") is None or subprocess.run([*APART, "true"], capture_output=True).returncode:
        return Outcome("N1", DONE, skipped="no namespace without a network can be made here")
    found = proven("N1", DONE, ROOMS, within=APART)
    refused = subprocess.run([*APART, sys.executable, "-c", REACHES], capture_output=True, text=True).stderr
    return Outcome(found.id, found.done, found.n, found.failures, None, found.seconds, (("a call to a network", "unreachable" in refused),))
