"""What stands after `/correct` and `/comment`: a turn's number, and how it was put or who says what of it. It only reads."""

from __future__ import annotations

from typing import Final

JUDGED: Final[dict[str, dict[str, bool | None]]] = {
    "open": {"question": True, "open": True},
    "closed": {"question": True, "open": False},
    "statement": {"question": False, "open": None},
    "leading": {"leading": True},
    "not-leading": {"leading": False},
    "double": {"double": True},
    "not-double": {"double": False},
    "reflection": {"reflection": True},
    "not-reflection": {"reflection": False},
    "summary": {"summary": True},
    "not-summary": {"summary": False},
}
"""Words of `/correct`, and what they say of a turn."""


def number_in(said: str) -> int | None:
    """Return the number that a word is; None for any other word."""
    return int(said) if said.isascii() and said.isdigit() and len(said) < 5 else None


def corrected(rest: str) -> tuple[int, dict[str, bool | None]] | None:
    """Return which turn was put how; None where the line does not say it."""
    first, *words = rest.casefold().split()[:12] or [""]
    number = number_in(first)
    if number is None or not words or not all(word in JUDGED for word in words):
        return None
    return number, {name: value for word in words for name, value in JUDGED[word].items()}


def commented(rest: str) -> tuple[int | None, str, str] | None:
    """Return the turn, or None for the whole session, who says something of it, and what; None where the line does not say it."""
    first, _blank, after = rest.partition(" ")
    number = number_in(first)
    by, colon, text = (rest if number is None else after).partition(":")
    return (number, by.strip(), text.strip()) if colon and by.strip() and text.strip() else None
