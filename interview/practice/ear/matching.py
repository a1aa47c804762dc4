"""Which topics a turn asks about, and how sure that is.

The last question decides; what reflects before it counts only where the question itself names nothing. Deterministic, offline.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from interview.practice.ear.deciding import decide
from interview.practice.ear.evidence import NONE, Matched, Weighed
from interview.practice.ear.likeness import STOP
from interview.practice.ear.parts import Part, halves, is_clause, sentences
from interview.practice.ear.phrases import Phrases
from interview.practice.ear.reading import pairs, weights
from interview.practice.ear.semantic import Sense, sense
from interview.practice.ear.weighing import MUST, keyword_scores, weigh
from interview.practice.ear.wording import words


def _joined(parts: Sequence[Part]) -> tuple[str, ...]:
    return tuple(word for part in parts for word in part.said)


def _decisive(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return the questions; without one, everything that was said."""
    asking = tuple(part for part in parts if part.asks)
    return asking or tuple(parts)


def _weigh_turn(parts: Sequence[Part], felt: Sense | None) -> tuple[Weighed, tuple[str, ...]]:
    """Weigh a turn, and name every topic where more than one was asked."""
    asking = _decisive(parts)
    last = asking[-1]
    place = parts.index(last)
    if not any(part.asks for part in parts):
        return weigh(_joined(parts), felt), _asked_in(" ".join(part.text for part in parts))
    alone = weigh(last.said, felt)
    if last.points and place:
        before = weigh(_joined(parts[max(0, place - 2) : place + 1]), felt)
        if before.best()[1] > alone.best()[1] or alone.best()[0] == NONE:
            return before, ()
        return alone, ()
    several = _asked_in(last.text)
    if alone.best()[1] < weights().decision.answer and place:
        together = weigh(_joined(parts[max(0, place - 1) : place + 1]), felt)
        merged = {topic: max(alone.scores.get(topic, 0.0), 0.85 * score) for topic, score in together.scores.items()}
        alone = Weighed(merged, {**together.keywords, **alone.keywords})
    earlier = _asked_before(asking[:-1])
    if not several and earlier and _is_sure(alone):
        several = (alone.best()[0],)
    found = tuple(dict.fromkeys((*earlier, *several))) if several else ()
    return alone, found if len(found) > 1 else ()


def _asked_before(asking: Sequence[Part]) -> tuple[str, ...]:
    """Return the topics of the questions before the last one, as far as each stands by itself."""
    found: list[str] = []
    for part in asking:
        if not part.points:
            weighed = weigh(part.said)
            plainly = weighed.keywords.get(MUST, 0.0) >= weights().keyword.certain
            found += _asked_in(part.text) or ((MUST,) if plainly else (weighed.best()[0],) if _is_sure(weighed) else ())
    return tuple(topic for topic in dict.fromkeys(found) if topic != NONE)


def _is_sure(weighed: Weighed) -> bool:
    topic = weighed.best()[0]
    return topic != NONE and (_stands(weighed) or decide(weighed).action == "answer")


def _stands(weighed: Weighed) -> bool:
    topic, score = weighed.best()
    return score >= weights().decision.second and weighed.keywords.get(topic, 0.0) >= weights().keyword.weak


def _asked_in(text: str, whole: Weighed | None = None) -> tuple[str, ...]:
    """Return the topics of a sentence that asks more than one, in order, or nothing."""
    best: tuple[float, tuple[str, str], tuple[str, str]] | None = None
    for before, after in halves(text):
        sides = words(before), words(after)
        if not all(any(word not in STOP for word in side) for side in sides):
            continue
        if min(max(keyword_scores(side).values(), default=0.0) for side in sides) < weights().keyword.weak:
            continue
        left, right = weigh(sides[0]), weigh(sides[1])
        (first, one), (second, other) = left.best(), right.best()
        if first == second or NONE in (first, second) or (best is not None and min(one, other) <= best[0]):
            continue
        whole = whole or weigh(words(text))
        if MUST in (first, second) and whole.scores.get(MUST, 0.0) < weights().decision.must_both * whole.best()[1]:
            continue
        clauses = is_clause(sides[0]) and is_clause(sides[1]) and _is_sure(left) and _is_sure(right)
        if clauses or (_stands(left) and _stands(right) and _are_both_in(whole, first, second)):
            best = (min(one, other), (first, second), (before, after))
    if best is None:
        return _paired(words(text))
    (first, second), (before, after) = best[1], best[2]
    return tuple(dict.fromkeys((*(_asked_in(before, whole) or (first,)), *(_asked_in(after, whole) or (second,)))))


@cache
def _pairs() -> Phrases:
    groups = [(f"{number}/{group}", phrases) for number, pair in enumerate(pairs()) for group, phrases in enumerate(pair.groups)]
    return Phrases([(name, phrase) for name, phrases in groups for phrase in phrases])


def _paired(said: Sequence[str]) -> tuple[str, ...]:
    """Return the two topics that a sentence puts as one thing, or nothing."""
    found = _pairs().found(said)
    for number, pair in enumerate(pairs()):
        if all(f"{number}/{group}" in found for group in range(len(pair.groups))):
            return pair.topics
    return ()


def _are_both_in(whole: Weighed, first: str, second: str) -> bool:
    """Tell whether the whole sentence speaks for both, where its sides are no clauses of their own."""
    floor = weights().decision.both * whole.best()[1]
    return all(topic in whole.keywords and whole.scores.get(topic, 0.0) >= floor for topic in (first, second))


def match(text: str) -> Matched:
    """Return what a turn asks about. Any text is taken; nothing is raised."""
    figures, felt = weights(), sense()
    parts = sentences(text, longest=figures.turn.longest, most=figures.turn.sentences)
    if not parts:
        return Matched()
    weighed, several = _weigh_turn(parts, felt)
    return replace(decide(weighed, several), by_meaning=felt is not None)
