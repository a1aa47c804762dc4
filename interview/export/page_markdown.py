"""A page as Markdown (CommonMark): every text escaped, so that nothing a person said becomes markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from interview.export.escaping import escape
from interview.export.page import (
    Block,
    CellPicture,
    Entry,
    GraphPicture,
    Heading,
    Listing,
    Notice,
    Page,
    Paragraph,
    Spans,
    Table,
    WritingLines,
)

LINE: Final = "\\_" * 40
"""A line to write on."""


def to_markdown(page: Page) -> bytes:
    """Return a page as UTF-8, ending in one line break."""
    lines = [*_head(page), *(line for block in page.blocks for line in (*_block(block), ""))]
    return ("\n".join(lines).rstrip() + "\n").encode("utf-8")


def _head(page: Page) -> Iterator[str]:
    for mark in page.marks:
        yield from (f"**{escape(mark)}**", "")
    yield from (f"# {escape(page.title)}", "")
    yield from (f"- {escape(name)}: {escape(words)}" for name, words in page.head)
    yield ""


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text, level=level):
            yield f"{'#' * level} {escape(text)}"
        case Paragraph(spans=runs):
            yield _runs(runs)
        case Notice(spans=runs):
            yield f"> {_runs(runs)}"
        case Listing(entries=entries, is_numbered=is_numbered):
            yield from _entries(entries, "", is_numbered)
        case Table(headers=headers, rows=rows):
            yield from (_row(headers), _row("---" for __ in headers), *(_row(escape(cell) for cell in row) for row in rows))
        case GraphPicture(words=words) | CellPicture(words=words):
            yield from (f"- {escape(each)}" for each in words)
        case WritingLines(count=count):
            yield from (each for __ in range(count) for each in (LINE, ""))


def _entries(entries: Iterable[Entry], before: str, is_numbered: bool = False) -> Iterator[str]:
    for number, entry in enumerate(entries, 1):
        sign = f"{number}." if is_numbered else "-"
        yield f"{before}{sign} {_runs(entry.spans)}"
        yield from _entries(entry.below, before + " " * (len(sign) + 1))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _runs(runs: Spans) -> str:
    said = []
    for place, run in enumerate(runs):
        text = escape(run.text) if run.text.strip() else run.text
        lead, tail = run.text[: len(run.text) - len(run.text.lstrip())], run.text[len(run.text.rstrip()) :]
        if place == 0:
            lead = ""
        match run.weight:
            case "strong" if text.strip():
                said.append(f"{lead}**{text.strip()}**{tail}")
            case "code" if text.strip():
                said.append(f"{lead}`{run.text.strip().replace('`', '')}`{tail}")
            case _:
                said.append(f"{lead}{text.strip()}{tail}" if text.strip() else text)
    return "".join(said)
