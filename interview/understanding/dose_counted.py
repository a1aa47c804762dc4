"""Doses said as a count of strengths: "two 75s", "2 x 75", "one and a half 50 mg tablets", "one fifty"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from interview.understanding.dose_words import PIECES, UNITS
from interview.understanding.tokens import Token


def without_forms(said: Sequence[Token]) -> tuple[Token, ...]:
    """Read "75s" as 75, and drop the release form behind a number ("150 XL")."""
    kept: list[Token] = []
    for token in said:
        behind = kept and (kept[-1].kind == "number" or kept[-1].text in UNITS)
        if behind and token.text in ("xl", "xr", "sr", "er", "cr", "mr", "la", "retard", "modified"):
            continue
        if token.text == "g" and len(kept) > 1 and kept[-1].text == "m" and kept[-2].kind == "number":
            kept[-1] = Token("word", "mg")
            continue
        if behind and token.text == "s" and kept[-1].kind == "number":
            kept.append(Token("word", "strength"))
            continue
        if behind and token.text == "'" and kept[-1].kind == "number":
            continue
        kept.append(token)
    return tuple(kept)


def side_by_side(said: Sequence[Token]) -> tuple[Token, ...]:
    """Join numbers in words that stand side by side: "one fifty" → 150, "three seventy five" → 375."""
    joined: list[Token] = []
    for token in said:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.kind == token.kind == "number"
            and last.said == token.said == "words"
            and 1 <= last.value <= 9
            and 10 <= token.value < 100
            and last.value.is_integer()
        ):
            value = last.value * 100 + token.value
            joined[-1] = Token("number", str(value), value, said="words")
        else:
            joined.append(token)
    return tuple(joined)


def added_strengths(said: Sequence[Token]) -> tuple[Token, ...]:
    """Add strengths that were counted one by one: "one tablet of 20 and one of 40" → 60."""
    total, at, pairs, unit = 0.0, 0, 0, ""
    while at < len(said):
        start = at
        while at < len(said) and said[at].text in ("and", ",", "plus", "+", "&", "i", "take", "a", "an"):
            at += 1
        count = said[at] if at < len(said) and said[at].kind == "number" else None
        place = at + 1 if count is not None else at
        place += place < len(said) and said[place].text in PIECES
        if (count is None and not pairs) or place + 1 >= len(said) or said[place].text != "of" or said[place + 1].kind != "number":
            at = start
            break
        many = 1.0 if count is None else count.value
        if not (0 < many <= 12 and (many * 2).is_integer()):
            return tuple(said)
        total, at, pairs = total + many * said[place + 1].value, place + 2, pairs + 1
        if at < len(said) and said[at].text in UNITS:
            if unit not in ("", said[at].text):
                return tuple(said)
            unit, at = said[at].text, at + 1
    if pairs < 2 or any(token.kind == "number" for token in said[at:]):
        return tuple(said)
    return (Token("number", f"{total:g}", total), Token("word", unit or "mg"), *said[at:])


def counted_doses(said: Sequence[Token]) -> tuple[tuple[Token, ...], bool]:
    """Multiply "two 75s", "2 x 75", "two tablets of 75 mg", "75 mg x 2" into one number."""
    numbers = [place for place, token in enumerate(said) if token.kind == "number"]
    for first, second in pairwise(numbers):
        between = [token.text for token in said[first + 1 : second]]
        if between[:1] in (["a"], ["an"]) and between[1:2] and between[1] in PIECES:
            between = between[1:]
        count, strength = said[first], said[second]
        sized_after = second + 1 < len(said) and (
            said[second + 1].text in UNITS
            or said[second + 1].text == "strength"
            or (said[second + 1].text == "-" and second + 2 < len(said) and said[second + 2].text in UNITS)
        )
        few = 0 < count.value <= 12 and (count.value * 4).is_integer()
        if (
            few
            and strength.value >= 0.1
            and (
                between in (["x"], ["of"], ["times"], ["of", "the"], ["*"], ["lots", "of"], ["by"], ["a"], ["an"], ["of", "a"])
                or (between == [] and sized_after)
                or (
                    between
                    and between[0] in PIECES
                    and between[-1] in ("of", "at", "@", "x", *PIECES, "the", "-", ",", "(")
                    and len(between) <= 3
                )
            )
        ):
            product = Token("number", str(count.value * strength.value), count.value * strength.value)
            tail = tuple(token for token in said[second + 1 :] if token.text not in PIECES and token.text != "strength")
            return (*said[:first], product, *tail), True
        pieces_follow = second + 1 < len(said) and said[second + 1].text in PIECES
        sized_before = any(text in UNITS for text in between) and all(text in UNITS or text in (",", "-", "(", "and") for text in between)
        if pieces_follow and sized_before and strength.value <= 6 and strength.value.is_integer():
            product = Token("number", str(count.value * strength.value), count.value * strength.value)
            unit = tuple(Token("word", text) for text in between if text in UNITS)
            return (*said[:first], product, *unit, *said[second + 2 :]), True
        multiplier = strength.value
        if (
            0 < multiplier <= 6
            and multiplier.is_integer()
            and (between[-1:] == ["x"] or between[-1:] == ["times"])
            and all(text in UNITS or text in ("x", "times", *PIECES) for text in between)
        ):
            product = Token("number", str(count.value * multiplier), count.value * multiplier)
            unit = tuple(Token("word", text) for text in between if text in UNITS)
            return (*said[:first], product, *unit, *(token for token in said[second + 1 :] if token.text not in PIECES)), True
    if len(numbers) == 1:
        place = numbers[0]
        after = [token.text for token in said[place + 1 : place + 4]]
        strength_said = any(text in UNITS for text in after)
        articles = place > 0 and said[place - 1].text in ("a", "an", "one", "the", "single")
        if strength_said or ("strength" in after and articles) or (after[:1] and after[0] in PIECES and said[place].value > 12):
            kept = tuple(token for at, token in enumerate(said) if not (at > place and token.text in PIECES | {"strength"}))
            return kept, True
    return tuple(said), False
