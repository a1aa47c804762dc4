"""`OpenVault`: what a vault stands on while it is open: its header, its keys, its database, its heads, and what is being typed.

It may be locked, and unlocked again. Python cannot wipe every copy of a key: the data key is overwritten, the rest is dropped for the
collector.
"""

from __future__ import annotations

from pathlib import Path

from interview.engine.ports import Clock, StoreFault
from interview.language import _
from interview.storage import creation, migration, rows, switching
from interview.storage.checking import check_vault, compare_with_heads
from interview.storage.database import DATABASE_NAME
from interview.storage.drafts import DraftFiles
from interview.storage.durable import DurableDatabase, said_of
from interview.storage.faults import damaged, no_vault
from interview.storage.header import Header, is_authentic, read_header
from interview.storage.heads import Heads, HeadsUnreadable
from interview.storage.heads_behind import HeadsBehind
from interview.storage.keys import PassphraseSlot, unwrap, unwrap_typed
from interview.storage.locks import OsLock
from interview.storage.unlock import KEY_BYTES, Keys, Unlock
from interview.storage.verification import Verification


class OpenVault:
    """Made by `opened`, left by `close`; between `lock` and `unlock` it holds no key."""

    def __init__(self, folder: Path, header: Header, data_key: bytearray, *, inspecting: bool, vfs: str | None) -> None:
        self.folder = folder
        self.header = header
        self.inspecting = inspecting
        """Whether it was opened to look at, damaged or not, and may not be written."""
        self.data_key = data_key
        self.keys = Keys.of(data_key, header.vault)
        self.database = DurableDatabase(folder, self.keys.pages, vfs)
        self._use_heads()
        self.drafts = DraftFiles(folder, header.vault)
        self.drafts.use(data_key)
        self.is_locked = False
        self._in_use: OsLock | None = None

    @classmethod
    def opened(cls, folder: Path, unlock: Unlock, *, inspecting: bool, clock: Clock, vfs: str | None) -> OpenVault:
        """Open a vault and compare it with its heads. Raises `StoreFault`, or `OSError` and apsw's errors of the disk."""
        if not creation.exists(folder):
            raise no_vault(folder)
        if migration.STEPS:
            migration.bring_up(folder, unlock, migration.STEPS, clock=clock, vfs=vfs)
        header = read_header(folder)
        data_key = unwrap(header.slots, header.vault, unlock)
        if not is_authentic(header, Keys.of(data_key, header.vault)):
            raise damaged(folder, _("its header is not as it was written."))
        creation.finish_creation(folder)
        in_use = switching.opened_with(folder, header)
        made = cls(folder, header, data_key, inspecting=inspecting, vfs=vfs)
        made._in_use = in_use
        try:
            if not (folder / DATABASE_NAME).is_file() or (folder / DATABASE_NAME).is_symlink():
                raise damaged(folder, _("its database {database_name} is missing.").format(database_name=DATABASE_NAME))
            made._compare_with_heads()
        except BaseException:
            made.close()
            raise
        return made

    @classmethod
    def locked(cls, folder: Path) -> OpenVault:
        """Return a vault without its key: `unlock` opens it. Raises `StoreFault`, or `OSError` of the disk."""
        if not creation.exists(folder):
            raise no_vault(folder)
        header = read_header(folder)
        in_use = switching.opened_with(folder, header)
        made = cls(folder, header, bytearray(KEY_BYTES), inspecting=False, vfs=None)
        made._in_use = in_use
        made.lock()
        return made

    def _compare_with_heads(self) -> None:
        try:
            heads = self.heads.read()
        except HeadsUnreadable:
            if not self.inspecting:
                raise damaged(self.folder, _("its file heads is missing or damaged.")) from None
            heads = {}
        drafts = () if self.inspecting else self.drafts.files()
        with self.database.reading() as db:
            lagging = None if self.inspecting else compare_with_heads(db, heads, self.keys.chain, self.folder)
            known = tuple(rows.record_ids(db)) if drafts else ()
        if lagging is not None:
            self.heads.advance(lagging)
        self.drafts.sweep(drafts, known)

    def verify(self, record: str | None) -> Verification:
        """Check one record, or all of them with pages, heads and header; `StoreFault` only for an unknown record or a locked vault."""
        self.heads_behind.settle()
        return check_vault(self.database, self.folder, self.header, self.heads, self.keys, record)

    @property
    def asks(self) -> bool:
        """Whether it opens by a passphrase: locking what a key file opens would protect nothing."""
        return any(isinstance(slot, PassphraseSlot) for slot in self.header.slots)

    def refuse_locked(self) -> None:
        """Raise `StoreFault("locked")` where the keys are forgotten."""
        if self.is_locked:
            raise StoreFault("locked", _("The vault in {folder} is locked. Unlock it, then try again.").format(folder=self.folder))

    def refuse_inspecting(self) -> None:
        """Raise `StoreFault("io")` where it was opened to look at."""
        if self.inspecting:
            raise StoreFault(
                "io",
                _("The vault in {folder} was opened for reading only. What was just entered is NOT saved.").format(folder=self.folder),
            )

    def lock(self) -> None:
        """Close the database and forget the keys."""
        self.is_locked = True
        self._forget()
        self.keys = Keys.of(self.data_key, self.header.vault)
        self._use_heads()

    def unlock(self, typed: str) -> None:
        """Open again by the passphrase, or by the recovery code, as the header has them now.

        `StoreFault`: `wrong_passphrase`, or as opening; then it stays locked, and the files are untouched.
        """
        with said_of(self.folder, writing=False):
            header = read_header(self.folder)
            data_key = unwrap_typed(header.slots, header.vault, typed)
            keys = Keys.of(data_key, header.vault)
            if header.vault != self.header.vault or not is_authentic(header, keys):
                raise damaged(self.folder, _("its header is not as it was written."))
        self.header, self.data_key, self.keys = header, data_key, keys
        self._use_heads()
        self.database.open_again(keys.pages)
        self.drafts.use(data_key)
        try:
            self._compare_with_heads()
        except BaseException:
            self.lock()
            raise
        self.is_locked = False

    def close(self) -> None:
        """Close the database, overwrite the data key, and let others exchange the files."""
        self._forget()
        if self._in_use is not None:
            self._in_use.release()

    def _use_heads(self) -> None:
        self.heads = Heads(self.folder, self.keys.heads, self.header.vault)
        self.heads_behind = HeadsBehind(self.heads)

    def _forget(self) -> None:
        self.heads_behind.settle()
        self.database.close()
        self.drafts.use(None)
        self.data_key[:] = bytes(len(self.data_key))
