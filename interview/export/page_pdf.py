"""A page as PDF, typeset by Typst: tagged, fonts inside, nothing fetched. What a person said goes in as data, never as markup."""

from __future__ import annotations

import datetime as dt
import json
import re
import struct
import tempfile
from importlib import resources
from typing import Any, Final

import typst

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
)
from interview.export.page_html import picture_svg
from interview.language import _

PICTURE: Final = b'#set page(width: auto, height: auto, margin: 0pt)\n#image(bytes(sys.inputs.svg), format: "svg")\n'


_OTHER_LETTERS: Final = re.compile("[\u0590-\u1dff\u3000-\U0010ffff]")
"""Beyond those of the fonts that come with the typesetter: Latin, Greek, Cyrillic and signs."""

COARSE_PPI: Final = 9.0
"""As coarse as it may be to count sheets."""


def to_pdf(page: Page, exported_at: str) -> bytes:
    """Return a page as PDF; the same page at the same time gives the same bytes."""
    return _typeset(page, exported_at, "pdf")[0]


def to_png(page: Page, exported_at: str, ppi: float = 110) -> list[bytes]:
    """Return a page as pictures, one a sheet: what a preview shows."""
    return _typeset(page, exported_at, "png", ppi)


def sheets(page: Page, exported_at: str) -> int:
    """Return how many sheets of paper a page takes."""
    return len(_typeset(page, exported_at, "png", COARSE_PPI))


def picture_png(svg: str, ppi: float) -> tuple[bytes, float, float]:
    """Return a picture as PNG for formats that cannot draw, with its natural width and height in millimetres."""
    with tempfile.TemporaryDirectory() as empty:
        compiler = typst.Compiler(
            PICTURE,
            root=empty,
            package_path=empty,
            package_cache_path=empty,
            ignore_system_fonts=not _needs_other_fonts(svg),
            sys_inputs={"svg": svg},
        )
        made = compiler.compile(format="png", ppi=ppi)
    png = made[0] if isinstance(made, list) else made or b""
    wide, high = struct.unpack(">II", png[16:24])
    return png, wide / ppi * 25.4, high / ppi * 25.4


def _typeset(page: Page, exported_at: str, form: Any, ppi: float | None = None) -> list[bytes]:
    template = (resources.files("interview.export") / "templates" / "page.typ").read_bytes()
    with tempfile.TemporaryDirectory() as empty:
        compiler = typst.Compiler(
            template,
            root=empty,
            package_path=empty,
            package_cache_path=empty,
            ignore_system_fonts=not _needs_other_fonts(json.dumps(_data(page, drawn=False), ensure_ascii=False)),
            sys_inputs={"page": json.dumps(_data(page), ensure_ascii=False)},
        )
        made = compiler.compile(format=form, ppi=ppi, timestamp=dt.datetime.fromisoformat(exported_at))
    return made if isinstance(made, list) else [made or b""]


def _needs_other_fonts(text: str) -> bool:
    """Whether there are letters that only the machine's own fonts may have."""
    return _OTHER_LETTERS.search(text) is not None


def _data(page: Page, *, drawn: bool = True) -> dict[str, Any]:
    return {
        "title": page.title,
        "language": page.language,
        "head": [list(pair) for pair in page.head],
        "foot": page.foot,
        "sheet": _("sheet"),
        "marks": list(page.marks),
        "one_sheet": page.one_sheet,
        "blocks": [_block(block, drawn) for block in page.blocks],
    }


def _block(block: Block, drawn: bool) -> dict[str, Any]:
    match block:
        case Heading(text=text, level=level):
            return {"kind": "Heading", "text": text, "level": level}
        case Paragraph(spans=runs):
            return {"kind": "Paragraph", "spans": _runs(runs)}
        case Notice(spans=runs):
            return {"kind": "Notice", "spans": _runs(runs)}
        case Listing(entries=entries, is_numbered=is_numbered):
            return {"kind": "Listing", "entries": [_entry(entry) for entry in entries], "is_numbered": is_numbered}
        case Table(headers=headers, rows=rows):
            return {"kind": "Table", "headers": list(headers), "rows": [list(row) for row in rows]}
        case GraphPicture(title=title, words=words) | CellPicture(title=title, words=words):
            said = [{"spans": [{"text": each, "weight": "plain"}], "below": []} for each in words]
            return {"kind": "Picture", "title": title, "svg": picture_svg(block) if drawn else "", "entries": said}
        case WritingLines(count=count):
            return {"kind": "WritingLines", "count": count}
        case NewSheet():
            return {"kind": "NewSheet"}


def _entry(entry: Entry) -> dict[str, Any]:
    return {"spans": _runs(entry.spans), "below": [_entry(each) for each in entry.below]}


def _runs(runs: Spans) -> list[dict[str, str]]:
    return [{"text": run.text, "weight": run.weight} for run in runs]
