"""What stands after `/correct` and `/comment`: a turn's number or a part of the explanation, and how it was put, or who says what of it."""

from __future__ import annotations

from typing import Final

from interview.engine.practice_turns import ClosingPart

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


EXPLAINED: Final[dict[str, ClosingPart]] = {
    "treatments": "partial_targets",
    "own-part": "own_part",
    "checking": "checks_back",
    "together": "decides_together",
}
"""Words of `/correct` for the parts of the closing explanation."""
SAID: Final[dict[str, bool]] = {"heard": True, "not-heard": False}


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


def corrected_part(rest: str) -> tuple[ClosingPart, bool] | None:
    """Return which part of the explanation was there or not; None where the line does not say it."""
    match rest.casefold().split()[:3]:
        case [part, said] if part in EXPLAINED and said in SAID:
            return EXPLAINED[part], SAID[said]
    return None


def commented(rest: str) -> tuple[int | None, str, str] | None:
    """Return the turn, or None for the whole session, who says something of it, and what; None where the line does not say it."""
    first, _blank, after = rest.partition(" ")
    number = number_in(first)
    by, colon, text = (rest if number is None else after).partition(":")
    return (number, by.strip(), text.strip()) if colon and by.strip() and text.strip() else None
