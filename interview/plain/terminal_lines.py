"""What a terminal still holds of a paste: further lines, and the beginning of one that has no end yet."""

from __future__ import annotations

import os
import select
from typing import Any, Final

TERMINAL_LINE: Final = 4_095
"""Bytes that a terminal passes on in one line; it drops the rest without a word, so that such a line is not trusted."""

PASTE_SECONDS: Final = 0.03
"""How soon after a line the next one of the same paste arrives."""

READ_BYTES: Final = 65_536


def follows(terminal: int, seconds: float) -> bool:
    """Whether another line comes within so many seconds."""
    return bool(select.select([terminal], [], [], seconds)[0])


def without_end(terminal: int) -> bytes:
    """Take what came after the last line's end: left there, it would silently stand before what is typed at the next question."""
    taken = b""
    try:
        import termios
    except ImportError:
        return taken
    before = termios.tcgetattr(terminal)
    at_once: list[Any] = [*before[:3], before[3] & ~termios.ICANON, *before[4:6], list(before[6])]
    at_once[6][termios.VMIN], at_once[6][termios.VTIME] = 0, 0
    try:
        termios.tcsetattr(terminal, termios.TCSANOW, at_once)
        while follows(terminal, 0) and (read := os.read(terminal, READ_BYTES)):
            taken += read
    finally:
        termios.tcsetattr(terminal, termios.TCSANOW, before)
    return taken
