"""A real disk of half a megabyte, filled while notes are taken: said to be full, the note NOT saved; with room again all goes on."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

from interview.engine.ports import StoreFault
from interview.engine.session import Session
from interview.questionnaire.reader import bundled
from interview.storage.unlock import KeyFile
from interview.storage.vault import Vault
from interview.world import new_id, now

SMALL_DISK: Final = "512k"
MOST_NOTES: Final = 400


def full_disk(folder: Path) -> tuple[int, list[str], str | None]:
    """Answer on a real disk of half a megabyte until it is full, make room, and go on.

    Return how many answers it took, what was wrong, and why it was skipped.
    """
    if os.geteuid() != 0 or shutil.which("mount") is None:
        return 0, [], "a small disk needs root"
    disk = folder / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SMALL_DISK}", "tmpfs", str(disk)], capture_output=True).returncode != 0:
        return 0, [], "tmpfs cannot be mounted here"
    try:
        return *_filled(disk), None
    finally:
        subprocess.run(["umount", "-l", str(disk)], capture_output=True, check=False)


def _filled(disk: Path) -> tuple[int, list[str]]:
    (disk / "ballast").write_bytes(bytes(64 * 1024))
    vault, __ = Vault.create(disk / "vault", KeyFile(disk / "key"))
    session, wrong, told = Session.begin(vault, bundled(), subject="F-1", clock=now, new_id=new_id), list[str](), None
    answers = 0
    while told is None and answers < MOST_NOTES:
        try:
            session.note("words and words " * 200)
            answers += 1
        except StoreFault as fault:
            told = fault
    if told is None or told.kind != "full" or "NOT saved" not in str(told):
        wrong.append("a full disk was not said to be full, and the note NOT saved")
    seq = len(vault.events(session.record))
    (disk / "ballast").unlink()
    session.note("words and words " * 200)
    vault.close()
    reopened = Vault.open(disk / "vault", KeyFile(disk / "key"))
    if len(reopened.events(session.record)) != seq + 1 or not reopened.verify().is_whole:
        wrong.append("after the disk was full the record is not what was kept")
    reopened.close()
    return answers, wrong
