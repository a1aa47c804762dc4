"""A bare app that shows one screen, over a record that was interviewed already: what the tests of single screens share."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from textual.app import App
from textual.events import Key, Paste
from textual.pilot import Pilot
from textual.screen import Screen

import interview.tui
from interview.engine.events import Event
from interview.engine.lines import submit
from interview.engine.ports import RecordSummary, StoreFault
from interview.engine.replies import Saved
from interview.engine.session import Session
from interview.questionnaire.reader import bundled
from interview.storage.memory import MemoryStore
from interview.tui.in_order import InOrder
from interview.tui.themes import DARK, THEMES
from tests.interview.demo.person import ACTS_AFTER, ANSWERS, FOLLOWED_BY
from tests.interview.demo.walk import clock
from tests.interview.tui.desk import MOST_LOOKS

SMALL = (80, 24)
LARGE = (140, 45)
SIZES = (SMALL, LARGE)
MARKUP = "[/] [red]x[/] [@click=app.quit]y[/]"
DISK_FULL = "The disk is full: make room, then try again."


class BrittleStore(MemoryStore):
    """A store whose disk can be full."""

    def __init__(self) -> None:
        super().__init__()
        self.is_full = False

    def append(self, record: str, events: Sequence[Event], summary: RecordSummary) -> None:
        """Keep the events, unless the disk is full."""
        if self.is_full:
            raise StoreFault("full", DISK_FULL)
        super().append(record, events, summary)


class OneScreen(App[None], inherit_bindings=False):
    """Shows one screen with the themes and the layout of the real app, and keeps what it returned."""

    CSS_PATH = Path(interview.tui.__file__).parent / "app.tcss"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, screen: Screen[Any]) -> None:
        super().__init__()
        self.animation_level = "none"
        self._first = screen
        self.returned: list[Any] = []

    def on_mount(self) -> None:
        """Open the screen."""
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK
        self.push_screen(self._first, self.returned.append)


def begun(store: BrittleStore | None = None) -> Session:
    """Return a record in which nothing was asked."""
    return Session.begin(
        store or BrittleStore(), bundled(), subject="S-0231", clock=clock(), new_id=lambda: "rec0001", interviewer="Dr Example"
    )


@cache
def _interviewed() -> BrittleStore:
    store = BrittleStore()
    session = begun(store)
    while (item := session.view().item) is not None:
        for link_id in (item.link_id, *FOLLOWED_BY.get(item.link_id, ())):
            for line in ({"link_id": link_id, **ANSWERS[link_id]}, *ACTS_AFTER.get(link_id, ())):
                assert isinstance(submit(session, line), Saved)
    assert isinstance(session.go("formulate"), Saved)
    return store


def interviewed() -> tuple[Session, BrittleStore]:
    """Return a whole interview at the beginning of its formulation, with nothing on the map, and its store."""
    store = copy.deepcopy(_interviewed())
    return Session.resume(store, bundled(), "rec0001", clock=clock()), store


def put_on_map(session: Session, *problems: tuple[str, str, dict[str, Any]]) -> None:
    """Confirm problems as (id, label, ratings)."""
    for identifier, label, ratings in problems:
        index = session.state.next_index("problems")
        for name, value in {"id": identifier, "label": label, **ratings}.items():
            assert isinstance(session.give(f"problems[{index}].{name}", value), Saved)


def put_link(session: Session, source: str, target: str, **facts: Any) -> None:
    """Confirm a link."""
    index = session.state.next_index("links")
    for name, value in {"source": source, "target": target, **facts}.items():
        assert isinstance(session.give(f"links[{index}].{name}", value), Saved)


def screen_text(app: App[Any]) -> str:
    """Return what the terminal shows, line by line."""
    return "\n".join("".join(segment.text for segment in line).rstrip() for line in app.screen._compositor.render_strips())


async def keys(pilot: Pilot[Any], *pressed: str) -> None:
    """Press keys one by one, and let each have its effect; the last one also through every hop of messages that it sets off."""
    for key in pressed:
        await pilot.press(key)
        await pilot.pause()
    for _hop in range(2):
        await pilot.pause()
    for _look in range(MOST_LOOKS):
        if _stands(pilot.app):
            return
        await pilot.pause()
    raise AssertionError("what was pressed is not done, or what it opened is not drawn")


def _stands(app: App[Any]) -> bool:
    """Whether nothing typed waits, and the screen that is open was drawn: keys before that are not for it."""
    return not isinstance(app, InOrder) or (not app.is_behind and (app._exit or app.screen in app._stands_since))


async def at_once(pilot: Pilot[Any], *pressed: str) -> None:
    """Send keys faster than anyone could: all of them wait in the app's queue before the first has its effect."""
    assert pilot.app._driver is not None
    for key in pressed:
        event = Key(key, key if len(key) == 1 else None)
        event.set_sender(pilot.app)
        pilot.app._driver.send_message(event)
    for _hop in range(2 + len(pressed)):
        await pilot.pause()


async def pasted(pilot: Pilot[Any], text: str) -> None:
    """Paste a text where the focus stands."""
    focused = pilot.app.screen.focused
    (focused if focused is not None else pilot.app.screen).post_message(Paste(text))
    await pilot.pause()
