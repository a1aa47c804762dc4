"""Words of risk in Italian, found whatever language is chosen: people go back to their own when it matters most.

It looks at plain text of its own: without accents and apostrophes, letters set apart joined, a slip in a grave word put right.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

from interview.understanding.listed import listed
from interview.understanding.risk_phrases_it import PHRASES
from interview.understanding.tokens import fold

_GRAVE: Final = listed(
    """
    morire | uccidermi | uccidersi | uccidere | ammazzarmi | ammazzarsi | suicidio | suicidarmi | impiccarmi | impiccarsi |
    tagliarmi | autolesionismo | avvelenarmi | pastiglie | pillole | compresse | vivere | finita | sparire | scomparire | voglio |
    vorrei | togliermi | buttarmi | gettarmi | spararmi
    """
)
"""Words whose near spellings count as meant."""

_ORDINARY: Final = frozenset(
    listed(
        """
        finite | finito | finiti | infinita | finire | fitta | spartire | sparite | sparita | sparito | vivare | vivete | viveri | vivero |
        vivette | vedere | ridere | bevere | scoprire | toglierci | toglierti | togliersi | buttarci | buttarti | buttarli | gettarci |
        sparare | sparate | coglio | soglio | foglio | meglio | sveglio | vorresti | voglia | voglie | morirei
        """
    )
)
_SHORT_SLIPS: Final = {
    "nn": "non",
    "vojo": "voglio",
    "vogl": "voglio",
    "ke": "che",
    "xke": "perche",
    "x": "per",
    "nno": "non",
    "mroire": "morire",
}
_LEET: Final = str.maketrans("013457@$!", "oieastasi")
_SIGNS: Final = re.compile(r"[^\w.;!?]+|_+")
_LETTERS_APART: Final = re.compile(r"(?<!\w)[^\W\d](?:[ .]{1,2}[^\W\d]){3,}(?!\w)")
_WORD: Final = re.compile(r"[^\W_][\w@$!]*[^\W_]|[^\W_]")
_LONGEST: Final = 15


def plain_italian(text: str) -> str:
    """Return a text as the patterns know it: lower case, no accents, blanks for other signs."""
    bare = "".join(sign for sign in unicodedata.normalize("NFD", fold(text)) if not unicodedata.combining(sign))
    spaced = " ".join(_SIGNS.sub(" ", bare).split())
    joined = _LETTERS_APART.sub(lambda run: re.sub(r"[^\w]", "", run.group()), spaced)
    return _WORD.sub(lambda word: _mended(word.group()) if len(word.group()) <= _LONGEST else word.group(), joined)


@lru_cache(maxsize=4096)
def _mended(word: str) -> str:
    if word in _SHORT_SLIPS:
        return _SHORT_SLIPS[word]
    if word in _GRAVE or word in _ORDINARY or len(word) < 5:
        return word
    read = word.translate(_LEET) if any(map(str.isalpha, word)) and not word.isalpha() else word
    if not read.isalpha():
        return word
    from rapidfuzz.distance import OSA

    near = [grave for grave in _GRAVE if grave[0] == read[0] and OSA.distance(read, grave, score_cutoff=1) <= 1]
    return min(near) if near else read


@cache
def pattern() -> re.Pattern[str]:
    """Return all Italian phrases as one pattern, to be searched in `plain_italian` text."""
    phrases = "|".join(_written(line) for line in PHRASES.strip().splitlines())
    return re.compile(rf"(?<!\w)(?:{phrases})(?!\w)")


def _written(phrase: str) -> str:
    grouped = re.sub(r"(?<!\\)\((?!\?)", "(?:", phrase)
    starred = re.sub(r"(?<=[\w\]])\*", r"\\w*", grouped)
    return re.sub(r" ?… ?", r" (?:\\w+ ){0,3}?", starred)
