"""A duration in the asked unit: "six weeks", "a month and a half", "since March", "six to eight weeks".

A month is 30.4375 days, a year 365.25. A bare number is in the asked unit.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from interview.understanding.amount import Amounts
from interview.understanding.amounts import read_amounts
from interview.understanding.asked import Asked
from interview.understanding.calendar_words import DAYS, UNIT_DAYS
from interview.understanding.clock import LATEST, OLDEST, NeedsToday
from interview.understanding.corrections import read_corrected
from interview.understanding.date import in_one_year
from interview.understanding.date_spans import Found, find
from interview.understanding.duration_words import clock_time, without_denied_unit, without_dose, without_per_day
from interview.understanding.listed import listed
from interview.understanding.marks import marked
from interview.understanding.number import is_negative, zero
from interview.understanding.outcome import converted, from_amounts, settled, turns
from interview.understanding.span import Span
from interview.understanding.tokens import Token, tokens
from interview.understanding.understood import Understood

_HARMLESS = frozenset({"so_far_ago", "now", "last", "both", "while", "then", "when"})
_STARTS = {"since", "starting", "started", "began", "beginning"}
_ENDS = {"until", "till", "to", "-", "and", "through", "up to"}
_LIFE = {"off", "child", "kid", "school", "teenager", "born", "age", "aged", "birth", "baby", "married", "life", "childhood", "old"}


def read(asked: Asked, said: Sequence[Token]) -> Understood:
    """Return the duration in `asked.unit` (days, if none was asked)."""
    size = UNIT_DAYS.get(asked.unit or "days", 1.0)
    if is_negative(asked.text) or _is_written_fraction(said):
        return asked.not_understood()
    dated = _between_dates(asked, size)
    if dated is not None:
        return dated
    return read_corrected(clock_time(marked(without_denied_unit(said))), lambda part: _once(asked, part, size), _is_bare)


def _is_bare(said: Sequence[Token]) -> bool:
    return not any(token.text in DAYS for token in said)


def _once(asked: Asked, said: Sequence[Token], size: float) -> Understood:
    said = without_dose(said)
    absorbed = without_per_day(said)
    amounts = read_amounts(absorbed, DAYS)
    nothing = zero(asked.text, amounts)
    if nothing is not None:
        return nothing if not asked.minimum or asked.minimum <= 0 else asked.not_understood()
    if turns(amounts.rest, _HARMLESS) or any(token.text in "%/" or token.text in _LIFE for token in amounts.rest):
        return asked.not_understood()
    if any(not each.sized for each in amounts.found) and (_counts_something(absorbed) or _names_a_year(absorbed)):
        return asked.not_understood()
    if _is_mixed(amounts, absorbed):
        return asked.not_understood()
    if len(absorbed) != len(said) and any(each.smallest >= 1 for each in amounts.found):
        return asked.not_understood()
    if any((each.low or 0.0) < 0 for each in amounts.found) or _takes_away(said):
        return asked.not_understood()
    plain = all(not each.sized or abs(each.smallest - size) < 1e-9 for each in amounts.found)
    in_unit = tuple(each.times(1 / size) if each.sized else each for each in amounts.found)
    tidy = tuple({(each.low, each.high): each for each in in_unit}.values())
    return from_amounts(
        asked.text,
        replace(amounts, found=tidy),
        settled if plain else converted,
        minimum=asked.minimum,
        maximum=asked.maximum,
    )


def _is_written_fraction(said: Sequence[Token]) -> bool:
    """Tell whether "2/3 weeks" was typed, which may be two to three of them."""
    for place in range(len(said) - 3):
        above, slash, below, unit = said[place : place + 4]
        fraction = above.kind == below.kind == "number" and slash.text == "/" and unit.text in DAYS and unit.text.endswith("s")
        if fraction and (place == 0 or said[place - 1].kind != "number"):
            return True
    return False


def _takes_away(said: Sequence[Token]) -> bool:
    """Tell whether one time is taken from another ("two weeks shy of a year", "a year minus a month")."""
    return any(
        token.text in ("minus", "short") or (place and token.said.endswith("shy of") and said[place - 1].text in DAYS)
        for place, token in enumerate(said)
    )


def _is_mixed(amounts: Amounts, said: Sequence[Token]) -> bool:
    """Tell whether numbers and units were said that do not belong together ("week six", "once for six weeks", "half a lifetime")."""
    sized = [each.sized for each in amounts.found]
    loose = any(token.text in DAYS and token.kind == "word" for token in amounts.rest)
    parts = any(token.said in ("part", "times") for token in said)
    return loose or (any(sized) and not all(sized)) or (parts and not all(sized)) or any(token.said == "times" for token in said)


def _names_a_year(said: Sequence[Token]) -> bool:
    """Tell whether a bare number is rather a year than an amount ("from 2019")."""
    return any(token.kind == "number" and len(token.text) == 4 and OLDEST <= token.value <= LATEST for token in said)


def _counts_something(said: Sequence[Token]) -> bool:
    """Tell whether a bare number counts something that is no time ("6 sessions")."""
    beside = frozenset(
        listed(
            """
        or | and | to | of | in | all | for | now | is | it | a | the | i | that | altogether | at | maybe | on | so | because | since |
        as | with | then | really | honestly | me | right | well
        """
        )
    )
    pairs = pairwise(said)
    return any(
        number.kind == "number" and after.kind == "word" and after.text not in beside and after.text not in DAYS for number, after in pairs
    )


def _between_dates(asked: Asked, size: float) -> Understood | None:
    """Read "since March" and "from March to June 2021"; nothing if no date was named."""
    said = tokens(asked.text, decimals=False)
    if not any(token.text in _STARTS or token.text in _ENDS or token.text in ("from", "between") for token in said):
        return None
    try:
        found = find(said, _day_of(said, asked.today))
    except NeedsToday:
        return asked.not_understood() if any(token.text in _STARTS for token in said) else None
    spans = in_one_year(found)
    if len(spans) == 1 and spans[0].candidates and "since" in _joined(found) and asked.today is not None:
        return _since_either(asked, spans[0], asked.today, size)
    joined = _joined(found)
    if "since" in joined and not spans:
        amounts = read_amounts(marked(said), DAYS)
        return None if amounts.found and all(each.sized for each in amounts.found) else asked.not_understood()
    if not spans or any(span.first is None or span.last is None for span in spans) or _other_amounts(found):
        return None if not spans or "since" not in joined else asked.not_understood()
    if len(spans) == 1 and "since" in joined and asked.today is not None:
        return _since(asked, found, spans[0], asked.today, size)
    if "since" in joined and "or" in joined:
        return asked.not_understood()
    if len(spans) == 2 and joined & (_ENDS | {"from", "between", "since"}):
        return _from_to(asked, spans, size)
    return asked.not_understood() if "since" in joined else None


def _day_of(said: Sequence[Token], today: dt.date | None) -> dt.date | None:
    """Return the day from which dates are read: the end of the one year said, for both ends of a span in it ("May to August 2020")."""
    years = {int(token.text) for token in said if token.kind == "number" and len(token.text) == 4 and OLDEST <= token.value <= LATEST}
    words_said = {token.text for token in said}
    spans_on = bool(words_said & {"to", "until", "till", "through", "-", "and"}) and not words_said & {
        "since", "now", "today", "present", "ago", "last", "this", *_STARTS,
    }  # fmt: skip
    if len(years) != 1 or not spans_on:
        return today
    end = dt.date(years.pop(), 12, 31)
    return end if today is None or end < today else today


def _joined(found: Found) -> set[str]:
    words = {part.said or part.text for part in found.parts if isinstance(part, Token)}
    return words | ({"since"} if words & _STARTS else set())


def _other_amounts(found: Found) -> bool:
    rest = [part for part in found.parts if isinstance(part, Token)]
    return any(token.kind == "number" for token in rest) or any(
        token.text in _LIFE or token.text in ("not", "never", "but") for token in rest
    )


def _since(asked: Asked, found: Found, span: Span, today: dt.date, size: float) -> Understood:
    if span.first is None or span.first > today:
        return asked.not_understood()
    start = span.first
    exact = span.first == span.last
    marks = {part.text for part in found.parts if isinstance(part, Token) and part.kind == "mark"}
    value = converted((today - start).days / size)
    return Understood(
        "understood",
        asked.text,
        value,
        approximate=not exact or span.approximate or "approximate" in marks,
        hedged=bool(marks & {"hedge", "perhaps"}),
    )


def _since_either(asked: Asked, span: Span, today: dt.date, size: float) -> Understood:
    """Return both durations of a date that has two readings."""
    if not all(len(value) == 10 and dt.date.fromisoformat(value) <= today for value in span.candidates):
        return asked.not_understood()
    values = tuple(converted((today - dt.date.fromisoformat(value)).days / size) for value in span.candidates)
    return Understood("ambiguous", asked.text, candidates=values)


def _from_to(asked: Asked, spans: Sequence[Span], size: float) -> Understood:
    begun, ended = spans
    if begun.first is None or begun.last is None or ended.first is None or ended.last is None or begun.first > ended.last:
        return asked.not_understood()
    shortest = max((ended.first - begun.last).days, 0)
    longest = (ended.last - begun.first).days
    if shortest == longest:
        return Understood("understood", asked.text, converted(shortest / size))
    return Understood("understood", asked.text, range=(converted(shortest / size), converted(longest / size)))
