"""Free text on the screen is text: no markup, no control character, no change of direction."""

from __future__ import annotations

import pytest

from interview.tui.text import as_content, indented, shown


@pytest.mark.parametrize("text", ["[/]", "[red]x[/]", "[@click=app.quit]x[/]", "$primary {x}", "[b", "\\[b]"])
def test_brackets_are_shown_as_brackets(text: str) -> None:
    content = as_content(text)
    assert text == content.plain
    assert [] == content.spans


def test_a_style_is_ours_and_spans_the_whole_text() -> None:
    content = as_content("[red]x", "bold")
    assert "[red]x" == content.plain
    assert [(0, 6, "bold")] == [(span.start, span.end, span.style) for span in content.spans]


def test_what_could_drive_a_terminal_is_left_out() -> None:
    assert "red[31m and a bell" == shown("red\x1b[31m and a bell\x07\x9b")


def test_what_could_turn_a_text_round_is_left_out() -> None:
    assert "admin.txt" == shown("admin\u202e.txt\u202c")


def test_line_breaks_of_every_kind_stay_line_breaks() -> None:
    assert "a\nb\nc\nd\n    e" == shown("a\r\nb\rc\u2028d\n\te")


def test_a_lone_surrogate_is_shown_to_be_there() -> None:
    assert "a\ufffdb" == shown("a\ud800b")


def test_indentation_holds_on_every_line() -> None:
    assert "\xa0\xa0→ a\n\xa0\xa0\xa0\xa0b" == indented("a\nb", 2, after="→ ")


def test_indentation_by_itself_adds_blanks_only_and_a_line_stays_a_line() -> None:
    assert "\xa0a b\n\xa0" == indented("a b\n", 1)
