"""What was acknowledged is there: after a kill, a failing disk, a full one; and what was not acknowledged is not."""

from __future__ import annotations

import errno
import os
import random
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import apsw
import pytest

from interview.engine.events import Event
from interview.engine.ports import RecordSummary, StoreFault
from interview.storage import database, files, heads
from interview.storage.creation import exists
from interview.storage.database import connect
from interview.storage.header import read_header
from interview.storage.keys import unwrap
from interview.storage.unlock import KeyFile, Keys
from interview.storage.vault import Vault

KILLS = int(os.environ.get("TRD_INTERVIEW_TEST_KILLS", "5"))
"""How many writers are killed; a fault run asks for more."""

BELOW = "multipleciphers-unix"
WRITER = Path(__file__).with_name("record_writer.py")
ROOT = Path(__file__).parents[3]
Make = Callable[..., Event]
Summarise = Callable[..., RecordSummary]


def pages_key(folder: Path, key_file: KeyFile) -> bytes:
    header = read_header(folder)
    return Keys.of(unwrap(header.slots, header.vault, key_file), header.vault).pages


# settings


def test_settings_are_confirmed(vault: Vault, folder: Path, key_file: KeyFile) -> None:
    db = connect(folder / "vault.db", pages_key(folder, key_file))
    names = (
        "journal_mode",
        "synchronous",
        "fullfsync",
        "foreign_keys",
        "secure_delete",
        "auto_vacuum",
        "cipher",
        "trusted_schema",
        "temp_store",
    )
    assert ["persist", 3, 1, 1, 1, 1, "chacha20", 0, 2] == [db.pragma(name) for name in names]
    db.close()


@pytest.mark.parametrize(
    ("name", "weakened"), [("synchronous", "OFF"), ("synchronous", "NORMAL"), ("journal_mode", "WAL"), ("journal_mode", "MEMORY")]
)
def test_a_weakened_setting_is_refused(
    vault: Vault, folder: Path, key_file: KeyFile, monkeypatch: pytest.MonkeyPatch, name: str, weakened: str
) -> None:
    vault.close()
    kept = tuple((each, weakened if each == name else wanted, expected) for each, wanted, expected in database.SETTINGS)
    monkeypatch.setattr(database, "SETTINGS", kept)
    with pytest.raises(StoreFault, match=name) as fault:
        Vault.open(folder, key_file)
    assert "io" == fault.value.kind


def test_nothing_is_stored_in_plain(filled: Path) -> None:
    for file in (path for path in filled.rglob("*") if path.is_file()):
        content = file.read_bytes()
        for word in ("canary", "item.", "alpha", "S-1", "SQLite", "answered"):
            assert word.encode() not in content, file.name
            assert word.encode("utf-16-le") not in content, file.name


# permissions and creation


@pytest.fixture(params=[0o000, 0o077, 0o777])
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


def test_files_are_private_whatever_the_umask(umask: None, tmp_path: Path, event: Make, summary: Summarise) -> None:
    folder, key_file = tmp_path / "above" / "vault", KeyFile(tmp_path / "above" / "key")
    made, _ = Vault.create(folder, key_file)
    made.hold("r1")
    made.append("r1", [event(1)], summary("r1", 1))
    found = {path: stat.S_IMODE(path.lstat().st_mode) for path in (tmp_path / "above", *(tmp_path / "above").rglob("*"))}
    assert {"vault.db", "vault.db-journal", "vault.json", "heads", "key"} < {path.name for path in found}
    assert {path: 0o700 if path.is_dir() else 0o600 for path in found} == found
    made.close()


def test_a_folder_that_was_open_is_tightened_and_a_shared_one_is_refused(folder: Path, key_file: KeyFile, tmp_path: Path) -> None:
    folder.mkdir(mode=0o755)
    Vault.create(folder, key_file)[0].close()
    assert 0o700 == stat.S_IMODE(folder.stat().st_mode)
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o1777)
    with pytest.raises(StoreFault) as fault:
        Vault.create(shared, key_file)
    assert "io" == fault.value.kind
    assert 0o1777 == stat.S_IMODE(shared.stat().st_mode)
    assert [] == list(shared.iterdir())


def test_a_vault_is_never_made_over_another(filled: Path, key_file: KeyFile) -> None:
    before = (filled / "vault.db").read_bytes()
    for lost in ((), ("vault.json",)):
        for name in lost:
            (filled / name).unlink()
        with pytest.raises(StoreFault, match="already"):
            Vault.create(filled, key_file)
    assert before == (filled / "vault.db").read_bytes()


def test_a_creation_cut_short_at_any_step_leaves_none_or_a_whole_one(
    folder: Path, key_file: KeyFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Cut(BaseException):
        pass

    calls, cut_at = 0, 0

    def counted(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            nonlocal calls
            calls += 1
            if calls == cut_at:
                raise Cut
            return real(*given, **named)

        return call

    for module, name in ((os, "fsync"), (os, "open"), (os, "rename"), (os, "mkdir"), (os, "unlink"), (apsw, "Connection")):
        monkeypatch.setattr(module, name, counted(getattr(module, name)))
    outcomes = []
    for cut_at in range(1, 200):  # noqa: B007 (read by `counted`)
        calls = 0
        try:
            Vault.create(folder, key_file)[0].close()
            break
        except Cut:
            outcomes.append(exists(folder))
        calls = -1000
        if exists(folder):
            opened = Vault.open(folder, key_file)
            assert opened.verify().is_whole
            opened.close()
            for path in sorted(folder.rglob("*"), reverse=True):
                path.rmdir() if path.is_dir() else path.unlink()
    assert True in outcomes
    assert False in outcomes
    assert len(outcomes) > 20


# a failing disk


class FailingDisk(apsw.VFS):
    """A disk whose n-th write, sync or truncation fails: once, or from then on."""

    def __init__(self, name: str) -> None:
        super().__init__(name, BELOW)
        self.left: int | None = None
        self.for_good = False
        self.error: type[apsw.Error] = apsw.IOError
        self.failed = False

    def xOpen(self, name: Any, flags: list[int]) -> FailingFile:
        return FailingFile(self, name, flags)

    def pass_or_fail(self) -> None:
        if self.left is None:
            return
        self.left -= 1
        if self.left == 0 or (self.for_good and self.left < 0):
            self.failed = True
            raise self.error("the disk fails")


class FailingFile(apsw.VFSFile):
    def __init__(self, disk: FailingDisk, name: Any, flags: list[int]) -> None:
        self._disk = disk
        super().__init__(BELOW, name, flags)

    def xWrite(self, content: Any, offset: int) -> None:
        self._disk.pass_or_fail()
        super().xWrite(content, offset)

    def xSync(self, flags: int) -> None:
        self._disk.pass_or_fail()
        super().xSync(flags)

    def xTruncate(self, size: int) -> None:
        self._disk.pass_or_fail()
        super().xTruncate(size)


@pytest.fixture
def disk() -> Iterator[FailingDisk]:
    made = FailingDisk("failing-disk")
    yield made
    made.unregister()


@pytest.mark.parametrize("for_good", [False, True], ids=["once", "for good"])
@pytest.mark.parametrize(("error", "kind"), [(apsw.IOError, "io"), (apsw.FullError, "full")])
def test_a_disk_that_fails_at_any_call_never_lies(
    folder: Path, key_file: KeyFile, disk: FailingDisk, event: Make, summary: Summarise, error: type[apsw.Error], kind: str, for_good: bool
) -> None:
    vault, _ = Vault.create(folder, key_file, vfs="failing-disk")
    disk.error, disk.for_good = error, for_good
    vault.append("r1", [event(1)], summary("r1", 1))
    acknowledged, faults = 1, 0
    for nth in range(1, 200):
        offered = [event(acknowledged + 1, value=f"attempt {nth}"), event(acknowledged + 2, verbatim="y" * 9000)]
        disk.left, disk.failed = nth, False
        told: StoreFault | None = None
        try:
            vault.append("r1", offered, summary("r1", acknowledged + 2))
        except StoreFault as fault:
            told = fault
        assert disk.failed == (told is not None), nth
        if told is None:
            break
        assert kind == told.kind, nth
        assert "NOT saved" in str(told)
        assert f"up to entry {acknowledged}" in str(told)
        assert told.__suppress_context__
        faults += 1
        disk.left = None
        assert acknowledged == len(vault.events("r1")), nth
        assert (summary("r1", acknowledged),) == vault.records()
        offered = [event(acknowledged + 1, value=f"corrected {nth}")]
        vault.append("r1", offered, summary("r1", acknowledged + 1))
        acknowledged += 1
        assert f"corrected {nth}" == getattr(vault.events("r1")[-1].body, "value", None)
    assert faults >= 8
    disk.left = None
    assert vault.verify().is_whole
    vault.close()
    reopened = Vault.open(folder, key_file)
    assert acknowledged + 2 == len(reopened.events("r1"))
    assert reopened.verify().is_whole
    reopened.close()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_heads_that_cannot_be_written_only_lag(
    vault: Vault, folder: Path, key_file: KeyFile, event: Make, summary: Summarise, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    vault.append("r1", [event(1)], summary("r1", 1))
    vault._open.heads_behind.settle()
    before = (folder / "heads").read_bytes()

    def fail(*_: Any) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as failing:
        failing.setattr(heads, "replace_private", fail)
        vault.append("r1", [event(2)], summary("r1", 2))
        vault._open.heads_behind.settle()
    assert before == (folder / "heads").read_bytes()
    assert vault.verify().is_whole
    vault.append("r1", [event(3)], summary("r1", 3))
    vault._open.heads_behind.settle()
    assert 3 == vault._open.heads.read()["r1"].seq


def test_a_full_disk_at_creation_is_said_and_leaves_no_vault(folder: Path, key_file: KeyFile, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "no space")

    with monkeypatch.context() as failing:
        failing.setattr(files.os, "fsync", fail)
        with pytest.raises(StoreFault) as fault:
            Vault.create(folder, key_file)
    assert "full" == fault.value.kind
    assert not exists(folder)
    Vault.create(folder, KeyFile(folder.parent / "other-key"))[0].close()


def test_heads_never_lead_the_database(vault: Vault, event: Make, summary: Summarise, monkeypatch: pytest.MonkeyPatch) -> None:
    """At the moment when heads are written, a second reader finds the entry committed."""
    seen: list[int] = []
    real = heads.replace_private

    def watched(path: Path, content: bytes) -> None:
        seen.append(len(vault.events("r1")))
        real(path, content)

    monkeypatch.setattr(heads, "replace_private", watched)
    for seq in (1, 2, 3):
        vault.append("r1", [event(seq)], summary("r1", seq))
        vault._open.heads_behind.settle()
    assert [1, 2, 3] == seen


# kill -9


@pytest.mark.parametrize("seed", range(KILLS))
def test_nothing_acknowledged_is_lost_when_the_writer_is_killed(vault: Vault, folder: Path, key_file: KeyFile, seed: int) -> None:
    vault.close()
    chance = random.Random(seed)
    command = [sys.executable, str(WRITER), "append", str(folder), str(key_file.path), "r1"]
    writer = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert writer.stdout is not None
    acknowledged = 0
    for _ in range(chance.randrange(1, 60)):
        acknowledged = int(writer.stdout.readline())
    for _ in range(chance.randrange(200_000)):
        pass
    os.kill(writer.pid, signal.SIGKILL)
    acknowledged = max([acknowledged, *map(int, writer.stdout.read().split())])
    assert -signal.SIGKILL == writer.wait()
    reopened = Vault.open(folder, key_file)
    stored = [each.seq for each in reopened.events("r1")]
    assert list(range(1, len(stored) + 1)) == stored
    assert acknowledged <= len(stored) <= acknowledged + 1
    assert len(stored) == reopened.records()[0].answered
    assert reopened.verify().is_whole
    reopened.hold("r1")
    reopened.close()
