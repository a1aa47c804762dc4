"""`compare`: two assessments of one person. What changed, as codes; never that somebody is better, or safe.

Findings of single treatments are not compared: a treatment's id says nothing from one interview to the next.
"""

from __future__ import annotations

from typing import Final

from trd_core.assessment import Assessment
from trd_core.case import Case
from trd_core.compare_maps import compare_maps, map_at
from trd_core.compare_values import compared, compared_stage, known_or_not, stand_of
from trd_core.comparison import Change, Comparison, SafetyBeside, VisitMark, VisitOrder
from trd_core.dates import surely_before

STAGES: Final = (
    "staging.thase_rush",
    "staging.thase_rush.lenient",
    "staging.european",
    "staging.mgh",
    "staging.mgh.expanded",
    "staging.maudsley",
    "staging.dutch",
)
RESPONSE: Final = ("response.direction", "response.self_direction", "response.spectrum")
RATINGS: Final = ("kellner", "kellner_self")
LISTED: Final = (
    "areas.",
    "allostatic.criteria.",
    "toxicity.manifestations.",
    "resistance_types.",
    "common_definition.",
    "refractoriness",
    "impediments.",
)
"""Beginnings of the ids of findings that are listed where they are not the same."""
SAFETY: Final = "areas.safety."
ALIKE: Final = {"same", "still_open"}


class NotOnePerson(ValueError):
    """The two assessments are of different subjects."""

    def __init__(self) -> None:
        """Say so, without naming either."""
        super().__init__("the two assessments are of different subjects; compare two visits of one person")


def visit_order(before: Case, after: Case) -> VisitOrder:
    """Return whether the dates say that the first visit came first; `as_given` where they do not say."""
    if surely_before(before.assessed_on, after.assessed_on):
        return "by_date"
    return "against_date" if surely_before(after.assessed_on, before.assessed_on) else "as_given"


def _mark(case: Case, assessment: Assessment) -> VisitMark:
    return VisitMark(assessed_on=case.assessed_on, visit=case.visit, flags=assessment.flags)


def _finding(identifier: str, before: Assessment, after: Assessment) -> Change:
    return compared(identifier, stand_of(before.findings.get(identifier)), stand_of(after.findings.get(identifier)))


def _stage(identifier: str, before: Assessment, after: Assessment) -> Change:
    alike = (before.settings.scope, before.settings.doses) == (after.settings.scope, after.settings.doses)
    stands = (stand_of(before.findings.get(identifier)), stand_of(after.findings.get(identifier)))
    return compared_stage(identifier, *stands, alike=alike)


def _reference(before: Case, after: Case) -> tuple[str, ...]:
    """What must be said beside two ratings of change: each speaks of the latest treatment of its own visit."""
    if before.kellner_reference is None or after.kellner_reference is None:
        return ("reference_not_known",)
    return () if before.kellner_reference == after.kellner_reference else ("other_reference",)


def _rating(name: str, before: Assessment, after: Assessment, flags: tuple[str, ...]) -> Change:
    first, second = (known_or_not(getattr(each.response, name)) for each in (before, after))
    return compared(f"response.{name}", first, second, flags)


def _differing(before: Assessment, after: Assessment) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """Findings that are not the same, and the answers about safety among them."""
    ids = (each for each in dict.fromkeys((*before.findings, *after.findings)) if each.startswith(LISTED))
    differing = tuple(each for each in (_finding(identifier, before, after) for identifier in sorted(ids)) if each.change not in ALIKE)
    safety = tuple(each for each in differing if each.id.startswith(SAFETY))
    return tuple(each for each in differing if each not in safety), safety


def _flags(before: Assessment, after: Assessment) -> tuple[str, ...]:
    unnamed = before.subject is None or after.subject is None
    return (
        *(("subject_not_known",) if unnamed else ()),
        *(("settings_differ",) if before.settings != after.settings else ()),
    )


def compare(before: Assessment, after: Assessment, before_case: Case, after_case: Case) -> Comparison:
    """Return what changed from the first assessment to the second, in the order given; the cases say what is known whole.

    Raises `NotOnePerson` where the subjects are known to differ.
    """
    if None not in (before.subject, after.subject) and before.subject != after.subject:
        raise NotOnePerson
    reference = _reference(before_case, after_case)
    findings, safety = _differing(before, after)
    return Comparison(
        subject=after.subject or before.subject,
        before=_mark(before_case, before),
        after=_mark(after_case, after),
        order=visit_order(before_case, after_case),
        flags=_flags(before, after),
        map=compare_maps(map_at(before, before_case), map_at(after, after_case)),
        stages=tuple(_stage(identifier, before, after) for identifier in STAGES),
        response=(
            *(_rating(name, before, after, reference) for name in RATINGS),
            *(_finding(identifier, before, after) for identifier in RESPONSE),
        ),
        allostatic=_finding("allostatic", before, after),
        findings=findings,
        safety=SafetyBeside(before=before.safety, after=after.safety, answers=safety),
    )
