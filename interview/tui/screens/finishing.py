"""What F10 offers: checking, the report, the pictures, closing and reopening; and the picture that was chosen."""

from __future__ import annotations

from typing import Final

from interview.engine.doors import Doors
from interview.engine.session import Session
from interview.tui.glyphs import Glyphs
from interview.tui.screens.compare import CompareScreen
from interview.tui.screens.life_chart import LifeChartScreen
from interview.tui.screens.picture_screen import PictureScreen
from interview.tui.screens.resting import what_waits
from interview.tui.screens.wellbeing import WellbeingScreen

LIFE_CHART: Final = ("life_chart", "the life chart, as a picture")
WELLBEING: Final = ("wellbeing", "the profile of well-being, as a picture")
COMPARE: Final = ("compare", "this visit beside the one before it")
PICTURES: Final = frozenset(name for name, _ in (LIFE_CHART, WELLBEING, COMPARE))


def finish_choices(session: Session) -> tuple[list[tuple[str, str]], list[str]]:
    """Return what may be done at the end, and what still stands in the way of closing."""
    may = session.may
    choices = [("review", "check the answers, and close")] if may("review") or may("formulate") or may("close") else []
    choices += [("report", "read the report")]
    choices += [("reopen", "open this record again")] if may("reopen") else []
    waiting = [] if may("reopen") else what_waits(session.view())
    if waiting:
        choices.append(("safety", "safety: ask now, settle the words, record what was done (F8)"))
    return [*choices, *picture_choices(session)], waiting


def picture_choices(session: Session) -> list[tuple[str, str]]:
    """Return the pictures that there are of a record."""
    return [LIFE_CHART, WELLBEING, *([COMPARE] if session.state.follows is not None else [])]


def picture(choice: str, session: Session, doors: Doors, glyphs: Glyphs) -> PictureScreen | None:
    """Return the screen of a picture, None for any other choice. Raises `StoreFault` where the visit before cannot be read."""
    if choice == LIFE_CHART[0]:
        return LifeChartScreen(session, glyphs)
    if choice == WELLBEING[0]:
        return WellbeingScreen(session, glyphs)
    if choice == COMPARE[0] and session.state.follows is not None:
        return CompareScreen(session, doors.read(session.state.follows), glyphs)
    return None
