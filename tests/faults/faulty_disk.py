"""A disk whose n-th call does something else than it should: fails, or ends the process.

Counted are the database's calls that open, write, cut, sync and delete (below the encryption), and what the files beside it ask of the
system: open for writing, sync, rename, link, and write.
"""

from __future__ import annotations

import contextlib
import errno
import functools
import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final
from unittest import mock

import apsw

from interview.storage import database

BELOW: Final = "unix"
SHIM: Final = "faulty-disk"
VFS: Final = f"multipleciphers-{SHIM}"

Act = Callable[[], object]


@dataclass(slots=True)
class Fault:
    """What happens, and at which call."""

    act: Act | None = None
    at: int = 0
    for_good: bool = False
    calls: int = 0
    happened: int = 0

    def meet(self) -> None:
        """Count a call; at the right one, act."""
        if self.act is None:
            return
        self.calls += 1
        if self.calls == self.at or (self.for_good and self.calls > self.at):
            self.happened += 1
            self.act()


class _Shim(apsw.VFS):
    """Registered once and never taken away: the encryption above it keeps a pointer to it."""

    def __init__(self) -> None:
        super().__init__(SHIM, BELOW)
        self.fault = Fault()

    def xOpen(self, name: Any, flags: list[int]) -> _ShimFile:
        _on_the_disk(self.fault)
        return _ShimFile(self, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        _on_the_disk(self.fault)
        super().xDelete(filename, syncdir)


class _ShimFile(apsw.VFSFile):
    def __init__(self, shim: _Shim, name: Any, flags: list[int]) -> None:
        self._shim = shim
        super().__init__(BELOW, name, flags)

    def xWrite(self, data: Any, offset: int) -> None:
        _on_the_disk(self._shim.fault)
        super().xWrite(data, offset)

    def xSync(self, flags: int) -> None:
        _on_the_disk(self._shim.fault)
        super().xSync(flags)

    def xTruncate(self, newsize: int) -> None:
        _on_the_disk(self._shim.fault)
        super().xTruncate(newsize)


def _on_the_disk(fault: Fault) -> None:
    """Meet the fault where SQLite calls: an error of the system is one that SQLite knows."""
    try:
        fault.meet()
    except OSError as error:
        raise (apsw.FullError if error.errno == errno.ENOSPC else apsw.IOError)("the disk fails") from None


@functools.cache
def shim() -> _Shim:
    """Return the one shim of this process, registered."""
    return _Shim()


def counting(fault: Fault) -> Any:
    """Return a context in which calls of the files beside the database meet the fault, and every database is opened through the shim."""
    shim().fault = fault
    opened = database._opened

    def through_shim(path: Any, key: bytes, vfs: str | None) -> apsw.Connection:
        return opened(path, key, vfs or VFS)

    def met(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            fault.meet()
            return real(*given, **named)

        return call

    real_open = os.open

    def opened_for_writing(path: Any, flags: int, *given: Any, **named: Any) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR):
            fault.meet()
        return real_open(path, flags, *given, **named)

    names: dict[str, Any] = {name: met(getattr(os, name)) for name in ("fsync", "rename", "replace", "link", "write")}
    stack = contextlib.ExitStack()
    stack.enter_context(mock.patch.object(database, "_opened", through_shim))
    stack.enter_context(mock.patch.multiple(os, open=opened_for_writing, **names))
    return stack


def faulty(act: Act, at: int) -> None:
    """From now on, to the end of this process, act at the call of that number."""
    counting(Fault(act, at))
