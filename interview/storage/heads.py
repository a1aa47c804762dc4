"""The heads: for each record its last entry's number and digest, kept in a second place beside the database.

Written after the commit, so they may lag behind the database (a crash came between) and never lead it: a lead is a vault
brought back from an older copy, a cut tail, or a removed record. Encrypted and authenticated, bound to its vault.
"""

from __future__ import annotations

import contextlib
import json
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from interview.storage.faults import store_fault
from interview.storage.files import create_private, read_private, replace_private, write_beside
from interview.storage.locks import OsLock

HEADS_NAME: Final = "heads"
_MAGIC: Final = b"trd-heads/1\n"
_LARGEST: Final = 64 * 1024 * 1024


class HeadsUnreadable(Exception):
    """The heads are not there, or are not as this vault wrote them."""


@dataclass(frozen=True, slots=True)
class Head:
    """Where a record's chain ends."""

    seq: int
    digest: bytes


@dataclass(slots=True)
class _Written:
    """Heads, each with its place in the file's text, and which file of the disk holds them: ten thousand are not read again for one."""

    heads: dict[str, Head]
    pieces: dict[str, str]
    identity: tuple[int, ...] | None = None


class Heads:
    """The file of heads of one vault."""

    def __init__(self, folder: Path, key: bytes, vault: str) -> None:
        self._folder = folder
        self._path = folder / HEADS_NAME
        self._lock = folder / (HEADS_NAME + ".lock")
        self._cipher = AESGCM(key)
        self._bound_to = _MAGIC + vault.encode()
        self._written: _Written | None = None

    def read(self) -> dict[str, Head]:
        """Return all heads as they lie on the disk; raise `HeadsUnreadable` where they are missing or changed."""
        try:
            raw = read_private(self._path, _LARGEST)
            if not raw.startswith(_MAGIC):
                raise HeadsUnreadable
            nonce, sealed = raw[len(_MAGIC) : len(_MAGIC) + 12], raw[len(_MAGIC) + 12 :]
            plain = json.loads(self._cipher.decrypt(nonce, sealed, self._bound_to))
            return {record: Head(seq, bytes.fromhex(digest)) for record, (seq, digest) in plain.items()}
        except (OSError, InvalidTag, ValueError):
            raise HeadsUnreadable from None

    def _sealed(self, pieces: Iterable[str]) -> bytes:
        nonce = secrets.token_bytes(12)
        return _MAGIC + nonce + self._cipher.encrypt(nonce, f"{{{','.join(pieces)}}}".encode(), self._bound_to)

    def replace(self, heads: Mapping[str, Head]) -> None:
        """Write these heads and no others; `OSError` where the disk fails."""
        self._written = None
        self._replace(_Written(dict(heads), {record: _piece(record, head) for record, head in heads.items()}))

    def _replace(self, written: _Written) -> None:
        replace_private(self._path, self._sealed(written.pieces.values()))
        written.identity = _identity(self._path)
        self._written = written

    def _present(self) -> _Written:
        """Return the heads that are there: as this process wrote them last, where nobody wrote since."""
        written = self._written
        if written is None or written.identity is None or written.identity != _identity(self._path):
            heads = self.read()
            return _Written(heads, {record: _piece(record, head) for record, head in heads.items()})
        return written

    def write_first(self) -> Path:
        """Write the empty heads of a new vault beside their place, and return where."""
        return write_beside(self._path, self._sealed(()))

    def write_next(self, heads: Mapping[str, Head], path: Path) -> Path:
        """Write the heads of a state that is to come to a new file, and return it; `OSError` where the disk fails."""
        create_private(path, self._sealed(_piece(record, head) for record, head in heads.items()))
        return path

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Let nobody move a head meanwhile; `StoreFault("busy")` where another process is at it."""
        lock = OsLock(self._lock)
        if not lock.acquire():
            raise store_fault("busy", self._folder, writing=False)
        try:
            yield
        finally:
            lock.release()

    def advance(self, heads: Mapping[str, Head]) -> None:
        """Move heads on, never back, if no other process is at it; what is left undone is a lag, which the next writing repairs."""
        lock = OsLock(self._lock)
        if not lock.acquire():
            return
        try:
            present = self._present()
            ahead = {record: head for record, head in heads.items() if record not in present.heads or present.heads[record].seq < head.seq}
            if ahead:
                self._written = None
                present.heads.update(ahead)
                present.pieces.update({record: _piece(record, head) for record, head in ahead.items()})
                self._replace(present)
        finally:
            lock.release()


def _piece(record: str, head: Head) -> str:
    return f'{json.dumps(record)}:[{head.seq},"{head.digest.hex()}"]'


def _identity(path: Path) -> tuple[int, ...] | None:
    """Return what changes with whoever writes a file anew or in place; None where it cannot be told."""
    try:
        found = path.stat(follow_symlinks=False)
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
