"""The recovery code is shown once: before the terminal interface on a screen of its own, by a command on standard error."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from interview.storage.unlock import Passphrase
from interview.unlocking import BACK, OWN_SCREEN, STAYS, made
from interview.world import Place, World, this_world

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
    assert "Press Enter when it is written down." in shown


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
    assert "" == out.getvalue()
    assert 1 == len(CODE.findall(err.getvalue()))
    assert STAYS in err.getvalue()
    assert "\x1b" not in err.getvalue()


def test_without_a_terminal_nothing_is_waited_for(tmp_path: Path) -> None:
    here, out, err = world(io.BytesIO(b""), has_terminal=False)
    made(Place(tmp_path), here).close()
    assert "" == out.getvalue()
    assert "Press Enter" not in err.getvalue()
    assert 1 == len(CODE.findall(err.getvalue()))
