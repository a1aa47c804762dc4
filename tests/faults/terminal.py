"""The program in a terminal of its own: what it shows is read as a person sees it, and it can be killed at any instant."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Sequence
from typing import Final

import pyte

from tests.terminal_child import become, squeezed

LINES, COLUMNS = 40, 110
READ: Final = 65_536


class NotShown(Exception):
    """What was waited for did not come to the screen."""


class Terminal:
    """A process in a pseudo-terminal, leader of its own group.

    Started `cold`, it is the command itself; otherwise a fork of this process, which has the program loaded already.
    This process must have one thread only.
    """

    def __init__(self, command: Sequence[str], environ: dict[str, str], warm: Callable[[], int] | None = None) -> None:
        self._screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self._screen)
        sys.stdout.flush()
        sys.stderr.flush()
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            become(command, environ, warm)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))

    def send(self, keys: str) -> None:
        """Press keys."""
        os.write(self._terminal, keys.encode())

    def look(self, until: float) -> bool:
        """Read what comes next, at the latest until then (seconds of the monotonic clock); False where nothing came."""
        if not select.select([self._terminal], [], [], max(0.0, until - time.monotonic()))[0]:
            return False
        try:
            content = os.read(self._terminal, READ)
        except OSError:
            return False
        self._stream.feed(content)
        return bool(content)

    def wait_for(self, is_shown: Callable[[str, str], bool], seconds: float) -> None:
        """Read until the first line and the whole screen show it. Raises `NotShown`."""
        until = time.monotonic() + seconds
        while not self.shows(is_shown):
            if not self.look(until):
                raise NotShown

    def rest(self, seconds: float) -> None:
        """Read until nothing more has come for so long."""
        while self.look(time.monotonic() + seconds):
            pass

    def shows(self, is_shown: Callable[[str, str], bool]) -> bool:
        """Whether it stands on the screen now: asked of the first line, and of the whole without its spaces and frames."""
        first, *lines = self._screen.display
        beside = (squeezed("".join(line[OUTLINE:] for line in lines)), squeezed("".join(line[:VIEW] for line in lines)))
        return is_shown(first, " ".join(beside))

    def kill(self) -> None:
        """Kill the whole group at once, then read what it had shown before it died."""
        os.killpg(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        while self.look(time.monotonic()):
            pass
        os.close(self._terminal)

    def close(self) -> None:
        """Kill it where it still runs."""
        with contextlib.suppress(OSError):
            self.kill()


OUTLINE: Final = 25
"""Columns of the outline at the left, which stands beside everything that is said and asked."""
VIEW: Final = 65
"""Columns before the clinician's view, which stands at the right while it is open; there is no outline then."""
