"""What a reader of each format finds in an export: its texts, by a reading of our own that shares nothing with what wrote them."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any, Final
from xml.etree import ElementTree

import pypdf
from markdown_it import MarkdownIt

BOX: Final = "□"
"""What a PDF shows for a character that no font has, where nothing tells which one it was."""

_MAPPED: Final = re.compile(r"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>")
_WORDS: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class _Texts(HTMLParser):
    """The texts of a page but for those in its pictures, which are broken into lines there and stand in words beside."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._pictures = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._pictures += tag == "svg"

    def handle_endtag(self, tag: str) -> None:
        self._pictures -= tag == "svg"

    def handle_data(self, data: str) -> None:
        if not self._pictures:
            self.said.append(data)


def strings(value: Any) -> Iterator[str]:
    """Yield every text among JSON values, the names too; an act of a transcript is a line that is JSON itself."""
    if isinstance(value, str) and value.startswith('{"link_id"'):
        yield from strings(json.loads(value))
    elif isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, each in value.items():
            yield name
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


def _json(content: bytes) -> list[str]:
    return list(strings(json.loads(content)))


def _csv(content: bytes) -> list[str]:
    return [cell for row in csv.reader(io.StringIO(content.decode("utf-8"), newline="")) for cell in row]


def _markdown(content: bytes) -> list[str]:
    tokens = MarkdownIt("commonmark").enable("table").parse(content.decode("utf-8"))
    return ["".join(child.content for child in token.children or ()) for token in tokens if token.type == "inline"]


def _html(content: bytes) -> list[str]:
    parsed = _Texts()
    parsed.feed(content.decode("utf-8"))
    return ["".join(parsed.said)]


def _docx(content: bytes) -> list[str]:
    """Every part is parsed as XML; the text of each paragraph of the document, a break as a line break."""
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        parts = {name: opened.read(name) for name in opened.namelist()}
    trees = {name: ElementTree.fromstring(part) for name, part in parts.items() if name.endswith((".xml", ".rels"))}
    found = []
    for paragraph in trees["word/document.xml"].iter(f"{_WORDS}p"):
        said = {f"{_WORDS}br": "\n", f"{_WORDS}tab": "\t"}
        found.append("".join(said.get(each.tag) or (each.text or "") for each in paragraph.iter() if each.tag in (*said, f"{_WORDS}t")))
    return [*found, *("".join(tree.itertext()) for name, tree in trees.items() if name.startswith("docProps/"))]


def _pdf(content: bytes) -> list[str]:
    read = pypdf.PdfReader(io.BytesIO(content))
    title = read.metadata.title if read.metadata is not None else None
    return ["".join(said for page in read.pages for said in _page(page)), title or ""]


def _page(page: Any) -> Iterator[str]:
    """The text of one sheet in the order of drawing: what a mark says it is stands for what was drawn in it; what is a foot is left out."""
    fonts = {name: _codes(font.get_object()) for name, font in (page["/Resources"].get("/Font") or {}).items()}
    codes: dict[int, str] = {}
    marks: list[str | None] = []
    contents = page.get_contents()
    for operands, operator in contents.operations if contents is not None else ():
        match operator:
            case b"Tf":
                codes = fonts.get(operands[0], {})
            case b"BDC" | b"BMC":
                about = operands[1] if len(operands) > 1 and isinstance(operands[1], dict) else {}
                said = "" if operands[0] == "/Artifact" else about.get("/ActualText")
                marks.append(None if said is None else str(said))
                if said and not any(each is not None for each in marks[:-1]):
                    yield str(said)
            case b"EMC" if marks:
                marks.pop()
            case b"Tj" | b"TJ" if all(each is None for each in marks):
                drawn = operands[0] if operator == b"TJ" else operands
                for part in drawn:
                    yield from _decoded(part, codes)


def _decoded(part: Any, codes: dict[int, str]) -> Iterator[str]:
    raw = part if isinstance(part, bytes) else getattr(part, "original_bytes", b"")
    for at in range(0, len(raw) - 1, 2):
        yield codes.get(raw[at] << 8 | raw[at + 1], BOX)


def _codes(font: Any) -> dict[int, str]:
    stream = font.get("/ToUnicode")
    written = stream.get_object().get_data().decode("latin-1") if stream is not None else ""
    sections = re.findall(r"beginbfchar(.*?)endbfchar", written, re.S)
    pairs = [pair for section in sections for pair in _MAPPED.findall(section)]
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be", "replace") for code, text in pairs}


READERS: Final[dict[str, Callable[[bytes], list[str]]]] = {
    "json": _json, "markdown": _markdown, "html": _html, "pdf": _pdf, "docx": _docx, "fhir": _json, "csv": _csv,
}  # fmt: skip
IN_BYTES: Final = ("json", "markdown", "html", "fhir", "csv")
"""Formats whose bytes are text, so that a control character in them drives whatever shows the file."""


def texts(form: str, content: bytes) -> list[str]:
    """Return the texts that a file of this format holds. Raises what its reading raises for a file that is none."""
    return READERS[form](content)
