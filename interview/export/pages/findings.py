"""Findings as blocks: each with how it stands, what it rests on, its rule and source; what is open and what was not met stay apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from interview.export.page import Block, Entry, Heading, Listing, Paragraph, Span, spans, strong
from interview.language import _
from interview.views.finding_lines import FindingGroup, FindingLine, SourceLine
from interview.views.plan_lines import Deep


def group(found: FindingGroup, title: str | None = None) -> Iterator[Block]:
    """Yield one area's findings in three heaps."""
    yield Heading(title or found.title)
    if found.present:
        yield Listing(tuple(_finding(line) for line in found.present))
    if found.absent:
        yield Paragraph(spans(_("Asked about, and not met by what was told:")))
        yield Listing(
            tuple(
                Entry(spans(f"{line.title}: {line.standing}", Span(f" ({line.status_words}; {line.citation})", "quiet")))
                for line in found.absent
            )
        )
    if found.open:
        yield Paragraph(spans(_("Open: {open}.").format(open="; ".join(line.title for line in found.open))))


def _finding(line: FindingLine) -> Entry:
    remarks = f" ({'; '.join(line.remarks)})" if line.remarks else ""
    rests = (Entry(spans(_("rests on {reasons}").format(reasons="; ".join(line.reasons)))),) if line.reasons else ()
    return Entry(spans(strong(f"{line.title}: {line.standing}"), remarks), (*rests, Entry(source(line))))


def source(line: FindingLine) -> tuple[Span, ...]:
    """Return the rule, how sure it is, and where it comes from."""
    return (
        Span(_("Rule") + " ", "quiet"),
        Span(line.rule, "code"),
        Span(f", {line.status_words}: {line.citation}", "quiet"),
    )


def deep(lines: Sequence[Deep]) -> Iterator[Block]:
    """Yield lines that have a depth: paragraphs, and lists under them."""
    entries: list[tuple[str, list[Entry]]] = []
    for depth, words in lines:
        if depth == 0:
            yield from _listed(entries)
            entries = []
            yield Paragraph(spans(words))
        elif depth == 1 or not entries:
            entries.append((words, []))
        else:
            entries[-1][1].append(Entry(spans(words)))
    yield from _listed(entries)


def _listed(entries: Sequence[tuple[str, list[Entry]]]) -> Iterator[Block]:
    if entries:
        yield Listing(tuple(Entry(spans(words), tuple(below)) for words, below in entries))


def sources(lines: Sequence[SourceLine]) -> Iterator[Block]:
    """Yield the sources of the rules that took part, each rule with how sure it is."""
    yield Heading(_("Sources of the rules"))
    entries = []
    for line in lines:
        by_status: dict[str, list[str]] = {}
        for rule, status in line.rules:
            by_status.setdefault(status, []).append(rule)
        below = tuple(Entry((Span(f"{status}: "), *_codes(rules))) for status, rules in by_status.items())
        entries.append(Entry(spans(line.citation), below))
    yield Listing(tuple(entries))


def _codes(rules: Sequence[str]) -> Iterator[Span]:
    for place, rule in enumerate(rules):
        if place:
            yield Span(", ")
        yield Span(rule, "code")
