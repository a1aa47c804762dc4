"""What stands beside a duration and says something else: "a day" behind it, a dose, a clock time. Tokens in, tokens out."""

from __future__ import annotations

from collections.abc import Sequence

from interview.understanding.calendar_words import DAYS
from interview.understanding.dose_words import UNITS
from interview.understanding.tokens import Token

_A_DAY = {"day", "night", "evening", "morning"}


def without_dose(said: Sequence[Token]) -> tuple[Token, ...]:
    """Take away "at 100 mg", "on 50 mg", which says how much, not how long."""
    kept: list[Token] = []
    place = 0
    while place < len(said):
        led = said[place].text in ("at", "on", "of", "with")
        number = place + 1 if led else place
        strong = number + 1 < len(said) and said[number].kind == "number" and said[number + 1].text in UNITS
        if strong and not said[number + 1].text.startswith("m") and not led:
            strong = False
        if strong:
            place = number + 2
            continue
        kept.append(said[place])
        place += 1
    return tuple(kept) or tuple(said)


def without_per_day(said: Sequence[Token]) -> tuple[Token, ...]:
    """Take away "a day", "each night" behind an amount ("30 minutes a day")."""
    kept: list[Token] = []
    place = 0
    while place < len(said):
        per = said[place].text in ("a", "per", "each", "every", "/") and kept and kept[-1].text in DAYS
        if per and place + 1 < len(said) and said[place + 1].text in (*_A_DAY, "week"):
            place += 2
            continue
        if kept and kept[-1].text in DAYS and said[place].text in ("daily", "nightly"):
            place += 1
            continue
        kept.append(said[place])
        place += 1
    return tuple(kept)


def without_denied_unit(said: Sequence[Token]) -> tuple[Token, ...]:
    """Take away a unit that is only denied ("three months, not weeks"; "months, not weeks: three" stays as it is)."""
    for place in range(2, len(said) - 1):
        last = said[place + 1 :]
        if said[place].text == "not" and len(last) == 1 and last[0].text in DAYS and said[place - 1].text in (",", "-", ";", "and", *DAYS):
            return tuple(said[: place - 1 if said[place - 1].text not in DAYS else place])
    return tuple(said)


def clock_time(said: Sequence[Token]) -> tuple[Token, ...]:
    """Read "1:30" as an hour and a half."""
    read: list[Token] = []
    place = 0
    while place < len(said):
        number = said[place]
        if (
            number.kind == "number"
            and place + 2 < len(said)
            and said[place + 1].text == ":"
            and said[place + 2].kind == "number"
            and len(said[place + 2].text) == 2
            and said[place + 2].value < 60
        ):
            hours = number.value + said[place + 2].value / 60
            read.extend((Token("number", str(hours), hours), Token("word", "hours")))
            place += 3
            continue
        read.append(number)
        place += 1
    return tuple(read)
