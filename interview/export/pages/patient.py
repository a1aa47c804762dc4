"""The person's own sheet: plain words, what helps, what comes next, the two maps; help at once stands first and last."""

from __future__ import annotations

from collections.abc import Iterator

from interview.engine.session import Session
from interview.export.envelope import Envelope
from interview.export.page import Block, Entry, GraphPicture, Heading, Listing, Notice, Page, Paragraph, spans, strong
from interview.export.selection import Selection
from interview.language import _, current
from interview.views.graph_layout import layout
from interview.views.graph_model import GraphLink, GraphProblem
from interview.views.locale import day
from interview.views.patient_map import Names, names_of, shown_order
from interview.views.patient_part import PatientPart
from interview.views.words_patient import PatientText, patient_text
from trd_core.map_results import MacroAnalysis

WIDTH = 70
"""Cells of a map on the sheet."""


def patient(session: Session, envelope: Envelope, chosen: Selection) -> Page:
    """Return the sheet of a record. It names no record, no rule, no number of a scale."""
    case, assessment = session.case(), session.assessment()
    text = patient_text(case, assessment, session.proposals(), help_line=envelope.help_line, own_words=chosen.verbatim)
    names = names_of(case, assessment.macro_analysis, own_words=chosen.verbatim)
    return Page(
        title=text.title,
        language=current(),
        head=((_("Date"), day(envelope.exported_at)),),
        foot=text.title,
        is_practice=session.state.practice,
        blocks=tuple(_blocks(text, assessment.macro_analysis, names)),
    )


def _blocks(text: PatientText, analysis: MacroAnalysis, names: Names) -> Iterator[Block]:
    yield from (Paragraph(spans(sentence)) for sentence in text.what_it_is)
    yield _help(text.help)
    for part in text.parts[:-1]:
        yield Heading(part.title)
        yield Listing(_entries(part.lines))
        if part.id == "links":
            yield from _maps(analysis, names)
    yield Heading(text.help.title)
    yield Listing(tuple(Entry(spans(line)) for line in text.help.lines))


def _entries(lines: tuple[str, ...]) -> tuple[Entry, ...]:
    """Lines; names that follow a line with a colon stand below it."""
    made: list[tuple[str, list[Entry]]] = []
    for line in lines:
        if made and made[-1][0].endswith(":") and not line.endswith((".", "!", "?", ":")):
            made[-1][1].append(Entry(spans(line)))
        else:
            made.append((line, []))
    return tuple(Entry(spans(line), tuple(below)) for line, below in made)


def _help(part: PatientPart) -> Notice:
    return Notice(spans(strong(f"{part.title}."), f" {' '.join(part.lines)}"))


def _maps(analysis: MacroAnalysis, names: Names) -> Iterator[Block]:
    """Both maps in plain words, each where somebody drew one; what is talked about face to face only is on neither."""
    for title, ids, drawn in (
        (_("How we see it"), shown_order(analysis), analysis.links),
        (_("How you see it"), analysis.person.problems, analysis.person.links),
    ):
        shown = [each for each in ids if names.is_shown(each)]
        problems = [GraphProblem(each, names.name(each)) for each in shown]
        links = [GraphLink(link.source, link.target) for link in drawn if link.source in shown and link.target in shown]
        if problems:
            words = tuple(names.link(link.source, link.target) for link in links)
            yield GraphPicture(layout(problems, links, None, WIDTH), title, words)
