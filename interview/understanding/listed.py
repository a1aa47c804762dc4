"""`listed`: tables of words and phrases, written with bars between them so that they can be read and kept short."""

from __future__ import annotations


def listed(text: str) -> tuple[str, ...]:
    """Return the phrases of a table, in order, with single blanks."""
    return tuple(" ".join(phrase.split()) for phrase in text.split("|"))
