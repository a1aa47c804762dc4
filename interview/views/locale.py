"""Numbers, dates and times in words, the same in every face, in the language spoken; nothing reads the machine's locale or clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from interview.language import _, ngettext, pgettext

MONTHS: Final = (
    _("January"), _("February"), _("March"), _("April"), _("May"), _("June"),
    _("July"), _("August"), _("September"), _("October"), _("November"), _("December"),
)  # fmt: skip
DECIMALS: Final = 2
"""Decimal places of a number that was computed (a duration from other units)."""

DECIMAL_SIGN: Final = pgettext("between whole and parts of a number", ".")

SHORT: Final = 7
"""Characters up to which a number below 1 was said so (0.125 mg), and not computed."""


def number(value: float) -> str:
    """Return a number without trailing zeros: 6.0 → `6`, 6.5233 → `6.52`; below 1, as many figures as were said: 0.125 stays."""
    text = f"{value:.10g}" if 0 < value < 1 and "e" not in f"{value:.10g}" and len(f"{value:.10g}") < SHORT else ""
    text = text or f"{value:.{DECIMALS}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text.replace(".", DECIMAL_SIGN)


AND: Final = _("and")
OR: Final = _("or")


def listed(words: Sequence[str], last: str = AND) -> str:
    """Return words as a list in a sentence: `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def day(date: str) -> str:
    """Return a date, no more exact than it is: `2019` → `2019`, `2019-03` → `March 2019`, `2019-03-05` → `5 March 2019`."""
    parts = date[:10].split("-")
    if not all(part.isdigit() for part in parts) or not 1 <= len(parts) <= 3:
        return date
    if len(parts) == 1:
        return parts[0]
    if not 1 <= int(parts[1]) <= len(MONTHS):
        return date
    month = f"{MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return month if len(parts) == 2 else f"{int(parts[2])} {month}"


def time_of_day(at: str) -> str:
    """Return the clock time of an event, as it was where it happened: `14:02:11`."""
    return at[11:19]


def moment(at: str) -> str:
    """Return day and minute of an event: `5 March 2026, 14:02`; what is no moment comes back as it is."""
    return f"{day(at)}, {at[11:16]}" if len(at) >= 16 and at[10] == "T" else day(at)


def ago(at: str, now: dt.datetime) -> str:
    """Return how long ago an event was, in one unit: `12 minutes ago`; a later one than now is `just now`."""
    try:
        then = dt.datetime.fromisoformat(at)
    except ValueError:
        return _("some time ago")
    if (then.tzinfo is None) is not (now.tzinfo is None):
        then = then.replace(tzinfo=now.tzinfo)
    seconds = (now - then).total_seconds()
    days, hours, minutes = int(seconds // 86_400), int(seconds // 3_600), int(seconds // 60)
    if days > 0:
        return ngettext("{n} day ago", "{n} days ago", days).format(n=days)
    if hours > 0:
        return ngettext("{n} hour ago", "{n} hours ago", hours).format(n=hours)
    if minutes > 0:
        return ngettext("{n} minute ago", "{n} minutes ago", minutes).format(n=minutes)
    return _("just now")
