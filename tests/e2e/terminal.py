"""The real program in a real terminal: what it leaves of the terminal when it ends, how soon, and with which exit code."""

from __future__ import annotations

import os
import re
import resource
import signal
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import Any

import pexpect
import pyte

from interview.storage.unlock import LEAST_COST, Passphrase
from interview.storage.vault import Vault

SECONDS = 60
SWITCHED = re.compile(r"\x1b\[\?([0-9;]+)([hl])")
NORMAL_ON = frozenset({"25", "7"})
"""Modes that a terminal has on when nothing runs in it: the cursor, and wrapping."""

PUSHED, POPPED = re.compile(r"\x1b\[>[0-9]+u"), "\x1b[<u"
MARKED = re.compile(r"\x1b\[[<>=?][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;$]*[a-z]")
"""Sequences that the drawing of a screen does not need, and that `pyte` would draw as letters."""

PHRASE = "several words of a test"


def made_place(folder: Path, *, by_command: bool = False) -> list[str]:
    """Make a vault, here or by the command, and return the options that name it."""
    (folder / "phrase").write_text(PHRASE)
    place = ["--data-dir", str(folder / "data"), "--passphrase-file", str(folder / "phrase")]
    if by_command:
        subprocess.run([sys.executable, "-m", "interview", *place, "vault", "init"], check=True, capture_output=True, env=environ(folder))
    else:
        Vault.create(folder / "data" / "vault", Passphrase(PHRASE), cost=LEAST_COST)[0].close()
    return place


def environ(home: Path, **more: str) -> dict[str, str]:
    """Return the variables of a process whose home and temporary files are the folder's."""
    (home / "tmp").mkdir(exist_ok=True)
    own = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "TRD_", "TEXTUAL"))}
    return {**own, "TERM": "xterm-256color", "HOME": str(home), "XDG_CONFIG_HOME": str(home), "TMPDIR": str(home / "tmp"), **more}


def heeds_hang_up() -> None:
    """Heed a hang-up, also where the tests themselves run under `nohup`."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


class Terminal:
    """One process in a terminal of 24 lines of 80; everything it wrote stands in `seen`."""

    def __init__(self, home: Path, argv: list[str], **more: str) -> None:
        self.seen = ""
        spent = resource.getrusage(resource.RUSAGE_CHILDREN)
        self._used_by_others = spent.ru_utime + spent.ru_stime
        self.child: Any = pexpect.spawn(
            sys.executable,
            argv,
            timeout=SECONDS,
            env=environ(home, **more),
            dimensions=(24, 80),
            encoding="utf-8",
            codec_errors="replace",
            preexec_fn=heeds_hang_up,
        )

    def shows(self, words: str) -> None:
        """Wait until these words were written."""
        self.child.expect_exact(words)
        self.seen += self.child.before + self.child.after

    def writes(self, pattern: str) -> None:
        """Wait until something like this was written."""
        self.child.expect(pattern)
        self.seen += self.child.before + self.child.after

    def types(self, words: str) -> None:
        """Type, and wait until it stands on the screen."""
        self.child.send(words)
        self.draws(words)

    def draws(self, words: str, seconds: float = SECONDS) -> None:
        """Wait until these words stand on the screen, however they were drawn."""
        screen = pyte.Screen(80, 24)
        stream = pyte.Stream(screen)
        stream.feed(MARKED.sub("", self.seen))
        until = time.monotonic() + seconds
        while words not in " ".join(" ".join(screen.display).split()):
            assert time.monotonic() < until, "\n".join(screen.display)
            try:
                written = self.child.read_nonblocking(65_536, seconds)
            except pexpect.TIMEOUT:
                raise AssertionError("\n".join(screen.display)) from None
            self.seen += written
            stream.feed(MARKED.sub("", written))

    def tell(self, number: int) -> float:
        """Send a signal, wait for the end, and return how many seconds it took."""
        began = time.monotonic()
        self.child.kill(number)
        self.end()
        return time.monotonic() - began

    def end(self) -> int:
        """Wait for the end and return the exit code."""
        self.child.expect(pexpect.EOF)
        self.seen += self.child.before
        self.child.wait()
        return self.code

    def hang_up(self) -> float:
        """Close the terminal, wait for the end, and return how many seconds it took."""
        began = time.monotonic()
        self.child.ptyproc.fileobj.close()  # closed by its number, it would close that number again when collected
        self.child.closed = self.child.ptyproc.closed = True
        _, status = os.waitpid(self.child.pid, 0)
        self.child.terminated = True
        self.child.exitstatus = os.waitstatus_to_exitcode(status)
        return time.monotonic() - began

    def used(self) -> float:
        """Return the processor's seconds of the process that has ended."""
        spent = resource.getrusage(resource.RUSAGE_CHILDREN)
        return spent.ru_utime + spent.ru_stime - self._used_by_others

    @property
    def code(self) -> int:
        """The exit code."""
        return int(self.child.exitstatus if self.child.exitstatus is not None else -self.child.signalstatus)

    def left(self) -> set[str]:
        """Return what the program left of the terminal that was not so before: nothing, where it is restored."""
        return switched(self.seen) | cooked_not(self.child.child_fd)


def switched(seen: str) -> set[str]:
    """Return the modes that are not as they are when nothing runs."""
    state: dict[str, str] = {}
    for found in SWITCHED.finditer(seen):
        for mode in found[1].split(";"):
            state[mode] = found[2]
    left = {mode for mode, way in state.items() if way != ("h" if mode in NORMAL_ON else "l")}
    return left | ({"keyboard"} if len(PUSHED.findall(seen)) > seen.count(POPPED) else set())


def cooked_not(descriptor: int) -> set[str]:
    """Return the settings of a line that are not as a shell needs them."""
    flags = termios.tcgetattr(descriptor)[3]
    wanted = {"ECHO": termios.ECHO, "ICANON": termios.ICANON, "ISIG": termios.ISIG}
    return {name for name, bit in wanted.items() if not flags & bit}


def cpu_seconds(pid: int) -> float:
    """Return the processor's seconds of a running process, with those of its children that ended."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def rotating(share: int) -> int:
    """Return a number below `share` that moves on with each commit, so that a sample comes to everything in time."""
    counted = subprocess.run(["git", "rev-list", "--count", "HEAD"], capture_output=True, text=True, check=False, cwd=Path(__file__).parent)
    return int(counted.stdout) % share if counted.stdout.strip().isdigit() else 0
