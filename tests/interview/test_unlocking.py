"""The recovery code is shown once: on a screen of its own, or by a command among the terminal's lines; never in a pipe."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from interview import code_showing
from interview.code_showing import BACK, OWN_SCREEN, STAYS, UNSHOWN
from interview.engine.ports import StoreFault
from interview.storage import recovery_code
from interview.storage.header import read_header
from interview.storage.unlock import Passphrase, RecoveryCode
from interview.storage.vault import Vault
from interview.unlocking import made, secret_line
from interview.world import CallRefused, Place, World, this_world

CODE = re.compile(r"\b(?:[0-9A-Z]{4}-){3,}[0-9A-Z]{4}\b")


def world(stdin: Any, term: str = "xterm-256color", *, has_terminal: bool = True) -> tuple[World, io.StringIO, io.StringIO]:
    """Return a world with somebody at the terminal, and its two outputs."""
    out, err = io.StringIO(), io.StringIO()
    environ = {"TERM": term} if term else {}
    made_for = replace(this_world(), stdin=stdin, stdout=out, stderr=err, environ=environ, has_terminal=has_terminal)
    return replace(made_for, unlock=Passphrase("several words of a test")), out, err


def test_before_the_interface_the_code_stands_on_a_screen_of_its_own_that_is_wiped(tmp_path: Path) -> None:
    here, out, err = world(io.BytesIO(b"\n"))
    made(Place(tmp_path), here, on_own_screen=True).close()
    shown = out.getvalue()
    assert shown.startswith(OWN_SCREEN)
    assert shown.endswith(BACK)
    assert 1 == len(CODE.findall(shown))
    assert [] == CODE.findall(err.getvalue())
    assert "Press Enter when it is written down" in shown


def test_the_screen_is_wiped_also_when_somebody_stops_there(tmp_path: Path) -> None:
    class Stopping(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            raise KeyboardInterrupt

    here, out, _ = world(Stopping())
    with pytest.raises(KeyboardInterrupt):
        made(Place(tmp_path), here, on_own_screen=True)
    assert out.getvalue().endswith(BACK)


@pytest.mark.parametrize(("term", "on_own_screen"), [("xterm-256color", False), ("dumb", True), ("", True)])
def test_a_command_or_a_terminal_of_lines_prints_the_code_and_says_that_it_stays(tmp_path: Path, term: str, on_own_screen: bool) -> None:
    here, out, err = world(io.BytesIO(b"\n"), term)
    made(Place(tmp_path), here, on_own_screen=on_own_screen).close()
    assert "" == err.getvalue()
    assert 1 == len(CODE.findall(out.getvalue()))
    assert STAYS in out.getvalue()
    assert "\x1b" not in out.getvalue()


def test_without_a_terminal_no_code_is_made_and_nothing_is_waited_for(tmp_path: Path) -> None:
    here, out, err = world(io.BytesIO(b""), has_terminal=False)
    made(Place(tmp_path), here).close()
    assert "" == out.getvalue()
    assert f"{UNSHOWN}\n" == err.getvalue()
    assert ["passphrase"] == [slot.kind for slot in read_header(tmp_path / "vault").slots]


def test_a_code_goes_into_a_new_private_file_that_was_named(tmp_path: Path) -> None:
    here, out, err = world(io.BytesIO(b""), has_terminal=False)
    made(Place(tmp_path), here, code_out=tmp_path / "code").close()
    assert [] == CODE.findall(out.getvalue() + err.getvalue())
    assert 0o600 == (tmp_path / "code").stat().st_mode & 0o777
    Vault.open(tmp_path / "vault", RecoveryCode((tmp_path / "code").read_text())).close()
    with pytest.raises(CallRefused, match="this file exists"):
        made(Place(tmp_path / "other"), here, code_out=tmp_path / "code")
    assert not (tmp_path / "other").exists()


def test_a_group_that_is_typed_back_is_compared(tmp_path: Path) -> None:
    """Whichever group is asked for: what is wrong is asked again, what is right goes on."""
    code = recovery_code.written(bytes(range(16)))
    groups = code.split("-")

    class Typing(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            asked = int(re.findall(r"group (\d) of 7", out.getvalue())[-1])
            answers.append(asked)
            return b"ZZZZ\n" if len(answers) == 1 else f"  {groups[asked - 1].lower()}\n".encode()

    answers: list[int] = []
    here, out, _ = world(Typing())
    code_showing.show(here, code, None)
    assert 2 == len(answers)
    assert f"That is not group {answers[0]}" in out.getvalue()


def test_a_passphrase_file_that_is_a_link_to_itself_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "phrase").symlink_to(tmp_path / "phrase")
    with pytest.raises(StoreFault, match="is no ordinary file"):
        secret_line(tmp_path / "phrase")


def test_a_passphrase_file_may_be_a_link_to_one(tmp_path: Path) -> None:
    (tmp_path / "words").write_text("several words of a test\n")
    (tmp_path / "phrase").symlink_to(tmp_path / "words")
    assert "several words of a test" == secret_line(tmp_path / "phrase")
