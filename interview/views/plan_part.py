"""The individualized plan, ready to be read by a clinician: each option with what points to it, its evidence, its limits and its steps.

It says no more than the assessment does. What is shown on request only stands apart, where the person asked for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from interview.language import _
from interview.views.locale import day, listed
from interview.views.path_titles import path_title, problem_title
from interview.views.plan_words import (
    AVAILABILITY,
    EVIDENCE,
    PLAN,
    POINTS_TO_IT,
    PREFERENCE,
    REMARKS,
    SAFETY_COMES_FIRST,
    STATUS,
    STEPS,
    WHAT,
    WHAT_A_PLAN_IS,
    WITHHELD,
)
from interview.views.words_clinician import status_words, title
from trd_core.assessment import Assessment
from trd_core.case import Case
from trd_core.catalogue import cited, plan_options
from trd_core.plan_results import Evidence, PlanEntry, PlanStep


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One option in words; `serves` holds labels, which are free text."""

    id: str
    order: int
    title: str
    standing: str
    """Suggested, or the prescriber's decision."""
    what: str
    serves: tuple[str, ...]
    """Labels of the problems that it serves, the first in rank first."""
    points: tuple[str, ...]
    """What was found that points to it."""
    reported: tuple[str, ...]
    limits: tuple[str, ...]
    steps: tuple[str, ...]
    remarks: tuple[str, ...]
    to_ask: tuple[str, ...]
    """What nobody knows yet, and is to be asked."""
    preference: str
    availability: str
    rule: str
    citation: str
    status_words: str


@dataclass(frozen=True, slots=True)
class PlanPart:
    """The plan of a record."""

    what_it_is: tuple[str, ...] = WHAT_A_PLAN_IS
    first: str | None = None
    """What comes before every option: safety."""
    lines: tuple[PlanLine, ...] = ()
    asked_for: tuple[str, ...] = ()
    """What the person would like, and nothing found so far points to; also what is shown on request only."""
    open: tuple[str, ...] = ()
    """What is not settled, and what would settle it."""


NO_PLAN: Final = PlanPart()


def plan_part(case: Case, assessment: Assessment) -> PlanPart:
    """Return the plan in words."""
    labels = {problem.id: problem.label or problem_title(problem.id) for problem in case.problems or ()}
    safety = assessment.safety
    return PlanPart(
        first=SAFETY_COMES_FIRST if safety.routing != "none" or safety.needs_disposition else None,
        lines=tuple(_line(entry, labels) for entry in assessment.plan),
        asked_for=_asked_for(case, assessment),
        open=_open(assessment),
    )


def _line(entry: PlanEntry, labels: Mapping[str, str]) -> PlanLine:
    served = [each for each in entry.for_ if each in labels]
    found = [title(each) for each in entry.for_ if each not in labels]
    return PlanLine(
        id=entry.id,
        order=entry.order,
        title=PLAN[f"plan.{entry.id}"],
        standing=STATUS[entry.status],
        what=WHAT[entry.id],
        serves=tuple(labels[each] for each in served),
        points=(*found, *(POINTS_TO_IT[each] for each in entry.indications)),
        reported=tuple(_evidence(each) for each in entry.reported),
        limits=tuple(_evidence(each) for each in entry.limits),
        steps=tuple(_step(each) for each in entry.steps),
        remarks=tuple(REMARKS[flag] for flag in entry.flags),
        to_ask=tuple(path_title(path) for path in entry.to_ask),
        preference=PREFERENCE[entry.preference],
        availability=AVAILABILITY[entry.availability],
        rule=entry.rule,
        citation=entry.citation,
        status_words=status_words(entry.status_of_rule),
    )


def _evidence(evidence: Evidence) -> str:
    numbers = {name: f"{number:g}" for name, number in evidence.numbers.items()}
    return f"{EVIDENCE[evidence.code].format(**numbers)} ({'; '.join(evidence.citations)})"


def _step(step: PlanStep) -> str:
    said = [f"{step.step}. {STEPS[step.code]}"]
    if step.status == "prescriber_decision":
        said.append(STATUS[step.status])
    if step.withheld:
        said.append(_("withheld: {listed}").format(listed=listed([WITHHELD[each] for each in step.withheld])))
    elif step.date is not None:
        said.append(day(step.date))
    elif step.month is not None:
        said.append(_("in {day}; the day is not known").format(day=day(step.month)))
    elif step.missing:
        said.append(_("no date: {listed} is not known").format(listed=listed([path_title(path) for path in step.missing])))
    if not step.withheld:
        said += [REMARKS[flag] for flag in step.flags]
    return "; ".join(said)


def _asked_for(case: Case, assessment: Assessment) -> tuple[str, ...]:
    shown = {entry.id for entry in assessment.plan}
    wanted = () if "under_age" in assessment.flags else case.preferences.wanted or ()
    return tuple(on_request(each) for each in wanted if each not in shown)


def on_request(option_id: str) -> str:
    """Return an option in one paragraph, for who asks for it: what it is, what is reported, its limits, its source."""
    option = plan_options()[option_id]
    said = [
        EVIDENCE[each.code].format(**{name: f"{number:g}" for name, number in each.numbers.items()})
        for each in (*option.reported, *option.limits)
    ]
    unfounded = "" if option.on_request else _(" Nothing found so far points to it.")
    told = f"{PLAN[f'plan.{option_id}']} ({STATUS[option.status]}): {WHAT[option_id]}{unfounded}"
    return " ".join((told, *said, f"({cited(option.citation, option.locator)})"))


def _open(assessment: Assessment) -> tuple[str, ...]:
    finding = assessment.findings.get("plan.sequential")
    if finding is None or finding.verdict != "unknown":
        return ()
    return (
        _("{plan}: not settled yet; not known: {listed}").format(
            plan=PLAN[finding.id], listed=listed([path_title(path) for path in finding.missing])
        ),
    )
