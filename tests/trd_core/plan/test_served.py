"""Which problems on the map an option serves: those that it treats, in rank order, and no other; they give it its place."""

from __future__ import annotations

from trd_core.assess import assess
from trd_core.plan_results import PlanEntry
from trd_core.reading import case_of

OVERLOAD = {"exceeds_coping": True, "within_six_months": True, "functioning_impaired": True}


def plan(*ids: str) -> dict[str, PlanEntry]:
    """Return the plan where these problems stand on the map, the first most urgent, beside overload and a short sleep."""
    ranked = [{"id": identifier, "urgency": 3 - place} for place, identifier in enumerate(ids)]
    given = {"problems": ranked, "stress": OVERLOAD, "lifestyle": {"sleep_hours": 5}}
    return {entry.id: entry for entry in assess(case_of(given)).plan}


def test_a_problem_that_it_treats_is_served_and_another_is_not() -> None:
    shown = plan("allostatic_overload", "health_anxiety")
    assert ("allostatic_overload", "areas.stress.overload") == shown["change_environment"].for_
    assert ("caregiving", "areas.stress.overload") == plan("caregiving")["change_environment"].for_
    assert "health_anxiety" not in shown["lifestyle"].for_
    assert "allostatic_overload" not in plan("health_anxiety")["change_environment"].for_


def test_the_first_problem_served_gives_the_place() -> None:
    assert 1 == plan("allostatic_overload", "health_anxiety")["change_environment"].order
    without = plan("health_anxiety")
    assert without["change_environment"].order > max(entry.order for entry in without.values() if "health_anxiety" in entry.for_)
