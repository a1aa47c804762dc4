"""`doctor`: each thing good, worth a look, or bad; what is unknown is never good; nothing of a record is read."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from interview.doctor import judging, looking
from interview.doctor.judging import NO_FREE_MB, SLOW_KEY_SECONDS, SLOW_SYNC_MS, Judged
from interview.doctor.reading import (
    ClockFound,
    DatabaseFound,
    DiskFound,
    ImageFound,
    KeyCostFound,
    LocaleFound,
    PermissionsFound,
    SwapFound,
    TerminalFound,
)
from interview.doctor.words import NAMES, STATES, report
from tests.interview.engine.world import SMALL
from tests.interview.program import Program

TERMINAL = TerminalFound(True, "xterm-256color", 80, 24, 256, "utf-8", "✓ →", False)
LOCALE = LocaleFound("utf-8", "utf-8", False)
DISK = DiskFound("/data", True, 10_000_000_000, "ext4", 2.0)
PERMISSIONS = PermissionsFound(True, False, 0, 0)
SWAP = SwapFound(0, 0, 0)
IMAGE = ImageFound(0, False)
CLOCK = ClockFound(2026, True, -3.0, True)
DATABASE = DatabaseFound("3.54.0", "chacha20", (("synchronous", "3"),), None)
KEY = KeyCostFound(0.2, 64, 3)

CASES: list[tuple[Any, Any, dict[str, Any], str]] = [
    (judging.terminal, TERMINAL, {}, "good"),
    (judging.terminal, TERMINAL, {"columns": 79}, "look"),
    (judging.terminal, TERMINAL, {"rows": 23}, "look"),
    (judging.terminal, TERMINAL, {"columns": None}, "look"),
    (judging.terminal, TERMINAL, {"name": "dumb"}, "look"),
    (judging.terminal, TERMINAL, {"is_there": False}, "look"),
    (judging.signs, TERMINAL, {}, "good"),
    (judging.signs, TERMINAL, {"is_letters_only": True}, "look"),
    (judging.locale, LOCALE, {}, "good"),
    (judging.locale, LOCALE, {"output": "ascii"}, "look"),
    (judging.locale, LOCALE, {"files": None}, "look"),
    (judging.disk_room, DISK, {}, "good"),
    (judging.disk_room, DISK, {"free_bytes": None}, "look"),
    (judging.disk_room, DISK, {"free_bytes": 199_999_999}, "look"),
    (judging.disk_room, DISK, {"free_bytes": 200_000_000}, "good"),
    (judging.disk_room, DISK, {"free_bytes": NO_FREE_MB * 1_000_000 - 1}, "bad"),
    (judging.disk_room, DISK, {"free_bytes": NO_FREE_MB * 1_000_000}, "look"),
    (judging.disk_kind, DISK, {}, "good"),
    (judging.disk_kind, DISK, {"file_system": "nfs4"}, "bad"),
    (judging.disk_kind, DISK, {"file_system": "tmpfs"}, "bad"),
    (judging.disk_kind, DISK, {"file_system": "fuse.something"}, "look"),
    (judging.disk_kind, DISK, {"file_system": None}, "look"),
    (judging.disk_sync, DISK, {}, "good"),
    (judging.disk_sync, DISK, {"sync_ms": SLOW_SYNC_MS}, "good"),
    (judging.disk_sync, DISK, {"sync_ms": SLOW_SYNC_MS + 1}, "look"),
    (judging.disk_sync, DISK, {"sync_ms": None}, "look"),
    (judging.permissions, PERMISSIONS, {}, "good"),
    (judging.permissions, PERMISSIONS, {"is_there": False}, "good"),
    (judging.permissions, PERMISSIONS, {"open_to_others": 1}, "bad"),
    (judging.permissions, PERMISSIONS, {"not_ours": 1}, "bad"),
    (judging.permissions, PERMISSIONS, {"is_link": True}, "look"),
    (judging.swap, SWAP, {}, "good"),
    (judging.swap, SWAP, {"areas": None}, "look"),
    (judging.swap, SWAP, {"areas": 2, "encrypted": 1}, "look"),
    (judging.swap, SWAP, {"areas": 2, "encrypted": 1, "in_memory": 1}, "good"),
    (judging.image, IMAGE, {}, "good"),
    (judging.image, IMAGE, {"limit_bytes": -1}, "bad"),
    (judging.image, IMAGE, {"may_be_taken": True}, "bad"),
    (judging.image, IMAGE, {"may_be_taken": None}, "look"),
    (judging.image, IMAGE, {"limit_bytes": None, "may_be_taken": None}, "look"),
    (judging.clock, CLOCK, {}, "good"),
    (judging.clock, CLOCK, {"year": 1970}, "bad"),
    (judging.clock, CLOCK, {"behind_program_days": 1.4}, "good"),
    (judging.clock, CLOCK, {"behind_program_days": 1.6}, "bad"),
    (judging.clock, CLOCK, {"behind_program_days": None}, "good"),
    (judging.clock, CLOCK, {"has_offset": False}, "look"),
    (judging.clock, CLOCK, {"is_steady": False}, "look"),
    (judging.database, DATABASE, {}, "good"),
    (judging.database, DATABASE, {"fault": "no cipher"}, "bad"),
    (judging.database, DATABASE, {"version": None}, "bad"),
    (judging.key_cost, KEY, {}, "good"),
    (judging.key_cost, KEY, {"seconds": SLOW_KEY_SECONDS + 0.1}, "look"),
    (judging.key_cost, KEY, {"seconds": None}, "bad"),
]


@pytest.mark.parametrize(("judge", "found", "change", "state"), CASES)
def test_each_finding_is_judged_and_what_is_not_good_says_what_to_do(judge: Any, found: Any, change: dict[str, Any], state: str) -> None:
    told: Judged = judge(replace(found, **change))
    assert state == told.state
    assert told.found
    assert bool(told.do) == (state != "good")
    assert told.check in NAMES


def test_the_command_tells_everything_without_a_vault_and_leaves_nothing(tmp_path: Path) -> None:
    program = Program(tmp_path / "data", SMALL)
    ended = program("doctor", "--json")
    told = json.loads(ended.out)
    assert "trd-doctor/1" == told["schema"]
    states = {each["check"]: each["state"] for each in told["checks"]}
    assert list(NAMES) == list(states)
    assert set(states.values()) <= set(STATES)
    assert ("good", "good") == (states["database"], states["permissions"])
    assert (1 if "bad" in states.values() else 0) == ended.code
    by_name = {each["check"]: each["found"] for each in told["checks"]}
    assert "synchronous=3" in by_name["database"]
    assert "chacha20" in by_name["database"]
    assert not (tmp_path / "data").exists()
    assert [] == list(tmp_path.iterdir())


def test_what_stands_open_is_bad_and_named_by_its_number_only(tmp_path: Path) -> None:
    """No name of a file is told: a practice case or an export may be called after a person."""
    program = Program(tmp_path / "data", SMALL)
    assert 0 == program("vault", "init").code
    found = looking._permissions(tmp_path / "data")
    assert PermissionsFound(True, False, 0, 0) == found
    (tmp_path / "data" / "vault" / "vault.db").chmod(0o644)
    os.symlink(tmp_path / "data", tmp_path / "link")
    assert PermissionsFound(True, True, 1, 0) == looking._permissions(tmp_path / "link")


def test_the_report_says_each_line_and_how_many_are_not_good() -> None:
    told = (
        Judged("swap", "look", "1 area", "Encrypt it."),
        Judged("clock", "bad", "it says 1970", "Set it."),
        Judged("locale", "good", "utf-8"),
    )
    assert [
        "look  swap: 1 area",
        "      → Encrypt it.",
        "bad   clock: it says 1970",
        "      → Set it.",
        "good  letters: utf-8",
        "1 thing is bad.",
    ] == list(report(told))
    assert "Nothing is bad; 1 thing is worth a look." == list(report(told[:1]))[-1]
    assert "Everything that could be looked at is good." == list(report(told[2:]))[-1]
