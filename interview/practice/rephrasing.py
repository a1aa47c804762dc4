"""The check of a rephrasing: the words that tell something must be the same, in the same order in each sentence; else the script stands.

A local server may put what a patient says in other words. It matches nothing and scores nothing, and nothing it says is taken on trust:
no number, drug or other word of a fact may be new, and none may be lost, turned round or denied.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from interview.practice.rephrasing_words import PHRASES, SAME, TELL_NOTHING
from trd_core.text import clean

LONGER: Final = 1.6
"""How much longer than the script a rephrasing may be; with `SLACK` signs on top."""
SLACK: Final = 60

UNCUT: Final = {"can": "can", "won": "will", "shan": "shall"}
"""What stands before `n't`, where it is not the word itself."""
_WORD: Final = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)?")
_SENTENCE: Final = re.compile(r"(?<=[.?!])\s+")
_SIGNS: Final = re.compile(r"[<>{}\[\]|\\`*_#~^=@$%&+]|https?:|www\.|\bAI\b")
"""Signs of markup, of addresses and of a program that speaks of itself."""


def checked(script: str, offered: str) -> str:
    """Return the rephrasing where it says the same, else the script."""
    said = " ".join(clean(unicodedata.normalize("NFKC", offered)).replace("\u2019", "'").split()).strip('" ')
    return said if says_the_same(script, said) else script


def says_the_same(script: str, offered: str) -> bool:
    """Return whether a rephrasing tells exactly the facts of the script."""
    if not offered or len(offered) > LONGER * len(script) + SLACK or set(_SIGNS.findall(offered)) - set(_SIGNS.findall(script)):
        return False
    if offered.count("?") != script.count("?"):
        return False
    sentences = [told for sentence in _SENTENCE.split(script) if (told := _told(sentence))]
    return _is_made_of(_told(offered), sentences)


def _told(text: str) -> tuple[str, ...]:
    """Return the words that tell something, in order, each as what it stands for."""
    plain = text.replace("\u2019", "'").casefold()
    for phrase in PHRASES:
        plain = re.sub(rf"\b{re.escape(phrase)}", " ", plain)
    return tuple(told for word in _WORD.findall(plain) for told in _as_told(word))


def _as_told(word: str) -> tuple[str, ...]:
    head, apostrophe, tail = word.partition("'")
    if not apostrophe:
        if word == "cannot":
            return ("can", "not")
        return () if word in TELL_NOTHING else (SAME.get(word, word),)
    if tail == "t" and head.endswith("n"):
        return (*_as_told(UNCUT.get(head, head.removesuffix("n"))), "not")
    return (*_as_told(head), *(() if tail in ("m", "s", "re") else ("have",) if tail == "ve" else (f"'{tail}",)))


def _is_made_of(told: tuple[str, ...], sentences: list[tuple[str, ...]]) -> bool:
    """Return whether words are the sentences one after another, in any order of the sentences."""
    if not sentences:
        return not told
    for place, sentence in enumerate(sentences):
        begins = told[: len(sentence)] == sentence and sentence not in sentences[:place]
        if begins and _is_made_of(told[len(sentence) :], sentences[:place] + sentences[place + 1 :]):
            return True
    return False
