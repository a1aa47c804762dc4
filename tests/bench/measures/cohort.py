"""A cohort: two workers of Dask that read their own shards, and two processes, against one process; and whether their memory grows with it.

A rate is that beyond the start: what four times the cases take longer. Every output is compared with that of one process.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from tests.bench.environments import ROOT, Unavailable, environment
from tests.bench.line import Line, Spent, measured
from tests.bench.processes import ProcessFailed, environ
from tests.bench.rounds import Asked
from tests.interview.cohort.synthetic import cohort

TIMES: Final = 4
RECORDS: Final = 10**8
ALONE, TWO, DASK = ("--jobs", "1"), ("--jobs", "2"), ("--engine", "dask", "--jobs", "2")
LOOKED_EVERY: Final = 0.05


@dataclass(frozen=True, slots=True)
class Scored:
    """One cohort, scored by a command."""

    seconds: float
    most: int
    """Resident KiB of the largest of its processes, at most."""


def run(asked: Asked) -> Iterator[Line]:
    """Score a cohort and one of four times its size by each engine, in turns."""
    cases = asked.size(2_000, 40)
    sizes = (cases, cases * TIMES)
    for size in sizes:
        with (asked.scratch / f"{size}.ndjson").open("wb") as file:
            file.writelines(cohort(size))
    python, why = _with_dask()
    engines = {"local": ALONE, "jobs": TWO, **({"dask": DASK} if why is None else {})}
    found = {name: list[tuple[Scored, Scored]]() for name in engines}
    for __ in range(asked.rounds):
        for name, options in engines.items():
            one, four = (_scored(python, asked.scratch, size, options, "local" if name == "local" else name) for size in sizes)
            found[name].append((one, four))
    yield from _lines(found, cases, asked.scratch)
    if why is not None:
        yield Line("dask.rate", "Dask, 2 workers, a case", against="one process", goal=1 / 1.8, goal_text="≥ 1.8 × as fast", skipped=why)
        yield Line("dask.memory", "Dask, the largest process, 4 × the cases", against="1 ×", goal=1.1, skipped=why)


def _lines(found: dict[str, list[tuple[Scored, Scored]]], cases: int, folder: Path) -> Iterator[Line]:
    rates = {name: [_beyond(one, four, cases) for one, four in rounds] for name, rounds in found.items()}
    remark = f"{cases:,} and {cases * TIMES:,} cases; values and verdicts"
    yield measured("cohort.rate", "one process, a case", rates["local"], remark=f"{remark}; {_on_paper(rates['local'], cases, folder)}")
    for id_, name, what in (("cohort.jobs", "jobs", "two processes, a case"), ("dask.rate", "dask", "Dask, 2 workers, a case")):
        if name in rates:
            told = {"goal": 1 / 1.8, "goal_text": "≥ 1.8 × as fast (≤ 0.56 ×)"} if name == "dask" else {}
            yield measured(id_, what, rates[name], rates["local"], against="one process", **told)  # type: ignore[arg-type]
    for id_, name in (("cohort.memory", "jobs"), ("dask.memory", "dask")):
        if name in found:
            small, large = (tuple(each[at].most / 1024 for each in found[name]) for at in (0, 1))
            what = f"{'Dask' if name == 'dask' else 'two processes'}, the largest process at {TIMES} × the cases"
            yield Line(id_, what, large, small, "1 × the cases", "MB", 1.1, "flat: ≤ 1.1 ×")


def _beyond(one: Scored, four: Scored, cases: int) -> Spent:
    return Spent((four.seconds - one.seconds) / ((TIMES - 1) * cases))


def _on_paper(rates: Sequence[Spent], cases: int, folder: Path) -> str:
    """What a hundred million such cases come to."""
    ours = sorted(each.wall for each in rates)[len(rates) // 2]
    read, written = ((folder / name).stat().st_size / cases * RECORDS / 1e12 for name in (f"{cases}.ndjson", f"local-{cases}.ndjson"))
    return f"10⁸: {read:.2f} TB in, {written:.2f} TB out, {RECORDS * ours / 3600:,.0f} core hours"


def _with_dask() -> tuple[Path, str | None]:
    """Return an interpreter that has Dask; or this one, and why there is none."""
    if find_spec("distributed") is not None:
        return Path(sys.executable), None
    try:
        return environment("dask", (), lock=ROOT / ".locks" / "dask.txt"), None
    except Unavailable as why:
        return Path(sys.executable), str(why)


def _scored(python: Path, folder: Path, size: int, options: Sequence[str], name: str) -> Scored:
    """Run `score-cohort` once. Raises `ProcessFailed`, also where the output is not that of one process."""
    out = folder / f"{name}-{size}.ndjson"
    argv = [
        str(python),
        "-m",
        "interview",
        "score-cohort",
        str(folder / f"{size}.ndjson"),
        "--out",
        str(out),
        "--force",
        "--values",
        *options,
    ]
    began = time.perf_counter()
    variables = environ(folder, PYTHONPATH=str(ROOT))
    process = subprocess.Popen(
        argv, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=variables, cwd=folder, start_new_session=True
    )
    most = _watched(process)
    took = time.perf_counter() - began
    if process.returncode or out.read_bytes() != (folder / f"local-{size}.ndjson").read_bytes():
        raise ProcessFailed(f"exit code {process.returncode}, or other bytes: {' '.join(options)}")
    return Scored(took, most)


def _watched(process: subprocess.Popen[bytes]) -> int:
    """Wait for a process and return the most KiB that any of its group held."""
    most, done = [0], threading.Event()

    def watch() -> None:
        while not done.wait(LOOKED_EVERY):
            most[0] = max([most[0], *_peaks(process.pid)])

    watcher = threading.Thread(target=watch)
    watcher.start()
    process.wait()
    done.set()
    watcher.join()
    return most[0]


def _peaks(group: int) -> Iterator[int]:
    """Yield the most KiB that each process of a group ever held."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if os.getpgid(int(process.name)) == group:
                yield int((process / "status").read_text().partition("VmHWM:")[2].split()[0])
        except (OSError, IndexError, ValueError):
            continue
