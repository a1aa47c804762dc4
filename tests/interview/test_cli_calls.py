"""What a call that fits does, and what is said where one does not: exit codes, two lines at most, no traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from interview.calling import Stopped
from interview.commands import listing
from tests.interview.engine.world import SMALL
from tests.interview.program import Ended, Program


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "data", SMALL)


def is_calm(ended: Ended) -> bool:
    """Whether what went wrong is told in one or two lines, without a traceback."""
    return 1 <= len(ended.err.strip().splitlines()) <= 2 and "Traceback" not in ended.err and ended.out == ""


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["fly"], "there is no command fly; allowed: demo, new, resume, list"),
        (["new"], "--subject"),
        (["new", "--subject", "Ann Example"], "found a text of 11 characters that is no pseudonym"),
        (["new", "--subject", ""], "found a text of 0 characters"),
        (["new", "--subject", "x" * 41], "found a text of 41 characters"),
        (["new", "--subject", "S-1", "--visit", "first"], "--visit: found first; allowed: baseline, post_treatment, follow_up"),
        (["new", "--subject", "S-1", "--depth", "deep"], "--depth: found deep; allowed: brief, full"),
        (["new", "--subject", "S-1", "--minutes", "0"], "--minutes: found 0; allowed: a whole number from 1 to 600"),
        (["new", "--subject", "S-1", "--minutes", "soon"], "--minutes: found soon"),
        (["list", "--format", "xml"], "--format: found xml; allowed: text, json"),
        (["schema", "cat"], "WHAT: found cat; allowed: case, assessment, answers"),
        (["resume"], "ID"),
        (["export", "r1", "--format", "json"], "--out"),
        (["understand", "file"], "found file; allowed: -"),
        (["vault", "open"], "found open; allowed: init, passwd, recover, rotate, status, backup, restore"),
        (["list", "--colour"], "--colour"),
    ],
)
def test_a_call_that_does_not_fit_ends_with_2_and_says_what_fits(program: Program, argv: list[str], said: str) -> None:
    ended = program(*argv)
    assert 2 == ended.code
    assert said in ended.err
    assert is_calm(ended)
    assert not (program.folder / "vault").exists()


def test_a_subject_that_may_be_a_name_is_never_repeated(program: Program) -> None:
    assert "Ann" not in program("new", "--subject", "Ann Example").err


@pytest.mark.parametrize("argv", [[], ["new", "--subject", "S-1"], ["resume", "r1"]])
def test_without_a_terminal_it_says_so_and_names_the_demo(program: Program, argv: list[str]) -> None:
    ended = program(*argv)
    assert 2 == ended.code
    assert "No terminal is here" in ended.err
    assert "demo" in ended.err
    assert is_calm(ended)


@pytest.mark.parametrize(
    "argv", [["case", "r9"], ["resume", "r9", "--plain"], ["verify", "r9"], ["export", "r9", "--format", "json", "--out", "x"]]
)
def test_without_a_vault_there_is_no_record(program: Program, argv: list[str]) -> None:
    ended = program(*argv)
    assert 2 == ended.code
    assert f"No vault is in {program.folder}" in ended.err
    assert is_calm(ended)


def test_options_stand_before_or_after_the_command(program: Program, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    assert f"in {elsewhere}" in program("--data-dir", str(elsewhere), "vault", "status").out
    assert f"in {elsewhere}" in program("vault", "status", "--data-dir", str(elsewhere)).out


def test_a_crash_ends_with_70_and_shows_neither_text_nor_trace(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> int:
        secret = "CANARY"
        raise RuntimeError(secret)

    monkeypatch.setattr(listing, "run", crash)
    ended = program("list")
    assert 70 == ended.code
    assert "RuntimeError" in ended.err
    assert "CANARY" not in ended.err
    assert "Everything shown as saved is saved" in ended.err
    assert is_calm(ended)


@pytest.mark.parametrize(("fault", "code"), [(KeyboardInterrupt(), 130), (Stopped(15), 143), (BrokenPipeError(), 141)])
def test_a_signal_ends_with_128_and_its_number(program: Program, monkeypatch: pytest.MonkeyPatch, fault: BaseException, code: int) -> None:
    def stop(*_: object) -> int:
        raise fault

    monkeypatch.setattr(listing, "run", stop)
    monkeypatch.setattr(os, "dup2", lambda *_: None)
    assert code == program("list").code


def test_version_and_help_load_nothing_heavy() -> None:
    """`--version` and `--help` must answer at once, on a machine where a dependency is broken too."""
    code = (
        "import sys, io, contextlib\n"
        "from interview.cli import main\n"
        "with contextlib.redirect_stdout(io.StringIO()):\n"
        "    codes = [main(['--version']), main(['--help']), main(['replay', '--help'])]\n"
        "heavy = ('pydantic', 'textual', 'apsw', 'transitions', 'rapidfuzz', 'platformdirs')\n"
        "print(codes, [name for name in heavy if name in sys.modules])"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "[0, 0, 0] []\n" == ended.stdout


def test_help_names_every_command(capsys: pytest.CaptureFixture[str], program: Program) -> None:
    assert 0 == program("--help").code
    shown = capsys.readouterr().out
    for command in (
        "demo",
        "new",
        "resume",
        "list",
        "replay",
        "case",
        "score",
        "check",
        "schema",
        "export",
        "understand",
        "verify",
        "vault",
    ):
        assert f"\n    {command} " in shown


def test_as_a_process_a_bad_call_ends_with_2_and_files_are_private(tmp_path: Path) -> None:
    """The real process: `python -m interview`, umask of the whole world open."""
    place = {**os.environ, "TRD_INTERVIEW_DATA_DIR": str(tmp_path / "data")}
    refused = subprocess.run([sys.executable, "-m", "interview", "fly"], capture_output=True, text=True, env=place, check=False)
    assert (2, "") == (refused.returncode, refused.stdout)
    phrase = tmp_path / "phrase"
    phrase.write_text("several words of a test\n")
    made = subprocess.run(
        [sys.executable, "-m", "interview", "vault", "init", "--passphrase-file", str(phrase)],
        capture_output=True,
        text=True,
        env=place,
        check=False,
        umask=0,
    )
    assert (0, f"A vault was made in {tmp_path / 'data'}.\n") == (made.returncode, made.stdout)
    assert "No recovery code was made" in made.stderr
    modes = {path.stat().st_mode & 0o077 for path in (tmp_path / "data").rglob("*")}
    assert {0} == modes


def test_the_version_goes_to_standard_output() -> None:
    ended = subprocess.run([sys.executable, "-m", "interview", "--version"], capture_output=True, text=True, check=True)
    assert ended.stdout.startswith("trd-interview ")
    assert "" == ended.stderr
