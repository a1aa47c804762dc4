"""`import` and `questionnaire`, as a person calls them: exit codes, what is said, what is left behind."""

from __future__ import annotations

import json
import resource
import time
from pathlib import Path
from typing import Any

import pytest

from tests.interview.engine.world import PLAIN, SMALL
from tests.interview.export.record import HOSTILE
from tests.interview.program import Program, jsonl

LINES = [{"link_id": link_id, "value": value} for link_id, value in PLAIN.items()]
RISK = {"link_id": "safety.thoughts", "value": True}


@pytest.fixture
def here(tmp_path: Path) -> Program:
    made = Program(tmp_path / "here", SMALL)
    assert 0 == made("replay", "-", "--subject", "S-1", "--interviewer", "Dr A", stdin=jsonl(*LINES)).code
    return made


@pytest.fixture
def there(tmp_path: Path) -> Program:
    made = Program(tmp_path / "there", SMALL)
    made.made = 70
    return made


def exported(program: Program, folder: Path, form: str = "json") -> Path:
    path = folder / f"record.{form}"
    assert 0 == program("export", "r1", "--format", form, "--out", str(path)).code
    return path


def test_our_export_comes_back_with_its_id_its_log_and_its_seal(here: Program, there: Program, tmp_path: Path) -> None:
    done = there("import", str(exported(here, tmp_path)))
    assert (0, "r1\n", "") == (done.code, done.out, done.err)
    assert here.events("r1") == there.events("r1")
    assert here("verify", "r1").out.splitlines()[0] == there("verify", "r1").out.splitlines()[0]
    assert here("case", "r1").out == there("case", "r1").out


def test_the_same_once_more_is_no_fault_and_another_one_is_never_overwritten(here: Program, there: Program, tmp_path: Path) -> None:
    path = exported(here, tmp_path)
    assert (0, 0) == (there("import", str(path)).code, there("import", str(path)).code)
    longer = Program(tmp_path / "longer", SMALL)
    longer("replay", "-", "--subject", "S-2", stdin=jsonl(*LINES[:3]))
    before = longer.events("r1")
    refused = longer("import", str(path))
    assert (2, "") == (refused.code, refused.out)
    assert "a record with this id is there, and it is not the same" in refused.err
    assert before == longer.events("r1")


def test_a_changed_file_is_refused_by_its_seal_and_leaves_nothing(here: Program, there: Program, tmp_path: Path) -> None:
    tree = json.loads(exported(here, tmp_path).read_text("utf-8"))
    event = next(each for each in tree["events"] if each["body"].get("link_id") == "person.age_years")
    event["body"]["value"] = 45
    (tmp_path / "changed.json").write_text(json.dumps(tree), "utf-8")
    refused = there("import", str(tmp_path / "changed.json"))
    assert (2, "") == (refused.code, refused.out)
    assert "seal: found a seal that does not belong to these events" in refused.err
    assert "Nothing was written." in refused.err
    assert not (there.folder / "vault").exists()


def test_a_file_without_its_private_notes_says_so(here: Program, there: Program, tmp_path: Path) -> None:
    note = {"link_id": "session.note", "value": {"text": HOSTILE, "kind": "private"}}
    assert 0 == here("replay", "-", "--subject", "S-3", stdin=jsonl(*LINES[:2], note)).code
    path = tmp_path / "noted.json"
    assert 0 == here("export", "r2", "--format", "json", "--out", str(path)).code
    done = there("import", str(path))
    assert (0, "r2\n") == (done.code, done.out)
    assert "The file leaves out: notes." in done.err


def test_a_fhir_response_becomes_a_new_record(here: Program, there: Program, tmp_path: Path) -> None:
    done = there("import", str(exported(here, tmp_path, "fhir")))
    assert (0, "r71\n", "") == (done.code, done.out, done.err)
    ours, theirs = (json.loads(each.out) for each in (here("case", "r1"), there("case", "r71")))
    assert {**ours, "missing": 0} == {**theirs, "missing": 0}
    assert "S-1" == json.loads(there("list", "--format", "json").out)[0]["subject"]


def test_answers_that_are_refused_are_named_and_the_exit_is_1(here: Program, there: Program, tmp_path: Path) -> None:
    tree = json.loads(exported(here, tmp_path, "fhir").read_text("utf-8"))
    sections = tree["entry"][0]["resource"]["item"]
    sections.append({"linkId": "person.sex_for_thresholds", "answer": [{"valueString": HOSTILE}]})
    sections.append({"linkId": "kellner", "answer": [{"valueInteger": 99}]})
    (tmp_path / "odd.json").write_text(json.dumps(tree), "utf-8")
    done = there("import", str(tmp_path / "odd.json"))
    assert (1, "r71\n") == (done.code, done.out)
    assert ["person.sex_for_thresholds", "kellner"] == [line.split(": ")[1] for line in done.err.splitlines()]
    assert HOSTILE not in done.err
    assert 44 == json.loads(there("case", "r71").out)["person"]["age_years"]


def test_a_response_with_a_sign_of_risk_says_that_it_is_to_be_met(here: Program, there: Program, tmp_path: Path) -> None:
    assert 0 == here("replay", "-", "--subject", "S-4", stdin=jsonl(*LINES[:2], RISK)).code
    path = tmp_path / "risk.json"
    assert 0 == here("export", "r2", "--format", "fhir", "--out", str(path)).code
    done = there("import", str(path))
    assert 0 == done.code
    assert "A sign of risk is in it" in done.err
    assert "safety" == json.loads(there("list", "--format", "json").out)[0]["phase"]


def test_a_response_of_nobody_asks_for_a_pseudonym(here: Program, there: Program, tmp_path: Path) -> None:
    tree = json.loads(exported(here, tmp_path, "fhir").read_text("utf-8"))["entry"][0]["resource"]
    tree["contained"][0]["identifier"][0]["value"] = "Jane Doe"
    path = tmp_path / "named.json"
    path.write_text(json.dumps(tree), "utf-8")
    refused = there("import", str(path))
    assert 2 == refused.code
    assert "--subject ID" in refused.err
    assert "Jane" not in refused.err
    assert 0 == there("import", str(path), "--subject", "P-1").code
    assert 2 == there("import", str(exported(here, tmp_path)), "--subject", "P-1").code


HOSTILE_FILES = {
    "empty": b"",
    "no JSON": b"{",
    "no object": b"[1]",
    "not UTF-8": b"\xff\xfe{}",
    "deep": b'{"schema":"trd-record/1","events":' + b"[" * 200_000 + b"]" * 200_000 + b"}",
    "deep items": b'{"resourceType":"QuestionnaireResponse","item":' + b'[{"linkId":"a","item":' * 500 + b"[]" + b"}]" * 500 + b"}",
    "huge": b'{"schema":"trd-record/1","events":[' + b"{}," * 2_000_000 + b"{}]}",
    "many": b'{"schema":"trd-record/1","events":[' + b"1," * 900_000 + b"1]}",
    "crowded": b'{"schema":"trd-record/1","events":[' + b"[]," * 3_900_000 + b"0]}",
    "many keys": b'{"schema":"trd-record/1",' + b",".join(b'"%x":1' % each for each in range(1_000_000)) + b"}",
    "many texts": b'{"schema":"trd-record/1","events":[' + b'"ab",' * 2_300_000 + b"0]}",
    "twice": b'{"schema":"trd-record/1","schema":"trd-record/1"}',
    "no number": b'{"schema":"trd-record/1","events":[{"seq":NaN}]}',
    "endless number": b'{"schema":"trd-record/1","events":[{"seq":1e999}]}',
    "long number": b'{"schema":"trd-record/1","events":[{"seq":' + b"9" * 100_000 + b"}]}",
    "points to itself": b'{"resourceType":"Bundle","id":"b","entry":[{"resource":{"resourceType":"Bundle","link":[{"url":"#b"}]}}]}',
}


@pytest.mark.parametrize("name", HOSTILE_FILES)
def test_hostile_files_are_refused_fast_and_leave_nothing(name: str, there: Program, tmp_path: Path) -> None:
    path = tmp_path / "hostile.json"
    path.write_bytes(HOSTILE_FILES[name])
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    refused = there("import", str(path))
    assert (2, "") == (refused.code, refused.out)
    assert 2 > time.process_time() - began
    assert 300_000 > resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert refused.err.startswith(f"trd-interview: {path}")
    assert ("allowed: " in refused.err) is True
    assert len(refused.err) < 600
    assert not (there.folder / "vault").exists()


def test_the_questionnaire_goes_to_standard_output_or_to_a_new_file(there: Program, tmp_path: Path) -> None:
    printed = there("questionnaire", "--format", "fhir")
    made: dict[str, Any] = json.loads(printed.out)
    assert (0, "", "Questionnaire") == (printed.code, printed.err, made["resourceType"])
    path = tmp_path / "form.json"
    assert (0, f"Written: {path}\n") == (there("questionnaire", "--format", "fhir", "--out", str(path)).code, f"Written: {path}\n")
    assert made == json.loads(path.read_bytes())
    again = there("questionnaire", "--format", "fhir", "--out", str(path))
    assert (2, True) == (again.code, "--force" in again.err)
    assert 0 == there("questionnaire", "--format", "fhir", "--out", str(path), "--force").code


@pytest.mark.parametrize(("form", "begins"), [("html", b"<!doctype html"), ("docx", b"PK"), ("markdown", b"# "), ("pdf", b"%PDF")])
def test_the_form_to_fill_in_by_hand_is_drawn_in_every_format(form: str, begins: bytes, there: Program, tmp_path: Path) -> None:
    path = tmp_path / "form"
    assert 0 == there("questionnaire", "--format", form, "--depth", "brief", "--out", str(path)).code
    assert begins.lower() == path.read_bytes()[: len(begins)].lower()


def test_what_cannot_be_is_said(there: Program) -> None:
    for arguments, said in (
        (("--format", "pdf"), "--out FILE"),
        (("--format", "fhir", "--depth", "brief"), "--depth"),
        (("--format", "csv"), "fhir, html, pdf, docx, markdown"),
    ):
        refused = there("questionnaire", *arguments)
        assert 2 == refused.code
        assert said in refused.err
