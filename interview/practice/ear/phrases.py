"""Phrases found in words: exact words, any ending (`*`), a gap (` ... `), a kind of word (capitals). Indexed by their first word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from interview.practice.ear.wording import kinds_of

LONGEST_GAP: Final = 3
"""Words that a gap may hold."""

_GAP: Final = "..."
_PREFIX: Final = 3


class Phrases:
    """Many phrases, each with a name, looked for in one pass."""

    def __init__(self, named: Iterable[tuple[str, str]]) -> None:
        """Take (name, phrase) pairs; a name may have many phrases."""
        self._first: dict[str, list[tuple[str, str, tuple[str, ...]]]] = {}
        for name, phrase in named:
            parts = tuple(phrase.split())
            self._first.setdefault(_key(parts[0]), []).append((name, phrase, parts))

    def found(self, said: Sequence[str]) -> dict[str, list[tuple[str, int, int]]]:
        """Return for each name the phrases that are there, with where they begin and end."""
        hits: dict[str, list[tuple[str, int, int]]] = {}
        for place, word in enumerate(said):
            for key in dict.fromkeys((word, word[:_PREFIX] + "*", word[:2] + "*", *kinds_of(word))):
                for name, phrase, parts in self._first.get(key, ()):
                    end = _end(parts, said, place)
                    if end:
                        hits.setdefault(name, []).append((phrase, place, end))
        return hits


def _key(part: str) -> str:
    return part[: min(_PREFIX, len(part) - 1)] + "*" if part.endswith("*") else part


def _fits(part: str, word: str) -> bool:
    if part.endswith("*"):
        return word.startswith(part[:-1])
    return part == word or (part.isupper() and part in kinds_of(word))


def _end(parts: tuple[str, ...], said: Sequence[str], place: int) -> int:
    """Return where the phrase ends that begins here, or 0."""
    gap = False
    for number, part in enumerate(parts):
        if part == _GAP:
            gap = True
            continue
        reach = LONGEST_GAP if gap else 0
        for step in range(reach + 1):
            if place + step < len(said) and _fits(part, said[place + step]):
                place += step + 1
                break
        else:
            return 0
        gap = False
        if number == 0 and len(parts) == 1:
            break
    return place
