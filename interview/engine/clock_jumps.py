"""A clock that was changed: noticed where an event would be dated before the one it follows, or under another offset.

Events are ordered by their number alone; their times only inform, and a reader must know where they cannot be compared. A clock that
was put forward cannot be told from time that passed; it is noticed when it is put right.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from interview.engine.record_events import ClockJumped

TOLERATED: Final = dt.timedelta(minutes=1)
"""A clock that is kept right over the network is set back by less than this; our own choice."""


def first_jump(times: Sequence[str]) -> ClockJumped | None:
    """Return the first jump among times in the order of their events; None where the clock ran."""
    return next((jump for before, after in pairwise(times) if (jump := jump_between(before, after)) is not None), None)


def jump_between(before: str, after: str) -> ClockJumped | None:
    """Return the jump from one event's time to the next one's, both ISO 8601; None where there is none, or a time is none."""
    try:
        then, now = dt.datetime.fromisoformat(before), dt.datetime.fromisoformat(after)
        is_back, is_elsewhere = then - now > TOLERATED, then.utcoffset() != now.utcoffset()
    except (ValueError, TypeError, OverflowError):
        return None
    return ClockJumped(before=before, after=after) if is_back or is_elsewhere else None
