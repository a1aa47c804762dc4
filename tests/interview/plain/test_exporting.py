"""Exports line by line, into real files from a real vault."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview.engine.exporting import ExportWanted
from interview.plain.exporting import wanted_of
from tests.interview.engine.world import SMALL
from tests.interview.program import Program


def test_a_record_is_written_from_the_line_for_a_reader_and_said_before(tmp_path: Path) -> None:
    program, out = Program(tmp_path / "data", SMALL), tmp_path / "a page.md"
    write = f"/export markdown '{out}'"
    typed = f"yes\nEverything is grey\n/preview markdown x for patient\n{write} for colleague\n{write}\n/quit\n"
    ended = program("new", "--subject", "S-1", "--plain", stdin=typed)
    said = " ".join(ended.out.split())
    assert 0 == ended.code
    assert "For patient: plain words for the person" in said
    assert f"Written to {out}; it is not encrypted." in said
    assert "Not written:" in said
    assert "this file exists and was left as it is" in said
    assert out.read_text("utf-8").startswith("# To a colleague: S-1")
    assert ["a page.md", "data"] == sorted(each.name for each in tmp_path.iterdir())


def test_a_line_that_is_no_export_says_how_and_a_format_that_is_none_says_which(tmp_path: Path) -> None:
    program = Program(tmp_path / "data", SMALL)
    ended = program("new", "--subject", "S-1", "--plain", stdin="yes\n/export\n/export 'pdf\n/export cat x\n/quit\n")
    said = " ".join(ended.out.split())
    assert 2 == said.count("Say it so: /export FORMAT FILE")
    assert "this version writes json, markdown" in said


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("pdf a.pdf", ExportWanted("pdf", Path("a.pdf"))),
        ("pdf 'a b.pdf' for patient", ExportWanted("pdf", Path("a b.pdf"), "patient")),
        ("pdf a.pdf summary", ExportWanted("pdf", Path("a.pdf"), "chart", "summary")),
        ("pdf a.pdf for colleague summary", ExportWanted("pdf", Path("a.pdf"), "colleague", "summary")),
        ("pdf a.pdf records-request", ExportWanted("pdf", Path("a.pdf"), "chart", "records-request")),
        (
            "pdf a.pdf for colleague with-words notes=record,private leave-out=kellner leave-out=trials[].agent",
            ExportWanted(
                "pdf", Path("a.pdf"), "colleague", "whole", True, frozenset({"record", "private"}), frozenset({"kellner", "trials[].agent"})
            ),
        ),
        ("json a.json without-words notes=", ExportWanted("json", Path("a.json"), verbatim=False, notes=frozenset())),
        ("json a.json notes=everything", None), ("json a.json leave-out=", None),
        ("pdf summary", ExportWanted("pdf", Path("summary"))),
        ("pdf a.pdf patient", None), ("pdf", None), ("", None), ("pdf 'a", None),
    ],
)  # fmt: skip
def test_a_line_names_format_file_reader_and_sheet(line: str, wanted: ExportWanted | None) -> None:
    assert wanted == wanted_of(line)
