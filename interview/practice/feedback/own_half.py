"""The first of two questions that were asked in one turn, in the trainee's own words: to be asked by itself, the other after its answer.

Whatever the program understood by the turn, these words are on its subject.
"""

from __future__ import annotations

import re
from typing import Final

from interview.practice.technique.form import judge

FEWEST_WORDS: Final = 3
"""Words below which the first half is no question by itself ("Which drugs?" is two)."""
_ENDS: Final = re.compile(r"(?<=[.!?\u2026])\s+")
_SECOND: Final = re.compile(
    r"[,;]?\s+(?:and|or)\s+(?=(?:how|what|when|where|which|who|whom|why|do|did|does|have|has|had|is|are|was|were|can|could|will|would)\b)",
    re.IGNORECASE,
)
_ASKS_FOR_ONE: Final = re.compile(r"(?:when|where|which|who|whom|whose)\b", re.IGNORECASE)
"""Asks for one thing, and leaves open which."""


def first_of_two(line: str) -> str | None:
    """Return the first question of a turn by itself; None where it cannot be told apart, is short, or is answered by yes or no."""
    asked = next((each for each in _ENDS.split(line.strip()) if each.endswith("?")), None)
    if asked is None:
        return None
    first = _SECOND.split(asked, maxsplit=1)[0].rstrip(" ?,;")
    if len(first.split()) < FEWEST_WORDS or f"{first}?" == line.strip():
        return None
    form = judge(f"{first}?")
    is_free = form.open or _ASKS_FOR_ONE.match(first)
    return f"{first}?" if is_free and not form.double and not form.leading else None


def begins_openly(line: str) -> bool:
    """Return whether the first of two questions is an open one."""
    first = first_of_two(line)
    return first is not None and bool(judge(first).open)
