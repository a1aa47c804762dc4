"""The second implementation by itself: the worked vectors of the rules (section 17), boundaries, and that an unknown only widens."""

from __future__ import annotations

import random
from copy import deepcopy
from typing import Any

import pytest

from tests.second.assess import assess
from tests.second.generator import random_case
from tests.second.staging import staging
from tests.second.tables import AREAS, MANIFESTATIONS
from tests.second.trials import Json

DOSES = {"sertraline": 50, "citalopram": 20, "fluoxetine": 20, "venlafaxine": 150, "amitriptyline": 150, "phenelzine": 45}
SOUND = {
    "functional_impairment": "none",
    "anxiety": "none",
    "personality_disorder": "none",
    "psychosocial_stressor": False,
    "intensified_treatment": "none",
    "psychotic": False,
    "misdiagnosis": dict.fromkeys(("bipolar", "dementia", "primary_anxiety", "medical_or_drug_induced"), False),
}


def _drug(agent: str, **facts: Any) -> Json:
    whole = {"kind": "medication", "agent": agent, "dose_mg": DOSES[agent], "weeks": 6, "outcome": "non_response", "episode": "current"}
    quiet = {"augmentations": [], "dose_optimised": False, "duration_optimised": False, "adherence_percent": 100}
    return whole | quiet | facts


def _case(months: float, severity: str, *trials: Json, **episode: Any) -> Json:
    numbered = [{"id": f"t{number}", **trial} for number, trial in enumerate(trials, 1)]
    return {"episode": SOUND | {"duration_months": months, "severity": severity} | episode, "trials": numbered}


CBT = {
    "kind": "psychotherapy",
    "agent": "cbt",
    "weeks": 12,
    "sessions": 12,
    "outcome": "non_response",
    "episode": "current",
    "evidence_based": True,
}
ECT = {"kind": "ect", "sessions": 8, "laterality": "bilateral", "outcome": "non_response", "episode": "current", "weeks": 4}
V1 = _case(8, "moderate", _drug("sertraline"), functional_impairment="moderate", psychosocial_stressor=True)
V2 = _case(
    18,
    "severe",
    _drug("sertraline"),
    _drug("venlafaxine", dose_optimised=True, augmentations=["lithium"]),
    CBT,
    functional_impairment="severe",
    anxiety="disorder",
    psychosocial_stressor=True,
)
V3 = _case(
    30,
    "severe",
    *map(_drug, ("sertraline", "citalopram", "venlafaxine", "amitriptyline")),
    _drug("phenelzine", augmentations=["lithium"]),
    ECT,
    CBT,
    CBT,
    psychotic=True,
    functional_impairment="severe",
    anxiety="disorder",
    personality_disorder="assessed",
    psychosocial_stressor=True,
    intensified_treatment="inpatient",
)
V4 = _case(12, "mild", _drug("sertraline"), _drug("amitriptyline"), functional_impairment="mild")
V5 = _case(26, "moderate", *map(_drug, ("sertraline", "citalopram", "fluoxetine")))
V6 = _case(10, "moderate", _drug("fluoxetine", weeks=3))


@pytest.mark.parametrize(
    ("case", "strict", "lenient", "level", "alternative", "points", "expanded", "msm", "measure"),
    [
        (V1, "I", "I", "A", None, 1, 1, 5, 8),
        (V2, "II", "II", "CRD", "TRD1", 3, 3, 8, 14),
        (V3, "V", "V", "CRD", "TRD5", 8.5, 8.5, 13, 23),
        (V4, "II", "III", "TRD1", None, 2, 2, 4, 5),
        (V5, "I", "I", "A", None, 3, 3, 8, None),
        (V6, "0", "0", "none", None, 0, 0, None, None),
    ],
    ids=["V1", "V2", "V3", "V4", "V5", "V6"],
)
def test_worked_vectors(
    case: Json, strict: str, lenient: str, level: str, alternative: Any, points: float, expanded: float, msm: Any, measure: Any
) -> None:
    found = staging(case)
    assert (strict, lenient) == (found["thase_rush"]["value"], found["thase_rush"]["lenient"])
    assert (level, alternative) == (found["european"]["value"], found["european"]["alternative"])
    assert (points, expanded) == (found["mgh"]["value"], found["mgh"]["expanded"])
    assert msm == found["maudsley"]["value"]
    assert measure is None or measure == found["dutch"]["value"]


def test_a_drug_that_worked_and_fails_again_is_of_type_a() -> None:
    earlier = _drug("venlafaxine", weeks=39, outcome="full_response", episode="previous")
    case = _case(6, "moderate", earlier, _drug("venlafaxine", weeks=12, drug_free_weeks_before=200))
    found = assess(case)
    assert "met" == found["resistance_types"]["a"]
    assert "not_met" == found["refractoriness"]["criteria"]["D"]
    assert "met" == found["toxicity"]["manifestations"]["rechallenge_failure"]
    assert 1 == found["staging"]["mgh"]["value"]


@pytest.mark.parametrize(
    ("agent", "gap", "verdict"),
    [("sertraline", 1.9, "not_met"), ("sertraline", 2, "met"), ("fluoxetine", 4.9, "not_met"), ("fluoxetine", 5, "met")],
)
def test_the_drug_free_period_has_a_minimum(agent: str, gap: float, verdict: str) -> None:
    earlier = _drug(agent, outcome="full_response", episode="previous")
    case = _case(6, "moderate", earlier, _drug(agent, drug_free_weeks_before=gap))
    assert verdict == assess(case)["resistance_types"]["a"]


def test_nothing_known_is_open_over_the_whole_scale() -> None:
    found = staging({})
    assert ["0", "V"] == found["thase_rush"]["range"]
    assert ["none", "CRD"] == found["european"]["range"]
    assert [0, None] == found["mgh"]["range"]
    assert [3, 15] == found["maudsley"]["range"]
    assert [2, 27] == found["dutch"]["range"]


WIDENING = (
    "kind",
    "agent",
    "dose_mg",
    "weeks",
    "sessions",
    "laterality",
    "outcome",
    "episode",
    "augmentations",
    "dose_optimised",
    "drug_class",
)
SCALES = {"thase_rush": ("0", "I", "II", "III", "IV", "V"), "european": ("none", "A", "TRD1", "TRD2", "TRD3", "TRD4", "TRD5", "CRD")}


def _inside(model: str, narrow: list[Any], wide: list[Any]) -> bool:
    scale = SCALES.get(model)
    low, high, wide_low, wide_high = (
        float("inf") if end is None else float(scale.index(end) if scale else end) for end in (*narrow, *wide)
    )
    return wide_low <= low and high <= wide_high


def _fewer(case: Json, rng: random.Random) -> tuple[Json, str] | None:
    fewer = deepcopy(case)
    facts = [(trial, name) for trial in fewer.get("trials") or [] for name in WIDENING if trial.get(name) is not None]
    if not facts:
        return None
    trial, name = rng.choice(facts)
    del trial[name]
    return fewer, name


def test_an_unknown_only_widens() -> None:
    """Every fact that is dropped leaves a range that holds the one before; and many ranges really widen."""
    widened = 0
    for seed in range(40):
        rng = random.Random(seed)
        case = random_case(rng, 0.0)
        for _ in range(6):
            step = _fewer(case, rng)
            if step is None:
                break
            before, after = staging(case), staging(step[0])
            case = step[0]
            for model, found in before.items():
                if found["range"] is not None:
                    assert _inside(model, found["range"], after[model]["range"]), (seed, model, step[1])
                    widened += found["range"] != after[model]["range"]
    assert widened > 100


LATEST = _case(6, "moderate", _drug("sertraline", weeks=8, impediments=[], metabolic_inducer=False))
CALM = {"trials": LATEST["trials"], "latest_trial": "t1", "toxicity": dict.fromkeys(MANIFESTATIONS, False), "appraisal_shared": False}


@pytest.mark.parametrize(
    ("rating", "flags", "trial", "expected"),
    [
        (1, {"residual_symptoms": False, "residual_interference": False, "major_symptoms": False}, {}, "full_response"),
        (1, {"residual_symptoms": True, "major_symptoms": True}, {}, "inconsistent"),
        (2, {"residual_symptoms": False, "residual_interference": True, "major_symptoms": False}, {}, "inconsistent"),
        (2, {"residual_symptoms": True, "major_symptoms": False}, {}, "response_with_residual"),
        (3, {"residual_symptoms": False, "residual_interference": False, "major_symptoms": False}, {}, "inconsistent"),
        (3, {"major_symptoms": True}, {"weeks": 5}, "partial_response"),
        (4, {"major_symptoms": True}, {"outcome": "partial_response"}, "partial_response"),
        (4, {"residual_symptoms": True, "major_symptoms": False}, {"outcome": "partial_response"}, "response_with_residual"),
        (4, {"major_symptoms": True}, {}, "non_response"),
        (4, {"major_symptoms": True}, {"weeks": 5.9}, "pseudo_resistance"),
        (5, {}, {}, "non_response"),
        (5, {}, {"impediments": ["patient.motivation"]}, "resistance"),
        (5, {}, {"impediments": None}, "unknown"),
        (5, {}, {"adherence_percent": None}, "non_response"),
        (5, {}, {"metabolic_inducer": None}, "unknown"),
        (5, {}, {"metabolic_inducer": True}, "pseudo_resistance"),
        (5, {}, {"metabolic_inducer": True, "adequate": True}, "non_response"),
        (6, {}, {}, "deterioration"),
        (6, {}, {"outcome": "ongoing", "weeks": 5.9}, "too_early"),
        (6, {}, {"outcome": "ongoing", "weeks": 6}, "deterioration"),
    ],
)
def test_the_spectrum_row_by_row(rating: int, flags: Json, trial: Json, expected: str) -> None:
    case = deepcopy(CALM) | {"kellner": rating, "episode": SOUND | flags}
    case["trials"][0].update(trial)
    assert expected == assess(case)["response"]["spectrum"]


def _table3(**changes: Any) -> Json:
    settled = {"evidence_based": True, "addressed_complexity": True}
    case = _case(12, "moderate", _drug("sertraline", weeks=4, **settled), CBT | settled | {"weeks": 20})
    case |= {"areas_completed": sorted(AREAS), "appraisal_shared": True, "toxicity": dict.fromkeys(MANIFESTATIONS, False)}
    case["trials"][0].update(changes.pop("drug", {}))
    case["trials"][1].update(changes.pop("therapy", {}))
    return case | changes


@pytest.mark.parametrize(
    ("changes", "criteria", "verdict"),
    [
        ({}, {}, "met"),
        ({"drug": {"weeks": 3.9}}, {"A": "not_met"}, "not_met"),
        ({"therapy": {"weeks": 19.9}}, {"A": "not_met"}, "not_met"),
        ({"therapy": {"kind": "medication", "agent": "venlafaxine", "dose_mg": 150}}, {"A": "not_met"}, "not_met"),
        ({"drug": {"addressed_complexity": False}}, {"B": "not_met"}, "not_met"),
        ({"drug": {"addressed_complexity": None}}, {"B": "unknown"}, "unknown"),
        ({"areas_completed": ["stress"]}, {"C": "not_met"}, "not_met"),
        ({"areas_completed": ["stress"], "missing": {"areas_completed": "not_asked"}}, {"C": "unknown"}, "unknown"),
        ({"toxicity": {}}, {"D": "unknown"}, "unknown"),
        ({"appraisal_shared": None}, {"E": "unknown"}, "unknown"),
        ({"missing": {"trials": "not_asked"}}, {"B": "unknown", "D": "unknown"}, "unknown"),
        ({"missing": {"trials": "not_asked"}, "drug": {"weeks": 6}}, {"A": "unknown", "B": "unknown", "D": "unknown"}, "unknown"),
    ],
)
def test_table_3_letter_by_letter(changes: Json, criteria: Json, verdict: str) -> None:
    found = assess(_table3(**deepcopy(changes)))["refractoriness"]
    assert verdict == found["verdict"]
    assert dict.fromkeys("ABCDE", "met") | criteria == found["criteria"]
