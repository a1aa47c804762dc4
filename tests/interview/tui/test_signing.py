"""Signing at the screen: by name, after asking; what holds and what is void is never off the top line; a change says so beforehand."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview.engine.replies import Saved
from interview.engine.session import Session
from interview.tui.glyphs import WIDE
from interview.tui.screens.before_change import BeforeChange
from interview.tui.screens.review import ReviewScreen
from interview.tui.screens.sign import SignScreen
from interview.tui.widgets.line_input import LineInput
from interview.tui.widgets.record_rows import record_line
from interview.tui.widgets.word_table import WordTable
from tests.interview.engine.world import PLAIN, ask_through
from tests.interview.tui.desk import Desk, at_desk, doors
from tests.interview.tui.screens_world import MARKUP, OneScreen, keys, screen_text


def asked(world: object) -> Session:
    """Return a record in which everything was asked."""
    session: Session = world.begin("S-1")  # type: ignore[attr-defined]
    ask_through(session, PLAIN)
    return session


def signed(*names: str) -> Session:
    """Return a record that is closed and signed."""
    session = asked(doors())
    assert isinstance(session.go("review"), Saved)
    for name in names or ("Dr A",):
        assert isinstance(session.sign(name), Saved)
    return session


async def choose(desk: Desk, words: str) -> None:
    """Choose from the sheet of F10 by the digit that stands before its words."""
    await desk.press("f10")
    line = next(line for line in desk.lines("#choices").splitlines() if words in line)
    await desk.press(line.strip().split()[0])


async def test_from_the_check_the_record_is_closed_and_signed_in_one_act() -> None:
    world = doors()
    session = asked(world)
    async with at_desk(world, session=session) as desk:
        await desk.press("f10", "1", "s")
        assert "SignScreen" == desk.place
        assert "Any later change of an answer, a note or the map makes it void" in desk.words()
        assert "The record is closed with it." in desk.words()
        assert "Dr A" == desk.app.screen.query_one("#sign-name", LineInput).value
        await desk.press("enter", "enter", "enter")
        assert ("ReviewScreen", "reviewing", ()) == (desk.place, session.phase, session.view().signatures), "the focus stands on No"
        await desk.press("s", "enter")
        await desk.type("supervisor")
        await desk.press("enter", "tab", "enter")
        assert ("ReportScreen", "closed") == (desk.place, session.phase)
        signature = session.view().signature
        assert signature is not None
        assert ("Dr A", "supervisor", True) == (signature.by, signature.note, signature.is_valid)
        assert "· report · signed ·" in desk.words()
        assert "Signed by Dr A (supervisor), 1 March 2026, 10:" in desk.words()
        await desk.press("escape")
        assert "visit baseline · shared screen · signed" in desk.words()
        assert "· signed by Dr A" in desk.words()


async def test_what_stands_before_closing_is_said_and_nothing_is_signed() -> None:
    world = doors()
    session = asked(world)
    session.note("he said he wants to die")
    async with at_desk(world, session=session) as desk:
        await desk.press("f10", "1", "s")
        assert "ReviewScreen" == desk.place
        assert "Not yet. Words of risk" in desk.words()
        assert () == session.view().signatures


async def test_a_signature_needs_a_name_and_esc_keeps_what_was_typed() -> None:
    world = doors(interviewer=None)
    session = asked(world)
    session.go("review")
    session.go("close")
    async with at_desk(world, session=session) as desk:
        await choose(desk, "sign this record")
        await desk.press("enter", "enter", "tab", "enter")
        assert "A signature needs a name. Nothing was signed." in desk.words()
        await desk.type(MARKUP)
        await desk.press("escape")
        assert () == session.view().signatures
        await choose(desk, "sign this record")
        assert MARKUP == desk.app.screen.query_one("#sign-name", LineInput).value
        await desk.press("enter", "enter", "tab", "enter")
        assert [MARKUP] == [each.by for each in session.view().signatures]
        assert "Signed. It holds until something in this record is changed." in desk.words()
        await choose(desk, "read the report")
        assert f"Signed by {MARKUP}, 1 March 2026" in desk.words()


async def test_a_second_person_signs_beside_the_first_and_the_same_name_is_not_taken_twice() -> None:
    session = signed()
    async with at_desk(doors(), session=session) as desk:
        await choose(desk, "sign once more, as another person")
        assert "" == desk.app.screen.query_one("#sign-name", LineInput).value
        await desk.type("dr a")
        await desk.press("enter", "enter", "tab", "enter")
        assert "That name is under this record already" in desk.words()
        await choose(desk, "sign once more")
        await desk.press(*["backspace"] * 4)
        await desk.type("Dr B")
        await desk.press("enter", "enter", "tab", "enter")
        assert ["Dr A", "Dr B"] == [each.by for each in session.view().signatures if each.is_valid]


async def test_a_full_disk_signs_nothing_and_keeps_the_name() -> None:
    world = doors()
    session = asked(world)
    session.go("review")
    session.go("close")
    async with at_desk(world, session=session) as desk:
        world.store.is_full = True  # type: ignore[attr-defined]
        await choose(desk, "sign this record")
        await desk.press(*["backspace"] * 4)
        await desk.type("Dr Long")
        await desk.press("enter", "enter", "tab", "enter")
        assert "NOT SAVED" in desk.words()
        assert () == session.view().signatures
        world.store.is_full = False  # type: ignore[attr-defined]
        await choose(desk, "sign this record")
        assert "Dr Long" == desk.app.screen.query_one("#sign-name", LineInput).value


async def test_opening_a_signed_record_again_says_beforehand_what_a_change_will_do() -> None:
    session = signed()
    async with at_desk(doors(), session=session) as desk:
        await choose(desk, "open this record again")
        assert (
            "This record is signed by Dr A. Opening it again leaves that as it is; the first change after it makes it void." in desk.words()
        )
        await desk.press("enter")
        assert "closed" == session.phase
        await choose(desk, "open this record again")
        await desk.press("right", "enter")
        assert "reviewing" == session.phase
        assert "shared screen · signed" in desk.words()
        await desk.press("f10", "1")
        assert "Signed by Dr A: a change here makes that void." in desk.words()
        desk.app.screen.query_one(WordTable).go_to_key("answer:person.age_years")
        await desk.press("enter")
        await desk.answer("45")
        assert "BeforeChange" == desk.place
        assert "The signature of Dr A becomes void with this change." in desk.words()
        await desk.press("enter")
        assert session.view().signature.is_valid  # type: ignore[union-attr]
        await desk.press("enter")
        await desk.answer("45")
        await desk.press("right", "enter")
        assert "ReviewScreen" == desk.place
        assert not session.view().signature.is_valid  # type: ignore[union-attr]
        assert "check the answers · signature void" in desk.words()
        assert "a change here makes that void" not in desk.words()
        desk.app.screen.query_one(WordTable).go_to_key("answer:person.age_years")
        await desk.press("enter")
        await desk.answer("46")
        assert "ReviewScreen" == desk.place, "nothing more to void, so nothing more is asked"


async def test_the_start_page_tells_which_records_are_signed() -> None:
    world = doors()
    session = asked(world)
    session.go("review")
    session.sign("Dr A")
    now = world.clock()
    assert "signed" in str(record_line(world.store.records()[0], now, {}, "·"))
    session.go("reopen")
    session.note("rang back")
    assert "signature void" in str(record_line(world.store.records()[0], now, {}, "·"))
    async with at_desk(world) as desk:
        assert "signature void" in desk.words()


@pytest.mark.parametrize("size", [(60, 15), (80, 24)])
async def test_the_sheets_hold_in_a_small_terminal(size: tuple[int, int], tmp_path: Path) -> None:
    session = signed("Dr A", "Dr B")
    session.go("reopen")
    app = OneScreen(ReviewScreen(session, doors(), WIDE))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await keys(pilot, "s")
        assert isinstance(app.screen, SignScreen)
        await keys(pilot, "tab", "tab", "tab")
        assert "Yes, sign" in screen_text(app)
        await keys(pilot, "escape")
        app.screen.query_one(WordTable).go_to_key("answer:interview.any.trials")
        await keys(pilot, "enter", *"no", "enter")
        assert isinstance(app.screen, BeforeChange)
        assert "Accept the change" in screen_text(app)
        assert "Drop it: nothing changes" in screen_text(app)
