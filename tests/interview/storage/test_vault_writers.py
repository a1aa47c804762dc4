"""One writer a record: the other is told who has it and since when, and may read."""

from __future__ import annotations

import datetime as dt
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from interview.engine.events import Event
from interview.engine.ports import RecordSummary, StoreFault
from interview.storage.locks import OsLock, ProcessMark, is_running, this_process
from interview.storage.unlock import KeyFile
from interview.storage.vault import Vault

WRITER = Path(__file__).with_name("record_writer.py")
ROOT = Path(__file__).parents[3]
Make = Callable[..., Event]
Summarise = Callable[..., RecordSummary]


def started_holder(folder: Path, key_file: KeyFile, record: str) -> subprocess.Popen[str]:
    command = [sys.executable, str(WRITER), "hold", str(folder), str(key_file.path), record]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)})


def tell(holder: subprocess.Popen[str]) -> None:
    assert holder.stdin is not None
    holder.stdin.write("go\n")
    holder.stdin.flush()


def said(holder: subprocess.Popen[str]) -> str:
    assert holder.stdout is not None
    return holder.stdout.readline().strip()


def test_the_second_process_is_told_who_and_since_when_and_may_read(
    vault: Vault, folder: Path, key_file: KeyFile, event: Make, summary: Summarise
) -> None:
    vault.append("r1", [event(1)], summary("r1", 1))
    holder = started_holder(folder, key_file, "r1")
    tell(holder)
    assert "held" == said(holder)
    for act in (lambda: vault.hold("r1"), lambda: vault.append("r1", [event(2)], summary("r1", 2))):
        with pytest.raises(StoreFault) as fault:
            act()
        assert "busy" == fault.value.kind
        assert f"(process {holder.pid})" in str(fault.value)
        assert re.search(r"since \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", str(fault.value))
    assert (event(1),) == vault.events("r1")
    vault.hold("r2")
    vault.append("r2", [event(1)], summary("r2", 1))

    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    vault.append("r1", [event(2)], summary("r1", 2))
    vault.hold("r1")
    assert 2 == len(vault.events("r1"))


def test_of_many_processes_exactly_one_holds(vault: Vault, folder: Path, key_file: KeyFile) -> None:
    holders = [started_holder(folder, key_file, "r1") for _ in range(4)]
    for holder in holders:
        tell(holder)
    assert ["busy", "busy", "busy", "held"] == sorted(said(holder) for holder in holders)
    for holder in holders:
        tell(holder)
        holder.wait()
    vault.hold("r1")


def test_two_vaults_of_one_process_are_two_writers(vault: Vault, folder: Path, key_file: KeyFile, event: Make, summary: Summarise) -> None:
    second = Vault.open(folder, key_file, clock=lambda: dt.datetime(2026, 3, 1, 9, 30, tzinfo=dt.UTC))
    second.hold("r1")
    for act in (lambda: vault.hold("r1"), lambda: vault.append("r1", [event(1)], summary("r1", 1))):
        with pytest.raises(StoreFault, match="since 2026-03-01T09:30:00") as fault:
            act()
        assert "busy" == fault.value.kind
    second.release("r1")
    vault.hold("r1")
    vault.append("r1", [event(1)], summary("r1", 1))
    with pytest.raises(StoreFault) as fault:
        second.append("r1", [event(2)], summary("r1", 2))
    assert "busy" == fault.value.kind
    vault.close()
    second.append("r1", [event(2)], summary("r1", 2))
    second.close()


def test_a_removed_lock_file_does_not_make_two_writers(vault: Vault, folder: Path, key_file: KeyFile) -> None:
    holder = started_holder(folder, key_file, "r1")
    tell(holder)
    assert "held" == said(holder)
    for lock in (folder / "locks").iterdir():
        lock.unlink()
    with pytest.raises(StoreFault) as fault:
        vault.hold("r1")
    assert f"(process {holder.pid})" in str(fault.value)
    tell(holder)
    holder.wait()


def test_a_mark_of_another_boot_or_a_reused_number_is_stale() -> None:
    mine = this_process()
    assert is_running(mine)
    assert not is_running(ProcessMark(mine.pid, "another boot", mine.started, mine.who))
    assert not is_running(ProcessMark(mine.pid, mine.boot, "1", mine.who))
    assert not is_running(ProcessMark(0, mine.boot, mine.started, mine.who))


def test_a_killed_writer_that_nobody_waited_for_keeps_no_record(vault: Vault, folder: Path, key_file: KeyFile) -> None:
    holder = started_holder(folder, key_file, "r1")
    tell(holder)
    assert "held" == said(holder)
    os.kill(holder.pid, signal.SIGKILL)
    os.waitid(os.P_PID, holder.pid, os.WEXITED | os.WNOWAIT)
    vault.hold("r1")
    holder.wait()


def test_vaults_opened_while_another_writes_are_never_refused(
    vault: Vault, folder: Path, key_file: KeyFile, event: Make, summary: Summarise
) -> None:
    """Between a commit and its head the heads lag: whoever opens then repairs them, and two may do so at once."""
    vault.append("r1", [event(1)], summary("r1", 1))
    vault._open.heads_behind.settle()
    lagging = (folder / "heads").read_bytes()
    vault.append("r1", [event(2)], summary("r1", 2))
    vault._open.heads_behind.settle()
    (folder / "heads").write_bytes(lagging)
    lock = OsLock(folder / "heads.lock")
    assert lock.acquire()
    (folder / "heads.new").write_bytes(b"what the other is writing")
    Vault.open(folder, key_file).close()
    assert lagging == (folder / "heads").read_bytes()
    assert b"what the other is writing" == (folder / "heads.new").read_bytes()
    lock.release()
    Vault.open(folder, key_file).close()
    assert lagging != (folder / "heads").read_bytes()


def test_lock_files_do_not_name_the_record(vault: Vault, folder: Path) -> None:
    vault.hold("Record-of-someone")
    assert 1 == len(list((folder / "locks").iterdir()))
    assert not any("ecord" in path.name for path in (folder / "locks").iterdir())


def test_two_processes_writing_different_records_both_stay_whole(
    vault: Vault, folder: Path, key_file: KeyFile, event: Make, summary: Summarise
) -> None:
    command = [sys.executable, str(WRITER), "append", str(folder), str(key_file.path), "theirs"]
    writer = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert writer.stdout is not None
    for seq in range(1, 41):
        writer.stdout.readline()
        vault.append("mine", [event(seq)], summary("mine", seq))
        assert vault.verify("theirs").is_whole
    os.kill(writer.pid, signal.SIGKILL)
    writer.wait()
    found = vault.verify()
    assert found.is_whole, found.breaches
    assert 40 == len(vault.events("mine"))
    assert 40 <= len(vault.events("theirs"))
