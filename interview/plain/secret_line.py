"""A secret that is typed at the terminal: one line, unseen. Several that were pasted at once are no secret, and that is said.

The standard library's own prompt takes the first line of a paste and lets go of the others without a word, so that half of what was
meant would become the passphrase.
"""

from __future__ import annotations

import os
import sys
from typing import Any, Final

from interview.language import _
from interview.plain.terminal_lines import PASTE_SECONDS, READ_BYTES, TERMINAL_LINE, follows, without_end

SEVERAL: Final = _("Several lines came at once, and a passphrase is one line. Nothing of it was taken; type it again.")
TOO_LONG: Final = _("That is longer than one line can hold. Nothing of it was taken; type it again.")


def ask_secret(prompt: str) -> str:
    """Ask at the terminal until one line came, and return it. Raises `EOFError` where the input ended; without a terminal, as usual."""
    try:
        import termios

        terminal = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
    except (ImportError, OSError):
        import getpass

        return getpass.getpass(prompt)
    try:
        before = termios.tcgetattr(terminal)
        unseen: list[Any] = list(before)
        unseen[3] &= ~termios.ECHO
        while True:
            termios.tcsetattr(terminal, termios.TCSAFLUSH, unseen)
            try:
                _write(terminal, prompt)
                line, is_one = _line(terminal)
            finally:
                termios.tcsetattr(terminal, termios.TCSAFLUSH, before)
                _write(terminal, "\n")
            if is_one and len(line) < TERMINAL_LINE:
                return line.removesuffix(b"\n").decode(sys.stdin.encoding or "utf-8", "surrogateescape")
            _write(terminal, f"{TOO_LONG if is_one else SEVERAL}\n")
    finally:
        os.close(terminal)


def _line(terminal: int) -> tuple[bytes, bool]:
    """Return the first line, and whether nothing came with it. Raises `EOFError`."""
    line = os.read(terminal, READ_BYTES)
    if not line:
        raise EOFError
    is_one = b"\n" not in line[:-1]
    while (follows(terminal, PASTE_SECONDS) and os.read(terminal, READ_BYTES)) or without_end(terminal):
        is_one = False
    return line, is_one


def _write(terminal: int, words: str) -> None:
    os.write(terminal, words.encode("utf-8", "replace"))
