"""A backup: one private file that holds the vault as it lies on the disk, ciphertext with its header and its heads.

Nothing is unlocked for it. While the database is copied, SQLite's own lock keeps its writers out, so that the copy is of one moment; a
journal that a killed writer left behind is copied too. What is being typed and not saved (drafts) is not in it.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import hashlib
import os
import secrets
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, BinaryIO, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from interview.durable import NO_LINKS
from interview.engine.ports import StoreFault
from interview.language import _
from interview.storage import switching
from interview.storage.database import DATABASE_NAME, WAIT_MS
from interview.storage.durable import said_of
from interview.storage.faults import damaged, newer, no_room
from interview.storage.files import PRIVATE_FILE, create_private, sync_folder
from interview.storage.header import FORMAT, HEADER_NAME, read_content, read_header
from interview.storage.heads import HEADS_NAME
from interview.storage.keys import Hex16

MAGIC: Final = b"trd-vault-backup/1\n"
LONGEST_MANIFEST: Final = 4096
BLOCK: Final = 1 << 20
JOURNAL_NAME: Final = DATABASE_NAME + "-journal"

_SHARED_FIRST, _SHARED_BYTES = 0x40000002, 510
"""Where SQLite's readers lock a database file on Unix: a commit waits until none of them is left."""


class Part(BaseModel):
    """One file in a backup."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")
    name: Literal["vault.json", "heads", "vault.db", "vault.db-journal"]
    size: int = Field(ge=0)
    """Bytes."""
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Manifest(BaseModel):
    """What a backup says of itself, in its first line; only its digests are believed before it is opened."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")
    vault: Hex16
    format: int = Field(ge=0)
    """The vault's."""
    made: Annotated[str, Field(max_length=40)]
    """ISO 8601."""
    parts: Annotated[tuple[Part, ...], Field(min_length=3, max_length=4)]


def back_up(folder: Path, path: Path, *, made: str, check: Callable[[Path], None] | None = None) -> Manifest:
    """Write a backup of the vault to a new file; `check` may refuse it before it has its name. The caller is the only exchanger.

    Raises `StoreFault`: `busy`, `full`, `io`, or of the vault's header; then nothing was written.
    """
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    with said_of(path.parent, writing=True):
        _refuse_without_room(folder, path.parent)
        try:
            create_private(part)
            manifest = _write(folder, part, made)
            read_through(part)
            if check is not None:
                check(part)
            _place(part, path)
            sync_folder(path.parent)
        finally:
            part.unlink(missing_ok=True)
    return manifest


def back_up_in_use(folder: Path, path: Path, *, made: str, check: Callable[[Path], None] | None = None) -> Manifest:
    """Write a backup as `back_up`, of a vault that others may have open meanwhile."""
    with said_of(folder, writing=True):
        lock = switching.opened_with(folder, read_header(folder))
        try:
            return back_up(folder, path, made=made, check=check)
        finally:
            lock.release()


def _refuse_without_room(folder: Path, target: Path) -> None:
    wanted = sum(
        (folder / name).stat().st_size for name in (HEADER_NAME, HEADS_NAME, DATABASE_NAME, JOURNAL_NAME) if (folder / name).exists()
    )
    free = shutil.disk_usage(target).free
    if free < wanted + BLOCK:
        raise no_room(target, wanted + BLOCK, free)


@contextlib.contextmanager
def _unwritten(database: BinaryIO, folder: Path) -> Iterator[None]:
    """Keep every commit waiting; `StoreFault("busy")` where one does not end."""
    end = time.monotonic() + WAIT_MS / 1000
    while True:
        try:
            fcntl.lockf(database, fcntl.LOCK_SH | fcntl.LOCK_NB, _SHARED_BYTES, _SHARED_FIRST)
            break
        except OSError as fault:
            if fault.errno not in {errno.EAGAIN, errno.EACCES}:
                raise
            if time.monotonic() > end:
                raise switching.in_use_elsewhere(folder) from None
            time.sleep(0.01)
    yield  # closing the file lets go of the lock


def _write(folder: Path, part: Path, made: str) -> Manifest:
    """Write the files behind a line that is filled in last, since only then the digests are known."""
    __, stated, content = read_content(folder)
    parts: list[Part] = []
    with part.open("r+b") as out:
        out.write(MAGIC + b" " * (LONGEST_MANIFEST - 1) + b"\n")
        with (folder / DATABASE_NAME).open("rb") as database, _unwritten(database, folder):
            parts.append(_copied(DATABASE_NAME, database, out))
            for name in (JOURNAL_NAME, HEADS_NAME, HEADER_NAME):
                with contextlib.suppress(FileNotFoundError), (folder / name).open("rb") as file:
                    parts.append(_copied(name, file, out))
        try:
            manifest = Manifest(vault=content.get("vault", ""), format=stated, made=made, parts=tuple(parts))
        except ValidationError:
            raise damaged(folder, _("one of its files is missing or damaged.")) from None
        out.seek(len(MAGIC))
        out.write(manifest.model_dump_json().encode())
        out.flush()
        os.fsync(out.fileno())
    return manifest


def _copied(name: str, source: BinaryIO, out: BinaryIO) -> Part:
    digest, size = hashlib.sha256(), 0
    while block := source.read(BLOCK):
        digest.update(block)
        size += len(block)
        out.write(block)
    return Part.model_validate({"name": name, "size": size, "sha256": digest.hexdigest()})


def _place(part: Path, path: Path) -> None:
    """Give the file its name, never over another one."""
    try:
        os.link(part, path, follow_symlinks=False)
    except OSError as fault:
        if fault.errno == errno.EEXIST:
            raise _is_there(path) from None
        if fault.errno not in NO_LINKS:
            raise
        try:
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE))
        except FileExistsError:
            raise _is_there(path) from None
        os.replace(part, path)


def _is_there(path: Path) -> StoreFault:
    return StoreFault("io", _("{path}: this file exists and was left as it is. Choose another name for the backup.").format(path=path))


def _no_backup(path: Path) -> StoreFault:
    return StoreFault(
        "damaged", _("{path} is no backup of a vault, or is damaged. Nothing was changed: use another backup.").format(path=path)
    )


def read_through(path: Path, into: Path | None = None) -> Manifest:
    """Read a backup to its last byte and return what it says of itself; with `into`, lay its files there (a private, empty folder).

    Raises `StoreFault`: `damaged` for anything but a whole backup, `newer` for one of a later version; `OSError` of the disk.
    """
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as file:
        start = file.read(len(MAGIC) + LONGEST_MANIFEST)
        if not start.startswith(MAGIC):
            if start.startswith(MAGIC[: MAGIC.index(b"/") + 1]):
                raise newer(path)
            raise _no_backup(path)
        try:
            manifest = Manifest.model_validate_json(start[len(MAGIC) :])
        except ValidationError:
            raise _no_backup(path) from None
        names = [part.name for part in manifest.parts]
        total = len(MAGIC) + LONGEST_MANIFEST + sum(part.size for part in manifest.parts)
        if (
            len(set(names)) < len(names)
            or not {DATABASE_NAME, HEADS_NAME, HEADER_NAME} <= set(names)
            or total != os.stat(descriptor).st_size
        ):
            raise _no_backup(path)
        if manifest.format > FORMAT:
            raise newer(path)
        for part in manifest.parts:
            digest, left = hashlib.sha256(), part.size
            with contextlib.ExitStack() as closing:
                out = None
                if into is not None:
                    create_private(into / part.name)
                    out = closing.enter_context((into / part.name).open("r+b"))
                while left and (block := file.read(min(BLOCK, left))):
                    digest.update(block)
                    left -= len(block)
                    if out is not None:
                        out.write(block)
                if out is not None:
                    out.flush()
                    os.fsync(out.fileno())
            if left or digest.hexdigest() != part.sha256:
                raise _no_backup(path)
    return manifest
