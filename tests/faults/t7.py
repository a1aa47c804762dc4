"""T7: whatever ends the program, at whatever moment: what was being typed is on the disk, the terminal is as it was, and it is soon.

Each end is a process of its own in a real terminal. What is bounded is time on the wall; the bound grows by as much as a bare process of
the runtime takes longer on the wall than on the processor, measured beside each end, so that a busy machine neither helps nor hurts.
"""

from __future__ import annotations

import contextlib
import os
import random
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pexpect

from interview.storage.unlock import Passphrase
from interview.storage.vault import Vault
from tests.e2e.terminal import PHRASE, SECONDS, Terminal, environ, made_place
from tests.faults.outcome import Outcome
from tests.faults.t7_control import TOOLKITS_OWN

BOUND_SECONDS: Final = 1.0
HALF: Final = "half a sentence"
LOCKED: Final = "passphrase opens it again"
F1, ENTER = "\x1bOP", "\r"
BARE: Final = "import asyncio, json, logging, typing, dataclasses, email.message"


class UnderShell(Terminal):
    """The program as a child of a shell, which leads the terminal."""

    def __init__(self, home: Path, argv: list[str], **more: str) -> None:
        super().__init__(home, ["-c", "pass"])
        self.end()
        call = " ".join([sys.executable, *argv]) + "; true"
        own = environ(home, **more)
        self.child = pexpect.spawn("/bin/bash", ["-c", call], timeout=SECONDS, env=own, dimensions=(24, 80), encoding="utf-8")
        self.seen = ""


Place = tuple[Path, list[str]]
Begin = Callable[[type[Terminal], Place, random.Random], Terminal]


def _at_prompt(kind: type[Terminal], place: Place, _dice: random.Random) -> Terminal:
    terminal = kind(place[0], ["-m", "interview", *place[1], "new", "--subject", "S-1"])
    terminal.draws("F1 help")
    return terminal


def _mid_typing(kind: type[Terminal], place: Place, dice: random.Random) -> Terminal:
    terminal = _at_prompt(kind, place, dice)
    terminal.types(HALF)
    return terminal


def _sheet_open(kind: type[Terminal], place: Place, dice: random.Random) -> Terminal:
    terminal = _mid_typing(kind, place, dice)
    terminal.child.send(F1)
    terminal.draws("type to search")
    return terminal


def _locking(kind: type[Terminal], place: Place, dice: random.Random) -> Terminal:
    """Somewhere between the key that locks and the locked screen, at random."""
    terminal = _sheet_open(kind, place, dice)
    terminal.types("lock")
    terminal.child.send(ENTER)
    with contextlib.suppress(AssertionError):
        terminal.draws(LOCKED, seconds=dice.uniform(0.005, 0.3))
    return terminal


def _unlocking(kind: type[Terminal], place: Place, dice: random.Random) -> Terminal:
    """While the key is made of the passphrase, beside the screen."""
    terminal = _sheet_open(kind, place, dice)
    terminal.types("lock")
    terminal.child.send(ENTER)
    terminal.draws(LOCKED)
    terminal.child.send(PHRASE)
    terminal.draws("\N{BULLET}" * len(PHRASE))
    terminal.child.send(ENTER)
    return terminal


def _plain(kind: type[Terminal], place: Place, _dice: random.Random) -> Terminal:
    terminal = kind(place[0], ["-m", "interview", *place[1], "new", "--subject", "S-1", "--plain"], TERM="dumb")
    terminal.shows("\r\n> ")
    terminal.child.sendline("yes")
    terminal.shows("saved ")
    terminal.child.send(HALF)
    return terminal


def _practise(kind: type[Terminal], place: Place, _dice: random.Random) -> Terminal:
    terminal = kind(place[0], ["-m", "interview", *place[1], "practise", "missed_doses"])
    terminal.draws("PRACTICE")
    terminal.types(HALF)
    return terminal


def _practise_plain(kind: type[Terminal], place: Place, _dice: random.Random) -> Terminal:
    terminal = kind(place[0], ["-m", "interview", *place[1], "practise", "missed_doses", "--plain"], TERM="dumb")
    terminal.shows("> ")
    return terminal


def _serve(kind: type[Terminal], place: Place, _dice: random.Random) -> Terminal:
    terminal = kind(place[0], ["-m", "interview", *place[1], "serve"])
    terminal.writes(r"http://127\.0\.0\.1:\d+/open/\S+")
    return terminal


def _exporting(kind: type[Terminal], place: Place, dice: random.Random) -> Terminal:
    """In the making of a file, at a random instant of it."""
    terminal = kind(place[0], ["-m", "interview", *place[1], "questionnaire", "--format", "pdf", "--out", str(place[0] / "out.pdf")])
    deadline = time.monotonic() + dice.uniform(0.7, 1.4)
    while time.monotonic() < deadline and terminal.child.isalive():
        with contextlib.suppress(pexpect.TIMEOUT, pexpect.EOF):
            terminal.seen += terminal.child.read_nonblocking(4096, 0.02)
    return terminal


MOMENTS: Final[dict[str, Begin]] = {
    "prompt": _at_prompt,
    "mid-typing": _mid_typing,
    "sheet open": _sheet_open,
    "locking": _locking,
    "unlocking": _unlocking,
    "--plain": _plain,
    "practise": _practise,
    "practise --plain": _practise_plain,
    "serve": _serve,
    "export": _exporting,
}
TYPED: Final = frozenset({"mid-typing", "sheet open", "locking", "unlocking"})
"""Moments at which an answer is half typed on a screen; line by line the terminal has it still, and the program never saw it."""

ENDS: Final = ("TERM", "HUP", "INT", "QUIT", "TSTP", "terminal closed", "parent killed")
AFTER: Final = {"terminal closed": signal.SIGHUP, "parent killed": signal.SIGHUP, "TSTP": signal.SIGTERM}
TWICE: Final = frozenset({"--plain"})
"""Where the first ^C says that another one leaves, so that no slip of a hand ends a conversation."""

WITHOUT_STOP: Final = frozenset({"export", "serve", "--plain", "practise --plain"})
"""Where being stopped is the system's affair alone."""

CASES: Final = tuple((moment, end) for moment in MOMENTS for end in ENDS if not (end == "TSTP" and moment in WITHOUT_STOP))
GATE: Final = (("mid-typing", "TERM"),)


def slowed(times: int = 3) -> float:
    """Return how much longer a bare process takes on the wall than on the processor now; 1 where the machine is quiet."""
    found = []
    for __ in range(times):
        before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        subprocess.run([sys.executable, "-c", BARE], check=True)
        wall, after = time.monotonic() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
        found.append(wall / max(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 0.001))
    return max(1.0, statistics.median(found))


def ended(terminal: Terminal, end: str) -> tuple[float, int | None]:
    """End it so, and return the seconds on the wall and the exit code, or None where nobody is told it."""
    begun = time.monotonic()
    if end == "terminal closed":
        return terminal.hang_up(), terminal.code
    if end == "parent killed":
        [program] = map(int, Path(f"/proc/{terminal.child.pid}/task/{terminal.child.pid}/children").read_text().split())
        os.kill(terminal.child.pid, signal.SIGKILL)
        _until(terminal, program, gone=True)
        took = time.monotonic() - begun
        terminal.child.close()
        return took, None
    if end == "TSTP":
        terminal.child.kill(signal.SIGTSTP)
        _until(terminal, terminal.child.pid, gone=False)
        took = time.monotonic() - begun
        terminal.child.kill(signal.SIGCONT)
        return max(took, terminal.tell(signal.SIGTERM)), terminal.code
    return terminal.tell(signal.Signals[f"SIG{end}"]), terminal.code


def _until(terminal: Terminal, pid: int, *, gone: bool) -> None:
    """Look until a process ended or stopped, and read what it writes: a terminal that nobody reads holds it up. Raises `TimeoutError`."""
    until = time.monotonic() + SECONDS
    while True:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except (FileNotFoundError, ProcessLookupError):
            state = "Z"
        if state == "Z" or (not gone and state == "T"):
            return
        if time.monotonic() > until:
            raise TimeoutError(f"process in state {state}")
        with contextlib.suppress(pexpect.TIMEOUT, pexpect.EOF):
            terminal.seen += terminal.child.read_nonblocking(65_536, 0.005)


def wrongs(home: Path, terminal: Terminal, moment: str, end: str, code: int | None) -> list[str]:
    """Return what an end left that it should not have: each as a sentence without anything that was typed."""
    said = []
    number = AFTER.get(end) or signal.Signals[f"SIG{end}"]
    was_done = moment == "export" and code == 0
    if code is not None and code != 128 + number and not was_done:
        said.append(f"exit code {code}")
    if end not in ("terminal closed", "parent killed") and (left := terminal.left()):
        said.append(f"left of the terminal: {sorted(left)}")
    if "Traceback" in terminal.seen:
        said.append("a traceback")
    if list(home.glob(".*.part")) or ((home / "out.pdf").exists() and not (home / "out.pdf").read_bytes().rstrip().endswith(b"%%EOF")):
        said.append("part of a file")
    vault = Vault.open(home / "data" / "vault", Passphrase(PHRASE))
    try:
        if not vault.verify().is_whole:
            said.append("a chain that is broken")
        texts = [text for each in vault.records() for text in vault.drafts.kept(each.record).texts.values()]
    finally:
        vault.close()
    if moment in TYPED and texts != [HALF]:
        said.append(f"{len(texts)} drafts on the disk")
    return said


def one(moment: str, end: str, dice: random.Random, begin: Begin | None = None) -> tuple[float, float, list[str]]:
    """Begin, end, and look: the seconds on the wall, the bound for them now, and what is wrong."""
    with tempfile.TemporaryDirectory() as above:
        home = Path(above)
        place = home, made_place(home)
        terminal = (begin or MOMENTS[moment])(UnderShell if end == "parent killed" else Terminal, place, dice)
        if end == "INT" and moment in TWICE:
            terminal.child.kill(signal.SIGINT)
            terminal.shows("once more")
            terminal.shows("> ")
        before = slowed()
        took, code = ended(terminal, end)
        bound = BOUND_SECONDS * max(before, slowed())
        said = wrongs(home, terminal, moment, end, code)
    return took, bound, [*said, *([f"{took:.2f} s; the bound is {bound:.2f} s"] if took > bound else [])]


def control(dice: random.Random) -> bool:
    """Return whether the toolkit's own driver, with signals left to the system, is caught."""

    def begin(kind: type[Terminal], place: Place, _dice: random.Random) -> Terminal:
        terminal = kind(place[0], ["-c", TOOLKITS_OWN, *place[1], "new", "--subject", "S-1"])
        terminal.draws("F1 help")
        terminal.types(HALF)
        return terminal

    __, __, said = one("mid-typing", "TERM", dice, begin)
    return any("exit code" in each for each in said) and any("left of the terminal" in each for each in said)


def run(n: int = 0, seed: int = 7) -> Outcome:
    """End it at every moment in every way; with `n`, at one moment always, and at `n` others from the seed on."""
    begun, dice = time.monotonic(), random.Random(seed)
    others = [case for case in CASES if case not in GATE]
    chosen = [*GATE, *(others[(seed * n + place) % len(others)] for place in range(n))] if n else list(CASES)
    failures, seconds, bounds = [], [], []
    for moment, end in chosen:
        try:
            took, bound, said = one(moment, end, dice)
        except (pexpect.TIMEOUT, pexpect.EOF, AssertionError, TimeoutError, OSError) as fault:
            failures.append(f"{moment}, {end}: {type(fault).__name__}")
            continue
        seconds.append(took)
        bounds.append(bound)
        failures += [f"{moment}, {end}: {each}" for each in said]
    caught = (("the toolkit's own driver, signals left to the system", control(dice)),)
    most = f"bound {BOUND_SECONDS:.0f} s, times {max(bounds):.1f} at most for the machine's load" if bounds else ""
    walls = f"wall median {statistics.median(seconds):.2f} s, max {max(seconds):.2f} s; {most}" if seconds else ""
    done = f"{len({moment for moment, __ in chosen})} moments, {len({end for __, end in chosen})} ends; {walls}"
    return Outcome("T7", done, len(chosen), tuple(failures), seed, time.monotonic() - begun, caught)
