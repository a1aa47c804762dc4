"""What a process wrote to its terminal, taken apart: which sequences, and what of it a text could have brought along."""

from __future__ import annotations

import re
from typing import Final

SEQUENCE: Final = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI
    r"|\x1b[\]PX^_][^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"  # OSC, DCS, SOS, PM, APC
    r"|\x1b[ -/]*[0-~]"  # the rest
    r"|\x1b"
)

OWN: Final = re.compile(
    r"\x1b\[[0-9;:]*m"  # colours and weights
    r"|\x1b\[[0-9;]*H"  # the cursor's place
    r"|\x1b\[\?(?:25|7|1000|1002|1003|1004|1006|1015|1016|1049|2004|2026|2031|2048)(?:;[0-9]+)*[hl]"  # modes that are switched
    r"|\x1b\[\?(?:2026|2048|2031)\$p"  # modes that are asked for
    r"|\x1b\[>[0-9]*u|\x1b\[<[0-9]*u|\x1b\[=[0-9;]*u"  # keys told apart
    r"|\x1b\[[0-2]?[JK]"  # wiping
    r"|\x1b\[[0-9]*[ABCD]"  # the cursor one way
    r"|\x1b\[(?:14|16|18)t"  # sizes that are asked for
    r"|\x1b\]22;[a-z-]*\x07"  # the pointer's shape
    r"|\x1b\[c|\x1b\[6n"
)
"""The sequences that the toolkit and the program send: all others come out of a text."""

SOUND: Final = frozenset("\n\r\t\b")
TURNING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def foreign(written: bytes) -> list[str]:
    """Return what is not the program's own: other sequences, control characters, bytes that are no text, turned lines."""
    text = written.decode("utf-8", errors="surrogateescape")
    found = [each[0] for each in SEQUENCE.finditer(text) if not OWN.fullmatch(each[0])]
    for character in SEQUENCE.sub("", text):
        code = ord(character)
        if (code < 32 and character not in SOUND) or 127 <= code < 160 or character in TURNING or 0xDC80 <= code <= 0xDCFF:
            found.append(character)
    return [ascii(each)[:60] for each in dict.fromkeys(found)]


def kinds(written: bytes) -> set[str]:
    """Return the kinds of sequences there are: what stands between the numbers."""
    text = written.decode("utf-8", errors="replace")
    return {re.sub(r"[0-9;:]+", "", each[0]) for each in SEQUENCE.finditer(text)}
