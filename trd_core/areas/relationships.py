"""Family and interpersonal relationships: six dimensions of the family, support, and the four interpersonal areas."""

from __future__ import annotations

from typing import Final

from trd_core.areas.area import area_verdict
from trd_core.case import Case
from trd_core.facts import is_false, is_one_of, is_true
from trd_core.finding import Finding, any_of

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


def judge_relationships(case: Case) -> tuple[Finding, ...]:
    """Return what burdens the person's relationships, and what is lacking in them."""
    unhealthy = {name: is_one_of(case, f"relationships.{name}", ("unhealthy",)) for name in FAMILY}
    no_confidant = is_false(case, "relationships.confidant")
    return (
        *(area_verdict("relationships", f"{name}_unhealthy", judged, needs_clinician=True) for name, judged in unhealthy.items()),
        area_verdict("relationships", "family_functioning", any_of(*unhealthy.values()), needs_clinician=True),
        area_verdict("relationships", "no_confidant", no_confidant),
        area_verdict("relationships", "no_practical_support", is_false(case, "relationships.practical_support")),
        area_verdict("relationships", "isolation", any_of(no_confidant, is_true(case, "relationships.lonely"))),
        *(area_verdict("relationships", code, is_true(case, f"relationships.{name}")) for code, name in PRESENT.items()),
    )
