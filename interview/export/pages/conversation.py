"""What was said, as blocks: the clinician's judgements, the conversation turn by turn, notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from interview.export.page import Block, Entry, Heading, Listing, Paragraph, Span, spans, strong
from interview.export.selection import Selection
from interview.language import _
from interview.views.answer_lines import SOURCES, AnswerLine, SaidTurn
from interview.views.locale import moment
from interview.views.occurrence_words import Occurrence
from interview.views.report import Report

PERSON: Final = SOURCES["patient"]


def judgements(report: Report) -> Iterator[Block]:
    """Yield the clinician's own judgements by section; the person was not asked these."""
    given = [
        (section.title, [line for line in section.answers if line.is_judgement and line.status != "not_asked"])
        for section in report.sections
    ]
    if not any(lines for __, lines in given):
        return
    yield Heading(_("The clinician's judgements"))
    for title, lines in given:
        if lines:
            yield Heading(title, 3)
            yield Listing(tuple(Entry(spans(_judged(line))) for line in lines))


def _judged(line: AnswerLine) -> str:
    """A judgement in one line: what was judged, of which instance, and how."""
    which = f" ({line.instance})" if line.instance else ""
    asked = f"{line.question.removesuffix('.')}{which}"
    return f"{asked} {line.understood}" if asked.endswith("?") else f"{asked}: {line.understood}"


def transcript(report: Report, chosen: Selection) -> Iterator[Block]:
    """Yield the conversation in the order in which it went, corrections included and marked, and what befell the record meanwhile."""
    yield Heading(_("Transcript"))
    if not report.transcript:
        yield Paragraph(spans(_("Nothing was asked yet.")))
    section, entries = "", list[Entry]()
    told: list[SaidTurn | Occurrence] = [*report.transcript, *report.occurrences]
    for each in sorted(told, key=lambda each: each.seq):
        if isinstance(each, Occurrence):
            entries.append(occurred(each))
            continue
        if each.section != section:
            if entries:
                yield Listing(tuple(entries))
            yield Heading(each.section, 3)
            section, entries = each.section, []
        entries.append(_turn(each, chosen))
    if entries:
        yield Listing(tuple(entries))


def befell(report: Report) -> Iterator[Block]:
    """Yield what befell the record, for a page of clinicians that holds no transcript."""
    if report.occurrences:
        yield Heading(_("What befell the record"))
        yield Listing(tuple(occurred(each) for each in report.occurrences))


def occurred(occurrence: Occurrence) -> Entry:
    """Return what befell the record as one line of a transcript."""
    return Entry((Span(f"{moment(occurrence.at)}: {occurrence.words}", "quiet"),))


def _turn(turn: SaidTurn, chosen: Selection) -> Entry:
    asked = spans(strong(turn.asked), f" ({turn.instance})" if turn.instance else "", f" {moment(turn.at)[-5:]}")
    who = "" if turn.source == PERSON else f"{turn.source}: "
    later = f" {_('(corrected or taken back later)')}" if turn.superseded else ""
    if turn.verbatim is not None and chosen.verbatim:
        understood = _("understood: {understood}").format(understood=turn.understood)
        return Entry(asked, (Entry(spans(f"{who}“{turn.verbatim}”")), Entry(spans(f"{understood}{later}"))))
    return Entry(asked, (Entry(spans(f"{who}{turn.understood}{later}")),))


def notes(report: Report) -> Iterator[Block]:
    """Yield the notes of the kinds that were chosen."""
    if report.notes:
        yield Heading(_("Notes"))
        yield Listing(
            tuple(
                Entry(spans(f"{note.kind}{_(', on {what}').format(what=note.on) if note.on else ''} ({moment(note.at)}): {note.text}"))
                for note in report.notes
            )
        )
