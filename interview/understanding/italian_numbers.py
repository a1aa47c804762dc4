"""Italian numbers in words, from nought to 999,999, by their rule: "ventotto", "centocinquanta", "duemiladiciannove"."""

from __future__ import annotations

from functools import cache
from typing import Final

_UNITS: Final = ("", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove")
_TEENS: Final = (
    "dieci", "undici", "dodici", "tredici", "quattordici", "quindici", "sedici", "diciassette", "diciotto", "diciannove",
)  # fmt: skip
_TENS: Final = ("", "", "venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta")
_VOWEL_FIRST: Final = (1, 8)
"""Units before which the ten loses its last vowel."""


@cache
def _below_thousand() -> dict[str, int]:
    words: dict[str, int] = {word: number for number, word in enumerate(_UNITS) if word}
    words |= {word: 10 + number for number, word in enumerate(_TEENS)}
    for ten in range(2, 10):
        words[_TENS[ten]] = 10 * ten
        for unit in range(1, 10):
            stem = _TENS[ten][:-1] if unit in _VOWEL_FIRST else _TENS[ten]
            words[stem + _UNITS[unit]] = 10 * ten + unit
        words[_TENS[ten][:-1] + "un"] = 10 * ten + 1
    small = dict(words)
    for hundred in range(1, 10):
        head = ("" if hundred == 1 else _UNITS[hundred]) + "cento"
        words[head] = 100 * hundred
        for word, number in small.items():
            words[head + word] = 100 * hundred + number
            if word.startswith("o"):
                words[head[:-1] + word] = 100 * hundred + number
    return words


def number_of(word: str) -> int | None:
    """Return the number that a word without accents says; nothing where it says none."""
    words = _below_thousand()
    if word == "zero":
        return 0
    if word in words:
        return words[word]
    if word.startswith("mille"):
        rest = word.removeprefix("mille")
        return 1_000 if not rest else (1_000 + words[rest] if rest in words else None)
    thousands, _, rest = word.partition("mila")
    if "mila" in word and thousands in words:
        return 1_000 * words[thousands] if not rest else (1_000 * words[thousands] + words[rest] if rest in words else None)
    return None
