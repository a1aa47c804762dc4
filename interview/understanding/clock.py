"""`Clock`: the day on which an answer was given, and what "March" or "'98" mean on it. Never the machine's clock."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

OLDEST: Final = 1900
LATEST: Final = 2100
"""Years that a date may name."""


class NeedsToday(Exception):
    """The words can only be read on a given day, and none was given."""


def valid(year_number: int, month_number: int, day_number: int) -> dt.date | None:
    """Return the date, or nothing if there is none."""
    try:
        return dt.date(year_number, month_number, day_number)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Clock:
    """One day, or none."""

    today: dt.date | None

    def day(self) -> dt.date:
        """Return the day, or raise `NeedsToday`."""
        if self.today is None:
            raise NeedsToday
        return self.today

    def latest_month(self, number: int) -> int:
        today = self.day()
        return today.year if number <= today.month else today.year - 1

    def full_year(self, two_digits: int, month_number: int = 1, day_number: int = 1) -> int:
        today = self.day()
        for century in (today.year // 100 * 100, today.year // 100 * 100 - 100):
            date = valid(century + two_digits, month_number, day_number)
            if date is not None and date <= today:
                return century + two_digits
        return today.year // 100 * 100 - 100 + two_digits

    def latest_day(self, month_number: int, day_number: int) -> dt.date:
        today = self.day()
        for back in range(9):
            date = valid(today.year - back, month_number, day_number)
            if date is not None and date <= today:
                return date
        return today
