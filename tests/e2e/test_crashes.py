"""C2: whatever fails, wherever: nothing that was worked on is told, the terminal is given back, and the exit code is never 0.

The toolkit's and the runtime's debug variables are all set. The gate takes one seam of each face, another with each
commit, and the control; `EVERY_CRASH=1` takes all.
"""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.broken import CANARY
from tests.e2e.terminal import Terminal, environ, made_place, rotating

IN_THE_APP = {
    "mount": (),
    "timer": (),
    "worker": (),
    "thread_worker": (),
    "task": (),
    "key": (),
    "reader": (),
    "drawing": (),
    "leaving": (),
    "view": ("new", "--subject", "S-1"),
    "store": ("new", "--subject", "S-1"),
}
SHARE = 1 if "EVERY_CRASH" in os.environ else len(IN_THE_APP)
CHOSEN = tuple(IN_THE_APP)[rotating(SHARE) :: SHARE]
"""The gate takes one, another with each commit."""
CANARY_TOLD = CANARY.split()[1]


def telling(home: Path) -> dict[str, str]:
    """Return every variable by which the toolkit or the runtime tells more than it should."""
    toolkit = {"TEXTUAL": "debug,devtools", "TEXTUAL_LOG": str(home / "log"), "TEXTUAL_DEBUG": "1", "TEXTUAL_SHOW_RETURN": "1"}
    return toolkit | dict.fromkeys(("PYTHONDEVMODE", "PYTHONASYNCIODEBUG", "PYTHONFAULTHANDLER"), "1") | {"PYTHONWARNINGS": "always"}


def told_on_disk(home: Path) -> list[Path]:
    """Return the files that hold the canary."""
    return [path for path in home.rglob("*") if path.is_file() and CANARY_TOLD.encode() in path.read_bytes()]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    folder = tmp_path_factory.mktemp("crashes")
    return folder, made_place(folder)


@pytest.mark.parametrize("seam", CHOSEN)
def test_a_fault_in_the_app_tells_nothing_and_gives_the_terminal_back(place: tuple[Path, list[str]], seam: str) -> None:
    home, options = place
    print(f"\n{len(CHOSEN)} of {len(IN_THE_APP)} seams of the app; EVERY_CRASH=1: all")
    before = set((home / "data" / "crashes").glob("*"))
    terminal = Terminal(home, ["-m", "tests.e2e.broken", seam, *options, *IN_THE_APP[seam]], **telling(home))
    assert 70 == terminal.end()
    assert CANARY_TOLD not in terminal.seen
    assert "Traceback" not in terminal.seen
    assert "The program stopped unexpectedly" in terminal.seen
    assert set() == terminal.left()
    assert [] == told_on_disk(home)
    assert not (home / "log").exists()
    (kept,) = set((home / "data" / "crashes").glob("*")) - before
    assert 0o600 == stat.S_IMODE(kept.stat().st_mode)
    assert "RuntimeError" in {each["kind"] for each in json.loads(kept.read_text())["faults"]}


AT_ONCE = json.dumps({"link_id": "interview.consent", "value": CANARY}) + "\n"
LINE_BY_LINE = (
    ("thread", ["new", "--subject", "S-1", "--plain"], f"{CANARY}\n"),
    ("line", ["replay", "-", "--subject", "S-1"], AT_ONCE),
    ("exporter", ["questionnaire", "--format", "markdown", "--out", "OUT"], ""),
    ("view", ["new", "--subject", "S-1", "--plain"], f"{CANARY}\n"),
    ("store", ["replay", "-", "--subject", "S-1"], AT_ONCE),
)


CHOSEN_LINES = LINE_BY_LINE if SHARE == 1 else LINE_BY_LINE[rotating(len(LINE_BY_LINE)) :][:1]


@pytest.mark.parametrize(("seam", "argv", "typed"), CHOSEN_LINES)
def test_a_fault_line_by_line_tells_nothing(place: tuple[Path, list[str]], seam: str, argv: list[str], typed: str) -> None:
    home, options = place
    print(f"\n{len(CHOSEN_LINES)} of {len(LINE_BY_LINE)} seams line by line; EVERY_CRASH=1: all")
    argv = [str(home / "out") if each == "OUT" else each for each in argv]
    call = [sys.executable, "-m", "tests.e2e.broken", seam, *options, *argv]
    ended = subprocess.run(call, input=typed, capture_output=True, text=True, env=environ(home, **telling(home)), check=False, timeout=120)
    assert 70 == ended.returncode
    assert CANARY_TOLD not in ended.stdout + ended.stderr
    assert "Traceback" not in ended.stderr
    assert "The program stopped unexpectedly (RuntimeError" in ended.stderr
    assert [] == told_on_disk(home)


def test_the_toolkits_own_report_would_tell(place: tuple[Path, list[str]]) -> None:
    """The control: without us the canary stands on the terminal, and the toolkit writes a log."""
    home, options = place
    terminal = Terminal(home, ["-m", "tests.e2e.broken", "toolkit", *options], **telling(home))
    terminal.end()
    assert CANARY_TOLD in terminal.seen
    assert (home / "log").exists()
    (home / "log").unlink()
