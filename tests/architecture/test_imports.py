"""Importing a leaf never imports the house."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("textual", "rich", "apsw", "transitions")
ALLOWED = {"interview.engine.session": {"transitions"}}


@pytest.mark.parametrize(
    "leaf",
    [
        "trd_core.assess",
        "interview.engine.session",
        "interview.questionnaire.reader",
        "interview.understanding.understand",
        "interview.cli",
        "interview.calling",
    ],
)
def test_a_leaf_loads_nothing_heavy(leaf: str) -> None:
    """Each is imported alone, in a process of its own."""
    code = f"import sys, {leaf}; print(' '.join(name for name in {HEAVY!r} if name in sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert set() == set(loaded) - ALLOWED.get(leaf, set())
