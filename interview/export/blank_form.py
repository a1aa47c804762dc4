"""The interview to fill in by hand (`pages/blank.py`) in each format of pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from interview.export.page import Page
from interview.export.page_docx import to_docx
from interview.export.page_html import to_html
from interview.export.page_markdown import to_markdown
from interview.export.page_pdf import to_pdf
from interview.export.pages.blank import blank
from interview.questionnaire.model import Questionnaire

DRAWN: Final[dict[str, Callable[[Page, str], bytes]]] = {
    "html": lambda page, __: to_html(page),
    "pdf": to_pdf,
    "docx": to_docx,
    "markdown": lambda page, __: to_markdown(page),
}


def blank_in(form: str, questionnaire: Questionnaire, version: str, depth: str, made_at: str) -> bytes:
    """Return the form as bytes. Raises `KeyError` for a format that draws no pages."""
    return DRAWN[form](blank(questionnaire, version, depth), made_at)
