"""Promises whose proof stands in the suite: its tests are run as they are, every case of them, and counted as a line of the table."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from tests.faults.outcome import Outcome

ABOVE: Final = Path(__file__).resolve().parents[2]
WHOLE: Final = {"EVERY_TRACE": "1", "EVERY_CRASH": "1", "EVERY_SIGNAL": "1"}
"""The gate takes samples of these; here all are taken."""


def proven(id: str, done: str, targets: Sequence[str], controls: Sequence[tuple[str, str]] = (), within: Sequence[str] = ()) -> Outcome:
    """Run these files of tests, inside another command where one is given.

    Of `controls`, each names a broken build and the test that catches it; it counts as caught where that test was run and passed.
    """
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as scratch:
        written = Path(scratch) / "found.xml"
        options = ["-q", "-n", "2", "-p", "no:cacheprovider", f"--junitxml={written}"]
        ended = subprocess.run(
            [*within, sys.executable, "-m", "pytest", *options, *targets],
            cwd=ABOVE,
            env={**os.environ, **WHOLE},
            capture_output=True,
            text=True,
        )
        if not written.exists():
            return Outcome(id, done, 0, (f"the tests did not run (exit code {ended.returncode})",))
        cases = list(ElementTree.parse(written).getroot().iter("testcase"))
    wrong = tuple(case.get("name", "") for case in cases if case.find("failure") is not None or case.find("error") is not None)
    skipped = sum(case.find("skipped") is not None for case in cases)
    passed = {case.get("name", "").partition("[")[0] for case in cases if not list(case)} - {name.partition("[")[0] for name in wrong}
    caught = tuple((name, test in passed) for name, test in controls)
    said = f"{done}{f'; {skipped} skipped' if skipped else ''}"
    return Outcome(id, said, len(cases) - skipped, wrong, None, time.monotonic() - began, caught)
