"""How the tables of examples are read: one example is (text, expectation), the expectation written as short words.

`6` value · `~` approximate · `?` hedged · `[2, 3]` range · `ambiguous [a, b]` candidates · `no` not understood ·
`declined` `unknown` `not_applicable` missing. Numbers are compared to within 2 %.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from interview.understanding.understand import understand
from interview.understanding.understood import Understood

TODAY = dt.date(2024, 5, 15)
NO = "not understood"
DECLINED, UNKNOWN, NOT_APPLICABLE = "declined", "unknown", "not_applicable"


class Either(tuple[Any, ...]):
    """The readings of an ambiguous answer."""


class Range(tuple[Any, ...]):
    """Both ends of a range, the value null."""


def either(*readings: Any) -> Either:
    return Either(readings)


def between(low: Any, high: Any) -> Range:
    return Range((low, high))


def same(expected: Any, found: Any) -> bool:
    if isinstance(expected, bool) or isinstance(found, bool) or not isinstance(expected, int | float):
        return bool(expected == found and type(expected) is type(found))
    return isinstance(found, int | float) and found == pytest.approx(expected, rel=0.02, abs=1e-9)


def all_same(expected: Any, found: Any) -> bool:
    return len(expected) == len(found) and all(same(one, other) for one, other in zip(expected, found, strict=True))


def differs(expected: Any, found: Understood) -> str:
    """Say how the answer differs from what was expected; nothing if it does not."""
    if expected == NO:
        fits = found.status == "not_understood" and found.value is None and found.missing is None
    elif expected in (DECLINED, UNKNOWN, NOT_APPLICABLE):
        fits = found.status == "understood" and found.value is None and found.missing == expected
    elif isinstance(expected, Either):
        fits = found.status == "ambiguous" and found.value is None and all_same(expected, found.candidates)
    elif isinstance(expected, Range):
        fits = found.status == "understood" and found.value is None and found.range is not None and all_same(expected, found.range)
    elif isinstance(expected, tuple):
        fits = found.status == "understood" and isinstance(found.value, tuple) and found.value == expected
    else:
        fits = found.status == "understood" and found.missing is None and same(expected, found.value)
    return "" if fits else f"expected {expected!r}, found {found}"


def check(kind: str, text: str, expected: Any, flags: str = "", **asked: Any) -> None:
    """Assert one example; `flags` holds `~` for approximate and `?` for hedged, and both are compared."""
    found = understand(kind, text, today=asked.pop("today", TODAY), **asked)
    assert not differs(expected, found), differs(expected, found)
    assert ("~" in flags, "?" in flags) == (found.approximate, found.hedged), f"flags expected {flags!r}, found {found}"
