"""The commands that read records: list, case, verify, vault, export; and what stands in the way of the vault (exit 3)."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from interview.storage.vault import Vault
from tests.interview.engine.world import PLAIN, SMALL
from tests.interview.program import Program, jsonl

LINES = [{"link_id": link_id, "value": value} for link_id, value in PLAIN.items()]


@pytest.fixture
def program(tmp_path: Path) -> Program:
    made = Program(tmp_path / "data", SMALL)
    assert 0 == made("replay", "-", "--subject", "S-1", stdin=jsonl(*LINES)).code
    return made


def test_the_list_shows_each_record_the_last_one_first(program: Program) -> None:
    to_do = {"link_id": "session.note", "value": {"text": "ask", "kind": "to_do"}}
    program("replay", "-", "--subject", "S-2", stdin=jsonl(*LINES[:2], to_do))
    listed = program("list", "--format", "json")
    assert 0 == listed.code
    assert [
        {"id": "r2", "subject": "S-2", "visit": "baseline", "phase": "asking", "answered": 2, "signed": None},
        {"id": "r1", "subject": "S-1", "visit": "baseline", "phase": "asking", "answered": len(LINES), "signed": None},
    ] == [{name: value for name, value in entry.items() if name != "updated"} for entry in json.loads(listed.out)]
    assert "r2  S-2 · baseline · asking · 2 answered · 2026-03-01 10:" in program("list").out
    assert "1 to do" in program("list").out


def test_an_empty_place_lists_nothing_and_makes_nothing(tmp_path: Path) -> None:
    empty = Program(tmp_path / "none", SMALL)
    assert [] == json.loads(empty("list", "--format", "json").out)
    assert "No records in" in empty("list").out
    assert not (tmp_path / "none").exists()


def test_a_case_is_what_score_reads(program: Program) -> None:
    case = program("case", "r1")
    assert 0 == case.code
    content = json.loads(case.out)
    assert ("trd-case/1", "S-1", 44, 5) == (content["schema"], content["subject"], content["person"]["age_years"], content["kellner"])
    assert [{"id": "t1", "kind": "medication", "agent": "sertraline", "dose_mg": 100, "evidence_based": True}] == content["trials"]
    assert 0 == program("score", "-", stdin=case.out).code


def test_reading_a_case_appends_nothing(program: Program) -> None:
    before = program.events("r1")
    program("case", "r1")
    program("verify", "r1")
    assert before == program.events("r1")


def test_an_unknown_record_ends_with_2(program: Program) -> None:
    for argv in (["case", "r7"], ["verify", "r7"], ["resume", "r7", "--plain"], ["export", "r7", "--format", "json", "--out", "x.json"]):
        ended = program(*argv)
        assert (2, "") == (ended.code, ended.out)
        assert "No record has the id r7. `trd-interview list` shows those there are." in ended.err


def test_verify_names_what_is_whole(program: Program) -> None:
    ended = program("verify")
    assert 0 == ended.code
    assert "r1  25 entries, whole, seal " in ended.out
    assert "1 record." in ended.out


def test_verify_ends_with_1_and_names_the_first_broken_entry(program: Program) -> None:
    """Negative control: one entry is changed through an opened connection."""
    vault = Vault.open(program.folder / "vault", program.unlock)
    with vault._open.database.writing() as writing:
        writing.db.execute("UPDATE entry SET body = x'7b7d' WHERE record = 'r1' AND seq = 4")
    vault.close()
    ended = program("verify", "r1")
    assert 1 == ended.code
    assert "Record r1: entry 4 is not as it was written." in ended.err
    assert "NOT whole, 24 readable" in ended.out
    assert 3 == program("case", "r1").code


def test_the_vault_is_made_once_and_shows_where_it_is(tmp_path: Path) -> None:
    program = Program(tmp_path / "data", SMALL)
    assert f"No vault is in {tmp_path / 'data'} yet.\n" == program("vault", "status").out
    assert 0 == program("vault", "init").code
    assert "opens; it keeps 0 records" in program("vault", "status").out
    again = program("vault", "init")
    assert 2 == again.code
    assert "A vault is already in" in again.err


@pytest.mark.parametrize("form", ["json", "markdown"])
def test_an_export_is_a_new_private_file(program: Program, tmp_path: Path, form: str) -> None:
    out = tmp_path / "record"
    ended = program("export", "r1", "--format", form, "--out", str(out))
    assert (0, f"Written: {out}\n") == (ended.code, ended.out)
    assert 0o600 == out.stat().st_mode & 0o777
    assert "Everything is grey" in out.read_text("utf-8")
    before = out.read_bytes()
    again = program("export", "r1", "--format", form, "--out", str(out))
    assert 2 == again.code
    assert "this file exists and was left as it is" in again.err
    assert before == out.read_bytes()
    assert 0 == program("export", "r1", "--format", form, "--out", str(out), "--force").code


def test_an_export_follows_no_link_and_needs_its_folder(program: Program, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "target")
    assert 2 == program("export", "r1", "--format", "json", "--out", str(tmp_path / "link"), "--force").code
    assert not (tmp_path / "target").exists()
    ended = program("export", "r1", "--format", "json", "--out", str(tmp_path / "none" / "x"))
    assert 2 == ended.code
    assert "its folder is not there" in ended.err
    other = program("export", "r1", "--format", "cat", "--out", "x")
    assert 2 == other.code
    assert "this version writes json, markdown" in other.err


def test_a_passphrase_file_makes_and_opens_the_vault_without_a_question(tmp_path: Path) -> None:
    program = Program(tmp_path / "data", SMALL)
    program.unlock = None
    phrase = tmp_path / "phrase"
    phrase.write_text("several words of a test\n")
    made = program("vault", "init", "--passphrase-file", str(phrase))
    assert 0 == made.code
    assert "No recovery code was made, for no terminal is here to show it" in made.err
    assert "several words" not in made.err + made.out
    program.environ = {"TRD_INTERVIEW_PASSPHRASE_FILE": str(phrase)}
    assert 0 == program("vault", "status").code
    assert "No recovery code opens it" in program("vault", "status").out
    phrase.write_text("other words\n")
    wrong = program("list")
    assert (3, "") == (wrong.code, wrong.out)
    assert "The passphrase does not open this vault" in wrong.err
    phrase.write_text("")
    assert 3 == program("list").code


@pytest.mark.parametrize("kind", ["missing", "folder", "fifo", "huge", "binary"])
def test_a_passphrase_file_that_is_none_ends_with_3_at_once(program: Program, tmp_path: Path, kind: str) -> None:
    program.unlock = None
    path = tmp_path / "phrase"
    match kind:
        case "folder":
            path.mkdir()
        case "fifo":
            os.mkfifo(path)
        case "huge":
            path.write_bytes(b"x" * 1_000_000)
        case "binary":
            path.write_bytes(b"\xff\xfe\x00")
    ended = program("list", "--passphrase-file", str(path))
    assert (3, "") == (ended.code, ended.out)
    assert f"The passphrase file {path}" in ended.err


def test_without_a_passphrase_and_a_terminal_the_vault_stays_locked(program: Program) -> None:
    program.unlock = None
    ended = program("list")
    assert (3, "") == (ended.code, ended.out)
    assert "--passphrase-file" in ended.err


def test_in_a_terminal_the_passphrase_is_asked_twice_for_a_new_vault(tmp_path: Path) -> None:
    program = Program(tmp_path / "data", SMALL)
    program.unlock, program.may_ask = None, True
    program.secrets = ["", "some words", "some other words", "some words", "some words"]
    made = program("vault", "init")
    assert 0 == made.code
    assert "The passphrase is empty" in made.err
    assert "The two are not the same" in made.err
    program.secrets = ["wrong", "some words"]
    opened = program("vault", "status")
    assert 0 == opened.code
    assert 1 == opened.err.count("does not open this vault")
    program.secrets = ["wrong", "wrong", "wrong", "some words"]
    assert 3 == program("list").code
    program.secrets = []
    assert "No passphrase was typed" in program("list").err


def test_a_record_that_another_one_holds_ends_with_3(program: Program) -> None:
    holder = Vault.open(program.folder / "vault", program.unlock)
    holder.hold("r1")
    try:
        ended = program("resume", "r1", "--plain")
        assert (3, "") == (ended.code, ended.out)
        assert 0 == program("case", "r1").code
    finally:
        holder.close()


def test_a_damaged_vault_ends_with_3_and_changes_nothing(program: Program) -> None:
    header = program.folder / "vault" / "vault.json"
    whole = header.read_bytes()
    header.write_bytes(b"{}")
    ended = program("list")
    assert (3, "") == (ended.code, ended.out)
    assert str(program.folder) in ended.err
    assert b"{}" == header.read_bytes()
    header.write_bytes(whole)
    assert 0 == program("list").code


def test_settings_that_are_none_end_with_2_and_name_the_key(program: Program) -> None:
    settings = program.folder / "settings.toml"
    for content, said in (
        ("interviewer = 7", "interviewer: found a number, allowed is a text"),
        ("colour = 'red'", "colour: not a setting; allowed: interviewer, theme, safety"),
        ("[safety]\nnumber = '1'", "safety.number: not a setting; allowed: safety.text"),
        ("safety = 'x'", "safety: found a text, allowed is a table"),
        ("= =", "not TOML"),
    ):
        settings.write_text(content)
        ended = program("new", "--subject", "S-3", "--plain")
        assert (2, "") == (ended.code, ended.out)
        assert said in ended.err
    settings.write_text('interviewer = "Dr B"\n')
    program("replay", "-", "--subject", "S-3", stdin=jsonl(LINES[0]))
    record = json.loads(program("list", "--format", "json").out)[0]["id"]
    assert "Dr B" == program.events(record)[0].body.interviewer
