"""`compare ID ID`: two visits of one subject, as text and as JSON; another subject or an unknown record ends with 2."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from tests.interview.engine.world import PLAIN, SMALL
from tests.interview.program import Program, jsonl

LINES = [{"link_id": link_id, "value": value} for link_id, value in PLAIN.items()]
LATER = [{"link_id": link_id, "value": value} for link_id, value in {**PLAIN, "kellner": "3", "lifestyle.smoking": "never"}.items()]


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """r1 and r2 are of one person, five months apart; r3 is of another."""
    made = Program(tmp_path / "data", SMALL)
    assert 0 == made("replay", "-", "--subject", "S-1", stdin=jsonl(*LINES)).code
    made.clock.at += dt.timedelta(days=150)
    made("replay", "-", "--subject", "S-1", "--visit", "follow_up", stdin=jsonl(*LATER))
    made("replay", "-", "--subject", "S-2", stdin=jsonl(*LINES))
    return made


def test_it_says_what_changed_the_earlier_visit_first(program: Program) -> None:
    before = program.events("r1")
    ended, turned = program("compare", "r1", "r2"), program("compare", "r2", "r1")
    assert (0, "") == (ended.code, ended.err)
    assert ended.out == turned.out
    assert (
        "Two visits of S-1\nbefore: baseline, 1 March 2026\nafter: follow-up, 29 July 2026\nThe earlier visit stands first.\n" in ended.out
    )
    assert "5 of 9 → 3 of 9 (changed)" in ended.out
    assert "Smoking: flagged → not flagged (changed)" in ended.out
    assert before == program.events("r1")


def test_as_json_it_holds_codes(program: Program) -> None:
    ended = program("compare", "r1", "r2", "--format", "json")
    content = json.loads(ended.out)
    assert ("trd-comparison/1", "S-1", "by_date") == (content["schema"], content["subject"], content["order"])
    kellner = content["response"][0]
    assert (5, 3, "changed") == (kellner["before"]["value"], kellner["after"]["value"], kellner["change"])


def test_a_record_beside_itself_differs_in_nothing(program: Program) -> None:
    ended = program("compare", "r1", "r1")
    assert 0 == ended.code
    assert "Nothing differs, as far as is known." in ended.out


def test_records_of_two_subjects_end_with_2(program: Program) -> None:
    ended = program("compare", "r1", "r3")
    assert (2, "") == (ended.code, ended.out)
    assert "r1 and r3: found records of two subjects; allowed: two visits of one subject." in ended.err
    assert "S-1" not in ended.err
    assert 1 == len(ended.err.strip().splitlines())


@pytest.mark.parametrize("argv", [("r1", "r9"), ("r9", "r1")])
def test_an_unknown_record_ends_with_2(program: Program, argv: tuple[str, str]) -> None:
    ended = program("compare", *argv)
    assert (2, "") == (ended.code, ended.out)
    assert "No record has the id r9." in ended.err


@pytest.mark.parametrize(
    ("argv", "said"), [((), "ID"), (("r1",), "ID"), (("r1", "r2", "--format", "xml"), "--format: found xml; allowed: text, json")]
)
def test_a_call_that_does_not_fit_ends_with_2(program: Program, argv: tuple[str, ...], said: str) -> None:
    ended = program("compare", *argv)
    assert (2, "") == (ended.code, ended.out)
    assert said in ended.err


def test_without_a_vault_it_says_so(tmp_path: Path) -> None:
    ended = Program(tmp_path / "none", SMALL)("compare", "r1", "r2")
    assert (2, "") == (ended.code, ended.out)
    assert "No vault is in" in ended.err
