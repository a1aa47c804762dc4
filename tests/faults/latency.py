"""How long an answer takes until it is durable, against what the disk itself takes to sync, in the same minute and in turns."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from interview.storage.unlock import KeyFile
from interview.storage.vault import Vault
from tests.faults.damage import event, summary
from tests.faults.disk_log import VFS, FolderSynced, Named, Synced, recorded
from tests.faults.outcome import Outcome

MOST_SYNCS: Final = 5
"""Times that one commit may wait for the disk: the journal, its folder, the journal's head, the database, the journal's end."""
COUNTED: Final = 20
PAGE: Final = bytes(4096)


def _percentiles(seconds: Sequence[float]) -> str:
    cuts = statistics.quantiles(seconds, n=100, method="inclusive")
    return " / ".join(f"{cuts[at - 1] * 1000:.2f}" for at in (50, 95, 99))


def syncs_a_commit(folder: Path) -> list[int]:
    """Return how often each of some commits waits for the disk, the first one aside; heads follow beside, and nobody waits for them."""
    with recorded(folder) as log:
        vault, __ = Vault.create(folder / "vault", KeyFile(folder / "key"), vfs=VFS)
        counts = []
        for seq in range(1, COUNTED + 2):
            before = len(log.calls)
            vault.append("r1", [event(seq)], summary("r1", seq))
            waited = tuple(log.calls[before:])
            vault._open.heads_behind.settle()
            beside = {call.file for call in log.calls if isinstance(call, Named) and call.path.endswith("/heads.new")}
            counts.append(sum(isinstance(call, FolderSynced) or (isinstance(call, Synced) and call.file not in beside) for call in waited))
        vault.close()
    return counts[1:]


def run(n: int = 300, seed: int = 0) -> Outcome:
    """Measure so many commits and so many bare syncs of a page, in turns."""
    began = time.monotonic()
    commits, syncs = list[float](), list[float]()
    with tempfile.TemporaryDirectory() as scratch, (Path(scratch) / "bare").open("wb", buffering=0) as bare:
        (Path(scratch) / "counted").mkdir()
        counts = syncs_a_commit(Path(scratch) / "counted")
        vault, __ = Vault.create(Path(scratch) / "vault", KeyFile(Path(scratch) / "key"))
        for seq in range(1, n + 1):
            start = time.perf_counter()
            vault.append("r1", [event(seq)], summary("r1", seq))
            middle = time.perf_counter()
            commits.append(middle - start)
            vault._open.heads_behind.settle()
            middle = time.perf_counter()
            bare.write(PAGE)
            os.fsync(bare.fileno())
            syncs.append(time.perf_counter() - middle)
        vault.close()
    most = max(counts)
    done = f"commit p50/p95/p99 {_percentiles(commits)} ms; the disk's own fsync {_percentiles(syncs)} ms; at most {most} syncs a commit"
    failures = (f"{most} syncs a commit, more than {MOST_SYNCS}",) if most > MOST_SYNCS else ()
    return Outcome("latency", done, n, failures, None, time.monotonic() - began)
