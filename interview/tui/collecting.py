"""The collector of circles is kept out of a turn: it is not sent through what was loaded and made before, and comes less often."""

from __future__ import annotations

import gc
from functools import cache
from typing import Final

EVERY: Final = (5_000, 10, 10)
"""New objects before the youngest are looked through, and how often that is before the older are."""


@cache
def spare_what_stands() -> None:
    """Let the collector pass over all that there is now, once a process. What is made later is looked through as ever."""
    gc.set_threshold(*EVERY)
    gc.freeze()
