"""What the first place of the hierarchy hangs on: every one-step change of one rating, and every link, that gives another first.

Only sort keys are compared; nothing is assessed again. What nobody rated has no step: it is an open question.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from trd_core.case import Problem
from trd_core.catalogue import number
from trd_core.formulation.circles import Arrows
from trd_core.formulation.hierarchy import Place, place_of
from trd_core.map_results import LinkStep, RatingStep, SteppedRating

STEPPED: Final[tuple[SteppedRating, ...]] = ("urgency", "patient_priority", "severity", "burden", "impairment", "modifiability")
"""The ratings from 0 to 3, in the order in which they are compared."""


def _steps(rating: int) -> Iterator[int]:
    return (to for to in (rating - 1, rating + 1) if 0 <= to <= number("highest_rating"))


def rating_sensitivity(ranked: Iterable[Problem], downstream: Mapping[str, int]) -> tuple[RatingStep, ...]:
    """Return every change by one step of one known rating that gives another first problem, in the order of the hierarchy."""
    problems = tuple(ranked)
    first_two = [place_of(each, downstream[each.id]) for each in problems[:2]]
    found: list[RatingStep] = []
    for problem in problems if len(problems) > 1 else ():
        leads = problem.id == problems[0].id
        rival = first_two[1 if leads else 0]
        for name in STEPPED:
            rating = getattr(problem, name)
            for to in () if rating is None else _steps(rating):
                changed = place_of(problem.model_copy(update={name: to}), downstream[problem.id])
                first = min(changed, rival).id
                if first != problems[0].id:
                    found.append(RatingStep(problem=problem.id, rating=name, from_=rating, to=to, first=first))
    return tuple(found)


class _Reach:
    """Which nodes can be reached from which, as bits, with one arrow left out."""

    def __init__(self, graph: Arrows) -> None:
        self.bit = {node: 1 << at for at, node in enumerate(sorted(graph))}
        self.rows = [sum(self.bit[target] for target in graph[node]) for node in sorted(graph)]

    def without(self, start: str, source: str, target: str) -> int:
        """Return the bits of what can be reached from a node without the arrow from source to target."""
        cut, kept = self.bit[source].bit_length() - 1, ~self.bit[target]
        reached, waiting = 0, self.bit[start]
        while waiting:
            at = (waiting & -waiting).bit_length() - 1
            waiting &= waiting - 1
            new = (self.rows[at] & kept if at == cut else self.rows[at]) & ~reached
            reached |= new
            waiting |= new
        return reached

    def count(self, node: str, reached: int) -> int:
        """Return how many *other* nodes the bits name."""
        return (reached & ~self.bit[node]).bit_count()


def _first_without(source: str, target: str, reach: _Reach, rivals: Mapping[str, Place]) -> str | None:
    """Return the first problem once the link is gone, None where another way leads to its target, so that nothing changes."""
    if reach.without(source, source, target) & reach.bit[target]:
        return None
    places = (place.feeding(reach.count(each, reach.without(each, source, target))) for each, place in rivals.items())
    return min(places).id


def link_sensitivity(ranked: Iterable[Problem], downstream: Mapping[str, int], graph: Arrows) -> tuple[LinkStep, ...]:
    """Return every link whose removal gives another first problem, by source and target.

    A link bears on nothing but the number of problems downstream: only those that nothing earlier in the key tells apart
    from the first can take its place.
    """
    places = [place_of(each, downstream[each.id]) for each in ranked]
    rivals = {each.id: each for each in places if each.before_downstream == places[0].before_downstream}
    if len(rivals) < 2:
        return ()
    reach = _Reach(graph)
    removed = ((source, target, _first_without(source, target, reach, rivals)) for source in sorted(graph) for target in graph[source])
    return tuple(
        LinkStep(source=source, target=target, first=first)
        for source, target, first in removed
        if first is not None and first != places[0].id
    )
