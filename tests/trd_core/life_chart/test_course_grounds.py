"""What an explanation of a symptom rests on, and what would settle it where it is open."""

from __future__ import annotations

from typing import Any

import pytest

from tests.trd_core.life_chart.charts import chart, compatibility, drug

START, RELAPSE = "trials.t1.started", "trials.t1.relapse_on"
WORKED = {"relapse_on": "2024-12-01", "outcome": "loss_of_effect", "dose_lowered_before_loss": False, "adherence_percent": 90}


def grounds(explanation: str, symptom: str, change: str, **given: Any) -> tuple[str | None, dict[str, Any], list[str]]:
    """Return the verdict of one explanation, the facts it rests on, and what is missing."""
    found = compatibility(chart(**given), explanation, symptom, change).finding
    return found.verdict, {each.path: each.value for each in found.reasons}, list(found.missing)


def test_loss_of_effect_rests_on_the_response_the_relapse_the_end_and_the_dose() -> None:
    whole = drug(**{**WORKED, "outcome": "full_response"}, response_reached="2024-06-01")
    assert (
        "met",
        {
            "trials.t1.kind": "medication",
            START: "2024-01-15",
            RELAPSE: "2024-12-01",
            "trials.t1.ended": "2025-03-01",
            "trials.t1.response_reached": "2024-06-01",
            "trials.t1.dose_lowered_before_loss": False,
            "trials.t1.adherence_percent": 90,
        },
        [],
    ) == grounds("loss_of_effect", RELAPSE, START, trials=[whole])


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ({"response_reached": "2024"}, ["trials.t1.response_reached"]),
        ({"relapse_on": "2025-03", "outcome": "full_response", "response_reached": "2024-06-01"}, [RELAPSE]),
        ({"response_reached": "2024-12"}, ["trials.t1.response_reached"]),
        (
            {"ended": "2024-12", "relapse_on": "2024-12-05", "outcome": "full_response", "response_reached": "2024-06-01"},
            ["trials.t1.ended"],
        ),
        (
            {"outcome": "non_response", "response_reached": "2024-06-01", "dose_lowered_before_loss": None},
            ["trials.t1.dose_lowered_before_loss"],
        ),
        ({"outcome": "full_response"}, ["trials.t1.response_reached"]),
        ({"outcome": None}, ["trials.t1.outcome", "trials.t1.response_reached"]),
    ],
)
def test_loss_of_effect_is_open_where_a_date_or_a_fact_leaves_it_open(facts: dict[str, Any], missing: list[str]) -> None:
    verdict, reasons, asked = grounds("loss_of_effect", RELAPSE, START, trials=[drug(**{**WORKED, **facts})])
    assert ("unknown", missing) == (verdict, asked)
    assert "trials.t1.kind" in reasons


@pytest.mark.parametrize(("outcome", "rests"), [("non_response", "trials.t1.outcome"), ("deterioration", "trials.t1.outcome")])
def test_a_drug_that_never_worked_says_so(outcome: str, rests: str) -> None:
    verdict, reasons, missing = grounds("loss_of_effect", RELAPSE, START, trials=[drug(**{**WORKED, "outcome": outcome})])
    assert ("not_met", {rests: outcome}, []) == (verdict, reasons, missing)


def test_a_relapse_before_the_response_rests_on_both_dates() -> None:
    told = drug(**WORKED, response_reached="2024-12-02")
    assert ("not_met", {"trials.t1.response_reached": "2024-12-02", RELAPSE: "2024-12-01"}, []) == grounds(
        "loss_of_effect", RELAPSE, START, trials=[told]
    )


def test_a_relapse_after_the_end_rests_on_both_dates() -> None:
    told = drug(**{**WORKED, "outcome": "full_response"}, response_reached="2024-06-01", ended="2024-11-30")
    assert ("not_met", {"trials.t1.ended": "2024-11-30", RELAPSE: "2024-12-01"}, []) == grounds(
        "loss_of_effect", RELAPSE, START, trials=[told]
    )


def test_rebound_after_a_month_asks_for_the_day_of_the_stop() -> None:
    told = [drug(ended="2025-03"), drug("t2", agent="sertraline", started=None, ended=None, relapse_on="2025-04-05")]
    verdict, reasons, missing = grounds("rebound", "trials.t2.relapse_on", "trials.t1.ended", trials=told)
    assert ("unknown", ["trials.t1.ended"]) == (verdict, missing)
    assert {"trials.t1.kind": "medication", "trials.t1.ended": "2025-03", "trials.t2.relapse_on": "2025-04-05"} == reasons
