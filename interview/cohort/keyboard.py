"""The keyboard's signals are for the process that hands out work, not for those that work for it: they end when it does."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterator
from multiprocessing import resource_tracker


@contextlib.contextmanager
def kept_from_workers() -> Iterator[None]:
    """Hold ^C and ^\\ back meanwhile: processes and threads that begin pass that on, for good; here it is met right after."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # begun within the mask, it would take the mask off before others inherit it
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGQUIT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
