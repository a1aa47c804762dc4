"""A date is no amount: what says when is left out of how much, and alone it is not understood."""

from __future__ import annotations

import datetime as dt

import pytest

from interview.understanding.understand import understand


@pytest.mark.parametrize(
    ("typed", "milligrams"),
    [
        ("August 2026", None), ("in 2026", None), ("12 May 2026", None), ("May 12", None), ("2019", None), ("spring 2024", None),
        ("June 2025", None), ("30 march", None),
        ("2000", 2000), ("2000 mg", 2000), ("100 since 2024", 100), ("75 in March", 75), ("150 in May 2024", 150), ("75, August", 75),
        ("may 50", 50), ("maybe 75", 75),
    ],
)  # fmt: skip
def test_a_date_is_no_dose(typed: str, milligrams: float | None) -> None:
    found = understand("dose", typed, today=dt.date(2026, 11, 2))
    assert (("not_understood", None) if milligrams is None else ("understood", milligrams)) == (found.status, found.value)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("12 May", None), ("May 12", None), ("in 2019", None), ("August 2026", None),
        ("12, since May 2019", 12), ("about 3 in spring 2024", 3), ("12", 12),
    ],
)  # fmt: skip
def test_a_date_is_no_number(typed: str, number: int | None) -> None:
    found = understand("number", typed, today=dt.date(2026, 11, 2), minimum=0, maximum=60)
    assert (("not_understood", None) if number is None else ("understood", number)) == (found.status, found.value)
