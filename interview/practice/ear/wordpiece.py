"""Words cut into the pieces that the sentence model was trained on: the longest known piece first.

The pieces (`wordpieces.txt`, one a line, its number the line's) are the uncased English vocabulary of BERT, Apache-2.0.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib import resources
from typing import Final

START, END, UNKNOWN = 101, 102, 100
MOST_PIECES: Final = 96
"""Pieces of one sentence that are kept."""
LONGEST_WORD: Final = 60
_WORD: Final = re.compile(r"\w+|[^\w\s]")


@cache
def _numbers() -> dict[str, int]:
    lines = (resources.files("interview.practice.ear") / "wordpieces.txt").read_text(encoding="utf-8").split("\n")
    return {piece: number for number, piece in enumerate(lines) if piece}


def place_of(word: str) -> int | None:
    """Return how far down the vocabulary a whole word stands, which is roughly by how common it is in English; or nothing."""
    return _numbers().get(word)


@cache
def _cut(word: str) -> tuple[int, ...]:
    known, found, start = _numbers(), [], 0
    if len(word) > LONGEST_WORD:
        return (UNKNOWN,)
    while start < len(word):
        for end in range(len(word), start, -1):
            number = known.get(("##" if start else "") + word[start:end])
            if number is not None:
                found.append(number)
                start = end
                break
        else:
            return (UNKNOWN,)
    return tuple(found)


def pieces(text: str) -> tuple[int, ...]:
    """Return the numbers of a text's pieces, with those that mark its start and end."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(each))
    found: list[int] = []
    for word in _WORD.findall(plain):
        found += _cut(word)
        if len(found) >= MOST_PIECES:
            break
    return (START, *found[:MOST_PIECES], END)
