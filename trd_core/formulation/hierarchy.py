"""Which problem to take up first: a fixed key, shown with every problem. An aid to the clinician, who may set another order with a reason.

Only confirmed problems and links enter. An unrated key sorts lowest and stays visible as unrated; it is never filled in.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from trd_core.case import Problem
from trd_core.catalogue import number
from trd_core.finding import made
from trd_core.formulation.circles import Arrows, downstream
from trd_core.map_results import HierarchyKey, RankedProblem

WEIGHT: Final = ("severity", "burden", "impairment")
RATINGS: Final = ("urgency", "patient_priority", "treatment_available", *WEIGHT, "modifiability")


def unrated(problem: Problem) -> tuple[str, ...]:
    """Return the names of the ratings that nobody gave."""
    return tuple(name for name in RATINGS if getattr(problem, name) is None)


def weight(problem: Problem) -> tuple[int, int]:
    """Return the lowest and the highest that severity + burden + impairment may be."""
    ratings = [getattr(problem, name) for name in WEIGHT]
    known, unknown = sum(rating for rating in ratings if rating is not None), ratings.count(None)
    return known, known + unknown * int(number("highest_rating"))


def key_of(problem: Problem, graph: Arrows) -> HierarchyKey:
    """Return what the problem's place rests on."""
    low, high = weight(problem)
    return made(
        HierarchyKey,
        safety=problem.area == "safety",
        urgency=problem.urgency,
        patient_priority=problem.patient_priority,
        treatment_available=problem.treatment_available,
        severity_burden_impairment=low if low == high else None,
        severity_burden_impairment_range=None if low == high else (low, high),
        downstream=len(downstream(graph, problem.id)),
        modifiability=problem.modifiability,
    )


def _lowest(rating: int | None) -> int:
    return 0 if rating is None else rating


class Place(NamedTuple):
    """What a problem is sorted by, part by part: ascending, so that what ranks high is low."""

    not_safety: bool
    urgency: int
    patient_priority: int
    treatment_available: int
    weight: int
    downstream: int
    modifiability: int
    id: str

    @property
    def before_downstream(self) -> tuple[bool | int, ...]:
        """The parts that are compared before the links are looked at."""
        return (self.not_safety, self.urgency, self.patient_priority, self.treatment_available, self.weight)

    def feeding(self, count: int) -> Place:
        """Return the same place with another number of problems downstream."""
        return self._replace(downstream=-count)


def place_of(problem: Problem, downstream_count: int) -> Place:
    """Return what a problem is sorted by."""
    return Place(
        not_safety=problem.area != "safety",
        urgency=-_lowest(problem.urgency),
        patient_priority=-_lowest(problem.patient_priority),
        treatment_available=-int(problem.treatment_available is True),
        weight=-weight(problem)[0],
        downstream=-downstream_count,
        modifiability=-_lowest(problem.modifiability),
        id=problem.id,
    )


def _refers(problem: Problem) -> bool:
    return problem.severity == int(number("highest_rating")) and problem.treatment_available is False


def rank(problems: Iterable[Problem], graph: Arrows) -> tuple[RankedProblem, ...]:
    """Return the problems in the order in which to take them up, each with its key."""
    placed = sorted(((problem, key_of(problem, graph)) for problem in problems), key=lambda pair: place_of(pair[0], pair[1].downstream))
    return tuple(
        made(
            RankedProblem,
            id=problem.id,
            rank=place,
            key=key,
            label=problem.label,
            area=problem.area,
            kind=problem.kind,
            unrated=unrated(problem),
            refer=_refers(problem),
        )
        for place, (problem, key) in enumerate(placed, start=1)
    )


def primary(problems: Iterable[Problem]) -> str | None:
    """Return the one problem with the greatest severity + burden + impairment, None on a tie or an unknown.

    Where any problem has a kind, syndromes alone are compared.
    """
    everyone = tuple(problems)
    compared = [each for each in everyone if each.kind == "syndrome"] if any(each.kind for each in everyone) else list(everyone)
    weights = [(*weight(each), each.id) for each in compared]
    if not weights or any(low != high for low, high, _ in weights):
        return None
    greatest = max(low for low, _, _ in weights)
    predominant = [identifier for low, _, identifier in weights if low == greatest]
    return predominant[0] if len(predominant) == 1 else None
