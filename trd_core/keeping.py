"""What is kept from one case to the next: what follows from closed facts alone, the same for everybody.

A yes or no, a code, a number lead to few judgements, which are made once and handed out again. What names somebody's
treatment, problem or words is never kept. Keeping never changes what is said: it is only not worked out twice.
"""

from __future__ import annotations

from typing import Final, TypeVar

Key = TypeVar("Key")
Kept = TypeVar("Kept")

MOST_KEPT: Final = 500
"""Entries of one memory; what comes after is worked out each time. Eight times as many make no cohort faster, and take twenty megabytes."""


class Memory(dict[Key, Kept]):
    """What was made, by what it was made from; full, it stays as it is."""

    def keep(self, key: Key, made: Kept) -> Kept:
        """Keep what was made, where there is room, and return it."""
        if len(self) < MOST_KEPT:
            self[key] = made
        return made

    def cache_clear(self) -> None:
        """Forget everything: the parameters have changed."""
        self.clear()
