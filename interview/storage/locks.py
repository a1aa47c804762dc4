"""One writer at a time: a lock that the operating system takes back when its process ends, and marks that name a process.

The operating system's lock decides; the mark only tells who has it and since when, and guards where the lock's file was removed.
"""

from __future__ import annotations

import contextlib
import fcntl
import getpass
import os
import socket
from dataclasses import dataclass
from pathlib import Path

from interview.storage.files import PRIVATE_FILE


@dataclass(frozen=True, slots=True)
class ProcessMark:
    """Which process, so exactly that a number used again is not mistaken for it."""

    pid: int
    boot: str
    started: str
    who: str


def _first_line(path: str) -> str:
    with contextlib.suppress(OSError, UnicodeDecodeError):
        return Path(path).read_text(encoding="utf-8").strip()
    return ""


def _started(pid: int) -> str:
    """When a process started; `ended` for one that was killed and that nobody has waited for yet."""
    fields = _first_line(f"/proc/{pid}/stat").rpartition(")")[2].split()
    if fields[:1] in (["Z"], ["X"]):
        return "ended"
    return fields[19] if len(fields) > 19 else ""


def this_process() -> ProcessMark:
    """Return the mark of the running process."""
    try:
        login = getpass.getuser()
    except (OSError, KeyError):
        login = "someone"
    pid = os.getpid()
    return ProcessMark(pid, _first_line("/proc/sys/kernel/random/boot_id"), _started(pid), f"{login} on {socket.gethostname()}")


def is_running(mark: ProcessMark) -> bool:
    """Whether the marked process still runs on this computer since the marked start."""
    if mark.pid <= 0 or mark.boot != this_process().boot:
        return False
    try:
        os.kill(mark.pid, 0)
    except PermissionError:
        pass
    except OSError:
        return False
    return mark.started == _started(mark.pid)


class OsLock:
    """An advisory lock on a file, held until released or until the process ends."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def acquire(self, *, shared: bool = False) -> bool:
        """Take the lock if it is free, alone or shared with others who share it, and say whether; `OSError` where there can be no file."""
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, PRIVATE_FILE)
        try:
            os.fchmod(descriptor, PRIVATE_FILE)
            fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            return False
        except BaseException:
            os.close(descriptor)
            raise
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        """Let go of the lock; without one, do nothing."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
