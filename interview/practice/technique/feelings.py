"""Words for feelings, in families that mean nearly the same: to know one when it is given back, and to name it in the trainee's stead.

The lists are the project's own, from everyday English.
"""

from __future__ import annotations

import re
from typing import Final

from interview.practice.technique.sentences import words_of

FAMILIES: Final[dict[str, tuple[str, ...]]] = {
    "afraid": (
        "afraid",
        "scared",
        "frightened",
        "frightening",
        "frightens",
        "scary",
        "terrified",
        "terrifying",
        "fear",
        "fears",
        "fearful",
    ),
    "angry": ("angry", "anger", "furious", "cross", "mad", "annoyed", "irritated", "resentful", "rage", "bitter", "fed up"),
    "ashamed": ("ashamed", "shame", "embarrassed", "embarrassing", "humiliated", "humiliating"),
    "guilty": ("guilty", "guilt", "blame yourself", "blaming yourself", "at fault", "to blame"),
    "sad": ("sad", "sadness", "low", "down", "unhappy", "miserable", "tearful", "heartbroken", "depressed", "upset", "devastated"),
    "hopeless": ("hopeless", "no hope", "lost hope", "without hope", "despair", "desperate", "given up", "no way out"),
    "helpless": ("helpless", "powerless", "stuck", "trapped", "cornered", "out of control"),
    "worthless": ("worthless", "useless", "a failure", "failing", "a burden", "not good enough", "inadequate"),
    "lonely": ("lonely", "alone", "isolated", "left out", "abandoned", "nobody there", "on your own", "on my own"),
    "worried": ("worried", "worry", "worries", "worrying", "anxious", "anxiety", "nervous", "uneasy", "panicky", "on edge"),
    "tired": ("tired", "exhausted", "exhausting", "worn out", "drained", "draining", "weary", "burnt out", "no strength"),
    "overwhelmed": ("overwhelmed", "overwhelming", "too much", "swamped", "cannot cope", "can not cope"),
    "hurt": ("hurt", "hurts", "hurtful", "wounded", "painful", "betrayed", "let down", "rejected"),
    "disappointed": ("disappointed", "disappointing", "disappointment", "frustrated", "frustrating", "discouraged", "disheartened"),
    "empty": ("empty", "numb", "nothing inside", "hollow", "flat", "cut off"),
    "lost": ("lost", "confused", "bewildered", "at a loss"),
    "unheard": ("unheard", "not listened to", "nobody listens", "not taken seriously", "dismissed", "ignored", "brushed off"),
    "relieved": ("relieved", "relief", "grateful", "thankful"),
    "hopeful": ("hopeful", "encouraged", "proud", "pleased", "glad"),
    "hard": ("hard", "difficult", "tough", "awful", "horrible", "terrible", "dreadful", "distressing", "rough"),
}
"""Families by the word that names them best. `hard` names how something was, not a feeling: it acknowledges and says nothing
of its own."""

UNSPECIFIC: Final = "hard"
"""The family that fits any hardship."""

ANY_FEELING: Final = "|".join(sorted((re.escape(word) for words in FAMILIES.values() for word in words), key=len, reverse=True))
"""All of them, as alternatives of a pattern."""

_WORDS = re.compile(rf"\b(?:{ANY_FEELING})\b")
_FAMILY_OF = {word: family for family, words in FAMILIES.items() for word in words}


def families_in(text: str) -> dict[str, str]:
    """Return the families of feelings that a text (lower case) names, each with the first word that names it."""
    found: dict[str, str] = {}
    for match in _WORDS.finditer(text):
        found.setdefault(_FAMILY_OF[match.group()], match.group())
    return found


_NOT_ADJECTIVES: Final = words_of(
    "frightening frightens scary terrifying fear fears anger rage shame embarrassing humiliating guilt sadness despair worry "
    "worries worrying "
    "anxiety exhausting draining overwhelming hurts hurtful painful disappointing disappointment frustrating relief failing"
) | {"blame yourself", "blaming yourself", "no hope", "lost hope", "without hope", "given up", "no way out", "a failure", "a burden"}
_NOT_ADJECTIVES_EITHER: Final = frozenset(
    {"nobody there", "on my own", "no strength", "too much", "cannot cope", "can not cope", "nothing inside", "nobody listens"}
)
"""Words that do not stand after "you feel"."""


def family_of(word: str) -> str | None:
    """Return the family of a feeling's word, or None where it is in none, or in the one that says nothing of its own."""
    family = _FAMILY_OF.get(word)
    return None if family == UNSPECIFIC else family


def fits_after_feel(word: str) -> bool:
    """Tell whether a feeling's word is known and stands after "you feel"."""
    return family_of(word) is not None and word not in _NOT_ADJECTIVES | _NOT_ADJECTIVES_EITHER
