"""How easy a sentence is to take in by ear: our own simple measure, after Flesch and Kincaid's grade.

It counts words in a sentence and vowel groups in a word; it knows nothing of meaning, and a person still reads aloud.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

LONGEST_SENTENCE: Final = 20
"""Words in one sentence to be heard. Status: project."""

HIGHEST_GRADE: Final = 5.0
"""Years at school for all that is said taken together: reading age about 10. Status: project, after the design's 9 to 11."""

MOST_LONG_WORDS: Final = 2
"""Words of four syllables and more in one wording. Status: project."""

_WORD = re.compile(r"[A-Za-z'’]+")
_SENTENCE = re.compile(r"[.?!:;]+")
_VOWELS = re.compile(r"[aeiouy]+")


def sentences(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of each sentence."""
    found = (tuple(_WORD.findall(part)) for part in _SENTENCE.split(text))
    return tuple(words for words in found if words)


def syllables(word: str) -> int:
    """Return about how many syllables a word has; at least one."""
    lower = word.casefold().replace("’", "'").removesuffix("'s")
    count = len(_VOWELS.findall(lower))
    if lower.endswith(("e", "es", "ed")) and not lower.endswith(
        ("le", "les", "ted", "ded", "ses", "ces", "zes", "ges", "xes", "ches", "shes")
    ):
        count -= 1
    return max(1, count)


def longest_sentence(text: str) -> int:
    """Return the number of words in the longest sentence."""
    return max((len(words) for words in sentences(text)), default=0)


def long_words(text: str) -> int:
    """Return the number of words of four syllables and more."""
    return sum(syllables(word) > 3 for words in sentences(text) for word in words)


def grade(texts: Iterable[str]) -> float:
    """Return the school grade of texts taken together, 0 where there is nothing to read."""
    spoken = [words for text in texts for words in sentences(text)]
    count = sum(map(len, spoken))
    if not count:
        return 0.0
    beats = sum(syllables(word) for words in spoken for word in words)
    return 0.39 * count / len(spoken) + 11.8 * beats / count - 15.59
