"""How far a cohort is: one line that is drawn again in a terminal, else a line a minute. Numbers only."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final, TextIO

from interview.language import _

DRAWN_EVERY: Final = 0.5
"""Seconds, in a terminal."""
SAID_EVERY: Final = 60.0
"""Seconds, elsewhere."""


class Progress:
    """Says how far the scoring is, at most so often."""

    def __init__(self, out: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._out, self._clock = out, clock
        self._is_terminal = out.isatty()
        self._began = self._said = clock()
        self._drawn = 0

    def at(self, lines: int, share: float | None) -> None:
        """So many lines are scored: this share of the whole, from 0 to 1, where that is known."""
        now = self._clock()
        if now - self._said < (DRAWN_EVERY if self._is_terminal else SAID_EVERY):
            return
        self._said = now
        words = _("{n} lines, {rate} a second").format(n=lines, rate=round(lines / (now - self._began)))
        if share is not None:
            words = _("{percent} %: {words}").format(percent=int(100 * share), words=words)
        if self._is_terminal:
            self._out.write("\r" + words.ljust(self._drawn))
            self._drawn = len(words)
        else:
            self._out.write(words + "\n")
        self._out.flush()

    def end(self) -> None:
        """Leave the line empty for what is said next."""
        if self._drawn:
            self._out.write("\r" + " " * self._drawn + "\r")
            self._out.flush()
            self._drawn = 0
