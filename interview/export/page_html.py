"""A page as one self-contained HTML file: no script, nothing fetched, every text escaped; readable on a phone and on paper."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup

from interview.export.page import CellPicture, Entry, GraphPicture, Page, spans
from interview.export.pictures.cells import cells_svg
from interview.export.pictures.graph import graph_svg


def to_html(page: Page) -> bytes:
    """Return a page as UTF-8."""
    style = _read("page.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    pictures = {
        place: Markup(picture_svg(block)) for place, block in enumerate(page.blocks) if isinstance(block, GraphPicture | CellPicture)
    }
    made = _template().render(
        page=page,
        style=Markup(style),
        style_hash=f"sha256-{digest}",
        pictures=pictures,
        words_of={place: _said(page.blocks[place]) for place in pictures},
    )
    return f"{made}\n".encode()


def picture_svg(block: GraphPicture | CellPicture) -> str:
    """Return a picture as SVG: text in it is escaped there."""
    return graph_svg(block.layout, block.title) if isinstance(block, GraphPicture) else cells_svg(block.lines, block.title)


def _said(block: object) -> tuple[Entry, ...]:
    return tuple(Entry(spans(words)) for words in block.words) if isinstance(block, GraphPicture | CellPicture) else ()


@cache
def _template() -> Template:
    world = Environment(autoescape=True, undefined=StrictUndefined, loader=FunctionLoader(_read), trim_blocks=False)
    return world.get_template("page.html")


def _read(name: str) -> str:
    return (resources.files("interview.export") / "templates" / name).read_text("utf-8")
