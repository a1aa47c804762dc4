"""What would print, log, send or keep what the program works on is turned off: the runtime's own reports, and the toolkit's.

A fault is told in one place, `interview.process.crash`, and there without its message.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import signal
import sys
import threading
import warnings
from collections.abc import MutableMapping
from contextlib import suppress
from types import TracebackType
from typing import Final

from interview.process.ending import Stopped

TOOLKIT: Final = "TEXTUAL"
"""What the names of the toolkit's own variables begin with: they log, send or picture the screen, press keys, choose another driver."""

KEPT: Final = frozenset({"TEXTUAL_COLOR_SYSTEM", "TEXTUAL_SPEEDUPS"})
"""Those that say how colours are sent and how fast it counts, and no more."""


def without_telling(environ: MutableMapping[str, str]) -> None:
    """Take the toolkit's variables away before it can read them; it never sees one that tells."""
    for name in [name for name in environ if name.startswith(TOOLKIT) and name not in KEPT]:
        del environ[name]


def keep_quiet() -> None:
    """Turn off what the runtime would print of a fault, a thread, a task or a warning, whatever its debug variables say."""
    without_telling(os.environ)
    logging.disable(logging.CRITICAL)
    logging.raiseExceptions = False
    warnings.resetwarnings()
    warnings.simplefilter("ignore")
    faulthandler.disable()
    sys.excepthook = _said_elsewhere
    sys.unraisablehook = _unheard
    threading.excepthook = lambda __: None


def _said_elsewhere(_kind: type[BaseException], _fault: BaseException, _trace: TracebackType | None) -> None:
    """Print nothing: whoever ran the command has told it."""


def _unheard(unraisable: sys.UnraisableHookArgs) -> None:
    """Print nothing; a signal that came where nothing can be raised is sent once more."""
    if isinstance(unraisable.exc_value, Stopped):
        with suppress(OSError):
            signal.raise_signal(unraisable.exc_value.number)
