"""Family and interpersonal relationships: six dimensions of the family, support, and the four interpersonal areas."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from trd_core.areas.rule import Rules, area_rule
from trd_core.case import Case
from trd_core.facts import is_false, is_one_of, is_true
from trd_core.finding import Finding, Judged, any_of

AREA: Final = "relationships"
FAMILY: Final = ("problem_solving", "communication", "roles", "affective_responsiveness", "affective_involvement", "behavior_control")
PRESENT: Final = {
    "lonely": "lonely",
    "conflict": "conflict",
    "grief": "grief",
    "dispute": "dispute",
    "role_transition": "role_transition",
    "interpersonal_sensitivity": "interpersonal_sensitivity",
    "caregiving_strain": "caregiving_strain",
    "opposition_to_treatment": "others_oppose_treatment",
}


def _is_unhealthy(name: str) -> Callable[[Case], Judged]:
    return lambda case: is_one_of(case, f"relationships.{name}", ("unhealthy",))


def _is_told(name: str) -> Callable[[Case], Judged]:
    return lambda case: is_true(case, f"relationships.{name}")


def _no_confidant(case: Case) -> Judged:
    return is_false(case, "relationships.confidant")


RULES: Final = Rules(
    *(area_rule(AREA, f"{name}_unhealthy", _is_unhealthy(name), needs_clinician=True) for name in FAMILY),
    area_rule(AREA, "family_functioning", lambda case: any_of(*(_is_unhealthy(name)(case) for name in FAMILY)), needs_clinician=True),
    area_rule(AREA, "no_confidant", _no_confidant),
    area_rule(AREA, "no_practical_support", lambda case: is_false(case, "relationships.practical_support")),
    area_rule(AREA, "isolation", lambda case: any_of(_no_confidant(case), is_true(case, "relationships.lonely"))),
    *(area_rule(AREA, code, _is_told(name)) for code, name in PRESENT.items()),
)


def judge_relationships(case: Case) -> tuple[Finding, ...]:
    """Return what burdens the person's relationships, and what is lacking in them."""
    return RULES(case)
