"""A day that is to come, in Italian: named days and stretches of time, said again as `coming` reads them. It reads no date itself."""

from __future__ import annotations

import re
from typing import Final

from interview.understanding.italian import in_english, plain

_NAMED: Final = {
    "oggi": "today",
    "stasera": "tonight",
    "oggi pomeriggio": "today",
    "piu tardi": "later today",
    "domani": "tomorrow",
    "domani mattina": "tomorrow morning",
    "domattina": "tomorrow morning",
    "domani pomeriggio": "tomorrow afternoon",
    "domani sera": "tomorrow",
    "dopodomani": "the day after tomorrow",
    "la settimana prossima": "next week",
    "la prossima settimana": "next week",
    "questa settimana": "this week",
    "il mese prossimo": "next month",
    "il prossimo mese": "next month",
}
_DAYS: Final = {
    "lunedi": "monday",
    "martedi": "tuesday",
    "mercoledi": "wednesday",
    "giovedi": "thursday",
    "venerdi": "friday",
    "sabato": "saturday",
    "domenica": "sunday",
}
_ON_A_DAY: Final = re.compile(r"(?:(?:il|la|entro|per|di|questo|questa|prossimo|prossima) )*([a-z]+)(?: (?:prossimo|prossima|che viene))?")
_IN_A_WHILE: Final = re.compile(r"(?:fra|tra|entro) (.{1,30})|(.{1,30}?) da (?:oggi|adesso|ora)")
_UNIT: Final = re.compile(r"giorn|settiman|mes[ei]|ann[oi]")


def named_in_english(said: str) -> str:
    """Return a named day as English says it; the words themselves where they name none."""
    bare = plain(said)
    day = _ON_A_DAY.fullmatch(bare)
    return _NAMED.get(bare) or (_DAYS.get(day[1]) if day is not None else None) or said


def while_in_italian(said: str) -> str | None:
    """Return the stretch of time within "fra due settimane"; None where no unit of whole days is said."""
    found = _IN_A_WHILE.fullmatch(said)
    stretch = (found[1] or found[2]) if found is not None else None
    return stretch if stretch is not None and _UNIT.search(stretch) else None


def date_in_english(said: str) -> str:
    """Return a day of a month as English says it (`30 november`); the words themselves where they are none."""
    return in_english("date", said) or said
