"""Stressful life situations: allostatic load and overload, and the strains that were named.

Criterion A is the clinician's judgement alone; a list of events does not make it. What was asked stays visible (B1 to
B3) even where the six months decide otherwise.
"""

from __future__ import annotations

from typing import Final, Literal

from trd_core.areas.area import area_verdict
from trd_core.assessment import AllostaticCriteria, AllostaticResult
from trd_core.case import Case
from trd_core.catalogue import codes, number
from trd_core.conclude import valued, verdict
from trd_core.facts import any_member, has_codes, is_true, member_fact, read
from trd_core.finding import NOT_MET, Finding, Judged, all_of, any_of, by_rule, made, negate

POSSIBLE_SYMPTOMS: Final = 9
STRAINS: Final = ("work_or_money_strain", "living_conditions_strain", "caregiving_strain", "family_strain", "loss", "health_strain")
"""Strains by what was named; the themes of each are parameters."""


def _overlaps_only(case: Case, b1: Judged, b2: Judged, b3: Judged) -> bool:
    symptoms = read(case, "stress.symptoms") or ()
    return b1.is_met and not b2.is_met and not b3.is_met and set(symptoms) <= codes("symptoms_of_depression_too")


def _summary(overload: Judged, load: Judged, a: Judged) -> Literal["overload", "load", "none", "unknown"]:
    if overload.is_met:
        return "overload"
    if load.is_met:
        return "load"
    return "none" if a.verdict == NOT_MET else "unknown"


def strain(case: Case, code: str) -> Judged:
    """Return whether a source of stress of this kind was named."""
    themes = codes(f"{code}_themes")
    return any_member(case, "stress.sources", lambda source, path: member_fact(source, path, "theme", themes.__contains__))


def _criteria(case: Case) -> tuple[Judged, Judged, Judged, Judged]:
    """A, B1, B2 and B3, as asked."""
    return (
        by_rule("allostatic.A", is_true(case, "stress.exceeds_coping")),
        by_rule("allostatic.B1", has_codes(case, "stress.symptoms", int(number("allostatic_symptoms")), POSSIBLE_SYMPTOMS)),
        by_rule("allostatic.B2", is_true(case, "stress.functioning_impaired")),
        by_rule("allostatic.B3", is_true(case, "stress.overwhelmed")),
    )


def judge_stress(case: Case) -> tuple[AllostaticResult, tuple[Finding, ...]]:
    """Return allostatic load or overload, and the findings of the area."""
    a, b1, b2, b3 = _criteria(case)
    b = all_of(any_of(b1, b2, b3), by_rule("allostatic.within_six_months", is_true(case, "stress.within_six_months")))
    overload, load = all_of(a, b), all_of(a, negate(b))
    overlap_only = overload.is_met and _overlaps_only(case, b1, b2, b3)
    flags = ("overlap_only",) if overlap_only else ()
    summary = _summary(overload, load, a)
    criteria = {"A": a, "B1": b1, "B2": b2, "B3": b3}
    deciding = load if summary == "load" else overload
    findings = [
        *(
            verdict(f"allostatic.criteria.{name}", f"allostatic.{name}", each)
            for name, each in (("A", a), ("B1", b1), ("B2", b2), ("B3", b3))
        ),
        valued(
            "allostatic",
            "allostatic",
            summary,
            reasons=deciding.reasons,
            missing=deciding.missing,
            rules_used=deciding.rules,
            flags=flags,
            needs_clinician=True,
        ),
        area_verdict("stress", "overload", overload, flags=flags, needs_clinician=True),
        area_verdict("stress", "load", load, needs_clinician=True),
        *(area_verdict("stress", code, strain(case, code)) for code in STRAINS),
    ]
    verdicts = made(AllostaticCriteria, **{name: each.verdict for name, each in criteria.items()})
    return made(AllostaticResult, verdict=summary, criteria=verdicts, overlap_only=overlap_only), tuple(findings)
