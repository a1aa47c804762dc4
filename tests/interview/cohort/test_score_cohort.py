"""`score-cohort` as a person calls it: order, numbers, bad lines, exit codes, and what an interrupted run leaves behind."""

from __future__ import annotations

import errno
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from interview.cohort import scoring
from interview.cohort.local import score_cohort
from interview.cohort.output import CohortRefused
from interview.cohort.scoring import Scoring
from tests.interview.cohort.synthetic import cohort
from tests.interview.engine.world import SMALL
from tests.interview.program import Ended, Program

SHORT = b'{"subject": "S-1", "kellner": 5}\n'
MIXED = b"\n".join(
    (
        b'{"subject": "A", "kellner": 2}',
        b"",
        b'{"subject": "B", "kellner": "CANARY"}',
        b"CANARY",
        b'{"subject": "C", "schema": "trd-case/9"}',
        b"   ",
        b'{"subject": "A", "kellner": 7}',
        b'{"CANARY key of somebody": 1}',
    )
)


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "data", SMALL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "cohort"
    made.mkdir()
    return made


def lines_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def scored(program: Program, folder: Path, content: bytes, *options: str) -> Ended:
    (folder / "in.ndjson").write_bytes(content)
    return program("score-cohort", str(folder / "in.ndjson"), "--out", str(folder / "out.ndjson"), *options)


def test_good_lines_are_scored_in_order_and_bad_ones_named(program: Program, folder: Path) -> None:
    ended = scored(program, folder, MIXED)
    assert (1, "") == (ended.code, ended.err)
    assert [("A", 1, "improved"), ("A", 7, "deteriorated")] == [
        (each["subject"], each["line"], each["response"]["direction"]) for each in lines_of(folder / "out.ndjson")
    ]
    bad = lines_of(folder / "out.errors.ndjson")
    assert [3, 4, 5, 8] == [each["line"] for each in bad]
    assert {"line": 3, "path": "kellner", "found": "a text of 6 characters", "allowed": "a whole number"} == bad[0]
    assert ("column 1", "schema", "<key of 22 characters>") == (bad[1]["path"], bad[2]["path"], bad[3]["path"])
    assert "2 cases" in ended.out
    assert "4 lines that held no case" in ended.out
    assert "CANARY" not in ended.out + (folder / "out.errors.ndjson").read_text() + (folder / "out.ndjson").read_text()


def test_without_bad_lines_it_ends_with_0_and_there_is_no_errors_file(program: Program, folder: Path) -> None:
    ended = scored(program, folder, b"".join(cohort(5)))
    assert (0, "") == (ended.code, ended.err)
    assert ["in.ndjson", "out.ndjson"] == names(folder)
    assert [(f"S-{number}", number) for number in range(1, 6)] == [
        (each["subject"], each["line"]) for each in lines_of(folder / "out.ndjson")
    ]


def test_the_same_cohort_gives_the_same_bytes_from_a_file_and_from_a_pipe(program: Program, folder: Path) -> None:
    content = b"".join(cohort(4, seed=9))
    scored(program, folder, content)
    piped = program("score-cohort", "-", "--out", str(folder / "piped.ndjson"), stdin=content)
    assert 0 == piped.code
    assert (folder / "out.ndjson").read_bytes() == (folder / "piped.ndjson").read_bytes()


def test_a_line_says_what_score_says(program: Program, folder: Path) -> None:
    (case,) = cohort(1, seed=11)
    scored(program, folder, b"\n" + case, "--country", "GB", "--scope", "lifetime")
    alone = json.loads(program("score", "-", "--country", "GB", "--scope", "lifetime", stdin=case).out)
    (line,) = lines_of(folder / "out.ndjson")
    assert (2, {"scope": "lifetime", "country": "GB", "doses": []}) == (line["line"], line["settings"])
    for name in ("response", "staging", "trials", "areas", "safety", "toxicity", "refractoriness"):
        assert alone[name] == line[name], name


def test_values_are_verdicts_values_and_ranges_without_findings(program: Program, folder: Path) -> None:
    content = b"".join(cohort(3, seed=2))
    assert 0 == scored(program, folder, content).code
    assert 0 == scored(program, folder, content, "--values", "--force").code
    short = lines_of(folder / "out.ndjson")
    assert [1, 2, 3] == [each["line"] for each in short]
    assert not {"findings", "open_questions"} & set(short[0])
    assert {"response", "trials", "staging", "areas", "macro_analysis", "safety"} < set(short[0])


@pytest.mark.parametrize("content", [b"", b"\n\n"])
def test_an_empty_cohort_is_an_empty_file(program: Program, folder: Path, content: bytes) -> None:
    ended = scored(program, folder, content)
    assert (0, b"") == (ended.code, (folder / "out.ndjson").read_bytes())
    assert "0 cases" in ended.out


def test_a_huge_line_is_a_bad_line_among_good_ones(program: Program, folder: Path) -> None:
    ended = scored(program, folder, SHORT + b'{"kellner_rater": "' + b"x" * 10_000_000 + b'"}\n' + SHORT)
    assert 1 == ended.code
    assert [1, 3] == [each["line"] for each in lines_of(folder / "out.ndjson")]
    assert [{"line": 2, "path": "the line", "found": "more than 4000000 bytes", "allowed": "one case, at most 4000000 bytes"}] == lines_of(
        folder / "out.errors.ndjson"
    )


def test_duplicates_are_refused_on_request_only(program: Program, folder: Path) -> None:
    twice = b'{"kellner": 5, "kellner": 2}\n'
    assert 0 == scored(program, folder, twice).code
    assert 1 == scored(program, folder, twice, "--refuse-duplicates", "--force").code
    assert "this key twice in one object" == lines_of(folder / "out.errors.ndjson")[0]["found"]


@pytest.mark.parametrize("there", ["out.ndjson", "out.errors.ndjson"])
def test_what_is_there_is_kept_without_force(program: Program, folder: Path, there: str) -> None:
    (folder / there).write_bytes(b"old\n")
    ended = scored(program, folder, MIXED)
    assert (2, "") == (ended.code, ended.out)
    assert f"{folder / there}: this file exists and was left as it is; name another, or use --force to replace it." in ended.err
    assert ["in.ndjson", there] == names(folder)
    assert b"old\n" == (folder / there).read_bytes()
    assert 1 == scored(program, folder, MIXED, "--force").code
    assert 2 == len(lines_of(folder / "out.ndjson"))


@pytest.mark.parametrize("read", ["out.ndjson", "out.errors.ndjson"])
def test_a_cohort_is_never_written_over(program: Program, folder: Path, read: str) -> None:
    (folder / read).write_bytes(SHORT)
    ended = program("score-cohort", str(folder / read), "--out", str(folder / "out.ndjson"), "--force")
    assert (2, "") == (ended.code, ended.out)
    assert "found the cohort itself" in ended.err
    assert ([read], SHORT) == (names(folder), (folder / read).read_bytes())


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["score-cohort"], "lacking: IN, --out"),
        (["score-cohort", "none", "--out", "x.ndjson"], "none: could not be read (No such file or directory)"),
        (["score-cohort", ".", "--out", "x.ndjson"], ".: could not be read (Is a directory)"),
        (["score-cohort", "-", "--out", "x.csv"], "--out: found another name; allowed: a file name that ends in .ndjson or .parquet"),
        (["score-cohort", "-", "--out", ".ndjson"], "--out: found another name"),
        (["score-cohort", "-", "--out", "no/folder/x.ndjson"], "no/folder/x.ndjson: not written, its folder is not there"),
        (["score-cohort", "-", "--out", "x.ndjson", "--engine", "ray"], "--engine: found ray; allowed: local, dask"),
        (["score-cohort", "-", "--out", "x.ndjson", "--engine", "dask"], "IN: found `-`; with --engine dask allowed: a file"),
        (["score-cohort", "x", "--out", "x.ndjson", "--scheduler", "tcp://h:1"], "--scheduler: it belongs to --engine dask"),
        (["score-cohort", "x", "--out", "x.ndjson", "--scheduler", "h:1"], "--scheduler: found h:1; allowed: tcp://HOST:PORT"),
        (["score-cohort", "x", "--out", "x.ndjson", "--jobs", "0"], "--jobs: found 0; allowed: a whole number from 1 to 1024"),
        (["score-cohort", "-", "--out", "x.ndjson", "--scope", "all"], "--scope: found all; allowed: current, lifetime"),
        (["score-cohort", "-", "--out", "x.ndjson", "--country", "us"], "--country: found us; allowed: US, GB, other"),
        (["score-cohort", "-", "--out", "x.ndjson", "--doses", "none"], "none: could not be read"),
    ],
)
def test_a_call_that_does_not_fit_writes_nothing(
    program: Program, folder: Path, monkeypatch: pytest.MonkeyPatch, argv: list[str], said: str
) -> None:
    monkeypatch.chdir(folder)
    ended = program(*argv)
    assert (2, "") == (ended.code, ended.out)
    assert said in ended.err
    assert 1 == len(ended.err.splitlines())
    assert [] == names(folder)


def test_a_named_pipe_is_not_waited_for(program: Program, folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    ended = program("score-cohort", str(folder / "pipe"), "--out", str(folder / "out.ndjson"))
    assert (2, "") == (ended.code, ended.out)
    assert "found no ordinary file; name a file, or `-` for standard input" in ended.err
    assert ["pipe"] == names(folder)


def test_a_cohort_that_cannot_be_read_to_its_end_leaves_nothing(folder: Path) -> None:
    class Broken(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            line = super().readline(size)
            if not line:
                raise OSError(errno.EIO, "Input/output error")
            return line

    with pytest.raises(CohortRefused, match=r"in: could not be read to its end \(Input/output error\)"):
        score_cohort(Broken(SHORT), "in", folder / "out.ndjson", Scoring())
    assert [] == names(folder)


def test_a_crash_names_the_line_only_and_leaves_nothing(program: Program, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(case: Any, *_: object, **__: object) -> None:
        if case.kellner == 9:
            raise RuntimeError(case.subject)

    monkeypatch.setattr(scoring, "assess", crash)
    ended = scored(program, folder, b'\n{"subject": "CANARY", "kellner": 9}\n')
    assert (70, "") == (ended.code, ended.out)
    assert "in.ndjson, line 2: the program failed on this case. Nothing was written." in ended.err
    assert "RuntimeError" in ended.err
    assert "CANARY" not in ended.err
    assert "Traceback" not in ended.err
    assert ["in.ndjson"] == names(folder)


INTERRUPTED = """
import os, signal, sys
from interview.cli import main
from interview.cohort.scoring import Scoring
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job ignores it
scored, seen = Scoring.scored, []
def stopped(self, line, raw):
    if line == 3:
        seen.append(sorted(name.rpartition(".")[2] for name in os.listdir(sys.argv[1])))
        os.kill(os.getpid(), getattr(signal, sys.argv[2]))
    return scored(self, line, raw)
Scoring.scored = stopped
code = main(["score-cohort", "-", "--out", os.path.join(sys.argv[1], "out.ndjson")])
print(seen, file=sys.stderr)
sys.exit(code)
"""


@pytest.mark.parametrize(("signal", "code", "left"), [("SIGINT", 130, 0), ("SIGTERM", 143, 0), ("SIGKILL", -9, 1)])
def test_a_stopped_process_leaves_no_file_under_a_final_name(folder: Path, signal: str, code: int, left: int) -> None:
    """After a kill that nobody can answer, one hidden draft is left; after any other, nothing."""
    ended = subprocess.run([sys.executable, "-c", INTERRUPTED, str(folder), signal], input=SHORT * 5, capture_output=True, check=False)
    assert (code, b"") == (ended.returncode, ended.stdout)
    assert left == len(names(folder))
    assert all(name.startswith(".") and name.endswith(".part") for name in names(folder))
    assert b"Traceback" not in ended.stderr
    if left == 0:
        assert b"[['part']]" in ended.stderr


LIMITED = """
import resource, sys
from interview.cli import main
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
sys.exit(main(["score-cohort", "-", "--out", sys.argv[1]]))
"""


def test_a_disk_that_fills_up_ends_with_2_and_leaves_nothing(folder: Path) -> None:
    """A limit on the size of files stands for the full disk."""
    out = folder / "out.ndjson"
    ended = subprocess.run([sys.executable, "-c", LIMITED, str(out)], input=SHORT * 3, capture_output=True, check=False, text=False)
    assert (2, b"") == (ended.returncode, ended.stdout)
    assert f"{out}: not written, the disk is full; make room and score again.".encode() in ended.stderr
    assert [] == names(folder)


MEMORY = """
import sys
from pathlib import Path
from interview.cohort.local import score_cohort
from interview.cohort.scoring import Scoring
Scoring.scored = lambda self, line, raw: raw
with open(sys.argv[1], "rb") as source:
    counted = score_cohort(source, "in", Path(sys.argv[2]), Scoring())
print(counted.scored, Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0])
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not tell a process's peak memory")
def test_memory_does_not_grow_with_the_cohort(folder: Path) -> None:
    """Lines pass through, whatever is done with them: the peak of four times as many is the same within a tenth."""
    peaks = []
    for cases in (2_000, 8_000):
        source = folder / f"{cases}.ndjson"
        with source.open("wb") as file:
            for number in range(cases):
                file.write(b'{"kellner_rater": "%d%s"}\n' % (number, b"x" * 20_000))
        command = [sys.executable, "-c", MEMORY, str(source), str(folder / f"{cases}.out.ndjson")]
        ended = subprocess.run(command, capture_output=True, check=True, text=True)
        scored, peak = map(int, ended.stdout.split())
        assert cases == scored
        assert os.path.getsize(source) == os.path.getsize(folder / f"{cases}.out.ndjson")
        peaks.append(peak)
    assert peaks[1] < 1.1 * peaks[0]
