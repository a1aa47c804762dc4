"""Lines in, lines out: no escape bytes, nothing cut without a word, and a paste that never acts.

At a terminal, lines that arrive together are one paste. ^C is only heard while a line is awaited, never in the middle of saving.
"""

from __future__ import annotations

import os
import select
import signal
import textwrap
import threading
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from types import FrameType, TracebackType
from typing import Any, BinaryIO, Final, TextIO

from trd_core.text import LONGEST_TEXT

WIDTH: Final = 78
LONGEST_LINE: Final = 4 * LONGEST_TEXT
"""Bytes of one line: as many as an answer's characters can take."""

TERMINAL_LINE: Final = 4_095
"""Bytes that a terminal passes on in one line; it drops the rest without a word, so that such a line is not trusted."""

PASTE_SECONDS: Final = 0.03
"""How soon after a line the next one of the same paste arrives."""


@dataclass(frozen=True, slots=True)
class Line:
    """What was typed: a line, or several that came at once."""

    text: str
    lines: int = 1
    too_long: bool = False


def plainly(text: str) -> str:
    """Return a text without control characters, line breaks kept: nothing in it can drive a terminal."""
    return "".join(sign for sign in text if sign == "\n" or unicodedata.category(sign) not in ("Cc", "Cs"))


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
            return self._line() if self._terminal is None else self._typed(self._terminal)
        finally:
            self._listens = self._interrupted = False

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
        while self._waiting or select.select([terminal], [], [], PASTE_SECONDS)[0]:
            following = self._next(terminal)
            if following is None:
                break
            lines.append(following)
        too_long = any(len(line) >= TERMINAL_LINE for line in lines) or sum(map(len, lines)) > LONGEST_LINE
        return Line("" if too_long else "\n".join(_text(line) for line in lines), len(lines), too_long)

    def _next(self, terminal: int) -> bytes | None:
        while b"\n" not in self._waiting:
            read = os.read(terminal, 65_536)
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
