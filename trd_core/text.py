"""The one cleaning of free text, and the string types that every model uses.

What it does: control characters go (they could drive a terminal), blanks are settled, Unicode is composed (NFC).
What it will not do: change a spelling, a case or a line break; shorten without saying so.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Final

from pydantic import AfterValidator, StringConstraints

LONGEST_TEXT: Final = 32_768
"""Characters that one answer may hold."""

DIRECTION_MARKS: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that could make a text look like another one."""

_BLANKS = re.compile(r"[^\S\n]+")
_AROUND_BREAKS = re.compile(r" ?\n ?")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""Every control character of Unicode (its category Cc) but tab and line breaks."""
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """Return the text without control characters, with single blanks, composed (NFC).

    Line breaks stay. Lone surrogates become U+FFFD, so that what was there is visible and can be written as UTF-8.
    """
    if text.isprintable() and unicodedata.is_normalized("NFC", text):  # nothing to take out, to break or to compose
        return " ".join(text.split())
    kept = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    composed = unicodedata.normalize("NFC", _LONE_SURROGATES.sub("\N{REPLACEMENT CHARACTER}", kept))
    return _AROUND_BREAKS.sub("\n", _BLANKS.sub(" ", composed)).strip()


def plainly(text: str) -> str:
    """Return a text as a terminal may get it: without control characters and direction marks, line breaks kept.

    Nothing in it can drive the terminal or turn a line round; the record keeps what was there.
    """
    return "".join(
        sign for sign in text if sign == "\n" or (unicodedata.category(sign) not in ("Cc", "Cs") and sign not in DIRECTION_MARKS)
    )


CleanText = Annotated[str, AfterValidator(clean), StringConstraints(max_length=LONGEST_TEXT)]
"""Free text: data, never markup, escape, formula, path or log line."""

Pseudonym = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._-]{1,40}$")]
"""A subject's pseudonym; never a name."""
