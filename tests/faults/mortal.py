"""A process that dies at its n-th call of the system, and a disk that takes nothing from the dead: nothing that a program does after its
death, in handlers of errors or on the way out, reaches the disk.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from typing import Any, Final
from unittest import mock

import apsw

BASE: Final = "multipleciphers-unix"
DISK: Final = "mortal-disk"
CALLS: Final = ("fsync", "open", "rename", "replace", "link", "unlink", "mkdir", "rmdir", "chmod")


class Killed(BaseException):
    """What ends the process."""


class Life:
    """How many calls are left; None counts them only."""

    def __init__(self, left: int | None) -> None:
        self.left = left
        self.calls = 0
        self.is_over = False

    def spend(self) -> None:
        """Make one call, or die at it."""
        self.calls += 1
        if self.is_over or self.calls == self.left:
            self.is_over = True
            raise Killed


class _Disk(apsw.VFS):
    def __init__(self, life: Life) -> None:
        self.life = life
        super().__init__(DISK, BASE)

    def xOpen(self, name: Any, flags: list[int]) -> _File:
        return _File(self.life, name, flags)

    def xDelete(self, name: str, sync: bool) -> None:
        self.life.spend()
        super().xDelete(name, sync)


class _File(apsw.VFSFile):
    def __init__(self, life: Life, name: Any, flags: list[int]) -> None:
        self._life = life
        super().__init__(BASE, name, flags)

    def xWrite(self, content: Any, offset: int) -> None:
        self._life.spend()
        super().xWrite(content, offset)

    def xSync(self, flags: int) -> None:
        self._life.spend()
        super().xSync(flags)

    def xTruncate(self, size: int) -> None:
        self._life.spend()
        super().xTruncate(size)


def _counted(life: Life, real: Callable[..., Any]) -> Callable[..., Any]:
    def call(*given: Any, **named: Any) -> Any:
        life.spend()
        return real(*given, **named)

    return call


@contextlib.contextmanager
def mortal(left: int | None) -> Iterator[Life]:
    """Let the process die at this call; what it raises then goes no further than here."""
    life = Life(left)
    disk = _Disk(life)
    try:
        with contextlib.ExitStack() as patched:
            for name in CALLS:
                patched.enter_context(mock.patch.object(os, name, _counted(life, getattr(os, name))))
            try:
                yield life
            except BaseException:
                if not life.is_over:
                    raise
    finally:
        disk.unregister()
