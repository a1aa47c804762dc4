"""Bits as letters that a person can read aloud and copy: digits and capitals without I, L, O and U."""

from __future__ import annotations

from typing import Final

from interview.language import _

_SIGNS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS: Final = str.maketrans({"O": "0", "I": "1", "L": "1"})


def to_base32(content: bytes) -> str:
    """Return the bytes, five bits a sign, filled with zero bits at the end."""
    bits = len(content) * 8
    filled = -bits % 5
    number = int.from_bytes(content, "big") << filled
    return "".join(_SIGNS[(number >> shift) & 31] for shift in range(bits + filled - 5, -1, -5))


def from_base32(text: str) -> int:
    """Return the number that the signs stand for, with 0 for O and 1 for I and L; `ValueError` for another sign."""
    if not text.isascii():
        raise ValueError(_("a sign that no code has"))
    number = 0
    for sign in text.upper().translate(_READ_AS):
        place = _SIGNS.find(sign)
        if place < 0:
            raise ValueError(_("a sign that no code has"))
        number = number << 5 | place
    return number


def grouped(text: str) -> str:
    """Return the signs in groups of four."""
    return "-".join(text[start : start + 4] for start in range(0, len(text), 4))
