"""The plan of a case: each option whose indication was found, with what it rests on, in the order of the hierarchy.

An option is shown only where something that it is for is known to be there; an unknown shows nothing and hides nothing.
The person's wishes and what can be had are shown beside it, and take nothing out. What is shown on request only is in no plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Final, Literal

from trd_core.assessment import SafetyResult
from trd_core.case import Case
from trd_core.catalogue import cited, plan_options, problem_kinds, status_of
from trd_core.conclude import as_judged, verdict
from trd_core.facts import is_complete
from trd_core.finding import MET, UNKNOWN, Finding, Judged, Reason, Status, by_rule, last_status, made
from trd_core.formulation.context import Context
from trd_core.map_results import MacroAnalysis, RankedProblem
from trd_core.plan.conditions import CONDITIONS
from trd_core.plan.option import CitedEvidence, OptionKind
from trd_core.plan.sequential import RULE as SEQUENTIAL
from trd_core.plan.sequential import Sequence, judge_sequence, reasons_to_withhold, to_ask
from trd_core.plan_results import Evidence, PlanEntry

RULE: Final = "plan.options"
FOURTH_STEP: Final = "fourth_step_of_the_sequence"
REST_ON_A_FAILURE: Final = frozenset({"cbt_modified", "mbct", "add_drug_after_psychotherapy"})
CARRIED: Final = frozenset({"possible_symptom", "overlap_only", "contradicts_trials", "enantiomer_pair", "unstable_response"})
"""Flags of findings that are shown beside an option too, where everything that points to it has them."""


@dataclass(slots=True)
class Pointers:
    """What was found that points to an option: findings, facts by the name of their condition, problems on the map."""

    findings: dict[str, None] = field(default_factory=dict)
    """Ids, in the order of the table."""
    judged: list[Judged] = field(default_factory=list)
    conditions: list[str] = field(default_factory=list)
    problems: list[RankedProblem] = field(default_factory=list)

    @property
    def are_there(self) -> bool:
        """Whether anything points to it."""
        return bool(self.judged or self.problems)


def _matching(pattern: str, met: Mapping[str, Finding]) -> Iterable[str]:
    if "*" not in pattern:
        return (pattern,) if pattern in met else ()
    begin, _, end = pattern.partition("*")
    return (finding_id for finding_id in met if finding_id.startswith(begin) and finding_id.endswith(end))


def _pointers(
    option: OptionKind, met: Mapping[str, Finding], conditions: Mapping[str, Judged], ranked: Iterable[RankedProblem]
) -> Pointers:
    found = Pointers()
    for pattern in option.findings:
        for finding_id in _matching(pattern, met):
            found.findings[finding_id] = None
            found.judged.append(as_judged(met[finding_id]))
    for name, speaks_of in option.conditions.items():
        if conditions[name].is_met:
            found.conditions.append(name)
            found.judged.append(conditions[name])
            if speaks_of:
                found.findings[speaks_of] = None
    found.problems += [each for each in ranked if each.id in option.problems or each.area in option.problem_areas]
    if found.are_there:
        found.findings.update((each, None) for each in option.adds if each in met)
    return found


def _flags(option: OptionKind, found: Pointers, context: Context, has_trial_to_check: bool, withheld: tuple[str, ...]) -> tuple[str, ...]:
    wishes = context.case.preferences
    rests = [context.findings[each].flags for each in found.findings] if not found.conditions and not found.problems else []
    shared = set.intersection(*(set(flags) for flags in rests)) if rests else set()
    other = {"therapy": ("medication", "neither"), "drug": ("psychotherapy", "neither")}.get(option.kind, ())
    out_of_reach = option.kind == "therapy" and wishes.therapy_reachable is False
    shown = {
        "trial_to_be_checked_first": has_trial_to_check and option.id in REST_ON_A_FAILURE,
        "wishes_contradict": option.id in (wishes.wanted or ()) and option.id in (wishes.not_wanted or ()),
        "prefers_otherwise": wishes.prefers in other,
        "therapy_out_of_reach": out_of_reach,
    }
    return (*sorted(shared & CARRIED), *(code for code, holds in shown.items() if holds), *withheld)


def _preference(case: Case, option: str) -> Literal["wanted", "unwanted", "unknown"]:
    wanted, unwanted = (option in (listed or ()) for listed in (case.preferences.wanted, case.preferences.not_wanted))
    if wanted == unwanted:
        return "unknown"
    return "wanted" if wanted else "unwanted"


def _availability(case: Case, option: OptionKind) -> Literal["here", "refer", "unknown"]:
    if option.kind == "management" or option.id in (case.preferences.available_here or ()):
        return "here"
    return "refer" if is_complete(case, "preferences.available_here") else "unknown"


@cache
def _evidence(entries: tuple[str, Literal["reported", "limits"]]) -> tuple[Evidence, ...]:
    option, part = entries
    rows: tuple[CitedEvidence, ...] = getattr(plan_options()[option], part)
    return tuple(Evidence(code=row.code, numbers=row.numbers, citations=tuple(cited(each, None) for each in row.citations)) for row in rows)


def _served(option: OptionKind, found: Pointers, ranked: Iterable[RankedProblem]) -> list[RankedProblem]:
    """The problems on the map that it treats, in rank order."""
    kinds = problem_kinds()
    pointing = {each.id for each in found.problems}
    return [each for each in ranked if each.id in pointing or (each.id in kinds and option.id in kinds[each.id].options)]


def _reasons(found: Pointers, sequence: Sequence | None) -> tuple[Reason, ...]:
    judged = (*found.judged, *((sequence.judged,) if sequence is not None else ()))
    reasons = {reason.path: reason for each in judged for reason in each.reasons}
    reasons |= {path: Reason(path=path, value=each.id) for each in found.problems for path in (f"problems.{each.id}.id",)}
    return tuple(reasons.values())


@dataclass(frozen=True, slots=True)
class _Match:
    option: OptionKind
    found: Pointers
    served: list[RankedProblem]
    sequence: Sequence | None = None


@lru_cache(maxsize=4096)
def _status(own: Status, rules: tuple[str, ...]) -> Status:
    """How sure: the least sure of the option's own status and of the rules that decided."""
    return last_status((own, *(status_of(each) for each in rules)))


def _made(match: _Match, order: int, context: Context, safety: SafetyResult, has_trial_to_check: bool) -> tuple[PlanEntry, Finding]:
    option, found, sequence = match.option, match.found, match.sequence
    rule = RULE if sequence is None else SEQUENTIAL
    withheld = reasons_to_withhold(context, safety) if option.cautions else ()
    deciding = [rule, *(each for judged in found.judged for each in judged.rules)]
    if sequence is not None:
        deciding += [*sequence.judged.rules, *(("plan.withheld",) if withheld else ())]
    rules = tuple(dict.fromkeys(deciding))
    status = _status(option.status_of_rule, rules)
    asked = to_ask(context.case) if option.cautions else ()
    flags = _flags(option, found, context, has_trial_to_check, () if sequence is not None else withheld)
    citation = cited(option.citation, option.locator)
    entry = made(
        PlanEntry,
        id=option.id,
        for_=(*(each.id for each in match.served), *found.findings),
        status=option.status,
        indications=tuple(found.conditions),
        reported=_evidence((option.id, "reported")),
        limits=_evidence((option.id, "limits")),
        steps=sequence.steps if sequence is not None else (),
        withheld=withheld if sequence is not None else (),
        flags=flags,
        to_ask=asked,
        preference=_preference(context.case, option.id),
        availability=_availability(context.case, option),
        order=order,
        rule=rule,
        citation=citation,
        status_of_rule=status,
    )
    finding = made(
        Finding,
        id=f"plan.{option.id}",
        value=option.status,
        reasons=_reasons(found, sequence),
        missing=asked,
        rule=rule,
        rules=rules,
        citation=citation,
        status=status,
        flags=flags,
        needs_clinician=True,
    )
    return entry, finding


def make_plan(context: Context, safety: SafetyResult, analysis: MacroAnalysis) -> tuple[tuple[PlanEntry, ...], tuple[Finding, ...]]:
    """Return the options that something found points to, and a finding for each.

    A sequence of which all but the drug's dates is known stands as an open finding, and in no plan.
    """
    sequence = judge_sequence(context, safety)
    conditions = {name: condition(context) for name, condition in CONDITIONS.items()}
    conditions[FOURTH_STEP] = by_rule(SEQUENTIAL, sequence.judged) if sequence.has_come_to_step_four else Judged(UNKNOWN)
    met = {finding_id: finding for finding_id, finding in context.findings.items() if finding.verdict == MET}
    matches = []
    for option in plan_options().values():
        if option.on_request:
            continue
        is_sequence = option.id == "sequential"
        found = _pointers(option, met, conditions, analysis.problems)
        if is_sequence and sequence.judged.is_met:
            found.findings["resistance_types.d"] = None
        if found.are_there or (is_sequence and sequence.judged.is_met):
            served = _served(option, found, analysis.problems)
            matches.append(_Match(option, found, served, sequence if is_sequence else None))
    last = len(analysis.problems) + 1
    matches.sort(key=lambda match: match.served[0].rank if match.served else last)
    has_trial_to_check = any(match.option.id == "check_the_trial" for match in matches)
    made = [_made(match, order, context, safety, has_trial_to_check) for order, match in enumerate(matches, start=1)]
    open_sequence = sequence.judged.verdict == UNKNOWN and context.finding("resistance_types.d").is_met
    still_open = (verdict("plan.sequential", SEQUENTIAL, sequence.judged),) if open_sequence else ()
    return tuple(entry for entry, _ in made), (*(finding for _, finding in made), *still_open)
