"""Other languages need more room: in words two fifths longer every screen still shows all of them, or can be scrolled to them."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from interview.language.pseudo import longer
from tests.interview.tui.every_screen import sampled


def test_words_two_fifths_longer_are_cut_nowhere() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.interview.tui.longer_words", "80x24"], capture_output=True, text=True, env={**os.environ}, check=False
    )
    assert 0 == done.returncode, done.stderr[-2000:]
    seen = json.loads(done.stdout)
    print(seen["screens"], "screens in longer words")
    assert len(sampled()) == seen["screens"]
    assert {} == seen["faults"]


def test_longer_words_keep_their_placeholders() -> None:
    said = longer("Saved by {name}, at {at:%H:%M}.")
    assert "{name}" in said
    assert "{at:%H:%M}" in said
    assert len("Saved by {name}, at {at:%H:%M}.") * 1.4 - 1 <= len(said)
