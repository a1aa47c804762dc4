"""How long a locked program makes one wait after a passphrase that was wrong. It knows no key and no face."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import Final

FREE_TRIES: Final = 2
"""So many slips cost nothing. Our own choice, as the two below."""
FIRST_WAIT_SECONDS: Final = 2.0
LONGEST_WAIT_SECONDS: Final = 60.0


def wait_seconds(wrong: int) -> float:
    """Return how long to wait after so many wrong passphrases in a row: nothing at first, then twice as long each time."""
    over = wrong - FREE_TRIES
    return 0.0 if over <= 0 else min(FIRST_WAIT_SECONDS * 2.0 ** min(over - 1, 30), LONGEST_WAIT_SECONDS)


def awake_seconds() -> float:
    """Return seconds that no change of the clock moves, with those in which the computer slept, where the system counts them."""
    counted = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if counted is None else time.clock_gettime(counted)


class Tries:
    """The wrong passphrases of one locking, and when the next one may be tried."""

    def __init__(self, now: Callable[[], float] = awake_seconds) -> None:
        """`now` counts seconds."""
        self._now = now
        self._wrong = 0
        self._until = 0.0

    @property
    def left(self) -> int:
        """Whole seconds until the next try, rounded up; 0 where one may be made."""
        return max(math.ceil(self._until - self._now()), 0)

    def was_wrong(self) -> None:
        """Note one more."""
        self._wrong += 1
        self._until = self._now() + wait_seconds(self._wrong)
