"""What stands behind the formulation: four orders, what the first place hangs on, the two maps, the facts that conclusions hang on."""

from __future__ import annotations

from typing import Any

from interview.views.depth_part import NOTHING_CHANGES, depth_lines, work_out
from trd_core.assess import assess
from trd_core.reading import case_of
from trd_core.settings import DEFAULT


def problem(name: str, by: str = "clinician", **ratings: Any) -> dict[str, Any]:
    rated = dict.fromkeys(("urgency", "patient_priority", "severity", "burden", "impairment", "modifiability"), 1)
    return {"id": name, "label": name.capitalize(), "area": "lifestyle", "by": by, "treatment_available": True, **rated, **ratings}


def link(source: str, target: str, by: str = "clinician") -> dict[str, Any]:
    return {"source": source, "target": target, "strength": 0.5, "certainty": "high", "by": by}


def told(*problems: dict[str, Any], links: tuple[dict[str, Any], ...] = ()) -> list[str]:
    return [line.words for line in work_out(case_of({"problems": list(problems), "links": list(links)}), DEFAULT)]


def test_four_orders_stand_side_by_side_with_how_far_they_agree() -> None:
    lines = told(problem("sleep", urgency=2), problem("drink", modifiability=3), links=(link("drink", "sleep"),))
    assert "by the hierarchy: Sleep; Drink" in lines
    assert "by the strength of what a problem feeds: Drink; Sleep" in lines
    assert "the hierarchy, and the strength of what a problem feeds: -1.00" in lines


def test_what_would_change_the_first_place_is_said_and_also_that_nothing_would() -> None:
    assert "Sleep: urgency 1 instead of 2 would put Drink first" in told(problem("sleep", urgency=2), problem("drink", patient_priority=2))
    assert NOTHING_CHANGES in told(problem("sleep", urgency=3), problem("drink", urgency=0))


def test_the_persons_map_is_laid_beside_the_clinicians() -> None:
    lines = told(
        problem("sleep"),
        problem("strain", by="patient"),
        problem("drink"),
        links=(link("sleep", "drink"), link("drink", "sleep", by="patient")),
    )
    assert "problems that the person sees alone: Strain" in lines
    assert "links that the two see the other way round (as the person drew them): Drink → Sleep" in lines


def test_one_remembered_dose_is_named_as_what_a_conclusion_rests_on() -> None:
    trial = {
        "id": "t1",
        "kind": "medication",
        "agent": "sertraline",
        "dose_mg": 50,
        "weeks": 8,
        "outcome": "non_response",
        "episode": "current",
        "adherence_percent": 100,
    }
    lines = [line.words for line in work_out(case_of({"trials": [trial]}), DEFAULT)]
    assert "Facts on which a conclusion hangs alone, and what would change were they otherwise:" in lines
    assert any("Thase" in line and "dose" in line for line in lines)


def test_without_depth_and_without_a_map_nothing_is_said() -> None:
    case = case_of({})
    assert () == depth_lines(case, assess(case))
