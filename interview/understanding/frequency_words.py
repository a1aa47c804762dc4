"""Words of how often: periods, adverbs, days of the week counted."""

from __future__ import annotations

from typing import Final

from interview.understanding.calendar_words import (
    DAYS,
    DAYS_A_MONTH,
    DAYS_A_YEAR,
)
from interview.understanding.listed import listed

ADVERBS: Final = {
    "daily": 1.0,
    "nightly": 1.0,
    "weekly": 7.0,
    "fortnightly": 14.0,
    "monthly": DAYS_A_MONTH,
    "yearly": DAYS_A_YEAR,
    "annually": DAYS_A_YEAR,
    "hourly": 1 / 24,
    "quarterly": DAYS_A_YEAR / 4,
    "everyday": 1.0,
}


PERIODS: Final = DAYS | {
    "morning": 1.0,
    "mornings": 1.0,
    "evening": 1.0,
    "evenings": 1.0,
    "afternoon": 1.0,
    "afternoons": 1.0,
    "bedtime": 1.0,
}


A_WEEK: Final = {"weekday": 5.0, "weekdays": 5.0, "weekend": 2.0, "weekends": 2.0, "workday": 5.0, "workdays": 5.0}


EACH: Final = {"a", "an", "per", "each", "every", "/", "in", "the"}


DAY_PARTS = {"morning", "mornings", "afternoon", "afternoons", "evening", "evenings", "night", "nights", "lunchtime"}


THINGS = frozenset(
    listed(
        """
        times | time | x | day | days | night | nights | evening | evenings | morning | mornings | occasions | sessions | session
        """
    )
)
