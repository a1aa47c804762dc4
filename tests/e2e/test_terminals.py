"""Terminals that can do less: no colour, sixteen colours, letters, lines. Each shows what it can; none is left without a way."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pexpect
import pytest

SECONDS = 60
COLOUR = re.compile(r"\x1b\[([0-9;]*)m")
TITLE = "Interview for depression"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("place")
    (folder / "phrase").write_text("several words of a test")
    place = ["--data-dir", str(folder / "data"), "--passphrase-file", str(folder / "phrase")]
    subprocess.run([sys.executable, "-m", "interview", *place, "vault", "init"], check=True, capture_output=True)
    return place


def opened(place: list[str], *argv: str, **environ: str) -> pexpect.spawn:
    own = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLORTERM", "FORCE_COLOR", "LC_ALL", "LANG")}
    own |= {"HOME": place[1], "XDG_CONFIG_HOME": place[1], "LANG": "C.UTF-8", **environ}
    call = ["-m", "interview", *place, *argv]
    return pexpect.spawn(sys.executable, call, timeout=SECONDS, env=own, dimensions=(24, 80), encoding="utf-8", codec_errors="replace")


def shown(place: list[str], **environ: str) -> str:
    """Open the start page, leave it by its own keys, and return everything that was written."""
    child = opened(place, **environ)
    child.expect(TITLE)
    seen = child.before + child.after
    child.expect("Esc")
    seen += child.before + child.after
    child.send("\x1b")
    child.expect("End the program")
    seen += child.before + child.after
    child.send("1")
    child.expect(pexpect.EOF)
    seen += child.before
    child.wait()
    assert 0 == child.exitstatus
    assert "Traceback" not in seen
    return seen


def colours(seen: str) -> set[str]:
    """Return the ways in which colours were named: `24` for red, green and blue, `8` for one of 256, else the number itself."""
    found = set()
    for parts in (match.split(";") for match in COLOUR.findall(seen)):
        for place, part in enumerate(parts):
            if part in ("38", "48"):
                found.add({"2": "24", "5": "8"}.get("".join(parts[place + 1 : place + 2]), "?"))
                break
            if part[:1] in ("3", "4", "9", "1") and len(part) > 1:
                found.add(part)
    return found


def test_a_terminal_of_lines_is_told_the_way_and_nothing_is_opened(place: list[str]) -> None:
    for argv in ((), ("new", "--subject", "S-1")):
        child = opened(place, *argv, TERM="dumb")
        child.expect(pexpect.EOF)
        child.wait()
        assert 2 == child.exitstatus
        assert "shows lines only (TERM=dumb)" in " ".join(child.before.split())
        assert "--plain" in child.before
        assert "\x1b" not in child.before
    listed = subprocess.run(
        [sys.executable, "-m", "interview", *place, "list", "--format", "json"], check=True, capture_output=True, text=True
    )
    assert "[]" == listed.stdout.strip()


def test_a_terminal_of_letters_gets_letters_only(place: list[str]) -> None:
    child = opened(place, "new", "--subject", "S-2", TERM="linux")
    child.expect("baseline")
    seen = child.before + child.after
    child.expect("F1")
    seen += child.before + child.after
    child.kill(15)
    child.expect(pexpect.EOF)
    child.close()
    signs = set(seen) & set("✓▸⚑→·╭╮╰╯│─")
    assert set() == signs


def test_a_locale_without_signs_crashes_nothing(place: list[str]) -> None:
    seen = shown(place, TERM="xterm-256color", LANG="C", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert "�" not in seen


def test_no_color_shows_greys_only(place: list[str]) -> None:
    seen = shown(place, TERM="xterm-256color", NO_COLOR="1")
    for parts in (match.split(";") for match in COLOUR.findall(seen)):
        for at, part in enumerate(parts):
            if part in ("38", "48") and parts[at + 1 : at + 2] == ["2"]:
                assert 1 == len(set(parts[at + 2 : at + 5])), parts
    assert TITLE in seen


def test_sixteen_colours_are_sixteen_colours(place: list[str]) -> None:
    seen = shown(place, TERM="xterm")
    assert not {"24", "8", "?"} & colours(seen)
    assert colours(seen)
