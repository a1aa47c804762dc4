"""The map of problems in a bundle: an `Observation` for each problem and each link, and a `List` that holds their order.

No `Condition`: what stands on the map is a problem of a conversation and a hypothesis of a link, and no diagnosis.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from interview.export.fhir.names import TERMINOLOGY, Json, full_url, own, own_parts, part, system
from interview.export.fhir.told import Told, is_withheld
from interview.language import _
from interview.views.macro import WHAT_LINKS_ARE
from interview.views.path_titles import member_title, problem_title
from trd_core.case import Link, Problem
from trd_core.catalogue import problem_kinds
from trd_core.map_results import MacroAnalysis, RankedProblem

HIERARCHY: Final = "hierarchy"
RATINGS: Final = ("severity", "burden", "impairment", "urgency", "modifiability", "patient_priority")
SURVEY: Final = {"coding": [{"system": f"{TERMINOLOGY}/observation-category", "code": "survey", "display": "Survey"}]}
BY_PRIORITY: Final = {"coding": [{"system": f"{TERMINOLOGY}/list-order", "code": "priority", "display": "Sorted by Priority"}]}
UNRATED: Final = {"dataAbsentReason": {"coding": [{"system": f"{TERMINOLOGY}/data-absent-reason", "code": "unknown"}]}}


def macro(told: Told, status: str, answers: Json) -> Iterator[tuple[str, Json]]:
    """Yield the id and the resource of each problem and link, then of the order; nothing where nobody drew a map."""
    case, analysis = told.order.session.case(), told.order.session.assessment().macro_analysis
    problems, links = case.problems or (), case.links or ()
    if not problems and not links:
        return
    said = {problem.id: _concept(problem.id, problem.label) for problem in problems}
    ranked = {each.id: each for each in analysis.problems}
    base = {"status": status, "category": [SURVEY], "subject": told.subject, "derivedFrom": [answers], **_when(told)}
    for problem in problems:
        yield _of(problem), _observation(told, base, _problem(problem, said[problem.id], ranked.get(problem.id), analysis))
    for place, link in enumerate(links):
        yield f"map.link.{place}", _observation(told, base, _link(link, said, told))
    yield HIERARCHY, _hierarchy(told, analysis, problems)


def _of(problem: Problem) -> str:
    return _id(problem.id, problem.by == "patient")


def _id(identifier: str, is_persons: bool) -> str:
    return f"map.{'persons' if is_persons else 'problem'}.{identifier}"


def _when(told: Told) -> Json:
    return {} if told.is_research else {"effectiveDateTime": told.order.session.state.updated_at}


def _observation(told: Told, base: Json, own_part: Json) -> Json:
    return {"resourceType": "Observation", **told.marks, "contained": [told.patient], **base, **own_part}


def _problem(problem: Problem, concept: Json, place: RankedProblem | None, analysis: MacroAnalysis) -> Json:
    extensions = [own("drawn-by", "Code", problem.by or "clinician")]
    if place is not None:
        extensions.append(own("rank", "PositiveInt", place.rank))
        extensions += [own("refer", "Boolean", True)] if place.refer else []
        extensions += [own("in-circle", "Boolean", True)] if any(problem.id in circle for circle in analysis.circles) else []
    parts = [_component(name, _rated(getattr(problem, name))) for name in RATINGS]
    available = problem.treatment_available
    parts.append(_component("treatment_available", UNRATED if available is None else {"valueBoolean": available}))
    parts += [_component(name, _coded(name, value)) for name in ("area", "kind") if (value := getattr(problem, name)) is not None]
    return {
        "extension": extensions,
        "code": _code("problem", _("A problem on the map")),
        "valueCodeableConcept": concept,
        "component": parts,
    }


def _link(link: Link, said: Mapping[str, Json], told: Told) -> Json:
    extensions = [own("drawn-by", "Code", link.by or "clinician")]
    parts = []
    for name, identifier in (("source", link.source), ("target", link.target)):
        parts.append(_component(name, {"valueCodeableConcept": said.get(identifier) or _concept(identifier, None)}))
        if identifier in said:
            extensions.append(own(name, "Reference", _reference(told, identifier, link.by == "patient")))
    if link.strength is not None:
        parts.append(_component("strength", {"valueQuantity": {"value": link.strength}}))
    if link.certainty is not None:
        parts.append(_component("certainty", _coded("certainty", link.certainty)))
    for name in ("which_first", "rationale"):
        text = getattr(link, name)
        if text and not is_withheld(text):
            parts.append(_component(name, {"valueString": text}))
    return {"extension": extensions, "code": _code("link", WHAT_LINKS_ARE), "component": parts}


def _reference(told: Told, identifier: str, is_persons: bool) -> Json:
    """The problem that a link or the order names: on the map of whoever drew it, else on the other one."""
    drawn = {problem.by == "patient" for problem in told.order.session.case().problems or () if problem.id == identifier}
    on = is_persons if is_persons in drawn else not is_persons
    return {"reference": full_url(told.record, _id(identifier, on))}


def _hierarchy(told: Told, analysis: MacroAnalysis, problems: Sequence[Problem]) -> Json:
    extensions = [own_parts("circle", *(_member(told, each) for each in circle)) for circle in analysis.circles]
    extensions += [own("rate-first", "Reference", _reference(told, each, False)) for each in analysis.rate_first]
    if analysis.primary is not None:
        extensions.append(own("primary", "Reference", _reference(told, analysis.primary, False)))
    if analysis.override is not None:
        known = {problem.id for problem in problems}
        reason = [] if is_withheld(analysis.override.reason) else [part("reason", "String", analysis.override.reason)]
        order = [_member(told, each) for each in analysis.override.order if each in known]
        extensions.append(own_parts("order-of-the-clinician", *order, *reason))
    made: Json = {"resourceType": "List", **told.marks, "contained": [told.patient]}
    if extensions:
        made["extension"] = extensions
    made |= {"status": "current", "mode": "snapshot", "title": _("Hierarchy of problems"), "code": _code(HIERARCHY, None)}
    made["subject"] = told.subject
    if not told.is_research:
        made["date"] = told.order.session.state.updated_at
    made["orderedBy"] = BY_PRIORITY
    made["note"] = [{"text": _("Problems as they were named in the interview, in the order to take them up; none of them is a diagnosis.")}]
    entries = [{"item": _reference(told, each.id, False)} for each in analysis.problems]
    return {**made, "entry": entries} if entries else made


def _member(told: Told, identifier: str) -> Json:
    return part("problem", "Reference", _reference(told, identifier, False))


def _concept(identifier: str, label: str | None) -> Json:
    """A problem by its code, where it is one that the program knows, and in words, where its reader gets them."""
    is_known, is_code = identifier in problem_kinds(), label is not None and is_withheld(label)
    words = problem_title(identifier) if label is None or is_code else label
    coding = [{"system": system("problem"), "code": identifier}] if is_known else []
    return {**({"coding": coding} if coding else {}), "text": words}


def _rated(value: int | None) -> Json:
    return UNRATED if value is None else {"valueInteger": value}


def _coded(name: str, value: str) -> Json:
    return {"valueCodeableConcept": {"coding": [{"system": system(f"map-{name}"), "code": value}]}}


def _component(name: str, held: Any) -> Json:
    return {"code": _code(name.replace("_", "-"), member_title(name)), **held}


def _code(name: str, words: str | None) -> Json:
    return {"coding": [{"system": system("map"), "code": name}], **({"text": words} if words else {})}
