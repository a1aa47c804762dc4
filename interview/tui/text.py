"""The only way from free text to a widget: plain `Content`, in which nothing is markup, a link or an escape."""

from __future__ import annotations

from typing import Final

from textual.content import Content

_DIRECTION_OVERRIDES: Final = str.maketrans("", "", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that could make a text look like another one; the log keeps them, the screen leaves them out."""

_WRITTEN: Final[dict[int, str | None]] = {
    **dict.fromkeys((*range(32), *range(127, 160))),
    **dict.fromkeys((ord("\n"), 0x2028, 0x2029), "\n"),
    **dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}"),
    ord("\t"): "    ",
}
"""What stands for a character: nothing for controls, a line break for every kind of it, a sign for half a character."""


def shown(text: str) -> str:
    """Return the text as a terminal may show it: no control characters, no direction overrides; line breaks stay."""
    return written(text).translate(_DIRECTION_OVERRIDES)


def written(text: str) -> str:
    """Return the text as it is kept: no control characters; direction overrides and line breaks stay."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_WRITTEN)


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
