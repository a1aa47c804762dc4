"""Pictures in characters: lines of spans, each span with its role. What a role looks like is the face's affair.

Every sign has a letter beside it in the second set, for terminals that have letters only. Nothing here knows a toolkit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from interview.language import _
from interview.views.graph_labels import cells, cleaned
from interview.views.locale import MONTHS

Role = Literal["words", "heading", "quiet", "axis", "grid", "sure", "unsure", "mark", "open", "here", "kept", "differs"]
"""`open` is not known, `here` is this visit, `kept`, `differs`: of two visits. A role only repeats what a sign or a word says."""

NARROWEST: Final = 56
"""Columns below which no picture is drawn, and the table stands alone: what a terminal of 60 leaves beside margins and a scroll bar."""
NO_ROOM: Final = _("There is room here for the table alone; the picture needs about 60 columns.")

_MONTHS: Final = "|".join(re.escape(month) for month in MONTHS)
_WORDS: Final = "|".join(re.escape(word) for word in _("mg week weeks day days month months year years session sessions of").split())
_UNITS: Final = re.compile(rf"(?<=\d) (?=(?:%|(?:{_WORDS})\b|(?:{_MONTHS})\b))")
_OF_A_YEAR: Final = re.compile(rf"\b({_MONTHS}) (?=\d{{4}}\b)")
GLUE: Final = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Signs:
    """One set of signs, each one cell wide."""

    sure: str
    unsure: str
    mark: str
    mark_open: str
    mark_from: str
    mark_between: str
    mark_to: str
    goes_on: str
    unknown: str
    grid: str
    scale_break: str
    here: str
    to_left: str
    to_right: str
    balance: str
    track: str
    started: str
    stopped: str
    increased: str
    reduced: str
    up: str
    down: str
    new: str
    gone: str
    same: str
    changed: str
    bullet: str
    arrow: str


UNICODE: Final = Signs(
    sure="━", unsure="░", mark="◆", mark_open="◇", mark_from="‹", mark_between="─", mark_to="›", goes_on="▶", unknown="?", grid="┊",
    scale_break="╱", here="▼", to_left="◀", to_right="▶", balance="◆", track="·", started="▲", stopped="■", increased="↑", reduced="↓",
    up="▲", down="▼", new="+", gone="−", same="=", changed="≠", bullet="·", arrow="→",
)  # fmt: skip
LETTERS: Final = Signs(
    sure="=", unsure=":", mark="*", mark_open="o", mark_from="<", mark_between="-", mark_to=">", goes_on=">", unknown="?", grid="'",
    scale_break="/", here="V", to_left="<", to_right=">", balance="*", track=".", started="S", stopped="X", increased="+", reduced="-",
    up="^", down="v", new="+", gone="-", same="=", changed="#", bullet="-", arrow="->",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of one role."""

    text: str
    role: Role = "words"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a picture or of the table beside it; never wider than what was asked for."""

    spans: tuple[Span, ...] = ()
    of: str | None = None
    """Id of what is drawn or listed here; None on the lines that go on with it, and on words."""
    is_heading: bool = False

    @property
    def text(self) -> str:
        """The characters alone."""
        return "".join(span.text for span in self.spans)

    @property
    def width(self) -> int:
        """Cells that it takes."""
        return width_of(self.text)


BLANK: Final = Line()


def one_line(text: str) -> str:
    """Return text as it may stand in a picture: on one line, without signs that take no room or turn the reading round."""
    return " ".join(text.split()) if text.isascii() and text.isprintable() else cleaned(text)


def width_of(text: str) -> int:
    """Return how many cells a text takes in a terminal."""
    if text.isascii():
        return len(text)
    bare = text.replace(GLUE, " ")
    return len(bare) if bare.isascii() else cells(bare)


def pieces(text: str) -> list[str]:
    """Return the words of a text; a number with its unit, and a date, is one word, held together by kept blanks."""
    return _OF_A_YEAR.sub(rf"\1{GLUE}", _UNITS.sub(GLUE, one_line(text))).split(" ")


def wrapped(text: str, width: int) -> tuple[str, ...]:
    """Return a text in lines of at most so many cells, broken between words; a number stays with its unit, a date in one piece.

    A word longer than a line is broken, for nothing is left out.
    """
    lines: list[str] = []
    line, filled = "", 0
    for word in pieces(text):
        rest, needed = word, width_of(word)
        if line and filled + 1 + needed <= width:
            line, filled = f"{line} {rest}", filled + 1 + needed
            continue
        if line:
            lines.append(line)
        while needed > width:
            head = _head(rest, width)
            lines.append(head)
            rest = rest[len(head) :].lstrip(GLUE)
            needed = width_of(rest)
        line, filled = rest, needed
    return tuple(each.replace(GLUE, " ") for each in (*lines, line))


def _head(word: str, width: int) -> str:
    """The longest beginning of a word that fits, up to a kept blank where there is one; one character at least."""
    taken, fits = 0, len(word)
    for place, character in enumerate(word):
        taken += cells(character)
        if taken > width:
            fits = max(1, place)
            break
    kept_together = word.rfind(GLUE, 1, fits + 1)
    return word[: kept_together if kept_together > 0 else fits]


def padded(text: str, width: int) -> str:
    """Return a text filled with blanks to so many cells."""
    return text + " " * max(0, width - width_of(text))


def words(text: str, width: int, role: Role = "words", *, indent: int = 0, of: str | None = None, first: str = "") -> tuple[Line, ...]:
    """Return a text as lines set in by so many blanks; `first` stands before the first of them."""
    hang = indent + width_of(first)
    if hang >= width:
        hang, indent, first = 0, 0, ""
    made = wrapped(text, width - hang)
    return tuple(
        Line((Span(f"{' ' * indent}{first if not place else ' ' * (hang - indent)}{each}", role),), of=None if place else of)
        for place, each in enumerate(made)
    )


def heading(text: str, width: int) -> tuple[Line, ...]:
    """Return a heading with a blank line before it."""
    made = words(text, width, "heading")
    return (BLANK, Line(made[0].spans, is_heading=True), *made[1:])


def spans_of(drawn: Iterable[tuple[str, Role]]) -> tuple[Span, ...]:
    """Return cells as spans, neighbours of one role in one."""
    found: list[Span] = []
    for sign, role in drawn:
        if found and found[-1].role == role:
            found[-1] = Span(found[-1].text + sign, role)
        else:
            found.append(Span(sign, role))
    return tuple(found)


def settled(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Return lines with no two blank ones after each other, and none at the end."""
    kept: list[Line] = []
    for line in lines:
        if line.spans or (kept and kept[-1].spans):
            kept.append(line)
    return tuple(kept[:-1] if kept and not kept[-1].spans else kept)
