"""Text from people on every page: no element, no attribute, no fetch; and it is all there. Nothing set aside, nothing private."""

from __future__ import annotations

import io
import os
from html.parser import HTMLParser

import pytest
from docx import Document

from interview.export.formats import FOR_PEOPLE, FORMATS, render
from interview.export.page import Page
from interview.export.page_docx import to_docx
from interview.export.page_html import to_html
from interview.export.readers import NoSuchPage
from interview.export.selection import READERS, Reader
from interview.export.sheets import OF_PRACTICE, SHEETS, Sheet
from tests.interview.engine.world import begin
from tests.interview.export.record import ENVELOPE, HOSTILE, order, page, record
from tests.interview.export.walks import walked

PAGES = tuple(
    (reader, sheet) for reader in FOR_PEOPLE for sheet in SHEETS if (reader, sheet) != ("patient", "summary") and sheet not in OF_PRACTICE
)
WALKS = int(os.environ.get("TRD_EXPORT_WALKS", "60"))
"""Random walks; 2000 for the whole proof."""

ELEMENTS = {
    "html", "head", "meta", "title", "style", "body", "aside", "h1", "h2", "h3", "dl", "dt", "dd", "p", "strong", "span", "code", "ul",
    "ol", "li", "div", "table", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "footer", "svg", "g", "rect", "path", "text",
    "line", "tspan", "polygon", "polyline", "defs", "marker", "desc", "circle",
}  # fmt: skip
ATTRIBUTES = {"href", "src", "srcset", "action", "onclick", "onload", "onerror", "xlink:href", "formaction", "data", "poster", "background"}


class Read(HTMLParser):
    """Every element, every attribute and every text of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def read(of: Page) -> Read:
    parsed = Read()
    parsed.feed(to_html(of).decode("utf-8"))
    return parsed


@pytest.mark.parametrize(("reader", "sheet"), PAGES)
def test_hostile_text_is_no_element_and_no_attribute(reader: Reader, sheet: Sheet) -> None:
    parsed, plain = read(page(record(), reader, sheet)), read(page(begin(), reader, sheet))
    assert set() == parsed.elements - ELEMENTS
    assert [] == [name for name, _ in parsed.attributes if name in ATTRIBUTES or name.startswith("on")]
    assert [] == [value for _, value in parsed.attributes if "http:" in value and value != "http://www.w3.org/2000/svg"]
    assert {name for name, _ in plain.attributes} >= {name for name, _ in parsed.attributes} - SVG


SVG = {
    "viewbox", "color", "width", "height", "role", "aria-label", "xmlns", "x", "y", "x1", "x2", "y1", "y2", "d", "points", "fill",
    "stroke", "rx", "stroke-width", "stroke-dasharray", "font-family", "font-size", "font-weight", "text-anchor", "class", "id",
    "textlength", "lengthadjust", "scope", "xml:space", "dominant-baseline", "transform", "opacity", "style", "marker-end", "font-style",
    "stroke-linecap", "stroke-linejoin", "text-decoration", "r", "cx", "cy", "preserveaspectratio", "fill-opacity",
}  # fmt: skip


@pytest.mark.parametrize("reader", ["chart", "colleague"])
def test_hostile_text_is_all_there(reader: Reader) -> None:
    texts = " ".join("".join(read(page(record(), reader)).texts).split())
    assert " ".join(HOSTILE.split()) in texts
    shown = Document(io.BytesIO(to_docx(page(record(), reader), ENVELOPE.exported_at)))
    assert any(" ".join(HOSTILE.split()) in " ".join(each.text.split()) for each in shown.paragraphs)


@pytest.mark.parametrize(("reader", "sheet"), PAGES)
def test_private_notes_stand_on_no_page(reader: Reader, sheet: Sheet) -> None:
    assert "PRIVATE" not in to_html(page(record(), reader, sheet)).decode()


def test_a_private_note_is_there_once_it_is_named() -> None:
    assert b"PRIVATE" in to_html(page(record(), "chart", notes=frozenset({"private"})))


def test_research_gets_no_page_and_the_person_no_summary() -> None:
    for reader, sheet in (("research", "whole"), ("patient", "summary")):
        with pytest.raises(NoSuchPage, match=r"choose csv, json or fhir|short already"):
            page(record(), reader, sheet)  # type: ignore[arg-type]


def test_nothing_that_is_set_aside_stands_in_an_export() -> None:
    """Answers get words of their own; those behind closed branches are looked for in every export."""
    found, aside = list[tuple[int, str, str]](), 0
    for seed in range(WALKS):
        session, _ = walked(seed)
        for answer in session.set_aside():
            aside += 1
            for form in ("markdown", "csv"):
                made = render(form, order(session, is_page=FORMATS[form].is_page))[""].decode()
                lost = (
                    [f",baseline,{answer.link_id},"]
                    if form == "csv"
                    else [text for text in (answer.verbatim,) if text and text.startswith("zq")]
                )
                found += [(seed, form, answer.link_id) for text in lost if text in made]
        shown = order(session, is_page=False).session
        ids = {answer.link_id for answer in session.set_aside()}
        assert [] == [path for path in ids if f'"{path}"' in shown.case().model_dump_json()]
    assert [] == found
    assert aside > WALKS // 3


@pytest.mark.parametrize("reader", READERS)
def test_a_practice_record_is_marked_in_every_format(reader: Reader) -> None:
    session = begin(practice=True)
    for name, form in FORMATS.items():
        if reader in form.readers and name in ("json", "csv", "markdown", "html"):
            made = b"".join(render(name, order(session, reader, is_page=form.is_page)).values())
            assert b"PRACTICE" in made or b'"practice": true' in made, name


def test_the_person_s_sheet_has_the_help_line_or_says_that_it_lacks() -> None:
    from dataclasses import replace

    from interview.export.page import text_of
    from interview.export.readers import page_for

    without = order(record(), "patient")
    assert "The local number for help is not written here yet" in "\n".join(text_of(page_for(without)))
    with_line = replace(without, envelope=replace(ENVELOPE, help_line="Call 0800 zq at any hour."))
    assert "Call 0800 zq at any hour." in "\n".join(text_of(page_for(with_line)))
