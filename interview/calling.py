"""One call, arguments in, exit code out: 0 done, 1 the answer is no, 2 input or call, 3 the store, 70 a crash, 128 + n a signal.

It loads nothing heavy before a command needs it. Errors are one or two lines on standard error, and never an answer's text.
"""

from __future__ import annotations

import errno
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module

from interview.language import LanguageUnknown, _, choosing
from interview.process import ending, hygiene
from interview.process.ending import SIGNALLED, Stopped
from interview.version import PROGRAM, VERSION
from interview.world import CallRefused, Place, World, place_of, this_world

DONE, NO, REFUSED, STORE, CRASHED = 0, 1, 2, 3, 70


def run(argv: Sequence[str], world: World | None = None) -> int:
    """Run one command and return its exit code. Nothing is raised."""
    is_own = world is None
    if world is None:
        hygiene.settle()
        world = this_world()
    at: list[Place] = []
    try:
        code = _done(argv, world, at)
        world.stdout.flush()
        if is_own:
            ending.hear_no_more()
    except BaseException as end:
        if is_own:
            ending.hear_no_more()
        code = _ended(end, world, at)
    if is_own:
        ending.let_go()
        ending.collect_no_more()
    return code


def _done(argv: Sequence[str], world: World, at: list[Place]) -> int:
    _speak(argv, world)
    from interview.arguments import parsed

    arguments = parsed(argv)
    place = place_of(arguments.data_dir, arguments.passphrase_file, world)
    at.append(place)
    code: int = import_module(f"interview.commands.{arguments.module}").run(arguments, place, world)
    return code


def _speak(argv: Sequence[str], world: World) -> None:
    """Settle the language before a room that speaks is loaded."""
    from interview.bootstrap import settings_file

    try:
        choosing.choose(argv, world.environ, lambda: settings_file(world))
    except LanguageUnknown as unknown:
        raise CallRefused(str(unknown)) from None


def _ended(end: BaseException, world: World, at: Sequence[Place]) -> int:
    """Say how the command ended, and return the exit code."""
    match end:
        case SystemExit():
            return end.code if isinstance(end.code, int) else DONE if end.code is None else REFUSED
        case CallRefused():
            return _said(world, str(end), REFUSED)
        case KeyboardInterrupt():
            return _said(world, _("Stopped by ^C. Everything shown as saved is saved."), SIGNALLED + signal.SIGINT)
        case Stopped():
            return _said(world, _("Stopped by a signal. Everything shown as saved is saved."), SIGNALLED + end.number)
        case BrokenPipeError():
            return SIGNALLED + signal.SIGPIPE
        case OSError(errno=errno.EIO) if ending.terminal_is_gone(world.may_ask):
            return SIGNALLED + signal.SIGHUP
    of_the_store = _store_fault(world, end)
    return _said(world, _crash(end, world, at), CRASHED) if of_the_store is None else of_the_store


def _said(world: World, sentence: str, code: int) -> int:
    from trd_core.text import plainly

    with suppress(OSError, ValueError):
        print(plainly(f"{PROGRAM}: {sentence}"), file=world.stderr, flush=True)
    return code


def _store_fault(world: World, fault: BaseException) -> int | None:
    if "interview.engine.ports" not in sys.modules:
        return None
    from interview.engine.ports import StoreFault

    if not isinstance(fault, StoreFault):
        return None
    return _said(world, str(fault), REFUSED if fault.kind == "unknown_record" else STORE)


def _crash(fault: BaseException, world: World, at: Sequence[Place]) -> str:
    from interview.process import crash

    said = _("The program stopped unexpectedly ({name} at {place}). Everything shown as saved is saved; `verify` checks it.").format(
        name=crash.kind(fault), place=crash.place(fault) or _("an unknown place")
    )
    kept = None
    with suppress(Exception):
        kept = crash.kept((at[0] if at else place_of(None, None, world)).folder, fault, VERSION, world.clock())
    if kept is None:
        return " ".join((said, _("Start again, and report this line if it happens twice.")))
    where = _("Where it happened, and nothing of any answer, is in {file}; start again, and report that file if it happens twice.")
    return " ".join((said, where.format(file=kept)))
