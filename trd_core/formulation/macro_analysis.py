"""The macro-analysis of a case: the clinician's map ranked, its circles, the person's own map beside it and compared with it.

What the person drew is kept apart and not ranked; what the program proposed is not here until it was confirmed.
"""

from __future__ import annotations

from trd_core.case import Case, Link, Problem
from trd_core.conclude import valued
from trd_core.finding import Finding, Reason, made
from trd_core.formulation.circles import arrows, circles
from trd_core.formulation.hierarchy import RATINGS, primary, rank, unrated
from trd_core.formulation.rankings import rank_by_each_method, ranking_findings
from trd_core.formulation.two_maps import two_maps, two_maps_findings
from trd_core.map_results import MacroAnalysis, MapLink, OrderOverride, PersonsMap, RankedProblem


def _map_link(link: Link) -> MapLink:
    return made(
        MapLink,
        source=link.source,
        target=link.target,
        strength=link.strength,
        certainty=link.certainty,
        rationale=link.rationale,
        which_first=link.which_first,
        evidence=link.evidence or (),
    )


def _override(case: Case, ranked: tuple[RankedProblem, ...]) -> OrderOverride | None:
    if case.hierarchy_override is None:
        return None
    order, ids = case.hierarchy_override.order, [problem.id for problem in ranked]
    return made(
        OrderOverride,
        order=order,
        reason=case.hierarchy_override.reason,
        left_out=tuple(each for each in ids if each not in order),
        not_on_map=tuple(each for each in order if each not in ids),
    )


def _reasons(problem: Problem) -> tuple[Reason, ...]:
    rated = ((f"problems.{problem.id}.{name}", getattr(problem, name)) for name in ("area", *RATINGS))
    return tuple(Reason(path=path, value=value) for path, value in rated if value is not None)


def _place_finding(problem: Problem, ranked: RankedProblem) -> Finding:
    return valued(
        f"macro_analysis.problems.{problem.id}",
        "formulation.hierarchy",
        ranked.rank,
        reasons=_reasons(problem),
        missing=tuple(f"problems.{problem.id}.{name}" for name in unrated(problem)),
        flags=("refer",) if ranked.refer else (),
        needs_clinician=True,
    )


def _primary_finding(problems: tuple[Problem, ...], proposed: str | None) -> Finding:
    weights = ("kind", "severity", "burden", "impairment")
    paths = [(f"problems.{problem.id}.{name}", getattr(problem, name)) for problem in problems for name in weights]
    return valued(
        "macro_analysis.primary",
        "formulation.primary",
        proposed,
        reasons=tuple(Reason(path=path, value=value) for path, value in paths if value is not None),
        missing=() if proposed else tuple(path for path, value in paths if value is None and not path.endswith(".kind")),
        needs_clinician=True,
    )


def _circle_finding(circle: tuple[str, ...], links: tuple[Link, ...]) -> Finding:
    inside = [link for link in links if link.source in circle and link.target in circle]
    return valued(
        f"macro_analysis.circles.{'+'.join(circle)}",
        "formulation.circles",
        len(circle),
        reasons=tuple(Reason(path=f"links.{link.source}->{link.target}", value=True) for link in inside),
        needs_clinician=True,
    )


def analyse(case: Case, *, in_depth: bool = False, tells: bool = True) -> tuple[MacroAnalysis, tuple[Finding, ...]]:
    """Return the macro-analysis and, unless values alone are wanted, its findings; `in_depth` also what the first place hangs on."""
    problems = tuple(problem for problem in case.problems or () if problem.by != "patient")
    ids = {problem.id for problem in problems}
    links = tuple(link for link in case.links or () if link.by != "patient" and {link.source, link.target} <= ids)
    graph = arrows(ids, ((link.source, link.target) for link in links))
    ranked = rank(problems, graph)
    proposed = primary(problems)
    by_id = {problem.id: problem for problem in problems}
    in_order = tuple(by_id[each.id] for each in ranked)
    rankings = rank_by_each_method(in_order, links, {each.id: each.key.downstream for each in ranked}, graph if in_depth else None)
    compared = two_maps(case, rankings.hierarchy)
    analysis = made(
        MacroAnalysis,
        problems=ranked,
        links=tuple(_map_link(link) for link in links),
        circles=circles(graph),
        primary=proposed,
        rate_first=tuple(each.id for each in ranked if each.key.urgency is None),
        rankings=rankings,
        override=_override(case, ranked),
        person=made(
            PersonsMap,
            problems=tuple(problem.id for problem in case.problems or () if problem.by == "patient"),
            links=tuple(_map_link(link) for link in case.links or () if link.by == "patient"),
        ),
        two_maps=compared,
    )
    if not tells:
        return analysis, ()
    findings = [_place_finding(by_id[each.id], each) for each in ranked]
    if problems:
        findings.append(_primary_finding(problems, proposed))
    return analysis, (
        *findings,
        *(_circle_finding(circle, links) for circle in analysis.circles),
        *ranking_findings(rankings, in_order, links),
        *(two_maps_findings(case, compared) if compared else ()),
    )
