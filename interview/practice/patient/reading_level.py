"""How hard a text is to read: the length of its sentences, and the share of long words. A small measure of our own, for case files."""

from __future__ import annotations

import re
from typing import Final

MOST_WORDS: Final = 14.0
"""Mean words a sentence; people who talk about themselves say shorter ones."""
MOST_LONG: Final = 0.06
"""Share of words with four syllables and more."""
LONG_SYLLABLES: Final = 4

_SENTENCE = re.compile(r"[.!?]+(?:\s|$)")
_WORD = re.compile(r"[A-Za-z']+")
_VOWELS = re.compile(r"[aeiouy]+")


def words_a_sentence(text: str) -> float:
    """Return the mean number of words of a sentence."""
    sentences = [part for part in _SENTENCE.split(text) if _WORD.search(part)]
    return len(_WORD.findall(text)) / max(1, len(sentences))


def share_of_long_words(text: str, known: frozenset[str]) -> float:
    """Return the share of words with four syllables and more; names of drugs (`known`, lower case) do not count."""
    words = [word.casefold() for word in _WORD.findall(text)]
    return sum(_syllables(word) >= LONG_SYLLABLES for word in words if word not in known) / max(1, len(words))


def _syllables(word: str) -> int:
    spoken = word[:-1] if word.endswith("e") and not word.endswith("le") else word
    return max(1, len(_VOWELS.findall(spoken)))
