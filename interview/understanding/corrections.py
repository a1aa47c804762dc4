"""Self-corrections in amounts: "six, sorry, seven" is seven, and "six weeks, no, seven" is seven weeks.

The last reading wins; what it leaves unsaid (the unit, the period) it takes from the one before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from interview.understanding.tokens import Token
from interview.understanding.understood import Understood

_WEIGHTY_MARKS = {"vague", "nothing", "never"}
_HOW_OFTEN = {"hourly", "daily", "nightly", "weekly", "fortnightly", "monthly", "yearly", "annually"}
_LOOSE = {"no", "well", "oh", "um", "er", "and", "or"}


def _is_correction(token: Token) -> bool:
    return token.kind == "mark" and token.text == "correction"


def _has_amount(said: Sequence[Token]) -> bool:
    return any(
        token.kind == "number"
        or token.text in _HOW_OFTEN
        or token.text in ("every", "each")
        or (token.kind == "mark" and token.text in _WEIGHTY_MARKS)
        for token in said
    )


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


_DENIES: Final = {"not", "isnt", "wasnt"}
_BEFORE_DENIAL: Final = {"it", "is", "was", "that", "no", "i", "said", "well", ","}
_TURNS_TO: Final = {",", ";", "-", "but", "rather", "."}


def split_denied(said: Sequence[Token]) -> tuple[tuple[Token, ...], tuple[Token, ...]] | None:
    """Return what is denied and what is said instead: "not 50, 150", "not a seven, more like a five"."""
    if (last := _not_the_last(said)) is not None:
        return last
    start = next((place for place, token in enumerate(said) if token.text in _DENIES and token.kind == "word"), None)
    if start is None or any(token.text not in _BEFORE_DENIAL for token in said[:start]):
        return None
    for place in range(start + 1, len(said)):
        if said[place].text in _TURNS_TO and said[place].kind != "mark":
            before, after = said[start + 1 : place], said[place + 1 :]
            if _has_amount(before) and _has_amount(after) and not any(token.text in _DENIES for token in after):
                return without_corrections(before), _without_turn(without_corrections(after))
    return None


def _not_the_last(said: Sequence[Token]) -> tuple[tuple[Token, ...], tuple[Token, ...]] | None:
    """Return what is denied and what was said before it: "3 not 4", "six weeks, not seven"."""
    place = next((place for place, token in enumerate(said) if place and token.text == "not" and token.kind == "word"), None)
    if (
        place is None
        or not _has_amount(said[:place])
        or sum(token.kind == "number" for token in said[place:]) != 1
        or len(said) - place > 3
    ):
        return None
    return tuple(said[place + 1 :]), tuple(token for token in said[:place] if token.text not in (",", "-", ";"))


def _without_turn(said: Sequence[Token]) -> tuple[Token, ...]:
    """Take away the words that lead from what is denied to what is meant ("but rather", "more like")."""
    kept = list(said)
    while kept and (kept[0].text in ("but", "rather", "it", "is", "was", ",") or kept[0].said in ("more like", "closer to", "nearer")):
        kept.pop(0)
    return tuple(kept)


def _begins_amount(said: Sequence[Token], place: int) -> bool:
    while place < len(said) and (said[place].kind == "sign" or said[place].text in ("hedge", "approximate", "perhaps")):
        place += 1
    return place < len(said) and (said[place].kind == "number" or said[place].text in ("every", "each") or said[place].text in _HOW_OFTEN)


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
    parts = split(said) or split_denied(said)
    if parts is None:
        return read(without_corrections(said))
    before, after = parts
    if is_bare is not None and is_bare(after) and not is_bare(before) and any(token.kind == "number" for token in before):
        return read(spliced(before, after))
    return read(after)
