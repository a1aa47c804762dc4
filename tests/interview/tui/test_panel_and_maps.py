"""The live panel: read beside the typing, changes marked, reasons behind every line; and the person's map beside the clinician's."""

from __future__ import annotations

from threading import Event
from typing import Any

import pytest

from interview.tui.screens import session_screen
from interview.tui.screens.formulation import FormulationScreen
from interview.tui.widgets.clinician_view import ClinicianView
from interview.tui.widgets.two_maps import TwoMaps
from interview.tui.widgets.word_table import RowTable
from interview.views.panel_model import PanelGroup, PanelLine, PanelView, changes
from tests.interview.engine.world import PLAIN, ask_through
from tests.interview.tui.desk import at_desk, doors
from tests.interview.tui.screens_world import LARGE, SMALL, OneScreen, interviewed, keys, put_link, put_on_map, screen_text
from trd_core.assess import assess


def view_of(*lines: PanelLine) -> PanelView:
    return PanelView(False, "", (PanelGroup("Found so far", lines, "found"),))


def test_only_what_is_new_or_says_something_else_is_marked() -> None:
    before = view_of(PanelLine("Sleep: flagged", finding="sleep"), PanelLine("Stress: open", finding="stress"))
    now = view_of(
        PanelLine("Sleep: flagged", finding="sleep"), PanelLine("Stress: load", finding="stress"), PanelLine("Alcohol", finding="a")
    )
    assert {("found", "stress"): "changed", ("found", "a"): "new"} == changes(before, now)
    assert {} == changes(now, now)


async def test_keys_typed_and_answers_given_never_wait_for_the_core(monkeypatch: pytest.MonkeyPatch) -> None:
    may_read, reads = Event(), list[int]()

    def slow(*given: Any, **named: Any) -> Any:
        reads.append(1)
        assert may_read.wait(20)
        return assess(*given, **named)

    monkeypatch.setattr(session_screen, "assess", slow)
    async with at_desk(doors(), LARGE) as desk:
        await desk.begin()
        ask_through(desk.session, PLAIN, until="narrative.lifestyle")
        desk.asking.draw()
        await desk.pilot.press("f7")
        await desk.pilot.pause()
        assert [1] == reads
        await desk.type("I sit at home all day")
        assert "I sit at home all day" == desk.asking.line.text
        before = desk.session.state.seq
        await desk.pilot.press("enter")
        await desk.pilot.pause()
        assert "I sit at home all day" == desk.session.state.answers["narrative.lifestyle"].value
        assert desk.session.state.seq > before
        assert "Lifestyle · question 2" in desk.words()
        may_read.set()
        await desk.settle()
        assert "still open" in desk.lines("#view")


async def test_what_an_answer_changed_is_marked_until_the_next_one() -> None:
    async with at_desk(doors(), LARGE) as desk:
        await desk.begin()
        ask_through(desk.session, PLAIN, until="kellner")
        desk.asking.draw()
        await desk.press("f7")
        assert "· changed" not in desk.lines("#view")
        await desk.answer("5")
        assert "5 of 9, no change · changed" in desk.lines("#view")
        await desk.press("f7", "f7")
        assert "5 of 9, no change · changed" in desk.lines("#view")
        await desk.answer("yes")
        assert "5 of 9, no change · changed" not in desk.lines("#view")
        assert "5 of 9, no change" in desk.lines("#view")


@pytest.mark.parametrize("key", ["f4", "enter"])
async def test_a_line_of_the_panel_opens_what_it_rests_on_and_leads_to_the_turn(key: str) -> None:
    async with at_desk(doors(), LARGE) as desk:
        await desk.begin()
        ask_through(desk.session, PLAIN, until="narrative.lifestyle")
        desk.asking.draw()
        await desk.press("f7")
        panel = desk.app.screen.query_one(ClinicianView)
        panel.focus()
        panel.highlighted = next(at for at, option in enumerate(panel.options) if "5 of 9" in str(option.prompt))
        await desk.press(key)
        shown = desk.lines("#findings")
        assert "ReasonsScreen" == desk.place
        assert "response.direction: Below the anchor of no change is improved" in shown
        assert "Kellner 1972" in shown
        assert "(stated in the paper)" in shown
        assert ": 5" in shown
        await desk.press("enter")
        assert "InterviewScreen" == desk.place
        assert "conversation" == (desk.app.focused.id if desk.app.focused else None)


async def test_a_fact_not_known_of_a_treatment_leads_to_its_question() -> None:
    async with at_desk(doors(), LARGE) as desk:
        await desk.begin()
        ask_through(desk.session, PLAIN, until="narrative.lifestyle")
        desk.asking.draw()
        await desk.press("f7")
        panel = desk.app.screen.query_one(ClinicianView)
        panel.focus()
        panel.highlighted = next(at for at, option in enumerate(panel.options) if "definitions" in str(option.prompt))
        await desk.press("enter")
        assert "treatment 1: which: sertraline" in desk.lines("#findings")
        assert "not known: treatment 1: weeks at that dose" in desk.lines("#findings")


def mapped() -> OneScreen:
    session, _ = interviewed()
    put_on_map(
        session,
        ("insomnia", "Broken nights", {"area": "lifestyle", "urgency": 2, "patient_priority": 3, "burden": 2}),
        ("depression", "Depression goes on", {"area": "psychiatric", "urgency": 2, "patient_priority": 1, "burden": 3}),
        ("own", "I brood", {"by": "patient"}),
    )
    put_link(session, "insomnia", "depression")
    put_link(session, "depression", "insomnia", by="patient")
    put_link(session, "own", "insomnia", by="patient")
    return OneScreen(FormulationScreen(session))


async def test_both_maps_stand_side_by_side_with_the_rows_that_compare_them() -> None:
    app = mapped()
    async with app.run_test(size=LARGE) as pilot:
        await pilot.pause()
        await keys(pilot, "m")
        rows = {row.cells for row in app.screen.query_one(TwoMaps).query_one(RowTable).shown if not row.is_heading}
        assert {
            ("Broken nights", "both"),
            ("Depression goes on", "both"),
            ("I brood", "only the person"),
            ("I brood → Broken nights", "only the person"),
            (
                "Depression goes on → Broken nights",
                "both, the other way round; the clinician draws it from Broken nights to Depression goes on",
            ),
        } == rows
        shown = screen_text(app)
        for words in ("The person's own map, in their words", "The clinician's map, in its order", "1. Broken", "Who sees it"):
            assert words in shown
        theirs, ours = app.screen.query_one(TwoMaps).graphs
        await keys(pilot, "right")
        assert theirs.chosen is not None
        assert ours.chosen == (theirs.chosen if theirs.chosen != "own" else None)


async def test_where_there_is_no_room_v_turns_from_one_map_to_the_other_and_to_the_rows() -> None:
    app = mapped()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await keys(pilot, "m")
        seen = []
        for _turn in range(3):
            shown = screen_text(app)
            seen.append(["in their words" in shown, "in its order" in shown, "Who sees it" in shown])
            await keys(pilot, "v")
        assert [[True, False, False], [False, True, False], [False, False, True]] == seen


async def test_what_is_still_required_is_said_until_nothing_more_is() -> None:
    session, _ = interviewed()
    put_on_map(session, ("insomnia", "Broken nights", {"area": "lifestyle"}))
    app = OneScreen(FormulationScreen(session))
    async with app.run_test(size=LARGE) as pilot:
        await pilot.pause()
        assert "Still required: urgency, the person's priority and burden of Broken nights" in screen_text(app)
        await keys(pilot, "p", "enter")
        assert "? required" in screen_text(app)
        await keys(pilot, "2", "3")
        await keys(pilot, "down", "down", "2")
        assert "Nothing more is required: no other rating would change the first place." in screen_text(app)
