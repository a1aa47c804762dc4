"""`serve` on the command line: which ports there are, what is said where one is taken, and that a tab's process is not begun by hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from interview.commands import serve
from interview.serve.server import listening
from tests.interview.program import Program


@pytest.mark.parametrize("port", ["0", "80", "1023", "65536", "x", "-1", "8000.5", "99999999999999"])
def test_a_port_that_is_none_is_refused(tmp_path: Path, port: str) -> None:
    ended = Program(tmp_path)("serve", f"--port={port}")
    assert 2 == ended.code
    assert "1024" in ended.err
    assert "65535" in ended.err
    assert not (tmp_path / "vault").exists()


def test_a_port_that_is_taken_is_named_before_a_passphrase_is_asked(tmp_path: Path) -> None:
    with listening(0) as taken:
        ended = Program(tmp_path)("serve", "--port", str(taken.getsockname()[1]))
    assert 2 == ended.code
    assert "is taken by another program" in ended.err
    assert not (tmp_path / "vault").exists()


def test_nothing_but_the_loopback_address_is_listened_on() -> None:
    with listening(0) as at:
        assert "127.0.0.1" == at.getsockname()[0]


def test_a_tab_is_not_begun_by_hand(tmp_path: Path) -> None:
    ended = Program(tmp_path)("serve", "--tab")
    assert 2 == ended.code
    assert "begun by the server" in ended.err


def test_a_tab_inherits_neither_the_place_nor_the_passphrase_nor_what_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TRD_INTERVIEW_PASSPHRASE_FILE", "TRD_INTERVIEW_DATA_DIR", "TEXTUAL_LOG", "TEXTUAL", "TEXTUAL_DRIVER"):
        monkeypatch.setenv(name, "CANARY")
    environ = serve._environ()
    assert "CANARY" not in environ.values()
    assert os.environ["PATH"] == environ["PATH"]
