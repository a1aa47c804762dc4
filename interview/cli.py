"""Arguments in, exit code out: 0 done, 1 the answer is no, 2 input or call, 3 the store, 70 a crash, 128 + n a signal.

It loads nothing heavy before a command needs it. Errors are one or two lines on standard error, and never an answer's text.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import FrameType, TracebackType

from interview.language import LanguageUnknown, _, choosing
from interview.world import PROGRAM, CallRefused, World, place_of, this_world

DONE, NO, REFUSED, STORE, CRASHED, SIGNALLED = 0, 1, 2, 3, 70, 128
PRIVATE = 0o077
"""The mask for new files: nobody but their owner may read them."""


class Stopped(BaseException):
    """A signal asked the program to end; what is open is closed on the way out."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def main(argv: Sequence[str] | None = None, world: World | None = None) -> int:
    """Run one command and return its exit code. Nothing is raised."""
    if world is None:
        _settle_process()
        world = this_world()
    try:
        code = _run(sys.argv[1:] if argv is None else argv, world)
        world.stdout.flush()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else DONE if end.code is None else REFUSED
    except CallRefused as refused:
        code = _said(world, str(refused), REFUSED)
    except KeyboardInterrupt:
        code = _said(world, _("Stopped by ^C. Everything shown as saved is saved."), SIGNALLED + signal.SIGINT)
    except Stopped as stopped:
        code = _said(world, _("Stopped by a signal. Everything shown as saved is saved."), SIGNALLED + stopped.number)
    except BrokenPipeError:
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno() if sys.__stdout__ else 1)
        code = SIGNALLED + signal.SIGPIPE
    except Exception as fault:
        of_the_store = _store_fault(world, fault)
        code = _said(world, _crash(fault), CRASHED) if of_the_store is None else of_the_store
    return code


def _run(argv: Sequence[str], world: World) -> int:
    _speak(argv, world)
    from interview.arguments import parsed

    arguments = parsed(argv)
    place = place_of(arguments.data_dir, arguments.passphrase_file, world)
    code: int = import_module(f"interview.commands.{arguments.module}").run(arguments, place, world)
    return code


def _speak(argv: Sequence[str], world: World) -> None:
    """Settle the language before a room that speaks is loaded."""
    from interview.bootstrap import settings_file

    try:
        choosing.choose(argv, world.environ, lambda: settings_file(world))
    except LanguageUnknown as unknown:
        raise CallRefused(str(unknown)) from None


def _said(world: World, sentence: str, code: int) -> int:
    with suppress(OSError, ValueError):
        print(f"{PROGRAM}: {sentence}", file=world.stderr, flush=True)
    return code


def _store_fault(world: World, fault: Exception) -> int | None:
    if "interview.engine.ports" not in sys.modules:
        return None
    from interview.engine.ports import StoreFault

    if not isinstance(fault, StoreFault):
        return None
    return _said(world, str(fault), REFUSED if fault.kind == "unknown_record" else STORE)


def _crash(fault: BaseException) -> str:
    return _(
        "The program stopped unexpectedly ({name} at {place}). Everything shown as saved is saved; `verify` "
        "checks it. Start again, and report this line if it happens twice."
    ).format(name=type(fault).__name__, place=_place(fault.__traceback__))


def _place(trace: TracebackType | None) -> str:
    found = _("an unknown place")
    while trace is not None:
        path = Path(trace.tb_frame.f_code.co_filename)
        if path.parts[-3:-1] and {"interview", "trd_core"} & set(path.parts):
            found = f"{path.name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return found


def _settle_process() -> None:
    """New files are private, signals end the program in order, and no thread prints what it worked on."""
    os.umask(PRIVATE)
    with suppress(ValueError):  # signals belong to the main thread
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, _stop)
    threading.excepthook = lambda __: None


def _stop(number: int, _frame: FrameType | None) -> None:
    raise Stopped(number)
