"""The terminal interface as a process: signals end it in order, a crash shows nothing of the record, the toolkit writes no file.

The toolkit's own crash report prints local variables and ends with 0; here a crash ends as everywhere else (exit code 70).
"""

from __future__ import annotations

import asyncio
import os
import signal
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from interview.engine.doors import Doors
    from interview.engine.session import Session
    from interview.practice.patient.case_file import CaseFile
    from interview.tui.app import InterviewApp

SIGNALLED: Final = 128
"""An exit code is this and the number of the signal that ended the program."""

CRASHED: Final = 70
TELLING: Final = ("TEXTUAL", "TEXTUAL_LOG", "TEXTUAL_DEBUG", "TEXTUAL_PRESS", "TEXTUAL_SCREENSHOT")
"""Variables by which the toolkit would log, send or picture what is on the screen, or press keys; it never sees them."""


def run(doors: Doors, session: Session | None = None) -> int:
    """Open the interface, at home or in a session, and return its exit code; a crash is raised again once the terminal is restored."""
    _silence()
    from interview.tui.app import InterviewApp

    return _ended(InterviewApp(doors, session))


def run_practice(doors: Doors, session: Session | None = None, case: CaseFile | None = None) -> int:
    """Open the interface at practice alone, on its cases or in a session, and return its exit code."""
    _silence()
    from interview.tui.practice_app import PracticeApp

    return _ended(PracticeApp(doors, session, case))


def run_in_tab(doors: Doors) -> int:
    """Open the interface for one tab of a browser, through packets on standard input and output; at the end records are paused and free."""
    _silence()
    from interview.serve.watched_store import WatchedStore, leave_in_order
    from interview.tui.app import InterviewApp
    from interview.tui.browser_driver import BrowserDriver

    watched = WatchedStore(doors.store)
    doors = replace(doors, store=watched)
    app = InterviewApp(doors)
    app.driver_class = BrowserDriver

    def tell(time: str) -> None:
        if isinstance(app._driver, BrowserDriver):
            app._driver.say_saved(time)

    watched.tell = tell
    try:
        return _ended(app)
    finally:
        leave_in_order(doors, watched)


def _silence() -> None:
    for name in TELLING:
        os.environ.pop(name, None)


def _ended(app: InterviewApp) -> int:
    crashes: list[Exception] = []

    def crashed(fault: Exception) -> None:
        crashes.append(fault)
        app._return_code = CRASHED
        app._close_messages_no_wait()

    app._handle_exception = crashed  # type: ignore[method-assign,assignment]

    async def ended() -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, partial(app.exit, return_code=SIGNALLED + number))
        await app.run_async()

    asyncio.run(ended())
    if crashes:
        raise crashes[0]
    return app.return_code or 0
