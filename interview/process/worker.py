"""The first thing a process does that works for another of ours: as private and as quiet, and the keyboard's signals are not for it."""

from __future__ import annotations

import os
import signal
import threading

from interview.process.hygiene import PRIVATE, leave_no_image
from interview.process.quiet import keep_quiet


def settle_worker() -> None:
    """Settle this process; nothing is raised."""
    os.umask(PRIVATE)
    leave_no_image()
    keep_quiet()
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.SIG_IGN)
