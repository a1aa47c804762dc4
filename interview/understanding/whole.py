"""A whole number typed as digits and nothing else: which line, which option, how many minutes."""

from __future__ import annotations

from typing import Final

MOST_DIGITS: Final = 9
"""More digits than these count nothing that is on a screen; a number of thousands of digits is never worked out."""


def whole_number(typed: str) -> int | None:
    """Return the number that ASCII digits alone stand for, or None."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= MOST_DIGITS else None
