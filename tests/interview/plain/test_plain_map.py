"""The formulation line by line: proposals by number, ratings, links, an order of one's own, each saved as it is said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.interview.engine.world import PLAIN, SMALL
from tests.interview.program import Ended, Program

BEFORE = ("/clinician on", *PLAIN.values(), "/formulate")


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "data", SMALL)


def mapped(program: Program, *typed: str) -> tuple[Ended, dict[str, Any]]:
    ended = program("new", "--subject", "S-1", "--plain", stdin="".join(f"{line}\n" for line in (*BEFORE, *typed)))
    return ended, json.loads(program("case", f"r{program.made}").out)


def said(ended: Ended) -> str:
    return " ".join(ended.out.split())


def test_a_proposal_is_shown_with_evidence_and_what_speaks_against_it_and_confirmed_by_number(program: Program) -> None:
    ended, case = mapped(program, "/confirm 1", "2", "3", "no", "3", "9", "1", "", "1")
    assert "evidence: " in ended.out
    assert "against it: " in ended.out
    assert "That does not fit; Enter leaves it." in ended.out
    problem = case["problems"][0]
    assert (2, 3, 1, 1, False, 3) == tuple(
        problem[name] for name in ("urgency", "severity", "burden", "modifiability", "treatment_available", "patient_priority")
    )
    assert "impairment" not in problem
    assert "clinician" == problem["by"]
    assert f"[{problem['id']}]" in ended.out


def test_a_name_is_needed_to_rename(program: Program) -> None:
    ended, case = mapped(program, "/add Poor nights", "", *[""] * 7, "/rename 1")
    assert "What is it called now? /rename P NAME" in ended.out
    assert ["Poor nights"] == [problem["label"] for problem in case["problems"]]


def test_a_number_stays_with_its_proposal(program: Program) -> None:
    ended, case = mapped(program, "/reject 1 not so", "/reject 1", "/confirm x", "/proposals")
    assert "problems" not in case
    rejected = [event.body for event in program.events("r1") if event.body.type == "proposal_rejected"]
    assert ["not so"] == [each.reason for each in rejected]
    assert 2 == ended.out.count("Which proposal?")
    assert "  2. " in ended.out


def test_problems_of_one_s_own_are_rated_linked_renamed_reordered_and_removed(program: Program) -> None:
    rated = ("", "", "", "", "", "", "")
    ended, case = mapped(
        program,
        *("/add Poor nights", "life", "1", *rated[1:]),
        *("/add Low mood", "", "2", *rated[1:]),
        *("/link 1 2", "0.5", "mod", "1", "first the mood"),
        *("/link 1 1", "/link 1"),
        "/rename 2 Short nights",
        "/order 2 1 because the person says so",
        "/order 2 1",
        *("/rate 2", "3", "/map", "/unlink 1 1", "/map"),
    )
    labels = {problem["id"]: problem["label"] for problem in case["problems"]}
    assert {"p1": "Short nights", "p2": "Low mood"} == labels
    assert ["lifestyle", None] == [problem.get("area") for problem in case["problems"]]
    assert [3, 2] == [problem["urgency"] for problem in case["problems"]]
    assert [
        {
            "source": "p2",
            "target": "p1",
            "strength": 0.5,
            "certainty": "moderate",
            "which_first": "p2",
            "rationale": "first the mood",
            "by": "clinician",
        }
    ] == case["links"]
    assert {"order": ["p1", "p2"], "reason": "the person says so"} == case["hierarchy_override"]
    assert "contributes to Short nights" in " ".join(ended.out.split())
    assert "Back to what is asked here:" in ended.out
    assert "/rate ended here, and /unlink is done. What was shown as saved is saved, and no more." in said(ended)
    assert "No such link." in ended.out
    assert "Which two problems?" in ended.out
    assert ended.out.rindex("1. Short nights [p1]") < ended.out.rindex("2. Low mood [p2]")


def test_nothing_leaves_the_map_without_a_yes(program: Program) -> None:
    ended, case = mapped(program, "/add Poor nights", "", "/map", "/remove 1", "", "/remove 7", "/unlink 1 2")
    assert ["Poor nights"] == [problem["label"] for problem in case["problems"]]
    assert "It stays." in ended.out
    assert "Which problem?" in ended.out
    assert "No such link." in ended.out
    _, gone = mapped(program, "/add Poor nights", "", "/map", "/remove 1", "yes")
    assert "problems" not in gone or [] == gone["problems"]


def test_words_of_the_map_do_nothing_elsewhere(program: Program) -> None:
    ended = program("new", "--subject", "S-1", "--plain", stdin="yes\n/confirm 1\n/rate 1\n")
    assert 2 == ended.out.count("No such word at this point")


def test_what_stands_behind_the_order_is_said(program: Program) -> None:
    ended, _ = mapped(program, "/first", "/add Poor nights", "life", "2", *[""] * 6, "/add Low days", "life", "1", *[""] * 6, "/first")
    assert "Nothing can be compared: fewer than two problems are on the map." in ended.out
    said = " ".join(ended.out.split())
    assert "by the hierarchy: Poor nights; Low days" in said
    assert "What would change the first place:" in said
