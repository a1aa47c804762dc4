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
    assert [] == assessment["macro_analysis"]["rankings"]["sensitivity"]
    hangs_on = [(each["finding"], each["facts"]) for each in assessment["fragility"]]
    assert [("response.direction", ["kellner"]), ("response.spectrum", ["kellner"])] == hangs_on


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


TREATED: dict[str, Any] = {
    "lifestyle": {
        "alcohol_frequency": "two_to_four_a_month",
        "alcohol_drinks_a_day": "three_or_four",
        "alcohol_six_or_more": "less_than_monthly",
    },
    "trials": [
        {
            "id": "t1",
            "kind": "medication",
            "agent": "sertraline",
            "dose_mg": 75,
            "weeks": 8,
            "outcome": "non_response",
            "episode": "previous",
        }
    ],
}
"""An earlier sertraline at 75 mg, where the table's minimum is 50; and an alcohol score of 4."""

DOSES = '[[dose]]\ndrug = "sertraline"\nminimum_mg = 100\nsource = "formulary"\n'


def assessed(program: Program, *options: str) -> dict[str, Any]:
    ended = program("score", "-", *options, stdin=json.dumps(TREATED))
    assert (0, "") == (ended.code, ended.err)
    shown: dict[str, Any] = json.loads(ended.out)
    return shown


def test_the_scope_says_which_trials_staging_reads(program: Program) -> None:
    current, lifetime = assessed(program), assessed(program, "--scope", "lifetime")
    assert ("current", "lifetime") == (current["settings"]["scope"], lifetime["settings"]["scope"])
    assert (False, True) == (current["staging"]["maudsley"]["applicable"], lifetime["staging"]["maudsley"]["applicable"])


def test_the_country_says_whose_cut_offs_hold(program: Program) -> None:
    found = {country: assessed(program, "--country", country)["areas"]["lifestyle"]["alcohol"] for country in ("US", "GB", "other")}
    assert {"US": "met", "GB": "not_met", "other": "met"} == {country: each["verdict"] for country, each in found.items()}
    assert all(f"cut_{country}" in each["flags"] for country, each in found.items())


def test_the_clinics_own_doses_decide_adequacy_and_are_echoed(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "doses.toml"
    path.write_text(DOSES)
    by_table, by_clinic = assessed(program), assessed(program, "--doses", str(path))
    assert ("met", "not_met") == (by_table["trials"]["t1"]["adequate"]["mgh"], by_clinic["trials"]["t1"]["adequate"]["mgh"])
    assert [] == by_table["settings"]["doses"]
    assert [{"drug": "sertraline", "minimum_mg": 100.0, "source": "formulary"}] == by_clinic["settings"]["doses"]


def test_the_settings_file_counts_where_the_command_line_says_nothing(program: Program, tmp_path: Path) -> None:
    program.folder.mkdir()
    (program.folder / "settings.toml").write_text(f'country = "GB"\n{DOSES}')
    own = tmp_path / "doses.toml"
    own.write_text("dose = []\n")
    by_file, by_call = assessed(program), assessed(program, "--country", "US", "--doses", str(own))
    assert ("GB", "not_met") == (by_file["settings"]["country"], by_file["trials"]["t1"]["adequate"]["mgh"])
    assert ({"scope": "current", "country": "US", "doses": []}, "met") == (by_call["settings"], by_call["trials"]["t1"]["adequate"]["mgh"])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('country = "us"', "country: found a text, allowed is one of US, GB, other"),
        ("country = [1]", "country: found a list, allowed is one of"),
        ('[[dose]]\ndrug = "CANARY"\nminimum_mg = 1', "dose[0].drug: found a text of 6 characters"),
        ('[[dose]]\ndrug = "sertraline"', "dose[0].minimum_mg: found nothing"),
        ("dose = 1", "dose: found 1; allowed: a list"),
        ('contry = "US"', "contry: not a setting; allowed: interviewer, theme, safety, country, dose"),
    ],
)
def test_a_settings_file_that_does_not_fit_is_named(program: Program, content: str, said: str) -> None:
    program.folder.mkdir()
    (program.folder / "settings.toml").write_text(content)
    ended = program("score", "-", stdin=json.dumps(TREATED))
    assert (2, "") == (ended.code, ended.out)
    assert f"settings.toml: {said}" in ended.err
    assert "CANARY" not in ended.err
    assert 1 == len(ended.err.splitlines())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "could not be read (No such file or directory)"),
        ('[[dose]]\ndrug = "CANARY"\nminimum_mg = 1', "dose[0].drug: found a text of 6 characters; allowed: the generic name of a drug"),
        ('[[dose]]\ndrug = "sertraline"\nminimum_mg = "CANARY"', "dose[0].minimum_mg: found a text of 6 characters; allowed: a number"),
        (DOSES + DOSES, "dose[1].drug: found the drug of dose[0] again; allowed: each drug once"),
        ("a = CANARY", "line 1, column 5: found something that is not TOML"),
        ("CANARY", "the end of the file: found something that is not TOML"),
    ],
)
def test_doses_that_do_not_fit_end_with_2_and_name_the_path(program: Program, tmp_path: Path, content: str | None, said: str) -> None:
    path = tmp_path / "doses.toml"
    if content is not None:
        path.write_text(content)
    for argv in (["score", "-"], ["score-cohort", "-", "--out", str(tmp_path / "out.ndjson")]):
        ended = program(*argv, "--doses", str(path), stdin="{}")
        assert (2, "") == (ended.code, ended.out)
        assert f"{path}: {said}" in ended.err
        assert "CANARY" not in ended.err
        assert 1 == len(ended.err.splitlines())
    assert not (tmp_path / "out.ndjson").exists()


def test_the_settings_file_counts_in_an_interview_too(program: Program) -> None:
    """An export's assessment echoes what it rests on."""
    program.folder.mkdir()
    (program.folder / "settings.toml").write_text('country = "GB"\n')
    record = program("replay", "-", "--subject", "S-1", stdin=jsonl({"link_id": "kellner", "value": 5})).lines[0]["record"]
    out = program.folder / "out.json"
    assert 0 == program("export", record, "--format", "json", "--out", str(out)).code
    assert "GB" == json.loads(out.read_text())["assessment"]["settings"]["country"]
