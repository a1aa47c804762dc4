"""Opening a face on what it works with: the terminal interface, one tab of a browser, or the interview line by line.

Imports of a face stand inside the functions, so that none is loaded that is not opened. Each returns the exit code.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from interview.engine.doors import Doors
    from interview.engine.session import Session
    from interview.practice.patient.case_file import CaseFile
    from interview.world import World


def loading_app_meanwhile(world: World) -> World:
    """Return the world in which the terminal interface is loaded while somebody types a passphrase, and no other time."""
    from interview import app_process

    return replace(world, ask_secret=app_process.loading_meanwhile(world.ask_secret))


def run_app(doors: Doors, session: Session | None = None, record: str | None = None) -> int:
    """Open the terminal interface, at home, in a session, or at a record that another may hold; return its exit code."""
    from interview import app_process

    return app_process.run(doors, session, record)


def run_app_in_tab(doors: Doors) -> int:
    """Open the terminal interface for one tab of a browser, and return its exit code."""
    from interview import app_process

    return app_process.run_in_tab(doors)


def resumed_plainly(doors: Doors, record: str, world: World) -> Session:
    """Open a record; where another holds it, tell who at a terminal, and let it be read or tried again. Raises `StoreFault`."""
    from interview.plain.console import Console
    from interview.plain.held import resumed

    return resumed(doors, record, Console(world.stdin, world.stdout))


def run_plain(doors: Doors, session: Session, world: World) -> int:
    """Interview line by line, and return the exit code."""
    from interview.plain.console import Console
    from interview.plain.interview import PlainInterview

    return PlainInterview(doors, session, Console(world.stdin, world.stdout)).run()


def run_practice(doors: Doors, session: Session | None = None, case: CaseFile | None = None) -> int:
    """Open the terminal interface at practice alone, on its cases or in a session, and return its exit code."""
    from interview import app_process

    return app_process.run_practice(doors, session, case)


def run_plain_practice(doors: Doors, session: Session, case: CaseFile, world: World) -> int:
    """Practise line by line, and return the exit code."""
    from interview.plain.console import Console
    from interview.plain.practice import PlainPractice

    return PlainPractice(doors, session, case, Console(world.stdin, world.stdout)).run()
