"""Keys that arrive together act one after another; what is typed before the first place stands goes to its line (D1)."""

from __future__ import annotations

import pytest
from textual import events

from interview.engine.session import Session
from interview.tui.app import InterviewApp
from interview.tui.glyphs import WIDE
from interview.tui.in_order import NOT_TAKEN, TYPED_EARLY, InOrder
from interview.tui.screens.safety import SafetyScreen
from tests.interview.engine.world import PLAIN, ask_through
from tests.interview.tui.desk import Desk, answers_given, at_desk, doors


def send(desk: Desk, *typed: str) -> None:
    """Send texts letter by letter, and keys by their names, all at once."""
    for each in typed:
        for key, character in [(each, None)] if each in NAMED else [(letter, letter) for letter in each]:
            event = events.Key(key, character)
            event.set_sender(desk.app)
            desk.app._driver.send_message(event)


async def as_the_toolkit_does(app: InOrder, event: events.Event) -> None:
    """Take every event as it comes: the control."""
    await super(InOrder, app).on_event(event)


BROKEN = pytest.mark.parametrize("broken", [False, True], ids=["as it is", "control: keys as the toolkit takes them"])
NAMED = {"enter", "backspace", "end", "home", "ctrl+u", "left", "f2", "f3", "f7", "f8", "pageup", "escape", "down"}


@BROKEN
async def test_what_is_deleted_is_deleted_before_enter_saves_and_the_next_answer_is_the_next_questions(
    broken: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One burst holds an answer with its correction, the next answer, a note, and half of an answer."""
    if broken:
        monkeypatch.setattr(InOrder, "on_event", as_the_toolkit_does)
    world = doors()
    async with at_desk(world, session=world.begin("S-1", interviewer="Dr A")) as desk:
        send(desk, "no", "backspace", "backspace", "yes", "enter", "Tired.", "end", "ctrl+u", "Grey.", "left", "s", "enter")
        send(desk, "f3", "a note", "enter", "1", "half")
        await desk.settle()
        answers, notes = answers_given(desk.session), [note.text for note in desk.session.state.notes]
        is_so = ({"interview.consent": True, "narrative.concern": "Greys."}, ["a note"]) == (answers, notes)
        assert is_so is not broken
        assert broken or "half" == desk.asking.line.text


@BROKEN
async def test_an_enter_that_was_typed_before_safety_took_over_answers_nothing_there(broken: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if broken:
        monkeypatch.setattr(SafetyScreen, "ONLY_SEEN", False)
    world = doors()
    session = world.begin("S-1", interviewer="Dr A")
    session.answer("interview.consent", "yes")
    async with at_desk(world, session=session) as desk:
        send(desk, "f8", "enter", "no", "enter")
        await desk.settle()
        assert "SafetyScreen" == desk.place
        assert ("safety.wish_to_be_dead" == desk.link_id) is not broken
        if not broken:
            assert "no" == desk.asking.line.text
            assert TYPED_EARLY in desk.words()
            await desk.press("enter")
            assert "safety.wish_to_be_dead" != desk.link_id


async def test_the_search_is_narrowed_before_enter_opens() -> None:
    world = doors()
    for subject in ("A-1", "B-2", "C-3"):
        world.begin(subject, interviewer="Dr A").release()
    async with at_desk(world) as desk:
        send(desk, "A-1", "enter")
        await desk.settle()
        assert ("InterviewScreen", "A-1") == (desk.place, desk.session.view().subject)


@pytest.mark.parametrize("broken", [False, True], ids=["as it is", "control: keys as the toolkit takes them"])
async def test_what_is_typed_before_the_first_drawing_is_on_the_line_and_nothing_acts(
    broken: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = doors()
    session: Session = world.begin("S-1", interviewer="Dr A")
    ask_through(session, PLAIN, until="narrative.lifestyle")
    before = answers_given(session)
    if broken:
        monkeypatch.setattr(InOrder, "on_event", as_the_toolkit_does)
    app = InterviewApp(world, session, glyphs=WIDE)
    opened = app.open_first

    def typed_at_once() -> None:
        send(Desk(app, None), "I sit; at home", "enter", "f2", "!")  # type: ignore[arg-type]
        opened()

    app.open_first = typed_at_once  # type: ignore[method-assign]
    async with app.run_test(size=(100, 30)) as pilot:
        desk = Desk(app, pilot)
        await desk.settle()
        is_kept = "InterviewScreen" == desk.place and "I sit; at home!" == desk.asking.line.text and TYPED_EARLY in desk.words()
        assert is_kept is not broken
        assert before == answers_given(session)


async def test_what_was_typed_early_chooses_nothing_on_a_sheet_and_that_is_said() -> None:
    world = doors()
    app = InterviewApp(world, glyphs=WIDE)
    opened = app.open_first

    def a_sheet() -> None:
        send(Desk(app, None), "1", "enter")  # type: ignore[arg-type]
        opened()
        app.call_after_refresh(app.screen.action_leave)

    app.open_first = a_sheet  # type: ignore[method-assign]
    async with app.run_test(size=(100, 30)) as pilot:
        desk = Desk(app, pilot)
        await desk.settle()
        assert "ChoiceScreen" == desk.place
        await desk.press("escape")
        assert NOT_TAKEN in desk.words()
