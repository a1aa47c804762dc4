"""What can be done with the evidence of a turn: answer, ask which was meant, or say that it is not clear."""

from __future__ import annotations

from typing import Final

from interview.engine.practice_turns import TopicScore
from interview.practice.ear.evidence import NONE, Matched, Weighed
from interview.practice.ear.reading import weights
from interview.practice.ear.weighing import MUST, YIELDED_TO

SAID_ONLY_BY_NAME: Final = ("means", "harm_others", "psychosis")
"""Topics that nobody is asked whether they were meant unless a firm word for them fell."""
SHOWN: Final = 5
"""Topics that are named of one turn."""


def _fell(weighed: Weighed, topic: str) -> bool:
    """Tell whether a firm word for a topic fell."""
    return weighed.keywords.get(topic, 0.0) >= weights().keyword.strong


def _must_be_heard(weighed: Weighed) -> str | None:
    """Return the topic that may not be passed over where a firm word for it fell."""
    return MUST if _fell(weighed, MUST) and weighed.scores.get(MUST, 0.0) >= weights().decision.heard else None


def decide(weighed: Weighed, several: tuple[str, ...] = ()) -> Matched:
    """Return what can be done with the evidence."""
    figures = weights().decision
    ranked = sorted(((score, topic) for topic, score in weighed.scores.items() if topic != NONE), key=lambda pair: (-pair[0], pair[1]))
    if several:
        ranked.sort(key=lambda pair: (pair[1] not in several, -pair[0], pair[1]))
    told = tuple(TopicScore(id=topic, score=round(min(1.0, score), 4)) for score, topic in ranked[:SHOWN])
    none = weighed.scores.get(NONE, 0.0)
    if not told:
        return Matched()
    if several:
        return Matched(told, several, "answer")
    best, first = ranked[0]
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    yields = first in YIELDED_TO[:2] and weighed.keywords.get(first, 0.0) >= weights().keyword.certain
    needed = None if yields else _must_be_heard(weighed)
    if best >= figures.answer and best - second >= figures.lead and best > none and needed in (None, first):
        return Matched(told, (first,), "answer")
    if needed is None and weighed.scores.get(MUST, 0.0) >= max(figures.offer_must, figures.near_must * best):
        needed = MUST
    if (best >= figures.clarify and best > none) or needed:
        ranked = [(score, topic) for score, topic in ranked if topic not in SAID_ONLY_BY_NAME or _fell(weighed, topic)]
        offered = [topic for score, topic in ranked[: figures.offered] if score >= figures.near * best]
        if needed and needed not in offered:
            offered = [*offered[: figures.offered - 1], needed]
        if len(offered) < 2 and len(ranked) > 1:
            offered = [topic for _, topic in ranked[:2]]
        return Matched(told, (), "clarify", tuple(offered))
    return Matched(told)
