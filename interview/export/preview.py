"""What an export will hold and what not, said before anything is written: counts only, no text of the record."""

from __future__ import annotations

from collections.abc import Iterator

from interview.engine.session import Session
from interview.export.formats import Files
from interview.export.order import Order
from interview.export.page_pdf import sheets
from interview.export.readers import left_out_words, page_for
from interview.export.selection import WHAT_IS_IN
from interview.language import _, ngettext
from interview.views.answer_lines import FORMULATION


def preview(whole: Session, order: Order, form: str, files: Files) -> Iterator[str]:
    """Yield what the files of an order hold, line by line."""
    chosen = order.chosen
    yield _("For {reader}: {what}.").format(reader=chosen.reader, what=WHAT_IS_IN[chosen.reader])
    yield from _answers(whole, order, form)
    yield from _words(order)
    yield from _notes(whole, order)
    if order.left_out:
        yield left_out_words(order.left_out)
        yield _("What was said in answer to other questions, and the map, are not searched for it.")
    if order.envelope.unsealed:
        yield _("The record is damaged: the export is marked as not sealed.")
    if chosen.reader == "patient" and not order.envelope.help_line:
        yield _("The clinic's own text for help at once is not set, and the sheet says so.")
    if form == "pdf":
        count = sheets(page_for(order), order.envelope.exported_at)
        yield ngettext("{n} sheet of paper.", "{n} sheets of paper.", count).format(n=count)
    size = sum(len(content) for content in files.values()) / 1024
    yield ngettext(
        "{n} file, {size:.0f} KiB; it is not encrypted.", "{n} files, {size:.0f} KiB; they are not encrypted.", len(files)
    ).format(n=len(files), size=max(size, 1))


def _answers(whole: Session, order: Order, form: str) -> Iterator[str]:
    session = order.session
    aside = len([each for each in whole.set_aside() if not each.link_id.startswith(FORMULATION)])
    counting = [link_id for link_id in session.state.answers if session.enablement.is_enabled(link_id)]
    problems = len(session.state.instances("problems"))
    count = len([link_id for link_id in counting if not link_id.startswith(FORMULATION)])
    yield ngettext("It rests on {n} answer.", "It rests on {n} answers.", count).format(n=count)
    yield ngettext("{n} problem of the map.", "{n} problems of the map.", problems).format(n=problems)
    told = len(session.state.informant)
    if told and order.chosen.reader in ("chart", "research"):
        yield ngettext("{n} answer of somebody close.", "{n} answers of somebody close.", told).format(n=told)
    elif whole.state.informant:
        yield _("Not in it: what somebody close said.")
    given = len(session.state.attached_answers)
    if given and order.chosen.reader != "patient":
        yield ngettext("{n} answer in an attached instrument.", "{n} answers in attached instruments.", given).format(n=given)
    elif whole.state.attached_answers:
        yield _("Not in it: what was answered in attached instruments.")
    if aside and form == "json":
        yield ngettext(
            "{n} answer behind closed questions counts for nothing; it stands apart.",
            "{n} answers behind closed questions count for nothing; they stand apart.",
            aside,
        ).format(n=aside)
    elif aside:
        yield ngettext("Not in it: {n} answer behind closed questions.", "Not in it: {n} answers behind closed questions.", aside).format(
            n=aside
        )


def _words(order: Order) -> Iterator[str]:
    if order.is_research:
        yield _("Not in it: names, free text, dates (they are days from the interview), seal and signatures.")
    elif order.chosen.verbatim:
        yield _("The person's own words are in it.")
    else:
        yield _("Not in it: the person's own words.")


def _notes(whole: Session, order: Order) -> Iterator[str]:
    held = [note for note in whole.state.notes if note.kind in order.chosen.notes]
    left = len(whole.state.notes) - len(held)
    if held:
        private = sum(note.kind == "private" for note in held)
        yield ngettext("{n} note.", "{n} notes.", len(held)).format(n=len(held))
        if private:
            yield ngettext("{n} of them is private.", "{n} of them are private.", private).format(n=private)
    if left:
        yield ngettext("Not in it: {n} note.", "Not in it: {n} notes.", left).format(n=left)
