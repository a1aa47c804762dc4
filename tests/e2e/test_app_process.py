"""The terminal interface as a process, in a real terminal: signals, a crash, a way in and a way out."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

SECONDS = 60
CRASH = (
    "import sys, interview.tui.app as app\n"
    "def crash(self, *_):\n"
    "    secret = 'CANARY'\n"
    "    raise RuntimeError(secret)\n"
    "app.InterviewApp.on_mount = crash\n"
    "from interview.cli import main\n"
    "sys.exit(main(sys.argv[1:]))\n"
)


@pytest.fixture
def place(tmp_path: Path) -> list[str]:
    (tmp_path / "phrase").write_text("several words of a test")
    place = ["--data-dir", str(tmp_path / "data"), "--passphrase-file", str(tmp_path / "phrase")]
    subprocess.run([sys.executable, "-m", "interview", *place, "vault", "init"], check=True, capture_output=True)
    return place


def spawned(tmp_path: Path, argv: list[str], **environ: str) -> pexpect.spawn:
    own = {**os.environ, "TERM": "xterm-256color", "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), **environ}
    return pexpect.spawn(sys.executable, argv, timeout=SECONDS, env=own, dimensions=(24, 80), encoding="utf-8", codec_errors="replace")


@pytest.mark.parametrize("number", [15, 1])
def test_a_signal_restores_the_terminal_and_ends_with_its_number(tmp_path: Path, place: list[str], number: int) -> None:
    log = tmp_path / "log"
    child = spawned(tmp_path, ["-m", "interview", *place, "new", "--subject", "S-1"], TEXTUAL="debug", TEXTUAL_LOG=str(log))
    child.expect("baseline")
    child.kill(number)
    child.expect("\x1b\\[\\?1049l")
    child.expect(pexpect.EOF)
    child.wait()
    assert 128 + number == child.exitstatus
    assert not log.exists(), "the toolkit's log would hold what was on the screen"


def test_a_crash_ends_with_70_and_shows_no_local_variable(tmp_path: Path, place: list[str]) -> None:
    child = spawned(tmp_path, ["-c", CRASH, *place, "new", "--subject", "S-1"])
    child.expect("The program stopped unexpectedly")
    seen = child.before
    child.expect(pexpect.EOF)
    seen += child.before
    child.wait()
    assert 70 == child.exitstatus
    assert "RuntimeError" in seen
    assert "CANARY" not in seen
    assert "Traceback" not in seen
