"""What a rephrasing may bring or drop, because it tells nothing; and which words are one and the same to the check."""

from __future__ import annotations

from typing import Final

SPELT_OUT: Final = ("is", "am", "are", "do", "does")
OPENINGS: Final = ("and", "so", "then", "well", "oh", "ah", "um", "er", "okay", "ok", "really", "actually", "honestly")
TELL_NOTHING: Final = frozenset(("a", "an", "the", "that", *OPENINGS, *SPELT_OUT))
"""Articles, openings, and the present tense spelt out. No preposition, no doubt, no degree, no past: these tell something."""

PHRASES: Final = ("you know", "i mean", "to be honest", "to tell the truth", "as i say", "you see", "look,")
"""Turns of speech that tell nothing, though their words might elsewhere."""

UNITS: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen")
TEENS: Final = ("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty")
TENS: Final = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SAME: Final = {
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), "I"),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), "WE"),
    **dict.fromkeys(("you", "your", "yours", "yourself"), "YOU"),
    **dict.fromkeys(("he", "him", "his", "himself"), "HE"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "SHE"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "THEY"),
    **{word: str(number) for number, word in enumerate((*UNITS, *TEENS))},
    **{word: str(number) for number, word in zip(range(30, 100, 10), TENS, strict=True)},
}
"""Persons and numbers: each stands for all its forms."""
