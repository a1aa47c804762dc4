"""One whole case in every format: the same bytes again, and what a reader of each format finds in them equals the page.

The golden files rest on the wording of questions and rules. After a change that is meant: set GOLDEN=write once, and read what changed.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import zipfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pypdf
import pytest
from docx import Document

from interview.engine.session import Session
from interview.export.formats import FORMATS, render
from interview.export.order import Order, ordered
from interview.export.page import GraphPicture, Heading, Page, text_of
from interview.export.page_docx import to_docx
from interview.export.page_pdf import sheets, to_pdf
from interview.export.readers import page_for
from interview.export.selection import Reader, selection_for
from interview.export.sheets import Sheet
from interview.views.macro import macro
from tests.interview.export.record import ENVELOPE
from tests.interview.tui.rich_records import rich_doors

GOLDEN = Path(__file__).parent / "golden"
PAGES: tuple[tuple[Reader, Sheet], ...] = (
    ("chart", "whole"), ("colleague", "whole"), ("patient", "whole"), ("chart", "summary"), ("chart", "records-request"),
)  # fmt: skip
KEPT = ("json", "markdown", "html", "pdf", "docx", "csv", "fhir")


@cache
def session() -> Session:
    return rich_doors().read("visit1")


@cache
def order(reader: Reader = "chart", sheet: Sheet = "whole", is_page: bool = True) -> Order:
    return ordered(session(), ENVELOPE, selection_for(reader), sheet, code=lambda name: f"x-{len(name)}", is_page=is_page)


@cache
def page(reader: Reader, sheet: Sheet) -> Page:
    return page_for(order(reader, sheet))


def squeezed(lines: Iterable[str]) -> str:
    """Return text without blanks and soft hyphens: where a line breaks is the format's own affair."""
    return re.sub(r"[\s\u00ad]+", "", "".join(lines))


@pytest.mark.parametrize("form", KEPT)
def test_the_golden_files_are_made_again_byte_by_byte(form: str) -> None:
    """Of the JSON all but the assessment, of FHIR all but the findings.

    A zip's own compression differs between builds of Python: of a DOCX each part is compared."""
    sheet: Sheet = "summary" if form in ("pdf", "docx") else "whole"
    for ending, content in render(form, order("chart", sheet, FORMATS[form].is_page)).items():
        golden = GOLDEN / f"{sheet}{ending or FORMATS[form].ending}"
        made = WITHOUT_FINDINGS[form](content) if form in WITHOUT_FINDINGS else content
        if os.environ.get("GOLDEN") == "write":
            golden.write_bytes(made)
        if form == "docx":
            assert parts(golden.read_bytes()) == parts(made)
        else:
            assert golden.read_bytes() == made


def test_the_whole_chart_is_the_same_to_the_byte_as_pdf_and_docx() -> None:
    """Too large to be kept: their digests are."""
    made = {"pdf": render("pdf", order())[""], **parts(render("docx", order())[""])}
    digests = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(made.items()))
    golden = GOLDEN / "whole.digests.txt"
    if os.environ.get("GOLDEN") == "write":
        golden.write_text(digests, encoding="utf-8")
    assert golden.read_text(encoding="utf-8") == digests


def without_assessment(content: bytes) -> bytes:
    made = json.loads(content)
    made["assessment"] = {"schema": made["assessment"]["schema"]}
    return (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def without_observations(content: bytes) -> bytes:
    """A bundle without what was concluded; its answers, its map and what they come from stay. Of the targets their number is enough."""
    made = json.loads(content)
    made["entry"] = [each for each in made["entry"] if not ("derivedFrom" in each["resource"] and "identifier" in each["resource"])]
    for each in made["entry"]:
        if each["resource"]["resourceType"] == "Provenance":
            each["resource"]["target"] = len(each["resource"]["target"])
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


WITHOUT_FINDINGS = {"json": without_assessment, "fhir": without_observations}


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_the_same_record_gives_the_same_bytes(form: str) -> None:
    wanted = order("patient" if form in ("pdf", "docx") else "chart", "whole", FORMATS[form].is_page)
    assert render(form, wanted) == render(form, wanted)


@pytest.mark.parametrize(("reader", "sheet"), PAGES)
def test_the_text_of_a_pdf_is_the_text_of_the_page(reader: Reader, sheet: Sheet) -> None:
    made = pypdf.PdfReader(io.BytesIO(to_pdf(page(reader, sheet), ENVELOPE.exported_at)))
    read = squeezed(text for each in made.pages for text in [without_foot(each.extract_text(), page(reader, sheet))])
    lines = [line.replace(": ", "", 1) if line in heads(page(reader, sheet)) else line for line in text_of(page(reader, sheet))]
    assert [] == [line for line in lines if not stands_in(line, read)]


def stands_in(line: str, read: str) -> bool:
    """Return whether a line stands in a text, whole or over the end of a sheet."""
    words = line.split()
    halves = ((squeezed(words[:at]), squeezed(words[at:])) for at in range(len(words)))
    return any(first in read and second in read for first, second in halves) or not words


def heads(of: Page) -> set[str]:
    return {f"{name}: {words}" for name, words in of.head}


def without_foot(text: str, of: Page) -> str:
    """Return a sheet's text without what stands at its foot: the page's own words, and the number of the sheet."""
    return re.sub(rf"{re.escape(of.foot)}\s*sheet \d+ / \d+", "", text)


@pytest.mark.parametrize(("reader", "sheet"), PAGES)
def test_a_docx_opens_again_with_the_same_headings_and_texts(reader: Reader, sheet: Sheet) -> None:
    made = Document(io.BytesIO(to_docx(page(reader, sheet), ENVELOPE.exported_at)))
    headings = [each.text for each in made.paragraphs if each.style is not None and each.style.name.startswith("Heading")]
    assert [page(reader, sheet).title, *(each.text for each in page(reader, sheet).blocks if isinstance(each, Heading))] == headings
    shown = {squeezed([each.text]) for each in made.paragraphs}
    shown |= {squeezed([cell.text]) for table in made.tables for row in table.rows for cell in row.cells}
    shown |= {squeezed([text.split(". ", 1)[1]]) for each in made.paragraphs if re.match(r"\d+\. ", text := each.text)}
    wanted = [line for line in text_of(page(reader, sheet)) if line not in heads(page(reader, sheet))]
    assert [] == [line for line in wanted if squeezed([line]) not in shown]


def test_the_maps_are_drawn_and_every_link_stands_in_words() -> None:
    graphs = [each for each in page("chart", "whole").blocks if isinstance(each, GraphPicture)]
    assert 2 == len(graphs)
    shown = "\n".join(text_of(page("chart", "whole")))
    assert 5 < len(graphs[0].layout.edges)
    assert [] == [row.sentence for row in macro(session()).links if row.sentence not in shown]
    persons = [each for each in page("patient", "whole").blocks if isinstance(each, GraphPicture)]
    assert [len(each.layout.edges) for each in persons] == [len(each.words) for each in persons]


def test_staging_comes_last_and_the_differential_and_the_plan_come_first() -> None:
    titles = [each.text for each in page("chart", "whole").blocks if isinstance(each, Heading) and each.level == 2]
    order_of = [titles.index(each) for each in ("Safety", "Formulation", "What may be considered", "Treatments", "Transcript")]
    assert sorted(order_of) == order_of
    assert ["Staging of the treatments", "Definition by number of failures", "Sources of the rules"] == titles[-3:]


def test_a_summary_fits_on_one_sheet() -> None:
    made = pypdf.PdfReader(io.BytesIO(to_pdf(page("chart", "summary"), ENVELOPE.exported_at)))
    assert 1 == len(made.pages)
    assert 1 == sheets(page("chart", "summary"), ENVELOPE.exported_at)
