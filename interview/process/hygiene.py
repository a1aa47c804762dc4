"""The first thing every command does: new files are private, no memory image is ever left, and nothing is told but what we say."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import Final

from interview.process.ending import hear
from interview.process.quiet import keep_quiet

PRIVATE: Final = 0o077
"""The mask for new files: nobody but their owner may read them."""

PR_GET_DUMPABLE, PR_SET_DUMPABLE = 3, 4
"""As Linux numbers them (prctl(2))."""


def settle() -> None:
    """Settle this process; nothing is raised where the system knows no such wish."""
    os.umask(PRIVATE)
    leave_no_image()
    keep_quiet()
    hear()


def leave_no_image() -> None:
    """Let a crash of the runtime leave no image of its memory, neither as a file nor to whatever collects them."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _ask(PR_SET_DUMPABLE, 0)


def may_leave_image() -> bool | None:
    """Return whether the system may take an image of this process's memory; None where it cannot be asked."""
    told = _ask(PR_GET_DUMPABLE)
    return None if told is None else told != 0


def _ask(option: int, value: int = 0) -> int | None:
    if sys.platform != "linux":
        return None
    with suppress(ImportError, OSError, AttributeError):
        import ctypes

        told = int(ctypes.CDLL(None).prctl(option, value, 0, 0, 0))
        return told if told >= 0 else None
    return None
