"""Days and months by name: "3 March 2021", "the third of March", "March", "last March", "March 19" (two readings)."""

from __future__ import annotations

from dataclasses import replace

from interview.understanding import calendar_words as words
from interview.understanding.clock import valid
from interview.understanding.date_words import DateWords
from interview.understanding.span import Span, a_day, a_month, either


def day_and_month(at: DateWords, place: int) -> tuple[Span, int] | None:
    """Read a day with its month, and its year if it was said."""
    found = at.day_number(place)
    if found is not None:
        number, end, _ = found
        end = at.is_of(end)
        name = words.MONTHS.get(at.word(end))
        if name is None:
            return None
        return _dated_span(at, name, number, end + 1)
    name = words.MONTHS.get(at.word(place))
    if name is None:
        return None
    after = place + 1
    found = at.day_number(after)
    if found is None or (at.number(after) in (19, 20) and at.year_number(after) is not None):
        return None
    number, end, ordinal = found
    if at.word(end) in words.DAYS or at.is_ago(end):
        return None
    followed = at.year_after(end)
    if followed is not None or ordinal:
        return _dated_span(at, name, number, end)
    if valid(2000, name, number) is None:
        return either(), end
    shown = at.clock.latest_day(name, number).isoformat()
    short = at.said[end - 1].text
    if len(short) == 2 and short.isdigit():
        return either(shown, f"{at.clock.full_year(int(short), name):04d}-{name:02d}"), end
    return _dated_span(at, name, number, end)


def _dated_span(at: DateWords, name: int, number: int, end: int) -> tuple[Span, int]:
    followed = at.year_after(end)
    if followed is None:
        if valid(2000, name, number) is None:
            return either(), end
        return replace(a_day(at.clock.latest_day(name, number)), month_alone=name), end
    date = valid(followed[0], name, number)
    return (replace(a_day(date), year=followed[0]) if date is not None else either()), followed[1]


def month_named(at: DateWords, place: int) -> tuple[Span, int] | None:
    """Read a month, with its year or the latest one not after today."""
    which = at.word(place) if at.word(place) in ("last", "this", "next", "past") else ""
    here = place + 1 if which else place
    name = words.MONTHS.get(at.word(here))
    if name is None or (at.word(here) in ("may", "mar", "march") and _is_verb(at, here)):
        return None
    followed = at.year_after(here + 1)
    if followed is not None and not which:
        return a_month(followed[0], name), followed[1]
    if at.is_before_last(here + 1) and not which:
        latest = at.clock.latest_month(name)
        if latest == at.clock.day().year:
            return either(f"{latest - 1:04d}-{name:02d}", f"{latest - 2:04d}-{name:02d}"), here + 3
        return a_month(latest - 1, name), here + 3
    if which in ("last", "past"):
        today = at.clock.day()
        if name < today.month:
            return either(f"{today.year:04d}-{name:02d}", f"{today.year - 1:04d}-{name:02d}"), here + 1
        return a_month(today.year - 1, name), here + 1
    if which == "next":
        today = at.clock.day()
        return a_month(today.year if name > today.month else today.year + 1, name), here + 1
    number = at.clock.day().year if which else at.clock.latest_month(name)
    return a_month(number, name, said_year=bool(which), alone=not which), here + 1


def _is_verb(at: DateWords, place: int) -> bool:
    return at.word(place) == "may" and at.word(place + 1) in ("have", "be", "not", "well", "as")
