"""Several processes give the bytes that one gives; one that ends under a block loses nothing and doubles nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from interview.cohort.blocks import LineCrashed, blocks
from interview.cohort.local import Counted, Processes, score_cohort
from interview.cohort.output import CohortRefused
from interview.cohort.scoring import Scoring
from interview.cohort.workers import MOST_TRIES
from interview.language import use
from interview.process.worker import settle_worker
from tests.interview.cohort.killing import Crashing, Killing
from tests.interview.cohort.synthetic import cohort

TWO = Processes(2, settle_worker)


def lines(count: int) -> Iterable[bytes]:
    """Good lines, blank ones, and bad ones, more than two blocks."""
    yield from cohort(2)
    for number in range(count):
        yield b"\n" if number % 9 == 4 else b'{"kellner": 12}\n' if number % 9 == 7 else b'{"subject": "S-%d"}\n' % number


def scored(folder: Path, name: str, scoring: Scoring, processes: Processes) -> Counted:
    source = folder / "in.ndjson"
    if not source.exists():
        source.write_bytes(b"".join(lines(80)))
    with source.open("rb") as file:
        return score_cohort(file, "in", folder / f"{name}.ndjson", scoring, processes=processes)


def test_two_processes_give_the_bytes_of_one_though_one_of_them_is_killed(tmp_path: Path) -> None:
    marks = tmp_path / "marks"
    marks.mkdir()
    use("it")
    try:
        one = scored(tmp_path, "one", Scoring(values=True), Processes())
        two = scored(tmp_path, "two", Killing(values=True, at=40, marks=str(marks), spared=os.getpid()), TWO)
    finally:
        use("en")
    assert 1 == len(os.listdir(marks))
    assert one == two == Counted(64, 9)
    for sort in ("ndjson", "errors.ndjson"):
        assert (tmp_path / f"one.{sort}").read_bytes() == (tmp_path / f"two.{sort}").read_bytes()
    found = [json.loads(line)["line"] for line in (tmp_path / "two.ndjson").read_bytes().splitlines()]
    assert sorted(set(found)) == found


def test_a_block_under_which_processes_end_again_and_again_is_named_and_nothing_is_left(tmp_path: Path) -> None:
    marks = tmp_path / "marks"
    marks.mkdir()
    with pytest.raises(CohortRefused, match="Lines 37 to 72: the process that scored them ended 3 times"):
        scored(tmp_path, "out", Killing(at=40, marks=str(marks), times=9, spared=os.getpid()), TWO)
    assert MOST_TRIES == len(os.listdir(marks))
    assert ["in.ndjson", "marks"] == sorted(os.listdir(tmp_path))


def test_where_the_program_fails_the_first_such_line_is_named(tmp_path: Path) -> None:
    """The fault is met once more in this process: its place is told, its message does not come through a pipe."""
    with pytest.raises(LineCrashed) as crashed:
        scored(tmp_path, "out", Crashing(at=36), TWO)
    assert (36, RuntimeError) == (crashed.value.line, type(crashed.value.__cause__))
    assert ["in.ndjson"] == os.listdir(tmp_path)


def test_a_block_ends_by_its_lines_or_its_bytes() -> None:
    long = b"x" * 200_000
    assert [2, 2, 1] == [len(each) for each in blocks([(1, b"a"), (2, b"b"), (3, b"c"), (4, None), (5, b"d")], most_lines=2)]
    assert [2, 1] == [len(each) for each in blocks([(1, long), (2, long), (3, long)])]


STOPPED = """
import os, signal, sys
from interview.cohort import local
from interview.cli import main
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job ignores it
read = local.numbered_lines
def stopping(source):
    for number, raw in read(source):
        if number == 100:
            os.killpg(0, getattr(signal, sys.argv[2]))
        yield number, raw
local.numbered_lines = stopping
sys.exit(main(["score-cohort", "-", "--jobs", "2", "--out", os.path.join(sys.argv[1], "out.ndjson")]))
"""


def test_what_stops_them_all_is_said_once_and_nothing_is_left(tmp_path: Path) -> None:
    """The keyboard's signal goes to every process of the terminal; only the first has something to say."""
    command = [sys.executable, "-c", STOPPED, str(tmp_path), "SIGINT"]
    ended = subprocess.run(command, input=b"{\n" * 200, capture_output=True, check=False, start_new_session=True)
    assert (130, b"", b"trd-interview: Stopped by ^C. Everything shown as saved is saved.\n") == (
        ended.returncode,
        ended.stdout,
        ended.stderr,
    )
    assert [] == os.listdir(tmp_path)
