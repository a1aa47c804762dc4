"""The only way from free text to a widget: plain `Content`, in which nothing is markup, a link or an escape."""

from __future__ import annotations

import unicodedata
from typing import Final

from textual.content import Content

_DIRECTION_OVERRIDES: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that could make a text look like another one; the log keeps them, the screen leaves them out."""

_LINE_BREAKS: Final = frozenset("\u2028\u2029")


def shown(text: str) -> str:
    """Return the text as a terminal may show it: no control characters, no direction overrides; line breaks stay."""
    kept = []
    for character in text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    "):
        if character == "\n" or character in _LINE_BREAKS:
            kept.append("\n")
        elif unicodedata.category(character) == "Cs":
            kept.append("\N{REPLACEMENT CHARACTER}")
        elif unicodedata.category(character) != "Cc" and character not in _DIRECTION_OVERRIDES:
            kept.append(character)
    return "".join(kept)


def indented(text: str, by: int, *, after: str = "") -> str:
    """Return the text with each line set in by blanks that wrapping keeps; `after` stands before the first line."""
    blanks = "\N{NO-BREAK SPACE}" * by
    first, *others = text.split("\n")
    hanging = blanks + "\N{NO-BREAK SPACE}" * len(after)
    return "\n".join([f"{blanks}{after}{first}", *(f"{hanging}{line}" for line in others)])


def as_content(text: object, style: str = "") -> Content:
    """Return free text as content in one style (a name of ours, never from data); brackets are shown as brackets."""
    words = shown(str(text))
    return Content.styled(words, style) if style else Content(words)
