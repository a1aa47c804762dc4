"""A whole interview from the start page to its report: by keys alone; by mouse, with only free text typed. Keys are counted."""

from __future__ import annotations

from collections.abc import Callable

from textual.widget import Widget
from textual.widgets import Button, OptionList

from interview.questionnaire.model import Item
from interview.tui.widgets.key_line import KeyLine
from interview.tui.widgets.line_input import LineInput
from interview.tui.widgets.question_words import clickable_words, numbered_options
from tests.interview.engine.world import PLAIN
from tests.interview.tui.desk import Desk, at_desk, doors
from tests.interview.tui.every_screen import at_screen
from tests.interview.tui.test_clicking import at_words

SIZE = (140, 45)
FIRST_QUESTION, RESUME, SCALE_ITEM = 3, 1, 2
"""Most keys to the first question beside the pseudonym, to resume, and for an item of a scale."""


async def click(desk: Desk, target: Widget, at: tuple[int, int] = (1, 0)) -> None:
    """Click on a widget."""
    await desk.pilot.click(target, offset=at)
    await desk.settle()


async def click_key(desk: Desk, key: str) -> None:
    """Click on a key at the foot of the screen."""
    foot = desk.app.screen.query_one(KeyLine)
    await click(desk, foot, (next(each.start for each in foot.keys if each.key == key), 0))


async def click_line(desk: Desk, words: str) -> None:
    """Click on the line of a list that holds the words."""
    lines = desk.app.screen.query_one(OptionList)
    y = next(y for y in range(lines.size.height) if words in lines.render_line(y).text)
    await click(desk, lines, (3, y))


async def click_button(desk: Desk, words: str) -> None:
    """Click on a button."""
    await click(desk, next(each for each in desk.app.screen.query(Button) if words in str(each.label)))


async def answers(desk: Desk, save: Callable[[], object], typed: list[str] | None = None) -> int:
    """Answer what is asked, and return how many questions there were; with `typed`, by mouse where the card can be clicked."""
    count = 0
    while (item := desk.session.view().item) is not None:
        if desk.asking.is_folded(item):
            desk.asking.action_view()
            await desk.settle()
        text = PLAIN.get(item.link_id, "no")
        if typed is None or not await clicked(desk, item.item, text):
            await desk.type(text)
            if typed is not None:
                typed.append(text)
        await save()  # type: ignore[misc]
        count += 1
        assert count < 40
    return count


async def clicked(desk: Desk, item: Item, text: str) -> bool:
    """Click on what the card offers for an answer; False where it has to be written."""
    shown = numbered_options(item)
    words = next((f"{number}  {said}" for number, said in shown if text in (str(number), said, item.options[number - 1].code)), text)
    if not shown and text not in clickable_words(item):
        return False
    at = at_words(desk, words)
    await desk.pilot.click(offset=(at.x, at.y))
    await desk.settle()
    assert desk.asking.line.text
    return True


async def test_a_whole_interview_by_keys_alone() -> None:
    async with at_desk(doors(), SIZE) as desk:
        await desk.begin()
        count = await answers(desk, lambda: desk.press("enter"))
        await desk.press("f10", "1")
        if desk.place == "ChoiceScreen":
            await desk.press("1")
        assert "ReviewScreen" == desk.place
        await desk.press("c")
        assert "AskFirst" == desk.place
        await desk.press("right", "enter")
        assert "closed" == desk.session.phase
        if desk.place == "ChoiceScreen":
            await desk.press("1")
        assert "ReportScreen" == desk.place
        print(f"{count} questions, closed, and the report is open")


async def test_a_whole_interview_by_mouse_where_only_free_text_is_typed() -> None:
    typed: list[str] = ["S-1"]
    async with at_desk(doors(), SIZE) as desk:
        await click_key(desk, "f2")
        await desk.type("S-1")
        await click_button(desk, "Begin")
        count = await answers(desk, lambda: click_key(desk, "enter"), typed)
        await click_key(desk, "f1")
        await click_line(desk, "Check the answers")
        await click_line(desk, "check the answers")
        if desk.place == "ChoiceScreen":
            await click_line(desk, "open it")
        assert "ReviewScreen" == desk.place
        await click_key(desk, "c")
        await click_button(desk, "Yes")
        assert "closed" == desk.session.phase
        if desk.place == "ChoiceScreen":
            await click_line(desk, "open it")
        assert "ReportScreen" == desk.place
        written = [PLAIN[each] for each in ("narrative.concern", "person.age_years", "trials[0].agent", "trials[0].dose_mg")]
        assert ["S-1", *written, PLAIN["narrative.lifestyle"], PLAIN["lifestyle.cigarettes_per_day"]] == typed
        print(
            f"{count} questions; {len(typed) - 1} of them typed ({sum(map(len, typed))} characters with the pseudonym), the others clicked"
        )


async def test_the_first_question_is_near() -> None:
    async with at_desk(doors(), SIZE) as desk:
        keys = ("f2", "enter")
        await desk.press(keys[0])
        await desk.type("S-1")
        await desk.press(keys[1])
        assert "InterviewScreen" == desk.place
        assert desk.link_id is not None
        assert len(keys) <= FIRST_QUESTION
        print(f"first question: {len(keys)} keys and the pseudonym")
    async with at_desk(doors(), SIZE) as desk:
        assert isinstance(desk.app.focused, LineInput)
        await desk.type("S-2")
        await desk.press("enter", "enter")
        assert "InterviewScreen" == desk.place


async def test_resuming_is_one_key_and_an_item_of_a_scale_two() -> None:
    async with at_screen("home") as desk:
        await desk.press("enter")
        assert "InterviewScreen" == desk.place
        assert "visit1" == desk.session.record
    assert RESUME == len(("enter",))
    async with at_desk(doors(), SIZE) as desk:
        await desk.begin()
        await answers_until(desk, "kellner")
        keys = ("5", "enter")
        await desk.press(*keys)
        answer = desk.session.answer_of("kellner")
        assert answer is not None
        assert 5 == answer.value
        assert len(keys) <= SCALE_ITEM
        print(f"resume: 1 key; an item of a scale: {len(keys)} keys")


async def answers_until(desk: Desk, link_id: str) -> None:
    """Answer until a question is asked."""
    while desk.link_id != link_id:
        assert desk.link_id is not None
        await desk.answer(PLAIN[desk.link_id])
    item = desk.session.view().item
    if item is not None and desk.asking.is_folded(item):
        await desk.press("f7")
