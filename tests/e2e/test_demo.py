"""`demo`, as a stranger runs it: no terminal, no set-up; what it writes replays to the same case."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from interview.commands import demo
from tests.interview.program import Program


def demonstrated(tmp_path: Path, *more: str) -> subprocess.CompletedProcess[str]:
    own = {**os.environ, "HOME": str(tmp_path), "TMPDIR": str(tmp_path / "tmp"), "XDG_CONFIG_HOME": str(tmp_path)}
    (tmp_path / "tmp").mkdir(exist_ok=True)
    return subprocess.run(
        [sys.executable, "-m", "interview", "demo", *more], capture_output=True, text=True, stdin=subprocess.DEVNULL, env=own, check=False
    )


def test_the_demo_prints_the_formulation_and_leaves_no_vault(tmp_path: Path) -> None:
    ended = demonstrated(tmp_path, "--out", str(tmp_path / "out"))
    assert (0, "") == (ended.returncode, ended.stderr)
    assert "the record is closed" in ended.stdout
    assert "Problem hierarchy" in ended.stdout
    assert "Vicious circle" in ended.stdout
    assert "\x1b" not in ended.stdout
    assert [] == list((tmp_path / "tmp").iterdir())
    out = tmp_path / "out"
    made = {f"record.{ending}" for ending in ("json", "md", "html", "pdf", "docx", "csv", "codebook.csv", "fhir.json")}
    assert {"answers.jsonl", "case.json", "assessment.json", *made} == {path.name for path in out.iterdir()}
    assert {0o600} == {path.stat().st_mode & 0o777 for path in out.iterdir()}
    again = demonstrated(tmp_path, "--out", str(out))
    assert 2 == again.returncode
    assert "this file exists and was left as it is" in again.stderr


def test_what_the_demo_answered_replays_to_the_same_case_and_assessment(tmp_path: Path) -> None:
    program = Program(tmp_path / "data")
    assert 0 == program("demo", "--out", str(tmp_path / "out")).code
    out = tmp_path / "out"
    replayed = program("replay", str(out / "answers.jsonl"), "--subject", demo.SUBJECT)
    assert (0, "") == (replayed.code, replayed.err)
    record = replayed.out.strip()
    assert (out / "case.json").read_text() == program("case", record).out
    assert json.loads((out / "assessment.json").read_text()) == json.loads(program("score", str(out / "case.json")).out)
    assert json.loads((out / "record.json").read_text())["case"] == json.loads((out / "case.json").read_text())


def test_a_demo_that_cannot_write_ends_with_2(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    ended = Program(tmp_path / "data")("demo", "--out", str(tmp_path / "file" / "out"))
    assert 2 == ended.code
    assert "no folder could be made there" in ended.err


def test_a_bundled_case_that_does_not_fit_the_questionnaire_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "demo_answers", lambda: b'{"link_id": "nowhere", "value": 1}')
    before = set(Path(tempfile.gettempdir()).glob("trd-interview-demo-*"))
    ended = Program(tmp_path / "data")("demo")
    assert 2 == ended.code
    assert "demo_case.jsonl, line 1" in ended.err
    assert before == set(Path(tempfile.gettempdir()).glob("trd-interview-demo-*"))
