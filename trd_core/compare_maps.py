"""Two maps of one person: problems, links and circles that are new, gone or changed, and who stands first.

A problem is gone only where the later map is known whole. Problems that an interview numbered (`p1`) are recognised by
their names, for a number says nothing from one interview to the next.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from trd_core.assessment import Assessment
from trd_core.case import Case
from trd_core.compare_values import changed_scalar, compared
from trd_core.comparison import CircleChange, LinkChange, MapChange, Presence, ProblemChange, RatingChange, Stand
from trd_core.finding import Scalar
from trd_core.map_results import MapLink, RankedProblem

NUMBERED: Final = re.compile(r"p\d+")
KEY_PARTS: Final = ("urgency", "patient_priority", "treatment_available", "severity_burden_impairment", "downstream", "modifiability")
LINK_PARTS: Final = ("strength", "certainty", "which_first")


@dataclass(frozen=True, slots=True)
class MapAt:
    """The clinician's map at one visit."""

    problems: dict[str, RankedProblem]
    """By key, in rank order."""
    links: dict[tuple[str, str], MapLink]
    """By the keys of both ends."""
    circles: tuple[tuple[str, ...], ...]
    is_whole: bool
    """Whether no further problem may be on it."""
    links_are_whole: bool
    first: Stand
    primary: Stand


def _keys(problems: tuple[RankedProblem, ...]) -> dict[str, str]:
    """The key of each problem by its id; names that two problems share recognise neither."""
    named = {each.id: " ".join((each.label or "").casefold().split()) for each in problems if NUMBERED.fullmatch(each.id)}
    wanted = {each.id: named.get(each.id) or each.id for each in problems}
    often = Counter(wanted.values())
    return {identifier: key if often[key] == 1 else identifier for identifier, key in wanted.items()}


def map_at(assessment: Assessment, case: Case) -> MapAt:
    """Return the map of one visit, and whether it is known whole."""
    analysis = assessment.macro_analysis
    keys = _keys(analysis.problems)
    is_closed = "areas_completed" not in case.missing and "under_age" not in assessment.flags
    is_whole = case.problems is not None and "problems" not in case.missing and is_closed
    ids = [keys[each.id] for each in analysis.problems]
    none = Stand(is_open=not is_whole)
    return MapAt(
        problems={keys[each.id]: each for each in analysis.problems},
        links={(keys.get(each.source, each.source), keys.get(each.target, each.target)): each for each in analysis.links},
        circles=tuple(tuple(sorted(keys.get(each, each) for each in circle)) for circle in analysis.circles),
        is_whole=is_whole,
        links_are_whole=is_whole and case.links is not None and "links" not in case.missing,
        first=Stand(value=ids[0]) if ids else none,
        primary=Stand(is_open=True) if analysis.primary is None else Stand(value=keys.get(analysis.primary, analysis.primary)),
    )


def _presence(in_before: bool, in_after: bool, *, before_is_whole: bool, after_is_whole: bool) -> Presence:
    if in_before and in_after:
        return "kept"
    if in_after:
        return "new" if before_is_whole else "not_known_before"
    return "gone" if after_is_whole else "not_known_after"


def _rating(name: str, before: Scalar | None, after: Scalar | None) -> Iterator[RatingChange]:
    if before != after:
        yield RatingChange(name=name, before=before, after=after, change=changed_scalar(before, after))


def _problem(key: str, before: MapAt, after: MapAt) -> ProblemChange:
    one, other = before.problems.get(key), after.problems.get(key)
    shown = other or one
    ratings: tuple[RatingChange, ...] = ()
    if one is not None and other is not None:
        ratings = tuple(each for name in KEY_PARTS for each in _rating(name, getattr(one.key, name), getattr(other.key, name)))
    return ProblemChange(
        key=key,
        presence=_presence(one is not None, other is not None, before_is_whole=before.is_whole, after_is_whole=after.is_whole),
        before_id=None if one is None else one.id,
        after_id=None if other is None else other.id,
        before_label=None if one is None else one.label,
        after_label=None if other is None else other.label,
        area=None if shown is None else shown.area,
        before_rank=None if one is None else one.rank,
        after_rank=None if other is None else other.rank,
        ratings=ratings,
    )


def _link(arrow: tuple[str, str], before: MapAt, after: MapAt) -> LinkChange:
    one, other = before.links.get(arrow), after.links.get(arrow)
    details: list[RatingChange] = []
    if one is not None and other is not None:
        for name in LINK_PARTS:
            details += _rating(name, getattr(one, name), getattr(other, name))
        if one.rationale != other.rationale:
            known = changed_scalar(one.rationale, other.rationale)
            details.append(RatingChange(name="rationale", change=known))
    return LinkChange(
        source=arrow[0],
        target=arrow[1],
        presence=_presence(
            one is not None,
            other is not None,
            before_is_whole=before.links_are_whole or _left(arrow, before),
            after_is_whole=after.links_are_whole or _left(arrow, after),
        ),
        details=tuple(details),
    )


def _left(keys: tuple[str, ...], at: MapAt) -> bool:
    """Whether one of these problems is surely not on the map, so that no link or circle of it is."""
    return at.is_whole and any(key not in at.problems for key in keys)


def _circle(members: tuple[str, ...], before: MapAt, after: MapAt) -> CircleChange:
    presence = _presence(
        members in before.circles,
        members in after.circles,
        before_is_whole=before.links_are_whole or _left(members, before),
        after_is_whole=after.links_are_whole or _left(members, after),
    )
    return CircleChange(members=members, presence=presence)


def compare_maps(before: MapAt, after: MapAt) -> MapChange:
    """Return what is new, gone and changed on the map."""
    return MapChange(
        problems=tuple(_problem(key, before, after) for key in dict.fromkeys((*after.problems, *before.problems))),
        links=tuple(_link(arrow, before, after) for arrow in sorted({*after.links, *before.links})),
        circles=tuple(_circle(members, before, after) for members in sorted({*after.circles, *before.circles})),
        first=compared("macro_analysis.first", before.first, after.first),
        primary=compared("macro_analysis.primary", before.primary, after.primary),
    )
