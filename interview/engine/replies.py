"""What `Session` says back: saved, asked back, not understood, or refused. Codes and kinds; words belong to the faces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from interview.engine.validation import Misfit

Why = Literal[
    "unknown_item",
    "safety_open",
    "closed",
    "consent_refused",
    "paused",
    "positive_stands",
    "does_not_fit",
    "withdrawn",
    "not_now",
    "informant_not_agreed",
    "declined_stands",
    "reason_needed",
    "filled_by_session",
    "incomplete_disposition",
    "empty",
    "already_signed",
    "attached_already",
    "done_already",
    "nothing_asked_there",
]


@dataclass(frozen=True, slots=True)
class Saved:
    """Durable on the disk."""

    seq: int
    link_id: str
    at: str
    status: str | None = None
    value: Any = None
    set_aside: bool = False
    """Kept, but its item is closed: it does not count until its branch opens."""
    opened: tuple[str, ...] = ()
    """Answers that came back because a branch opened."""
    closed: tuple[str, ...] = ()
    """Answers that were set aside because a branch closed."""
    safety_opened: bool = False
    risk_words: bool = False


@dataclass(frozen=True, slots=True)
class AskedBack:
    """Two readings, or an unlikely one: they are offered, none is guessed; nothing was saved."""

    link_id: str
    text: str
    candidates: tuple[Any, ...]
    is_unlikely: bool = False
    """One reading, and it may be a slip: it is taken once somebody said that it is meant."""
    approximate: bool = False
    hedged: bool = False
    """How the unlikely number was said; taken along when it is taken."""


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """The question stays and the words stay; `misfit` says what fits. Nothing was saved."""

    link_id: str
    text: str
    misfit: Misfit | None = None
    may_keep: bool = False
    """The words may be kept as they are (a drug that no table knows): give them again with `keep`."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Not taken, and why. Nothing was saved."""

    link_id: str
    why: Why
    misfit: Misfit | None = None
    missing: tuple[str, ...] = ()


Reply = Saved | AskedBack | NotUnderstood | Refused
