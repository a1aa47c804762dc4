"""How a patient's page reads: words that must not stand on it, the length of its sentences, and its reading grade."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from types import ModuleType
from typing import Any

BARRED = re.compile(
    r"\bTRD\b|resist|refractor|treatable|\bfail|non-?\s?respon|complian|\badheren|chronic|hopeless|incurable|toxic|denial|personality"
    r"|pseudo|diagnos|disorder|syndrome|\bstag(?:e|ing)|\bscore|\bpoints? of\b|\bsymptom"
    r"|\bno risk|low risk|\bsafe\b|no danger|normal|healthy|\bcure|don't worry|do not worry|promise you|will help|will get better"
    r"|_|\[|\]|\bnull\b|\bNone\b",
    re.IGNORECASE,
)
LONGEST_SENTENCE = 20
HIGHEST_GRADE = 8.0


@cache
def _sentences(line: str) -> tuple[tuple[str, ...], ...]:
    split = re.split(r"(?<=[.?!])\s+", line)
    return tuple(words for each in split if (words := tuple(re.findall(r"[A-Za-z][A-Za-z'’-]*|\d+", each))))


def sentences(lines: Iterable[str]) -> list[tuple[str, ...]]:
    """Return the words of each sentence; a line without a stop is one."""
    return [sentence for line in lines for sentence in _sentences(line)]


@cache
def syllables(word: str) -> int:
    """Return about how many syllables a word has: groups of vowels, without a silent e at the end."""
    word = re.sub(r"(?<=[^aeiouyl])e(?:d|s)?$", "", word.lower()) if len(word) > 3 else word.lower()
    return max(1, len(re.findall(r"[aeiouy]+", word)))


def grade(lines: Iterable[str]) -> float:
    """Return the grade of school at which lines can be read, by Flesch and Kincaid."""
    said = sentences(lines)
    words = [word for sentence in said for word in sentence]
    return 0.39 * len(words) / len(said) + 11.8 * sum(syllables(word) for word in words) / len(words) - 15.59


@cache
def _barred(line: str) -> tuple[str, ...]:
    return tuple(found[0] for found in BARRED.finditer(line))


def barred(lines: Iterable[str]) -> list[tuple[str, str]]:
    """Return each barred word with its line."""
    return [(found, line) for line in lines for found in _barred(line)]


def reads_plainly(said: list[str]) -> None:
    """Assert that nothing barred is said, that no sentence is long, and that the whole can be read early."""
    assert [] == barred(said)
    assert [] == [each for each in sentences(said) if len(each) > LONGEST_SENTENCE]
    assert HIGHEST_GRADE >= grade(said)


def fixed_strings(room: ModuleType) -> Iterator[str]:
    """Yield every constant string of a room that a person may read; keys are codes and are not read."""
    for name, value in vars(room).items():
        if name.isupper() and name not in {"OF_SAFETY", "OF_JUDGEMENT", "LEFT_OUT", "FOR_THE_CLINICIAN", "NOTHING_TO_ADD", "PARTIAL"}:
            yield from _strings(value) if name != "SAID_BY_ITS_PARTS" else ()


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from _strings(each)
