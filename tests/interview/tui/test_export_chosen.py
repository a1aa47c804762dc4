"""What is chosen on the exporting sheet is what the command line can choose; nothing chosen is what the reader gets."""

from __future__ import annotations

from pathlib import Path

from interview.engine.exporting import ExportWanted
from interview.tui.screens.export_prompt import KINDS, NOTES, ExportChosen


def test_nothing_chosen_is_what_the_reader_gets() -> None:
    assert ExportWanted("pdf", Path("a.pdf")) == ExportChosen("pdf", "a.pdf", True).wanted()
    assert ExportChosen(None, "a", True).wanted() is None


def test_words_notes_and_questions_to_leave_out_go_along() -> None:
    chosen = ExportChosen("json", "a.json", True, "colleague", None, "with", "record to_do private", "trials[].agent, kellner")
    left = frozenset({"trials[].agent", "kellner"})
    notes = frozenset({"record", "to_do", "private"})
    assert ExportWanted("json", Path("a.json"), "colleague", "whole", True, notes, left) == chosen.wanted()
    without = chosen._replace(words="without", notes="none", leave_out="").wanted()
    assert without is not None
    assert (False, frozenset(), frozenset()) == (without.verbatim, without.notes, without.leave_out)
    assert NOTES.keys() == KINDS.keys()
