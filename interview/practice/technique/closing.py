"""The closing task, judged from its words: which parts an explanation of the history holds, sentence by sentence, and how surely.

A part is known by concepts that stand near each other, and by likeness to exemplars; never by a word alone: "we can try something
stronger" decides nothing together, and "you already told me" is nothing that the person can do. Deterministic. English only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from interview.engine.practice_turns import CLOSING_PARTS, ClosingPart
from interview.practice.ear.likeness import Likeness
from interview.practice.ear.phrases import Phrases
from interview.practice.ear.wording import words
from interview.practice.technique.closing_model import ASKS, Band, ClosingRule, closing, exemplars

Span = tuple[int, int]
Spans = Mapping[str, Sequence[Span]]

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]+)*[.!?]*")
"""A sentence; a point within a number or a name ends none, a new line ends one."""
_PAUSE = re.compile(r"(?<=[,;:]) +| +(?=(?:and|but|so|because) )")
_BEGINS: Final = "^"
_MARK: Final = "?"
LONG_SENTENCE: Final = 45
"""Words from which on a sentence is cut where it pauses: what stands far apart in it has nothing to do with each other."""
LONGEST_SENTENCE: Final = 120
"""Words of a piece that are looked at, so that looking at one never costs more than so much."""


class Found(NamedTuple):
    """A part that an explanation holds, or may hold."""

    band: Band
    words: str
    """The sentence that it rests on, as it stands in the text."""


def judged(text: str) -> dict[ClosingPart, Found]:
    """Return the parts that an explanation holds for certain or perhaps, each with the first sentence that says it most surely."""
    found: dict[ClosingPart, Found] = {}
    before: tuple[str, ...] = ()
    for sentence in _sentences(text):
        said = _said(sentence)
        for part, band in _bands(said, before).items():
            if part not in found or (band == "heard" and found[part].band == "perhaps"):
                found[part] = Found(band, sentence)
        before = said
    return found


def parts_in(text: str) -> dict[ClosingPart, str]:
    """Return the parts that an explanation holds for certain, each with the sentence that it rests on."""
    return {part: found.words for part, found in judged(text).items() if found.band == "heard"}


def _sentences(text: str) -> Iterator[str]:
    """Yield each sentence as it stands; what goes on for long without a full stop is cut where it pauses."""
    for match in _SENTENCE.finditer(text):
        sentence = match.group().strip()
        pieces = _PAUSE.split(sentence) if len(sentence.split()) > LONG_SENTENCE else [sentence]
        yield from (piece for piece in pieces if words(piece))


def _said(sentence: str) -> tuple[str, ...]:
    """Return a sentence as words, with its beginning and its question mark as words of their own."""
    plain = words(sentence)[:LONGEST_SENTENCE]
    return (_BEGINS, *plain, *((_MARK,) if _MARK in sentence else ()))


@lru_cache(maxsize=512)
def _bands(said: tuple[str, ...], before: tuple[str, ...]) -> Mapping[ClosingPart, Band]:
    """Return the parts that a sentence holds, which follows on another."""
    here, said_before = _spans(said), _spans(before)
    found: dict[ClosingPart, Band] = {}
    open_to = [part for part in CLOSING_PARTS if not any(name in here for name in closing().never[part])]
    for rule in closing().rule:
        if rule.part in open_to and found.get(rule.part) != "heard" and _holds(rule, said, here, said_before):
            found[rule.part] = rule.grade
    figures, like = closing().likeness, _likely(said) if open_to else {}
    for part in open_to:
        if found.get(part) == "perhaps" and like.get(part, 0.0) >= figures.heard:
            found[part] = "heard"
        elif part not in found and like.get(part, 0.0) >= figures.perhaps:
            found[part] = "perhaps"
    return found


def _holds(rule: ClosingRule, said: Sequence[str], here: Spans, before: Spans) -> bool:
    if rule.question and said[-1] != _MARK and ASKS not in here:
        return False
    if any(name in here for name in rule.unless) or not all(name in here for name in rule.all):
        return False
    if rule.context and not any(name in here or name in before for name in rule.context):
        return False
    return _near([here[name] for name in rule.all], rule.within)


def _near(groups: Sequence[Sequence[Span]], within: int, taken: tuple[Span, ...] = ()) -> bool:
    """Tell whether one stretch of each group can be had, none over another, each at most so many words from another."""
    if not groups:
        return True
    for start, end in groups[0]:
        apart = [max(start - other_end, other_start - end) for other_start, other_end in taken]
        if (not taken or 0 <= min(apart) <= within) and _near(groups[1:], within, (*taken, (start, end))):
            return True
    return False


@cache
def _phrases() -> Phrases:
    return Phrases((name, phrase) for name, phrases in closing().concepts.items() for phrase in phrases)


def _spans(said: Sequence[str]) -> Spans:
    return {name: sorted({(start, end) for __, start, end in hits}) for name, hits in _phrases().found(said).items()}


@cache
def _likeness() -> Likeness:
    return Likeness(exemplars().named(), smoothing=closing().likeness.smoothing)


def _likely(said: tuple[str, ...]) -> dict[str, float]:
    """Return for each part its share of likelihood, by the exemplars."""
    plain = tuple(word for word in said if word not in (_BEGINS, _MARK))
    return _likeness().likely(plain, sharpness=closing().likeness.sharpness)
