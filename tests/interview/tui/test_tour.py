"""The tour: six steps on the real screen with a made-up person, each done by its own keys; nothing of it reaches the store."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Static

from interview.engine.doors import Doors, ExportRefused
from interview.engine.exporting import ExportWanted, unheard
from interview.questionnaire.model import Questionnaire
from interview.questionnaire.reader import bundled
from interview.storage.memory import MemoryStore
from interview.tui.screens.tour import FIRST_ASKED, TOLD, TourScreen, tour_session
from tests.interview.engine.world import SMALL
from tests.interview.tui.desk import Desk, at_desk, doors


def world(questionnaire: Questionnaire | None = None) -> Doors:
    return replace(doors(questionnaire or bundled()), scratch=MemoryStore)


def line(desk: Desk) -> str:
    """What the tour says now."""
    return str(desk.app.screen.query_one("#tour", Static).render())


def tour(desk: Desk) -> TourScreen:
    return next(screen for screen in desk.app.screen_stack if isinstance(screen, TourScreen))


@pytest.mark.parametrize("size", [(80, 24)])
async def test_all_six_steps_are_walked_and_nothing_is_kept(size: tuple[int, int]) -> None:
    kept = world()
    async with at_desk(kept, size) as desk:
        await desk.press("enter")
        assert "TourScreen" == desk.place
        assert line(desk).startswith("Tour 1/6")
        assert "PRACTICE" in desk.words()
        await desk.answer("1")
        assert line(desk).startswith("Tour 2/6")
        assert "F2" in line(desk)
        await desk.press("f2", "1")
        assert line(desk).startswith("Tour 3/6")
        await desk.press("f4", "1")
        await desk.press("escape")
        assert line(desk).startswith("Tour 4/6")
        await desk.press("f7")
        assert line(desk).startswith("Tour 4/6")
        await desk.press("f7")
        assert line(desk).startswith("Tour 5/6")
        asked = desk.link_id
        assert asked is not None
        await desk.press("f6")
        await desk.type("how many hours do you usually sleep")
        await desk.press("enter")
        assert asked != desk.link_id
        assert line(desk).startswith("Tour 5/6")
        tour(desk).go_to_place(asked)
        await desk.settle()
        assert line(desk).startswith("Tour 6/6")
        await desk.press("f9", "1")
        assert "FormulationScreen" == desk.place
        assert "Esc comes back to the tour" in desk.words()
        await desk.press("escape")
        assert "last, F8, ask now" in line(desk)
        await desk.press("f8", "enter")
        assert "TourSafety" == desk.place
        answers = 0
        while "End of the tour" not in line(desk):
            answers += 1
            assert answers <= 4
            await desk.answer("yes")
        assert "Stay with the person" in desk.words()
        await desk.press("escape")
        assert "HomeScreen" == desk.place
        assert () == tuple(kept.store.records())
        assert "take the tour first" in desk.lines("#records")


@pytest.mark.parametrize("steps", [(), ("1", "enter"), ("f9", "1")])
async def test_esc_leaves_at_any_time(steps: tuple[str, ...]) -> None:
    async with at_desk(world(SMALL)) as desk:
        await desk.press("enter", *steps)
        while desk.place != "HomeScreen":
            before = len(desk.app.screen_stack)
            await desk.press("escape")
            assert len(desk.app.screen_stack) < before


async def test_it_is_offered_where_there_is_no_record_yet_and_found_in_the_help_afterwards() -> None:
    kept = world(SMALL)
    kept.begin("S-1").release()
    async with at_desk(kept) as desk:
        assert "tour" not in desk.lines("#records")
        await desk.press("f1")
        await desk.type("tour")
        await desk.press("enter")
        assert "TourScreen" == desk.place
        assert not desk.app.check_action("tour", ())


def test_it_writes_no_file_and_its_record_is_practice() -> None:
    kept = world()
    aside, session = tour_session(kept)
    with pytest.raises(ExportRefused, match="the tour writes no files"):
        aside.export(session, ExportWanted("json", Path("any")), unheard)
    assert (True, "TOUR") == (session.view().practice, session.view().subject)
    assert (1, 0) == (len(aside.store.records()), len(kept.store.records()))
    assert FIRST_ASKED[0] == session.view().item.link_id  # type: ignore[union-attr]
    assert session.may("formulate")
    for link_id, _text in TOLD:
        assert session.answer_of(link_id) is not None, link_id
