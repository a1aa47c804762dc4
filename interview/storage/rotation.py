"""A new data key: every page encrypted anew, every mark and all heads written anew, and the old state exchanged for it in one step.

For a key, a passphrase or a recovery code that somebody else may have. Seals stay as they are (plain digests), and so do codes in research.
An older copy of the vault, a backup too, still opens by what opened it then.
"""

from __future__ import annotations

import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path

import apsw

from interview.engine.ports import StoreFault
from interview.language import _
from interview.storage import database, rows, switching
from interview.storage.chain import GENESIS, breaks, extend
from interview.storage.checking import compare_with_heads
from interview.storage.database import DATABASE_NAME
from interview.storage.drafts import DRAFTS_FOLDER, DraftFiles
from interview.storage.durable import said_of
from interview.storage.faults import damaged, no_room, shown
from interview.storage.files import create_private
from interview.storage.header import Header, is_authentic, marked, read_header
from interview.storage.heads import Head, Heads, HeadsUnreadable
from interview.storage.keys import (
    KeyFileSlot,
    KeyringSlot,
    PassphraseSlot,
    RecoverySlot,
    Slot,
    kept_secret,
    key_file_slot,
    keyring_slot,
    passphrase_slot,
    read_kept_secret,
    recovery_slot,
    unwrap,
)
from interview.storage.unlock import KEY_BYTES, KeyFile, KeyringSecret, Keys, Passphrase, read_key_file
from interview.storage.verification import check_record, pages_are_whole

MARGIN = 1 << 20
"""Bytes to spare beside a second database."""


@dataclass(frozen=True, slots=True)
class Room:
    """What a rotation needs on the disk and what is free there, in bytes."""

    needed: int
    free: int


@dataclass(frozen=True, slots=True)
class NewWays:
    """What shall open the vault afterwards, beside the passphrase or the key file that opens it now."""

    code: bytes | None = None
    """A new recovery code; None for none. The old one cannot be carried over: nobody but its paper knows it."""
    keyring: KeyringSecret | None = None
    """What the keyring keeps already; None lets it open the vault no more."""


def room_for(folder: Path) -> Room:
    """Return the room that a rotation of this vault needs, and what there is. Raises `OSError`."""
    return Room(2 * (folder / DATABASE_NAME).stat().st_size + MARGIN, shutil.disk_usage(folder).free)


def rotate(folder: Path, unlock: Passphrase | KeyFile, ways: NewWays, *, vfs: str | None = None) -> int:
    """Give the vault a new data key and return how many records it holds. Killed at any moment, the old vault stands or the new one.

    Raises `StoreFault`: as opening does, `busy` where somebody has it open, `full` where there is no room, `damaged` where it is not whole;
    then it opens as before.
    """
    with said_of(folder, writing=True):
        header = read_header(folder)
        data_key = unwrap(header.slots, header.vault, unlock)
        old = Keys.of(data_key, header.vault)
        if not is_authentic(header, old):
            raise damaged(folder, _("its header is not as it was written."))
        switching.opened_with(folder, header).release()
        with switching.alone(folder), switching.tidied(folder):
            if read_header(folder) != header:
                raise switching.in_use_elsewhere(folder)
            switching.clear_left_over(folder, header)
            room = room_for(folder)
            if room.free < room.needed:
                raise no_room(folder, room.needed, room.free)
            new_key = bytearray(secrets.token_bytes(KEY_BYTES))
            new = Keys.of(new_key, header.vault)
            heads = _copied(folder, header.vault, old, new, vfs)
            next_heads = Heads(folder, new.heads, header.vault).write_next(heads, folder / switching.NEXT_HEADS)
            drafts = _carry_drafts(folder, header.vault, data_key, new_key, heads)
            switching.commit(folder, _header(folder, header, data_key, new_key, unlock, ways), folder / switching.NEXT_DATABASE, next_heads)
            for record in heads:
                drafts.keep(record, {})
    for key in (data_key, new_key):
        key[:] = bytes(KEY_BYTES)
    return len(heads)


def _header(folder: Path, header: Header, data_key: bytearray, new_key: bytearray, unlock: Passphrase | KeyFile, ways: NewWays) -> Header:
    slots: list[Slot] = []
    for slot in header.slots:
        if isinstance(slot, PassphraseSlot) and isinstance(unlock, Passphrase):
            slots.append(passphrase_slot(new_key, header.vault, unlock, slot.cost))
        elif isinstance(slot, KeyFileSlot) and isinstance(unlock, KeyFile):
            slots.append(key_file_slot(new_key, header.vault, read_key_file(unlock)))
        elif isinstance(slot, KeyringSlot) and ways.keyring is not None:
            slots.append(keyring_slot(new_key, header.vault, ways.keyring.secret))
        elif not isinstance(slot, KeyringSlot | RecoverySlot):
            raise StoreFault("locked", _("The vault in {folder} opens in another way too, which was not given.").format(folder=folder))
    if ways.code is not None:
        slots.insert(1, recovery_slot(new_key, header.vault, ways.code))
    research = read_kept_secret(data_key, header.vault, header.research)
    if research is None:
        raise damaged(folder, _("its header is not as it was written."))
    kept = kept_secret(new_key, header.vault, research)
    return marked(header.model_copy(update={"slots": tuple(slots), "research": kept}), Keys.of(new_key, header.vault))


def _copied(folder: Path, vault: str, old: Keys, new: Keys, vfs: str | None) -> dict[str, Head]:
    """Write every record under the new keys beside the database, check it as it then lies on the disk, and return its heads."""
    try:
        acknowledged = Heads(folder, old.heads, vault).read()
    except HeadsUnreadable:
        raise damaged(folder, _("its file heads is missing or damaged.")) from None
    path = folder / switching.NEXT_DATABASE
    create_private(path)
    database.make(path, new.pages, vfs)
    source = database.connect(folder / DATABASE_NAME, old.pages, vfs)
    try:
        source.execute("BEGIN")
        compare_with_heads(source, acknowledged, old.chain, folder)
        target = database.connect(path, new.pages, vfs)
        try:
            target.execute("BEGIN IMMEDIATE")
            heads = {record: _carry(source, target, record, old, new, folder) for record in rows.record_ids(source)}
            target.execute("COMMIT")
        finally:
            target.close(True)
    finally:
        source.close(True)
    path.with_name(path.name + "-journal").unlink(missing_ok=True)
    _check(path, new, heads, vfs, folder)
    return heads


def _carry(source: apsw.Connection, target: apsw.Connection, record: str, old: Keys, new: Keys, folder: Path) -> Head:
    chain = list(rows.entries(source, record))
    row = rows.stored_summary(source, record)
    try:
        if row is None or next(breaks(old.chain, record, chain), None) is not None:
            raise rows.SummaryUnreadable
        summary = rows.read_summary(old.chain, record, row)
    except rows.SummaryUnreadable:
        raise damaged(folder, _("record {shown} is not as it was written, and is not carried over.").format(shown=shown(record))) from None
    rows.insert_entries(target, record, extend(new.chain, record, 0, GENESIS, (entry.body for entry in chain)))
    rows.put_summary(target, record, rows.summary_row(new.chain, row.seq, summary))
    return rows.head_of(chain[-1])


def _check(path: Path, new: Keys, heads: dict[str, Head], vfs: str | None, folder: Path) -> None:
    db = database.connect(path, new.pages, vfs)
    try:
        db.execute("BEGIN")
        is_whole = set(heads) == set(rows.record_ids(db)) and all(
            not check_record(db, new.chain, record, head).breaches and rows.head_of(rows.last_entry(db, record)) == head
            for record, head in heads.items()
        )
        is_whole = is_whole and pages_are_whole(db, path)
    finally:
        db.close(True)
        path.with_name(path.name + "-journal").unlink(missing_ok=True)
    if not is_whole:
        raise damaged(folder, _("what was written anew could not be read back. The disk may be failing."))


def _carry_drafts(folder: Path, vault: str, data_key: bytearray, new_key: bytearray, records: dict[str, Head]) -> DraftFiles:
    """Write what is being typed under the new key too, and return the drafts under the old one, to be removed once it is gone."""
    before, after = DraftFiles(folder, vault), DraftFiles(folder, vault)
    before.use(data_key)
    if (folder / DRAFTS_FOLDER).is_dir():
        after.use(new_key)
        for record in records:
            texts = before.kept(record).texts
            if texts:
                after.keep(record, texts)
    return before
