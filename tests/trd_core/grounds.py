"""Cases with failed treatments: all told, some facts not known, most taken out, another diagnosis, and one suspected."""

from __future__ import annotations

import copy
from typing import Any

AREAS = ("stress", "lifestyle", "illness_behavior", "wellbeing", "relationships", "psychiatric")
MANIFESTATIONS = ("loss_of_effect", "paradoxical", "switch", "rechallenge_failure", "withdrawal", "persistent_postwithdrawal")
DRUG = {"kind": "medication", "episode": "current", "duration_optimised": False, "metabolic_inducer": False}
JUDGED: dict[str, Any] = {"evidence_based": True, "addressed_complexity": True, "impediments": []}
SERTRALINE = {
    **DRUG, **JUDGED, "id": "ser", "agent": "sertraline", "dose_mg": 100, "weeks": 8, "outcome": "non_response",
    "adherence_percent": 90, "dose_optimised": True, "augmentations": ["lithium"],
}  # fmt: skip
VENLAFAXINE = {
    **DRUG, **JUDGED, "id": "ven", "agent": "venlafaxine", "dose_mg": 150, "weeks": 6, "outcome": "partial_response",
    "adherence_percent": 80, "dose_optimised": False, "augmentations": [],
}  # fmt: skip
THERAPY = {
    **JUDGED, "id": "cbt", "kind": "psychotherapy", "agent": "cbt", "episode": "current", "weeks": 20, "sessions": 16,
    "outcome": "non_response", "adherence_percent": 100,
}  # fmt: skip
ECT = {"id": "ect", "kind": "ect", "episode": "current", "laterality": "bilateral", "sessions": 8, "outcome": "non_response"}
TOLD: dict[str, Any] = {
    "episode": {
        "duration_months": 18,
        "severity": "severe",
        "psychotic": False,
        "functional_impairment": "severe",
        "anxiety": "disorder",
        "personality_disorder": "none",
        "psychosocial_stressor": True,
        "intensified_treatment": "day",
        "misdiagnosis": dict.fromkeys(("bipolar", "dementia", "primary_anxiety", "medical_or_drug_induced"), False),
        "mood_improved": False,
        "residual_symptoms": True,
        "residual_interference": True,
        "preceded_by": "none",
    },
    "areas_completed": list(AREAS),
    "appraisal_shared": True,
    "toxicity": dict.fromkeys(MANIFESTATIONS, False),
    "trials": [SERTRALINE, VENLAFAXINE, THERAPY, ECT],
}
NOT_KNOWN = (
    ("ser", "dose_mg"),
    ("ser", "dose_optimised"),
    ("ven", "augmentations"),
    ("ven", "episode"),
    ("cbt", "weeks"),
    ("cbt", "sessions"),
)


def partly_told() -> dict[str, Any]:
    """Return the case with some facts of the treatments not known, and no augmentation of the first."""
    tree = copy.deepcopy(TOLD)
    trials = {trial["id"]: trial for trial in tree["trials"]}
    trials["ser"]["augmentations"] = []
    for trial, name in NOT_KNOWN:
        del trials[trial][name]
    return tree


def _drug(trial: str, agent: str, dose: float, weeks: float, **facts: Any) -> dict[str, Any]:
    whole = {"id": trial, "kind": "medication", "agent": agent, "dose_mg": dose, "weeks": weeks, "outcome": "non_response"}
    return {**whole, "episode": "current", "evidence_based": True, "addressed_complexity": True, **facts}


LOST: dict[str, Any] = {"outcome": "loss_of_effect", "adherence_percent": 100}
TAKEN_OUT: dict[str, Any] = {
    "episode": {"duration_months": 30, "severity": "moderate", "psychotic": False, "misdiagnosis": TOLD["episode"]["misdiagnosis"]},
    "trials": [
        _drug("low", "sertraline", 25, 8),
        _drug("short", "venlafaxine", 150, 3),
        _drug("induced", "mirtazapine", 30, 8, metabolic_inducer=True),
        _drug("missed", "escitalopram", 10, 8, adherence_percent=79),
        _drug("lost", "paroxetine", 20, 30, **LOST, dose_lowered_before_loss=False),
        _drug("lowered", "bupropion", 300, 30, **LOST, dose_lowered_before_loss=True),
        _drug("first", "fluoxetine", 20, 20, outcome="full_response", episode="previous"),
        _drug("again", "fluoxetine", 20, 8, drug_free_weeks_before=6, started="2025"),
        _drug("borne", "duloxetine", 60, 8, outcome="intolerance"),
        _drug("word", "clomipramine", 10, 8, adequate=True),
        _drug("both", "imipramine", 150, 20, kind="combined", therapy="cbt", outcome="partial_response", addressed_complexity=False),
        {"id": "talk", "kind": "psychotherapy", "agent": "supportive", "weeks": 20, "outcome": "non_response", "episode": "current",
         "evidence_based": False},
        {"id": "odd", "agent": "amitriptyline", "dose_mg": 150, "weeks": 8, "outcome": "non_response", "episode": "current"},
    ],
}  # fmt: skip
"""Treatments of which most do not count, each for a reason of its own."""


def with_diagnosis(**said: Any) -> dict[str, Any]:
    """Return the told case with another judgement of the diagnosis."""
    return {**TOLD, "episode": {**TOLD["episode"], **said}, "latest_trial": "cbt", "kellner": 6}


MISDIAGNOSED = with_diagnosis(misdiagnosis={"bipolar": True})
SUSPECTED = with_diagnosis(misdiagnosis={}, misdiagnosis_suspected=["bipolar"])
