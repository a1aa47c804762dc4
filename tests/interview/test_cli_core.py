"""The commands that need no records: score, schema, check, understand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.interview.engine.world import SMALL
from tests.interview.program import Program, jsonl

CASE: dict[str, Any] = {
    "schema": "trd-case/1",
    "subject": "S-9",
    "kellner": 7,
    "problems": [
        {"id": "a", "label": "Short nights", "by": "clinician", "urgency": 1, "severity": 2, "burden": 2, "impairment": 2},
        {"id": "b", "label": "Low mood", "by": "clinician", "urgency": 2, "severity": 3, "burden": 2, "impairment": 2},
    ],
    "links": [{"source": "a", "target": "b", "by": "clinician"}, {"source": "b", "target": "a", "by": "clinician"}],
}


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "data", SMALL)


def test_score_prints_the_assessment_of_a_file_or_a_pipe(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_text(json.dumps(CASE))
    by_file, by_pipe = program("score", str(path)), program("score", "-", stdin=json.dumps(CASE))
    assert (0, "") == (by_file.code, by_file.err)
    assert by_file.out == by_pipe.out
    assessment = json.loads(by_file.out)
    assert "trd-assessment/1" == assessment["schema"]
    assert "deteriorated" == assessment["response"]["direction"]
    assert ["b", "a"] == [problem["id"] for problem in assessment["macro_analysis"]["problems"]]
    assert [["a", "b"]] == assessment["macro_analysis"]["circles"]


def test_score_as_text_shows_the_hierarchy_with_its_key_and_citations(program: Program) -> None:
    ended = program("score", "-", "--format", "text", stdin=json.dumps(CASE))
    assert 0 == ended.code
    assert "  1. Low mood [b]" in ended.out
    assert "severity + burden + impairment 7 of 9" in ended.out
    assert "Vicious circle" in ended.out
    assert "rule " in ended.out


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "something that is not JSON"),
        ('{"kellner": "CANARY"}', "kellner: found a text of 6 characters; allowed: a whole number"),
        ('{"kellner": 12}', "kellner: found 12; allowed: from 1 to 9"),
        ('{"kelner": 5}', "kelner: found a key that is not known here"),
        ('{"kellner": 5, "kellner": 5}', "kellner: found this key twice"),
        ('{"episode": {"duration_months": NaN}}', "episode.duration_months: found NaN"),
        ('{"trials": [{"id": "t1"}, {"id": "t1"}]}', "trials[1].id"),
        ('{"trials": [{"id": "t1", "weeks": "six"}]}', "trials[0].weeks: found a text of 3 characters; allowed: a number"),
        (b"\xff", "UTF-8"),
        ("[" * 100_000, "nesting"),
        (b" " * 4_000_001, "4000000 bytes"),
    ],
)
def test_a_case_that_does_not_fit_ends_with_2_and_names_the_path(program: Program, content: str | bytes, said: str) -> None:
    ended = program("score", "-", stdin=content)
    assert (2, "") == (ended.code, ended.out)
    assert said in ended.err
    assert "CANARY" not in ended.err
    assert 1 == len(ended.err.splitlines())


def test_a_case_file_that_cannot_be_read_ends_with_2(program: Program, tmp_path: Path) -> None:
    for name in ("none.json", "."):
        ended = program("score", str(tmp_path / name))
        assert (2, "") == (ended.code, ended.out)


def test_schemas_say_what_goes_in_and_what_comes_out(program: Program) -> None:
    case, assessment, answers = (json.loads(program("schema", what).out) for what in ("case", "assessment", "answers"))
    assert "kellner" in case["properties"]
    assert "schema" in case["properties"]
    assert "macro_analysis" in assessment["properties"]
    assert ["declined", "unknown", "not_applicable", "not_asked"] == answers["$defs"]["Answer"]["oneOf"][1]["properties"]["missing"]["enum"]


def test_check_finds_nothing_wrong_with_the_bundled_questionnaire(tmp_path: Path) -> None:
    ended = Program(tmp_path / "data")("check")
    assert (0, "") == (ended.code, ended.err)
    assert "0 problems" in ended.out
    assert "by nothing 0" in ended.out


def test_check_ends_with_1_where_something_is_wrong(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "part.toml"
    path.write_text(
        'id = "part"\ntitle = "Part"\norder = 1\n[[item]]\nlink_id = "kellner"\ntype = "scale"\nwho = "clinician"\nmin = 1\nmax = 9\n'
        'text = "Change."\nenable_when = [{question = "nowhere", operator = "=", answer = true}]\n'
    )
    ended = program("check", str(path))
    assert 1 == ended.code
    assert "nowhere" in ended.out
    assert "problem" in ended.out


@pytest.mark.parametrize(
    ("content", "said"),
    [("id = ", "not TOML"), ('id = "x"\ntitle = "X"\norder = 1\nitem = []\ncolour = "red"', "colour"), (None, "No such file")],
)
def test_a_questionnaire_that_cannot_be_read_ends_with_2(program: Program, tmp_path: Path, content: str | None, said: str) -> None:
    path = tmp_path / "part.toml"
    if content is not None:
        path.write_text(content)
    ended = program("check", str(path))
    assert (2, "") == (ended.code, ended.out)
    assert said in ended.err
    assert str(path) in ended.err


def test_an_empty_folder_is_no_questionnaire(program: Program, tmp_path: Path) -> None:
    assert 2 == program("check", str(tmp_path)).code


def test_understand_prints_one_line_for_each(program: Program) -> None:
    ended = program(
        "understand",
        "-",
        stdin=jsonl(
            {"kind": "duration", "text": "six weeks", "unit": "weeks"},
            {"kind": "yes_no", "text": "not really"},
            {"kind": "scale", "text": "between 3 and 4", "min": 1, "max": 9},
            {"kind": "choice", "text": "b", "options": [{"code": "x", "display": "One"}, {"code": "y", "display": "Two"}]},
            {"kind": "number", "text": "I'd rather not say"},
        )
        + "\n",
    )
    assert 0 == ended.code
    assert {"status": "understood", "text": "six weeks", "value": 6} == ended.lines[0]
    assert {"status": "understood", "text": "not really", "value": False, "hedged": True} == ended.lines[1]
    assert ("ambiguous", None, [3, 4]) == (ended.lines[2]["status"], ended.lines[2]["value"], ended.lines[2]["candidates"])
    assert "y" == ended.lines[3]["value"]
    assert "declined" == ended.lines[4]["missing"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("cat", "not JSON"),
        ("[]", "found a list of 0 entries"),
        ('{"kind": "cat", "text": "x"}', "kind: found a text of 3 characters; allowed: number, scale"),
        ('{"kind": "number"}', "text: found null"),
        ('{"kind": "number", "text": "1", "colour": 1}', "colour: found a key"),
        ('{"kind": "number", "text": "1", "min": "x"}', "min: found a text"),
        ('{"kind": "number", "text": "1", "unit": "fortnights"}', "unit: found a text"),
        ('{"kind": "date", "text": "today", "today": "2026-02-30"}', "today: found a text"),
        ('{"kind": "choice", "text": "x", "options": [1]}', "options[0]: found 1"),
        ('{"kind": "choice", "text": "x", "options": {}}', "options: found an object"),
        ('{"kind": "choice", "text": "x", "options": [{"code": 1, "display": "x"}]}', "options[0]"),
    ],
)
def test_a_line_that_asks_nothing_is_answered_with_an_error(program: Program, line: str, said: str) -> None:
    ended = program("understand", "-", stdin=line + "\n" + '{"kind": "number", "text": "5"}\n')
    assert 0 == ended.code
    assert ("not_understood", None) == (ended.lines[0]["status"], ended.lines[0]["value"])
    assert said in ended.lines[0]["error"]
    assert 5 == ended.lines[1]["value"]
