"""What a program does to its disk, written down call by call: the database's own calls and those of the files beside it.

The recorder lies below the encryption (`multipleciphers-disk-log` upon `disk-log` upon `unix`): what it sees is what a disk would get.
"""

from __future__ import annotations

import contextlib
import functools
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from unittest import mock

import apsw

from interview.storage import database

BELOW: Final = "unix"
RECORDER: Final = "disk-log"
VFS: Final = f"multipleciphers-{RECORDER}"
"""The name to open a database by, so that it is encrypted above the recorder."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a folder came to stand for a file (by its number), for a folder (None), or is gone (-1).

    That is durable once the folder is synced.
    """

    path: str
    file: int | None


@dataclass(frozen=True, slots=True)
class Renamed:
    """A file was given another name in the same folder, over whatever stood there: both or neither."""

    old: str
    new: str
    file: int


@dataclass(frozen=True, slots=True)
class Wrote:
    """Bytes were handed to a file."""

    file: int
    offset: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Cut:
    """A file was made so long."""

    file: int
    size: int


@dataclass(frozen=True, slots=True)
class Synced:
    """A file's bytes were forced to the disk."""

    file: int


@dataclass(frozen=True, slots=True)
class FolderSynced:
    """A folder's names were forced to the disk."""

    folder: str


@dataclass(frozen=True, slots=True)
class Told:
    """The program said that so many events are durable; 0 says so of the vault itself."""

    events: int


GONE: Final = -1
Call = Named | Renamed | Wrote | Cut | Synced | FolderSynced | Told


@dataclass(slots=True)
class DiskLog:
    """The calls in order, below one folder."""

    above: str
    calls: list[Call] = field(default_factory=list)
    _files: dict[str, int] = field(default_factory=dict)
    _made: int = 0

    def _path(self, path: Any) -> str | None:
        whole = os.path.abspath(os.fspath(path))
        return whole if whole.startswith(f"{self.above}/") else None

    def named(self, path: Any, *, is_folder: bool = False) -> None:
        """Note that a name was made."""
        whole = self._path(path)
        if whole is not None:
            self._made += 1
            self._files[whole] = self._made
            self.calls.append(Named(whole, None if is_folder else self._made))

    def linked(self, old: Any, new: Any) -> None:
        """Note that a file was given a second name."""
        from_path, to_path = self._path(old), self._path(new)
        if from_path is not None and to_path is not None:
            self._files[to_path] = self._files[from_path]
            self.calls.append(Named(to_path, self._files[to_path]))

    def gone(self, path: Any) -> None:
        """Note that a name was taken away."""
        whole = self._path(path)
        if whole is not None and self._files.pop(whole, None) is not None:
            self.calls.append(Named(whole, GONE))

    def renamed(self, old: Any, new: Any) -> None:
        """Note that a file was renamed."""
        from_path, to_path = self._path(old), self._path(new)
        if from_path is not None and to_path is not None:
            self._files[to_path] = self._files.pop(from_path)
            self.calls.append(Renamed(from_path, to_path, self._files[to_path]))

    def file(self, path: Any) -> int | None:
        """Return the number of the file of that name, where it is one that is watched."""
        whole = self._path(path)
        return self._files.get(whole) if whole is not None else None

    def synced_whole(self, descriptor: int) -> None:
        """Note what an open file holds, and that it was synced; or that a folder was."""
        path = os.readlink(f"/proc/self/fd/{descriptor}")
        if os.path.isdir(path):
            self.calls.append(FolderSynced(path))
            return
        file = self.file(path)
        if file is not None:
            self.calls += [Wrote(file, 0, Path(path).read_bytes()), Synced(file)]

    @property
    def written(self) -> bytes:
        """Everything that was handed to the disk."""
        return b"".join(each.content for each in self.calls if isinstance(each, Wrote))


class _Recorder(apsw.VFS):
    """Registered once and never taken away: the encryption above it keeps a pointer to it."""

    def __init__(self) -> None:
        super().__init__(RECORDER, BELOW)
        self.log = DiskLog("/")

    def xOpen(self, name: Any, flags: list[int]) -> _RecordedFile:
        return _RecordedFile(self.log, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        super().xDelete(filename, syncdir)
        self.log.gone(filename)
        if syncdir:
            self.log.calls.append(FolderSynced(os.path.dirname(os.path.abspath(filename))))


class _RecordedFile(apsw.VFSFile):
    def __init__(self, log: DiskLog, name: Any, flags: list[int]) -> None:
        self._log = log
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        is_new = path is not None and not os.path.exists(path)
        super().__init__(BELOW, name, flags)
        if is_new:
            log.named(path)
        self._file = None if path is None else log.file(path)
        is_journal = bool(flags[0] & apsw.SQLITE_OPEN_CREATE and flags[0] & apsw.SQLITE_OPEN_MAIN_JOURNAL)
        self._folder = os.path.dirname(os.path.abspath(path)) if is_journal and path is not None else None
        """SQLite syncs a journal's folder with the journal's first sync."""

    def _note(self, call: Call) -> None:
        if self._file is not None:
            self._log.calls.append(call)

    def xWrite(self, data: Any, offset: int) -> None:
        super().xWrite(data, offset)
        self._note(Wrote(self._file or 0, offset, bytes(data)))

    def xTruncate(self, newsize: int) -> None:
        super().xTruncate(newsize)
        self._note(Cut(self._file or 0, newsize))

    def xSync(self, flags: int) -> None:
        super().xSync(flags)
        self._note(Synced(self._file or 0))
        if self._folder is not None:
            self._note(FolderSynced(self._folder))
            self._folder = None


@functools.cache
def _recorder() -> _Recorder:
    return _Recorder()


@contextlib.contextmanager
def recorded(above: Path) -> Iterator[DiskLog]:
    """Write down what happens below a folder that is empty now; the database must be opened by `VFS`."""
    log = DiskLog(os.path.abspath(above))
    recorder = _recorder()
    recorder.log = log
    real_open, real_mkdir, real_unlink, real_fsync = os.open, os.mkdir, os.unlink, os.fsync
    real_rename, real_replace, real_link = os.rename, os.replace, os.link

    def opened(path: Any, flags: int, *given: Any, **named: Any) -> int:
        is_new = bool(flags & os.O_CREAT) and not os.path.lexists(path)
        descriptor = real_open(path, flags, *given, **named)
        if is_new:
            log.named(path)
        return descriptor

    def made(path: Any, *given: Any, **named: Any) -> None:
        real_mkdir(path, *given, **named)
        log.named(path, is_folder=True)

    def removed(path: Any, *given: Any, **named: Any) -> None:
        real_unlink(path, *given, **named)
        log.gone(path)

    def synced(descriptor: int) -> None:
        real_fsync(descriptor)
        log.synced_whole(descriptor)

    def moved(old: Any, new: Any, **named: Any) -> None:
        real_rename(old, new, **named)
        log.renamed(old, new)

    def put_over(old: Any, new: Any, **named: Any) -> None:
        real_replace(old, new, **named)
        log.renamed(old, new)

    def linked(old: Any, new: Any, **named: Any) -> None:
        real_link(old, new, **named)
        log.linked(old, new)

    try:
        with mock.patch.multiple(os, open=opened, mkdir=made, unlink=removed, fsync=synced, rename=moved, replace=put_over, link=linked):
            yield log
    finally:
        recorder.log = DiskLog("/")


@contextlib.contextmanager
def always_recorded() -> Iterator[None]:
    """Open every database above the recorder, also where a room opens it by itself."""
    opened = database._opened

    def recording(path: Path, key: bytes, vfs: str | None) -> apsw.Connection:
        return opened(path, key, vfs or VFS)

    with mock.patch.object(database, "_opened", recording):
        yield
