"""A place on a scale, whole numbers only: "I'd say a seven", "8 out of 10", "between 3 and 4" (asked back)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from interview.understanding.amounts import read_amounts
from interview.understanding.asked import Asked
from interview.understanding.corrections import read_corrected
from interview.understanding.listed import listed
from interview.understanding.marks import marked
from interview.understanding.number import is_lone_part, with_minus, without_denominator, zero
from interview.understanding.outcome import from_amounts, turns
from interview.understanding.tokens import Token
from interview.understanding.understood import Understood

LOWEST: Final = 0.0
HIGHEST: Final = 10.0
_BESIDE = frozenset(
    listed(
        """
        to | through | score | number | rating | mark | level | scale | point | points | out | on | of | like | a | the | that |
        is | it | at | and |
        today | for | me | right | really | now | this | week | so | i | honestly | or | strong | solid | good | definitely | easily |
        please | yes | well | just | only | oh | um | er | hmm
        """
    )
)


def read(asked: Asked, said: Sequence[Token]) -> Understood:
    """Return the place on the scale; without bounds it runs from 0 to 10."""
    unbounded = asked.minimum is None and asked.maximum is None
    lowest = LOWEST if asked.minimum is None else asked.minimum
    highest = HIGHEST if unbounded or asked.maximum is None else asked.maximum
    left = without_denominator(said if _has_half(said) is None else marked(said), highest)
    if left is not None:
        left = without_denominator(with_minus(marked(left)), highest)
    if left is None:
        return asked.not_understood()
    return read_corrected(left, lambda part: _once(asked, part, lowest, highest))


def _has_half(said: Sequence[Token]) -> int | None:
    """Return the place of "1/2" behind a number ("7 1/2"), which is no denominator."""
    for place in range(len(said) - 3):
        if said[place].kind == "number" and [token.text for token in said[place + 1 : place + 4]] == ["1", "/", "2"]:
            return place
    return None


_NOW_AND_THEN: Final = frozenset(listed("better | worse | higher | lower | up | down | same | improved | less | more"))


_UNCHANGED: Final = frozenset({("no", "change"), ("no", "different"), ("no", "difference"), ("not", "changed")})


def _without_comparison(said: Sequence[Token]) -> tuple[Token, ...]:
    """Take away what compares the number with another time ("3, better than it was"): no number stands in it."""
    for place in range(1, len(said) - 1):
        after = said[place + 1 :]
        led = (
            tuple(token.text for token in after[:2]) in _UNCHANGED
            or after[0].text in _NOW_AND_THEN
            or after[0].said in _NOW_AND_THEN
            or (len(after) > 1 and after[1].text in _NOW_AND_THEN)
        )
        if said[place].text in (",", ";", "-", "(", ".") and led and not any(token.kind == "number" for token in after):
            return tuple(said[:place])
    return tuple(said)


def _once(asked: Asked, said: Sequence[Token], lowest: float, highest: float) -> Understood:
    said = _without_comparison(said)
    amounts = read_amounts(said)
    nothing = zero(asked.text, amounts, frozenset({"nothing", "not_at_all"}))
    if nothing is not None:
        return nothing if lowest == 0 else asked.not_understood()
    if _has_a_period(said) or turns(amounts.rest, frozenset({"now"})) or _followed_by_a_thing(said) or is_lone_part(said):
        return asked.not_understood()
    if len(amounts.found) == 1 and (half := amounts.found[0].single) is not None and not half.is_integer():
        below, above = math.floor(half), math.ceil(half)
        if abs(half - below - 0.5) > 1e-9 or below < lowest or above > highest:
            return asked.not_understood()
        return Understood("ambiguous", asked.text, approximate=amounts.approximate, hedged=amounts.hedged, candidates=(below, above))
    if any(each.low is not None and not each.low.is_integer() for each in amounts.found):
        return asked.not_understood()
    answer = from_amounts(asked.text, amounts, minimum=lowest, maximum=highest, ranges_are_ambiguous=True)
    return answer if answer.status != "ambiguous" or len(answer.candidates) > 1 else asked.not_understood()


def _has_a_period(said: Sequence[Token]) -> bool:
    """Tell whether a number counts times in some period ("once a fortnight")."""
    return any(
        token.said == "times" and after.text in ("a", "an", "per", "every", "each")
        for token, after in pairwise(said)
        if token.kind == "number"
    )


def _followed_by_a_thing(said: Sequence[Token]) -> bool:
    """Tell whether the number counts something ("6 hours"), and so is no place on the scale."""
    for number, after in pairwise(said):
        if number.kind == "number" and after.kind == "word" and after.text not in _BESIDE:
            return True
        if number.kind == "number" and after.kind == "sign" and after.text in "%/":
            return True
    return False
