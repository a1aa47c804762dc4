"""The same program open several times at once, as in tabs: an act in one is an act in all, and locking one locks all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Protocol

TELL_SECONDS: Final = 1.0
"""An act is told at most so often; the others may lock by so much too early, and never too late."""


class Together(Protocol):
    """What is told of one to the others."""

    def acted(self, at: float) -> None:
        """Tell that somebody acted, at these seconds."""

    def locked(self) -> None:
        """Tell that somebody, or the time, locked it here."""


class Alone:
    """Nothing else is open."""

    def acted(self, at: float) -> None:
        """Tell nobody."""

    def locked(self) -> None:
        """Tell nobody."""


class Told:
    """Tells one thing or the other, and acts not at each key."""

    def __init__(self, act: Callable[[], None], lock: Callable[[], None]) -> None:
        self._act, self._lock = act, lock
        self._told_at: float | None = None

    def acted(self, at: float) -> None:
        """Tell it, unless an act was told a moment ago."""
        if self._told_at is None or at - self._told_at >= TELL_SECONDS:
            self._told_at = at
            self._act()

    def locked(self) -> None:
        """Tell it."""
        self._lock()
