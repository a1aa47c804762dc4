"""Words at a safety question that were not understood and then answered anew are kept in one word, as they were typed."""

from __future__ import annotations

from tests.interview.plain.test_plain import Doing


def test_words_that_were_not_understood_are_kept_as_a_note_of_their_question() -> None:
    doing = Doing(["yes", "grey", "no", "hard to put into words", "no", "/keep", "/keep", "/quit"])
    assert "Not kept so far: “hard to put into words”. /keep keeps these words as a note." in doing.said
    notes = [(note.kind, note.text, note.link_id) for note in doing.session.state.notes]
    assert [("record", "hard to put into words", "safety.thoughts")] == notes


def test_safety_that_was_opened_by_a_slip_is_left_by_a_word() -> None:
    doing = Doing(["yes", "grey", "no", "no", "no", "/safety", "/undo", "/quit"])
    assert "/undo goes back while nothing was said here." in doing.said
    said = [getattr(event.body, "trigger", event.body.type) for event in doing.session.events][-4:]
    assert ["safety_opened", "open_safety", "undo_safety", "pause"] == said
