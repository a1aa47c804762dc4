"""The program with a fault put in at one seam, for a process of its own: `python -m tests.e2e.broken SEAM ARGUMENTS…`.

Every fault carries the canary in its message, in a local variable and in an argument.
"""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import Callable
from typing import Any

CANARY = "canary Zugvogel 4711"


def fault(*_: Any, secret: str = CANARY, **__: Any) -> Any:
    """Fail, with everything that must not be told."""
    also = {"answer": secret}
    raise RuntimeError(f"{secret} {also}")


async def fault_later(secret: str = CANARY) -> None:
    """Fail in a task."""
    await asyncio.sleep(0)
    fault(secret)


def _once_open(act: Callable[[Any], Any]) -> None:
    """Do something to the application once its first screen stands."""
    from interview.tui.app import InterviewApp

    opened = InterviewApp.open_first

    def open_first(app: Any) -> None:
        opened(app)
        app.call_after_refresh(act, app)

    InterviewApp.open_first = open_first  # type: ignore[method-assign]


def mount() -> None:
    from interview.tui.app import InterviewApp

    InterviewApp.on_mount = fault  # type: ignore[method-assign]


def timer() -> None:
    _once_open(lambda app: app.set_timer(0.01, fault))


def worker() -> None:
    _once_open(lambda app: app.screen.run_worker(fault_later(), exclusive=True))


def thread_worker() -> None:
    _once_open(lambda app: app.screen.run_worker(fault, thread=True))


def task() -> None:
    """A task that nobody waits for."""
    kept: list[Any] = []

    def begin(app: Any) -> None:
        kept.append(asyncio.get_running_loop().create_task(fault_later()))
        app.set_timer(0.05, kept.clear)

    _once_open(begin)


def key() -> None:
    from interview.tui.app import InterviewApp

    _once_open(lambda app: app.simulate_key("f1"))
    InterviewApp.action_help = fault  # type: ignore[method-assign]


def help_key() -> None:
    """When somebody asks for help."""
    from interview.tui.app import InterviewApp

    InterviewApp.action_help = fault  # type: ignore[method-assign]


def reader() -> None:
    """The thread that reads what is typed."""
    from interview.tui.keyboard import Keyboard

    Keyboard.tick = fault  # type: ignore[method-assign]


def drawing() -> None:
    from interview.tui.screens.home import HomeScreen

    _once_open(lambda app: app.refresh(layout=True))
    HomeScreen.compose = fault  # type: ignore[method-assign]


def leaving() -> None:
    """On the way out, when the screen is taken down."""
    from interview.tui.screens.home import HomeScreen

    HomeScreen.on_unmount = fault  # type: ignore[attr-defined]
    _once_open(lambda app: app.exit())


def view() -> None:
    from interview.engine.session import Session

    Session.view = fault  # type: ignore[method-assign]


def store() -> None:
    from interview.storage.vault import Vault

    Vault.append = fault  # type: ignore[method-assign]


def exporter() -> None:
    from interview import exports

    exports.written = exports.write_to = fault  # type: ignore[assignment]


def cancelled() -> None:
    """An export that somebody stops when its draft is on the disk."""
    from interview.export import write

    def stop(*_: Any) -> None:
        raise KeyboardInterrupt

    write._place = stop


def line() -> None:
    from interview.commands import replay

    replay.submit = fault  # type: ignore[attr-defined]


def asked() -> None:
    from interview.plain.console import Console

    Console.ask = fault  # type: ignore[method-assign]


def thread() -> None:
    """A thread of nobody's, beside a fault that ends the program."""
    asked()
    threading.Thread(target=fault).start()


def toolkit() -> None:
    """The control: the toolkit's own crash report, and the runtime's, as they are without us."""
    from interview import app_process
    from interview.tui.app import InterviewApp

    def ended(app: Any) -> int:
        from textual.app import App

        app._handle_exception = lambda error: App._handle_exception(app, error)
        app.run()
        return app.return_code or 0

    app_process._ended = ended
    InterviewApp.on_mount = fault  # type: ignore[method-assign]


SEAMS: dict[str, Callable[[], None]] = {
    each.__name__: each
    for each in (
        *(mount, timer, worker, thread_worker, task, key, help_key, reader, drawing, leaving),
        *(view, store, exporter, cancelled, line, asked, thread, toolkit),
    )
}


if __name__ == "__main__":
    from interview.cli import main
    from interview.process import hygiene

    if sys.argv[1] != toolkit.__name__:
        hygiene.settle()
    SEAMS[sys.argv[1]]()
    sys.exit(main(sys.argv[2:]))
