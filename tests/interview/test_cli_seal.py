"""`verify ID --seal`: a seal that was written down tells an older copy from the newest one, though the vault itself is whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from interview.engine.session import Session
from interview.storage.unlock import KeyFile
from interview.storage.vault import Vault
from tests.interview.engine.world import PLAIN, SMALL
from tests.interview.program import Program, jsonl

LINES = [{"link_id": link_id, "value": value} for link_id, value in PLAIN.items()]


@pytest.fixture
def program(tmp_path: Path) -> Program:
    made = Program(tmp_path / "data", SMALL)
    assert 0 == made("replay", "-", "--subject", "S-1", stdin=jsonl(*LINES[:5])).code
    return made


def seal_of(program: Program) -> str:
    return program("verify", "r1").out.splitlines()[0].rpartition("seal ")[2]


def test_a_vault_that_was_rolled_back_whole_is_told_by_its_seal(program: Program, tmp_path: Path) -> None:
    vault = next(path.parent for path in program.folder.rglob("vault.db"))
    older = seal_of(program)
    shutil.copytree(vault, tmp_path / "yesterday")
    opened = Vault.open(vault, KeyFile(program.folder / "key"))
    session = Session.resume(opened, SMALL, "r1", clock=program.clock)
    for line in LINES[5:7]:
        session.answer(line["link_id"], line["value"])
    opened.close()
    newer = seal_of(program)

    last = program("verify", "r1", "--seal", newer)
    assert (0, True) == (last.code, "The seal is that of the last entry" in last.out)
    before = program("verify", "r1", "--seal", older.lower().replace("-", " "))
    assert (0, True) == (before.code, "up to there nothing was changed" in before.out)

    shutil.rmtree(vault)
    shutil.copytree(tmp_path / "yesterday", vault)
    assert 0 == program("verify").code, "a vault rolled back with its heads is whole"
    assert 0 == program("verify", "r1", "--seal", older).code
    rolled_back = program("verify", "r1", "--seal", newer)
    assert 1 == rolled_back.code
    assert "Record r1 never had this seal" in rolled_back.err
    assert "older than the seal" in rolled_back.err


@pytest.mark.parametrize("seal", ["", "ABCD", "UUUU-UUUU-UUUU-UUUU-UUUU", "\x1b[31mABCDEFGHJKMNPQR", "Å" * 20])
def test_what_is_no_seal_is_refused_without_being_repeated(program: Program, seal: str) -> None:
    ended = program("verify", "r1", "--seal", seal)
    assert 2 == ended.code
    assert "20 letters and digits" in ended.err
    assert "\x1b" not in ended.err


def test_a_seal_needs_its_record(program: Program) -> None:
    ended = program("verify", "--seal", "0123-4567-89AB-CDEF-GHJK")
    assert 2 == ended.code
    assert "`verify ID --seal SEAL`" in ended.err
