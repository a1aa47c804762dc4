"""Medical illness and medicines. What the clinician should check is listed, and never concluded."""

from __future__ import annotations

from typing import Any, Final

from trd_core.areas.area import area_verdict
from trd_core.case import Case
from trd_core.facts import any_member, holds, is_not_empty, is_one_of, is_true, member_fact
from trd_core.finding import Finding, Judged, any_of

TO_CHECK: Final = (
    "early_adversity",
    "substance_use",
    "sleep_apnoea",
    "thyroid",
    "anaemia",
    "attention_deficit",
    "akathisia",
    "activation_after_drug_change",
)
SINGLE_FACTS: Final = ("pain", "renal_disease", "hepatic_disease", "interacting_drugs", "maoi_with_serotonergic", "insomnia")


def _limits(condition: Any, path: str) -> Judged:
    return member_fact(condition, path, "limits_daily_life", lambda limits: limits is True)


def judge_medical(case: Case) -> tuple[Finding, ...]:
    """Return what was told or charted about medical illness and medicines."""
    energy = any_of(is_true(case, "medical.low_energy"), holds(case, "stress.symptoms", "low_energy"))
    anxiety_first = any_of(is_true(case, "medical.anxiety_came_first"), is_one_of(case, "episode.preceded_by", ("anxiety",)))
    return (
        area_verdict("medical", "illness", is_not_empty(case, "medical.conditions")),
        area_verdict("medical", "illness_limits_daily_life", any_member(case, "medical.conditions", _limits)),
        *(area_verdict("medical", name, is_true(case, f"medical.{name}")) for name in SINGLE_FACTS),
        area_verdict("medical", "low_energy", energy),
        area_verdict("medical", "anxiety_came_first", anxiety_first),
        area_verdict("medical", "contributing_drugs", is_not_empty(case, "iatrogenic.medical_drugs"), needs_clinician=True),
        area_verdict("medical", "contributing_psychotherapy", is_true(case, "iatrogenic.psychotherapy"), needs_clinician=True),
        *(area_verdict("medical", f"check_{code}", holds(case, "medical.to_check", code), needs_clinician=True) for code in TO_CHECK),
    )
