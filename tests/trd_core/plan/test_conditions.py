"""Every condition on facts that points to an option of the plan: what it rests on, and what is asked where it is open."""

from __future__ import annotations

from typing import Any

import pytest

from trd_core.assess import assess
from trd_core.finding import Judged
from trd_core.formulation.context import Context
from trd_core.plan.conditions import CONDITIONS
from trd_core.reading import case_of
from trd_core.settings import DEFAULT

DRUG = {"id": "d", "kind": "medication", "agent": "sertraline", "episode": "current"}
THERAPY = {"id": "p", "kind": "psychotherapy", "agent": "cbt", "episode": "current"}
ON, OVER = {"outcome": "ongoing"}, {"ended": "2025-01-31"}
VISIT = {"assessed_on": "2026-03-20"}
LISTED = {"medical": {"current_medicines": ["Sertraline", "aspirin"]}}


def judged(name: str, given: dict[str, Any]) -> Judged:
    """Return what a condition says of a case."""
    case = case_of(given)
    return CONDITIONS[name](Context(case, DEFAULT, assess(case).findings))


def trials(*told: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return a case with these treatments; a fact that is None is left out."""
    return {"trials": [{name: value for name, value in trial.items() if value is not None} for trial in told], **more}


@pytest.mark.parametrize(
    ("name", "given", "verdict", "reasons", "missing"),
    [
        ("drugs_alone", trials(DRUG | ON), "met", {"trials.d.kind": "medication", "trials.d.outcome": "ongoing"}, []),
        ("drugs_alone", trials(DRUG | ON, THERAPY | ON), "not_met", {"trials.p.kind": "psychotherapy", "trials.p.outcome": "ongoing"}, []),
        ("drugs_alone", trials(DRUG | OVER, **VISIT), "not_met", {"trials.d.ended": "2025-01-31"}, []),
        ("drugs_alone", trials(DRUG), "unknown", {"trials.d.kind": "medication"}, ["trials.d.ended"]),
        ("drugs_alone", trials(DRUG, **LISTED), "met", {"trials.d.kind": "medication", "medical.current_medicines": 2}, []),
        ("drugs_alone", trials(DRUG | {"agent": "lithium"}, **LISTED), "unknown", {"trials.d.kind": "medication"}, ["trials.d.ended"]),
        (
            "drugs_alone",
            trials(DRUG | {"kind": "combined"} | ON),
            "not_met",
            {"trials.d.kind": "combined", "trials.d.outcome": "ongoing"},
            [],
        ),
        ("drugs_alone", {}, "unknown", {}, ["trials"]),
        (
            "therapy_beside_a_drug",
            trials(DRUG | {"kind": "combined"} | ON),
            "met",
            {"trials.d.kind": "combined", "trials.d.outcome": "ongoing"},
            [],
        ),
        (
            "therapy_beside_a_drug",
            trials(DRUG | ON, THERAPY | ON),
            "met",
            {
                "trials.p.kind": "psychotherapy",
                "trials.p.outcome": "ongoing",
                "trials.d.kind": "medication",
                "trials.d.outcome": "ongoing",
            },
            [],
        ),
        ("therapy_beside_a_drug", trials(DRUG | ON), "not_met", {"trials.d.kind": "medication"}, []),
        ("oversold_treatment", trials(DRUG | {"expectations": "oversold"}), "met", {"trials.d.expectations": "oversold"}, []),
        (
            "oversold_treatment",
            trials(DRUG | {"expectations": "oversold", "episode": "previous"}),
            "met",
            {"trials.d.expectations": "oversold"},
            [],
        ),
        ("oversold_treatment", trials(DRUG | {"expectations": "low"}), "not_met", {"trials.d.expectations": "low"}, []),
        (
            "oversold_treatment",
            trials(DRUG | {"expectations": "low"}, missing={"trials": "not_asked"}),
            "unknown",
            {"trials.d.expectations": "low"},
            ["trials"],
        ),
        ("oversold_treatment", {}, "unknown", {}, ["trials"]),
        (
            "appraisal_not_shared",
            trials(DRUG | {"outcome": "non_response"}, appraisal_shared=False),
            "met",
            {"appraisal_shared": False, "trials.d.outcome": "non_response"},
            [],
        ),
        (
            "appraisal_not_shared",
            trials(DRUG | {"outcome": "non_response"}, appraisal_shared=True),
            "not_met",
            {"appraisal_shared": True},
            [],
        ),
        (
            "appraisal_not_shared",
            trials(DRUG | {"outcome": "full_response"}, appraisal_shared=False),
            "not_met",
            {"trials.d.outcome": "full_response"},
            [],
        ),
        (
            "appraisal_not_shared",
            trials(DRUG | {"outcome": "non_response"}),
            "unknown",
            {"trials.d.outcome": "non_response"},
            ["appraisal_shared"],
        ),
        *(
            ("inactivity_as_a_habit", {"lifestyle": {"activity_fell": fell}}, "not_met", {"lifestyle.activity_fell": fell}, [])
            for fell in ("with_mood", "after_mood")
        ),
        (
            "inactivity_as_a_habit",
            {"lifestyle": {"activity_fell": "before_mood", "moderate_minutes_per_week": 0, "vigorous_minutes_per_week": 0}},
            "met",
            {"lifestyle.moderate_minutes_per_week": 0, "lifestyle.vigorous_minutes_per_week": 0},
            [],
        ),
        *(
            (
                "drug_non_response",
                trials(DRUG | {"outcome": outcome}),
                "met",
                {"trials.d.outcome": outcome, "trials.d.kind": "medication", "trials.d.episode": "current"},
                [],
            )
            for outcome in ("non_response", "deterioration")
        ),
        ("drug_non_response", trials(DRUG | {"outcome": "partial_response"}), "not_met", {"trials.d.outcome": "partial_response"}, []),
        ("drug_non_response", trials(THERAPY | {"outcome": "non_response"}), "not_met", {"trials.p.kind": "psychotherapy"}, []),
        (
            "drug_non_response",
            trials(DRUG | {"outcome": "non_response", "episode": None}),
            "unknown",
            {"trials.d.outcome": "non_response", "trials.d.kind": "medication"},
            ["trials.d.episode"],
        ),
        ("chronic_depression", {"episode": {"duration_months": 24}}, "met", {"episode.duration_months": 24}, []),
        ("chronic_depression", {"episode": {"duration_months": 23.9}}, "not_met", {"episode.duration_months": 23.9}, []),
        ("chronic_depression", {}, "unknown", {}, ["episode.duration_months"]),
        ("no_therapy_within_reach", {"preferences": {"therapy_reachable": False}}, "met", {"preferences.therapy_reachable": False}, []),
        ("no_therapy_within_reach", {"preferences": {"therapy_reachable": True}}, "not_met", {"preferences.therapy_reachable": True}, []),
        (
            "no_therapy_within_reach",
            {"preferences": {"therapy_reachable": False, "available_here": ["lifestyle", "ipt"]}},
            "not_met",
            {"preferences.available_here": ("ipt",)},
            [],
        ),
        (
            "no_therapy_within_reach",
            {"preferences": {"therapy_reachable": False, "available_here": ["lifestyle"]}},
            "met",
            {"preferences.therapy_reachable": False},
            [],
        ),
        ("no_therapy_within_reach", {}, "unknown", {}, ["preferences.therapy_reachable"]),
        (
            "short_term_dynamic_wanted",
            {"preferences": {"wanted": ["short_term_dynamic"]}},
            "met",
            {"preferences.wanted": ("short_term_dynamic",)},
            [],
        ),
        ("short_term_dynamic_wanted", {"preferences": {"wanted": ["ipt"]}}, "not_met", {"preferences.wanted": ("ipt",)}, []),
        ("anxiety_disorder", {"episode": {"anxiety": "disorder"}}, "met", {"episode.anxiety": "disorder"}, []),
        ("anxiety_disorder", {"episode": {"anxiety": "symptoms"}}, "not_met", {"episode.anxiety": "symptoms"}, []),
        (
            "personality_disorder",
            {"episode": {"personality_disorder": "assessed"}},
            "met",
            {"episode.personality_disorder": "assessed"},
            [],
        ),
        (
            "personality_disorder",
            {"episode": {"personality_disorder": "suspected"}},
            "not_met",
            {"episode.personality_disorder": "suspected"},
            [],
        ),
    ],
)
def test_a_condition(name: str, given: dict[str, Any], verdict: str, reasons: dict[str, Any], missing: list[str]) -> None:
    found = judged(name, given)
    assert (verdict, list(reasons.items())) == (found.verdict, [(each.path, each.value) for each in found.reasons])
    assert missing == list(found.missing)


def test_a_length_of_years_is_this_projects_own_rule() -> None:
    assert ("plan.chronic",) == judged("chronic_depression", {"episode": {"duration_months": 30}}).rules


def test_a_latest_treatment_to_be_checked_rests_on_what_the_class_of_response_rests_on() -> None:
    short = DRUG | {"dose_mg": 25, "weeks": 8, "outcome": "non_response"}
    found = judged("latest_trial_not_adequate", trials(short, latest_trial="d", kellner=5))
    assert "met" == found.verdict
    assert {"kellner", "latest_trial", "trials.d.dose_mg"} <= {each.path for each in found.reasons}
    assert ("spectrum", ()) == (found.rules[0], found.missing)
    nobody = judged("latest_trial_not_adequate", {})
    assert ("unknown", "spectrum", ()) == (nobody.verdict, nobody.rules[0], nobody.reasons)
    assert {"kellner", "latest_trial", "trials"} <= set(nobody.missing)
