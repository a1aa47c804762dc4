"""What the sequential approach rests on: the partial remission, and a treatment with an antidepressant that goes on or ended lately."""

from __future__ import annotations

from typing import Any

import pytest

from trd_core.assess import assess
from trd_core.reading import case_of

TYPE_D = dict.fromkeys(("mood_improved", "residual_symptoms", "residual_interference"), True)
TRIAL = {"id": "t1", "kind": "medication", "agent": "sertraline", "episode": "current"}


@pytest.mark.parametrize(
    ("facts", "beside"),
    [
        ({"outcome": "ongoing"}, {"kind": "medication", "agent": "sertraline", "episode": "current", "outcome": "ongoing"}),
        (
            {"agent": "lithium", "drug_class": "other", "outcome": "ongoing"},
            {"kind": "medication", "drug_class": "other", "episode": "current", "outcome": "ongoing"},
        ),
        ({"ended": "2025-12-01"}, {"kind": "medication", "agent": "sertraline", "episode": "current", "ended": "2025-12-01"}),
        (
            {"started": "2025-11-01", "weeks": 6},
            {"kind": "medication", "agent": "sertraline", "episode": "current", "started": "2025-11-01", "weeks": 6},
        ),
    ],
)
def test_what_it_rests_on(facts: dict[str, Any], beside: dict[str, Any]) -> None:
    given = {"assessed_on": "2026-03-20", "episode": TYPE_D, "trials": [{**TRIAL, **facts}]}
    finding = assess(case_of(given)).findings["plan.sequential"]
    expected = {f"episode.{name}": True for name in TYPE_D} | {f"trials.t1.{name}": value for name, value in beside.items()}
    if "outcome" not in beside:
        expected["assessed_on"] = "2026-03-20"
    assert expected == {each.path: each.value for each in finding.reasons}
    assert "suggested" == finding.value


def test_where_it_ended_long_ago_it_does_not_apply_and_asks_for_nothing() -> None:
    given = {"assessed_on": "2026-03-20", "episode": TYPE_D, "trials": [{**TRIAL, "ended": "2025-01-01"}]}
    assert "plan.sequential" not in assess(case_of(given)).findings


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ({"agent": "lithium", "outcome": "ongoing"}, ["drug_class"]),
        ({"agent": None, "outcome": "ongoing"}, ["agent"]),
        ({"kind": None, "outcome": "ongoing"}, ["kind"]),
        ({"episode": None, "outcome": "ongoing"}, ["episode"]),
        ({}, ["ended"]),
    ],
)
def test_what_would_settle_it(facts: dict[str, Any], missing: list[str]) -> None:
    trial = {name: value for name, value in {**TRIAL, **facts}.items() if value is not None}
    finding = assess(case_of({"assessed_on": "2026-03-20", "episode": TYPE_D, "trials": [trial]})).findings["plan.sequential"]
    assert ("unknown", [f"trials.t1.{name}" for name in missing]) == (finding.verdict, list(finding.missing))
