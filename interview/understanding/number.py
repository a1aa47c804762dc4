"""A number, as people say it: "about six and a half", "a dozen", "not more than two", "none"."""

from __future__ import annotations

from collections.abc import Sequence

from interview.understanding.amount import Amounts
from interview.understanding.amounts import read_amounts
from interview.understanding.asked import Asked
from interview.understanding.corrections import read_corrected
from interview.understanding.marks import marked
from interview.understanding.outcome import from_amounts, turns
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
        if _is_lone_part(part):
            return asked.not_understood()
        if any(token.text == "/" for token in amounts.rest) or turns(amounts.rest, _HARMLESS):
            return asked.not_understood()
        return from_amounts(asked.text, amounts, minimum=asked.minimum, maximum=asked.maximum)

    return read_corrected(with_minus(marked(said)), once)


def _is_lone_part(said: Sequence[Token]) -> bool:
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
