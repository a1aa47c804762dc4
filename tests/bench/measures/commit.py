"""An answer made durable: how often it waits for the disk, and how long, against as many bare syncs of the same disk."""

from __future__ import annotations

import contextlib
import itertools
import os
import statistics
import threading
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter, process_time
from typing import Final
from unittest import mock

from interview.engine.session import Session
from interview.questionnaire.reader import bundled
from interview.storage.unlock import KeyFile
from interview.storage.vault import Vault
from tests.bench.line import Line, Spent, measured
from tests.bench.profiles import slowest
from tests.bench.rounds import Asked, percentile
from tests.faults.damage import event, summary
from tests.faults.disk_log import VFS, DiskLog, FolderSynced, Synced, recorded
from tests.interview.engine.world import Ticking

PAGE: Final = bytes(4096)
COUNTED: Final = 12
"""Commits whose calls are counted, the first aside."""


def _waits(log: DiskLog, since: int) -> int:
    return sum(isinstance(call, Synced | FolderSynced) for call in log.calls[since:])


@contextlib.contextmanager
def _elsewhere() -> Iterator[list[int]]:
    """Note each sync that another thread than this one makes: an answer does not wait for it."""
    asks, real, found = threading.current_thread(), os.fsync, list[int]()

    def synced(descriptor: int) -> None:
        real(descriptor)
        if threading.current_thread() is not asks:
            found.append(descriptor)

    with mock.patch.object(os, "fsync", synced):
        yield found


def syncs_of_answers(folder: Path) -> tuple[tuple[int, ...], float]:
    """Return how often each answer of a session waits for the disk, and the syncs an answer that any thread makes."""
    counts = []
    with recorded(folder) as log, _elsewhere() as elsewhere:
        vault, __ = Vault.create(folder / "vault", KeyFile(folder / "key"), vfs=VFS)
        session = Session.begin(vault, bundled(), subject="S-1", clock=Ticking(), new_id=lambda: "r1")
        session.answer("narrative.concern", "I am here.")
        first = len(log.calls)
        for given in itertools.islice(itertools.cycle(("I am tired.", "I am grey.")), COUNTED):
            before, before_elsewhere = len(log.calls), len(elsewhere)
            session.answer("narrative.concern", given)
            counts.append(_waits(log, before) - (len(elsewhere) - before_elsewhere))
        whole = _waits(log, first) / COUNTED
        session.release()
        vault.close()
    return tuple(counts), whole


class Commits:
    """A vault to append to, and a bare file beside it on the same disk."""

    def __init__(self, folder: Path) -> None:
        self._vault, __ = Vault.create(folder / "vault", KeyFile(folder / "key"))
        self._bare = os.open(folder / "bare", os.O_WRONLY | os.O_CREAT)
        self._seq = 0

    def commit(self) -> float:
        """Append one answer's event and return the seconds until it is durable."""
        self._seq += 1
        given, said = [event(self._seq)], summary("r1", self._seq)
        began = perf_counter()
        self._vault.append("r1", given, said)
        return perf_counter() - began

    def syncs(self, count: int) -> float:
        """Write a page and sync it, so many times, and return the seconds."""
        began = perf_counter()
        for __ in range(count):
            os.pwrite(self._bare, PAGE, 0)
            os.fsync(self._bare)
        return perf_counter() - began

    def close(self) -> None:
        """Let go of both."""
        os.close(self._bare)
        self._vault.close()


def run(asked: Asked) -> Iterator[Line]:
    """Count the syncs of answers, then time commits and bare syncs one after another."""
    (asked.scratch / "counted").mkdir()
    counts, whole = syncs_of_answers(asked.scratch / "counted")
    remark = f"{len(counts)} answers; {whole:.1f} with those of other threads"
    yield Line("commit.syncs", "syncs that an answer waits for", tuple(map(float, counts)), unit="syncs", goal=5, remark=remark)
    commits, each_round = Commits(asked.scratch), asked.size(150, 20)
    here, there, late, late_there = list[Spent](), list[Spent](), list[Spent](), list[Spent]()
    waits = round(statistics.median(counts))
    for __ in range(asked.rounds):
        took, bare, cpu, cpu_bare = list[float](), list[float](), list[float](), list[float]()
        for __ in range(each_round):
            marks = [process_time()]
            took.append(commits.commit())
            marks.append(process_time())
            bare.append(commits.syncs(waits))
            marks.append(process_time())
            cpu.append(marks[1] - marks[0])
            cpu_bare.append(marks[2] - marks[1])
        here.append(Spent(statistics.median(took), statistics.median(cpu)))
        there.append(Spent(statistics.median(bare), statistics.median(cpu_bare)))
        late.append(Spent(percentile(took, 99)))
        late_there.append(Spent(percentile(bare, 99)))
    where = slowest(lambda: [commits.commit() for __ in range(100)], 1) if asked.profile else ()
    commits.close()
    against = f"{waits} bare fsyncs"
    yield measured(
        "commit.p50", "an answer's commit, p50", here, there, against=against, goal=1.5, where=where, remark=f"{each_round} a round"
    )
    yield measured("commit.p99", "an answer's commit, p99", late, late_there, against=against)
