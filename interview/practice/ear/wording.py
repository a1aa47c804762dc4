"""A sentence as words: lower case, contractions written out; their stems, and the kinds of things that they name.

It is rough on purpose: only sameness counts here, never meaning.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

from interview.practice.ear.reading import word_kinds
from interview.understanding.drug_table import names as drug_names
from interview.understanding.listed import listed

_WORD: Final = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_MARKS: Final = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "‐": "-", "–": " ", "—": " "})
WRITTEN_OUT: Final = {
    "can't": "can not", "cannot": "can not", "cant": "can not", "won't": "will not", "wont": "will not", "shan't": "shall not",
    "dont": "do not",
    "didnt": "did not", "doesnt": "does not", "isnt": "is not", "havent": "have not", "hasnt": "has not", "wasnt": "was not",
    "arent": "are not",
    "wouldnt": "would not", "couldnt": "could not", "youre": "you are", "youve": "you have", "whats": "what is", "hows": "how is",
    "thats": "that is", "im": "i am", "ive": "i have", "lets": "let us", "let's": "let us", "wanna": "want to", "gonna": "going to",
    "gotta": "got to", "whens": "when is", "wheres": "where is", "whos": "who is", "ur": "your", "u": "you", "ya": "you", "d'you": "do you",
    "anymore": "any more", "ok": "okay", "alright": "all right", "everyday": "every day", "realise": "realize", "i'd": "i would",
    "anyone's": "anyone", "somebody's": "somebody", "o'clock": "oclock",
}  # fmt: skip
"""Contractions, with and without their mark, and what they stand for."""
_ENDS: Final = (("n't", " not"), ("'re", " are"), ("'ve", " have"), ("'ll", " will"), ("'m", " am"), ("'d", " would"))
_IS_AFTER: Final = frozenset(
    listed(
        """
    what | how | where | who | when | why | that | it | there | here | he | she | everything | something | anything | nothing
    """
    )
)


@cache
def _written_out(word: str) -> str:
    if word in WRITTEN_OUT:
        return WRITTEN_OUT[word]
    for end, full in _ENDS:
        if word.endswith(end):
            return word.removesuffix(end) + full
    if word.endswith("'s"):
        stem = word.removesuffix("'s")
        return f"{stem} is" if stem in _IS_AFTER else stem
    return word.replace("'", "")


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text: lower case, without accents, contractions written out, dashes as blanks."""
    plain = unicodedata.normalize("NFKD", text.translate(_MARKS).lower())
    return tuple(" ".join(_written_out(word) for word in _WORD.findall(_without_accents(plain))).split())


def _without_accents(text: str) -> str:
    return text if text.isascii() else "".join(character for character in text if not unicodedata.combining(character))


@cache
def _forms() -> dict[str, str]:
    return {form: word for word, forms in word_kinds().forms.items() for form in forms}


@cache
def _kinds() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind, members in word_kinds().words.items():
        for word in members:
            found.setdefault(word, set()).add(kind)
    for name in drug_names():
        if " " not in name:
            found.setdefault(name, set()).add("MED")
    return {word: frozenset(kinds) for word, kinds in found.items()}


def kinds_of(word: str) -> frozenset[str]:
    """Return the kinds of things that a word names: kin, clinicians, medicines …"""
    return _kinds().get(word, frozenset())


@cache
def stem(word: str) -> str:
    """Return what a word's forms have in common, roughly."""
    if word in _forms():
        return _forms()[word]
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for end in ("ing", "ed", "ly"):
        if word.endswith(end) and len(word) - len(end) >= 3:
            word = word.removesuffix(end)
            if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl":
                word = word[:-1]
            break
    return word[:-1] if len(word) > 3 and word.endswith("e") else word
