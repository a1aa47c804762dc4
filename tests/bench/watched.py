"""A program in a terminal of its own: when what was waited for came to the screen, to the moment its bytes arrived."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import perf_counter
from typing import Final

from tests.terminal_child import become, squeezed

LINES, COLUMNS = 40, 140
READ: Final = 262_144
SECONDS: Final = 60.0
QUIET: Final = 0.25
"""So long nothing more comes where a screen stands still; shorter than a cursor blinks."""
BLINKING: Final = 2
"""Letters that a blinking cursor may write."""
OTHER_SCREEN: Final = b"\x1b[?1049h"
SEQUENCES: Final = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|P[^\x1b]*\x1b\\|[()][A-Z0-9]|[@-Z\\-_=>78])")


class NotShown(Exception):
    """What was waited for did not come to the screen."""


class Watched:
    """A process in a pseudo-terminal, leader of its own group; `began` is when it was started.

    It is a command, or a fork of this process that runs a function: this process must have one thread only.
    """

    def __init__(self, variables: Mapping[str, str], argv: Sequence[str] = (), warm: Callable[[], int] | None = None) -> None:
        self._since = bytearray()
        self._last = self._last_words = perf_counter()
        sys.stdout.flush()
        sys.stderr.flush()
        size = struct.pack("HHHH", LINES, COLUMNS, 0, 0)
        self.began = perf_counter()
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            become(argv, variables, warm)

    def send(self, keys: str) -> float:
        """Press keys, forget what was shown before, and return when."""
        self._read(0.0)
        self._since.clear()
        at = perf_counter()
        os.write(self._terminal, keys.encode())
        return at

    def until(self, is_shown: Callable[[str], bool], seconds: float = SECONDS) -> float:
        """Read until what came since the last key shows it, and return when that came. Raises `NotShown`."""
        end = perf_counter() + seconds
        while not is_shown(self.shown):
            if not self._read(end - perf_counter()):
                raise NotShown(self.shown[-400:])
        return self._last

    def until_words(self, words: str, seconds: float = SECONDS) -> float:
        """Read until these words came, however they are spaced."""
        wanted = squeezed(words)
        return self.until(lambda shown: wanted in shown, seconds)

    def settled(self, quiet: float = QUIET) -> float:
        """Read until no more words come for so long, and return when the last came: a cursor that blinks is none."""
        began = perf_counter()
        while (left := max(began, self._last_words) + quiet - perf_counter()) > 0:
            self._read(left)
        return self._last_words

    @property
    def shown(self) -> str:
        """What was written since the last key, letters and digits only."""
        return squeezed(SEQUENCES.sub(b"", bytes(self._since)).decode("utf-8", "ignore"))

    @property
    def is_drawn(self) -> bool:
        """Whether anything stands on the program's own screen."""
        __, switched, after = bytes(self._since).partition(OTHER_SCREEN)
        return bool(switched) and bool(squeezed(SEQUENCES.sub(b"", after).decode("utf-8", "ignore")))

    def until_drawn(self, seconds: float = SECONDS) -> float:
        """Read until the program has drawn its first frame, and return when."""
        return self.until(lambda _shown: self.is_drawn, seconds)

    def cpu(self) -> float:
        """Return the processor's seconds of the process and of its threads."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")

    def megabytes(self) -> float:
        """Return the memory that it has resident, libraries that it shares included: who else runs does not change it."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1_048_576

    def end(self) -> None:
        """Kill it, with whatever it started."""
        with contextlib.suppress(OSError):
            os.killpg(self.pid, signal.SIGKILL)
        with contextlib.suppress(OSError):
            os.waitpid(self.pid, 0)
            os.close(self._terminal)

    def _read(self, seconds: float) -> bool:
        if not select.select([self._terminal], [], [], max(0.0, seconds))[0]:
            return False
        try:
            content = os.read(self._terminal, READ)
        except OSError:
            return False
        self._last = perf_counter()
        self._since += content
        if len(squeezed(SEQUENCES.sub(b"", content).decode("utf-8", "ignore"))) > BLINKING:
            self._last_words = self._last
        return bool(content)
