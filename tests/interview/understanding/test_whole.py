"""A number that chooses something on the screen is digits and no more of them than could count anything."""

from __future__ import annotations

import pytest

from interview.understanding.whole import whole_number


@pytest.mark.parametrize(
    ("typed", "number"),
    [("0", 0), ("12", 12), ("999999999", 999_999_999), ("1000000000", None), ("9" * 5000, None), ("", None), ("-1", None), ("1.0", None),
     ("\u00b2", None), ("\u0663", None), (" 3", None)],
)  # fmt: skip
def test_only_a_short_run_of_digits_is_a_whole_number(typed: str, number: int | None) -> None:
    assert number == whole_number(typed)
