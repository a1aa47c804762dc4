"""What can be broken on purpose, and the tests that judge it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Room:
    """Sources that are broken, and what should notice."""

    sources: tuple[str, ...]
    """Files, and folders that end with a slash."""
    tests: tuple[str, ...]
    """Folders and files of tests, the nearest first."""
    longest: float
    """Seconds of computing: a test that takes longer alone is left out."""


ROOMS: Final = {
    "core": Room(("trd_core/",), ("tests/trd_core",), 2.0),
    "engine": Room(("interview/engine/",), ("tests/interview/engine", "tests/interview/instruments"), 1.0),
    "storage": Room(("interview/storage/",), ("tests/interview/storage", "tests/interview/test_cli_vault.py"), 3.0),
    "text": Room(
        ("trd_core/text.py", "interview/tui/text.py"),
        (
            "tests/trd_core/test_text.py",
            "tests/interview/tui/test_text.py",
            "tests/interview/engine/test_cleaned_words.py",
            "tests/architecture/test_text_to_widgets.py",
            "tests/interview/export/test_escaping.py",
            "tests/interview/understanding/test_hostile.py",
        ),
        4.0,
    ),
}
