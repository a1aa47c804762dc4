"""Safety as blocks, first on every clinician's page: what was endorsed, unclear, unanswered, what was done; it never reassures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from interview.export.page import Block, Entry, Heading, Listing, Notice, Paragraph, spans, strong
from interview.export.pages.findings import source
from interview.language import _
from interview.views.locale import listed, moment
from interview.views.report import Report
from interview.views.safety_part import record_title


def safety(report: Report) -> Iterator[Block]:
    """Yield what the record says about safety."""
    part = report.safety
    yield Heading(_("Safety"))
    yield Notice(spans(strong(f"{part.level[:1].upper()}{part.level[1:]}."), f" {part.caveat}"))
    yield from _named(_("Endorsed"), part.endorsed)
    yield from _named(_("Refused or unclear, to be met like a yes"), part.unclear)
    yield from _named(_("Not answered"), part.unanswered)
    for record in part.records:
        yield from _named(record_title(record), [f"{name}: {words}" for name, words in record.parts])
    if not part.records:
        yield from _named(_("What was done"), [f"{name}: {words}" for name, words in part.disposition])
    if part.still_needed:
        yield Paragraph(spans(_("Not recorded yet: {listed}.").format(listed=listed(part.still_needed))))
    for each in part.corrections:
        corrected = _("Corrected {moment} by {by}: {question} is {now}; both versions are in the record. Reason: {reason}")
        yield Paragraph(
            spans(corrected.format(moment=moment(each.at), by=each.by, question=each.question, now=each.now, reason=each.reason))
        )
    if report.risk_words_open:
        yield Paragraph(spans(_("Words of risk not settled yet in: {listed}.").format(listed=listed(report.risk_words_open))))
    if part.finding is not None:
        yield Paragraph(source(part.finding))


def _named(name: str, lines: Sequence[str]) -> Iterator[Block]:
    if lines:
        yield Paragraph(spans(f"{name}:"))
        yield Listing(tuple(Entry(spans(line)) for line in lines))
