"""Line by line: a record is signed by name, a signed one says what a change will do, and a change is told before it is taken."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from interview.engine.lines import lines
from tests.interview.engine.world import SMALL
from tests.interview.plain.test_plain import TYPED, bodies, plain, without_record
from tests.interview.program import Program, jsonl


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "data", SMALL)


def told(out: str) -> str:
    return " ".join(out.split())


def smoking(program: Program) -> int:
    """Return the number of the question about smoking in the review's list."""
    lines_shown = plain(program, "/review", "/list", argv=("resume", "r1")).out.splitlines()
    return int(next(line for line in lines_shown if ". Do you smoke" in line or "smok" in line.casefold()).strip().split(".")[0])


def test_a_record_is_closed_and_signed_from_the_review_and_replayed_the_same(program: Program) -> None:
    out = told(plain(program, *TYPED, "/formulate", "/review", "/sign", "/sign Dr A as supervisor", "/sign Dr B", "/sign dr b").out)
    assert "Any later change of an answer, a note or the map makes it void" in out
    assert "The record is closed with it." in out
    assert "Signed by Dr A (supervisor), " in out
    assert "That name is under this record already, and holds." in out
    again = told(plain(program, argv=("resume", "r1")).out)
    assert (
        "This record is signed by Dr A and Dr B. Opening it again leaves that as it is; the first change after it makes it void." in again
    )
    first = program.events("r1")
    assert ["Dr A", "Dr B"] == [event.body.by for event in first if event.body.type == "record_signed"]
    replayed = program("replay", "-", "--subject", "S-1", stdin=jsonl(*lines(first)))
    assert 0 == replayed.code
    assert without_record(bodies(program, "r1")) == without_record(bodies(program, "r2"))


def test_nothing_is_signed_before_closing(program: Program) -> None:
    out = told(plain(program, *TYPED[:4], "/sign Dr A").out)
    assert "Not yet: a record is signed once it is closed, or from the review." in out
    assert "record_signed" not in [event.body.type for event in program.events("r1")]


def test_a_change_after_signing_is_told_first_voids_and_is_listed(program: Program) -> None:
    plain(program, *TYPED, "/formulate", "/review", "/sign Dr A")
    assert "· signed" in program("list").out
    assert "valid" == json.loads(program("list", "--format", "json").out)[0]["signed"]
    out = told(plain(program, "/reopen", "/change 6", "45", "/drop", "/change 6", "45", "/accept", "/close", argv=("resume", "r1")).out)
    assert "Signed by Dr A: a change here makes that void." in out
    assert "The signature of Dr A becomes void with this change." in out
    assert "Dropped: nothing was changed." in out
    assert "because of a later change (age in years)." in out
    assert "void" == json.loads(program("list", "--format", "json").out)[0]["signed"]
    assert "· signature void" in program("list").out
    voided = [event.body for event in program.events("r1") if event.body.type == "signature_voided"]
    assert ["person.age_years"] == [body.because for body in voided]


def test_what_a_change_would_set_aside_is_told_before_and_the_review_comes_back(program: Program) -> None:
    plain(program, *TYPED, "/formulate", "/review")
    place = smoking(program)
    out = told(plain(program, f"/change {place}", "never", argv=("resume", "r1")).out)
    assert "1 answer would be set aside: kept, but counting for nothing." in out
    assert "/accept changes it, /drop leaves everything as it was." in out
    counted = len([event for event in program.events("r1") if event.body.type == "item_answered"])
    out = told(plain(program, "/review", f"/change {place}", "never", "/accept", "/close", argv=("resume", "r1")).out)
    assert "1 earlier answer set aside" in out
    assert out.rindex("Back at the review.") > out.index("1 earlier answer set aside"), "the review came back"
    assert "REPORT of S-1" in out
    assert counted + 1 == len([event for event in program.events("r1") if event.body.type == "item_answered"])


def test_an_empty_line_and_a_sign_of_risk_are_not_held(program: Program) -> None:
    plain(program, *TYPED, "/formulate", "/review")
    out = told(plain(program, "/change 6", "", "/accept", "/change 4", "yes", argv=("resume", "r1")).out)
    assert "No change is waiting to be accepted or dropped." in out
    assert "SAFETY." in out
    assert "Before this is changed" not in out
