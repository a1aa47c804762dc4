"""Which page each reader gets of a record that was made ready for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from interview.engine.session import Session
from interview.export.envelope import Envelope
from interview.export.order import Order
from interview.export.page import Notice, Page, spans
from interview.export.pages.chart import chart
from interview.export.pages.colleague import colleague
from interview.export.pages.maps import maps_of
from interview.export.pages.patient import patient
from interview.export.pages.pictures import pictures_of
from interview.export.pages.practice import conversation_page, feedback_page, with_conversation
from interview.export.pages.records_request import records_request
from interview.export.pages.summary import summary
from interview.export.practice import feedback_of
from interview.export.refusal import ExportImpossible
from interview.export.selection import Selection
from interview.export.visible import visibly
from interview.export.withheld import withheld_words
from interview.language import _, ngettext
from interview.views.report import build


class NoSuchPage(ExportImpossible):
    """This reader gets no page of this kind; the message says what there is."""


def page_for(order: Order) -> Page:
    """Return the page of a record for a reader; it says what is left out. Raises `NoSuchPage`."""
    page = replace(_page(order), is_unsealed=order.envelope.unsealed)
    lacking = withheld_words(order.withheld) if order.chosen.reader in ("chart", "colleague") and order.sheet != "records-request" else ""
    if lacking:
        page = replace(page, head=(*page.head, (_("Not in it"), lacking)))
    if order.left_out:
        page = replace(page, blocks=(Notice(spans(left_out_words(order.left_out))), *page.blocks))
    return visibly(page)


def left_out_words(count: int) -> str:
    """Return what is said of answers that were left out on request."""
    return ngettext(
        "{n} answer was left out of this export on request; what rests on it reads as not known.",
        "{n} answers were left out of this export on request; what rests on them reads as not known.",
        count,
    ).format(n=count)


def _page(order: Order) -> Page:
    session, envelope, chosen = order.session, order.envelope, order.chosen
    if chosen.reader == "research":
        raise NoSuchPage(_("For research there are tables and documents for machines: choose csv, json or fhir."))
    if order.sheet == "conversation":
        return conversation_page(session, envelope)
    if order.sheet == "feedback":
        return feedback_page(session, envelope, feedback_of(session))
    if order.sheet == "records-request":
        return records_request(session, envelope)
    if order.sheet == "summary":
        if chosen.reader == "patient":
            raise NoSuchPage(_("The person's own sheet is short already; leave the summary out."))
        return summary(build(session, chosen.notes), envelope)
    page = PAGES[chosen.reader](session, envelope, chosen)
    return with_conversation(page, session) if session.state.practice_case is not None else page


def _chart(session: Session, envelope: Envelope, chosen: Selection) -> Page:
    case, assessment = session.case(), session.assessment(in_depth=True)
    report = build(session, chosen.notes, in_depth=True)
    drawn = maps_of(case, assessment.macro_analysis)
    return chart(report, envelope, chosen, drawn, pictures_of(case, assessment) if session.may_propose else ())


def _colleague(session: Session, envelope: Envelope, chosen: Selection) -> Page:
    report = build(session, chosen.notes)
    drawn = maps_of(session.case(), session.assessment().macro_analysis)
    return colleague(report, envelope, chosen, drawn)


PAGES: Final[dict[str, Callable[[Session, Envelope, Selection], Page]]] = {
    "chart": _chart,
    "colleague": _colleague,
    "patient": patient,
}
