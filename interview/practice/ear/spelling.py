"""Slips of typing mended: letters missing, doubled, swapped, words run together, and a real word where a neighbour was meant.

Offline and deterministic. A word that is listened for stays as typed unless the words beside it speak for another; a number always stays.
What it will not do: correct grammar, or guess where nothing is near.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from interview.practice.ear.lexicon import EDGE, SHORT, beside, by_length, is_derived, is_word, known
from interview.practice.ear.reading import slips
from interview.practice.ear.wording import words

SHORTEST: Final = 3
"""Letters below which a word stays as typed, but for the listed slips."""
LONG: Final = 8
"""Letters from which on two slips in a word are allowed."""
MOST_MENDED: Final = 12
"""Doubtful words of one turn that are looked at, from its end."""
SURE: Final = 6
"""Letters from which on a word may be mended to one that no exemplar uses, with nothing beside it that speaks for that."""
LONGEST: Final = 24
ENOUGH: Final = 3
"""Times that a listed neighbour must have been met beside these words to take a real word's place."""
SURELY: Final = 4
"""How many times oftener it must have been met there than the word that was typed."""
APART_COSTS: Final = 1.5
"""From this cost on two words typed as one go before one word that is near."""
_WORD: Final = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
_VOWELS: Final = frozenset("aeiou")


@cache
def _worth(name: str) -> float:
    return getattr(slips().cost, name)  # type: ignore[no-any-return]


def mended(text: str) -> str:
    """Return the text with its doubtful words mended where one known word is near; all else stays as typed."""
    found = list(_WORD.finditer(text))
    plain = [each[0].lower().replace("’", "'") for each in found]
    pieces, last = [], 0
    shouted = text.isupper()
    doubtful = [at for at, word in enumerate(plain) if not _stands(word) and (shouted or len(word) == 1 or not found[at][0].isupper())]
    for place in doubtful[-MOST_MENDED:]:
        better = _mended_word(plain[place], _before(plain, place), _after(plain, place), named=place > 0 and found[place][0][0].isupper())
        if better and better != plain[place]:
            each = found[place]
            pieces += [text[last : each.start()], better.capitalize() if each[0][0].isupper() else better]
            last = each.end()
            plain[place] = better
    return "".join([*pieces, text[last:]]) if pieces else text


def _before(plain: Sequence[str], place: int) -> tuple[str, str]:
    """Return the two words before a place."""
    said = tuple(word for typed in plain[max(0, place - 2) : place] for word in words(typed))
    return (EDGE, EDGE, *said)[-2], (EDGE, *said)[-1]


def _after(plain: Sequence[str], place: int) -> str:
    return (words(plain[place + 1]) or (EDGE,))[0] if place + 1 < len(plain) else EDGE


def _stands(word: str) -> bool:
    """Tell whether a word needs no look."""
    if word in slips().always or word in slips().confused:
        return False
    head = word.partition("'")[0] if "'" in word else word
    if word != head:
        return head not in slips().always
    return len(word) < SHORTEST or len(word) > LONGEST or is_word(word)


def _mended_word(word: str, before: tuple[str, str], after: str, *, named: bool) -> str | None:
    """Return what a word was meant to be; a name in the middle of a sentence stays unless only the order of its letters is wrong."""
    if word in slips().always:
        return slips().always[word]
    head, mark, tail = word.partition("'")
    if mark:
        return slips().always[head] + mark + tail if head in slips().always else None
    if word in slips().confused:
        return _meant(word, before, after)
    return _better(word, before[1], after, named)


def _meant(word: str, before: tuple[str, str], after: str) -> str | None:
    """Return the neighbour that stands here in place of a real word, where that is clear."""

    def met(said: str) -> int:
        return (beside(*before, said) if EDGE not in before else 0) + (beside(said, after) if after != EDGE else 0)

    fits = [other for other in slips().confused[word] if beside(before[1], other) and beside(other, after)]
    most, other = max(((met(other), other) for other in fits), default=(0, word))
    return other if most >= ENOUGH and most >= SURELY * met(word) else None


@lru_cache(maxsize=4096)
def _better(word: str, before: str, after: str, named: bool) -> str | None:
    """Return the one word that a doubtful word most likely is, or nothing."""
    near = _near(word)
    if near:
        cost, _, other = min((cost - _fit(other, before, after), -known()[other], other) for cost, other in near)
        bare = next(cost for cost, each in near if each == other)
        met = beside(before, other) + beside(other, after)
        if is_derived(word):
            return other if met and bare <= _worth("swapped") else None
        if bare > _worth("swapped") and (named or (not met and (len(word) < SHORT or (len(word) < SURE and not known()[other])))):
            return None
        together = _apart(word) if bare >= _worth("one") else None
        if together and beside(*together.split()):
            return together
        if cost < APART_COSTS:
            return other
    if named or is_derived(word) or len(word) < SHORT:
        return None
    return _apart(word) or (min(near)[1] if near else None)


def _fit(word: str, before: str, after: str) -> float:
    """Return what speaks for a word here: how often it is said, and that it was met beside these words."""
    often = min(_worth("often"), _worth("often") * math.log1p(known()[word]) / math.log1p(100))
    return often + _worth("beside") * ((beside(before, word) > 0) + (beside(word, after) > 0))


@lru_cache(maxsize=2048)
def _near(word: str) -> tuple[tuple[float, str], ...]:
    allowed = 2 if len(word) >= LONG else 1
    near: list[tuple[float, str]] = []
    for length in range(len(word) - allowed, len(word) + allowed + 1):
        for other, distance, _place in process.extract(
            word, by_length().get(length, ()), scorer=DamerauLevenshtein.distance, score_cutoff=allowed, limit=12
        ):
            near.append((_cost(word, other, int(distance)) + _worth("first") * (other[0] != word[0]), other))
    return tuple(near)


def _cost(word: str, other: str, distance: int) -> float:
    if distance > 1:
        return distance - (_worth("one") - _worth("swapped")) * (sorted(word) == sorted(other))
    if sorted(word) == sorted(other):
        return _worth("swapped")
    if len(word) != len(other):
        longer, shorter = (word, other) if len(word) > len(other) else (other, word)
        doubled = any(longer[at] == longer[at - 1] and longer[:at] + longer[at + 1 :] == shorter for at in range(1, len(longer)))
        return _worth("doubled") if doubled else _worth("one")
    at = next(place for place in range(len(word)) if word[place] != other[place])
    return _worth("vowel") if word[at] in _VOWELS and other[at] in _VOWELS else _worth("one")


def _apart(word: str) -> str | None:
    """Return two words that were typed as one."""
    best: tuple[int, str] | None = None
    for cut in range(1, len(word)):
        first, second = word[:cut], word[cut:]
        least = 1 if min(len(first), len(second)) >= SHORTEST else 2
        if min(known().get(first, 0), known().get(second, 0)) < least or (len(first) == 1 and first not in "ai") or len(second) == 1:
            continue
        worth = min(known()[first], known()[second]) + ENOUGH * beside(first, second)
        if best is None or worth > best[0]:
            best = (worth, f"{first} {second}")
    return best[1] if best else None
