"""`kill -9` at a random instant of `replay -`: every line that was acknowledged is there after reopening, once, in its place."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from interview.engine.events import Event
from interview.storage.unlock import Passphrase
from interview.storage.vault import Vault

KILLS = int(os.environ.get("TRD_INTERVIEW_TEST_KILLS", "5"))
"""Five in the suite; the figure of the promise is made with more."""

ANSWERS = resources.files("interview").joinpath("demo_case.jsonl").read_bytes()
LINES = [json.loads(line) for line in ANSWERS.splitlines()]
PHRASE = "several words of a test"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("killed")
    (folder / "phrase").write_text(PHRASE)
    subprocess.run([*program(folder), "vault", "init"], check=True, capture_output=True)
    return folder


def program(place: Path) -> list[str]:
    return [sys.executable, "-m", "interview", "--data-dir", str(place / "data"), "--passphrase-file", str(place / "phrase")]


def killed_after(place: Path, acknowledged: int) -> list[dict[str, Any]]:
    """Replay everything, kill the process once so many lines were acknowledged, and return all that it acknowledged before it died."""
    told: list[dict[str, Any]] = []
    with subprocess.Popen([*program(place), "replay", "-", "--subject", "K-1"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(ANSWERS)
        process.stdin.close()
        while len(told) < acknowledged and (line := process.stdout.readline()):
            told.append(json.loads(line))
        process.send_signal(signal.SIGKILL)
        told += [json.loads(line) for line in process.stdout.read().splitlines() if line.endswith(b"}")]
    assert -signal.SIGKILL == process.returncode
    return told


def lost(told: list[dict[str, Any]], events: Sequence[Event]) -> list[dict[str, Any]]:
    """Return the acknowledged lines that are not in the record at the place that was acknowledged."""
    stored = {event.seq: getattr(event.body, "link_id", None) for event in events}

    def is_there(line: dict[str, Any]) -> bool:
        is_act = line["link_id"].startswith(("session.", "formulation."))
        return line["seq"] in stored and (is_act or stored[line["seq"]] == line["link_id"])

    return [line for line in told if not is_there(line)]


def reopened(place: Path, record: str) -> tuple[Event, ...]:
    """Read a record with a separate reader; its chain must be whole, and its writer's lock free."""
    vault = Vault.open(place / "data" / "vault", Passphrase(PHRASE))
    try:
        assert vault.verify(record).is_whole
        vault.hold(record)
        return vault.events(record)
    finally:
        vault.close()


@pytest.mark.parametrize("seed", range(KILLS))
def test_nothing_acknowledged_is_lost_or_doubled(place: Path, seed: int) -> None:
    told = killed_after(place, random.Random(seed).randint(1, len(LINES) - 30))
    events = reopened(place, told[0]["record"])
    assert [] == lost(told, events)
    assert list(range(1, len(events) + 1)) == [event.seq for event in events]
    assert [(line["link_id"], True) for line in LINES[: len(told)]] == [(line["link_id"], line["saved"]) for line in told]


def test_a_lost_line_would_be_found(place: Path) -> None:
    """Negative control: the same check over a record whose last acknowledged entry is gone."""
    told = killed_after(place, 5)
    events = reopened(place, told[0]["record"])
    assert told[-1:] == lost(told, [event for event in events if event.seq != told[-1]["seq"]])
