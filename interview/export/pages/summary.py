"""One sheet in black and white: safety, the latest treatment, kinds of non-response, the first problems, what comes next, what is open."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from interview.export.envelope import Envelope
from interview.export.page import Block, Entry, Heading, Listing, Notice, Page, Paragraph, Span, spans, strong
from interview.export.pages import chart
from interview.export.pages.head import exported, foot, made_with
from interview.language import _, current, ngettext
from interview.views.locale import listed, moment
from interview.views.report import Report

MOST_PROBLEMS: Final = 6
MOST_TREATMENTS: Final = 8
MOST_OPTIONS: Final = 5
MOST_OPEN: Final = 5


def summary(report: Report, envelope: Envelope) -> Page:
    """Return the sheet. What does not fit is counted, never dropped in silence."""
    header = report.header
    return Page(
        title=_("Summary: {subject}, {visit}").format(subject=header.subject, visit=header.visit),
        language=current(),
        head=(
            (_("When"), f"{moment(header.updated_at)}; {header.phase}"),
            (_("Interviewer"), header.interviewer or _("not named")),
            exported(envelope),
            *made_with(header, envelope),
        ),
        foot=foot(header, envelope),
        is_practice=header.practice,
        blocks=tuple(_blocks(report)),
        one_sheet=True,
    )


def _blocks(report: Report) -> Iterator[Block]:
    safety = report.safety
    yield Notice(
        spans(
            strong(f"{_('Safety')}: {safety.level}."),
            f" {safety.caveat}",
            f" {_('Endorsed')}: {listed(safety.endorsed)}." if safety.endorsed else "",
            f" {_('Refused or unclear')}: {listed(safety.unclear)}." if safety.unclear else "",
            f" {_('What was done')}: {'; '.join(f'{part}: {words}' for part, words in safety.disposition)}." if safety.disposition else "",
            f" {_('Not recorded yet')}: {listed(safety.still_needed)}." if safety.still_needed else "",
        )
    )
    for group in report.findings:
        if group.area in ("response", *chart.DIFFERENTIAL):
            yield Heading(group.title)
            if group.present or not group.absent:
                yield from _few([f"{line.title}: {line.standing}" for line in group.present], MOST_PROBLEMS)
            if group.absent:
                absent = "; ".join(line.title for line in group.absent)
                yield Paragraph((Span(_("Not met by what was told: {absent}.").format(absent=absent), "quiet"),))
            if group.open:
                yield Paragraph((Span(_("Open: {open}.").format(open="; ".join(line.title for line in group.open)), "quiet"),))
    yield Heading(_("First problems"))
    view = report.macro
    if view.rows:
        links = [f"{row.sentence}" for row in view.links]
        yield Listing(tuple(Entry(spans(strong(row.label), f" ({row.area})")) for row in view.rows[:MOST_PROBLEMS]), is_numbered=True)
        yield from _left_out(len(view.rows) - MOST_PROBLEMS)
        yield from _few(links, MOST_PROBLEMS)
    else:
        yield Paragraph(spans(_("No problem was confirmed, so there is no hierarchy.")))
    yield Heading(_("Treatments"))
    yield from _few([each.line for each in report.treatments], MOST_TREATMENTS)
    yield Heading(_("What may be considered"))
    yield from _few([f"{line.title} ({line.standing})" for line in report.plan.lines], MOST_OPTIONS)
    yield Heading(_("What is not known"))
    yield from _few([each.question for each in report.open_questions], MOST_OPEN)


def _few(lines: list[str], most: int) -> Iterator[Block]:
    if lines:
        yield Listing(tuple(Entry(spans(line)) for line in islice(lines, most)))
    else:
        yield Paragraph((Span(_("Nothing yet."), "quiet"),))
    yield from _left_out(len(lines) - most)


def _left_out(count: int) -> Iterator[Block]:
    if count > 0:
        words = ngettext("{n} more stands in the chart.", "{n} more stand in the chart.", count).format(n=count)
        yield Paragraph((Span(words, "quiet"),))
