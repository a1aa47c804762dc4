"""The terminal interface as a process: signals end it in order, a crash shows nothing of the record, the toolkit writes no file.

The toolkit's own crash report prints local variables and ends with 0; here a crash ends as everywhere else (exit code 70).
"""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from types import FrameType
from typing import TYPE_CHECKING, Any

from interview.process import ending
from interview.process.ending import SIGNALLED
from interview.process.quiet import without_telling

if TYPE_CHECKING:
    from interview.engine.doors import Doors
    from interview.engine.session import Session
    from interview.practice.patient.case_file import CaseFile
    from interview.tui.app import InterviewApp


def loading_meanwhile(ask: Callable[[str], str]) -> Callable[[str], str]:
    """Return what asks a person and loads the interface meanwhile; it returns when both are done, so that nobody else loads beside it."""

    def asked(prompt: str) -> str:
        without_telling(os.environ)
        loading = threading.Thread(target=_load, name="loading meanwhile")
        loading.start()
        try:
            return ask(prompt)
        finally:
            loading.join()

    return asked


def _load() -> None:
    with suppress(Exception):  # what cannot be loaded is told where it is needed
        from interview.questionnaire.reader import bundled
        from interview.tui import app  # noqa: F401 loaded, not used

        bundled()


def run(doors: Doors, session: Session | None = None, record: str | None = None) -> int:
    """Open the interface, at home, in a session or at a record; return its exit code. A crash is raised again at the end."""
    without_telling(os.environ)
    from interview.tui.app import InterviewApp

    return _ended(InterviewApp(doors, session, record=record))


def run_practice(doors: Doors, session: Session | None = None, case: CaseFile | None = None) -> int:
    """Open the interface at practice alone, on its cases or in a session, and return its exit code."""
    without_telling(os.environ)
    from interview.tui.practice_app import PracticeApp

    return _ended(PracticeApp(doors, session, case))


def run_in_tab(doors: Doors) -> int:
    """Open the interface for one tab of a browser, through packets on standard input and output; at the end records are paused and free."""
    without_telling(os.environ)
    from interview.serve.watched_lock import WatchedLock
    from interview.serve.watched_store import WatchedStore, leave_in_order
    from interview.tui.app import InterviewApp
    from interview.tui.browser_driver import BrowserDriver
    from interview.tui.together import Told

    watched = WatchedStore(doors.store)

    def telling(say: Callable[[BrowserDriver], None]) -> Callable[[], None]:
        return lambda: say(app._driver) if isinstance(app._driver, BrowserDriver) else None

    doors = replace(
        doors, store=watched, lock=WatchedLock(doors.lock, telling(BrowserDriver.say_locked)) if doors.lock is not None else None
    )
    app = InterviewApp(doors)
    app.driver_class = BrowserDriver
    app.together = Told(telling(BrowserDriver.say_acted), telling(BrowserDriver.say_lock))

    def tell(time: str) -> None:
        if isinstance(app._driver, BrowserDriver):
            app._driver.say_saved(time)

    watched.tell = tell
    try:
        return _ended(app)
    finally:
        leave_in_order(doors, watched)


def _ended(app: InterviewApp) -> int:
    """Run the interface to its end. A fault of any handler, worker, timer, task or thread ends it, and is raised again here."""
    crashes: list[BaseException] = []

    def crashed(fault: BaseException) -> None:
        _keep_typed(app)
        crashes.append(fault)
        app._return_code = app.CRASHED
        app._close_messages_no_wait()

    def signalled(number: int) -> None:
        _keep_typed(app)
        app.exit(return_code=SIGNALLED + number)

    def task_failed(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        fault = context.get("exception")
        if isinstance(fault, Exception) and app.is_running:
            crashed(fault)

    app._handle_exception = crashed  # type: ignore[method-assign,assignment]

    async def ended() -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(task_failed)

        def told(number: int, _frame: FrameType | None) -> None:
            if not loop.is_closed():
                loop.call_soon_threadsafe(signalled, number)

        for number in (*ending.heard(), signal.SIGINT):
            signal.signal(number, told)  # the loop's own would give signals back to the system before the last of them came
        await app.run_async()

    try:
        asyncio.run(ended())
    finally:
        _leave_terminal(app)
        ending.hear()
        _keep_typed(app, look=False)
    if crashes:
        raise crashes[0]
    return app.return_code or 0


def _keep_typed(app: InterviewApp, *, look: bool = True) -> None:
    """Keep what is being typed: as it stands on the screens, or where they are gone or broken, as it was seen last."""
    for looks in (True, False) if look else (False,):
        with suppress(Exception):
            app.drafting.settle_now(look=looks)
            return


def _leave_terminal(app: InterviewApp) -> None:
    """Give the terminal back as it was found, where the toolkit could not; stopping and going on are the system's again."""
    from interview.tui.signalled_driver import SignalledDriver

    if isinstance(app._driver, SignalledDriver):
        app._driver.leave_at_once()
