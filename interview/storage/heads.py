"""The heads: for each record its last entry's number and digest, kept in a second place beside the database.

Written after the commit, so they may lag behind the database (a crash came between) and never lead it: a lead is a vault
brought back from an older copy, a cut tail, or a removed record. Encrypted and authenticated, bound to its vault.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from interview.storage.files import read_private, replace_private, write_beside
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


class Heads:
    """The file of heads of one vault."""

    def __init__(self, folder: Path, key: bytes, vault: str) -> None:
        self._path = folder / HEADS_NAME
        self._lock = folder / (HEADS_NAME + ".lock")
        self._cipher = AESGCM(key)
        self._bound_to = _MAGIC + vault.encode()

    def read(self) -> dict[str, Head]:
        """Return all heads; raise `HeadsUnreadable` where they are missing or changed."""
        try:
            raw = read_private(self._path, _LARGEST)
            if not raw.startswith(_MAGIC):
                raise HeadsUnreadable
            nonce, sealed = raw[len(_MAGIC) : len(_MAGIC) + 12], raw[len(_MAGIC) + 12 :]
            plain = json.loads(self._cipher.decrypt(nonce, sealed, self._bound_to))
            return {record: Head(seq, bytes.fromhex(digest)) for record, (seq, digest) in plain.items()}
        except (OSError, InvalidTag, ValueError):
            raise HeadsUnreadable from None

    def _sealed(self, heads: Mapping[str, Head]) -> bytes:
        plain = json.dumps({record: [head.seq, head.digest.hex()] for record, head in heads.items()}, separators=(",", ":"))
        nonce = secrets.token_bytes(12)
        return _MAGIC + nonce + self._cipher.encrypt(nonce, plain.encode(), self._bound_to)

    def replace(self, heads: Mapping[str, Head]) -> None:
        """Write these heads and no others; `OSError` where the disk fails."""
        replace_private(self._path, self._sealed(heads))

    def write_first(self) -> Path:
        """Write the empty heads of a new vault beside their place, and return where."""
        return write_beside(self._path, self._sealed({}))

    def advance(self, record: str, head: Head) -> None:
        """Move one record's head on, if no other process is at it; what is left undone is a lag, which the next writing repairs."""
        lock = OsLock(self._lock)
        if not lock.acquire():
            return
        try:
            heads = self.read()
            if record not in heads or heads[record].seq < head.seq:
                self.replace({**heads, record: head})
        finally:
            lock.release()
