"""The screens with pictures: drawn for the width there is, scrolled by keys, neutral first where the person may see them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from interview.engine.replies import Saved
from interview.engine.session import Session
from interview.questionnaire.reader import bundled
from interview.tui.glyphs import ASCII, WIDE, Glyphs
from interview.tui.screens.compare import TWO_SUBJECTS, CompareScreen, compared
from interview.tui.screens.help import doable
from interview.tui.screens.life_chart import LifeChartScreen
from interview.tui.screens.picture_screen import PictureScreen
from interview.tui.screens.session_screen import VIEW_OPEN_SECONDS
from interview.tui.screens.wellbeing import WellbeingScreen
from interview.tui.themes import THEMES
from interview.tui.widgets.picture_view import PictureView
from tests.interview.demo.walk import clock
from tests.interview.tui.desk import Desk
from tests.interview.tui.screens_world import BrittleStore, OneScreen, interviewed, keys, put_on_map, screen_text
from tests.interview.views.patient_reading import barred

READABLE = 4.5
"""Contrast of text, WCAG 2.2, level AA."""
SIZES = ((60, 15), (80, 24), (120, 40))
DATES = {"trials[0].started": "2025-07-01", "trials[1].started": "2024", "trials[1].ended": "2025-06"}
Made = Callable[[Session, Glyphs], PictureScreen]


def told() -> Session:
    """Return the interviewed record with a few dates and a map."""
    session, _ = interviewed()
    for path, value in DATES.items():
        assert isinstance(session.give(path, value), Saved), path
    put_on_map(session, ("low_mood", "Low mood", {"severity": 2, "burden": 2, "impairment": 2, "urgency": 2}))
    return session


def second_visit() -> Session:
    """Return another record of the same subject, in which the problem has gone and another has come."""
    session, _ = interviewed()
    put_on_map(session, ("insomnia", "Short nights [red]x[/]", {"severity": 1, "burden": 1, "impairment": 1, "urgency": 1}))
    return session


SCREENS: dict[str, Made] = {
    "life chart": LifeChartScreen,
    "well-being": WellbeingScreen,
    "two visits": lambda session, glyphs: CompareScreen(session, second_visit(), glyphs),
}


def picture(app: OneScreen) -> PictureView:
    return app.screen.query_one(PictureView)


@pytest.mark.parametrize("name", SCREENS)
async def test_it_is_drawn_for_the_room_there_is_and_read_by_keys(name: str) -> None:
    app = OneScreen(SCREENS[name](told(), WIDE))
    begins = {"life chart": "Treatments and doses", "well-being": "impaired", "two visits": "Two visits of S-0231"}[name]
    async with app.run_test(size=SIZES[-1]) as pilot:
        await pilot.pause()
        if name != "two visits":
            await keys(pilot, "f7")
        view = picture(app)
        for size in (*SIZES[1:], SIZES[0]):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert view.scrollable_content_region.width >= max(line.width for line in view.lines) > size[0] // 2
            assert begins in "\n".join(line.text for line in view.lines)
            assert view.lines[0].text in screen_text(app)
        headings = [line.text.split("  ")[0] for line in view.lines if line.is_heading]
        await keys(pilot, "n")
        assert headings[0] in screen_text(app)
        await keys(pilot, "end")
        assert view.lines[-1].text.rstrip() in screen_text(app)
        await keys(pilot, "b")
        assert view.lines[int(view.scroll_y)].is_heading
        await keys(pilot, "home", "pagedown")
        assert 0 < view.scroll_y <= view.size.height
        await keys(pilot, "escape")
        assert [None] == app.returned


async def test_every_line_is_one_line_of_the_terminal() -> None:
    app = OneScreen(LifeChartScreen(told()))
    async with app.run_test(size=(80, 24)) as pilot:
        await keys(pilot, "f7")
        view = picture(app)
        assert len(view.lines) == view.virtual_size.height
        shown = screen_text(app).split("\n")
        drawn = [line.text.rstrip() for line in view.lines]
        at = next(place for place, line in enumerate(shown) if drawn[0] in line)
        for place in range(15):
            assert shown[at + place][1:78].rstrip() == drawn[place]


async def test_a_terminal_too_narrow_for_the_picture_has_the_table() -> None:
    app = OneScreen(WellbeingScreen(told()))
    async with app.run_test(size=(40, 15)) as pilot:
        await pilot.pause()
        assert "table alone" in " ".join(screen_text(app).split())
        assert max(line.width for line in picture(app).lines) <= 37


@pytest.mark.parametrize("name", ["life chart", "well-being"])
async def test_it_begins_with_the_persons_words_and_f7_opens_the_clinicians(name: str) -> None:
    app = OneScreen(SCREENS[name](told(), WIDE))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert [] == barred(line.text for line in picture(app).lines)
        assert "CLINICIAN'S VIEW" not in screen_text(app)
        shared = picture(app).lines
        await keys(pilot, "f7")
        assert "CLINICIAN'S VIEW" in screen_text(app)
        assert shared != picture(app).lines
        await keys(pilot, "f7")
        assert shared == picture(app).lines


async def test_the_clinicians_view_closes_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = LifeChartScreen(told())
    app = OneScreen(screen)
    set_off: list[tuple[float, Callable[[], None]]] = []
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        monkeypatch.setattr(screen, "set_timer", lambda seconds, then: set_off.append((seconds, then)))
        await keys(pilot, "f7")
        assert not screen.is_shared
        await keys(pilot, "pagedown")
        assert len(set_off) > 1
        assert {VIEW_OPEN_SECONDS} == {seconds for seconds, _ in set_off}
        set_off[-1][1]()
        await pilot.pause()
        assert screen.is_shared
        assert "CLINICIAN'S VIEW" not in screen_text(app)
        set_off[-1][1]()
        assert screen.is_shared


async def test_what_can_be_done_is_listed_and_the_second_view_only_where_there_is_one() -> None:
    app = OneScreen(LifeChartScreen(told()))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        words = {act.action for act in doable(app.screen)}
        assert {"part(1)", "part(-1)", "view", "leave", "elsewhere('treatments')", "elsewhere('formulation')"} <= words
        await keys(pilot, "f9")
        assert ["formulation"] == app.returned
    app = OneScreen(CompareScreen(told(), second_visit()))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "view" not in {act.action for act in doable(app.screen)}
        assert "CLINICIAN'S VIEW" in screen_text(app)
        await keys(pilot, "f7")
        assert "CLINICIAN'S VIEW" in screen_text(app)


async def test_two_visits_stand_side_by_side_and_free_text_as_it_is() -> None:
    app = OneScreen(CompareScreen(told(), second_visit()))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        shown = screen_text(app)
        assert "? not comparable  Low mood" in shown
        assert "? not comparable  Short nights" in shown
        assert "Short nights [red]x[/]" in "\n".join(line.text for line in picture(app).lines)


async def test_two_subjects_are_not_compared() -> None:
    other = Session.begin(BrittleStore(), bundled(), subject="S-9", clock=clock(), new_id=lambda: "rec9")
    assert compared(told(), other) is None
    app = OneScreen(CompareScreen(told(), other))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert TWO_SUBJECTS in " ".join(screen_text(app).split())


async def test_a_plain_terminal_gets_letters() -> None:
    app = OneScreen(LifeChartScreen(told(), ASCII))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        text = "\n".join(line.text for line in picture(app).lines)
        assert "===" in text
        assert not set("━░◆▶┊") & set(text)


async def test_every_written_cell_can_be_read() -> None:
    app = OneScreen(LifeChartScreen(told()))
    async with app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "f7")
        for theme in THEMES:
            app.theme = theme.name
            await pilot.pause()
            assert Desk(app, pilot).faintest()[0] >= READABLE, theme.name  # type: ignore[arg-type]
