"""Free text in Markdown: never a heading, a list, a link, an image, a tag, an entity, emphasis or a table cell's edge."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

ALWAYS: Final = frozenset("\\`*_{}[]<>#|~$&@^")
"""Characters with a meaning anywhere in a line."""

_AT_LINE_START = re.compile(r"^(\s*)([-+=:])")
_NUMBERED = re.compile(r"^(\s*\d{1,9})([.)])")
_ADDRESS = re.compile(r"(?i)(:)(?=//)|(?<=\bwww)(\.)")
_IMAGE = re.compile(r"!(?=\\\[)")
TURNING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
"""Marks that turn the direction of what follows: shown by name, so that they cannot reorder the page."""


def escape_line(text: str) -> str:
    """Return one line of text with every character that Markdown could read as markup escaped."""
    shown = "".join(_character(each) for each in text)
    shown = _IMAGE.sub(r"\\!", shown)
    shown = _ADDRESS.sub(lambda found: "\\" + found.group(0), shown)
    shown = _AT_LINE_START.sub(r"\1\\\2", shown)
    return _NUMBERED.sub(r"\1\\\2", shown)


def escape(text: str) -> str:
    """Return a text as one line: its line breaks become a visible sign."""
    return " ⏎ ".join(escape_line(line.strip()) for line in text.split("\n"))


def _character(each: str) -> str:
    if each in ALWAYS:
        return f"\\{each}"
    if each in TURNING:
        return f"⟨{unicodedata.name(each).lower()}⟩"
    return each
