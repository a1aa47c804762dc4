"""A sentence in parts: its words with their places, runs of words, and what such a run means as one kind of answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from interview.understanding.asked import Asked
from interview.understanding.beside_words import (
    PART,
    WORD,
)
from interview.understanding.slips import put_right
from interview.understanding.understand import understand
from interview.understanding.understood import Understood


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    start: int
    end: int

    @property
    def plain(self) -> str:
        """The word in lower case without the signs around it, a slip of the fingers put right."""
        word = self.text.casefold().strip(".'\"")
        return put_right(word) if word.isalpha() else word


@dataclass(frozen=True, slots=True)
class Told:
    """Words that mean something as one kind of answer, and whether they clearly do."""

    start: int
    end: int
    meant: Understood
    is_clear: bool = True


def parts_of(said: str) -> Iterator[list[Word]]:
    """The text between its signs, in words with their places."""
    at = 0
    for end, after in (*((found.start(), found.end()) for found in PART.finditer(said)), (len(said), len(said))):
        words = [Word(found.group(), at + found.start(), at + found.end()) for found in WORD.finditer(said[at:end])]
        if words:
            yield words
        at = after


def windows(words: Sequence[Word], longest: int) -> Iterator[tuple[int, int]]:
    """Runs of words as first and last place, the longest first."""
    for length in range(min(longest, len(words)), 0, -1):
        for first in range(len(words) - length + 1):
            yield first, first + length - 1


def is_free(start: int, end: int, taken: Iterable[Told]) -> bool:
    return all(end <= each.start or start >= each.end for each in taken)


def around(words: Sequence[Word], first: int, last: int) -> tuple[str, str]:
    return (words[first - 1].plain if first else "", words[last + 1].plain if last + 1 < len(words) else "")


def reading(said: str, asked: Asked, start: int, end: int, today: dt.date | None) -> Understood | None:
    meant = understand(asked.kind, said[start:end], unit=asked.unit, options=asked.options, today=today)
    is_told = meant.status == "understood" and meant.missing is None and (meant.value is not None or meant.range is not None)
    return meant if is_told else None
