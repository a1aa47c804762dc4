"""The short form of an assessment only leaves out: every verdict, value and range stays, every text that somebody wrote goes."""

from __future__ import annotations

import json
from typing import Any

from tests.interview.cohort.synthetic import cohort
from trd_core.assess import assess
from trd_core.assessment import Assessment
from trd_core.reading import case_of, read_case
from trd_core.settings import Settings
from trd_core.vocabulary import facts
from trd_core.written import LEFT_OUT, values_json, whole_json


def test_the_whole_form_is_the_assessment() -> None:
    for raw in cohort(5, seed=2):
        assessment = assess(read_case(raw))
        assert assessment.model_dump_json(by_alias=True).encode() == whole_json(assessment)


def test_the_short_form_leaves_out_and_changes_nothing() -> None:
    for raw in cohort(15, seed=3):
        assessment = assess(read_case(raw))
        whole, short = json.loads(whole_json(assessment)), json.loads(values_json(assessment))
        assert {"findings", "open_questions", "fragility", "plan"} == set(whole) - set(short)
        for name, part in short.items():
            if name not in LEFT_OUT:
                assert whole[name] == part, name
        assert set(whole["impediments"]) - {"missing"} == set(short["impediments"])
        full, kept = whole["macro_analysis"], short["macro_analysis"]
        assert [(each["id"], each["key"]) for each in full["problems"]] == [(each["id"], each["key"]) for each in kept["problems"]]
        assert [each["strength"] for each in full["links"]] == [each["strength"] for each in kept["links"]]


def test_the_short_form_holds_a_verdict_or_value_for_every_finding_of_a_fixed_place() -> None:
    """What `findings` says of stagings, types and areas can be read off the short form."""
    held = 0
    for raw in cohort(10, seed=4):
        assessment = assess(read_case(raw))
        short = json.loads(values_json(assessment))
        for identifier, finding in assessment.findings.items():
            if not identifier.startswith(("areas.", "staging.", "resistance_types.", "common_definition.")):
                continue
            place: Any = short
            for name in identifier.split("."):
                place = place[name]
            if isinstance(place, dict):
                place = place["verdict" if finding.verdict is not None else "value"]
            if identifier == "staging.thase_rush.not_resistant":
                place = {True: "met", False: "not_met", None: "unknown"}[place]
            assert (finding.value if finding.verdict is None else finding.verdict) == place, identifier
            held += 1
    assert held > 1_000


def test_no_text_that_somebody_wrote_is_in_the_short_form() -> None:
    tree = _with_canaries()
    assessment = assess(case_of(tree), Settings())
    assert "CANARY" in assessment.model_dump_json()
    assert b"CANARY" not in values_json(assessment)
    assert {"p1", "p2"} == {problem["id"] for problem in json.loads(values_json(assessment))["macro_analysis"]["problems"]}


def _with_canaries() -> dict[str, Any]:
    tree: dict[str, Any] = {
        "trials": [{"id": "t1", "kind": "medication", "outcome": "non_response", "agent": "CANARY"}],
        "problems": [
            {"id": "p1", "label": "CANARY", "by": "clinician", "severity": 3},
            {"id": "p2", "label": "CANARY", "by": "clinician"},
            {"id": "p3", "label": "CANARY", "by": "patient"},
        ],
        "links": [
            {"source": "p1", "target": "p2", "by": "clinician", "rationale": "CANARY", "which_first": "CANARY", "evidence": ["CANARY"]},
            {"source": "p1", "target": "p2", "by": "patient", "rationale": "CANARY"},
        ],
        "hierarchy_override": {"order": ["p2", "p1"], "reason": "CANARY"},
        "strengths": [{"id": "s1", "label": "CANARY"}],
        "instruments": [{"name": "CANARY", "total": 3}],
        "episodes": [{"id": "e1", "outcome": "CANARY", "what_helped": "CANARY"}],
    }
    for path, fact in facts().items():
        if "[]" not in path and fact.kind in {"text", "texts"} and path not in {"subject", "latest_trial"}:
            place = tree
            *parents, name = path.split(".")
            for parent in parents:
                place = place.setdefault(parent, {})
            if isinstance(place, dict) and name not in place:
                place[name] = "CANARY" if fact.kind == "text" else ["CANARY"]
    return tree


def test_both_forms_are_one_line() -> None:
    assessment: Assessment = assess(case_of(_with_canaries()))
    assert b"\n" not in whole_json(assessment) + values_json(assessment)
