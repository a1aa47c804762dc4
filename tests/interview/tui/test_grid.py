"""Answers by section: the same acts as in the conversation, two keys an item, nothing typed lost, safety met at once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.widgets import OptionList

from interview.engine.doors import Doors
from interview.engine.events import Event
from interview.engine.replies import Saved
from interview.engine.session import Session
from interview.tui.screens.grid import GridScreen
from interview.tui.widgets.grid_rows import grid_rows
from interview.tui.widgets.word_table import WordTable
from tests.interview.engine.world import PLAIN, FailingStore
from tests.interview.tui.desk import Desk, answers_given, at_desk, doors

SCALE = "kellner"
SAFETY, PERSON, TREATMENTS = "safety.wish_to_be_dead", "person.age_years", "interview.any.trials"
ROOMY = (120, 40)


def told(world: Doors, until: str | None = None) -> Session:
    """Return a record whose questions were answered in their order, until one that is still to be asked."""
    session = world.begin("S-1")
    for link_id, text in PLAIN.items():
        if link_id == until:
            break
        assert isinstance(session.answer(link_id, text), Saved)
    return session


@asynccontextmanager
async def at_grid(until: str, size: tuple[int, int] = ROOMY, store: FailingStore | None = None) -> AsyncIterator[Desk]:
    """Open the grid at a question."""
    world = doors(store=store)
    async with at_desk(world, size, told(world, until)) as desk:
        await desk.app.screen.run_action("grid")
        await desk.settle()
        assert until == desk.link_id
        yield desk


def rows(desk: Desk) -> dict[str, tuple[str, ...]]:
    return {row.key: row.cells[1:] for row in desk.app.screen.query_one(WordTable).shown if not row.is_heading}


def answered(desk: Desk, link_id: str) -> tuple[str, ...]:
    """The row of a question that was answered, wherever the cursor went."""
    return next(row.cells[1:] for row in grid_rows(desk.session, "person", {}) if row.key == link_id)


def headings(desk: Desk) -> list[str]:
    return [row.cells[0] for row in desk.app.screen.query_one(WordTable).shown if row.is_heading]


def facts(events: tuple[Event, ...]) -> list[object]:
    return [event.body for event in events if event.body.type != "record_opened"]


async def test_a_paper_interview_makes_the_events_of_the_conversation() -> None:
    expected = told(doors())
    async with at_grid(SAFETY) as desk:
        given = list(PLAIN)
        for link_id in given[given.index(SAFETY) :]:
            assert link_id == desk.link_id
            await desk.answer(PLAIN[link_id])
        assert "GridScreen" == desk.place
        assert facts(expected.events) == facts(desk.session.events)


async def test_an_item_of_a_scale_takes_two_keys() -> None:
    async with at_grid(SCALE) as desk:
        await desk.press("5", "enter")
        assert 5 == desk.session.state.answers[SCALE].value
        assert SCALE != desk.link_id


async def test_rows_tell_what_was_typed_understood_and_where_it_stands() -> None:
    async with at_grid(PERSON) as desk:
        assert ("", "", "open") == rows(desk)[PERSON]
        await desk.type("4")
        table = desk.app.screen.query_one(WordTable)
        assert "4" == str(table.get_cell(PERSON, "typed"))
        assert "NOT SAVED yet" == str(table.get_cell(PERSON, "status"))
        await desk.answer("4 years")
        assert ("44 years", "44", "saved") == rows(desk)[PERSON]
        await desk.press("f2", "1")
        assert ("", "declined", "declined") == answered(desk, SCALE)


async def test_nothing_typed_is_lost_by_moving_and_an_unsaved_cell_is_said() -> None:
    async with at_grid(SAFETY) as desk:
        await desk.type("[b]x[/b]")
        await desk.press("tab")
        assert "Wish to be dead: what was typed is kept there and is NOT SAVED yet" in desk.words()
        assert ("[b]x[/b]", "", "NOT SAVED yet") == rows(desk)[SAFETY]
        await desk.press("down", "shift+tab", "up")
        assert "[b]x[/b]" == desk.asking.line.text
        await desk.press("pagedown")
        assert "Person: 0 of 2" in desk.text()
        await desk.press("escape")
        assert "1 answer is typed and NOT SAVED" in desk.text()
        await desk.press("1")
        assert SAFETY == desk.link_id
        await desk.press("escape", "2")
        assert "InterviewScreen" == desk.place
        assert "[b]x[/b]" == desk.asking.line.text
        assert 2 == len(answers_given(desk.session))


async def test_a_positive_safety_answer_opens_safety_at_once_and_the_grid_comes_back() -> None:
    async with at_grid(SAFETY) as desk:
        await desk.answer("yes")
        assert "SafetyScreen" == desk.place
        for link_id in ("safety.thoughts", "safety.act"):
            assert isinstance(desk.session.answer(link_id, "no"), Saved)
        assert isinstance(desk.session.acknowledge_safety({"by": "Dr A"}), Saved)
        desk.asking.draw()
        await desk.settle()
        assert "GridScreen" == desk.place
        assert PERSON == desk.link_id


async def test_a_treatment_is_a_block_and_one_more_opens_the_next() -> None:
    async with at_grid("interview.more.trials[0]") as desk:
        assert "The latest: sertraline" in headings(desk)
        await desk.answer("yes")
        assert "trials[1].kind" == desk.link_id
        assert "Number 2" in headings(desk)
        assert list(rows(desk)).index("interview.more.trials[0]") < list(rows(desk)).index("trials[1].kind")


async def test_sections_by_list_and_places_by_the_keys_of_the_interview() -> None:
    async with at_grid(SAFETY) as desk:
        await desk.press("f6")
        await desk.type("life")
        assert 1 == desk.app.screen.query_one("#found", OptionList).option_count
        await desk.press("enter")
        assert "narrative.lifestyle" == desk.link_id
        await desk.press("f5")
        assert "TreatmentsScreen" == desk.place
        await desk.press("escape")
        assert "InterviewScreen" == desk.place
        assert "narrative.lifestyle" == desk.link_id


async def test_a_full_disk_keeps_what_was_typed() -> None:
    store = FailingStore()
    async with at_grid(SAFETY, store=store) as desk:
        store.is_full = True
        await desk.answer("no")
        assert "NOT SAVED: the disk is full" in desk.words()
        assert "no" == desk.asking.line.text
        store.is_full = False
        await desk.press("enter")
        assert ("no", "no", "saved") == rows(desk)[SAFETY]


async def test_a_closed_record_is_only_shown_and_the_grid_is_reached_by_its_word() -> None:
    world = doors()
    session = told(world)
    session.go("review")
    session.go("close")
    async with at_desk(world, session=session) as desk:
        await desk.answer("/grid")
        assert isinstance(desk.app.screen, GridScreen)
        await desk.press("pagedown")
        before = len(session.events)
        await desk.answer("no")
        assert before == len(session.events)
        assert "This record is closed" in desk.words()
