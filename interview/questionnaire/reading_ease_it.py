"""How easy an Italian sentence is to take in: the Gulpease index, of letters, words and sentences; it needs no syllables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

CITATION: Final = "Lucisano P, Piemontese ME. Gulpease. Scuola e Città 1988;39(3):110-124. Status: recalled."

LOWEST: Final = 60.0
"""Of 100, for all that is said taken together and for each wording: whoever left school at fourteen reads it without trouble."""

FEWEST_WORDS: Final = 8
"""A shorter wording is not judged by itself: one long word would decide. Status: project."""

_CONSTANT, _SENTENCES, _LETTERS, _MOST = 89, 300, 10, 100
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"[.?!:;]+")


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text; what stands before an apostrophe is a word of its own."""
    return tuple(_WORD.findall(text))


def longest_sentence(text: str) -> int:
    """Return the number of words in the longest sentence."""
    return max((len(words(part)) for part in _SENTENCE.split(text)), default=0)


def gulpease(texts: Iterable[str]) -> float:
    """Return the index of texts taken together, 0 (hard) to 100 (easy); 100 where there is nothing to read."""
    parts = [found for text in texts for part in _SENTENCE.split(text) if (found := words(part))]
    count = sum(map(len, parts))
    if not count:
        return float(_MOST)
    letters = sum(len(word) for part in parts for word in part)
    return max(0.0, min(_MOST, _CONSTANT + (_SENTENCES * len(parts) - _LETTERS * letters) / count))
