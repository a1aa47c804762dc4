"""A sample of the proofs that nothing acknowledged is lost, each with its broken build; `scripts/faults` runs all of it.

Each runs as a process of its own: a fork wants one thread. The seed changes with the day, so that the samples walk over every call.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SEED = dt.datetime.now(dt.UTC).toordinal()
SAMPLES = {"D1": ["--n", "2"], "D2": ["--every", "30"], "D3": ["--n", "120"], "D4": ["--every", "30"], "LATENCY": ["--n", "40"]}
"""What the gate takes of each: together some twenty seconds of a processor. `scripts/faults` takes all."""


@pytest.mark.parametrize("proof", SAMPLES)
def test_what_was_acknowledged_is_kept(proof: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    written = tmp_path / "outcomes.json"
    arguments = ["--only", proof, "--seed", str(SEED), "--json", str(written), *SAMPLES[proof]]
    call = [sys.executable, "-c", "import sys; from tests.faults.running import main; sys.exit(main())", *arguments]
    ended = subprocess.run(call, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True)
    with capfd.disabled():
        print(f"\n{ended.stdout.splitlines()[-1] if ended.stdout else ''}")
    assert 0 == ended.returncode, f"{ended.stdout}\n{ended.stderr}"
    outcomes = json.loads(written.read_text())
    assert outcomes
    for each in outcomes:
        if each["skipped"] is None:
            assert each["n"] > 0
            assert [] == each["failures"]
            assert all(caught for __, caught in each["controls"]), each["controls"]
