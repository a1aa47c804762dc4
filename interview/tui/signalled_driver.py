"""The toolkit's terminal driver, made safe against signals, a terminal that goes away, and faults of the thread that reads keys.

The toolkit opens the terminal a second time when it is told to go on without having stopped, so that it could never be put back;
it waits for ever at a terminal that is gone; and it prints where its reading thread failed.
"""

from __future__ import annotations

import asyncio
import errno
import os
import signal
import termios
import threading
from contextlib import suppress
from typing import Any, Final, TextIO

from textual.drivers.linux_driver import LinuxDriver

GIVEN_BACK: Final = "\x1b[?2004l\x1b[?7h\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"
"""Pastes, wrapping, the mouse, the keyboard, the other screen, the cursor and the focus, as they are without us."""


class TerminalGone(OSError):
    """The terminal was closed."""


class _MayBeGone:
    """A terminal to write to that may be closed at any time; then nothing is written, and nothing waits."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, text: str) -> int:
        with suppress(OSError, ValueError):
            return self._file.write(text)
        return len(text)

    def flush(self) -> None:
        with suppress(OSError, ValueError):
            self._file.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


class SignalledDriver(LinuxDriver):
    """Stops, goes on and ends in order."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._out = _MayBeGone(self._file) if self._file is not None else None
        self._file = self._out  # type: ignore[assignment]
        self._is_shown = False

    def start_application_mode(self) -> None:
        """Take the terminal."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._is_shown = self._writer_thread is not None

    def stop_application_mode(self) -> None:
        """Give the terminal back."""
        if self._is_shown:
            super().stop_application_mode()
            self._is_shown = False

    def leave_at_once(self) -> None:
        """Give the terminal back where that could not be done in order; signals to stop and go on are the system's again."""
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGTSTP, signal.SIG_DFL)
            signal.signal(signal.SIGCONT, signal.SIG_DFL)
        if self._is_shown:
            self._is_shown = False
            self.exit_event.set()
            with suppress(termios.error):
                if self.attrs_before is not None:
                    termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
            if self._out is not None:
                self._out.write(GIVEN_BACK)
                self._out.flush()

    def read_terminal(self, most_bytes: int) -> bytes:
        """Return what was typed. Raises `TerminalGone`."""
        try:
            read = os.read(self.fileno, most_bytes)
        except OSError as fault:
            if fault.errno == errno.EIO:
                raise TerminalGone from None
            raise
        if not read:
            raise TerminalGone
        return read

    def _run_input_thread(self) -> None:
        """Read keys; a terminal that is gone is a hang-up, any other fault a crash like any other, told without its message."""
        try:
            self.run_input_thread()
        except TerminalGone:
            ignored = signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
            os.kill(os.getpid(), signal.SIGTERM if ignored else signal.SIGHUP)
        except Exception as fault:
            self._app.call_later(self._app._handle_exception, fault)

    def _sigtstp_application(self, *_: Any) -> None:
        if self._is_shown:
            super()._sigtstp_application()
        else:
            os.kill(os.getpid(), signal.SIGSTOP)

    def _sigcont_application(self, *_: Any) -> None:
        """Go on: the terminal is taken anew, whoever had it meanwhile.

        A terminal that is closed says so too, and right after its hang-up: then there is nothing to take, and nothing to go on with.
        """
        if self._is_over():
            return
        if self._is_shown:
            self.stop_application_mode()
            self.close()
            self._must_signal_resume = True
        super()._sigcont_application()

    def _is_over(self) -> bool:
        """Return whether the application is ending or has ended, or its terminal was closed."""
        if self._app._exit or asyncio._get_running_loop() is None:
            return True
        try:
            termios.tcgetattr(self.fileno)
        except termios.error as fault:
            return fault.args[:1] == (errno.EIO,)
        return False
