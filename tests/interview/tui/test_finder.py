"""What is found first: entries in which the typed words begin words; and how much is drawn for one letter."""

from __future__ import annotations

import pytest
from textual.widgets import OptionList

from interview.tui.screens.finder import MOST_LINES, Entry, FinderScreen, found
from interview.tui.text import as_content
from tests.interview.tui.desk import at_desk, doors


def entries(*words: str) -> list[Entry]:
    return [Entry(each, as_content(each), each) for each in words]


@pytest.mark.parametrize(
    ("typed", "first", "also"),
    [
        ("how old", "How old are you?", "Show what was told"),
        ("OLD how", "How old are you?", "Show what was told"),
        ("sleep", "sleep: hours", "asleep at noon"),
        ("follow-up", "follow-up visit", "nofollow-up"),
        ("(kept)", "(kept) here", "un(kept)"),
        ("é", "été", "café"),
    ],
)
def test_beginnings_of_words_come_first_and_nothing_is_lost(typed: str, first: str, also: str) -> None:
    assert [first, also] == [entry.id for entry in found(entries(also, first, "neither"), typed)]


def test_the_order_stays_where_nothing_is_typed_and_among_equals() -> None:
    listed = entries("b one", "a one", "c one")
    assert listed == found(listed, "")
    assert listed == found(listed, "one")


async def test_one_letter_draws_a_few_lines_and_counts_the_rest() -> None:
    async with at_desk(doors()) as desk:
        desk.app.push_screen(FinderScreen("All", entries(*(f"question {n}" for n in range(900))), prompt=""))
        await desk.settle()
        lines = desk.app.screen.query_one("#found", OptionList)
        assert 900 == lines.option_count
        await desk.type("q")
        assert MOST_LINES + 1 == lines.option_count
        assert "840 more" in str(lines.get_option_at_index(MOST_LINES).prompt)
        await desk.type("uestion 77")
        assert 18 == lines.option_count
