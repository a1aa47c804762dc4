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
    "qod": 2.0,
    "eod": 2.0,
    "qam": 1.0,
    "qpm": 1.0,
    "qhs": 1.0,
    "qd": 1.0,
    "om": 1.0,
    "od": 1.0,
    "nocte": 1.0,
    "mane": 1.0,
    "bd": 1 / 2,
    "bid": 1 / 2,
    "tds": 1 / 3,
    "tid": 1 / 3,
    "qds": 1 / 4,
    "qid": 1 / 4,
}


PERIODS: Final = DAYS | {
    "morning": 1.0,
    "mornings": 1.0,
    "evening": 1.0,
    "evenings": 1.0,
    "afternoon": 1.0,
    "afternoons": 1.0,
    "bedtime": 1.0,
    "trimester": DAYS_A_YEAR / 4,
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
