"""A page as DOCX: real headings, lists and tables, the pictures inside, a foot with page numbers. The same page gives the same bytes."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterable
from typing import Any, Final

from docx import Document
from docx.document import Document as Docx
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph as DocxParagraph

from interview.export.page import (
    Block,
    CellPicture,
    Entry,
    GraphPicture,
    Heading,
    Listing,
    NewSheet,
    Notice,
    Page,
    Paragraph,
    Spans,
    Table,
    WritingLines,
    spans,
)
from interview.export.page_html import picture_svg
from interview.export.page_pdf import picture_png
from interview.language import _

QUIET: Final = RGBColor(0x50, 0x56, 0x5E)
BULLETS: Final = ("ListBullet", "ListBullet2", "ListBullet3")
"""Ids of styles, as all below: looking a style up by its name takes longer than all the rest."""
NUMBERED: Final = "ListContinue"
FRAMED: Final = "IntenseQuote"
CAPTION: Final = "Caption"
HEADING: Final = "Heading"
WIDEST: Final = 170
"""Millimetres that a picture may take."""
HIGHEST: Final = 220
PICTURE_PPI: Final = 200
BLACK: Final = RGBColor(0, 0, 0)
NAMES_WIDE: Final = 34
"""Millimetres of the names in the head; the words take the rest of the line."""
AFTER_FRAME: Final = ("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl")
"""What follows a frame among the properties of a paragraph, whose order is fixed."""
FIXED: Final = (1980, 1, 1, 0, 0, 0)
"""The date of every entry of the file: a zip must have one, and it says nothing."""


def to_docx(page: Page, exported_at: str) -> bytes:
    """Return a page as a Word document."""
    made = Document()
    _settle(made, page, exported_at)
    _marks(made, page.marks)
    _styled(made, f"{HEADING}1").add_run(page.title)
    if page.head:
        _grid(made, page.head)
    for block in page.blocks:
        _block(made, block)
    written = io.BytesIO()
    made.save(written)
    return _undated(written.getvalue())


def _settle(made: Docx, page: Page, exported_at: str) -> None:
    when = dt.datetime.fromisoformat(exported_at).astimezone(dt.UTC).replace(tzinfo=None)
    properties = made.core_properties
    properties.title, properties.author, properties.last_modified_by, properties.comments = page.title, "", "", ""
    properties.created = properties.modified = when
    properties.language, properties.revision = page.language, 1
    sheet = made.sections[0]
    sheet.page_width, sheet.page_height = Mm(210), Mm(297)
    sheet.left_margin = sheet.right_margin = Mm(18)
    sheet.top_margin, sheet.bottom_margin = Mm(18), Mm(18)
    _styles(made, page.one_sheet)
    foot = sheet.footer.paragraphs[0]
    foot.add_run(f"{page.foot}  ·  {_('sheet')} ")
    _field(foot, "PAGE")
    foot.add_run(" / ")
    _field(foot, "NUMPAGES")


def _styles(made: Docx, one_sheet: bool) -> None:
    """Type, and room around it: one sheet is set close and in black, and what nobody may overlook stands in a frame."""
    normal = made.styles["Normal"]
    normal.font.size = Pt(8.5 if one_sheet else 10.5)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(2 if one_sheet else 5), 1.0 if one_sheet else 1.1
    for level in (1, 2, 3):
        style = made.styles[f"Heading {level}"]
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(4 if one_sheet else 10), Pt(1 if one_sheet else 3)
        if one_sheet:
            style.font.color.rgb, style.font.size = BLACK, Pt(12 if level == 1 else 9.5)
    made.styles["Caption"].font.color.rgb = QUIET
    framed = made.styles["Intense Quote"]
    framed.font.bold, framed.font.italic, framed.font.color.rgb = False, False, BLACK
    room = framed.paragraph_format
    room.left_indent = room.right_indent = Mm(2)
    room.space_before, room.space_after = Pt(3), Pt(4 if one_sheet else 8)
    _framed(framed.element.get_or_add_pPr())


def _framed(properties: Any) -> None:
    """A line on each side, where the style has one below."""
    for before in properties.findall(qn("w:pBdr")):
        properties.remove(before)
    frame = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "8"), ("space", "4"), ("color", "auto")):
            line.set(qn(f"w:{name}"), value)
        frame.append(line)
    properties.insert_element_before(frame, *AFTER_FRAME)


def _field(paragraph: DocxParagraph, name: str) -> None:
    """A number that the word processor fills in."""
    run = paragraph.add_run()
    for kind, text in (("begin", None), (None, name), ("end", None)):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)


def _marks(made: Docx, marks: tuple[str, ...]) -> None:
    if marks:
        made.sections[0].header.paragraphs[0].add_run(" · ".join(marks)).bold = True
    for mark in marks:
        paragraph = made.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(mark).bold = True


def _block(made: Docx, block: Block) -> None:
    match block:
        case Heading(text=text, level=level):
            _styled(made, f"{HEADING}{level}").add_run(text)
        case Paragraph(spans=runs):
            _runs(made.add_paragraph(), runs)
        case Notice(spans=runs):
            _runs(_styled(made, FRAMED), runs)
        case Listing(entries=entries, is_numbered=is_numbered):
            _entries(made, entries, 0, is_numbered)
        case Table(headers=headers, rows=rows):
            _table(made, headers, rows)
        case GraphPicture(title=title, words=words) | CellPicture(title=title, words=words):
            _styled(made, CAPTION).add_run(title)
            _picture(made, picture_svg(block), title)
            _entries(made, [Entry(spans(each)) for each in words], 0, False)
        case WritingLines(count=count):
            for __ in range(count):
                made.add_paragraph("_" * 70)
        case NewSheet():
            made.add_section(WD_SECTION.NEW_PAGE)


def _styled(made: Docx, style: str) -> DocxParagraph:
    paragraph = made.add_paragraph()
    paragraph._p.style = style
    return paragraph


def _entries(made: Docx, entries: Iterable[Entry], depth: int, is_numbered: bool) -> None:
    for number, entry in enumerate(entries, 1):
        if is_numbered:
            paragraph = _styled(made, NUMBERED)
            paragraph.add_run(f"{number}. ")
        else:
            paragraph = _styled(made, BULLETS[min(depth, len(BULLETS) - 1)])
        _runs(paragraph, entry.spans)
        _entries(made, entry.below, depth + 1, False)


def _table(made: Docx, headers: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
    table = made.add_table(rows=1, cols=len(headers), style="Table Grid")
    for cell, text in zip(table.rows[0].cells, headers, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    head = table.rows[0]._tr.get_or_add_trPr()
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    head.append(repeated)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.paragraphs[0].add_run(text)
    _close(table)
    made.add_paragraph()


def _close(table: Any) -> None:
    """No room after the lines of a table's cells."""
    for cell in table._cells:
        cell.paragraphs[0].paragraph_format.space_after = Pt(0)


def _grid(made: Docx, pairs: tuple[tuple[str, str], ...]) -> None:
    table = made.add_table(rows=0, cols=2)
    table.autofit = False
    table.columns[0].width, table.columns[1].width = Mm(NAMES_WIDE), Mm(WIDEST - NAMES_WIDE)
    for name, words in pairs:
        cells = table.add_row().cells
        cells[0].paragraphs[0].add_run(name).font.color.rgb = QUIET
        cells[1].paragraphs[0].add_run(words)
        cells[0].width, cells[1].width = Mm(NAMES_WIDE), Mm(WIDEST - NAMES_WIDE)
    _close(table)
    made.add_paragraph()


def _picture(made: Docx, svg: str, title: str) -> None:
    png, wide, high = picture_png(svg, PICTURE_PPI)
    share = min(1.0, WIDEST / wide, HIGHEST / high)
    made.add_picture(io.BytesIO(png), width=Mm(wide * share))
    shape = made.inline_shapes[-1]._inline.docPr
    shape.set("descr", title)


def _runs(paragraph: DocxParagraph, runs: Spans) -> None:
    for run in runs:
        written = paragraph.add_run(run.text)
        match run.weight:
            case "strong":
                written.bold = True
            case "quiet":
                written.font.color.rgb = QUIET
            case "code":
                written.font.name = "Consolas"


def _undated(content: bytes) -> bytes:
    """The same file with no time of making in its entries."""
    made: Any = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            entry = zipfile.ZipInfo(name, FIXED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(entry, before.read(name))
    return bytes(made.getvalue())
