"""A length of time as it was said: a value that was turned into the unit of its question comes back as months or years.

Nothing is rounded that was said: `eight months` is kept as 34.79 weeks and shown as 8 months; six and a half hours stay 6.5 hours.
"""

from __future__ import annotations

from typing import Final

from interview.language import _, pgettext
from interview.views.locale import number

UNITS: Final = {
    "minutes": (_("minute"), _("minutes")),
    "hours": (_("hour"), _("hours")),
    "days": (pgettext("a length of time", "day"), _("days")),
    "weeks": (_("week"), _("weeks")),
    "months": (_("month"), _("months")),
    "years": (_("year"), _("years")),
}
"""What one and several of a unit are called."""

IN_DAYS: Final = {"years": 365.25, "months": 30.4375, "weeks": 7.0, "days": 1.0, "hours": 1 / 24, "minutes": 1 / 1440}
"""Days of a unit, as the reading of durations counts them."""

ROUND_IN: Final = (("years", 1.0), ("months", 1.0), ("months", 0.5), ("days", 1.0), ("hours", 1.0))
"""Units in which a length of time from weeks on may have been said, with the step, the likelier first."""

MOST: Final = {"days": 14, "hours": 36}
"""Up to how many of a short unit people count; beyond, such a number would be more exact than what was said."""

CLOSE: Final = 0.001
"""How far a value may lie from a whole or a half, as a part of it, and still be that one: values are kept to three decimals."""


def duration_words(value: float, unit: str | None) -> str:
    """Return a length of time in the unit in which it is round; in its own, with few figures, where it is round in none."""
    if unit not in IN_DAYS:
        return number(value)
    if has_decimals(value, 1):
        return counted(value, unit)
    if unit in ("hours", "minutes"):
        minutes = value * 60
        in_minutes = unit == "hours" and value < 1 and abs(minutes - round(minutes)) <= CLOSE * 60
        return counted(round(minutes), "minutes") if in_minutes else counted(value if has_decimals(value, 2) else round(value, 1), unit)
    for other, step in ROUND_IN:
        there = value * IN_DAYS[unit] / IN_DAYS[other]
        near = round(there / step) * step
        if 0 < near <= MOST.get(other, near) and abs(there - near) <= CLOSE * near:
            return counted(near, other)
    return counted(value if has_decimals(value, 2) else round(value, 1 if abs(value) < 10 else 0), unit)


def counted(value: float, unit: str) -> str:
    """Return a number with its unit, one or several."""
    one, many = UNITS[unit]
    return f"{number(value)} {one if value == 1 else many}"


def has_decimals(value: float, most: int) -> bool:
    """Return whether a number has no more decimals than these."""
    return abs(value - round(value, most)) < 1e-9
