"""`--plain` in a real terminal: ^C asks first, a paste never acts, and no escape byte comes out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

SECONDS = 60


@pytest.fixture
def sitting(tmp_path: Path) -> Iterator[pexpect.spawn]:
    (tmp_path / "phrase").write_text("several words of a test")
    argv = [
        "-m",
        "interview",
        "--data-dir",
        str(tmp_path / "data"),
        "--passphrase-file",
        str(tmp_path / "phrase"),
        "new",
        "--subject",
        "S-1",
    ]
    child = pexpect.spawn(sys.executable, [*argv, "--plain"], timeout=SECONDS, env={**os.environ, "TERM": "dumb", "HOME": str(tmp_path)})
    child.setecho(False)
    child.logfile_read = (tmp_path / "seen").open("wb")
    child.expect("Press Enter when it is written down")
    child.sendline("")
    child.expect_exact("\r\n> ")
    yield child
    child.logfile_read.close()
    child.close(force=True)
    seen = (tmp_path / "seen").read_bytes()
    assert b"\x1b" not in seen
    assert b"Traceback" not in seen


def test_control_c_asks_and_a_second_one_pauses(sitting: pexpect.spawn) -> None:
    sitting.sendline("yes")
    sitting.expect("saved ")
    sitting.expect_exact("\r\n> ")
    sitting.sendintr()
    sitting.expect(r"\^C once more pauses")
    sitting.expect_exact("> ")
    sitting.sendline("/back")
    sitting.expect("Answered before: yes")
    sitting.expect_exact("\r\n> ")
    sitting.sendintr()
    sitting.expect_exact("> ")
    sitting.sendintr()
    sitting.expect("Paused; everything is saved")
    sitting.expect(pexpect.EOF)
    sitting.wait()
    assert 130 == sitting.exitstatus


def test_a_paste_is_kept_whole_where_a_text_is_asked_and_never_acts_elsewhere(sitting: pexpect.spawn) -> None:
    sitting.send("yes\n/quit\nno\n")
    sitting.expect("3 lines came at once, and one is asked for")
    sitting.expect_exact("> ")
    sitting.sendline("yes")
    sitting.expect("saved ")
    sitting.sendline("none")
    sitting.expect("What has been troubling you most")
    sitting.expect_exact("> ")
    sitting.send("one line\ntwo lines\n/quit")
    sitting.expect("3 lines came at once; they are one answer")
    sitting.expect("kept as said")
    sitting.expect("Safety")
    sitting.expect_exact("> ")
    sitting.sendline("no")
    sitting.expect("no. saved ")
    sitting.expect_exact("> ")
    sitting.sendeof()
    sitting.expect("Paused; everything is saved")
    sitting.expect(pexpect.EOF)
    sitting.wait()
    assert 0 == sitting.exitstatus


def test_a_term_signal_ends_with_143_and_nothing_saved_is_lost(sitting: pexpect.spawn) -> None:
    sitting.sendline("yes")
    sitting.expect("saved ")
    sitting.kill(15)
    sitting.expect("Everything shown as saved is saved")
    sitting.expect(pexpect.EOF)
    sitting.wait()
    assert 143 == sitting.exitstatus
