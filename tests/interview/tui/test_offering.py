"""Search from the interview, open questions at the end, another visit beside: each reached by a word, an entry or a key."""

from __future__ import annotations

from interview.engine.session import Session
from interview.tui.screens.compare import CompareScreen
from interview.tui.screens.other_visit import OtherVisitScreen
from interview.tui.widgets.conversation import Conversation
from tests.interview.engine.world import PLAIN, ask_through
from tests.interview.tui.desk import at_desk, doors

ROOMY = (120, 40)


def through(session: Session) -> Session:
    ask_through(session, PLAIN)
    return session


async def test_what_is_found_in_this_interview_is_shown_in_its_turn() -> None:
    world = doors()
    async with at_desk(world, ROOMY, through(world.begin("S-1"))) as desk:
        await desk.answer("/find sertraline which")
        assert "SearchScreen" == desk.place
        await desk.press("enter")
        assert "InterviewScreen" == desk.place
        option = desk.app.screen.query_one(Conversation).highlighted_option
        assert option is not None
        assert str(option.id).endswith(":trials[0].agent")
        assert desk.app.screen.focused is desk.app.screen.query_one(Conversation)


async def test_another_interview_of_the_subject_is_found_by_its_name_and_only_read() -> None:
    world = doors()
    earlier = through(world.begin("S-1"))
    session = world.begin("S-1", "follow_up")
    async with at_desk(world, ROOMY, session) as desk:
        await desk.answer("/find grey baseline")
        assert "S-1 · baseline · 1 March 2026: said: What brings you? → Everything is grey." in desk.words()
        before = len(earlier.events)
        await desk.press("enter")
        assert isinstance(desk.app.screen, OtherVisitScreen)
        option = desk.app.screen.query_one(Conversation).highlighted_option
        assert option is not None
        assert str(option.id).endswith(":narrative.concern")
        await desk.press("enter", "escape")
        assert "InterviewScreen" == desk.place
        assert before == len(world.store.events(earlier.record))


async def test_going_to_a_place_also_finds_what_was_said_marked_apart() -> None:
    world = doors()
    async with at_desk(world, ROOMY, through(world.begin("S-1"))) as desk:
        await desk.press("f6")
        await desk.type("grey")
        await desk.settle()
        assert ["said: What brings you? → Everything is grey."] == desk.lines("#found").splitlines()
        await desk.press("ctrl+u")
        await desk.type("brings")
        await desk.settle()
        assert ["   2 ✓ What brings you?", "said: What brings you? → Everything is grey."] == [
            line.partition("  →")[0].partition("  " + "\u2192")[0] for line in desk.lines("#found").splitlines()
        ]


async def test_at_the_end_open_questions_are_offered_and_enter_goes_to_the_first() -> None:
    world = doors()
    session = through(world.begin("S-1"))
    first = next(question.link_id for question in session.open_questions() if question.settles)
    async with at_desk(world, ROOMY, session) as desk:
        assert session.view().item is None
        assert "Open questions that would settle the most." in desk.words()
        assert "It would help to see:" in desk.words()
        await desk.answer("7777")
        assert "There is no question to answer here" in desk.words()
        await desk.press("ctrl+u", "enter")
        assert first == desk.link_id
        await desk.press("f2", "2")
        assert session.view().item is None
        assert "Open questions that would settle the most." not in desk.words()


async def test_any_two_visits_are_set_side_by_side() -> None:
    world = doors()
    only = world.begin("S-2")
    visits = [through(world.begin("S-1", visit)) for visit in ("baseline", "follow_up", "follow_up")]
    async with at_desk(world, ROOMY, visits[1]) as desk:
        await desk.answer("/beside")
        assert 2 == len(desk.lines("#found").splitlines())
        await desk.press("down", "enter")
        assert isinstance(desk.app.screen, CompareScreen)
        assert "Two visits of S-1" in desk.text()
    async with at_desk(world, ROOMY, only) as desk:
        await desk.answer("/beside")
        assert "This is the only visit of this subject" in desk.words()
