"""Which topics a turn asks about: keywords, likeness to exemplars, priorities of topics inside topics; and how sure that is.

The last question decides; what reflects before it counts only where the question itself names nothing. Deterministic, offline.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from interview.engine.practice_turns import TopicScore
from interview.practice.ear.evidence import NONE, Matched, Weighed
from interview.practice.ear.likeness import STOP, Likeness
from interview.practice.ear.model import Priority
from interview.practice.ear.parts import Part, halves, sentences
from interview.practice.ear.phrases import Phrases
from interview.practice.ear.reading import out_of_scope, priorities, topics, weights
from interview.practice.ear.semantic import sense

_GRADES: Final = ("certain", "strong", "weak")
MUST: Final = "suicide"
"""The topic that may not be passed over."""
SHOWN: Final = 5
"""Topics that are named of one turn."""


@cache
def likeness() -> Likeness:
    """Return the exemplars, ready to be compared with."""
    known = [(topic.id, sentence) for topic in topics() for sentence in topic.exemplars]
    known += [(NONE, sentence) for sentence in out_of_scope().exemplars]
    return Likeness(known, smoothing=weights().language.smoothing)


@cache
def _keywords() -> Phrases:
    named = []
    for topic in topics():
        for grade in ("certain", "strong", "weak"):
            named += [(f"{topic.id}/{grade}", phrase) for phrase in getattr(topic, grade)]
    return Phrases(named)


@cache
def _rules() -> tuple[Phrases, tuple[Priority, ...]]:
    rules = priorities()
    named = []
    for number, rule in enumerate(rules):
        for group, phrases in enumerate(rule.groups):
            named += [(f"{number}/{group}", phrase) for phrase in phrases]
        named += [(f"{number}/unless", phrase) for phrase in rule.unless]
    return Phrases(named), rules


def _keyword_scores(said: Sequence[str]) -> dict[str, float]:
    """Return for each topic how much its keywords say; words inside another topic's longer phrase count only weakly."""
    grades = weights().keyword
    hits = [(name, start, end) for name, found in _keywords().found(said).items() for _phrase, start, end in found]
    firm = {(start, end) for name, start, end in hits if not name.endswith("/weak")}
    missing: dict[str, float] = {}
    taken: dict[str, set[int]] = {}
    for name, start, end in sorted(hits, key=lambda hit: (hit[1] - hit[2], _GRADES.index(hit[0].split("/")[1]), hit[1], hit[0])):
        topic, grade = name.split("/")
        mine = taken.setdefault(topic, set())
        if not mine.isdisjoint(range(start, end)):
            continue
        mine.update(range(start, end))
        inside = any(low <= start and end <= high and high - low > end - start for low, high in firm)
        worth: float = min(grades.weak, getattr(grades, grade)) if inside else getattr(grades, grade)
        missing[topic] = missing.get(topic, 1.0) * (1 - worth)
    return {topic: 1 - share for topic, share in missing.items()}


def _by_priority(said: Sequence[str], scores: dict[str, float], keywords: dict[str, float]) -> None:
    """Put a topic before those that it is told apart from, where the words say so."""
    phrases, rules = _rules()
    found = phrases.found(said)
    for number, rule in enumerate(rules):
        if f"{number}/unless" in found or not all(f"{number}/{group}" in found for group in range(len(rule.groups))):
            continue
        rivals = [scores[other] for other in rule.over if other in scores]
        first = max([scores.get(rule.topic, 0.0), *rivals])
        scores[rule.topic] = min(1.0, max(scores.get(rule.topic, 0.0) + 0.1, first))
        keywords[rule.topic] = max(keywords.get(rule.topic, 0.0), 0.8)
        for other in rule.over:
            if other in scores:
                scores[other] *= 0.6
            if other in keywords:
                keywords[other] = min(keywords[other], 0.4)


def weigh(said: Sequence[str], *, by_meaning: bool = False) -> Weighed:
    """Weigh the evidence in one stretch of words; by meaning too, where that is wanted and the model is installed."""
    figures = weights()
    keywords = _keyword_scores(said)
    nearest = likeness().nearest(said, best=figures.nearest.best, others=figures.nearest.others)
    likely = likeness().likely(said, sharpness=figures.language.sharpness)
    near = felt.near(tuple(said)) if by_meaning and (felt := sense()) is not None else {}
    return blended(said, keywords, nearest, likely, near)


def blended(
    said: Sequence[str],
    keywords: dict[str, float],
    nearest: dict[str, float],
    likely: dict[str, float],
    meaning: dict[str, float] | None = None,
) -> Weighed:
    """Return the evidence of all kinds as one score a topic; each is 0 to 1 a topic."""
    blend = weights().blend
    scores = {}
    for topic in sorted({*keywords, *nearest, *likely}):
        near = nearest.get(topic, 0.0)
        word = keywords.get(topic, 0.0) if topic != NONE else near
        scores[topic] = blend.keywords * word + blend.nearest * near + blend.language * likely.get(topic, 0.0)
    if meaning:
        share, least = weights().meaning.share, weights().meaning.least
        for topic, near in meaning.items():
            scores[topic] = (1 - share) * scores.get(topic, 0.0) + share * max(0.0, near - least) / (1 - least)
    _by_priority(said, scores, keywords)
    return Weighed(scores, keywords)


def _joined(parts: Sequence[Part]) -> tuple[str, ...]:
    return tuple(word for part in parts for word in part.said)


def _decisive(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return the questions; without one, everything that was said."""
    asking = tuple(part for part in parts if part.asks)
    return asking or tuple(parts)


def _weigh_turn(parts: Sequence[Part]) -> tuple[Weighed, tuple[str, ...]]:
    """Weigh a turn, and name a second topic where two were asked."""
    asking = _decisive(parts)
    last = asking[-1]
    place = parts.index(last)
    if not any(part.asks for part in parts):
        return weigh(_joined(parts), by_meaning=True), _second_in(" ".join(part.text for part in parts))
    alone = weigh(last.said, by_meaning=True)
    figures = weights().decision
    if last.points and place:
        before = weigh(_joined(parts[max(0, place - 2) : place + 1]), by_meaning=True)
        if before.best()[1] > alone.best()[1] or alone.best()[0] == NONE:
            return before, ()
        return alone, ()
    if alone.best()[1] < figures.answer and place:
        together = weigh(_joined(parts[max(0, place - 1) : place + 1]), by_meaning=True)
        merged = {topic: max(alone.scores.get(topic, 0.0), 0.85 * score) for topic, score in together.scores.items()}
        alone = Weighed(merged, {**together.keywords, **alone.keywords})
    twice = _must_and_last(asking, alone) or _second_in(last.text)
    if not twice and len(asking) > 1:
        earlier = weigh(asking[-2].said)
        first, second = earlier.best(), alone.best()
        if NONE not in (first[0], second[0]) and first[0] != second[0] and _stands(earlier) and _stands(alone):
            twice = (first[0], second[0])
    return alone, twice


def _must_and_last(asking: Sequence[Part], alone: Weighed) -> tuple[str, ...]:
    """Return the topic that may not be passed over with the last question's, where an earlier question of the turn asked for it plainly."""
    last = alone.best()[0]
    plainly = any(_keyword_scores(part.said).get(MUST, 0.0) >= weights().keyword.certain for part in asking[:-1])
    return (MUST, last) if plainly and last not in (MUST, NONE) else ()


def _stands(weighed: Weighed) -> bool:
    topic, score = weighed.best()
    return score >= weights().decision.second and weighed.keywords.get(topic, 0.0) >= weights().keyword.weak


def _second_in(text: str) -> tuple[str, ...]:
    """Return the two topics of a sentence that asks two, or nothing."""
    best: tuple[float, tuple[str, ...]] = (0.0, ())
    whole: Weighed | None = None
    for before, after in halves(text):
        if not any(word not in STOP for word in before) or not any(word not in STOP for word in after):
            continue
        if min(max(_keyword_scores(side).values(), default=0.0) for side in (before, after)) < weights().keyword.weak:
            continue
        left, right = weigh(before), weigh(after)
        if not (_stands(left) and _stands(right)):
            continue
        (first, one), (second, other) = left.best(), right.best()
        if first == second or NONE in (first, second):
            continue
        whole = whole or weigh((*before, *after))
        if first not in whole.keywords or second not in whole.keywords:
            continue
        floor = weights().decision.both * whole.best()[1]
        if whole.scores.get(first, 0.0) >= floor and whole.scores.get(second, 0.0) >= floor and min(one, other) > best[0]:
            best = (min(one, other), (first, second))
    return best[1]


def match(text: str) -> Matched:
    """Return what a turn asks about. Any text is taken; nothing is raised."""
    figures = weights()
    parts = sentences(text, longest=figures.turn.longest, most=figures.turn.sentences)
    if not parts:
        return Matched()
    weighed, twice = _weigh_turn(parts)
    return decide(weighed, twice)


def _must_be_heard(weighed: Weighed) -> str | None:
    """Return the topic that may not be passed over where a firm word for it fell."""
    fell = weighed.keywords.get(MUST, 0.0) >= weights().keyword.strong
    return MUST if fell and weighed.scores.get(MUST, 0.0) >= weights().decision.heard else None


def decide(weighed: Weighed, twice: tuple[str, ...] = ()) -> Matched:
    """Return what can be done with the evidence."""
    figures = weights().decision
    ranked = sorted(((score, topic) for topic, score in weighed.scores.items() if topic != NONE), key=lambda pair: (-pair[0], pair[1]))
    if twice:
        ranked.sort(key=lambda pair: (pair[1] not in twice, -pair[0], pair[1]))
    told = tuple(TopicScore(id=topic, score=round(min(1.0, score), 4)) for score, topic in ranked[:SHOWN])
    none = weighed.scores.get(NONE, 0.0)
    if not told:
        return Matched()
    if twice:
        return Matched(told, twice, "answer")
    best, first = ranked[0]
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    must = _must_be_heard(weighed)
    if best >= figures.answer and best - second >= figures.lead and best > none and must in (None, first):
        return Matched(told, (first,), "answer")
    if must is None and weighed.scores.get(MUST, 0.0) >= max(figures.offer_must, figures.near_must * best):
        must = MUST
    if (best >= figures.clarify and best > none) or must:
        offered = [topic for score, topic in ranked[: figures.offered] if score >= figures.near * best]
        if must and must not in offered:
            offered = [*offered[: figures.offered - 1], must]
        if len(offered) < 2 and len(ranked) > 1:
            offered = [topic for _, topic in ranked[:2]]
        return Matched(told, (), "clarify", tuple(offered))
    return Matched(told)
