"""Lines in, lines out: no escape bytes, nothing cut without a word, and a paste that never acts.

At a terminal, lines that arrive together are one paste. ^C is only heard while a line is awaited, never in the middle of saving.
"""

from __future__ import annotations

import os
import select
import signal
import textwrap
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from types import FrameType, TracebackType
from typing import Any, BinaryIO, Final, TextIO

from interview.engine.locking import awake_seconds
from interview.plain.terminal_lines import PASTE_SECONDS, READ_BYTES, TERMINAL_LINE, follows, without_end
from trd_core.text import LONGEST_TEXT, plainly

WIDTH: Final = 78
LONGEST_LINE: Final = 4 * LONGEST_TEXT
"""Bytes of one line: as many as an answer's characters can take."""

LOOK_SECONDS: Final = 15.0
"""How often it is looked whether a line was awaited for too long: the computer may have slept."""

MORE_SECONDS: Final = 0.25
"""How soon once several lines came: a terminal that is busy, or far away, hands over a long paste in pieces."""


@dataclass(frozen=True, slots=True)
class Line:
    """What was typed: a line, or several that came at once."""

    text: str
    lines: int = 1
    too_long: bool = False


class Console:
    """The two ends of the conversation."""

    def __init__(self, source: BinaryIO, out: TextIO) -> None:
        self._source = source
        self._out = out
        self._terminal: int | None = None
        with suppress(OSError, ValueError, AttributeError):
            if source.isatty():
                self._terminal = source.fileno()
        self._waiting = b""
        self._listens = False
        self._interrupted = False
        self._before: Any = None
        self._idle_seconds = 0.0
        self._on_idle: Callable[[], object] = lambda: None

    def when_idle(self, seconds: float, deed: Callable[[], object]) -> None:
        """Do something where a terminal's line is awaited for so long; then the line is awaited anew, unless the deed ends the asking."""
        self._idle_seconds, self._on_idle = seconds, deed

    def __enter__(self) -> Console:
        if threading.current_thread() is threading.main_thread():
            self._before = signal.signal(signal.SIGINT, self._hear)
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)

    def say(self, *paragraphs: str, indent: str = "") -> None:
        """Print paragraphs, wrapped; what hangs over is set in."""
        for paragraph in paragraphs:
            for line in plainly(paragraph).split("\n"):
                inner = indent + line[: len(line) - len(line.lstrip())]
                wrapped = textwrap.wrap(
                    line.strip(),
                    WIDTH,
                    initial_indent=inner,
                    subsequent_indent=inner + "  ",
                    break_long_words=False,
                    break_on_hyphens=False,
                )
                print("\n".join(wrapped), file=self._out)
        self._out.flush()

    @property
    def is_terminal(self) -> bool:
        """Whether lines are typed at a terminal, by somebody who may be asked to go on."""
        return self._terminal is not None

    def say_all(self, lines: Iterable[str]) -> None:
        """Print lines."""
        self.say(*lines)

    def ask(self, prompt: str = "> ") -> Line | None:
        """Return the next line, or None where the input has ended. ^C raises `KeyboardInterrupt`, here and nowhere else."""
        print(plainly(prompt), end="", file=self._out, flush=True)
        self._listens = True
        try:
            if self._interrupted:
                raise KeyboardInterrupt
            if self._terminal is None:
                return self._line()
            self._await(self._terminal, prompt)
            return self._typed(self._terminal)
        finally:
            self._listens = self._interrupted = False

    def _await(self, terminal: int, prompt: str) -> None:
        """Wait for a line, and do what is to be done where none comes."""
        since = awake_seconds()
        while self._idle_seconds > 0 and not self._waiting:
            left = since + self._idle_seconds - awake_seconds()
            if left > 0:
                if select.select([terminal], [], [], min(left, LOOK_SECONDS))[0]:
                    return
                continue
            if self._on_idle() is False:
                raise KeyboardInterrupt
            print(plainly(prompt), end="", file=self._out, flush=True)
            since = awake_seconds()

    def _line(self) -> Line | None:
        raw = self._source.readline(LONGEST_LINE + 1)
        if not raw:
            return None
        too_long = len(raw) > LONGEST_LINE
        while too_long and not raw.endswith(b"\n") and (raw := self._source.readline(LONGEST_LINE)):
            pass
        return Line("" if too_long else _text(raw), 1, too_long)

    def _typed(self, terminal: int) -> Line | None:
        first = self._next(terminal)
        if first is None:
            return None
        lines = [first]
        while True:
            while b"\n" in self._waiting or follows(terminal, PASTE_SECONDS if len(lines) == 1 else MORE_SECONDS):
                following = self._next(terminal)
                if following is None:
                    break
                lines.append(following)
            rest = without_end(terminal)
            self._waiting += rest
            if not rest or (b"\n" not in rest and not follows(terminal, MORE_SECONDS)):
                break
        if self._waiting:
            lines.append(self._waiting)
            self._waiting = b""
            print(file=self._out)  # the terminal still stands behind it
        too_long = any(len(line) >= TERMINAL_LINE for line in lines) or sum(map(len, lines)) > LONGEST_LINE
        return Line("" if too_long else "\n".join(_text(line) for line in lines), len(lines), too_long)

    def _next(self, terminal: int) -> bytes | None:
        while b"\n" not in self._waiting:
            read = os.read(terminal, READ_BYTES)
            if not read:
                line, self._waiting = self._waiting, b""
                return line or None
            self._waiting += read
        line, _, self._waiting = self._waiting.partition(b"\n")
        return line

    def _hear(self, _number: int, _frame: FrameType | None) -> None:
        if self._listens:
            raise KeyboardInterrupt
        self._interrupted = True


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace").removesuffix("\n").removesuffix("\r")
