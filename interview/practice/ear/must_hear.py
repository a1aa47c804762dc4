"""Whether a sentence asks about wanting to die, by what it says and not by likeness: concepts that stand near each other.

Deterministic. It knows no exemplars; what it hears is answered or offered, and what only sounds alike is set aside.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final, Literal

from interview.practice.ear.phrases import Phrases
from interview.practice.ear.reading import must_hear

Grade = Literal["own", "plain", "possible"]
_FIRMNESS: Final = (None, "possible", "plain", "own")
Span = tuple[int, int]
_ASIDE: Final = "aside"


@cache
def _phrases() -> tuple[Phrases, Phrases]:
    known = must_hear()
    named = [(name, phrase) for name, phrases in known.concepts.items() for phrase in phrases]
    named += [(f"{number}/unless", phrase) for number, rule in enumerate(known.rule) for phrase in rule.unless]
    return Phrases(named), Phrases([(_ASIDE, phrase) for phrase in known.aside])


@lru_cache(maxsize=256)
def set_aside(said: tuple[str, ...]) -> frozenset[int]:
    """Return the places of the words that say nothing of it, as in "the end of the day"."""
    spans = _phrases()[1].found(said).get(_ASIDE, ())
    return frozenset(place for _phrase, start, end in spans for place in range(start, end))


@lru_cache(maxsize=256)
def must(said: tuple[str, ...]) -> Grade | None:
    """Return whether a sentence asks about it plainly (also beside a death of another), possibly, or not by anything known here."""
    aside = set_aside(said)
    grade: Grade | None = None
    found = _phrases()[0].found(said)
    spans = {
        name: [(start, end) for _phrase, start, end in hits if aside.isdisjoint(range(start, end))]
        for name, hits in found.items()
        if "/" not in name
    }
    for number, rule in enumerate(must_hear().rule):
        if f"{number}/unless" in found or not all(spans.get(name) for name in rule.all):
            continue
        if _near([spans[name] for name in rule.all], rule.within):
            grade = max(grade, rule.grade, key=_FIRMNESS.index)
    return grade


def _near(groups: Sequence[Sequence[Span]], within: int, taken: tuple[Span, ...] = ()) -> bool:
    """Tell whether one stretch of each group can be had, none over another, each at most so many words from another."""
    if not groups:
        return True
    for start, end in groups[0]:
        apart = [max(start - other_end, other_start - end) for other_start, other_end in taken]
        if (not taken or (min(apart) >= 0 and min(apart) <= within)) and _near(groups[1:], within, (*taken, (start, end))):
            return True
    return False
