"""Making a vault: all its files beside their places first, then two renames, so that no crash leaves half of one."""

from __future__ import annotations

import contextlib
import secrets
from pathlib import Path

from interview.engine.ports import StoreFault
from interview.language import _
from interview.storage import database, recovery_code
from interview.storage.database import DATABASE_NAME
from interview.storage.files import create_private, make_private_folder, sync_folder, write_beside
from interview.storage.header import HEADER_NAME, Header, marked, written
from interview.storage.heads import Heads
from interview.storage.keys import Slot, kept_secret, key_file_slot, passphrase_slot, recovery_slot
from interview.storage.locks import OsLock
from interview.storage.unlock import KEY_BYTES, Cost, KeyFile, Keys, Passphrase, calibrated_cost, made_key_file, refuse_unfit

CREATION_LOCK = "creation.lock"
NEW_DATABASE = DATABASE_NAME + ".new"
LOCKS_FOLDER = "locks"


def exists(folder: Path) -> bool:
    """Whether a vault, or what is left of one, stands in the folder."""
    return any((folder / name).exists() or (folder / name).is_symlink() for name in (HEADER_NAME, DATABASE_NAME))


def finish_creation(folder: Path) -> None:
    """Take the last step of a creation that was cut short between its two renames; otherwise do nothing."""
    if (folder / HEADER_NAME).exists() and not (folder / DATABASE_NAME).exists() and (folder / NEW_DATABASE).exists():
        (folder / NEW_DATABASE).rename(folder / DATABASE_NAME)
        sync_folder(folder)


def _slots(
    data_key: bytes, vault: str, unlock: Passphrase | KeyFile, cost: Cost | None, with_code: bool
) -> tuple[tuple[Slot, ...], str | None]:
    if isinstance(unlock, KeyFile):
        return (key_file_slot(data_key, vault, made_key_file(unlock)),), None
    by_passphrase = passphrase_slot(data_key, vault, unlock, cost or calibrated_cost())
    if not with_code:
        return (by_passphrase,), None
    code = recovery_code.new_code()
    return (by_passphrase, recovery_slot(data_key, vault, code)), recovery_code.written(code)


def make_vault(
    folder: Path,
    unlock: Passphrase | KeyFile,
    *,
    created: str,
    cost: Cost | None = None,
    vfs: str | None = None,
    with_code: bool = True,
) -> str | None:
    """Make a vault in the folder and return its recovery code, where it has one; it is nowhere else.

    Raises `StoreFault` where one is there or the passphrase does not fit; errors of the disk and of apsw pass through.
    """
    if isinstance(unlock, Passphrase):
        refuse_unfit(unlock)
    if cost is not None and not cost.is_bearable():
        raise ValueError(_("a cost below the least that protects, or above the most that a header may ask"))
    make_private_folder(folder)
    lock = OsLock(folder / CREATION_LOCK)
    if not lock.acquire():
        raise StoreFault("busy", _("Another process is making a vault in {folder}. Wait a moment, then open it.").format(folder=folder))
    try:
        if exists(folder):
            raise StoreFault(
                "io", _("A vault is already in {folder}. Nothing was changed: open it, or choose another folder.").format(folder=folder)
            )
        make_private_folder(folder / LOCKS_FOLDER)
        data_key, vault = secrets.token_bytes(KEY_BYTES), secrets.token_hex(16)
        keys = Keys.of(data_key, vault)
        slots, code = _slots(data_key, vault, unlock, cost, with_code)
        _lay_database(folder, keys, vfs)
        new_heads = Heads(folder, keys.heads, vault).write_first()
        research = kept_secret(data_key, vault, secrets.token_bytes(KEY_BYTES))
        header = marked(Header(vault=vault, created=created, slots=slots, research=research, mark="0" * 64), keys)
        new_header = write_beside(folder / HEADER_NAME, written(header))
        new_heads.rename(folder / "heads")
        sync_folder(folder)
        new_header.rename(folder / HEADER_NAME)
        sync_folder(folder)
        finish_creation(folder)
    finally:
        lock.release()
    return code


def _lay_database(folder: Path, keys: Keys, vfs: str | None) -> None:
    for left_over in (NEW_DATABASE, NEW_DATABASE + "-journal"):
        with contextlib.suppress(FileNotFoundError):
            (folder / left_over).unlink()
    create_private(folder / NEW_DATABASE)
    database.make(folder / NEW_DATABASE, keys.pages, vfs)
    with contextlib.suppress(FileNotFoundError):
        (folder / (NEW_DATABASE + "-journal")).unlink()
