"""Putting a whole new state of the vault in the place of the old one: the rename of the header decides, and nothing else does.

The new database and the new heads lie beside theirs first, whole, synced, under names that only the new header points to. Killed before
its rename, the old state stands; killed after it, whoever opens next takes the last steps. There is no moment with neither.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from interview.engine.ports import StoreFault
from interview.language import _
from interview.storage.database import DATABASE_NAME
from interview.storage.files import sync_folder, write_beside
from interview.storage.header import HEADER_NAME, Header, read_header, written
from interview.storage.heads import HEADS_NAME
from interview.storage.locks import OsLock

IN_USE: Final = "open.lock"
"""Shared by everyone who has the vault open; held alone by whoever exchanges its files."""

TAG_SIGNS: Final = 16
NEXT_DATABASE: Final = DATABASE_NAME + ".next"
NEXT_HEADS: Final = HEADS_NAME + ".next"
"""Where a new state is written before it is whole."""

_LEFT_OVER: Final = re.compile(rf"(?:{DATABASE_NAME}|{HEADS_NAME})\.(?:next|[0-9a-f]{{{TAG_SIGNS}}})(?:-journal)?")
_MAY_NOT: Final = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


def _awaited(folder: Path, name: str, header: Header) -> Path:
    return folder / f"{name}.{header.mark[:TAG_SIGNS]}"


def is_unfinished(folder: Path, header: Header) -> bool:
    """Whether the state that this header belongs to still lies beside its place."""
    return _awaited(folder, DATABASE_NAME, header).is_file()


def in_use_elsewhere(folder: Path) -> StoreFault:
    """Return the fault of a vault that must be alone, or that another process has alone."""
    return StoreFault(
        "busy",
        _("The vault in {folder} is open in another window or process, or its files are being exchanged. Nothing was changed: {do}").format(
            folder=folder, do=_("close it there, or wait a moment, then try again.")
        ),
    )


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Have the vault to oneself, as far as this program goes; `StoreFault("busy")` where somebody has it open."""
    lock = OsLock(folder / IN_USE)
    if not lock.acquire():
        raise in_use_elsewhere(folder)
    try:
        yield
    finally:
        lock.release()


def opened_with(folder: Path, header: Header) -> OsLock:
    """Join those who have the vault open, first taking the last steps of an exchange that was cut short.

    `StoreFault("busy")` while somebody exchanges its files, or did so since this header was read. In a folder that may not be written
    nothing can be exchanged, and no lock is needed.
    """
    if is_unfinished(folder, header):
        with alone(folder):
            if read_header(folder) == header:
                finish(folder, header)
    lock = OsLock(folder / IN_USE)
    try:
        if not lock.acquire(shared=True):
            raise in_use_elsewhere(folder)
    except OSError as fault:
        if fault.errno not in _MAY_NOT:
            raise
    try:
        if read_header(folder) != header or is_unfinished(folder, header):
            raise in_use_elsewhere(folder)
    except BaseException:
        lock.release()
        raise
    return lock


def clear_left_over(folder: Path, header: Header) -> None:
    """Remove what exchanges that never came to be have left behind; it is ciphertext whose key is gone."""
    kept = {_awaited(folder, name, header).name for name in (DATABASE_NAME, HEADS_NAME)} if is_unfinished(folder, header) else set()
    for path in folder.iterdir():
        if _LEFT_OVER.fullmatch(path.name) and path.name not in kept:
            path.unlink()


@contextlib.contextmanager
def tidied(folder: Path) -> Iterator[None]:
    """Remove, after an error, what was not whole yet; what a header may point to already is left to `finish`."""
    try:
        yield
    except Exception:
        for name in (NEXT_DATABASE, NEXT_DATABASE + "-journal", NEXT_HEADS):
            with contextlib.suppress(OSError):
                (folder / name).unlink(missing_ok=True)
        raise


def commit(folder: Path, header: Header, database: Path, heads: Path) -> None:
    """Make this header with this database and these heads the vault. They must be whole and synced; the caller is alone."""
    new_header = write_beside(folder / HEADER_NAME, written(header))
    os.replace(heads, _awaited(folder, HEADS_NAME, header))
    sync_folder(folder)
    os.replace(database, _awaited(folder, DATABASE_NAME, header))
    sync_folder(folder)
    os.replace(new_header, folder / HEADER_NAME)
    sync_folder(folder)
    finish(folder, header)


def finish(folder: Path, header: Header) -> None:
    """Move what this header awaits into its place; it may be cut short and taken up again anywhere. The caller is alone."""
    if not is_unfinished(folder, header):
        return
    with contextlib.suppress(FileNotFoundError):
        os.replace(_awaited(folder, HEADS_NAME, header), folder / HEADS_NAME)
    with contextlib.suppress(FileNotFoundError):
        (folder / (DATABASE_NAME + "-journal")).unlink()  # it is the old database's
    sync_folder(folder)
    os.replace(_awaited(folder, DATABASE_NAME, header), folder / DATABASE_NAME)
    sync_folder(folder)
