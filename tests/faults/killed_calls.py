"""D2: `replay -` is killed as it enters each of its calls to the disk in turn; what it had acknowledged on standard output is kept.

Two ways: `strace` kills at the K-th `pwrite64`, `fdatasync`, `fsync` or `rename` that the kernel is asked for; and, where there is no
`strace`, calls of the database and of the files beside it are counted in the process, which kills itself at the K-th.
"""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from interview.cli import main
from interview.engine.events import ItemAnswered
from interview.storage.unlock import KeyFile
from interview.storage.vault import Vault
from interview.world import World, new_id, now
from tests.faults.faulty_disk import faulty
from tests.faults.killed_app import acknowledge_before_append
from tests.faults.outcome import Outcome
from tests.faults.place import Kept, wrongs
from tests.faults.power_loss import LINES

CALLS: Final = ("pwrite64", "fdatasync", "fsync", "rename")
ANSWERS: Final = tuple(line for line in LINES if "verbatim" in line and "value" in line and not line["link_id"].startswith("session."))[:4]
LONG: Final = "words and words " * 300 + "end"
"""What the last answer was in words: longer than a page."""
MOST_CONTROLS: Final = 12

Prepare = Callable[[], object]


def _lines() -> list[dict[str, object]]:
    return [*ANSWERS[:-1], {**ANSWERS[-1], "verbatim": LONG}]


class Killing:
    """Replays into one vault, again and again, each time killed at another call; no fault of one may touch another's record."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.failures: list[str] = []
        self.runs = 0
        self.survived = 0
        """Runs that ended before the call they were to be killed at."""
        self.acknowledged = 0
        Vault.create(folder / "vault", KeyFile(folder / "key"))[0].close()
        self._replay(os.open(os.devnull, os.O_WRONLY), None)  # so that every fork has the program loaded

    def _replay(self, stdout: int, prepare: Prepare | None) -> None:
        typed = io.BytesIO(b"".join(json.dumps(line).encode() + b"\n" for line in _lines()))
        with open(stdout, "w", encoding="utf-8") as out, open(os.devnull, "w", encoding="utf-8") as silent:
            environ = {"TRD_INTERVIEW_DATA_DIR": str(self.folder)}
            settings = self.folder / "settings.toml"
            known = KeyFile(self.folder / "key")
            world = World(typed, out, silent, environ, now, new_id, False, False, lambda _: "", known, settings_file=settings)
            if prepare is not None:
                prepare()
            main(["replay", "-", "--subject", "K-1"], world)

    def _forked(self, prepare: Prepare | None, watch: Callable[[int], object] | None) -> tuple[list[dict[str, object]], bool]:
        """Replay in a fork; return what it acknowledged, and whether it was killed."""
        told_out, told_in = os.pipe()
        begin_out, begin_in = os.pipe()
        sys.stdout.flush()
        pid = os.fork()
        if pid == 0:
            try:
                os.close(told_out)
                os.read(begin_out, 1)
                self._replay(told_in, prepare)
            finally:
                os._exit(0)
        os.close(told_in)
        watcher = watch(pid) if watch is not None else None
        os.write(begin_in, b".")
        with open(told_out, "rb") as told:
            lines = told.read().splitlines()
        __, status = os.waitpid(pid, 0)
        os.close(begin_out)
        os.close(begin_in)
        if isinstance(watcher, subprocess.Popen):
            watcher.wait()
        return [json.loads(line) for line in lines if line.endswith(b"}")], os.WIFSIGNALED(status)

    def once(self, name: str, prepare: Prepare | None = None, watch: Callable[[int], object] | None = None) -> bool:
        """Replay once, killed on its way; note what is wrong with its record, and say whether it was killed."""
        told, was_killed = self._forked(prepare, watch)
        self.runs += 1
        self.survived += not was_killed
        self.acknowledged += len(told)
        wrong = self._wrong(told)
        self.failures += [f"killed at {name}: {each}" for each in wrong]
        return was_killed

    def _wrong(self, told: list[dict[str, object]]) -> list[str]:
        vault = Vault.open(self.folder / "vault", KeyFile(self.folder / "key"))
        try:
            if not told:
                return [] if vault.verify().is_whole else ["the vault is not whole"]
            record = str(told[0]["record"])
            vault.hold(record)
            kept = Kept(vault.events(record), vault.verify(record).is_whole)
            vault.release(record)
        finally:
            vault.close()
        given = [(str(line["link_id"]), str(line["verbatim"])) for line in _lines()]
        acknowledged = given[: len(told)]
        misplaced = [line for line in told if not line["saved"] or not _stands(kept, line)]
        said = [f"{len(misplaced)} acknowledged lines are not where they were said to be"] if misplaced else []
        return said + wrongs(kept, acknowledged, given[len(told)] if len(told) < len(given) else None)


def _stands(kept: Kept, line: dict[str, object]) -> bool:
    event = next((each for each in kept.events if each.seq == line["seq"]), None)
    return event is not None and isinstance(event.body, ItemAnswered) and event.body.link_id == line["link_id"]


def _strace(pid: int, *options: str) -> subprocess.Popen[str]:
    command = ["strace", "-f", "-p", str(pid), *options]
    tracer = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    assert tracer.stderr is not None
    said = tracer.stderr.readline()
    if "attached" not in said:
        tracer.kill()
        raise PermissionError
    return tracer


def counted(killing: Killing) -> Counter[str]:
    """Replay unharmed, and count its calls."""
    with tempfile.NamedTemporaryFile("r") as written:
        killing.once("none", watch=lambda pid: _strace(pid, "-e", f"trace={','.join(CALLS)}", "-o", written.name))
        return Counter(re.findall(r"^(?:\d+ +)?(\w+)\(", Path(written.name).read_text(), re.MULTILINE))


def _points(counts: Counter[str], every: int, seed: int) -> Iterator[tuple[str, int]]:
    all_points = [(call, place) for call in CALLS for place in range(1, counts[call] + 1)]
    yield from all_points[seed % every :: every]


def by_strace(folder: Path, every: int, seed: int) -> Outcome:
    """Kill at every call, or at each so many-th from one that the seed names."""
    done = "killed by strace at pwrite64, fdatasync, fsync, rename"
    if shutil.which("strace") is None:
        return Outcome("D2", done, skipped="no strace here")
    began, killing = time.monotonic(), Killing(folder)
    try:
        counts = counted(killing)
    except PermissionError:
        return Outcome("D2", done, skipped="strace may not attach here")
    killing.runs = killing.survived = 0

    def kill(into: Killing, call: str, place: int, prepare: Prepare | None = None) -> None:
        into.once(
            f"{call} {place}",
            prepare,
            lambda pid: _strace(pid, "-e", f"trace={call}", "-e", f"inject={call}:signal=SIGKILL:when={place}", "-o", os.devnull),
        )

    for call, place in _points(counts, every, seed):
        kill(killing, call, place)
    (folder / "control").mkdir()
    control = Killing(folder / "control")
    for place in range(2, 2 + MOST_CONTROLS):
        if not control.failures:
            kill(control, "fdatasync", place * 3, acknowledge_before_append)
    calls = ", ".join(f"{counts[call]} {call}" for call in CALLS if counts[call])
    done = f"{done}: of {calls}, {'each' if every == 1 else f'every {every}th'}; {killing.survived} ended before"
    controls = (("acknowledged before it is appended", bool(control.failures)),)
    return Outcome("D2", done, killing.runs, tuple(killing.failures), seed, time.monotonic() - began, controls)


def by_count(folder: Path, every: int, seed: int) -> Outcome:
    """The same without `strace`: the process counts its calls to the disk and kills itself at each."""
    began, killing = time.monotonic(), Killing(folder)

    def kill_at(place: int) -> Prepare:
        return lambda: faulty(lambda: os.kill(os.getpid(), signal.SIGKILL), place)

    place = 1 + seed % every
    while killing.once(f"call {place}", kill_at(place)):
        place += every
    (folder / "control").mkdir()
    control = Killing(folder / "control")
    for each in range(2, 2 + MOST_CONTROLS):
        if not control.failures:
            control.once("control", lambda each=each: (kill_at(each * 12)(), acknowledge_before_append()))  # type: ignore[misc, func-returns-value]
    done = f"killed by itself at {'each' if every == 1 else f'every {every}th'} call to the disk; {killing.acknowledged} lines acknowledged"
    controls = (("acknowledged before it is appended", bool(control.failures)),)
    return Outcome("D2 portable", done, killing.runs, tuple(killing.failures), seed, time.monotonic() - began, controls)


def run(every: int = 1, seed: int = 2) -> list[Outcome]:
    """Kill at every call, or at each so many-th, in both ways. This process must have one thread only."""
    with tempfile.TemporaryDirectory() as scratch:
        places = [Path(scratch) / name for name in ("strace", "count")]
        for place in places:
            place.mkdir()
        return [by_strace(places[0], every, seed), by_count(places[1], every, seed)]


if __name__ == "__main__":
    from tests.faults.outcome import table

    print(table(run(int(sys.argv[1]))))
