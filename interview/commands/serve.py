"""`serve`: the interface in a browser on this computer.

The vault is opened once here, where a passphrase can be asked for; what opened it is kept in memory and handed to each tab's process as the
first packet on its standard input. It stands in no argument, no variable, no address and no file, and it is forgotten once a tab is locked:
a tab that is opened then asks for the passphrase itself. `--tab` is such a process: it is begun by
the server only, reads what opens the vault, and speaks packets from then on.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from argparse import Namespace
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from interview import handover
from interview.bootstrap import opened, opened_locked, proven_unlock
from interview.faces import run_app_in_tab
from interview.language import _, current
from interview.practice_place import doors_with_practice
from interview.world import DATA_DIR, PASSPHRASE_FILE, CallRefused, Place, World

if TYPE_CHECKING:
    from interview.serve.guard import Guard

SIGNALLED: Final = 128
STANDARD_INPUT: Final = 0
LANGUAGE: Final = "TRD_INTERVIEW_LANGUAGE"


def run(arguments: Namespace, place: Place, world: World) -> int:
    """Serve until ^C or a signal; or be one tab's process."""
    return _tab(place, world) if arguments.tab else _serve(arguments.port, place, world)


def _tab(place: Place, world: World) -> int:
    from interview.serve.packets import UNLOCK, PacketRefused, first_packet

    try:
        packet = first_packet(STANDARD_INPUT)
        if packet.kind != UNLOCK:
            raise PacketRefused("another packet than the first")
        unlock = handover.read(packet.payload) if packet.payload else None
    except (PacketRefused, ValueError):
        raise CallRefused(_("--tab is begun by the server, not by hand. `trd-interview serve` starts it.")) from None
    own = replace(place, passphrase_file=None)
    with (
        opened_locked(own, world) if unlock is None else opened(own, replace(world, unlock=unlock)) as vault,
        doors_with_practice(vault, place, world) as doors,
    ):
        return run_app_in_tab(doors)


def _serve(port: int, place: Place, world: World) -> int:
    from interview.serve.guard import Guard
    from interview.serve.kept_unlock import KeptUnlock
    from interview.serve.seat import Program
    from interview.serve.seats import Seats
    from interview.serve.server import listening, served

    try:
        at = listening(port)
    except OSError:
        raise CallRefused(
            _("Port {port} is taken by another program. --port chooses another; without it a free one is taken.").format(port=port)
        ) from None
    with at:
        unlock = KeptUnlock(handover.written(proven_unlock(place, world)))
        argv = (sys.executable, "-m", "interview", "--data-dir", str(place.folder), "serve", "--tab")
        guard = Guard(at.getsockname()[1])
        return asyncio.run(_until_signalled(world, guard, lambda until: served(at, guard, Seats(Program(argv, _environ(), unlock)), until)))


async def _until_signalled(world: World, guard: Guard, serving: Callable[[asyncio.Event], Awaitable[None]]) -> int:
    loop, until = asyncio.get_running_loop(), asyncio.Event()
    came: list[int] = []

    def stop(number: int) -> None:
        came.append(number)
        until.set()

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, partial(stop, number))
    _say_link(world, guard)
    if world.has_terminal:
        loop.add_reader(world.stdin.fileno(), _new_link, world, guard)
    await serving(until)
    with suppress(OSError, ValueError):
        print(_("The server has ended. Everything shown as saved is saved."), file=world.stdout, flush=True)
    return SIGNALLED + came[0]


def _say_link(world: World, guard: Guard) -> None:
    print(_("Open this link in a browser on this computer; it works once:"), file=world.stdout)
    print(f"  {guard.new_link()}", file=world.stdout)
    if world.has_terminal:
        print(_("Enter prints a new link, ^C ends the server."), file=world.stdout)
    world.stdout.flush()


def _new_link(world: World, guard: Guard) -> None:
    if os.read(world.stdin.fileno(), 4096):
        _say_link(world, guard)
    else:
        asyncio.get_running_loop().remove_reader(world.stdin.fileno())


def _environ() -> dict[str, str]:
    """Return the variables of a tab's process: where records live and what opens them is told otherwise."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("TEXTUAL") and name not in (DATA_DIR, PASSPHRASE_FILE)}
    return {**own, LANGUAGE: current(), "TERM": "xterm-256color", "TEXTUAL_COLOR_SYSTEM": "truecolor", "PYTHONIOENCODING": "utf-8"}
