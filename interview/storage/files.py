"""Files that only their owner may read: made 0600 in folders 0700 whatever the umask, replaced whole or not at all.

It follows no link, waits at no pipe, and reads no more than it was told to.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import stat
from pathlib import Path

from interview.durable import NO_LINKS
from interview.language import _

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


class NotAFile(OSError):
    """Something other than an ordinary file stands there, or it is larger than it can rightly be."""


def sync_folder(folder: Path) -> None:
    """Make the folder's entries durable: a new name is only on the disk once its folder is."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_private_folder(folder: Path) -> None:
    """Make the folder and its parents, or tighten it where it is there; raise `OSError` where it is shared or not ours."""
    for parent in reversed(folder.parents):
        if not parent.exists():
            parent.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
            parent.chmod(PRIVATE_FOLDER)
            sync_folder(parent.parent)
    folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    present = folder.stat()
    if present.st_mode & stat.S_ISVTX:
        raise PermissionError(_("a folder that several people share"))
    if stat.S_IMODE(present.st_mode) != PRIVATE_FOLDER:
        folder.chmod(PRIVATE_FOLDER)
    sync_folder(folder.parent)


def create_private(path: Path, content: bytes = b"") -> None:
    """Create a file that must not be there yet, whole or not at all, and make it and its name durable."""
    if content:
        _create_whole(path, content)
    else:
        _create(path, content)
    sync_folder(path.parent)


def _create_whole(path: Path, content: bytes) -> None:
    """Write the content durably before it has its name: no crash leaves the name with half of it."""
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    _create(part, content)
    try:
        os.link(part, path, follow_symlinks=False)
    except OSError as fault:
        if fault.errno not in NO_LINKS:
            raise
        _create(path, content)
    finally:
        part.unlink()


def _create(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, PRIVATE_FILE)
    with os.fdopen(descriptor, "wb") as file:
        os.fchmod(descriptor, PRIVATE_FILE)
        file.write(content)
        file.flush()
        os.fsync(descriptor)


def synced_copy(source: Path, target: Path) -> None:
    """Copy a file to a new private one, and make it durable."""
    create_private(target)
    with source.open("rb") as old, target.open("r+b") as new:
        shutil.copyfileobj(old, new)
        new.flush()
        os.fsync(new.fileno())


def write_beside(path: Path, content: bytes) -> Path:
    """Write the content durably to a new file beside the path, for a rename to follow, and return where."""
    beside = path.with_name(path.name + ".new")
    with contextlib.suppress(FileNotFoundError):
        beside.unlink()
    _create(beside, content)
    return beside


def replace_private(path: Path, content: bytes) -> None:
    """Replace a file in one step: after a crash it is the old one or the new one."""
    write_beside(path, content).replace(path)


def read_private(path: Path, at_most: int) -> bytes:
    """Return an ordinary file's bytes; `NotAFile` for a link, a pipe, a folder, or more than `at_most` bytes."""
    if path.is_symlink():
        raise NotAFile(_("a link"))
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
    try:
        present = os.fstat(descriptor)
        if not stat.S_ISREG(present.st_mode) or present.st_size > at_most:
            raise NotAFile(_("not an ordinary file, or too large"))
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return file.read(at_most + 1)
    finally:
        os.close(descriptor)
