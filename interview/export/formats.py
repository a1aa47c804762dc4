"""Every export format there is, by name: the ending of its files, who may get it, and what makes its bytes.

An export is one file, or several that belong together: by what is put in the place of the ending (`""` is the file itself).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from interview.engine.exporting import Tell, unheard
from interview.export.csv import to_csv
from interview.export.fhir.bundle import to_fhir
from interview.export.json import order_to_json
from interview.export.order import Order
from interview.export.page import Page
from interview.export.page_docx import to_docx
from interview.export.page_html import to_html
from interview.export.page_markdown import to_markdown
from interview.export.page_pdf import to_pdf
from interview.export.practice import refuse_locked
from interview.export.readers import page_for
from interview.export.refusal import ExportImpossible
from interview.export.selection import READERS, Reader
from interview.export.sheets import OF_PRACTICE
from interview.language import _

Files = dict[str, bytes]
FOR_PEOPLE: Final[tuple[Reader, ...]] = ("chart", "colleague", "patient")
FOR_MACHINES: Final[tuple[Reader, ...]] = ("chart", "colleague", "research")


@dataclass(frozen=True, slots=True)
class Format:
    """One format."""

    ending: str
    about: str
    """What it is for, in a few words."""
    write: Callable[[Order], Files]
    readers: tuple[Reader, ...]
    is_page: bool = False
    """Whether it is a page to read: then it may be a summary or a letter too."""


def _page(ending: str, about: str, draw: Callable[[Page, str], bytes]) -> Format:
    return Format(ending, about, lambda order: {"": draw(page_for(order), order.envelope.exported_at)}, FOR_PEOPLE, True)


FORMATS: Final[dict[str, Format]] = {
    "json": Format(".json", _("for machines and for keeping; `import` reads it"), lambda order: {"": order_to_json(order)}, FOR_MACHINES),
    "markdown": _page(".md", _("text to read anywhere"), lambda page, __: to_markdown(page)),
    "html": _page(".html", _("a page for a browser, a phone, or to print"), lambda page, __: to_html(page)),
    "pdf": _page(".pdf", _("to print and to send"), to_pdf),
    "docx": _page(".docx", _("to go on writing in a word processor"), to_docx),
    "fhir": Format(".fhir.json", _("for other programs: a FHIR R4 Bundle"), to_fhir, FOR_MACHINES),
    "csv": Format(".csv", _("tables for statistics, with a codebook beside"), to_csv, FOR_MACHINES),
}


def refuse_unfit(name: str, reader: str, sheet: str) -> None:
    """Refuse what no format makes. Raises `ExportImpossible`."""
    if name not in FORMATS:
        raise ExportImpossible(_("--format: this version writes {listed}; name one of them.").format(listed=", ".join(FORMATS)))
    chosen = FORMATS[name]
    if reader not in READERS:
        raise ExportImpossible(_("--for: the readers are {listed}; name one of them.").format(listed=", ".join(READERS)))
    if reader not in chosen.readers:
        fitting = ", ".join(each for each, form in FORMATS.items() if reader in form.readers)
        raise ExportImpossible(
            _("--for {reader}: there is no {form} for this reader; choose {fitting}.").format(reader=reader, form=name, fitting=fitting)
        )
    if sheet != "whole" and not chosen.is_page and not (sheet in OF_PRACTICE and name == "json"):
        pages = ", ".join(each for each, form in FORMATS.items() if form.is_page)
        raise ExportImpossible(_("--sheet {sheet}: that is a page to read; choose {pages}.").format(sheet=sheet, pages=pages))


def render(name: str, order: Order, tell: Tell = unheard) -> Files:
    """Return the files of a record in one format. Raises `ExportImpossible`; whatever `tell` raises ends it."""
    refuse_unfit(name, order.chosen.reader, order.sheet)
    refuse_locked(order, name)
    if order.sheet == "whole" and order.chosen.reader not in ("patient", "colleague"):
        tell(_("working out what conclusions hang on"))
        order.session.assessment(in_depth=True)
    tell(_("setting the pages") if FORMATS[name].is_page else _("putting it down"))
    made = FORMATS[name].write(order)
    tell(_("writing"))
    return made
