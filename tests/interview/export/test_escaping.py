"""Free text is never markup. Read back by a CommonMark parser, it is text and nothing else, and it is all there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from interview.export.escaping import TURNING, escape, escape_line
from trd_core.text import clean

HOSTILE = (
    "# heading", "## x", "- item", "+ item", "* item", "1. first", "1) first", "> quote", "```", "~~~", "    code", "---", "===", "***",
    "[a](http://x)", "![a](x.png)", "<b>x</b>", "<!-- x -->", "<script>", "&lt;b&gt;", "&#35;", "`code`", "*a* _b_ **c**", "~~a~~",
    "|a|b|", "http://example.org", "www.example.org", "a@example.org", "[x]: http://y", "[^1]", "$x$", "\\", "a\\", "\\# a", "!\\[a](b)",
    "Setext\n===", "[/]", "[@click=app.quit]x[/]", "a  \nb", "- [ ] task", "term\n: def", "a\n\nb", "1986. A year", "x<br>y", "\\\n",
)  # fmt: skip


def inner(tokens: list[Token]) -> list[Token]:
    return [child for token in tokens for child in (token, *(token.children or ()))]


def parsed(text: str) -> list[Token]:
    return inner(MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(f"- **label**: {escape(text)}\n\n- {escape(text)}\n"))


def shown(tokens: list[Token]) -> list[str]:
    return ["".join(child.content for child in token.children or ()) for token in tokens if token.type == "inline"]


ALLOWED = {
    "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close", "paragraph_open", "paragraph_close", "inline", "text",
    "strong_open", "strong_close", "text_special",
}  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    tokens = parsed(text)
    assert set() == {token.type for token in tokens} - ALLOWED
    expected = " ⏎ ".join(line.strip() for line in text.split("\n")).strip()
    assert [f"label: {expected}".strip(), expected] == [line.strip() for line in shown(tokens)]


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_cleaned_text_stays_text(raw: str) -> None:
    text = clean(raw)
    tokens = parsed(text)
    assert set() == {token.type for token in tokens} - ALLOWED
    if not any(mark in text for mark in TURNING) and text:
        expected = " ⏎ ".join(line.strip() for line in text.split("\n"))
        assert expected.strip() == shown(tokens)[-1].strip()


def test_the_same_text_unescaped_is_caught() -> None:
    unescaped = inner(MarkdownIt("commonmark").parse("- [a](http://x) <b>x</b>\n"))
    assert {"link_open", "link_close", "html_inline"} == {token.type for token in unescaped} - ALLOWED


def test_addresses_are_not_made_into_links_by_readers_that_do_so() -> None:
    assert "http\\://x" == escape_line("http://x")
    assert "www\\.x.org" == escape_line("www.x.org")
    assert "a\\@b.org" == escape_line("a@b.org")


def test_marks_that_turn_the_reading_direction_are_shown_by_name() -> None:
    assert "a⟨right-to-left override⟩b" == escape_line("a\u202eb")


def test_plain_prose_stays_readable() -> None:
    assert "Some nights, 5.5 hours (at most); she's tired - very." == escape_line("Some nights, 5.5 hours (at most); she's tired - very.")
