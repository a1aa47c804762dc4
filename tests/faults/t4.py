"""T4: what somebody wrote is never a formula, an element, a link, something fetched, or a file's name.

Texts that would be one stand in every place of a record. A page is compared, mark by mark, with the same page without them; a table's
cells are looked at one by one; a server on this computer and a file beside count whoever comes for them. Exporters that are broken on
purpose show that each is noticed.
"""

from __future__ import annotations

import http.server
import io
import os
import random
import re
import stat
import string
import tempfile
import threading
import time
import urllib.request
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch
from xml.etree import ElementTree

import pypdf
import typst
from markdown_it import MarkdownIt

from interview.export import csv as tables
from interview.export import page_markdown
from interview.export.cells import text_of_cell
from interview.export.page import Page, Paragraph, spans
from interview.export.page_docx import to_docx
from interview.export.page_html import to_html
from interview.export.page_markdown import to_markdown
from interview.export.page_pdf import to_pdf
from interview.export.readers import page_for
from interview.export.write import ExportFault, write_all
from interview.exports import beside
from tests.faults.export_texts import texts
from tests.faults.odd_records import Odd, person
from tests.faults.outcome import Outcome
from tests.interview.engine.world import begin
from tests.interview.export.record import ENVELOPE, order

BEGINNINGS: Final = ("=1+1", "+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", "'=1", "=cmd|' /c x'!A0", "−1", "＝1+1")
MARKUP: Final = (
    "<b>x</b><img src=HTTP onerror=x><script src=HTTP></script><svg onload=x><image href='FILE'/></svg><p style='background:url(HTTP)'>",
    '"><a href="HTTP">x</a><!-- --></text></svg></li></ul></body><iframe src="data:text/html,x"></iframe>&lt;b&gt;&#60;b&#62;',
    "# heading\n## x\n- item\n1. x\n> q\n```\nx\n```\n---\nSetext\n===\n[a](HTTP) ![i](FILE) <HTTP> [r]: HTTP\n|a|b|\n|-|-|\n$x$ `c` **b**",
    '#read("FILE") #image("FILE") #import "@preview/x:0.1.0" #link("HTTP")[x] $x$ #eval("1+1") {{7*7}} {% x %} ${x} <w:p/> ]]>',
    "data:text/html;base64,PGI+ file:FILE HTTP www.example.org a@example.org javascript:x \\\\host\\share",
)
SECRET: Final = "zqsecretzq"
_TEXT: Final = re.compile(r"zq(\d+)q.*?q\1z", re.DOTALL)


@contextmanager
def baits() -> Iterator[tuple[str, Path, list[str]]]:
    """Yield an address and a file that a text may name, and who came to the address."""
    came: list[str] = []

    class Noting(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the library's name
            came.append(self.path)
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    with tempfile.TemporaryDirectory() as above, http.server.ThreadingHTTPServer(("127.0.0.1", 0), Noting) as server:
        bait = Path(above) / "bait.svg"
        bait.write_text(f'<svg xmlns="http://www.w3.org/2000/svg"><text y="9">{SECRET}</text></svg>', encoding="utf-8")
        serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        serving.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/zq", bait, came
        finally:
            server.shutdown()
            serving.join()


class _Marks(HTMLParser):
    """Every element with the names of its attributes, in order; of pictures, which are laid out by their texts, the kinds alone."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.order: list[tuple[str, ...]] = []
        self.drawn: set[tuple[str, ...]] = set()
        self._pictures = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._pictures += tag == "svg"
        mark = (tag, *(name for name, _ in attrs))
        if self._pictures:
            self.drawn.add(mark)
        else:
            self.order.append(mark)

    def handle_endtag(self, tag: str) -> None:
        if not self._pictures:
            self.order.append((f"/{tag}",))
        self._pictures -= tag == "svg"

    def handle_comment(self, data: str) -> None:
        self.order.append(("comment", data))


def html_marks(content: bytes) -> list[Any]:
    """Return the elements of a page, in order, then the kinds of elements of its pictures."""
    parsed = _Marks()
    parsed.feed(content.decode("utf-8"))
    return [*parsed.order, sorted(parsed.drawn)]


def markdown_marks(content: bytes) -> list[str]:
    """Return what a reader of Markdown makes of a page that turns addresses into links by itself."""
    reader = MarkdownIt("commonmark", {"linkify": True}).enable(["table", "strikethrough", "linkify"])
    tokens = [child for token in reader.parse(content.decode("utf-8")) for child in (token, *(token.children or ()))]
    return [token.type for token in tokens if token.type not in ("text", "text_special")]


def docx_marks(content: bytes) -> list[str]:
    """Return the elements of a document but for breaks, and every target outside it."""
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        document = ElementTree.fromstring(opened.read("word/document.xml"))
        links = [ElementTree.fromstring(opened.read(name)) for name in opened.namelist() if name.endswith(".rels")]
    outside = [each.get("Target", "") for tree in links for each in tree if each.get("TargetMode") == "External"]
    broken = ("br", "tab", "t")
    return [*(name for each in document.iter() if (name := each.tag.rpartition("}")[2]) not in broken), *outside]


def pdf_acts(content: bytes) -> list[str]:
    """Return what a PDF would do or has with it: links and other acts of its sheets, acts on opening, files."""
    read = pypdf.PdfReader(io.BytesIO(content))
    acts = [str(each.get_object().get("/Subtype")) for page in read.pages for each in page.get("/Annots") or ()]
    root: Any = read.trailer["/Root"]
    return acts + [name for name in ("/OpenAction", "/AA") if name in root] + list(read.attachments)


def without_texts(value: Any) -> Any:
    """Return a page with a word in the place of every marked text."""
    if isinstance(value, str):
        return _TEXT.sub("word", value)
    if isinstance(value, tuple):
        return tuple(without_texts(each) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: without_texts(getattr(value, each.name)) for each in fields(value) if each.init})
    return value


def page_faults(page: Page) -> list[str]:
    """Return in which formats a page has other marks than the same page without what somebody wrote."""
    bare = without_texts(page)
    found = []
    for name, of, draw in (("html", html_marks, to_html), ("markdown", markdown_marks, to_markdown)):
        if of(draw(page)) != of(draw(bare)):
            found.append(f"{name}: other marks")
    if docx_marks(to_docx(page, ENVELOPE.exported_at)) != docx_marks(to_docx(bare, ENVELOPE.exported_at)):
        found.append("docx: other elements, or a target outside")
    return found


def pdf_faults(made: bytes, came: list[str]) -> list[str]:
    """Return what a PDF holds or did that a text asked for."""
    found = [f"pdf: {act}" for act in pdf_acts(made)]
    if any(SECRET in text for text in texts("pdf", made)):
        found.append("pdf: a file was read")
    return found + [f"pdf: fetched {len(came)}" for _ in came[:1]]


def table_faults(beginnings: tuple[str, ...]) -> tuple[int, list[str]]:
    """Return how many cells a record of such answers and notes makes, and those that a spreadsheet would calculate."""
    session = begin()
    session.answer("interview.consent", "yes")
    for text in beginnings:
        session.note(text)
        session.give("narrative.concern", text)
    cells = [cell for content in tables.to_csv(order(session, is_page=False)).values() for cell in texts("csv", content)]
    live = [cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t", "\r") and not _is_number(cell)]
    kept = {text_of_cell(cell) for cell in cells}
    lost = [note.text for note in session.state.notes if note.text not in kept]
    return len(cells), [f"csv: {each!r} is live" for each in live] + [f"csv: {each!r} is lost" for each in lost]


def _is_number(cell: str) -> bool:
    with suppress(ValueError):
        float(cell)
        return True
    return False


def name_faults(chance: random.Random, count: int) -> list[str]:
    """Return which of so many names of files led elsewhere: what is written stands in its folder, under the name that was given."""
    found = []
    signs = string.ascii_letters + "./\\ ~$%:*?\"'<>|\n\t\x1b\u202eé😀-=\x00"
    with tempfile.TemporaryDirectory() as above:
        folder = Path(above) / "in"
        folder.mkdir()
        for number in range(count):
            name = "".join(chance.choice(signs) for _ in range(chance.choice((1, 2, 9, 60, 300))))
            name = name.replace("/", "") if number % 4 else chance.choice(("", ".", "..", "../x", "/", "a/../b", ".csv", "x."))
            path = folder / name
            files = {path: b"1", beside(path, ".codebook.csv"): b"2"}
            with suppress(ExportFault):
                write_all(files)
            at_all = [Path(root, each) for root, _, names in os.walk(above) for each in names]
            asked = {str(each.resolve()) for each in files if "\x00" not in str(each)}
            if {str(each.resolve()) for each in at_all} - asked or any(stat.S_IMODE(each.stat().st_mode) != 0o600 for each in at_all):
                found.append(f"name {number}: {len(at_all)} files")
            for each in at_all:
                each.unlink()
    return found


def broken(page: Page, address: str, bait: Path, came: list[str]) -> Iterator[tuple[str, bool]]:
    """Yield exporters that are broken on purpose, and whether each is seen."""
    raw = Page("t", "en", (), "", False, (Paragraph(spans("zq1q <b>x</b>\n\n# h q1z")),))
    with patch.object(page_markdown, "escape", lambda text: text):
        yield "Markdown that is not escaped", "markdown: other marks" in page_faults(raw)
    draw = to_html
    with patch(f"{__name__}.to_html", lambda each: draw(each).replace(b"&lt;", b"<").replace(b"&gt;", b">")):
        yield "HTML that is not escaped", "html: other marks" in page_faults(raw)
    with patch.object(tables, "text_cell", lambda text: text or ""):
        yield "cells as they are", bool(table_faults(BEGINNINGS)[1])
    opened: Any = typst.Compiler(f'#read("{bait}") #link("{address}")[x]'.encode(), root="/").compile()
    yield "a text that is run as markup of the typesetter", {"pdf: /Link", "pdf: a file was read"} <= set(pdf_faults(bytes(opened), came))
    with urllib.request.urlopen(address, timeout=5):
        pass
    yield "one fetch", bool(pdf_faults(to_pdf(raw, ENVELOPE.exported_at), came))


def run(n: int = 400, seed: int = 4) -> Outcome:
    """Write the texts in every place and format, and try `n` names of files."""
    begun, failures = time.monotonic(), list[str]()
    with baits() as (address, bait, came):
        odd = Odd(" / ".join(MARKUP).replace("HTTP", address).replace("FILE", str(bait)))
        session = person(odd)
        page = page_for(order(session, notes=frozenset({"record", "to_do", "private"})))
        failures += page_faults(page)
        failures += pdf_faults(to_pdf(page, ENVELOPE.exported_at), came)
        cells, live = table_faults(BEGINNINGS)
        failures += live + name_faults(random.Random(seed), n)
        caught = tuple(broken(page, address, bait, came))
    done = f"{len(MARKUP)} texts in {len(odd.places)} places of a page in 4 formats, {cells} cells of tables, {n} names of files"
    return Outcome("T4", done, n, tuple(failures), seed, time.monotonic() - begun, caught)
