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

_BLANKS = re.compile(r"[^\S\n]+")
_AROUND_BREAKS = re.compile(r" ?\n ?")
_KEPT_CONTROLS = {"\n", "\t", "\r"}


def clean(text: str) -> str:
    """Return the text without control characters, with single blanks, composed (NFC).

    Line breaks stay. Lone surrogates become U+FFFD, so that what was there is visible and can be written as UTF-8.
    """
    kept = []
    for character in text.replace("\r\n", "\n").replace("\r", "\n"):
        category = unicodedata.category(character)
        if category == "Cs":
            kept.append("\N{REPLACEMENT CHARACTER}")
        elif category != "Cc" or character in _KEPT_CONTROLS:
            kept.append(character)
    composed = unicodedata.normalize("NFC", "".join(kept))
    return _AROUND_BREAKS.sub("\n", _BLANKS.sub(" ", composed)).strip()


CleanText = Annotated[str, AfterValidator(clean), StringConstraints(max_length=LONGEST_TEXT)]
"""Free text: data, never markup, escape, formula, path or log line."""

Pseudonym = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._-]{1,40}$")]
"""A subject's pseudonym; never a name."""
