"""Problems that the answers suggest, each with its evidence: proposals for the clinician, who confirms, edits or rejects them."""

from __future__ import annotations

from collections.abc import Mapping

from trd_core.case import Case
from trd_core.catalogue import ProblemKind, cited, number, points, problem_kinds, status_of
from trd_core.finding import Finding, Judged, last_status
from trd_core.formulation.conditions import CONDITIONS
from trd_core.formulation.context import Context
from trd_core.formulation.proposal import ProblemProposal, ProposedRatings
from trd_core.settings import Settings

RULE = "formulation.propose_problem"


def _available(kind: ProblemKind, case: Case) -> bool | None:
    """Whether a plan option that treats it can be had here; unknown where that list is unfinished."""
    listed = case.preferences.available_here
    if not kind.options or listed is None:
        return None
    if set(kind.options) & set(listed):
        return True
    return None if "preferences.available_here" in case.missing else False


def _rated(parameter: str, answer: str | None) -> int | None:
    return None if answer is None else int(points(parameter)[answer])


def _ratings(kind: ProblemKind, case: Case) -> ProposedRatings:
    is_depression = kind.code == "depression"
    return ProposedRatings(
        severity=_rated("severity_as_rating", case.episode.severity) if is_depression else None,
        impairment=_rated("impairment_as_rating", case.episode.functional_impairment) if is_depression else None,
        urgency=int(number("highest_rating")) if kind.area == "safety" else None,
        treatment_available=_available(kind, case),
    )


def _proposal(kind: ProblemKind, context: Context, on_map: frozenset[str]) -> ProblemProposal | None:
    by_finding = {finding_id: context.finding(finding_id) for finding_id in kind.findings}
    by_condition = [CONDITIONS[name](context) for name in kind.conditions]
    met: list[Judged] = [judged for judged in (*by_finding.values(), *by_condition) if judged.is_met]
    if not met:
        return None
    suggested_by = tuple(finding_id for finding_id, judged in by_finding.items() if judged.is_met)
    evidence = {reason.path: reason for judged in met for reason in judged.reasons}
    findings = [context.findings[finding_id] for finding_id in suggested_by]
    return ProblemProposal(
        id=kind.code,
        code=kind.code,
        title=kind.title,
        area=kind.area,
        kind=kind.kind,
        findings=suggested_by,
        evidence=tuple(evidence.values()),
        speaks_against=kind.speaks_against,
        ratings=_ratings(kind, context.case),
        flags=tuple(dict.fromkeys(flag for finding in findings for flag in finding.flags)),
        rule=RULE,
        citation=cited(kind.citation, kind.locator),
        status=last_status((status_of(RULE), *(finding.status for finding in findings))),
        on_map=kind.code in on_map,
    )


def propose_problems(case: Case, settings: Settings, findings: Mapping[str, Finding]) -> tuple[ProblemProposal, ...]:
    """Return the problems suggested, in the order of the table: safety first, then the areas."""
    context = Context(case, settings, findings)
    on_map = frozenset(problem.id for problem in case.problems or ())
    proposals = (_proposal(kind, context, on_map) for kind in problem_kinds().values())
    return tuple(proposal for proposal in proposals if proposal is not None)
