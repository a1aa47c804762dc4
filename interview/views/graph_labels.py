"""Words for a box: cleaned, measured in cells, and wrapped so that a number stays with its unit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

MOST_LINES: Final = 10
"""Lines of a box; words beyond them are shortened there, and said whole elsewhere."""

MORE: Final = "…"
_NUMBER: Final = re.compile(r"[<>≤≥±~(]?\d[\d.,:/×–-]*")
_JOINED: Final = (("\u1160", "\u11ff"), ("\ud7b0", "\ud7ff"), ("\U0001f3fb", "\U0001f3ff"))
"""Parts of a syllable and tones of skin, which join the character before them."""

_UNSEEN: Final = frozenset({"Cc", "Cf", "Me", "Zl", "Zp"})


def cleaned(words: str) -> str:
    """Return words on one line: no control or format characters, no emoji selectors, single blanks."""
    kept = []
    for character in words:
        category = unicodedata.category(character)
        if character.isspace() or category in ("Zl", "Zp"):
            kept.append(" ")
        elif category in ("Cs", "Cn", "Co"):
            kept.append("\N{REPLACEMENT CHARACTER}")
        elif category not in _UNSEEN and not "\ufe00" <= character <= "\ufe0f" and not "\U000e0100" <= character <= "\U000e01ef":
            kept.append(character)
    return " ".join("".join(kept).split())


def cells(text: str) -> int:
    """Return how many cells a text fills in a terminal."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


def _cells_of(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf", "Cc") or any(low <= character <= high for low, high in _JOINED):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def fitted(words: str, lines: int, least: int, most: int) -> tuple[tuple[str, ...], bool]:
    """Return words wrapped into `lines` lines if that can be done, and whether they were shortened.

    Lines are between `least` and `most` cells wide, as narrow as the number of lines allows; where `most` cells are too few
    for that many lines, there are more.
    """
    pieces = _pieces(cleaned(words), most)
    widest = max(map(cells, pieces), default=0)
    narrow, wide = max(widest, min(least, most)), most
    while narrow < wide:
        between = (narrow + wide) // 2
        if len(_wrapped(pieces, between)) <= lines:
            wide = between
        else:
            narrow = between + 1
    wrapped = _wrapped(pieces, narrow)
    if len(wrapped) <= MOST_LINES:
        return tuple(wrapped), False
    kept = wrapped[:MOST_LINES]
    while cells(kept[-1]) + cells(MORE) + 1 > most and " " in kept[-1]:
        kept[-1] = kept[-1].rsplit(" ", 1)[0]
    kept[-1] = f"{kept[-1]} {MORE}" if cells(kept[-1]) + cells(MORE) + 1 <= most else MORE
    return tuple(kept), True


def _pieces(words: str, most: int) -> list[str]:
    """Return what may not be broken: words, and a number with the word after it. What is wider than `most` is broken all the same."""
    pieces: list[str] = []
    is_number = False
    for word in words.split(" "):
        if is_number and cells(pieces[-1]) + 1 + cells(word) <= most:
            pieces[-1] += f" {word}"
        else:
            pieces.append(word)
        is_number = _NUMBER.fullmatch(word) is not None
    return [part for piece in pieces for part in ([piece] if cells(piece) <= most else _broken(piece, most))]


def _broken(piece: str, most: int) -> list[str]:
    parts = [""]
    for character in piece:
        if cells(parts[-1]) + _cells_of(character) > most:
            parts.append("")
        parts[-1] += character
    return parts


def _wrapped(pieces: Sequence[str], width: int) -> list[str]:
    lines: list[str] = []
    room = -1
    for piece in pieces:
        size = cells(piece)
        if lines and size + 1 <= room:
            lines[-1] += f" {piece}"
            room -= size + 1
        else:
            lines.append(piece)
            room = width - size
    return lines
