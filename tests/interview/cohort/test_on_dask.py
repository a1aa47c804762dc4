"""Dask gives the bytes of the local engine, from lines and from tables, whoever ends on the way; else a clear sentence, and no file."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from interview.cohort import cluster, shards
from interview.cohort.blocks import LineCrashed
from interview.cohort.local import Counted, Processes, score_cohort
from interview.cohort.on_dask import score_cohort_on_dask
from interview.cohort.output import CohortRefused
from interview.cohort.scoring import Scoring
from interview.language import use
from interview.process.worker import settle_worker
from tests.interview.cohort.killed_workers import MOMENTS, killed_run
from tests.interview.cohort.killing import Crashing, Killing, KillingOther
from tests.interview.cohort.synthetic import cohort

NOT_HERE = "the extra `dask` is not installed here (dask, distributed, pyarrow); `pip install .[dask]` brings it"
pytestmark = pytest.mark.skipif(any(find_spec(each) is None for each in ("distributed", "pyarrow")), reason=NOT_HERE)
TWO = Processes(2, settle_worker)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "cohort"
    made.mkdir()
    return made


@pytest.fixture(autouse=True)
def short_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "LEAST_BYTES", 2_000)


def mixed(cases: int) -> bytes:
    """Good lines, blank and bad ones, one that is too long to hold, and a last one without its end."""
    lines = list(cohort(cases, seed=3))
    lines[3:3] = [b"\n", b'{"kellner": "CANARY"}\n', b" \r\n", b"CANARY\n", b'{"schema": "trd-case/9"}\n']
    lines.insert(9, b'{"kellner_rater": "' + b"x" * 10_000_000 + b'"}\n')
    return b"".join(lines) + b'{"subject": "last"}'


def local(path: Path, out: Path, scoring: Scoring) -> Counted:
    with path.open("rb") as source:
        return score_cohort(source, path.name, out, scoring, is_table=path.suffix == ".parquet")


def same(folder: Path, ours: str, theirs: str) -> bool:
    return (folder / ours).read_bytes() == (folder / theirs).read_bytes()


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_worker_killed_in_the_middle_loses_nothing_and_doubles_nothing(folder: Path) -> None:
    path, marks = folder / "in.ndjson", folder.parent / "marks"
    path.write_bytes(mixed(30))
    marks.mkdir()
    killing = Killing(at=25, marks=str(marks), times=2, spared=os.getpid())
    use("it")
    try:
        alone = local(path, folder / "local.ndjson", Scoring())
        assert alone == score_cohort_on_dask(path, folder / "dask.ndjson", killing, processes=TWO)
    finally:
        use("en")
    assert (Counted(31, 4), 2) == (alone, len(names(marks)))
    assert same(folder, "local.ndjson", "dask.ndjson")
    assert same(folder, "local.errors.ndjson", "dask.errors.ndjson")
    assert ["dask.errors.ndjson", "dask.ndjson", "in.ndjson", "local.errors.ndjson", "local.ndjson"] == names(folder)
    found = [json.loads(line)["line"] for line in (folder / "dask.ndjson").read_bytes().splitlines()]
    assert sorted(set(found)) == found
    assert b"CANARY" not in (folder / "dask.errors.ndjson").read_bytes()


@pytest.mark.parametrize("seed", range(len(MOMENTS)))
def test_whenever_workers_are_killed_it_is_what_one_process_gives(tmp_path: Path, seed: int) -> None:
    outcome = killed_run(tmp_path, seed)
    print(f"workers killed {outcome.moment}: {outcome.killed}; `scripts/kill_workers` makes more runs")
    assert (True, ()) == (outcome.killed > 0, outcome.differs)


@pytest.mark.parametrize(("control", "found"), [("doubling", "lines are doubled"), ("losing", "lines are lost")])
def test_parts_that_are_added_to_and_failures_that_are_passed_over_would_be_found(tmp_path: Path, control: str, found: str) -> None:
    assert found in killed_run(tmp_path, 7, control).differs[0]


def test_a_table_gives_the_table_that_one_process_gives(folder: Path) -> None:
    import pyarrow as arrow
    import pyarrow.parquet as parquet

    cases = [each.decode().strip() for each in cohort(40, seed=4)]
    cases[5] = "CANARY"
    parquet.write_table(arrow.table({"case": cases}), folder / "in.parquet", row_group_size=7)
    alone = local(folder / "in.parquet", folder / "local.parquet", Scoring(columns=True))
    assert alone == score_cohort_on_dask(folder / "in.parquet", folder / "dask.parquet", Scoring(columns=True), processes=TWO)
    assert Counted(39, 1) == alone
    assert same(folder, "local.parquet", "dask.parquet")
    assert same(folder, "local.errors.ndjson", "dask.errors.ndjson")


def test_over_lines_that_end_every_worker_it_gives_up_and_leaves_nothing(folder: Path) -> None:
    path, marks = folder / "in.ndjson", folder.parent / "marks"
    path.write_bytes(b"{}\n" * 400)
    marks.mkdir()
    killing = Killing(at=350, marks=str(marks), times=99, spared=os.getpid())
    with pytest.raises(CohortRefused, match="workers ended again and again over the same lines"):
        score_cohort_on_dask(path, folder / "out.ndjson", killing, processes=TWO)
    assert 4 == len(names(marks))
    assert ["in.ndjson"] == names(folder)


def test_where_the_program_fails_the_line_is_named_and_the_fault_is_met_here(folder: Path) -> None:
    (folder / "in.ndjson").write_bytes(b"{}\n" * 900)
    with pytest.raises(LineCrashed) as crashed:
        score_cohort_on_dask(folder / "in.ndjson", folder / "out.ndjson", Crashing(at=800), processes=TWO)
    assert (800, RuntimeError) == (crashed.value.line, type(crashed.value.__cause__))
    assert ["in.ndjson"] == names(folder)


@pytest.mark.parametrize("content", [b"", b"\n\n"])
def test_an_empty_cohort_is_an_empty_file(folder: Path, content: bytes) -> None:
    (folder / "in.ndjson").write_bytes(content)
    assert Counted(0, 0) == score_cohort_on_dask(folder / "in.ndjson", folder / "out.ndjson", Scoring(), processes=Processes(1))
    assert b"" == (folder / "out.ndjson").read_bytes()


def test_a_scheduler_that_is_there_is_used_and_one_without_workers_or_gone_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import distributed

    monkeypatch.setattr(cluster, "ANSWERS_WITHIN", 3.0)
    monkeypatch.setattr(cluster, "WORKER_WITHIN", 1.0)
    path = folder / "in.ndjson"
    path.write_bytes(mixed(6))
    alone = local(path, folder / "local.ndjson", Scoring(values=True))

    def scored(address: str, **more: Any) -> Counted:
        return score_cohort_on_dask(path, folder / "dask.ndjson", Scoring(values=True), scheduler=address, **more)

    with distributed.LocalCluster(n_workers=0, dashboard_address=None, host="127.0.0.1", memory_limit=0) as there:
        with pytest.raises(CohortRefused, match="it has no worker"):
            scored(there.scheduler_address)
        there.scale(1)
        there.wait_for_workers(1)
        assert alone == scored(there.scheduler_address)
        address = there.scheduler_address
    assert same(folder, "local.ndjson", "dask.ndjson")
    for gone in (address, "tcp://127.0.0.1:1"):
        with pytest.raises(CohortRefused, match="no Dask scheduler answers there"):
            scored(gone, force=True)
    assert same(folder, "local.ndjson", "dask.ndjson")
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(CohortRefused, match="no Dask scheduler answers there"):
        scored(f"tcp://127.0.0.1:{silent.getsockname()[1]}", force=True)


ANOTHERS = """
import distributed
if __name__ == "__main__":
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1", memory_limit=0) as there:
        print(there.scheduler_address, flush=True)
        input()
"""


@pytest.mark.parametrize("at", [1, 250, 900])
def test_a_scheduler_that_ends_in_the_middle_is_told_and_nothing_is_left(folder: Path, at: int) -> None:
    (folder / "in.ndjson").write_bytes(b"{}\n" * 9_000)
    (folder.parent / "anothers.py").write_text(ANOTHERS)
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, str(folder.parent / "anothers.py")]
    there = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environ)
    try:
        assert there.stdout is not None
        address = there.stdout.readline().strip()
        with pytest.raises(CohortRefused, match="it can no longer be reached; nothing was written"):
            score_cohort_on_dask(folder / "in.ndjson", folder / "out.ndjson", KillingOther(at=at, other=there.pid), scheduler=address)
    finally:
        there.kill()
        there.communicate()
    assert ["in.ndjson"] == names(folder)


def test_an_output_that_cannot_be_written_is_told_before_a_worker_begins(folder: Path) -> None:
    (folder / "in.ndjson").write_bytes(b"{}\n")
    (folder / "file").write_bytes(b"")
    for out in ("none/out.ndjson", "file/out.ndjson"):
        with pytest.raises(CohortRefused, match="not written"):
            score_cohort_on_dask(folder / "in.ndjson", folder / out, Scoring())
    assert ["file", "in.ndjson"] == names(folder)


STOPPED = """
import os, signal, sys
from interview.cohort import on_dask
from interview.cli import main
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job ignores it
join = on_dask.join
def stopping(*given):
    join(*given)
    os.killpg(0, signal.SIGINT) if sys.argv[2] == "SIGINT" else os.kill(os.getpid(), getattr(signal, sys.argv[2]))
on_dask.join = stopping
path, out = (os.path.join(sys.argv[1], name) for name in ("in.ndjson", "out.ndjson"))
sys.exit(main(["score-cohort", path, "--engine", "dask", "--jobs", "2", "--out", out]))
"""


@pytest.mark.parametrize(("signal", "code", "said"), [("SIGINT", 130, b"Stopped by ^C"), ("SIGTERM", 143, b"Stopped by a signal")])
def test_stopped_in_the_middle_it_leaves_nothing(folder: Path, signal: str, code: int, said: bytes) -> None:
    (folder / "in.ndjson").write_bytes((b"{" + b" " * 5_000 + b"}\n") * 120)
    command = [sys.executable, "-c", STOPPED, str(folder), signal]
    ended = subprocess.run(command, capture_output=True, check=False, start_new_session=True)
    assert (code, b"", b"trd-interview: " + said + b". Everything shown as saved is saved.\n") == (
        ended.returncode,
        ended.stdout,
        ended.stderr,
    )
    assert ["in.ndjson"] == names(folder)
