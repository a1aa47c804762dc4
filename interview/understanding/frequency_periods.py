"""One period of a frequency: "a day", "every other week", "at weekends", "out of seven", as times a week."""

from __future__ import annotations

from collections.abc import Sequence

from interview.understanding.amount import Amount
from interview.understanding.amounts import read_amounts
from interview.understanding.calendar_words import (
    WEEKDAYS,
)
from interview.understanding.frequency_words import A_WEEK, ADVERBS, DAY_PARTS, EACH, PERIODS
from interview.understanding.tokens import Token


def _week_rate(days: float) -> Amount:
    return Amount(7 / days, 7 / days, True)


def interval(said: Sequence[Token], place: int) -> tuple[tuple[Amount, bool], int] | None:
    """Read "every other day", "every 3 days", "every week or two", "on alternate days", "every second week"."""
    word = said[place].text
    start = place + 1
    hourly = start + 1 if start < len(said) and said[start].text == "-" else start
    if said[place].kind == "number" and said[place].said != "times" and said[place].value > 0:
        return ((_week_rate(said[place].value / 24), True), hourly + 1) if hourly < len(said) and said[hourly].text == "hourly" else None
    if word in ("every", "each") and (parts := _parts_of_day(said, start)) is not None:
        return (_week_rate(1 / parts[0]), True), parts[1]
    if word == "alternate" and start < len(said) and said[start].text in PERIODS:
        return (_week_rate(2 * PERIODS[said[start].text]), True), start + 1
    every = word == "every" or (word == "away" and said[place].said == "every second")
    if not every or start >= len(said):
        return None
    if said[place].said == "every second" and said[start].text in PERIODS:
        return (_week_rate(2 * PERIODS[said[start].text]), True), start + 1
    ordinal = {"other": 2, "second": 2, "third": 3, "fourth": 4, "alternate": 2, "2nd": 2}.get(said[start].text)
    if ordinal and start + 1 < len(said) and _weekday(said[start + 1].text) is not None:
        return (_week_rate(ordinal * 7.0), True), start + 2
    if ordinal and start + 1 < len(said) and said[start + 1].text in PERIODS:
        return (_week_rate(ordinal * PERIODS[said[start + 1].text]), True), start + 2
    if (
        said[start].kind == "number"
        and start + 2 < len(said)
        and said[start + 1].text in ("nd", "rd", "th")
        and said[start + 2].text in PERIODS
        and said[start].value
    ):
        return (_week_rate(said[start].value * PERIODS[said[start + 2].text]), True), start + 3
    if said[start].text == "single" and start + 1 < len(said) and said[start + 1].text in PERIODS:
        return (_week_rate(PERIODS[said[start + 1].text]), True), start + 2
    end = start
    while end < len(said) and (
        said[end].kind == "number"
        or said[end].text in PERIODS
        or said[end].text in ("or", "to", "-", "a", "an", "of", "perhaps", "approximate", "and")
    ):
        end += 1
    span = list(said[start:end])
    if span and span[0].text in PERIODS:
        span = [Token("number", "1", 1.0), *span]
    amounts = read_amounts(span, PERIODS)
    if len(amounts.found) == 1 and amounts.found[0].sized and amounts.found[0].low and amounts.found[0].high:
        amount = amounts.found[0]
        stop = start + amount.end - (1 if said[start].text in PERIODS else 0)
        if said[start].text in PERIODS and stop < start + 1:
            stop = start + 1
        rate = Amount(7 / (amount.high or 1), 7 / (amount.low or 1), True, approximate=amounts.approximate)
        return (rate, True), stop
    return None


def _parts_of_day(said: Sequence[Token], place: int) -> tuple[int, int] | None:
    """Read "morning and evening" behind "every": how many parts of the day, and where they end."""
    names: set[str] = set()
    end = here = place
    while here < len(said):
        word = said[here].text
        if word in DAY_PARTS:
            names.add(word.removesuffix("s"))
            end = here + 1
        elif word not in ("and", "every", "each", ",", "&"):
            break
        here += 1
    return (len(names), end) if len(names) > 1 else None


def _weekday(word: str) -> int | None:
    """Return the number of a day of the week, "Mondays" too."""
    return WEEKDAYS.get(word, WEEKDAYS.get(word.removesuffix("s")))


def week_days(said: Sequence[Token], place: int) -> tuple[tuple[Amount, bool], int] | None:
    """Read "weekends", "on weekdays", "Mondays and Thursdays"."""
    word = said[place].text
    if word in A_WEEK and (
        place == 0 or said[place - 1].text in ("at", "on", "the", "over", "during", "every", "only", "each", "in", ",", "at_least")
    ):
        return (Amount(A_WEEK[word], A_WEEK[word], True), False), place + 1
    stem = word[:-1] if word.endswith("s") and word[:-1] in WEEKDAYS else word
    if stem not in WEEKDAYS or said[place].kind != "word":
        return None
    days = {WEEKDAYS[stem]}
    here = place + 1
    if here + 1 < len(said) and said[here].text in ("to", "-", "through") and (last := _weekday(said[here + 1].text)) is not None:
        count = float((last - WEEKDAYS[stem]) % 7 + 1)
        return (Amount(count, count, True), False), here + 2
    while here < len(said):
        number = _weekday(said[here].text)
        if number is not None:
            days.add(number)
        elif said[here].text not in ("and", ",", "&", "every", "/", "on"):
            break
        here += 1
    if said[here - 1].text == "every":
        here -= 1
    return (Amount(float(len(days)), float(len(days)), True), False), here


def days_of_seven(said: Sequence[Token], place: int) -> tuple[tuple[Amount, bool], int] | None:
    """Read "out of seven" behind a number of days."""
    joined = said[place].said == "out of"
    over = place + 1
    if said[place].text == "out" and over < len(said) and said[over].text == "of":
        joined, over = True, place + 2
    if joined and over < len(said) and said[over].kind == "number" and said[over].value == 7:
        return (Amount(1.0, 1.0, True), True), over + 1
    return None


def one_period(said: Sequence[Token], place: int, held: Sequence[Token]) -> tuple[tuple[Amount, bool], int] | None:
    """Read "a day", "per week", "daily", "/week", "in a month"."""
    word = said[place].text
    if word in ADVERBS and said[place].kind == "word":
        return (_week_rate(ADVERBS[word]), True), place + 1
    following = said[place + 1].text if place + 1 < len(said) else ""
    counted = word in ("x", "times") and bool(held) and held[-1].kind == "number"
    if counted and following in PERIODS and not following.endswith("s"):
        return (_week_rate(PERIODS[following]), True), place + 2
    if word == "in" and held and held[-1].said == "times" and place + 2 < len(said):
        count, unit = said[place + 1], said[place + 2].text
        if count.kind == "number" and count.value > 0 and unit in PERIODS and place + 3 == len(said):
            return (_week_rate(count.value * PERIODS[unit]), True), place + 3
    if word not in EACH or said[place].kind not in ("word", "sign"):
        return None
    here = place + 1
    while here < len(said) and said[here].text in ("a", "an", "each", "every", "single", "one"):
        here += 1
    if here < len(said) and said[here].text in PERIODS and not (word in ("in", "the") and here == place + 1):
        plural = said[here].text.endswith("s") and said[here].text not in ("hrs", "mins")
        follows_number = bool(held) and any(token.kind == "number" for token in held)
        if plural or (word in ("a", "an") and not follows_number and here == place + 1):
            return None
        if (
            here + 1 < len(said)
            and said[here + 1].text in ("or", "to")
            and here + 2 < len(said)
            and said[here + 2].kind == "number"
            and here + 3 >= len(said)
        ):
            return None
        return (_week_rate(PERIODS[said[here].text]), True), here + 1
    return None
