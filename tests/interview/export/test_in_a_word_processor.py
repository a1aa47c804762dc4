"""The exported DOCX in LibreOffice: it opens, its text is all there, and the summary takes one sheet. Skipped where there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pypdf
import pytest

from interview.export.page import Page, text_of
from interview.export.page_docx import to_docx
from tests.interview.export.record import ENVELOPE, page, record
from tests.interview.export.test_every_format import heads, squeezed, stands_in, without_foot
from tests.interview.tui.rich_records import rich_doors

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def reopened(pages: dict[str, Page], folder: Path) -> dict[str, list[str]]:
    """Return the text of each sheet that LibreOffice makes of each page."""
    assert SOFFICE is not None
    for name, each in pages.items():
        (folder / f"{name}.docx").write_bytes(to_docx(each, ENVELOPE.exported_at))
    argv = [SOFFICE, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--convert-to", "pdf", "--outdir", str(folder)]
    files = [str(folder / f"{name}.docx") for name in pages]
    subprocess.run([*argv, *files], check=True, timeout=100, capture_output=True, env={**os.environ, "HOME": str(folder)})
    return {name: [each.extract_text() for each in pypdf.PdfReader(folder / f"{name}.pdf").pages] for name in pages}


@pytest.mark.skipif(SOFFICE is None, reason="no LibreOffice here: the exported DOCX was not reopened")
def test_libreoffice_opens_it_and_shows_all_of_its_text(tmp_path: Path) -> None:
    full = rich_doors().read("visit1")
    pages = {"full": page(full), "summary": page(full, "chart", "summary"), "hostile": page(record())}
    shown = reopened(pages, tmp_path)
    assert 1 == len(shown["summary"])
    for name, each in pages.items():
        read = squeezed(without_foot(text, each) for text in shown[name])
        lines = [line.replace(": ", "", 1) if line in heads(each) else line for line in text_of(each)]
        lost = [line for line in lines if not stands_in(line, read)]
        assert [] == lost, name
