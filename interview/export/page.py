"""`Page`: what an export shows, as headings, paragraphs, lists, tables and pictures; every format draws the same page.

All text here is data. A format escapes whatever it is given, and adds nothing to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from interview.language import _
from interview.views.graph_model import GraphLayout
from interview.views.picture_cells import Line

Weight = Literal["plain", "strong", "quiet", "code"]

UNSEALED: Final = _("NOT SEALED: the record is damaged; entries may be missing or altered")
"""The mark of an export of a record whose chain is broken."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text of one weight."""

    text: str
    weight: Weight = "plain"


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of what follows, from level 2; level 1 is the page's own title."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One or more sentences."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Notice:
    """Sentences that nobody may overlook: in a frame."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list, with the lines below it."""

    spans: Spans
    below: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """Lines with bullets, or numbered from 1."""

    entries: tuple[Entry, ...]
    is_numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headers; every row has as many cells as there are headers."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class GraphPicture:
    """The problem graph, drawn by a format that can draw; `words` say the same, and stand alone where it cannot."""

    layout: GraphLayout
    title: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CellPicture:
    """A picture made of characters (the life chart, the profile of well-being); set in type of one width."""

    lines: tuple[Line, ...]
    title: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WritingLines:
    """Empty lines to write on, of a printed form."""

    count: int = 1


@dataclass(frozen=True, slots=True)
class NewSheet:
    """What follows begins on a sheet of its own, where there are sheets."""


Block = Heading | Paragraph | Notice | Listing | Table | GraphPicture | CellPicture | WritingLines | NewSheet


@dataclass(frozen=True, slots=True)
class Page:
    """A whole document."""

    title: str
    language: str
    head: tuple[tuple[str, str], ...]
    """Whose, which visit, who, when, which software and questionnaire, seal: name and words, in the order of reading."""
    foot: str
    """What stands at the foot of every sheet, before its number: subject, visit and seal."""
    is_practice: bool
    blocks: tuple[Block, ...]
    one_sheet: bool = False
    """Whether it is meant to fit on one sheet, in black and white."""
    is_unsealed: bool = False
    """Whether the record's chain is broken."""

    @property
    def marks(self) -> tuple[str, ...]:
        """What must stand on every sheet, so that nobody takes it for something else."""
        practice = (_("PRACTICE: not a real person"),) if self.is_practice else ()
        return (*practice, UNSEALED) if self.is_unsealed else practice


def spans(*parts: str | Span) -> Spans:
    """Return runs of text; a plain string is plain."""
    return tuple(part if isinstance(part, Span) else Span(part) for part in parts if part != "")


def strong(text: str) -> Span:
    """Return a run that stands out."""
    return Span(text, "strong")


def text_of(page: Page) -> Iterator[str]:
    """Yield everything that a page says, line by line without marks: what any format's own text must be equal to."""
    yield from page.marks
    yield page.title
    for name, words in page.head:
        yield f"{name}: {words}"
    for block in page.blocks:
        yield from _text(block)


def _text(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text):
            yield text
        case Paragraph(spans=runs) | Notice(spans=runs):
            yield joined(runs)
        case Listing(entries=entries):
            yield from _entries(entries)
        case Table(headers=headers, rows=rows):
            yield from headers
            for row in rows:
                yield from row
        case GraphPicture(title=title, words=words) | CellPicture(title=title, words=words):
            yield title
            yield from words


def _entries(entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        yield joined(entry.spans)
        yield from _entries(entry.below)


def joined(runs: Spans) -> str:
    """Return runs as one text."""
    return "".join(run.text for run in runs)
