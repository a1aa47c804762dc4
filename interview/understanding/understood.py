"""`Understood`: what was typed, and what it means. One small, frozen value that every kind of answer returns.

It holds no wording for the interviewer; how it is echoed or asked back belongs to the views.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Missing = Literal["declined", "unknown", "not_applicable"]
"""A refusal, a don't-know, a doesn't-apply: answers in every kind, and never a "no"."""

Bound = float | str | None
"""One end of a range: a number, a date, or nothing (open)."""


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a question: its code, what is shown, and other words for it."""

    code: str
    display: str
    say: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Understood:
    """What one answer means. `value` is null unless it is understood as one value."""

    status: Literal["understood", "ambiguous", "not_understood"]
    text: str
    """The text as typed, cleaned."""
    value: object | None = None
    range: tuple[Bound, Bound] | None = None
    approximate: bool = False
    hedged: bool = False
    missing: Missing | None = None
    candidates: tuple[object, ...] = ()
    """For an ambiguous answer: its readings in normal form, in the order said."""
