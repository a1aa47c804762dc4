"""T7, the terminal interface as a process in a real terminal: every signal ends it in order, and gives the terminal back as it was.

What is typed while it is still being opened is on the line, and kept as what is typed later is.

A signalled end takes a few tenths of a second; what is bounded here is the processor's time, which no neighbour on the machine lengthens.
"""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal, cpu_seconds, made_place, rotating

SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)
CHOSEN = SIGNALS if "EVERY_SIGNAL" in os.environ else (SIGNALS[rotating(len(SIGNALS))],)
"""The gate takes one of four, another with each commit; `EVERY_SIGNAL=1` takes all."""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    folder = tmp_path_factory.mktemp("signals")
    return folder, made_place(folder)


@pytest.mark.parametrize("number", CHOSEN)
def test_a_signal_restores_the_terminal_and_ends_with_its_number(place: tuple[Path, list[str]], number: signal.Signals) -> None:
    home, options = place
    log, before = home / "log", drafts(home)
    terminal = Terminal(home, ["-m", "interview", *options, "new", "--subject", "S-1"], TEXTUAL="debug", TEXTUAL_LOG=str(log))
    terminal.child.send("half a sentence\r")  # long before anything is drawn
    terminal.shows("baseline")
    terminal.draws("F1 help")
    terminal.draws("on the line; keys that act were not taken")
    assert {"1049", "25", "ICANON"} <= terminal.left(), "the control: while it runs, the terminal is not as it was"
    used = cpu_seconds(terminal.child.pid)
    took = terminal.tell(number)
    print(f"\n{number.name}: {took:.2f} s; {len(CHOSEN)} of {len(SIGNALS)} signals; EVERY_SIGNAL=1: all")
    assert 128 + number == terminal.code
    assert set() == terminal.left()
    assert 1.0 > terminal.used() - used
    assert 1 == len(drafts(home) - before), "what was being typed is on the disk, for this record"
    assert not log.exists(), "the toolkit's log would hold what was on the screen"


def test_it_stops_and_goes_on_and_ends_with_a_terminal_that_goes_away(place: tuple[Path, list[str]]) -> None:
    """Told to stop, to go on, to go on without having stopped; then the terminal is closed."""
    home, options = place
    terminal = Terminal(home, ["-m", "interview", *options])
    terminal.shows("Esc")
    terminal.child.kill(signal.SIGTSTP)
    terminal.shows("\x1b[?1004l")
    until_stopped(terminal.child.pid)
    assert set() == terminal.left()
    for __ in range(2):
        terminal.child.kill(signal.SIGCONT)
        terminal.shows("\x1b[?1049h")
        terminal.shows("Esc")
        assert {"1049", "ICANON"} <= terminal.left()
    used = cpu_seconds(terminal.child.pid)
    terminal.hang_up()
    assert 128 + signal.SIGHUP == terminal.code
    assert 1.0 > terminal.used() - used


def drafts(home: Path) -> set[Path]:
    """Return the files in which the vault keeps what is being typed."""
    return set((home / "data" / "vault" / "drafts").glob("*"))


def until_stopped(pid: int) -> None:
    """Look until the process is stopped."""
    until = time.monotonic() + 30
    while Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "T":
        assert time.monotonic() < until
