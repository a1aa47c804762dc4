"""A date, no more exact than what was said: "spring 2019", "two years ago", "3/4/2021" (asked back)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from interview.understanding import calendar_words as words
from interview.understanding.asked import Asked
from interview.understanding.clock import NeedsToday
from interview.understanding.counted_things import counts_instead_of_dating
from interview.understanding.date_spans import Found, find
from interview.understanding.outcome import turns
from interview.understanding.span import Span, a_month
from interview.understanding.tokens import Token
from interview.understanding.understood import Understood

_LIMITS: Final = {"before": "before", "after": "after", "by": "by", "prior": "before", "following": "after"}
_FLAGS: Final = {"hedge", "perhaps", "approximate", "filler", "between", "correction", "so_far_ago"}
_HARMLESS: Final = frozenset(
    {"since", "in", "on", "at", "during", "first", "when", "last", "after", "before", "then", "now", "if", "while", "but"}
)
_BIRTH: Final = {"born", "birthday", "aged", "age"}
_MOVING: Final = {"ramadan", "passover", "diwali", "eid"}
"""Feast days that move through the year: which month is asked back."""
_LIFE: Final = {"age", "aged", "old", "born", "birthday", "child", "kid", "teenager", "school", "university", "college"}


def read(asked: Asked, said: Sequence[Token]) -> Understood:
    """Return the date, or the range of days if a span was named."""
    try:
        found = find(said, asked.today)
    except NeedsToday:
        return asked.not_understood()
    found = _said_instead(_last_version(found))
    spans = list(found.spans)
    rest = [part for part in found.parts if isinstance(part, Token)]
    if _stand_side_by_side(found):
        return asked.not_understood()
    if not spans or len(spans) > 3 or _is_turned(rest, spans) or _is_part_of_another(found) or _is_a_count(found):
        return asked.not_understood()
    hedged = any(part.text in ("hedge", "perhaps", "?") for part in rest)
    approximate = any(part.text == "approximate" or (part.kind == "sign" and part.text == "~") for part in rest) or any(
        span.approximate for span in spans
    )
    distinct = list(dict.fromkeys(in_one_year(found)))
    if any(span.value is None and span.first is None and span.last is None and not span.candidates for span in distinct):
        return asked.not_understood()
    if len(distinct) == 1:
        return _one(asked, distinct[0], _limit(found), approximate, hedged)
    if len(distinct) > 2 or any(span.candidates for span in distinct):
        return asked.not_understood()
    return _range(asked, _span_of(distinct), approximate, hedged)


def _said_instead(found: Found) -> Found:
    """Read "not 2019, 2020", "not in 2019, in 2020" as what is said instead of what is denied."""
    parts = tuple(part for part in found.parts if isinstance(part, Span) or part.text not in ("in", "on"))
    denied = len(parts) > 2 and isinstance(parts[0], Token) and parts[0].text == "not" and isinstance(parts[1], Span)
    if not denied or len(found.spans) != 2 or not isinstance(parts[2], Token) or parts[2].text not in (",", ";", "but", "-"):
        return found
    return Found(tuple(part for part in parts[3:] if isinstance(part, Span) or part.text not in ("but", "rather")))


def _stand_side_by_side(found: Found) -> bool:
    """Tell whether two dates follow each other with nothing that joins them ("a week ago Monday")."""
    plain = [part for part in found.parts if isinstance(part, Span) or part.text != "in"]
    return any(isinstance(one, Span) and isinstance(two, Span) for one, two in pairwise(plain))


def _is_turned(rest: Sequence[Token], spans: Sequence[Span]) -> bool:
    kept = [
        token
        for token in rest
        if token.kind == "word" or (token.kind == "mark" and token.text not in _FLAGS and token.said not in ("until", "till", "up to"))
    ]
    numbers = [token for token in rest if token.kind == "number"]
    lived = any(token.text in _LIFE and (token.text in _BIRTH or not any(span.year for span in spans)) for token in rest)
    return (
        bool(numbers) or lived or turns(kept, _HARMLESS) or any(token.kind == "word" and token.text in ("not", "never") for token in kept)
    )


def _is_part_of_another(found: Found) -> bool:
    """Tell whether a unit or an ordinal is left that no date took up ("the day after", "within the last year")."""
    for part, after in zip(found.parts, (*found.parts[1:], None), strict=True):
        if not isinstance(part, Token) or part.kind != "word":
            continue
        names_the_span = (isinstance(after, Span) and part.text in ("day", "month", "year")) or (
            isinstance(after, Token) and after.text == "of"
        )
        if part.text in _MOVING or (part.text in words.DAYS and not names_the_span):
            return True
        if part.text in ("st", "nd", "rd", "th") or words.ORDINALS.get(part.text, 1) > 1:
            return True
    return False


def _is_a_count(found: Found) -> bool:
    """Tell whether a bare year counts what is named right behind it ("2000 calories")."""
    return any(
        isinstance(year, Span)
        and isinstance(after, Token)
        and after.kind == "word"
        and counts_instead_of_dating(year.value or "", after.text)
        for year, after in pairwise(found.parts)
    )


def _limit(found: Found) -> str:
    plain = [part for part in found.parts if not (isinstance(part, Token) and part.text == "the")]
    for before, after in pairwise(plain):
        if isinstance(before, Token) and isinstance(after, Span) and before.kind == "word" and before.text in _LIMITS:
            return _LIMITS[before.text]
        if isinstance(before, Token) and isinstance(after, Span) and before.said in ("until", "till", "up to"):
            return "by"
    return ""


def _one(asked: Asked, span: Span, limit: str, approximate: bool, hedged: bool) -> Understood:
    if span.candidates:
        if len(span.candidates) == 1:
            return Understood("understood", asked.text, span.candidates[0], approximate=approximate, hedged=hedged)
        return Understood("ambiguous", asked.text, approximate=approximate, hedged=hedged, candidates=span.candidates)
    first, last = span.first, span.last
    if limit and first is not None and last is not None:
        one_day = dt.timedelta(days=1)
        ends = {"before": (None, first - one_day), "after": (last + one_day, None), "by": (None, last)}[limit]
        return _range(asked, Span(*ends, None), approximate, hedged)
    if span.value is None:
        return _range(asked, span, approximate, hedged)
    ends_shown = (_iso(first), _iso(last)) if span.ranged else None
    return Understood("understood", asked.text, span.value, range=ends_shown, approximate=approximate, hedged=hedged)


def _range(asked: Asked, span: Span, approximate: bool, hedged: bool) -> Understood:
    return Understood("understood", asked.text, range=(_iso(span.first), _iso(span.last)), approximate=approximate, hedged=hedged)


def _iso(date: dt.date | None) -> str | None:
    return None if date is None else date.isoformat()


def in_one_year(found: Found) -> tuple[Span, ...]:
    """Return the spans, a month without a year taking the year of the one it is joined to ("March to June 2021")."""
    spans = list(found.spans)
    for place, span in enumerate(spans):
        if not span.month_alone or span.year:
            continue
        partner = next((other for other in spans[place + 1 :] if other.year and other.value is not None), None)
        later = partner is not None
        if partner is None and place and (spans[place - 1].year or spans[place - 1].month_alone):
            partner = spans[place - 1]
        if partner is None or partner.first is None:
            continue
        year_number = partner.first.year
        if later and partner.value is not None and len(partner.value) >= 7 and span.month_alone > partner.first.month:
            year_number -= 1
        if not later and span.month_alone < partner.first.month and not _is_choice(found):
            year_number += 1
        spans[place] = _moved(span, year_number)
    return tuple(spans)


def _is_choice(found: Found) -> bool:
    return any(isinstance(part, Token) and part.text in ("or", "perhaps") for part in found.parts)


def _moved(span: Span, year_number: int) -> Span:
    whole = a_month(year_number, span.month_alone)
    if span.first is None or span.last is None or span.value is None:
        return span
    if len(span.value) == 10:
        moved = dt.date(year_number, span.first.month, min(span.first.day, whole.last.day if whole.last else 28))
        return Span(moved, moved, moved.isoformat(), year=year_number)
    if span.ranged:
        value = whole.value if len(span.value) == 7 else f"{year_number:04d}"
        return replace(span, first=_in_year(span.first, year_number), last=_in_year(span.last, year_number), value=value, year=year_number)
    return replace(whole, approximate=span.approximate)


def _in_year(date: dt.date, year_number: int) -> dt.date:
    """Return the same day of another year; the 29th of February becomes the 28th where there is none."""
    last = a_month(year_number, date.month).last
    return date.replace(year=year_number, day=date.day if last is None else min(date.day, last.day))


def _span_of(spans: Sequence[Span]) -> Span:
    firsts = [span.first for span in spans]
    lasts = [span.last for span in spans]
    known_firsts = [first for first in firsts if first is not None]
    known_lasts = [last for last in lasts if last is not None]
    return Span(
        min(known_firsts) if len(known_firsts) == len(firsts) else None,
        max(known_lasts) if len(known_lasts) == len(lasts) else None,
        None,
        ranged=True,
    )


def _last_version(found: Found) -> Found:
    """Keep what follows the last self-correction; a month alone takes the year said before."""
    for place in range(len(found.parts) - 1, 0, -1):
        part = found.parts[place]
        corrects = isinstance(part, Token) and (part.text == "correction" or (part.kind == "word" and part.text == "no"))
        before, after = Found(found.parts[:place]), Found(found.parts[place + 1 :])
        if not corrects or not before.spans or not after.spans:
            continue
        years = [span.year for span in before.spans if span.year]
        kept = tuple(
            _moved(each, years[-1]) if isinstance(each, Span) and each.month_alone and not each.year and years else each
            for each in after.parts
        )
        return Found(kept)
    return Found(tuple(part for part in found.parts if not (isinstance(part, Token) and part.text == "correction")))
