"""`new` and `resume`: an interview, in the terminal interface or line by line with `--plain`."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from interview.bootstrap import opened
from interview.engine.ports import StoreFault
from interview.faces import loading_app_meanwhile, resumed_plainly, run_app, run_plain
from interview.language import _
from interview.practice_place import doors_with_practice
from interview.world import CallRefused, Place, World

if TYPE_CHECKING:
    from interview.engine.doors import Doors


def run(arguments: Namespace, place: Place, world: World) -> int:
    """Begin or reopen a record and interview."""
    if not arguments.plain and not world.has_terminal:
        raise CallRefused(
            _("No terminal is here. `{command} --plain` asks line by line; `trd-interview demo` needs neither.").format(
                command=arguments.command
            )
        )
    if not arguments.plain and not world.shows_screens:
        raise CallRefused(
            _(
                "This terminal shows lines only (TERM={term}), and the interface needs a screen. `{command} --plain` asks line by line."
            ).format(term=world.environ.get("TERM"), command=arguments.command)
        )
    if not arguments.plain:
        world = loading_app_meanwhile(world)
    making = arguments.command == "new"
    with (
        opened(place, world, make=making, for_app=not arguments.plain) as vault,
        doors_with_practice(vault, place, world) as doors,
    ):
        if arguments.command == "resume" and not arguments.plain:
            return _resumed(doors, arguments.record)
        if arguments.command == "resume":
            session = resumed_plainly(doors, arguments.record, world)
        else:
            session = doors.begin(arguments.subject, arguments.visit, arguments.depth, arguments.interviewer, arguments.minutes)
        return run_plain(doors, session, world) if arguments.plain else run_app(doors, session)


def _resumed(doors: Doors, record: str) -> int:
    """Open a record in the terminal interface; where another holds it, open the start page, which says who and offers to read it."""
    try:
        session = doors.resume(record)
    except StoreFault as fault:
        if fault.kind != "busy":
            raise
        return run_app(doors, record=record)
    return run_app(doors, session)
