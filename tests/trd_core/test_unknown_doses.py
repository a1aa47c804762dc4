"""A drug of which no minimum dose is known: what is asked then, and what no drug at all says."""

from __future__ import annotations

from typing import Any

import pytest

from trd_core.assess import assess
from trd_core.finding import Finding
from trd_core.reading import case_of

TRIAL = {"id": "a", "kind": "medication", "weeks": 8, "outcome": "non_response", "episode": "current", "adherence_percent": 100}


def adequate(**facts: Any) -> Finding:
    """Return whether a treatment was adequate by the staging models."""
    return assess(case_of({"trials": [{**TRIAL, **facts}]})).findings["trials.a.adequate.mgh"]


@pytest.mark.parametrize(
    ("facts", "verdict", "missing"),
    [
        ({}, "unknown", ["agent", "dose_mg"]),
        ({"dose_mg": 100}, "unknown", ["agent"]),
        ({"agent": "a drug of no table"}, "unknown", ["adequate", "dose_mg"]),
        ({"agent": "a drug of no table", "dose_mg": 100}, "unknown", ["adequate"]),
        ({"agent": "a drug of no table", "dose_mg": 0}, "not_met", []),
        ({"agent": "sertraline"}, "unknown", ["dose_mg"]),
        ({"agent": "sertraline", "dose_mg": 50}, "met", []),
    ],
)
def test_what_is_asked(facts: dict[str, Any], verdict: str, missing: list[str]) -> None:
    found = adequate(**facts)
    assert (verdict, [f"trials.a.{name}" for name in missing]) == (found.verdict, list(found.missing))


@pytest.mark.parametrize(
    ("facts", "flags"),
    [
        ({}, ()),
        ({"adequate": True}, ("overridden",)),
        ({"source": "patient"}, ("from_memory",)),
        ({"source": "chart"}, ()),
        ({"adherence_percent": None}, ("adherence_not_known",)),
    ],
)
def test_what_must_be_said_beside_adequacy(facts: dict[str, Any], flags: tuple[str, ...]) -> None:
    trial = {name: value for name, value in {**TRIAL, "agent": "sertraline", "dose_mg": 50, **facts}.items() if value is not None}
    assessment = assess(case_of({"trials": [trial]}))
    assert flags == assessment.findings["trials.a.adequate.mgh"].flags == assessment.trials["a"].flags
    assert not assessment.findings["trials.a.adequate.mgh"].needs_clinician


@pytest.mark.parametrize(
    "person",
    [
        {"person": {"age_years": 65}},
        {"person": {"pregnancy": "pregnant"}},
        {"medical": {"renal_disease": True}},
        {"medical": {"hepatic_disease": True}},
    ],
)
def test_where_less_may_be_enough_the_clinician_decides_about_the_dose(person: dict[str, Any]) -> None:
    assessment = assess(case_of({"trials": [{**TRIAL, "agent": "sertraline", "dose_mg": 25}], **person}))
    for finding_id in ("trials.a.adequate.mgh", "trials.a.pseudo_resistance.reasons.dose"):
        assert (("needs_clinician",), True) == ((found := assessment.findings[finding_id]).flags, found.needs_clinician), finding_id
    for finding_id in ("trials.a.pseudo_resistance.reasons.duration", "trials.a.pseudo_resistance.verdict"):
        assert ((), False) == ((found := assessment.findings[finding_id]).flags, found.needs_clinician), finding_id
    younger = assess(case_of({"trials": [{**TRIAL, "agent": "sertraline", "dose_mg": 25}], "person": {"age_years": 64}}))
    assert not younger.findings["trials.a.adequate.mgh"].needs_clinician
