"""What a conclusion hangs on, and what would change the first place, in words."""

from __future__ import annotations

import json

from interview.views.depth_words import first_place_changes, hangs_on
from trd_core.assess import assess
from trd_core.reading import read_case

TRIAL = {
    "id": "t1",
    "kind": "medication",
    "agent": "sertraline",
    "dose_mg": 50,
    "weeks": 8,
    "outcome": "non_response",
    "episode": "current",
}


def test_a_stage_hangs_on_a_dose_that_is_just_enough() -> None:
    case = read_case(json.dumps({"trials": [TRIAL]}))
    lines = hangs_on(assess(case, in_depth=True))
    (dose,) = (line for line in lines if "dose in mg a day" in line)
    assert dose.startswith("treatment 1: dose in mg a day (50; were it 49")
    assert "whether treatment 1 was adequate; " in dose
    assert "Thase–Rush stage" in dose
    assert not any("kind" in line for line in lines)
    assert "each item of the MGH, Maudsley and Dutch points moves its sum" == lines[-1]


def test_one_step_of_urgency_changes_who_is_first() -> None:
    problems = [{"id": "a", "label": "The nights", "urgency": 2}, {"id": "b", "label": "The days", "urgency": 1, "patient_priority": 1}]
    case = read_case(json.dumps({"problems": problems}))
    found = first_place_changes(case, assess(case, in_depth=True).macro_analysis)
    assert (
        "The nights: urgency 1 instead of 2 would put The days first",
        "The days: urgency 2 instead of 1 would put The days first",
    ) == found


def test_without_depth_nothing_is_said() -> None:
    case = read_case(json.dumps({"trials": [TRIAL]}))
    assert () == hangs_on(assess(case)) == first_place_changes(case, assess(case).macro_analysis)
