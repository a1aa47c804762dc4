"""Heads follow their commits in a thread of their own: nobody waits for them, of several the last counts, none is forgotten at the end."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from interview.engine.events import Event
from interview.engine.ports import RecordSummary
from interview.storage import heads
from interview.storage.vault import Vault

Make = Callable[..., Event]
Summarise = Callable[..., RecordSummary]
SECONDS = 30


class Slow:
    """Writes heads when it is told to, and says how often it was asked."""

    def __init__(self, patched: pytest.MonkeyPatch) -> None:
        self.begun, self.may_go_on, self.written = threading.Event(), threading.Event(), 0
        self._real = heads.replace_private
        patched.setattr(heads, "replace_private", self._replace)

    def _replace(self, *given: Any) -> None:
        self.begun.set()
        assert self.may_go_on.wait(SECONDS)
        self.written += 1
        self._real(*given)


def test_no_answer_waits_for_its_head(vault: Vault, event: Make, summary: Summarise, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = Slow(monkeypatch)
    vault.append("r1", [event(1)], summary("r1", 1))
    assert slow.begun.wait(SECONDS)
    assert 0 == slow.written, "the commit came back while its head was still being written"
    for seq in (2, 3, 4):
        vault.append("r1", [event(seq)], summary("r1", seq))
    slow.may_go_on.set()
    vault._open.heads_behind.settle()
    assert 4 == vault._open.heads.read()["r1"].seq
    assert 2 == slow.written, "the first, and then the last of those that waited"


def test_the_end_waits_for_heads(folder: Path, vault: Vault, event: Make, summary: Summarise) -> None:
    kept = heads.Heads(folder, vault._open.keys.heads, vault._open.header.vault)
    vault.append("r1", [event(1)], summary("r1", 1))
    vault.close()
    assert 1 == kept.read()["r1"].seq


def test_no_thread_to_be_had_is_a_lag(vault: Vault, event: Make, summary: Summarise, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    with monkeypatch.context() as failing:
        failing.setattr(threading.Thread, "start", fail)
        vault.append("r1", [event(1)], summary("r1", 1))
    vault._open.heads_behind.settle()
    assert {} == vault._open.heads.read()
    vault.append("r2", [event(1)], summary("r2", 1))
    vault._open.heads_behind.settle()
    assert {"r1": 1, "r2": 1} == {record: head.seq for record, head in vault._open.heads.read().items()}
