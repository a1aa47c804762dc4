"""The interview to print and fill in by hand: every question with its options, in the order of asking, with room to write."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from interview.export.page import Block, Entry, Heading, Listing, Page, Paragraph, Span, WritingLines, spans, strong
from interview.language import _, current
from interview.questionnaire.model import Item, Questionnaire
from interview.views.echo import UNITS

BOX: Final = "☐ "
LINES: Final = {"text": 3, "drug": 1, "date": 1, "duration": 1, "number": 1, "quantity": 1, "scale": 1}
"""Lines to write on, by the kind of answer; others have none."""


def blank(questionnaire: Questionnaire, version: str, depth: str = "full") -> Page:
    """Return the form. It says that a sign of risk is met at once, and that a blank is not a no."""
    return Page(
        title=questionnaire.title,
        language=current(),
        head=((_("Questionnaire"), f"{questionnaire.id} {questionnaire.version}, {depth}"), (_("Made with"), f"trd-interview {version}")),
        foot=f"{questionnaire.id} {questionnaire.version}",
        is_practice=False,
        blocks=tuple(_blocks(questionnaire, depth)),
    )


def _blocks(questionnaire: Questionnaire, depth: str) -> Iterator[Block]:
    yield Paragraph(spans(_("Subject (never a name), visit, interviewer, date:")))
    yield WritingLines(2)
    yield Paragraph(
        spans(
            _(
                "What is left blank is not asked: it is never a no. Write “declined”, “not known” or “does not apply” where that is so. "
                "A sign of risk is met at once, before the next question."
            )
        )
    )
    for number, section in enumerate(questionnaire.section, 1):
        items = [item for item in section.item if depth == "full" or item.depth == "brief" or item.is_group]
        if not items:
            continue
        yield Heading(f"{number}. {section.title}")
        if section.intro:
            yield Paragraph((Span(section.intro, "quiet"),))
        for item in items:
            yield from _item(item, depth)


def _item(item: Item, depth: str) -> Iterator[Block]:
    if item.is_group:
        yield Heading(item.text, 3)
        yield Paragraph((Span(_("Copy this part for each further one."), "quiet"),))
        for each in item.item:
            if depth == "full" or each.depth == "brief":
                yield from _item(each, depth)
        return
    judged = f" {_('(your judgement, not read aloud)')}" if item.is_judgement else ""
    yield Paragraph(spans(strong(item.text), judged))
    options = [option.display for option in item.options] or ([_("yes"), _("no")] if item.type == "yes_no" else [])
    if options:
        yield Listing(tuple(Entry(spans(f"{BOX}{option}")) for option in options))
    if item.anchors:
        yield Listing(tuple(Entry(spans(anchor)) for anchor in item.anchors))
    if not options:
        unit = f" {UNITS[item.unit][1]}" if item.unit else ""
        yield from (Paragraph((Span(_("In: {unit}").format(unit=unit.strip()), "quiet"),)),) if unit else ()
        yield WritingLines(LINES.get(item.type, 1))
