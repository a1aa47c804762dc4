"""Answers by mouse: a click chooses and shows it, a second one or Enter takes it; safety is taken by Enter alone."""

from __future__ import annotations

import pytest
from textual.geometry import Offset

from interview.tui.screens.clicking import KEPT
from interview.tui.widgets.option_lines import set_in_lines
from interview.tui.widgets.question_card import QuestionCard
from tests.interview.engine.world import PLAIN
from tests.interview.tui.desk import Desk, at_desk, doors
from tests.interview.tui.every_screen import at_screen

SIZE = (140, 45)


def at_words(desk: Desk, words: str, *, on_card: bool = True) -> Offset:
    """Return where these words begin; on the card, their last mention."""
    region = desk.app.screen.query_one(QuestionCard).region
    lines = desk.text().split("\n")
    rows = range(region.y, region.bottom) if on_card else range(len(lines))
    y = next(y for y in reversed(rows) if words in lines[y])
    return Offset(lines[y].rindex(words), y)


async def click_words(desk: Desk, words: str, *, times: int = 1) -> None:
    """Click on words of the card."""
    at = at_words(desk, words)
    for _again in range(times):
        await desk.pilot.click(offset=(at.x, at.y))
        await desk.settle()


async def until(desk: Desk, link_id: str) -> None:
    """Answer by keys until a question is asked."""
    while desk.link_id != link_id:
        assert desk.link_id is not None
        await desk.reply(PLAIN[desk.link_id])


async def test_a_click_chooses_an_option_and_a_second_one_takes_it() -> None:
    async with at_desk(doors(), SIZE) as desk:
        await desk.begin()
        await click_words(desk, "yes")
        assert "yes" == desk.asking.line.text
        assert "interview.consent" == desk.link_id
        assert desk.app.focused is desk.asking.line
        await click_words(desk, "no")
        assert "no" == desk.asking.line.text
        await click_words(desk, "yes", times=2)
        assert "narrative.concern" == desk.link_id
        await until(desk, "lifestyle.smoking")
        item = desk.session.view().item
        assert item is not None
        await click_words(desk, item.item.options[1].display)
        assert "2" == desk.asking.line.text
        await click_words(desk, item.item.options[0].display, times=2)
        answer = desk.session.answer_of("lifestyle.smoking")
        assert answer is not None
        assert item.item.options[0].code == answer.value


async def test_no_double_click_answers_a_question_of_safety() -> None:
    async with at_desk(doors(), SIZE) as desk:
        await desk.begin()
        await until(desk, "safety.wish_to_be_dead")
        await click_words(desk, "no", times=3)
        assert "safety.wish_to_be_dead" == desk.link_id
        assert "no" == desk.asking.line.text
        await desk.press("enter")
        assert "safety.thoughts" == desk.link_id


async def test_several_choices_are_put_on_the_line_and_taken_off_it() -> None:
    async with at_screen("question") as desk:
        link_id = next(item.link_id for section in desk.session.questionnaire.section for item in section.item if item.type == "choices")
        desk.asking.go_to_place(link_id)  # type: ignore[attr-defined]
        await desk.settle()
        item = desk.session.view().item
        assert item is not None
        if desk.asking.is_folded(item):
            await desk.press("f7")
        first, second = (option.display for option in item.item.options[:2])
        await click_words(desk, f"1  {first[:12]}")
        await click_words(desk, f"2  {second[:12]}")
        assert "1, 2" == desk.asking.line.text
        await click_words(desk, f"1  {first[:12]}")
        assert "2" == desk.asking.line.text


async def test_an_answer_begun_in_words_is_kept_from_a_click() -> None:
    async with at_desk(doors(), SIZE) as desk:
        await desk.begin()
        await until(desk, "lifestyle.smoking")
        await desk.type("on Sundays, with my")
        item = desk.session.view().item
        assert item is not None
        await click_words(desk, item.item.options[1].display)
        assert "on Sundays, with my" == desk.asking.line.text
        assert KEPT in desk.words()


async def test_a_number_of_a_scale_is_clicked() -> None:
    async with at_desk(doors(), SIZE) as desk:
        await desk.begin()
        await until(desk, "kellner")
        await desk.press("f7")
        await click_words(desk, "7", times=2)
        answer = desk.session.answer_of("kellner")
        assert answer is not None
        assert 7 == answer.value


async def test_an_open_question_at_the_end_is_gone_to_by_a_click() -> None:
    async with at_screen("nothing left") as desk:
        assert desk.link_id is None
        offered = desk.app.screen._offered  # type: ignore[attr-defined]
        await click_words(desk, offered[1].sentence[:20])
        assert offered[1].link_id == desk.link_id


@pytest.mark.parametrize(("column", "line", "place"), [(0, 0, 0), (5, 3, 3), (13, 0, 4), (40, 2, 6), (13, 3, None), (0, 4, None)])
def test_a_place_in_two_columns_is_one_option(column: int, line: int, place: int | None) -> None:
    laid = set_in_lines(tuple((number, "option") for number in range(1, 8)), 1, 21)
    assert place == laid.at(column, line)
