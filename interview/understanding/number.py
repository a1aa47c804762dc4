"""A number, as people say it: "about six and a half", "a dozen", "not more than two", "none"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from interview.understanding.amount import Amounts
from interview.understanding.amounts import read_amounts
from interview.understanding.asked import Asked
from interview.understanding.corrections import read_corrected
from interview.understanding.counted_things import NAMED_AS_ASKED, counts_a_thing, counts_two_things, says_every_one
from interview.understanding.dates_beside import without_dates
from interview.understanding.marks import marked
from interview.understanding.outcome import from_amounts, settled, turns
from interview.understanding.tokens import Token
from interview.understanding.understood import Understood

ZEROS = frozenset({"nothing", "never"})
_HARMLESS = frozenset({"so_far_ago", "times", "never", "each", "every", "per", "now", "both", "last"})


def zero(text: str, amounts: Amounts, marks: frozenset[str] = ZEROS) -> Understood | None:
    """Return 0 for "none" and its like, when no number stands beside it."""
    if amounts.found or not any(token.kind == "mark" and token.text in marks for token in amounts.rest):
        return None
    others = [token for token in amounts.rest if token.kind == "mark" and token.text not in marks]
    if others or len(amounts.rest) > 9 or any(token.text in ("but", "except", "until", "before") for token in amounts.rest):
        return None
    return Understood("understood", text, 0, approximate=amounts.approximate, hedged=amounts.hedged)


def read(asked: Asked, said: Sequence[Token]) -> Understood:
    """Return the number."""

    def once(part: Sequence[Token]) -> Understood:
        amounts = read_amounts(part)
        nothing = zero(asked.text, amounts)
        if nothing is not None:
            within = (asked.minimum is None or asked.minimum <= 0) and (asked.maximum is None or asked.maximum >= 0)
            return nothing if within else asked.not_understood()
        if is_lone_part(part) or says_every_one(part) or counts_two_things(part):
            return asked.not_understood()
        if (none_or := _or_none(asked, part)) is not None:
            return none_or
        if any(token.text == "/" for token in amounts.rest) or turns(amounts.rest, _HARMLESS):
            return asked.not_understood()
        if counts_a_thing(part, amounts, NAMED_AS_ASKED.__contains__):
            return asked.not_understood()
        return from_amounts(asked.text, amounts, minimum=asked.minimum, maximum=asked.maximum)

    said = without_dates(said)
    left = without_denominator(marked(_grouped(said)), asked.maximum) if asked.maximum is not None else marked(_grouped(said))
    return either_thousands(asked, read_corrected(with_minus(left or marked(_grouped(said))), once))


def _or_none(asked: Asked, said: Sequence[Token]) -> Understood | None:
    """Read "one or none", "none or two": from nothing to the number."""
    plain = [token for token in said if token.kind != "sign"]
    if len(plain) != 3 or plain[1].text not in ("or", "to"):
        return None
    numbers = [token for token in plain if token.kind == "number"]
    nothing = any(token.kind == "mark" and token.text in ZEROS for token in plain)
    if len(numbers) != 1 or not nothing or (asked.minimum or 0) > 0:
        return None
    return Understood("understood", asked.text, range=(0, settled(numbers[0].value)), approximate=numbers[0].approximate)


def without_denominator(said: Sequence[Token], highest: float) -> tuple[Token, ...] | None:
    """Take away "out of 10" and "/10"; nothing if the denominator is another."""
    kept: list[Token] = []
    place = 0
    while place < len(said):
        token = said[place]
        divides = (
            token.text == "/" or token.said == "out of" or (token.text == "out" and place + 1 < len(said) and said[place + 1].text == "of")
        )
        over = place + 2 if token.text == "out" else place + 1
        if divides and over < len(said) and said[over].kind == "number":
            if said[over].value != highest:
                return None
            place = over + 1
            continue
        kept.append(token)
        place += 1
    return tuple(kept)


_POINT_OR_THOUSANDS: Final = re.compile(r"[1-9]\d{0,2}\.\d\d0")
"""One number whose point may mark thousands ("1.500")."""


def either_thousands(asked: Asked, answer: Understood) -> Understood:
    """Ask back where a point may mark decimals or thousands."""
    read = answer.value
    one = isinstance(read, int | float) and len(re.findall(r"\d+", asked.text)) == 2
    if not one or not isinstance(read, int | float) or not _POINT_OR_THOUSANDS.search(asked.text):
        return answer
    return replace(answer, status="ambiguous", value=None, candidates=(read, settled(read * 1000)))


def is_negative(text: str) -> bool:
    """Tell whether an amount below nothing was typed ("-6 weeks")."""
    return re.match(r"\s*[-\u2212]\d", text) is not None


def _grouped(said: Sequence[Token]) -> tuple[Token, ...]:
    """Read groups of three digits with blanks between ("1 500") as one number."""
    joined: list[Token] = []
    for token in said:
        last = joined[-1] if joined else None
        whole = last is not None and last.kind == token.kind == "number" and last.text.isdigit() and token.text.isdigit()
        if last is not None and whole and len(token.text) == 3 and (len(last.text) <= 3 or last.said == "grouped") and last.value:
            value = last.value * 1000 + token.value
            joined[-1] = Token("number", f"{last.text}{token.text}", value, said="grouped")
        else:
            joined.append(token)
    return tuple(joined)


def is_lone_part(said: Sequence[Token]) -> bool:
    """Tell whether only a part was said ("half", "about a third"), without what it is a part of."""
    numbers = [place for place, token in enumerate(said) if token.kind == "number"]
    if len(numbers) != 1 or said[numbers[0]].said != "part":
        return False
    return not any(token.kind == "word" for token in said[numbers[0] + 1 :]) or said[numbers[0] + 1].text == "the"


def with_minus(said: Sequence[Token]) -> tuple[Token, ...]:
    """Take a leading "-" up into its number."""
    if len(said) >= 2 and said[0].kind == "sign" and said[0].text == "-" and said[1].kind == "number":
        return (Token("number", f"-{said[1].text}", -said[1].value), *said[2:])
    return tuple(said)
