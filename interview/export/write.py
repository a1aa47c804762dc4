"""Bytes to a new file: whole or not at all, readable by its owner only, never through a symbolic link, never over a file unasked."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

from interview.durable import FULL, NO_LINKS, OWNER_ONLY, settle
from interview.language import _

Kind = Literal["exists", "symlink", "not_a_file", "no_folder", "denied", "full", "io"]


class ExportFault(Exception):
    """The file was not written, and nothing of it was left behind. The message says where, what, and what to do."""

    def __init__(self, kind: Kind, message: str) -> None:
        super().__init__(message)
        self.kind: Kind = kind


def write_new(path: Path, content: bytes, force: bool = False) -> None:
    """Write a new file in one step; `force` replaces a regular file. Raises `ExportFault`."""
    write_all({path: content}, force)


def write_all(contents: Mapping[Path, bytes], force: bool = False) -> None:
    """Write files that belong together, each in one step: all of them, or none. Raises `ExportFault`; then all is as it was."""
    for path in contents:
        _refuse_what_is_there(path, force)
    drafts = {path: path.parent / f".{secrets.token_hex(8)}.part" for path in contents}
    before: dict[Path, Path | None] = {}
    placed: list[Path] = []
    try:
        for path, draft in drafts.items():
            with _said_of(path):
                _write_draft(draft, contents[path])
        for path, draft in drafts.items():
            with _said_of(path):
                before[path] = _kept_aside(path) if force and len(contents) > 1 else None
                if force:
                    os.replace(draft, path)
                else:
                    _place(draft, path, contents[path])
                placed.append(path)
                settle(path.parent)
    except BaseException:
        if len(placed) < len(contents):
            for path in placed:
                _put_back(path, before[path])
        raise
    finally:
        for left in (*drafts.values(), *(kept for kept in before.values() if kept is not None)):
            with contextlib.suppress(OSError):
                left.unlink()


@contextlib.contextmanager
def _said_of(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise _fault(path, fault) from None


def _kept_aside(path: Path) -> Path | None:
    """Give a file that is about to be replaced a second name; None where there is none, or no second name can be given."""
    kept = path.parent / f".{secrets.token_hex(8)}.before"
    try:
        os.link(path, kept, follow_symlinks=False)
    except OSError:
        return None
    return kept


def _put_back(path: Path, before: Path | None) -> None:
    """Take away a file that was placed though another could not be, or put what stood there before in its place."""
    with contextlib.suppress(OSError):
        if before is not None:
            os.replace(before, path)
        else:
            path.unlink()


def _refuse_what_is_there(path: Path, force: bool) -> None:
    try:
        mode = os.lstat(path).st_mode
    except FileNotFoundError:
        return
    except ValueError:
        raise ExportFault("denied", _("This is no name that a file can have; name another. Nothing was written.")) from None
    except OSError as fault:
        raise _fault(path, fault) from None
    if stat.S_ISLNK(mode):
        raise ExportFault(
            "symlink", _("{path}: a symbolic link stands there, and links are not followed; name another file").format(path=path)
        )
    if not stat.S_ISREG(mode):
        raise ExportFault("not_a_file", _("{path}: something that is no regular file stands there; name a new file").format(path=path))
    if not force:
        raise _exists(path)


def _exists(path: Path) -> ExportFault:
    return ExportFault(
        "exists", _("{path}: this file exists and was left as it is; name another, or use --force to replace it").format(path=path)
    )


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


def _fault(path: Path, fault: OSError) -> ExportFault:
    if fault.errno in FULL:
        return ExportFault("full", _("{path}: not written, the disk is full; make room and export again").format(path=path))
    if isinstance(fault, (FileNotFoundError, NotADirectoryError)):
        return ExportFault(
            "no_folder", _("{path}: not written, its folder is not there; make the folder or name another").format(path=path)
        )
    if isinstance(fault, PermissionError) or fault.errno == errno.EROFS:
        return ExportFault("denied", _("{path}: not written, writing there is not allowed; name another folder").format(path=path))
    why = fault.strerror or _("input/output error")
    return ExportFault("io", _("{path}: not written ({why}); name another place and export again").format(path=path, why=why))
