"""The chart, for the clinician's own record: all that it holds. Differential, hierarchy and plan come first, staging last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from interview.export.envelope import Envelope
from interview.export.page import Block, Entry, Heading, Listing, Page, Paragraph, spans, strong
from interview.export.pages import conversation, findings, formulation, maps
from interview.export.pages.head import foot, head
from interview.export.pages.safety import safety
from interview.export.selection import Selection
from interview.language import _, current, ngettext
from interview.views.attached_words import TITLE as ATTACHED
from interview.views.attached_words import attached_deep
from interview.views.beyond_depth import TITLE as NOT_ASKED
from interview.views.depth_part import TITLE as BEHIND
from interview.views.plan_lines import plan_lines
from interview.views.report import Report
from interview.views.side_by_side import TITLE as BESIDE

DIFFERENTIAL: Final = ("resistance_types", "refractoriness")
"""Areas of the differential: what kind of non-response it is; they stand before the formulation."""

STAGING: Final = ("common_definition", "staging")
"""Areas that stand last: numbers that leave most of it out."""


def chart(report: Report, envelope: Envelope, chosen: Selection, drawn: maps.Maps, pictures: Iterable[Block] = ()) -> Page:
    """Return the page of a report; `pictures` are those of the life chart and of well-being."""
    return Page(
        title=title(report),
        language=current(),
        head=head(report.header, envelope, report.signatures),
        foot=foot(report.header, envelope),
        is_practice=report.header.practice,
        blocks=tuple(_blocks(report, chosen, drawn, pictures)),
    )


def title(report: Report) -> str:
    """Return the title of a clinician's page."""
    return _("Interview {subject}, {visit}").format(subject=report.header.subject, visit=report.header.visit)


def _blocks(report: Report, chosen: Selection, drawn: maps.Maps, pictures: Iterable[Block]) -> Iterator[Block]:
    yield from what_it_is(report)
    yield from safety(report)
    yield from differential(report)
    yield from formulated(report, drawn)
    yield from planned(report)
    yield from treatments(report)
    yield from beside(report)
    yield from attached(report, chosen)
    yield from pictures
    for group in report.findings:
        if group.area not in (*DIFFERENTIAL, *STAGING):
            yield from findings.group(group, _("Safety, sign by sign") if group.area == "safety" else None)
    yield from unknown(report)
    yield from conversation.judgements(report)
    yield from conversation.transcript(report, chosen)
    yield from conversation.notes(report)
    yield from staging(report)
    yield from findings.sources(report.sources)


def what_it_is(report: Report) -> Iterator[Block]:
    """Yield what a clinician's page is, and is not."""
    yield Heading(_("What this is, and is not"))
    for sentence in report.what_it_is:
        yield Paragraph(spans(sentence))


def beside(report: Report) -> Iterator[Block]:
    """Yield what somebody close says beside the person; it is confidential from the person, so that only the chart holds it."""
    if report.informant:
        yield Heading(BESIDE)
        yield from findings.deep(report.informant)


def attached(report: Report, chosen: Selection) -> Iterator[Block]:
    """Yield the instruments from elsewhere: their totals computed anew, what was stated otherwise, and every item."""
    if report.attached:
        yield Heading(ATTACHED)
        yield from findings.deep(attached_deep(report.attached, verbatim=chosen.verbatim))


def differential(report: Report) -> Iterator[Block]:
    """Yield what kind of non-response it is."""
    for group in report.findings:
        if group.area in DIFFERENTIAL:
            yield from findings.group(group)


def formulated(report: Report, drawn: maps.Maps) -> Iterator[Block]:
    """Yield the formulation with its maps, and what stands behind it where that was worked out."""
    view = report.macro
    yield formulation_heading()
    yield from formulation.hierarchy(view)
    yield from maps.clinicians(drawn)
    yield from formulation.links(view)
    yield from formulation.persons_map(view)
    yield from maps.persons(drawn)
    yield from formulation.proposed(view)
    if report.depth:
        yield Heading(BEHIND)
        yield from findings.deep(report.depth)


def formulation_heading() -> Heading:
    """Return the heading of the formulation."""
    return Heading(_("Formulation"))


def planned(report: Report) -> Iterator[Block]:
    """Yield what may be considered."""
    lines = tuple(plan_lines(report.plan))
    if lines:
        yield Heading(_("What may be considered"))
        yield from findings.deep(lines)


def treatments(report: Report) -> Iterator[Block]:
    """Yield every treatment in one line, with what stood in its way."""
    yield Heading(_("Treatments"))
    yield Paragraph(spans(f"{report.treatments_told[:1].upper()}{report.treatments_told[1:]}."))
    entries = []
    for each in report.treatments:
        latest = f" {_('(the latest)')}" if each.is_latest else ""
        when = f"; {each.when}" if each.when else ""
        below = tuple(Entry(spans(_("in the way: {factor}").format(factor=factor))) for factor in each.impediments)
        entries.append(Entry(spans(strong(each.name), f"{latest}, {each.kind}: {each.line.removeprefix(f'{each.name}: ')}{when}"), below))
    if entries:
        yield Listing(tuple(entries))


def unknown(report: Report) -> Iterator[Block]:
    """Yield what is not known, and the questions that would settle it."""
    yield Heading(_("What is not known"))
    yield from _named(_("Facts that cannot all be true: ask again"), report.inconsistent)
    yield from _named(_("Marked to return to"), report.flagged)
    count = sum(len(group.open) for group in report.findings)
    left = ngettext(
        "{n} finding left open by what was not asked, declined or not known.",
        "{n} findings left open by what was not asked, declined or not known.",
        count,
    )
    yield Paragraph(spans(left.format(n=count)))
    questions = [f"{each.question}: {'; '.join(each.settles)}" for each in report.open_questions]
    yield from _named(_("Questions that would help to settle them, the most settling first"), questions)
    if report.not_asked:
        yield Paragraph(spans(f"{NOT_ASKED}:"))
        yield from findings.deep(report.not_asked)
    if report.set_aside:
        aside = ngettext(
            "{n} answer behind closed questions: kept in the record, counting for nothing, and left out here.",
            "{n} answers behind closed questions: kept in the record, counting for nothing, and left out here.",
            len(report.set_aside),
        )
        yield Paragraph(spans(aside.format(n=len(report.set_aside))))


def staging(report: Report) -> Iterator[Block]:
    """Yield the stages, last."""
    for group in report.findings:
        if group.area in STAGING:
            yield from findings.group(group)


def _named(name: str, lines: tuple[str, ...] | list[str]) -> Iterator[Block]:
    if lines:
        yield Paragraph(spans(f"{name}:"))
        yield Listing(tuple(Entry(spans(line)) for line in lines))
