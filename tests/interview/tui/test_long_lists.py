"""A long list of options: every one can be brought into view, what is asked stays in view, and the last one left is taken by Enter."""

from __future__ import annotations

from itertools import product

import pytest
from textual import events

from interview.engine.doors import Doors
from interview.engine.session import Session
from interview.questionnaire.model import AnswerOption, Item, Questionnaire, Section
from interview.tui.widgets.message_line import MessageLine
from interview.tui.widgets.option_lines import OptionLines
from tests.interview.engine.world import SMALL
from tests.interview.tui.desk import Desk, answers_given, at_desk, doors

NAMES = [f"{color} {animal}" for color, animal in product(("amber", "crimson", "olive", "violet"), (
    "badger", "cormorant", "dormouse", "falcon", "gannet", "hedgehog", "jackdaw", "kestrel", "lapwing", "marten", "nuthatch", "otter",
))][:46]  # fmt: skip
LONG = "interview.long"
ELEVEN = "interview.eleven"
SIX = "interview.six"
SIZES = ((80, 24), (140, 45), (60, 15))


def options(names: list[str]) -> tuple[AnswerOption, ...]:
    return tuple(
        AnswerOption(code=name.replace(" ", "_"), display=f"the {name}, seen from the window of the old kitchen") for name in names
    )


MANY = Questionnaire(
    id=SMALL.id,
    version=SMALL.version,
    title=SMALL.title,
    section=(
        *SMALL.section,
        Section(
            id="many",
            title="Many",
            order=900,
            item=(
                Item(link_id=LONG, type="choices", text="Which of these did you see in the field?", options=options(NAMES)),
                Item(link_id=ELEVEN, type="choice", text="Which of them came first?", options=options(NAMES[:11])),
                Item(link_id=SIX, type="choice", text="Which of them came last?", options=options(NAMES[:6])),
            ),
        ),
    ),
)


def asking(link_id: str) -> tuple[Doors, Session]:
    world = doors(MANY)
    session = world.begin("S-1")
    session.answer("interview.consent", "yes")
    session.go_to(link_id)
    return world, session


def in_view(desk: Desk, names: list[str]) -> set[str]:
    words = desk.words()
    return {name for name in names if f"the {name}" in words}


def message(desk: Desk) -> str:
    return desk.app.screen.query_one("#message", MessageLine).words


@pytest.mark.parametrize("size", SIZES)
async def test_the_arrows_bring_every_option_into_view_and_the_question_stays(size: tuple[int, int]) -> None:
    world, session = asking(LONG)
    async with at_desk(world, size, session) as desk:
        seen = in_view(desk, NAMES)
        assert set(NAMES[:1]) <= seen < set(NAMES)
        assert f"{len(seen)} of 46 in view, more below (Down)" in desk.words()
        while "more below" in desk.words() or "more above and below" in desk.words():
            await desk.press("down")
            seen |= in_view(desk, NAMES)
            assert "Which of these did you see in the field?" in desk.words()
            assert "numbers or words, several apart by commas" in desk.words()
        assert set(NAMES) == seen
        assert "46 in view, more above (Up)" in desk.words()
        await desk.press(*["up"] * 100)
        assert "more below (Down)" in desk.words()
        assert NAMES[0] in in_view(desk, NAMES)


@pytest.mark.parametrize("size", SIZES)
async def test_eleven_options_are_all_reached_and_the_hint_is_whole(size: tuple[int, int]) -> None:
    world, session = asking(ELEVEN)
    async with at_desk(world, size, session) as desk:
        seen = in_view(desk, NAMES[:11])
        for _ in range(22):
            assert "a number or words" in desk.words()
            await desk.press("down")
            seen |= in_view(desk, NAMES[:11])
        assert set(NAMES[:11]) == seen


async def test_the_wheel_scrolls_the_options() -> None:
    world, session = asking(LONG)
    async with at_desk(world, (80, 24), session) as desk:
        lines = desk.app.screen.query_one(OptionLines)
        turn = events.MouseScrollDown(lines, 1, 1, 0, 1, 0, False, False, False)
        lines.post_message(turn)
        await desk.settle()
        assert "more above and below (Up, Down)" in desk.words()


async def test_an_arrow_inside_an_answer_of_two_lines_moves_the_cursor_first() -> None:
    world, session = asking(LONG)
    async with at_desk(world, (80, 24), session) as desk:
        await desk.paste("otter\nmarten")
        await desk.press("up")
        assert (0, 5) == desk.asking.line.cursor_location
        assert "more below (Down)" in desk.words()


async def test_a_short_list_says_nothing_of_scrolling() -> None:
    world, session = asking(SIX)
    async with at_desk(world, (80, 24), session) as desk:
        assert set(NAMES[:6]) == in_view(desk, NAMES[:6])
        assert "in view" not in desk.words()


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("oli kest", ["olive_kestrel"]),
        ("3, vio gann", ["amber_dormouse", "violet_gannet"]),
        ("cri ott; oli jack", ["crimson_otter", "olive_jackdaw"]),
    ],
)
async def test_enter_takes_the_single_option_that_is_left(typed: str, codes: list[str]) -> None:
    world, session = asking(LONG)
    async with at_desk(world, (80, 24), session) as desk:
        await desk.type(typed)
        await desk.settle()
        assert "45 more options do not match what is typed; Enter takes this one" in desk.words()
        await desk.press("enter")
        answer = session.answer_of(LONG)
        assert answer is not None
        assert (codes, typed) == (answer.value, answer.verbatim)


async def test_two_options_left_are_not_guessed_from() -> None:
    world, session = asking(ELEVEN)
    async with at_desk(world, (80, 24), session) as desk:
        before = session.state.seq
        await desk.type("amber")
        await desk.settle()
        await desk.press("enter")
        assert before == session.state.seq


async def test_where_nothing_is_put_out_of_view_nothing_is_taken_by_being_left() -> None:
    world, session = asking(SIX)
    async with at_desk(world, (80, 24), session) as desk:
        await desk.answer("haw hed")
        assert SIX not in answers_given(session)
        assert message(desk).startswith("Not understood yet")


async def test_a_short_list_takes_no_more_lines_than_it_has() -> None:
    world, session = asking(SIX)
    async with at_desk(world, (140, 45), session) as desk:
        lines = desk.app.screen.query_one(OptionLines)
        assert 6 == lines.size.height
