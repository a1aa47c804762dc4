"""The words that the ear knows: those it listens for, common English ones, their regular forms; and which words it has met side by side.

It tells whether a word stands as typed. It mends nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Final

from interview.practice.ear.reading import must_hear, out_of_scope, priorities, slips, topics, word_kinds
from interview.practice.ear.wording import WRITTEN_OUT, words
from interview.practice.ear.wordpiece import place_of
from interview.understanding.drug_table import names as drug_names

EDGE: Final = "^"
"""Stands beside the first word of a sentence."""
SHORT: Final = 4
"""Letters up to which a word must be frequent in English to be taken as one: short fragments stand in any word list."""
FREQUENT: Final = 20_000
"""How far down the list of English words a short one still counts."""
_LEAST_STEM: Final = 3
_LEAST_BEFORE_SUFFIX: Final = 4
_ONE_BEAT: Final = re.compile(r"[^aeiouy]*[aeiou][^aeiouywx]")
"""One syllable that ends in a single vowel and consonant, so that its last letter is doubled before -ed and -ing."""
_SUFFIXES: Final = ("ness", "less", "ful", "able", "ish", "ment")
_VERB_ENDS: Final = ("ed", "ing", "er", "ers", "est")


def _exemplars() -> Iterator[str]:
    for topic in topics():
        yield from topic.exemplars
    yield from out_of_scope().exemplars


def _phrases() -> Iterator[str]:
    for topic in topics():
        yield from (*topic.certain, *topic.strong, *topic.weak)
    for rule in priorities():
        for group in rule.groups:
            yield from group
    for concept in must_hear().concepts.values():
        yield from concept


@cache
def _used() -> tuple[dict[str, int], dict[tuple[str, ...], int]]:
    single: Counter[str] = Counter()
    runs: Counter[tuple[str, ...]] = Counter()
    for sentence in _exemplars():
        said = words(sentence)
        single.update(said)
        runs.update(pairwise((EDGE, *said, EDGE)))
        runs.update(zip(said, said[1:], said[2:], strict=False))
    for phrase in _phrases():
        runs.update(pair for pair in pairwise(phrase.split()) if all(part.isalpha() and part.islower() for part in pair))
    return dict(single), dict(runs)


def beside(*run: str) -> int:
    """Return how often two or three words stand side by side in the exemplars; of the keywords, two."""
    return _used()[1].get(run, 0)


@cache
def known() -> dict[str, int]:
    """Return every word that is listened for with how often the exemplars use it; the rest have 0."""
    found = dict.fromkeys((resources.files("interview.practice.ear") / "words.txt").read_text(encoding="utf-8").split(), 0)
    found |= dict.fromkeys((part for phrase in _phrases() for part in phrase.split() if part.isalpha() and part.islower()), 1)
    for several in word_kinds().words.values():
        found |= dict.fromkeys(several, 1)
    found |= dict.fromkeys((part for name in drug_names() for part in name.split() if len(part) >= SHORT), 1)
    for typed in slips().always:
        found.pop(typed, None)
    return {**found, **_used()[0]}


@cache
def by_length() -> dict[int, list[str]]:
    """Return the words that are listened for, by their letters."""
    lengths: dict[int, list[str]] = {}
    for word in sorted(known()):
        lengths.setdefault(len(word), []).append(word)
    return lengths


@cache
def is_word(word: str) -> bool:
    """Tell whether a word stands in a list: one that is listened for, a contraction, or a common English one."""
    if word in known() or word in WRITTEN_OUT or (not word.endswith("s") and word + "s" in known()):
        return True
    place = place_of(word)
    return place is not None and (len(word) > SHORT or place <= FREQUENT)


def _is_stem(stem: str) -> bool:
    return len(stem) >= _LEAST_STEM and is_word(stem)


@cache
def is_derived(word: str) -> bool:
    """Tell whether a word is a regular form of a word in a list (visits, planned, hopeful)."""
    if word.endswith("ies"):
        return _is_stem(word[:-3] + "y")
    if word.endswith("s") and not word.endswith("ss"):
        return _is_stem(word[:-1]) or (word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")) and _is_stem(word[:-2]))
    for end in _VERB_ENDS:
        if word.endswith(end):
            return _is_verb_form(word.removesuffix(end), end)
    if word.endswith("ly"):
        stem = word[:-2]
        return _is_stem(stem) or (stem.endswith("i") and _is_stem(stem[:-1] + "y")) or (stem.endswith("al") and _is_stem(stem[:-2]))
    for end in _SUFFIXES:
        stem = word.removesuffix(end)
        if stem != word:
            stem = stem[:-1] + "y" if stem.endswith("i") else stem
            return len(stem) >= _LEAST_BEFORE_SUFFIX and (is_word(stem) or is_word(stem + "e"))
    return False


def _is_verb_form(stem: str, end: str) -> bool:
    if len(stem) < _LEAST_STEM:
        return False
    if stem[-1] == stem[-2] and _is_stem(stem[:-1]) and _ONE_BEAT.search(stem[-4:-1]):
        return True
    if stem.endswith("i") and end != "ing":
        return _is_stem(stem[:-1] + "y")
    if stem.endswith("y") and end != "ing" and stem[-2] not in "aeiou":
        return False
    return is_word(stem + "e") or (is_word(stem) and not stem.endswith("e") and not _ONE_BEAT.fullmatch(stem))
