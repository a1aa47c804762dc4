"""Medical illness and medicines. What the clinician should check is listed, and never concluded."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from trd_core.areas.rule import Rules, area_rule
from trd_core.case import Case
from trd_core.facts import any_member, holds, is_not_empty, is_one_of, is_true, member_fact
from trd_core.finding import Finding, Judged, any_of

AREA: Final = "medical"
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


def _is_told(name: str) -> Callable[[Case], Judged]:
    return lambda case: is_true(case, f"medical.{name}")


def _is_to_check(code: str) -> Callable[[Case], Judged]:
    return lambda case: holds(case, "medical.to_check", code)


def _low_energy(case: Case) -> Judged:
    return any_of(is_true(case, "medical.low_energy"), holds(case, "stress.symptoms", "low_energy"))


def _anxiety_came_first(case: Case) -> Judged:
    return any_of(is_true(case, "medical.anxiety_came_first"), is_one_of(case, "episode.preceded_by", ("anxiety",)))


RULES: Final = Rules(
    area_rule(AREA, "illness", lambda case: is_not_empty(case, "medical.conditions")),
    area_rule(AREA, "illness_limits_daily_life", lambda case: any_member(case, "medical.conditions", _limits)),
    *(area_rule(AREA, name, _is_told(name)) for name in SINGLE_FACTS),
    area_rule(AREA, "low_energy", _low_energy),
    area_rule(AREA, "anxiety_came_first", _anxiety_came_first),
    area_rule(AREA, "contributing_drugs", lambda case: is_not_empty(case, "iatrogenic.medical_drugs"), needs_clinician=True),
    area_rule(AREA, "contributing_psychotherapy", lambda case: is_true(case, "iatrogenic.psychotherapy"), needs_clinician=True),
    *(area_rule(AREA, f"check_{code}", _is_to_check(code), needs_clinician=True) for code in TO_CHECK),
)


def judge_medical(case: Case) -> tuple[Finding, ...]:
    """Return what was told or charted about medical illness and medicines."""
    return RULES(case)
