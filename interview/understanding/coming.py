"""A day that is to come: "tomorrow", "in a week", "next Monday", "30 November". Never a day that is past.

For an appointment, where the same words that mean a day in the past elsewhere mean the next one.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Final

from interview.language import current
from interview.understanding.coming_italian import date_in_english, named_in_english, while_in_italian
from interview.understanding.understand import understand

_DAYS: Final = {name.casefold(): number for number, name in enumerate(calendar.day_name)} | {
    name.casefold(): number for number, name in enumerate(calendar.day_abbr)
}
_ON_A_DAY: Final = re.compile(r"(?:on |by |next |this |this coming |coming )*([a-z]+)", re.IGNORECASE)
_IN_A_WHILE: Final = re.compile(r"(?:in |within )?(.{1,30}?)(?: from (?:now|today)| time|'s time|s' time)?", re.IGNORECASE)
_WITHOUT_A_YEAR: Final = re.compile(
    r"(?:on )?(?:the )?(?:(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9})|([a-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)?)", re.IGNORECASE
)
_MONTHS: Final = {
    name.casefold(): number for names in (calendar.month_name, calendar.month_abbr) for number, name in enumerate(names) if name
}
_GONE: Final = frozenset({"ago", "last", "past", "before", "since", "earlier"})
_LONGEST: Final = 60
_FARTHEST_DAYS: Final = 1_830
"""About five years; what is farther off is a slip of the keys."""


def coming_day(text: str, today: dt.date) -> dt.date | None:
    """Return the day that is meant, today or later; None where it is past, not a whole day, or not understood."""
    said = " ".join(text.split()).rstrip(".").casefold()
    if not said or len(said) > _LONGEST:
        return None
    if current() == "it":
        found = _in_italian(said, today)
    else:
        found = _named(said, today) or _in_a_while(said, today) or _of_a_month(said, today) or _dated(said, today)
    return found if found is not None and today <= found <= today + dt.timedelta(days=_FARTHEST_DAYS) else None


def _in_italian(said: str, today: dt.date) -> dt.date | None:
    stretch = while_in_italian(said)
    if stretch is not None:
        return _after(stretch, today)
    return _named(named_in_english(said), today) or _of_a_month(date_in_english(said), today) or _dated(said, today)


def _named(said: str, today: dt.date) -> dt.date | None:
    if said in ("today", "tonight", "later today"):
        return today
    if said in ("tomorrow", "tomorrow morning", "tomorrow afternoon"):
        return today + dt.timedelta(days=1)
    if said == "the day after tomorrow":
        return today + dt.timedelta(days=2)
    if said in ("next week", "this week", "next month"):
        return None
    day = _ON_A_DAY.fullmatch(said)
    if day is None or day[1] not in _DAYS:
        return None
    ahead = (_DAYS[day[1]] - today.weekday()) % 7
    return today + dt.timedelta(days=ahead or 7)


def _in_a_while(said: str, today: dt.date) -> dt.date | None:
    while_said = _IN_A_WHILE.fullmatch(said)
    if while_said is None or "/" in said or _GONE & {*said.split()}:
        return None
    return _after(while_said[1], today) if _says_a_unit(while_said[1]) else None


def _after(stretch: str, today: dt.date) -> dt.date | None:
    meant = understand("duration", stretch, unit="days")
    if meant.status != "understood" or not isinstance(meant.value, (int, float)) or meant.approximate or meant.missing is not None:
        return None
    return today + dt.timedelta(days=round(meant.value)) if 0 < meant.value < _FARTHEST_DAYS else None


def _says_a_unit(said: str) -> bool:
    return any(unit in said for unit in ("day", "week", "month", "fortnight", "year"))


def _of_a_month(said: str, today: dt.date) -> dt.date | None:
    found = _WITHOUT_A_YEAR.fullmatch(said)
    if found is None:
        return None
    day, month = int(found[1] or found[4]), _MONTHS.get(found[2] or found[3])
    if month is None:
        return None
    for year in range(today.year, today.year + 5):
        try:
            meant = dt.date(year, month, day)
        except ValueError:
            continue
        if meant >= today:
            return meant
    return None


def _dated(said: str, today: dt.date) -> dt.date | None:
    meant = understand("date", said, today=today)
    if meant.status != "understood" or meant.approximate or not isinstance(meant.value, str) or len(meant.value) != len("2026-03-31"):
        return None
    return dt.date.fromisoformat(meant.value)
