"""Self-corrections in amounts: "six, sorry, seven" is seven, and "six weeks, no, seven" is seven weeks.

The last reading wins; what it leaves unsaid (the unit, the period) it takes from the one before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from interview.understanding.tokens import Token
from interview.understanding.understood import Understood

_WEIGHTY_MARKS = {"vague", "nothing", "never"}
_LOOSE = {"no", "well", "oh", "um", "er", "and", "or"}


def _is_correction(token: Token) -> bool:
    return token.kind == "mark" and token.text == "correction"


def _has_amount(said: Sequence[Token]) -> bool:
    return any(token.kind == "number" or (token.kind == "mark" and token.text in _WEIGHTY_MARKS) for token in said)


def without_corrections(said: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens without words of correction, where nothing is corrected."""
    return tuple(token for token in said if not _is_correction(token))


def split(said: Sequence[Token]) -> tuple[tuple[Token, ...], tuple[Token, ...]] | None:
    """Return what stands before and after the last correction, if both say an amount."""
    for place in range(len(said) - 1, 0, -1):
        token = said[place]
        plain_no = (
            token.kind == "word" and token.text == "no" and said[place - 1].kind in ("sign", "number") and _begins_amount(said, place + 1)
        )
        if _is_correction(token) or plain_no:
            before, after = said[:place], said[place + 1 :]
            if _has_amount(before) and _has_amount(after):
                return without_corrections(before), without_corrections(after)
    return None


def _begins_amount(said: Sequence[Token], place: int) -> bool:
    while place < len(said) and (said[place].kind == "sign" or said[place].text in ("hedge", "approximate", "perhaps")):
        place += 1
    return place < len(said) and said[place].kind == "number"


def spliced(before: Sequence[Token], after: Sequence[Token]) -> tuple[Token, ...]:
    """Return what was said before, with its last number replaced by what was said after."""
    places = [place for place, token in enumerate(before) if token.kind == "number"]
    values = [place for place in places if before[place].said != "times"]
    counts_times = any(token.said == "times" or token.text in ("times", "time", "x") for token in after)
    last = places[-1] if counts_times or not values else values[-1]
    tail = list(before[last + 1 :])
    while tail and (tail[-1].kind == "sign" or tail[-1].text in _LOOSE):
        tail.pop()
    return (*before[:last], *(token for token in after if token.kind != "sign" or token.text in "-/%+"), *tail)


def read_corrected(
    said: Sequence[Token], read: Callable[[Sequence[Token]], Understood], is_bare: Callable[[Sequence[Token]], bool] | None = None
) -> Understood:
    """Read the last version of an amount; a bare one takes the unit said before."""
    parts = split(said)
    if parts is None:
        return read(without_corrections(said))
    before, after = parts
    if is_bare is not None and is_bare(after) and not is_bare(before) and any(token.kind == "number" for token in before):
        return read(spliced(before, after))
    return read(after)
