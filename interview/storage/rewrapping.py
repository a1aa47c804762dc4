"""Changing how a vault opens: its data key is wrapped anew, in one rename of the header, and no record is touched.

Until the rename the old ways open, after it the new ones. Whoever has an older copy of the header can still open that by the old way: only
`rotation` ends it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from interview.engine.ports import StoreFault
from interview.language import _
from interview.storage import switching
from interview.storage.creation import CREATION_LOCK
from interview.storage.durable import said_of
from interview.storage.faults import damaged
from interview.storage.files import sync_folder, write_beside
from interview.storage.header import HEADER_NAME, Header, is_authentic, marked, read_header, written
from interview.storage.keys import (
    KeyFileSlot,
    KeyringSlot,
    PassphraseSlot,
    RecoverySlot,
    Slot,
    keyring_slot,
    passphrase_slot,
    recovery_slot,
    unwrap,
)
from interview.storage.locks import OsLock
from interview.storage.unlock import Cost, KeyringSecret, Keys, Passphrase, RecoveryCode, Unlock, calibrated_cost, refuse_unfit

Anew = Callable[[bytearray, Header], tuple[Slot, ...]]
"""Returns the slots that there shall be, from the data key and the header as it is."""


def change_passphrase(folder: Path, unlock: Unlock, new: Passphrase, *, cost: Cost | None = None) -> None:
    """Let a new passphrase open the vault in place of the old one. Raises `StoreFault`; then the old one opens it still."""
    refuse_unfit(new)
    _rewrap(folder, unlock, lambda key, header: _with(header, _by_passphrase(folder, key, header, new, cost)))


def change_code(folder: Path, unlock: Unlock, code: bytes) -> None:
    """Let a new recovery code open the vault in place of the old one, or the first one. Raises `StoreFault`, as above."""
    _rewrap(folder, unlock, lambda key, header: _with(header, recovery_slot(key, header.vault, code)))


def recover(folder: Path, unlock: RecoveryCode, new: Passphrase, code: bytes, *, cost: Cost | None = None) -> None:
    """With the recovery code, set a new passphrase and a new code: neither of the old ones opens it then. Raises `StoreFault`, as above."""
    refuse_unfit(new)

    def anew(key: bytearray, header: Header) -> tuple[Slot, ...]:
        return _with(header, _by_passphrase(folder, key, header, new, cost), recovery_slot(key, header.vault, code))

    _rewrap(folder, unlock, anew)


def use_keyring(folder: Path, unlock: Unlock, secret: KeyringSecret) -> None:
    """Let a secret in the system's keyring open the vault too. Raises `StoreFault`, as above."""
    _rewrap(folder, unlock, lambda key, header: _with(header, keyring_slot(key, header.vault, secret.secret)))


def leave_keyring(folder: Path, unlock: Unlock) -> None:
    """Let no secret of a keyring open the vault any more. Raises `StoreFault`, as above."""
    _rewrap(folder, unlock, lambda _key, header: tuple(slot for slot in header.slots if not isinstance(slot, KeyringSlot)))


def _by_passphrase(folder: Path, key: bytearray, header: Header, new: Passphrase, cost: Cost | None) -> PassphraseSlot:
    if any(isinstance(slot, KeyFileSlot) for slot in header.slots):
        raise StoreFault("locked", _("The vault in {folder} opens with a key file: it has no passphrase to change.").format(folder=folder))
    return passphrase_slot(key, header.vault, new, cost or calibrated_cost())


def _with(header: Header, *new: PassphraseSlot | RecoverySlot | KeyringSlot) -> tuple[Slot, ...]:
    """Return the header's slots, with each new one in the place of the one of its kind."""
    kinds = {slot.kind for slot in new}
    slots: tuple[Slot, ...] = (*(slot for slot in header.slots if slot.kind not in kinds), *new)
    return tuple(sorted(slots, key=lambda slot: ("passphrase", "recovery", "keyring", "key_file").index(slot.kind)))


def _rewrap(folder: Path, unlock: Unlock, anew: Anew) -> None:
    with said_of(folder, writing=True):
        header = read_header(folder)
        in_use, changing = switching.opened_with(folder, header), OsLock(folder / CREATION_LOCK)
        try:
            if not changing.acquire():
                raise switching.in_use_elsewhere(folder)
            if read_header(folder) != header:
                raise switching.in_use_elsewhere(folder)
            data_key = unwrap(header.slots, header.vault, unlock)
            keys = Keys.of(data_key, header.vault)
            if not is_authentic(header, keys):
                raise damaged(folder, _("its header is not as it was written."))
            new = marked(header.model_copy(update={"slots": anew(data_key, header)}), keys)
            data_key[:] = bytes(len(data_key))
            write_beside(folder / HEADER_NAME, written(new)).replace(folder / HEADER_NAME)
            sync_folder(folder)
        finally:
            changing.release()
            in_use.release()
