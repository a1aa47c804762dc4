"""A sample of what is promised of hostile texts and files (T2, T5); `scripts/faults --only T2,T5` runs all of it.

Each runs as a process of its own: a fork wants one thread. The seed changes with the day, so that the samples come to everything.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.terminal_bytes import foreign

ROOT = Path(__file__).parents[2]
SEED = dt.datetime.now(dt.UTC).toordinal()
SAMPLES = {"T2": 1, "T5": 12}
"""What the gate takes of each: faces beside the screens and the lines, and pairs of a command with a file."""


@pytest.mark.parametrize("proof", SAMPLES)
def test_a_hostile_text_or_file_does_nothing(proof: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    written = tmp_path / "outcomes.json"
    arguments = ["--only", proof, "--seed", str(SEED), "--n", str(SAMPLES[proof]), "--json", str(written)]
    call = [sys.executable, "-c", "import sys; from tests.faults.running import main; sys.exit(main())", *arguments]
    ended = subprocess.run(call, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True)
    with capfd.disabled():
        print(f"\n{ended.stdout.splitlines()[-1] if ended.stdout else ''}")
    assert 0 == ended.returncode, f"{ended.stdout}\n{ended.stderr}"
    (outcome,) = json.loads(written.read_text())
    assert outcome["n"] >= SAMPLES[proof]
    assert [] == outcome["failures"]
    assert all(caught for __, caught in outcome["controls"]), outcome["controls"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("\x1b[1;31mred\x1b[0m\x1b[2J\r\n", 0),
        ("\x1b]22;default\x07", 0),
        ("\x1b]0;title\x07", 1),
        ("\x1b]8;;https://example.org\x1b\\", 1),
        ("\x1b]52;c;b3duZWQ=\x07", 1),
        ("\x1bPq\x1b\\ \x1bc \x1b", 3),
        ("\x9b2J \x00 \u202e", 3),
        ("zwölf 中文 👩‍👩‍👧", 0),
    ],
)
def test_what_is_not_the_programs_own_is_seen(text: str, count: int) -> None:
    assert count == len(foreign(text.encode()))


def test_raw_bytes_of_an_eight_bit_terminal_are_seen() -> None:
    assert 1 == len(foreign(b"raw \x9b2J"))
