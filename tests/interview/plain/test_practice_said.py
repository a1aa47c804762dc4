"""What stands after `/correct` in practice: a part of the closing explanation, and whether it was there."""

from __future__ import annotations

import pytest

from interview.engine.practice_turns import CLOSING_PARTS
from interview.plain.practice_said import EXPLAINED, corrected, corrected_part


def test_every_part_has_a_word() -> None:
    assert set(CLOSING_PARTS) == set(EXPLAINED.values())


@pytest.mark.parametrize(
    ("said", "means"),
    [
        ("together heard", ("decides_together", True)),
        ("Own-Part not-heard", ("own_part", False)),
        ("together", None),
        ("together heard now", None),
        ("3 closed", None),
        ("", None),
    ],
)
def test_a_part_and_a_word_correct_it_and_nothing_else_does(said: str, means: object) -> None:
    assert means == corrected_part(said)


def test_neither_kind_of_correction_is_taken_for_the_other() -> None:
    assert corrected("together heard") is None
    assert corrected("3 closed") == (3, {"question": True, "open": False})
