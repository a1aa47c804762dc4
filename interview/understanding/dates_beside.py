"""Dates that stand beside an amount say when, not how much: they are taken away before the amount is read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from interview.understanding.calendar_words import MONTHS, SEASONS
from interview.understanding.clock import LATEST, OLDEST
from interview.understanding.dose_words import UNITS
from interview.understanding.tokens import Token

_BEFORE_A_YEAR: Final = frozenset({"since", "in", "from", "until", "till", "before", "after", "by", "around"})
STRENGTHS_STEP: Final = 25
"""Doses of a gram and more are multiples of so many milligrams; a year that is none of them is no dose."""
LAST_DAY: Final = 31


def without_dates(said: Sequence[Token], *, years_alone: bool = False) -> tuple[Token, ...]:
    """Take away "since 2019", "August 2026" and "12 May", which say when, not how much; where asked, a year alone too."""
    kept: list[Token] = []
    for place, token in enumerate(said):
        after = said[place + 1].text if place + 1 < len(said) else ""
        when = bool(kept) and (kept[-1].text in _BEFORE_A_YEAR or kept[-1].said in _BEFORE_A_YEAR)
        if _is_year(token) and when:
            kept.pop()
            continue
        if token.kind == "number" and after not in UNITS and _is_of_a_date(said, place, token, years_alone):
            continue
        kept.append(token)
    return tuple(kept)


def _is_year(token: Token) -> bool:
    return token.kind == "number" and len(token.text) == 4 and token.text.isdigit() and OLDEST <= token.value <= LATEST


def _is_of_a_date(said: Sequence[Token], place: int, token: Token, years_alone: bool) -> bool:
    """Tell whether a number without a unit is a day or a year beside a month or a season, or a year by itself."""
    before = said[place - 1].text if place else ""
    after = said[place + 1].text if place + 1 < len(said) else ""
    behind = before in MONTHS or before in SEASONS or (before.isdigit() and place > 1 and said[place - 2].text in MONTHS)
    if _is_year(token) and (behind or (years_alone and token.value % STRENGTHS_STEP)):
        return True
    is_day = token.text.isdigit() and 1 <= token.value <= LAST_DAY
    return is_day and (before in MONTHS or (after in MONTHS and (after != "may" or place + 2 < len(said) or not place)))
