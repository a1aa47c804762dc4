"""How much the words of one stretch speak for each topic: keywords, likeness to exemplars, meaning, priorities of topics inside topics."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from interview.practice.ear.evidence import NONE, Weighed
from interview.practice.ear.likeness import Likeness
from interview.practice.ear.model import Priority
from interview.practice.ear.must_hear import must, set_aside
from interview.practice.ear.phrases import Phrases
from interview.practice.ear.reading import out_of_scope, priorities, topics, weights
from interview.practice.ear.semantic import Sense

_GRADES: Final = ("certain", "strong", "weak")
MUST: Final = "suicide"
"""The topic that may not be passed over."""
YIELDED_TO: Final = ("family_psych", "means", "loss_grief")
"""Topics that may hold its words and ask for something else: another person's death, what is within reach. With grief both are offered."""


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


def keyword_scores(said: Sequence[str]) -> dict[str, float]:
    """Return for each topic how much its keywords say; words inside another topic's longer phrase count only weakly."""
    grades = weights().keyword
    hits = [(name, start, end) for name, found in _keywords().found(said).items() for _phrase, start, end in found]
    if aside := set_aside(tuple(said)):
        hits = [hit for hit in hits if not hit[0].startswith(f"{MUST}/") or aside.isdisjoint(range(hit[1], hit[2]))]
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
    found, aside = phrases.found(said), set_aside(tuple(said))
    for number, rule in enumerate(rules):
        if aside and rule.topic == MUST and all(not aside.isdisjoint(range(start, end)) for _, start, end in found.get(f"{number}/0", ())):
            continue
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


def weigh(said: Sequence[str], felt: Sense | None = None) -> Weighed:
    """Weigh the evidence in one stretch of words; by meaning too, where there is a sense of it."""
    figures = weights()
    keywords = keyword_scores(said)
    nearest = likeness().nearest(said, best=figures.nearest.best, others=figures.nearest.others)
    likely = likeness().likely(said, sharpness=figures.language.sharpness)
    near = felt.near(tuple(said)) if felt is not None else {}
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
    _by_concept(tuple(said), scores, keywords)
    return Weighed(scores, keywords)


def _by_concept(said: tuple[str, ...], scores: dict[str, float], keywords: dict[str, float]) -> None:
    """Put the topic that may not be passed over first where the words ask for it, among the first where they may, and last where not."""
    figures, grade = weights(), must(said)
    here = scores.get(MUST, 0.0)
    if grade is None:
        if here and set_aside(said) and keywords.get(MUST, 0.0) < figures.keyword.strong:
            scores[MUST] = here * figures.must.aside
        return
    firmer = [topic for topic in YIELDED_TO if grade != "own" and keywords.get(topic, 0.0) >= figures.keyword.certain]
    if grade != "possible" and not firmer:
        first = max((score for topic, score in scores.items() if topic != MUST), default=0.0)
        scores[MUST] = min(1.0, max(here, figures.decision.answer, first + figures.decision.lead))
        keywords[MUST] = max(keywords.get(MUST, 0.0), figures.keyword.certain)
    elif not firmer or (grade == "plain" and firmer == ["loss_grief"]):
        scores[MUST] = max(here, figures.decision.heard)
        keywords[MUST] = max(keywords.get(MUST, 0.0), figures.keyword.strong)
