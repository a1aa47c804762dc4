"""A colleague's letter: safety, the differential, the formulation, the plan, what was found; the person's own words if asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from interview.export.envelope import Envelope
from interview.export.page import Block, Page
from interview.export.pages import chart, conversation, findings, formulation, maps
from interview.export.pages.head import foot, head
from interview.export.pages.safety import safety
from interview.export.selection import Selection
from interview.language import _, current
from interview.views.finding_lines import FindingGroup
from interview.views.report import Report


def colleague(report: Report, envelope: Envelope, chosen: Selection, drawn: maps.Maps) -> Page:
    """Return the letter about a record."""
    return Page(
        title=_("To a colleague: {subject}, {visit}").format(subject=report.header.subject, visit=report.header.visit),
        language=current(),
        head=head(report.header, envelope, report.signatures),
        foot=foot(report.header, envelope),
        is_practice=report.header.practice,
        blocks=tuple(_blocks(report, chosen, drawn)),
    )


def _blocks(report: Report, chosen: Selection, drawn: maps.Maps) -> Iterator[Block]:
    yield from chart.what_it_is(report)
    yield from safety(report)
    yield from chart.differential(report)
    yield chart.formulation_heading()
    yield from formulation.hierarchy(report.macro)
    yield from maps.clinicians(drawn)
    yield from formulation.links(report.macro)
    if chosen.verbatim:
        yield from formulation.persons_map(report.macro)
    yield from chart.planned(report)
    yield from chart.treatments(report)
    yield from chart.attached(report, chosen)
    for group in report.findings:
        if group.area not in (*chart.DIFFERENTIAL, *chart.STAGING, "safety") and (group.present or group.open):
            yield from findings.group(_without_absent(group))
    yield from chart.unknown(report)
    if chosen.verbatim:
        yield from conversation.transcript(report, chosen)
    else:
        yield from conversation.befell(report)
    yield from conversation.notes(report)
    yield from chart.staging(report)
    yield from findings.sources(report.sources)


def _without_absent(group: FindingGroup) -> FindingGroup:
    """A letter tells what was found and what is open; what was not met stands in the chart."""
    return replace(group, absent=())
