"""Which ratings are still needed before the first place of the hierarchy stands: few, and each because it could change something.

It rates nothing and proposes nothing. An unrated rating is read as anything between its ends, never as one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from trd_core.case import Case, Problem
from trd_core.catalogue import number
from trd_core.finding import Part
from trd_core.formulation.circles import arrows, downstream
from trd_core.formulation.hierarchy import RATINGS, WEIGHT, place_of, weight

OF_EACH: Final = ("urgency", "burden", "patient_priority")
"""What is rated of every one of the first problems; how many they are is a parameter."""

Because = Literal["first_problems", "first_place"]


class RatingsRequired(Part):
    """The unrated ratings of one problem that are needed, in the order in which places are compared."""

    problem: str
    ratings: tuple[str, ...]
    because: Because
    """It is one of the first problems; or one of these ratings could put another problem first."""


class _Between(NamedTuple):
    """One part of a problem's key: what it is at least and at most, and the ratings that leave it open."""

    low: int
    high: int
    unrated: tuple[str, ...] = ()


def _rated(problem: Problem, name: str, most: int) -> _Between:
    rating = getattr(problem, name)
    return _Between(0, most, (name,)) if rating is None else _Between(int(rating), int(rating))


def _key(problem: Problem, feeds: int) -> tuple[_Between, ...]:
    most = int(number("highest_rating"))
    low, high = weight(problem)
    safety = int(problem.area == "safety")
    return (
        _Between(safety, safety),
        _rated(problem, "urgency", most),
        _rated(problem, "patient_priority", most),
        _rated(problem, "treatment_available", 1),
        _Between(low, high, tuple(name for name in WEIGHT if getattr(problem, name) is None)),
        _Between(feeds, feeds),
        _rated(problem, "modifiability", most),
    )


def _deciding(first: Sequence[_Between], rival: Sequence[_Between]) -> tuple[set[str], set[str]]:
    """Return the ratings of both that could put the rival first: up to the part that one of them wins whatever is rated."""
    needed: tuple[set[str], set[str]] = (set(), set())
    for here, there in zip(first, rival, strict=True):
        if here.low > there.high or there.low > here.high:
            break
        needed[0].update(here.unrated)
        needed[1].update(there.unrated)
    return needed


def ratings_required(case: Case) -> tuple[RatingsRequired, ...]:
    """Return what is still to be rated, the first problem first; empty where nothing more could change the first place.

    First the ratings that each of the first problems needs; only once these are given, the others that could change the first place.
    """
    problems = [problem for problem in case.problems or () if problem.by != "patient"]
    ids = {problem.id for problem in problems}
    links = ((link.source, link.target) for link in case.links or () if link.by != "patient" and {link.source, link.target} <= ids)
    graph = arrows(ids, links)
    feeds = {each: len(downstream(graph, each)) for each in ids}
    ranked = sorted(problems, key=lambda problem: place_of(problem, feeds[problem.id]))
    of_each = tuple(_of_each(ranked[: int(number("problems_rated_first"))]))
    if of_each or len(ranked) < 2:
        return of_each
    keys = [_key(problem, feeds[problem.id]) for problem in ranked]
    needed: list[set[str]] = [set() for _each in ranked]
    for place in range(1, len(ranked)):
        of_first, of_rival = _deciding(keys[0], keys[place])
        needed[0] |= of_first
        needed[place] |= of_rival
    return tuple(_required(problem, names, "first_place") for problem, names in zip(ranked, needed, strict=True) if names)


def _of_each(first: Sequence[Problem]) -> Iterator[RatingsRequired]:
    for problem in first:
        lacking = {name for name in OF_EACH if getattr(problem, name) is None}
        if lacking:
            yield _required(problem, lacking, "first_problems")


def _required(problem: Problem, names: set[str], because: Because) -> RatingsRequired:
    return RatingsRequired(problem=problem.id, ratings=tuple(name for name in RATINGS if name in names), because=because)
