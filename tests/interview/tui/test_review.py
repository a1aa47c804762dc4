"""The check of the answers: every open item with what counts for it, statuses apart, what stands before closing, one question to close."""

from __future__ import annotations

from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from interview.engine.replies import Saved
from interview.engine.session import Session
from interview.tui.glyphs import WIDE
from interview.tui.screens.before_change import BeforeChange
from interview.tui.screens.change import ChangeScreen
from interview.tui.screens.help import doable
from interview.tui.screens.review import ReviewScreen
from interview.tui.screens.safety import SafetyScreen
from interview.tui.widgets.answer_input import AnswerInput
from interview.tui.widgets.review_rows import leads_to, review_rows
from interview.tui.widgets.word_table import WordTable
from interview.views.settling import short_question
from tests.interview.demo import formulation
from tests.interview.engine.world import PLAIN, ask_through
from tests.interview.tui.desk import at_desk, doors
from tests.interview.tui.screens_world import MARKUP, SIZES, SMALL, BrittleStore, OneScreen, begun, interviewed, keys, screen_text

DISPOSITION = formulation.ENDING[1]["value"]


def reviewed() -> tuple[Session, BrittleStore]:
    """Return an interview that is being reviewed, and its store."""
    session, store = interviewed()
    assert isinstance(session.go("review"), Saved)
    return session, store


def settled() -> tuple[Session, BrittleStore]:
    """Return an interview that may be closed, and its store."""
    session, store = reviewed()
    for banner in session.view().risk_banner:
        assert isinstance(session.settle_risk_words(banner, "known"), Saved)
    assert isinstance(session.acknowledge_safety(DISPOSITION), Saved)
    return session, store


def checking(session: Session) -> OneScreen:
    """Return the check of a session's answers in a bare app."""
    return OneScreen(ReviewScreen(session, doors(), WIDE))


async def change(app: OneScreen, pilot: Pilot[Any], key: str) -> None:
    """Press Enter on a row."""
    app.screen.query_one(WordTable).go_to_key(key)
    await keys(pilot, "enter")


def told(app: OneScreen) -> list[str]:
    """Return what stands on the sheet before a change, line by line, also what is scrolled away."""
    return [str(line.content).replace("\N{NO-BREAK SPACE}", " ") for line in app.screen.query("#told Static").results(Static)]


def cells(app: OneScreen, key: str) -> tuple[str, ...]:
    """Return the cells of one row."""
    return next(row.cells for row in app.screen.query_one(WordTable).shown if row.key == key)


@pytest.mark.parametrize("size", SIZES)
async def test_every_open_item_stands_with_its_answer_and_where_it_came_from(size: tuple[int, int]) -> None:
    session, _ = reviewed()
    app = checking(session)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        keys_shown = {row.key for row in app.screen.query_one(WordTable).shown}
        items = {slot.link_id for section in session.questionnaire.sections for slot in session.slots(section)}
        assert {f"answer:{link_id}" for link_id in items} <= keys_shown
        assert ("the latest treatment: What was the treatment?", "venlafaxine", "the person") == tuple(
            part.split("\n")[0] for part in cells(app, "answer:trials[0].agent")
        )
        assert "…" not in screen_text(app)


async def test_declined_does_not_know_does_not_apply_and_not_asked_are_different_words() -> None:
    session = begun()
    session.answer("interview.consent", "yes")
    for link_id, status in (("safety.thoughts", "declined"), ("safety.act", "unknown"), ("safety.self_harm", "not_applicable")):
        assert isinstance(session.leave_unanswered(link_id, status), Saved)  # type: ignore[arg-type]
    by_key = {row.key: row.cells[1] for row in review_rows(session, "all")}
    assert "declined" == by_key["answer:safety.thoughts"]
    assert "does not know" == by_key["answer:safety.act"]
    assert "does not apply" == by_key["answer:safety.self_harm"]
    assert "not asked" == by_key["answer:safety.wish_to_be_dead"]


@pytest.mark.parametrize("size", SIZES)
async def test_change_asks_the_question_and_comes_back_by_itself_once_it_is_saved(size: tuple[int, int]) -> None:
    session, _ = reviewed()
    app = checking(session)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await change(app, pilot, "answer:lifestyle.sleep_hours")
        assert isinstance(app.screen, ChangeScreen)
        assert "Enter saves it and goes back to the check" in " ".join(screen_text(app).split())
        await keys(pilot, *"seven", "enter")
        assert isinstance(app.screen, ReviewScreen)
        assert ("reviewing", 7) == (session.phase, session.state.answers["lifestyle.sleep_hours"].value)
        assert "answer:lifestyle.sleep_hours" == app.screen.query_one(WordTable).key_here
        assert "→ 7 h" in screen_text(app)
        assert cells(app, "answer:lifestyle.sleep_hours")[1].startswith("7 h")
        assert [] == app.returned


async def test_esc_comes_back_without_a_change_and_what_was_typed_is_there_the_next_time() -> None:
    session, _ = reviewed()
    before = session.state.answers["lifestyle.sleep_hours"]
    app = checking(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await change(app, pilot, "answer:lifestyle.sleep_hours")
        await keys(pilot, *"eight", "escape")
        assert isinstance(app.screen, ReviewScreen)
        assert ("reviewing", before) == (session.phase, session.state.answers["lifestyle.sleep_hours"])
        assert "answer:lifestyle.sleep_hours" == app.screen.query_one(WordTable).key_here
        await keys(pilot, "enter")
        assert "eight" == app.screen.query_one(AnswerInput).text


async def test_enter_on_an_empty_line_leaves_the_answer_as_it_is() -> None:
    session, _ = reviewed()
    before = session.state.answers["kellner"]
    app = checking(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await change(app, pilot, "answer:kellner")
        await keys(pilot, "enter")
        assert isinstance(app.screen, ReviewScreen)
        assert before == session.state.answers["kellner"]


async def test_an_answer_that_does_not_fit_stays_with_its_question() -> None:
    session, _ = reviewed()
    app = checking(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await change(app, pilot, "answer:lifestyle.sleep_hours")
        await keys(pilot, *"blue", "enter")
        assert isinstance(app.screen, ChangeScreen)
        assert "Not understood yet, and nothing was saved" in " ".join(screen_text(app).split())


async def test_what_a_change_would_close_or_open_is_shown_before_it_is_accepted() -> None:
    session, _ = reviewed()
    app = checking(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await change(app, pilot, "answer:interview.any.trials")
        count = len(session.events)
        await keys(pilot, *"no", "enter")
        assert isinstance(app.screen, BeforeChange)
        assert count == len(session.events)
        lines = told(app)
        assert "This answer: yes → no" == lines[0]
        assert "answers would be set aside: kept, but counting for nothing." in lines[1]
        assert any("the latest treatment: What was the treatment? venlafaxine" in line for line in lines)
        assert "Drop it: nothing changes" in screen_text(app)
        await keys(pilot, "right", "enter")
        assert isinstance(app.screen, ReviewScreen)
        assert session.state.answers["interview.any.trials"].value is False
        shown = app.screen.query_one(WordTable).shown
        assert "answer:interview.any.trials" == app.screen.query_one(WordTable).key_here
        assert "heading:What the last change did" == shown[0].key
        aside = {row.key: row.cells for row in shown if row.key.startswith("changed:aside:")}
        assert aside["changed:aside:trials[0].agent"][0].startswith("Set aside by it: the latest treatment: What was the treatment?")
        assert {answer.link_id for answer in session.set_aside() if answer.link_id.startswith("trials[")} == {
            key.removeprefix("changed:aside:") for key in aside if "trials[" in key
        }
        await change(app, pilot, "answer:interview.any.trials")
        await keys(pilot, *"yes", "enter")
        assert "answers that were set aside would count again" in " ".join(told(app))
        await keys(pilot, "right", "enter")
        shown = app.screen.query_one(WordTable).shown
        again = {row.key: row.cells for row in shown if row.key.startswith("changed:answer:")}
        assert again["changed:answer:trials[0].agent"][0].startswith("Counts again: the latest treatment: What was the treatment?")
        assert () == tuple(answer for answer in session.set_aside() if answer.link_id.startswith("trials["))
        app.screen.query_one(WordTable).go_to_key("changed:answer:trials[0].agent")
        await keys(pilot, "enter")
        assert "trials[0].agent" == session.current().link_id  # type: ignore[union-attr]


async def test_a_change_that_is_dropped_leaves_everything_and_comes_back_to_the_same_line() -> None:
    session, _ = reviewed()
    app = checking(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await change(app, pilot, "answer:interview.any.trials")
        before = dict(session.state.answers)
        await keys(pilot, *"no", "enter", "enter")
        assert isinstance(app.screen, ReviewScreen)
        assert before == session.state.answers
        assert "answer:interview.any.trials" == app.screen.query_one(WordTable).key_here
        assert "Dropped: nothing was changed." in screen_text(app)
        await keys(pilot, "enter")
        assert "" == app.screen.query_one(AnswerInput).text


async def test_esc_before_a_change_goes_back_to_what_was_typed() -> None:
    session, _ = reviewed()
    app = checking(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await change(app, pilot, "answer:interview.any.trials")
        await keys(pilot, *"no", "enter", "escape")
        assert isinstance(app.screen, ChangeScreen)
        assert "no" == app.screen.query_one(AnswerInput).text
        assert session.state.answers["interview.any.trials"].value is True
        await keys(pilot, "enter", "right", "enter")
        assert session.state.answers["interview.any.trials"].value is False


async def test_no_answer_as_a_change_is_shown_first_too() -> None:
    world = doors()
    session = world.begin("S-1")
    ask_through(session, PLAIN)
    session.go("review")
    app = OneScreen(ReviewScreen(session, world, WIDE))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await change(app, pilot, "answer:lifestyle.smoking")
        await keys(pilot, "f2", "1")
        assert isinstance(app.screen, BeforeChange)
        assert "1 answer would be set aside: kept, but counting for nothing." == told(app)[1]
        await keys(pilot, "right", "enter")
        assert "declined" == session.state.answers["lifestyle.smoking"].status
        assert ["lifestyle.cigarettes_per_day"] == [answer.link_id for answer in session.set_aside()]


async def test_a_full_disk_after_accepting_keeps_the_words() -> None:
    session, store = reviewed()
    app = checking(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await change(app, pilot, "answer:interview.any.trials")
        store.is_full = True
        await keys(pilot, *"no", "enter", "right", "enter")
        assert isinstance(app.screen, ChangeScreen)
        assert ("no", True) == (app.screen.query_one(AnswerInput).text, session.state.answers["interview.any.trials"].value)
        assert "NOT SAVED: The disk is full" in screen_text(app)


async def test_a_row_that_leads_to_a_question_that_was_open_comes_back_to_its_answer() -> None:
    session, _ = reviewed()
    first = session.open_questions()[0].link_id
    app = checking(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await change(app, pilot, f"open:{first}")
        await keys(pilot, "f2", "2")
        if isinstance(app.screen, BeforeChange):
            await keys(pilot, "right", "enter")
        assert isinstance(app.screen, ReviewScreen)
        assert f"answer:{first}" == app.screen.query_one(WordTable).key_here


async def test_a_sign_of_risk_given_as_a_change_is_met_first_and_the_check_comes_back_after_it() -> None:
    session, _ = reviewed()
    assert session.state.answers["safety.self_harm"].value is False
    app = checking(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await change(app, pilot, "answer:safety.self_harm")
        await keys(pilot, *"yes", "enter")
        assert isinstance(app.screen, SafetyScreen)
        assert "safety" == session.phase
        while session.phase == "safety" and session.current() is not None:
            await keys(pilot, *"no", "enter")
        assert isinstance(app.screen, SafetyScreen)
        session.acknowledge_safety(DISPOSITION)
        app.screen.draw()
        await keys(pilot)
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, ReviewScreen)
        assert ("reviewing", True) == (session.phase, session.state.answers["safety.self_harm"].value)


async def test_a_change_on_a_full_disk_keeps_the_words_and_the_question() -> None:
    session, store = reviewed()
    app = checking(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await change(app, pilot, "answer:lifestyle.sleep_hours")
        store.is_full = True
        await keys(pilot, *"seven", "enter")
        assert isinstance(app.screen, ChangeScreen)
        assert "seven" == app.screen.query_one(AnswerInput).text
        assert "NOT SAVED: The disk is full" in screen_text(app)
        store.is_full = False
        await keys(pilot, "enter")
        assert isinstance(app.screen, ReviewScreen)
        assert 7 == session.state.answers["lifestyle.sleep_hours"].value


async def test_keys_of_the_interview_lead_on_from_here() -> None:
    session, _ = reviewed()
    app = checking(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert {"F5", "F6", "F8", "F9"} <= {act.keys for act in doable(app.screen)}
        await keys(pilot, "f9")
        assert ["formulation"] == app.returned


async def test_what_was_done_about_a_safety_answer_is_reached_by_enter() -> None:
    session, _ = reviewed()
    app = checking(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await change(app, pilot, "before:disposition")
        assert ["safety"] == app.returned


async def test_an_answer_behind_a_closed_question_stands_apart_and_cannot_be_changed() -> None:
    session, _ = reviewed()
    assert isinstance(session.give("interview.any.trials", False), Saved)
    app = checking(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        shown = app.screen.query_one(WordTable).shown
        place = next(place for place, row in enumerate(shown) if row.cells[0].startswith("Set aside"))
        assert "aside:trials[0].agent" in {row.key for row in shown[place:]}
        assert "answer:trials[0].agent" not in {row.key for row in shown}
        app.screen.query_one(WordTable).go_to_key("aside:trials[0].agent")
        await keys(pilot, "enter")
        assert [] == app.returned
        assert "counts for nothing" in screen_text(app)


async def test_words_and_open_questions_say_what_they_would_settle() -> None:
    session, _ = reviewed()
    session.flag("kellner")
    rows = {row.key: row.cells for row in review_rows(session, "all")}
    first = session.open_questions()[0]
    assert rows[f"open:{first.link_id}"][1].startswith("would help to settle: ")
    assert "flagged:kellner" in rows
    assert "⚑ flagged" in rows["answer:kellner"][0]


async def test_what_has_no_answer_and_what_is_flagged_can_be_shown_alone() -> None:
    session, _ = reviewed()
    session.flag("kellner")
    app = checking(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await keys(pilot, "f")
        assert "Shown: what has no answer" in screen_text(app).replace("\n ", " ")
        assert "answer:kellner" not in {row.key for row in app.screen.query_one(WordTable).shown}
        await keys(pilot, "f")
        assert {"answer:kellner", "flagged:kellner"} == {row.key for row in app.screen.query_one(WordTable).shown if not row.is_heading}


async def test_what_stands_before_closing_is_said_and_closing_is_not_done() -> None:
    session, _ = reviewed()
    app = checking(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        about = [row.cells[0] for row in app.screen.query_one(WordTable).shown if row.key.startswith(("before:", "banner:"))]
        assert "What was done about a safety answer" in about
        await keys(pilot, "c")
        assert "Not yet." in screen_text(app)
        assert "reviewing" == session.phase


async def test_unasked_safety_leads_to_its_first_question() -> None:
    session = begun()
    rows = {row.key: row.cells for row in review_rows(session, "all")}
    assert "The first safety questions were not asked yet." == rows["before:safety.wish_to_be_dead"][1]
    assert "It is still to be asked." == rows["before:interview.safety_second_look"][1]
    assert "safety.wish_to_be_dead" == leads_to("before:safety.wish_to_be_dead")
    assert leads_to("before:disposition") is None


async def test_words_of_risk_are_settled_here_by_one_digit() -> None:
    session, _ = reviewed()
    assert isinstance(session.note("she said she wants to die"), Saved)
    banner = next(each for each in session.view().risk_banner if each.startswith("note:"))
    app = checking(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        app.screen.query_one(WordTable).go_to_key(f"banner:{banner}")
        await keys(pilot, "enter", "2", "o", "l", "d", "enter")
        assert "old" == session.events[-1].body.reason  # type: ignore[union-attr]
        assert "known" == session.state.risk_words[banner]
        assert "Settled" in screen_text(app)


async def test_closing_asks_once_and_enter_alone_keeps_it_open() -> None:
    session, _ = settled()
    app = checking(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert "Nothing has to be done before closing." == cells(app, "before:nothing")[1]
        await keys(pilot, "c", "enter")
        assert "reviewing" == session.phase
        await keys(pilot, "c", "right", "enter")
        assert "closed" == session.phase
        assert ["close"] == app.returned


async def test_a_full_disk_does_not_close() -> None:
    session, store = settled()
    app = checking(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        store.is_full = True
        await keys(pilot, "c", "right", "enter")
        assert "NOT SAVED: The disk is full" in screen_text(app)
        assert ("reviewing", []) == (session.phase, app.returned)
        store.is_full = False
        await keys(pilot, "enter")
        assert ("closed", ["close"]) == (session.phase, app.returned)


async def test_sections_are_reached_by_one_key() -> None:
    session, _ = reviewed()
    app = checking(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        table = app.screen.query_one(WordTable)
        await keys(pilot, "n")
        assert table.key_here is not None
        assert table.key_here.startswith("heading:Opening")
        await keys(pilot, "b")
        assert "heading:Before closing" == table.key_here


@pytest.mark.parametrize("size", SIZES)
async def test_what_was_said_is_shown_as_it_was_said(size: tuple[int, int]) -> None:
    session, _ = reviewed()
    assert isinstance(session.answer("narrative.concern", MARKUP), Saved)
    app = checking(session)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        app.screen.query_one(WordTable).go_to_key("answer:narrative.concern")
        await pilot.pause()
        assert "[red]x[/]" in screen_text(app)
        assert [] == app.returned


def test_a_long_question_is_shortened_to_the_part_that_asks() -> None:
    assert "Is it all right to go on?" == short_question("We talk. It is kept. Is it all right to go on?")
    assert "Others in the room." == short_question("Others in the room. Count them.")
    assert "How many hours do you sleep?" == short_question("How many hours do you sleep?")


async def test_from_the_interview_a_change_comes_back_to_the_check_and_keys_lead_from_place_to_place() -> None:
    world = doors()
    session = world.begin("S-1")
    ask_through(session, PLAIN)
    async with at_desk(world, session=session) as desk:
        await desk.press("f10", "1")
        assert "ReviewScreen" == desk.place
        desk.app.screen.query_one(WordTable).go_to_key("answer:kellner")
        await desk.press("enter")
        assert "ChangeScreen" == desk.place
        await desk.answer("3")
        assert ("ReviewScreen", 3, "reviewing") == (desk.place, session.state.answers["kellner"].value, session.phase)
        await desk.press("f9")
        assert ("FormulationScreen", "formulating") == (desk.place, session.phase)
        await desk.press("f10", "2")
        assert "ReportScreen" == desk.place
        await desk.press("escape")
        assert "InterviewScreen" == desk.place


async def test_pausing_in_safety_after_a_change_leaves_the_interview() -> None:
    world = doors()
    session = world.begin("S-1")
    ask_through(session, PLAIN)
    async with at_desk(world, session=session) as desk:
        await desk.press("f10", "1")
        desk.app.screen.query_one(WordTable).go_to_key("answer:safety.thoughts")
        await desk.press("enter")
        await desk.answer("yes")
        assert "SafetyScreen" == desk.place
        await desk.press("escape", "1")
        assert ("HomeScreen", "paused") == (desk.place, world.store.records()[0].phase)
