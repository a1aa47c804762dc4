"""Words of suicide, self-harm and harm to others in free text, for a banner that the clinician settles.

English and Italian are both looked at, whatever language is chosen.
A negation does not take a word out: what is denied is asked about all the same. What it will not do: judge, rank or
conclude anything from a word; a few ordinary phrases raise the banner too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from interview.language import current
from interview.understanding import risk_italian
from interview.understanding.risk_chart import CAPITALS, CAPITALS_BESIDE_OTHERS
from interview.understanding.risk_pattern import pattern
from interview.understanding.risk_reunion import reunion_words, reunion_words_italian
from interview.understanding.risk_spelling import mended
from interview.understanding.tokens import fold

_STRETCH: Final = 4_000
"""Characters looked at in one piece, overlapping by `_OVERLAP`, so that the work grows with the text's length only."""
_OVERLAP: Final = 160
_DASHED: Final = re.compile(r"(?<!\w)\w+(?:[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]{1,2}\w+)+")
_DASH: Final = re.compile(r"[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]+")
_LONGEST_DASHED: Final = 40
"""Characters of a word with dashes inside ("un-aliving", "self\u2014harm"); what is longer is no one word."""
_NO_PART_OF_A_PHRASE: Final = re.compile(r"[\"*_()<>\[\]{}~|]+|,(?!\d)")
"""Signs between the words of one phrase ("I want, you know, to die")."""


_SI_IS_YES: Final = frozenset({"it"})
"""Languages in which "si" is a word of every day, and no shorthand of a chart."""


def _risk() -> re.Pattern[str]:
    return _patterns(current() not in _SI_IS_YES)[0]


def _capitals() -> re.Pattern[str]:
    return _patterns(current() not in _SI_IS_YES)[1]


@cache
def _patterns(shorthand: bool) -> tuple[re.Pattern[str], re.Pattern[str]]:
    capitals = CAPITALS if shorthand else CAPITALS_BESIDE_OTHERS
    return pattern(shorthand=shorthand), re.compile(rf"\b(?:{'|'.join(capitals)})(?!\w)")


@lru_cache(maxsize=4096)
def _without_dashes(word: str) -> str:
    """Return a word with dashes inside as it is a word of risk: with plain ones, none or blanks; else as it stands."""
    if len(word) > _LONGEST_DASHED:
        return word
    ways = (_DASH.sub(joint, word) for joint in ("-", "", " "))
    return next((way for way in ways if _risk().search(mended(fold(way)))), word)


def risk_words(text: str) -> tuple[str, ...]:
    """Return the words and phrases of risk found, lower case, each once, in order of first mention."""
    plain = " ".join(_NO_PART_OF_A_PHRASE.sub(" ", mended(fold(_DASHED.sub(lambda dashed: _without_dashes(dashed.group()), text)))).split())
    found: dict[str, None] = {}
    for stretch in _stretches(plain):
        for match in _risk().finditer(stretch):
            found.setdefault(match.group(0))
        if (reunion := reunion_words(stretch)) is not None:
            found.setdefault(reunion)
    if len(text.split(maxsplit=1)) > 1:
        for stretch in _stretches(text):
            for match in _capitals().finditer(stretch):
                found.setdefault(match.group(0).lower())
    for stretch in _stretches(risk_italian.plain_italian(text)):
        if (reunion := reunion_words_italian(stretch)) is not None:
            found.setdefault(reunion)
        for match in risk_italian.pattern().finditer(stretch):
            if not any(match.group(0) in each or each in match.group(0) for each in found):
                found[match.group(0)] = None
    return tuple(found)


def _stretches(text: str) -> Iterator[str]:
    for start in range(0, max(len(text), 1), _STRETCH - _OVERLAP):
        yield text[start : start + _STRETCH]
        if start + _STRETCH >= len(text):
            return
