"""The trainee's macro-analysis beside the expert's: problems, links, order, first place, and each difference with the fact for the key.

What is on the trainee's map alone is asked about and never called wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import sqrt
from typing import Final

from interview.engine.session import Session
from interview.practice.feedback.matching import joined, matched, own_problems
from interview.practice.feedback.model import Difference, MapCompared
from interview.practice.feedback.words import say
from interview.practice.patient.case_file import CaseFile, LinkKey

FEWEST_RANKED: Final = 3
"""Shared problems below which two orders are not compared."""
RATED: Final = frozenset({"urgency", "severity", "burden", "impairment"})
"""Ratings of which a problem needs one to have a place of its own."""
AGREES: Final = 0.6
"""From here on two orders are said to be much the same; from 0 on to agree in part. Status: project."""

Arrow = tuple[str, str]


def compared(case: CaseFile, session: Session) -> MapCompared:
    """Return the two maps side by side."""
    problems = own_problems(session)
    if not problems:
        return MapCompared(differences=tuple(_problems_missing(case, {})), says=(say("map.none"),))
    pairs = matched(problems, case.key.problems)
    parts = joined(problems, case.key.problems, pairs)
    to_key = {**dict(pairs), **parts}
    essential = [problem.id for problem in case.key.problems if problem.essential]
    recall = sum(problem in to_key.values() for problem in essential) / len(essential) if essential else None
    labels = {problem.id: problem.label or problem.id for problem in problems}
    drawn = _drawn(session, to_key)
    wanted = [link for link in case.key.links if {link.source, link.target} <= set(to_key.values())]
    arrows = {(link.source, link.target) for link in wanted}
    needed = [link for link in wanted if link.essential]
    found = sum((link.source, link.target) in drawn for link in needed)
    places = _places(session)
    tau = tau_b([(places[own], case.key.hierarchy.index(key)) for own, key in pairs if own in places and key in case.key.hierarchy])
    first = _first(places)
    same_first = None if first is None else to_key.get(first) == case.key.hierarchy[0]
    links_recall = found / len(needed) if needed else None
    links_precision = len(drawn & arrows) / len(drawn) if drawn else None
    return MapCompared(
        matched=pairs,
        problems_precision=len(to_key) / len(problems),
        problems_recall=recall,
        links_precision=links_precision,
        links_recall=links_recall,
        rank_correlation=tau,
        same_first=same_first,
        differences=(
            *_problems_missing(case, to_key),
            *(
                Difference(kind="problem_more", says=say("map.problem.more", label=labels[problem.id], name=case.person.name))
                for problem in problems
                if problem.id not in to_key
            ),
            *_parts(case, parts, dict(pairs), labels),
            *_link_differences(case, needed, drawn, arrows),
            *_first_difference(case, first, same_first, labels),
        ),
        says=tuple(_says(recall, links_recall, links_precision, tau, same_first, ties=first is None and bool(places))),
    )


def tau_b(pairs: Sequence[tuple[int, int]]) -> float | None:
    """Return Kendall's tau-b of paired places, ties counted out; None under three pairs, or where one side is all ties."""
    if len(pairs) < FEWEST_RANKED:
        return None
    signs = [(_sign(one[0] - other[0]), _sign(one[1] - other[1])) for one, other in combinations(pairs, 2)]
    ours, theirs = sum(mine != 0 for mine, __ in signs), sum(key != 0 for __, key in signs)
    return sum(mine * key for mine, key in signs) / sqrt(ours * theirs) if ours and theirs else None


def _sign(difference: int) -> int:
    return (difference > 0) - (difference < 0)


def _places(session: Session) -> dict[str, int]:
    """Return the places of the trainee's rated problems; the same ratings, the same place. An order that they set themselves goes first."""
    override = session.case().hierarchy_override
    if override is not None:
        return {problem: place for place, problem in enumerate(override.order)}
    places: dict[str, int] = {}
    keys: list[object] = []
    for problem in session.assessment().macro_analysis.problems:
        if not set(problem.unrated) >= RATED:
            if problem.key not in keys:
                keys.append(problem.key)
            places[problem.id] = keys.index(problem.key)
    return places


def _first(places: Mapping[str, int]) -> str | None:
    """Return the problem that stands first alone."""
    leading = [problem for problem, place in places.items() if place == 0]
    return leading[0] if len(leading) == 1 else None


def _drawn(session: Session, to_key: Mapping[str, str]) -> set[Arrow]:
    """Return the trainee's links between problems that are also the key's, by the key's ids."""
    return {
        (to_key[link.source], to_key[link.target])
        for link in session.case().links or ()
        if link.by != "patient" and link.source in to_key and link.target in to_key and to_key[link.source] != to_key[link.target]
    }


def _parts(case: CaseFile, parts: Mapping[str, str], pairs: Mapping[str, str], labels: Mapping[str, str]) -> Iterator[Difference]:
    """Yield where the trainee has as two problems what the key has as one; neither is called wrong."""
    key_labels = {problem.id: problem.label for problem in case.key.problems}
    first = {key: own for own, key in pairs.items()}
    for own, key in parts.items():
        says = say("map.problem.part", one=labels[first[key]], other=labels[own], key=key_labels[key])
        yield Difference(kind="problem_more", says=says)


def _problems_missing(case: CaseFile, to_key: Mapping[str, str]) -> Iterator[Difference]:
    for problem in case.key.problems:
        if problem.essential and problem.id not in to_key.values():
            yield Difference(kind="problem_missing", says=say("map.problem.missing", label=problem.label), because=problem.because)


def _link_differences(case: CaseFile, needed: Sequence[LinkKey], drawn: set[Arrow], arrows: set[Arrow]) -> Iterator[Difference]:
    label = {problem.id: problem.label for problem in case.key.problems}
    turned = {(source, target) for source, target in drawn - arrows if (target, source) in arrows - drawn}
    for link in needed:
        arrow = (link.source, link.target)
        if arrow not in drawn and arrow[::-1] not in turned:
            says = say("map.link.missing", source=label[link.source], target=label[link.target])
            yield Difference(kind="link_missing", says=says, because=link.because)
    because = {(link.source, link.target): link.because for link in case.key.links}
    for source, target in sorted(drawn - arrows):
        if (source, target) in turned:
            says = say("map.link.turned", source=label[source], target=label[target])
            yield Difference(kind="link_turned", says=says, because=because.get((target, source)))
        else:
            yield Difference(kind="link_more", says=say("map.link.more", source=label[source], target=label[target]))


def _first_difference(case: CaseFile, first: str | None, same: bool | None, labels: Mapping[str, str]) -> Iterator[Difference]:
    top = next((problem for problem in case.key.problems if problem.id == case.key.hierarchy[0]), None)
    if first is not None and same is False and top is not None:
        says = say("map.first.other", yours=labels.get(first, first), key=top.label)
        yield Difference(kind="first_place", says=says, because=top.because)


def _says(
    recall: float | None, links: float | None, precision: float | None, tau: float | None, same_first: bool | None, *, ties: bool
) -> Iterator[str]:
    if recall is not None:
        yield say("map.all_problems" if recall == 1 else "map.some_problems" if recall else "map.no_problems")
    if links is not None:
        all_there = "map.links.all" if precision == 1 else "map.links.more"
        yield say(all_there if links == 1 else "map.links.some" if links else "map.links.none")
    if tau is not None:
        yield say("map.order.same" if tau >= AGREES else "map.order.partly" if tau > 0 else "map.order.other")
    if same_first:
        yield say("map.first.same")
    elif ties:
        yield say("map.first.ties")
