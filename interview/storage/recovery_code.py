"""The recovery code: 128 random bits on paper, with twelve bits that notice a slip of the pen."""

from __future__ import annotations

import hashlib
import secrets
from typing import Final

from interview.language import _
from interview.storage.base32 import from_base32, grouped, to_base32

CODE_BYTES: Final = 16
CHECK_BITS: Final = 12
CODE_SIGNS: Final = 28
"""128 bits of code and 12 of check, five bits a sign."""


class MistypedCode(ValueError):
    """What was typed is not a recovery code: a sign is wrong, missing or too many."""


def new_code() -> bytes:
    """Return a code that was never given before."""
    return secrets.token_bytes(CODE_BYTES)


def _check(code: bytes) -> int:
    return int.from_bytes(hashlib.sha256(b"trd-interview recovery code 1" + code).digest()[:2], "big") >> 16 - CHECK_BITS


def written(code: bytes) -> str:
    """Return the code as it is printed: seven groups of four."""
    number = int.from_bytes(code, "big") << CHECK_BITS | _check(code)
    return grouped(to_base32((number << 4).to_bytes(18, "big"))[:CODE_SIGNS])


def read(text: str) -> bytes:
    """Return the code that was typed, whatever its case, blanks and dashes; raise `MistypedCode` where it does not check."""
    signs = "".join(sign for sign in text[:200] if not sign.isspace() and sign not in "-–—")
    if len(signs) != CODE_SIGNS:
        raise MistypedCode(_("a recovery code has {code_signs} letters and digits").format(code_signs=CODE_SIGNS))
    try:
        number = from_base32(signs)
    except ValueError:
        raise MistypedCode(_("a sign that no recovery code has")) from None
    code = (number >> CHECK_BITS).to_bytes(CODE_BYTES, "big")
    if number & (1 << CHECK_BITS) - 1 != _check(code):
        raise MistypedCode(_("a letter or digit is wrong"))
    return code
