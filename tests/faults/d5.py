"""D5: of two processes that open one record, one writes; one that is killed leaves nothing that keeps the other out.

Two real processes race for a record as often as they can: open the vault, hold the record, write a few entries, each noted once it was
acknowledged, let go. In every second race one of them is killed at a random instant. While a process holds the record it keeps a
witness file, whose absence it checks before: two holders at once would each find the other's.
"""

from __future__ import annotations

import contextlib
import os
import random
import signal
import tempfile
import time
from collections.abc import Iterator
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Final
from unittest import mock

from interview.engine.events import ItemAnswered
from interview.engine.ports import StoreFault
from interview.storage import writers
from interview.storage.locks import OsLock
from interview.storage.unlock import KeyFile
from interview.storage.vault import Vault
from tests.faults.damage import event, summary
from tests.faults.outcome import Outcome

RECORD: Final = "r1"
SECONDS: Final = 0.35
"""How long the two race."""
IN_ONE_TURN: Final = 4
"""Entries at most before a holder lets go."""
TRIES: Final = 24
"""Races of the control at most: under load a third of them end before the two have met."""


def _append(path: Path, line: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    os.write(descriptor, f"{line}\n".encode())
    os.close(descriptor)


def _witnessed(above: Path, who: str) -> None:
    """Note a second holder: whoever stands in the witness file, and runs."""
    with contextlib.suppress(FileNotFoundError, ValueError):
        other = int((above / "witness").read_text())
        with contextlib.suppress(OSError):
            state = Path(f"/proc/{other}/stat").read_text().rpartition(")")[2].split()[0]
            if state not in "ZX":
                _append(above / "doubled", f"{who} while {other}")
    (above / "witness").write_text(str(os.getpid()))


def _race(above: Path, who: str, seed: int, until: float, *, weakened: bool) -> None:
    """Hold, write and let go until the time is over."""
    chance = random.Random(seed)
    with locks_unchecked() if weakened else contextlib.nullcontext():
        vault = Vault.open(above / "vault", KeyFile(above / "key"))
        while time.monotonic() < until:
            try:
                vault.hold(RECORD)
            except StoreFault as fault:
                _append(above / "told", fault.kind)
                continue
            _witnessed(above, who)
            with contextlib.suppress(StoreFault):
                _write(vault, above, who, chance.randint(1, IN_ONE_TURN))
            (above / "witness").unlink(missing_ok=True)
            vault.release(RECORD)
        vault.close()


def _write(vault: Vault, above: Path, who: str, entries: int) -> None:
    try:
        last = len(vault.events(RECORD))
    except StoreFault as fault:
        if fault.kind != "unknown_record":
            raise
        last = 0
    for seq in range(last + 1, last + entries + 1):
        vault.append(RECORD, [event(seq, verbatim=who)], summary(RECORD, seq))
        _append(above / "acknowledged", f"{seq} {who}")


@contextlib.contextmanager
def locks_unchecked() -> Iterator[None]:
    """The control: a build in which every lock is free and no mark counts."""
    with mock.patch.object(OsLock, "acquire", return_value=True), mock.patch.object(writers, "is_running", return_value=False):
        yield


def _lines(path: Path) -> list[str]:
    return path.read_text().splitlines() if path.exists() else []


def one_race(seed: int, *, weakened: bool = False) -> tuple[list[str], int]:
    """Let two processes race once; return what was wrong, and how many entries were acknowledged."""
    chance, context = random.Random(seed), get_context("fork")
    with tempfile.TemporaryDirectory() as folder:
        above = Path(folder)
        Vault.create(above / "vault", KeyFile(above / "key"))[0].close()
        until = time.monotonic() + SECONDS
        racers: list[BaseProcess] = [
            context.Process(target=_race, args=(above, who, seed + place, until), kwargs={"weakened": weakened})
            for place, who in enumerate("ab")
        ]
        for racer in racers:
            racer.start()
        if seed % 2:
            racers[chance.randrange(2)].join(chance.uniform(0.02, SECONDS))
            killed = racers[chance.randrange(2)]
            if killed.pid is not None and killed.is_alive():
                os.kill(killed.pid, signal.SIGKILL)
        for racer in racers:
            racer.join()
        ended = [racer.exitcode for racer in racers if racer.exitcode not in (0, -signal.SIGKILL)]
        wrong = [f"a racer ended with {code}" for code in ended]
        wrong += [f"two writers at once: {line}" for line in _lines(above / "doubled")]
        wrong += [f"the other was told {kind}" for kind in sorted({*_lines(above / "told")} - {"busy"})]
        acknowledged = dict(line.split() for line in _lines(above / "acknowledged"))
        if len(acknowledged) != len(_lines(above / "acknowledged")):
            wrong.append("one entry was acknowledged twice")
        return wrong + _left(above, acknowledged), len(acknowledged)


def _left(above: Path, acknowledged: dict[str, str]) -> list[str]:
    """Return what is wrong with what the racers left: a lost or other entry, a broken chain, a lock that does not recover."""
    try:
        vault = Vault.open(above / "vault", KeyFile(above / "key"))
    except StoreFault as fault:
        return [f"the vault does not open: {fault.kind}"]
    try:
        vault.hold(RECORD)
        kept = {str(each.seq): each.body.verbatim for each in vault.events(RECORD) if isinstance(each.body, ItemAnswered)}
        wrong = [f"entry {seq} is lost or another's" for seq, who in acknowledged.items() if kept.get(seq) != who]
        return wrong + [breach.sentence for breach in vault.verify().breaches]
    except StoreFault as fault:
        return [] if fault.kind == "unknown_record" and not acknowledged else [f"a stale lock or mark stays: {fault.kind}"]
    finally:
        vault.close()


def run(n: int = 50, seed: int = 5) -> Outcome:
    """Let two processes race `n` times."""
    begun, failures, entries = time.monotonic(), [], 0
    for place in range(n):
        wrong, acknowledged = one_race(seed + place)
        failures += [f"race {place}: {each}" for each in wrong]
        entries += acknowledged
    caught = any(bool(one_race(seed + 2 * place + (seed % 2), weakened=True)[0]) for place in range(TRIES))
    done = f"{n} races of two processes for one record, in every second one is killed; {entries} entries acknowledged"
    return Outcome("D5", done, n, tuple(failures), seed, time.monotonic() - begun, (("locks that are always free", caught),))
