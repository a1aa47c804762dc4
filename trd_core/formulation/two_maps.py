"""The person's map beside the clinician's: what each sees alone, arrows that run the other way, and both first choices.

It compares; it does not say who is right. Each id stands once in a record, under one hand: a problem is on somebody's map
if they put it there, or drew an arrow from it or to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from trd_core.case import Case, Link, Problem
from trd_core.conclude import valued, verdict
from trd_core.finding import MET, NOT_MET, UNKNOWN, Finding, Judged, Reason, Verdict, made
from trd_core.map_results import Arrow, SeenAlone, TwoMaps

PERSON: Final = "patient"

_Ends = tuple[str, str]


def _ends(links: Iterable[Link]) -> frozenset[_Ends]:
    return frozenset((link.source, link.target) for link in links)


def _on_map(problems: Iterable[Problem], arrows: Iterable[_Ends]) -> frozenset[str]:
    return frozenset((*(problem.id for problem in problems), *(end for ends in arrows for end in ends)))


def _arrows(ends: Iterable[_Ends]) -> tuple[Arrow, ...]:
    return tuple(made(Arrow, source=source, target=target) for source, target in sorted(ends))


def _name(problem: Problem) -> str | None:
    return " ".join(problem.label.casefold().split()) if problem.label else None


def _same_names(persons: Iterable[Problem], clinicians: Sequence[Problem]) -> tuple[tuple[str, str], ...]:
    """Pairs of ids whose labels differ in capitals and spaces at most: perhaps one problem, written down twice."""
    pairs = ((one.id, other.id) for one in persons for other in clinicians if _name(one) is not None and _name(one) == _name(other))
    return tuple(sorted(pairs))


def _persons_first(problems: Sequence[Problem]) -> str | None:
    """The problem of the greatest priority to the person; None on a tie, or where one was not rated."""
    if not problems or any(problem.patient_priority is None for problem in problems):
        return None
    greatest = max(problem.patient_priority or 0 for problem in problems)
    chosen = [problem.id for problem in problems if problem.patient_priority == greatest]
    return chosen[0] if len(chosen) == 1 else None


def _clinicians_first(case: Case, hierarchy: Sequence[str]) -> str | None:
    """The first of the order that the clinician set, else of the hierarchy."""
    override = case.hierarchy_override.order if case.hierarchy_override else ()
    return next((each for each in (*override, *hierarchy) if each in hierarchy), None)


def _same(one: str | None, other: str | None) -> Verdict:
    if one is None or other is None:
        return UNKNOWN
    return MET if one == other else NOT_MET


def persons_problems(case: Case) -> tuple[Problem, ...]:
    """Return the problems on the person's map, in the order of the record."""
    problems = case.problems or ()
    drawn = _ends(link for link in case.links or () if link.by == PERSON)
    ids = _on_map((each for each in problems if each.by == PERSON), drawn)
    return tuple(each for each in problems if each.id in ids)


def two_maps(case: Case, hierarchy: Sequence[str]) -> TwoMaps | None:
    """Return how the two maps differ, None where the person drew nothing."""
    problems, links = case.problems or (), case.links or ()
    persons = persons_problems(case)
    if not persons:
        return None
    theirs = _ends(link for link in links if link.by == PERSON)
    ours = _ends(link for link in links if link.by != PERSON)
    persons_ids = frozenset(problem.id for problem in persons)
    clinicians_ids = _on_map((each for each in problems if each.by != PERSON), ours)
    turned = frozenset((a, b) for a, b in theirs - ours if (b, a) in ours - theirs)
    alone = theirs - ours - turned, ours - theirs - {(b, a) for a, b in turned}
    persons_alone, clinicians_alone = persons_ids - clinicians_ids, clinicians_ids - persons_ids
    persons_first, clinicians_first = _persons_first(persons), _clinicians_first(case, hierarchy)
    return made(
        TwoMaps,
        person_alone=made(SeenAlone, problems=tuple(sorted(persons_alone)), links=_arrows(alone[0])),
        clinician_alone=made(SeenAlone, problems=tuple(sorted(clinicians_alone)), links=_arrows(alone[1])),
        reversed=_arrows(turned),
        same_name=_same_names(
            (each for each in problems if each.id in persons_alone), [each for each in problems if each.id in clinicians_alone]
        ),
        differences=len(persons_alone) + len(clinicians_alone) + len(alone[0]) + len(alone[1]) + len(turned),
        first_of_person=persons_first,
        first_of_clinician=clinicians_first,
        same_first=_same(persons_first, clinicians_first),
    )


def _difference_reasons(compared: TwoMaps) -> tuple[Reason, ...]:
    sides = ((compared.person_alone, "person"), (compared.clinician_alone, "clinician"))
    problems = (Reason(path=f"problems.{each}", value=f"{whose} alone") for side, whose in sides for each in side.problems)
    links = (
        (each, words)
        for each, words in (
            *((each, f"{whose} alone") for side, whose in sides for each in side.links),
            *((each, "reversed") for each in compared.reversed),
        )
    )
    return (*problems, *(Reason(path=f"links.{each.source}->{each.target}", value=words) for each, words in links))


def _first_choices(case: Case, compared: TwoMaps) -> Finding:
    persons = persons_problems(case)
    path = "problems.{}.patient_priority".format
    missing = tuple(path(each.id) for each in persons if each.patient_priority is None)
    decided = compared.same_first != UNKNOWN
    tie = compared.first_of_person is None and not missing
    return verdict(
        "macro_analysis.two_maps.same_first",
        "formulation.first_choices",
        Judged(
            compared.same_first,
            tuple(Reason(path=path(each.id), value=each.patient_priority) for each in persons if each.patient_priority is not None),
            () if decided else missing,
            ("formulation.hierarchy",) if compared.first_of_clinician else (),
        ),
        flags=(*(("tie",) if tie else ()), *(("nothing_ranked",) if compared.first_of_clinician is None else ())),
        needs_clinician=True,
    )


def two_maps_findings(case: Case, compared: TwoMaps) -> tuple[Finding, ...]:
    """Return how much the two maps differ, and whether the first choices are one."""
    differences = valued(
        "macro_analysis.two_maps.differences",
        "formulation.two_maps",
        compared.differences,
        reasons=_difference_reasons(compared),
        flags=("same_name",) if compared.same_name else (),
        needs_clinician=True,
    )
    return (differences, _first_choices(case, compared))
