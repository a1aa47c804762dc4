"""At 60 by 15: nothing that is needed to go on leaves the screen, and no two words run together."""

from __future__ import annotations

import pytest
from textual.widgets import RadioButton

from interview.tui.widgets.answer_input import AnswerInput
from interview.tui.widgets.question_card import QuestionCard
from interview.tui.widgets.word_table import WordTable
from interview.views.wellbeing_picture import CLINICIANS, LEVELS, PERSONS, ProfileWords, _heads
from tests.interview.tui.every_screen import at_screen

SMALLEST = (60, 15)
ROWS = 3


@pytest.mark.parametrize("said", [CLINICIANS, PERSONS])
@pytest.mark.parametrize("track", range(19, 61, 2))
def test_the_heads_of_the_profile_never_touch(said: ProfileWords, track: int) -> None:
    heads = [said.levels[each] for each in LEVELS]
    lines = _heads(heads, track)
    found = [word for line in lines for word in line.split("  ") if word.strip()]
    assert sorted(heads) == sorted(word.strip() for word in found)
    assert len(lines) <= len(LEVELS) - 1


async def test_the_grid_keeps_its_rows_its_question_and_its_line() -> None:
    async with at_screen("grid", SMALLEST) as desk:
        shown = desk.app.screen
        line, card, rows = (shown.query_one(each).region for each in (AnswerInput, QuestionCard, WordTable))
        assert rows.height >= ROWS
        assert card.height >= ROWS
        assert line.height >= 1
        assert line.bottom <= shown.size.height - 1


async def test_the_review_names_signing_at_its_foot() -> None:
    async with at_screen("review", SMALLEST) as desk:
        assert "s Sign" in desk.text().split("\n")[-1]


async def test_a_safety_question_of_the_tour_is_whole_and_its_line_below_it() -> None:
    async with at_screen("tour of safety", SMALLEST) as desk:
        shown = desk.app.screen
        card, line = shown.query_one(QuestionCard).region, shown.query_one(AnswerInput).region
        assert card.bottom <= line.y
        assert line.bottom <= shown.size.height - 1
        assert "yes or no" in desk.text()


async def test_the_settings_say_every_key_to_its_end() -> None:
    async with at_screen("settings", SMALLEST) as desk:
        for button in desk.app.screen.query(RadioButton):
            button.scroll_visible(animate=False)
            await desk.settle()
            assert str(button.label).split()[-1] in desk.words()
