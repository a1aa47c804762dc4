"""Signals end the program in order: what is open is closed on the way out, and the exit code is 128 and the signal's number.

A hang-up that somebody asked to be ignored (`nohup`) stays ignored.
"""

from __future__ import annotations

import errno
import gc
import os
import signal
import sys
import termios
import threading
from contextlib import suppress
from types import FrameType
from typing import Final, TextIO

SIGNALLED: Final = 128
"""An exit code is this and the number of the signal that ended the program."""

ENDING: Final = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
"""Signals that end the program; ^C is the runtime's own exception."""


class Stopped(BaseException):
    """A signal asked the program to end; what is open is closed on the way out."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def heard() -> tuple[signal.Signals, ...]:
    """Return the signals that end the program here."""
    return tuple(number for number in ENDING if number != signal.SIGHUP or signal.getsignal(number) is not signal.SIG_IGN)


def hear() -> None:
    """Let each such signal raise `Stopped`. Signals belong to the main thread; elsewhere nothing is done."""
    if threading.current_thread() is threading.main_thread():
        for number in heard():
            signal.signal(number, _stop)


def hear_no_more() -> None:
    """Let no further signal break into the last words. Elsewhere than in the main thread nothing is done."""
    if threading.current_thread() is threading.main_thread():
        for number in (*ENDING, signal.SIGINT):
            signal.signal(number, signal.SIG_IGN)


def terminal_is_gone(was_there: bool) -> bool:
    """Return whether a terminal that was there at the beginning has been closed."""
    if not was_there:
        return False
    for descriptor in (0, 1):
        try:
            termios.tcgetattr(descriptor)
        except termios.error as fault:
            if fault.args[:1] == (errno.EIO,):
                return True
        except (OSError, ValueError):
            continue
    return False


def let_go() -> None:
    """Give what can no longer be written to nobody, so that the runtime's last flush ends no exit code of ours."""
    for stream, descriptor in ((sys.__stdout__, 1), (sys.__stderr__, 2)):
        if stream is not None and not _flushed(stream):
            with suppress(OSError):
                nobody = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nobody, descriptor)
                os.close(nobody)


def collect_no_more() -> None:
    """Let the runtime leave without looking through all that is loaded for circles: that is most of the time an end takes."""
    gc.disable()
    gc.freeze()


def _flushed(stream: TextIO) -> bool:
    try:
        stream.flush()
    except (OSError, ValueError):
        return False
    return True


def _stop(number: int, _frame: FrameType | None) -> None:
    raise Stopped(number)
