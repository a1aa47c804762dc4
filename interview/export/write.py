"""Bytes to a new file: whole or not at all, readable by its owner only, never through a symbolic link, never over a file unasked."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from pathlib import Path
from typing import Final, Literal

Kind = Literal["exists", "symlink", "not_a_file", "no_folder", "denied", "full", "io"]
FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
NO_LINKS: Final = frozenset({errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EACCES})
"""What a file system says that cannot make a second name for a file."""
OWNER_ONLY: Final = 0o600


class ExportFault(Exception):
    """The file was not written, and nothing of it was left behind. The message says where, what, and what to do."""

    def __init__(self, kind: Kind, message: str) -> None:
        super().__init__(message)
        self.kind: Kind = kind


def write_new(path: Path, content: bytes, force: bool = False) -> None:
    """Write a new file in one step; `force` replaces a regular file. Raises `ExportFault`."""
    _refuse_what_is_there(path, force)
    draft = path.parent / f".{secrets.token_hex(8)}.part"
    try:
        _write_draft(draft, content)
        if force:
            os.replace(draft, path)
        else:
            _place(draft, path, content)
        _settle(path.parent)
    except OSError as fault:
        raise _fault(path, fault) from None
    finally:
        with contextlib.suppress(OSError):
            draft.unlink()


def _refuse_what_is_there(path: Path, force: bool) -> None:
    try:
        mode = os.lstat(path).st_mode
    except FileNotFoundError:
        return
    except OSError as fault:
        raise _fault(path, fault) from None
    if stat.S_ISLNK(mode):
        raise ExportFault("symlink", f"{path}: a symbolic link stands there, and links are not followed; name another file")
    if not stat.S_ISREG(mode):
        raise ExportFault("not_a_file", f"{path}: something that is no regular file stands there; name a new file")
    if not force:
        raise _exists(path)


def _exists(path: Path) -> ExportFault:
    return ExportFault("exists", f"{path}: this file exists and was left as it is; name another, or use --force to replace it")


def _write_draft(draft: Path, content: bytes) -> None:
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), OWNER_ONLY)
    try:
        os.chmod(draft, OWNER_ONLY)
        left = memoryview(content)
        while left:
            left = left[os.write(descriptor, left) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _place(draft: Path, path: Path, content: bytes) -> None:
    """Give the finished draft its name, unless something took that name meanwhile."""
    try:
        os.link(draft, path, follow_symlinks=False)
    except FileExistsError:
        raise _exists(path) from None
    except OSError as fault:
        if fault.errno not in NO_LINKS:
            raise
        _write_in_place(path, content)


def _write_in_place(path: Path, content: bytes) -> None:
    """Where the file system knows no hard links: write exclusively, and take it away again on a fault."""
    try:
        _write_draft(path, content)
    except FileExistsError:
        raise _exists(path) from None
    except OSError:
        with contextlib.suppress(OSError):
            path.unlink()
        raise


def _settle(folder: Path) -> None:
    """Make the name durable, where folders can be synced."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _fault(path: Path, fault: OSError) -> ExportFault:
    if fault.errno in FULL:
        return ExportFault("full", f"{path}: not written, the disk is full; make room and export again")
    if isinstance(fault, (FileNotFoundError, NotADirectoryError)):
        return ExportFault("no_folder", f"{path}: not written, its folder is not there; make the folder or name another")
    if isinstance(fault, PermissionError) or fault.errno == errno.EROFS:
        return ExportFault("denied", f"{path}: not written, writing there is not allowed; name another folder")
    return ExportFault("io", f"{path}: not written ({fault.strerror or 'input/output error'}); name another place and export again")
