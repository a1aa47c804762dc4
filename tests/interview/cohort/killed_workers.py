"""Workers of a cohort killed at seeded moments, and what came out held against what one process gives: nothing lost, nothing doubled.

Two controls break what this rests on: parts that are added to, and failures that are passed over. Each has to be found.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, BinaryIO, Final
from unittest import mock

from interview.cohort import on_dask, parts, shards
from interview.cohort.cluster import Cluster
from interview.cohort.local import Processes, score_cohort
from interview.cohort.output import CohortRefused
from interview.cohort.parts import ASSESSMENTS, BAD, Part, count_lines
from interview.cohort.progress import Progress
from interview.cohort.scoring import Scoring
from interview.cohort.shards import Shard
from interview.process.worker import settle_worker
from tests.interview.cohort.killing import Killing
from tests.interview.cohort.synthetic import cohort

MOMENTS: Final = ("counting", "at a line", "one of its files is named", "both are named", "while another's part is joined")
CONTROLS: Final = ("doubling", "losing")
CASES: Final = 50
SHORT: Final = 20_000
"""Bytes of a shard: so few that there are more shards than workers hold."""
NOTHING: Final = Part(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One run: at which moment workers were killed, how many, and in what its files differ from those of one process."""

    seed: int
    moment: str
    killed: int
    differs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kills:
    """How often a process may be killed; each leaves its number in a folder first."""

    marks: str
    times: int
    spared: int
    """The process that is not killed: the one that hands out the work."""

    def now(self, pid: int | None = None) -> None:
        """Kill this process, or another, if it is still one's turn."""
        chosen = os.getpid() if pid is None else pid
        if chosen != self.spared and len(os.listdir(self.marks)) < self.times:
            Path(self.marks, str(chosen)).touch()
            with contextlib.suppress(ProcessLookupError):
                os.kill(chosen, signal.SIGKILL)


@dataclass(frozen=True, slots=True)
class KillingCount:
    """Counts lines as a worker does, and ends over the shard that begins at a byte."""

    kills: Kills
    begin: int

    def __call__(self, shard: Shard) -> Any:
        if shard.begin == self.begin:
            self.kills.now()
        return count_lines(shard)


@dataclass(frozen=True, slots=True)
class KillingNamed:
    """Settles a worker so that it ends right after a part's file of this sort got its name."""

    kills: Kills | None
    number: int = 0
    sort: str = ASSESSMENTS
    is_adding: bool = False
    """Whether parts are added to, instead of being made anew: the control."""

    def __call__(self) -> None:
        settle_worker()
        if self.is_adding:
            parts._made = _added_to
        if self.kills is not None and not hasattr(parts, "_named_before"):
            parts._named_before = os.replace  # type: ignore[attr-defined]
            os.replace = self._named  # type: ignore[assignment]

    def _named(self, attempt: str | Path, name: str | Path) -> None:
        parts._named_before(attempt, name)  # type: ignore[attr-defined]
        assert self.kills is not None
        if Path(name).name == f"{self.number:08d}.{self.sort}":
            self.kills.now()


@contextlib.contextmanager
def _added_to(folder: Path, number: int, sort: str) -> Iterator[BinaryIO]:
    """A part as it must not be made: under its own name from the beginning, after whatever stands there."""
    path = parts.part_path(folder, number, sort)
    with path.open("ab") as file:
        yield file
        file.flush()
        parts.os.replace(path, path)


class KillingOthers(Progress):
    """Told that a part was joined, it kills a worker that is at another."""

    def __init__(self, kills: Kills, after: int, rng: random.Random) -> None:
        self._kills, self._after, self._rng = kills, after, rng

    def at(self, lines: int, share: float | None) -> None:
        """Kill, once enough parts were joined."""
        self._after -= 1
        if self._after < 0 and (pids := workers_of_this()):
            self._kills.now(self._rng.choice(pids))


def workers_of_this() -> list[int]:
    """Return the workers that this process began and that run."""
    found = []
    for task in Path("/proc/self/task").iterdir():
        for pid in (task / "children").read_text().split():
            with contextlib.suppress(OSError):
                if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes():
                    found.append(int(pid))
    return sorted(found)


def lines(rng: random.Random) -> bytes:
    """Return a cohort whose every seventh line holds no case."""
    whole = list(cohort(CASES, seed=rng.randrange(1_000_000)))
    for place in range(0, CASES, 7):
        whole.insert(place, json.dumps({"kellner": f"no {place}"}).encode() + b"\n")
    return b"".join(whole)


def killed_run(folder: Path, seed: int, control: str | None = None) -> Outcome:
    """Score a cohort while workers are killed, and compare. A control says what is broken meanwhile."""
    rng = random.Random(seed)
    moment = {"doubling": MOMENTS[3], "losing": MOMENTS[1]}.get(control or "", MOMENTS[seed % len(MOMENTS)])
    marks, source = folder / "marks", folder / "in.ndjson"
    marks.mkdir()
    source.write_bytes(lines(rng))
    kills = Kills(str(marks), 1 if control else rng.randint(1, 3), os.getpid())
    scoring, settle, progress = Scoring(values=True), KillingNamed(None), None
    with contextlib.ExitStack() as changed, mock.patch.object(shards, "LEAST_BYTES", SHORT):
        cut = shards.shards_of(source, 2, is_table=False)
        number = rng.randrange(len(cut))
        match moment:
            case "counting":
                changed.enter_context(mock.patch.object(on_dask, "count_lines", KillingCount(kills, cut[number].begin)))
            case "at a line":
                line = rng.randrange(1, CASES)
                scoring = Killing(at=line, marks=str(marks), times=kills.times, spared=os.getpid(), values=True)
            case "while another's part is joined":
                progress = KillingOthers(kills, rng.randrange(len(cut) // 2), rng)
            case _:
                settle = KillingNamed(kills, number, BAD if moment == MOMENTS[2] else ASSESSMENTS, control == "doubling")
        if control == "losing":
            _failures_are_passed_over(changed.enter_context)
        with source.open("rb") as lines_of_it:
            score_cohort(lines_of_it, source.name, folder / "local.ndjson", Scoring(values=True))
        with contextlib.suppress(CohortRefused):
            on_dask.score_cohort_on_dask(source, folder / "dask.ndjson", scoring, processes=Processes(2, settle), progress=progress)
    return Outcome(seed, moment, len(list(marks.iterdir())), tuple(_differing(folder)))


def _differing(folder: Path) -> Iterator[str]:
    for ending in (".ndjson", ".errors.ndjson"):
        ours, theirs = folder / f"dask{ending}", folder / f"local{ending}"
        if not ours.exists():
            yield f"{ours.name} is not there"
            continue
        found, wanted = ours.read_bytes().splitlines(), theirs.read_bytes().splitlines()
        if len(found) != len(set(found)):
            yield f"{ours.name}: {len(found) - len(set(found))} lines are doubled"
        if missing := set(wanted) - set(found):
            yield f"{ours.name}: {len(missing)} lines are lost"
        if not (len(found) != len(set(found)) or missing) and found != wanted:
            yield f"{ours.name}: other bytes"
    if left := [each.name for each in folder.iterdir() if each.name.startswith(".")]:
        yield f"left behind: {', '.join(left)}"


def _failures_are_passed_over(change: Callable[[Any], object]) -> None:
    """Give up a shard with the first worker that ends, and go on without it: the control."""
    import dask

    result, join = Cluster._result, on_dask.join

    def passing_over(self: Cluster, future: Any) -> Any:
        try:
            return result(self, future)
        except CohortRefused:
            return NOTHING

    def joining(folder: Path, number: int, part: Part, *files: Any) -> None:
        if part != NOTHING:
            join(folder, number, part, *files)

    change(dask.config.set({"distributed.scheduler.allowed-failures": 0}))
    change(mock.patch.object(Cluster, "_result", passing_over))
    change(mock.patch.object(on_dask, "join", joining))


def main(runs: str, seed: str) -> int:
    """Make so many runs from a seed on, after the controls; print what was found. 0 where all is as it should be, else 1."""
    if find_spec("distributed") is None:
        print("not run: the extra `dask` is not installed in this environment")
        return 2
    count, first = int(runs), int(seed)
    began, controls = time.monotonic(), [_run(first + place, control) for place, control in enumerate(CONTROLS * 2)]
    for control, outcome in zip(CONTROLS * 2, controls, strict=True):
        print(f"control, {control}: {'found: ' + '; '.join(outcome.differs) if outcome.differs else 'NOT FOUND'}", flush=True)
    outcomes = [_run(seed) for seed in range(first, first + count)]
    for moment in MOMENTS:
        those = [each for each in outcomes if each.moment == moment]
        print(f"killed {moment}: {len(those)} runs, {sum(each.killed for each in those)} workers")
    differing = [each for each in outcomes if each.differs]
    for outcome in differing:
        print(f"seed {outcome.seed}, killed {outcome.moment}: {'; '.join(outcome.differs)}")
    without = sum(not each.killed for each in outcomes)
    took = time.monotonic() - began
    print(f"{count} runs from {first}: {len(differing)} differ, {without} in which nobody was killed in time ({took:.0f} s)")
    return int(bool(differing) or not all(each.differs for each in controls))


def _run(seed: int, control: str | None = None) -> Outcome:
    with tempfile.TemporaryDirectory() as folder:
        return killed_run(Path(folder), seed, control)
