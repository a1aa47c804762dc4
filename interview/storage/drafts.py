"""What was typed and not saved yet, one small encrypted file a record beside the vault: never truth, never exported, never searched.

A file is bound to its vault and its record, is replaced whole, and is gone with the last text in it. A damaged one is dropped and said.
Sizes are rounded up, so that a file tells little of how much was typed.
"""

from __future__ import annotations

import contextlib
import hmac
import json
import re
import secrets
import threading
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from interview.engine.ports import DraftsKept, StoreFault
from interview.language import _
from interview.storage.durable import said_of
from interview.storage.files import make_private_folder, read_private, replace_private, sync_folder
from interview.storage.unlock import derive

DRAFTS_FOLDER: Final = "drafts"
BLOCK: Final = 1_024
"""Bytes to whose multiple the text inside is filled up."""

_MAGIC: Final = b"trd-draft/1\n"
_NONCE_BYTES: Final = 12
_LARGEST: Final = 8 * 1024 * 1024
_NAME: Final = re.compile(r"([0-9a-f]{32})(?:\.new)?")


class DraftFiles:
    """`Drafts` on the disk; without a key it is locked. Safe to use from several threads: the last call's texts stand."""

    def __init__(self, folder: Path, vault: str) -> None:
        self._folder = folder / DRAFTS_FOLDER
        self._vault = vault.encode()
        self._sealing: bytes | None = None
        self._naming = b""
        self._one_at_a_time = threading.RLock()

    def use(self, data_key: bytes | bytearray | None) -> None:
        """Work under the keys that come of this data key from now on; None forgets them."""
        with self._one_at_a_time:
            self._sealing = None if data_key is None else derive(data_key, self._vault, "drafts")
            self._naming = b"" if data_key is None else derive(data_key, self._vault, "draft names")

    def kept(self, record: str) -> DraftsKept:
        """Return a record's texts by place; what is damaged is removed and said. `StoreFault`: `locked`, or the disk's."""
        with self._one_at_a_time, said_of(self._folder, writing=False):
            cipher, path = self._cipher(), self._path(record)
            try:
                raw = read_private(path, _LARGEST)
            except FileNotFoundError:
                return DraftsKept({})
            except OSError:
                raw = b""
            try:
                if not raw.startswith(_MAGIC):
                    raise ValueError
                sealed = raw[len(_MAGIC) :]
                plain = json.loads(cipher.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], self._bound_to(record)))
                return DraftsKept({str(place): str(text) for place, text in plain.items()})
            except (InvalidTag, ValueError, AttributeError):
                with contextlib.suppress(OSError):
                    self._remove(path)
                return DraftsKept({}, was_damaged=True)

    def keep(self, record: str, texts: Mapping[str, str]) -> None:
        """Make these texts, and no others, the record's drafts on the disk; with none the file goes. `StoreFault` otherwise."""
        standing = {place: text for place, text in texts.items() if text}
        with self._one_at_a_time, said_of(self._folder, writing=True):
            cipher, path = self._cipher(), self._path(record)
            if not standing:
                self._remove(path)
                return
            if not self._folder.is_dir():
                make_private_folder(self._folder)
            plain = json.dumps(standing, ensure_ascii=True, separators=(",", ":")).encode()
            nonce = secrets.token_bytes(_NONCE_BYTES)
            filled = plain.ljust(-(-len(plain) // BLOCK) * BLOCK)
            replace_private(path, _MAGIC + nonce + cipher.encrypt(nonce, filled, self._bound_to(record)))
            sync_folder(self._folder)

    def files(self) -> tuple[Path, ...]:
        """Return the files of drafts that lie there, whosever they are."""
        with contextlib.suppress(OSError):
            return tuple(path for path in self._folder.iterdir() if _NAME.fullmatch(path.name))
        return ()

    def sweep(self, found: Iterable[Path], records: Iterable[str]) -> None:
        """Remove those of the files that are none of these records', as far as the disk allows.

        A rotation that was cut short leaves such: their key is gone, and nobody can read them. The files are looked for before the records
        are, so that a record which another process begins meanwhile keeps its own.
        """
        with self._one_at_a_time:
            own = {self._path(record).name for record in records}
            for path in found:
                if path.name.removesuffix(".new") not in own:
                    with contextlib.suppress(OSError):
                        path.unlink()

    def _remove(self, path: Path) -> None:
        if path.is_symlink() or path.exists():
            path.unlink()
            sync_folder(self._folder)

    def _cipher(self) -> AESGCM:
        if self._sealing is None:
            raise StoreFault("locked", _("The vault in {folder} is locked. Unlock it, then try again.").format(folder=self._folder.parent))
        return AESGCM(self._sealing)

    def _path(self, record: str) -> Path:
        return self._folder / hmac.digest(self._naming, record.encode("utf-8", "surrogatepass"), "sha256").hex()[:32]

    def _bound_to(self, record: str) -> bytes:
        return _MAGIC + self._vault + b"\0" + record.encode("utf-8", "surrogatepass")
