"""Bringing a backup back: opened and checked apart first, then exchanged for what is there, which is kept beside.

A restored vault is older than what was once acknowledged, or may be. So each record of it says, by an event, that it was brought back, and
how many entries it then lacked, where the vault that stood there could be asked.
"""

from __future__ import annotations

import dataclasses
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from interview.engine.events import Event
from interview.engine.ports import Clock, StoreFault
from interview.engine.record_events import RecordRestored
from interview.language import _
from interview.storage import switching
from interview.storage.backup import BLOCK, JOURNAL_NAME, Manifest, read_through
from interview.storage.creation import LOCKS_FOLDER, exists
from interview.storage.database import DATABASE_NAME
from interview.storage.drafts import DRAFTS_FOLDER
from interview.storage.durable import said_of
from interview.storage.faults import no_room
from interview.storage.files import make_private_folder, sync_folder, synced_copy
from interview.storage.header import HEADER_NAME, read_header
from interview.storage.heads import HEADS_NAME
from interview.storage.unlock import Unlock
from interview.storage.vault import Vault

INCOMING = "incoming"
"""Inside the vault's folder: where the backup is opened before anything is exchanged."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """A record that had more here than in the backup."""

    record: str
    lacks: int
    """How many of its entries are not in the backup."""
    is_missing: bool
    """Whether the backup does not have the record at all."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What came of bringing a backup back."""

    made: str
    """When the backup was made, ISO 8601."""
    records: int
    kept: Path | None
    """The data folder in which the vault that stood there is kept; None where none did."""
    ahead: tuple[Ahead, ...] | None
    """None where the vault that stood there could not be opened by the same way: then it is not known."""


def check_backup(path: Path, unlock: Unlock, *, clock: Clock) -> int:
    """Open a backup in a place of its own, check all of it, and return how many records it holds.

    Raises `StoreFault` where it is not whole, or does not open by this way.
    """
    with said_of(path.parent, writing=False), tempfile.TemporaryDirectory(dir=path.parent, prefix=".checking-") as apart:
        read_through(path, Path(apart))
        return len(_whole(Path(apart), path, unlock, clock))


def _whole(folder: Path, path: Path, unlock: Unlock, clock: Clock) -> tuple[str, ...]:
    """Return the records of a backup that was laid out; `StoreFault("damaged")` where one of them is not whole."""
    make_private_folder(folder / LOCKS_FOLDER)
    vault = Vault.open(folder, unlock, clock=clock)
    try:
        found = vault.verify()
    finally:
        vault.close()
    if not found.is_whole:
        raise StoreFault(
            "damaged", _("The backup {path} is not as it was written. Nothing was changed: use another backup.").format(path=path)
        )
    return tuple(check.record for check in found.records)


def restore(folder: Path, path: Path, unlock: Unlock, *, clock: Clock) -> Restored:
    """Make a backup the vault in this folder; a vault that is there is kept beside, whatever its state.

    Killed at any moment, the vault that stood there opens or the restored one. Raises `StoreFault`: of the backup (`damaged`, `newer`), of
    its passphrase, `busy`, `full`, `io`; then nothing was changed.
    """
    incoming = folder / INCOMING
    with said_of(folder, writing=True):
        read_through(path)
        make_private_folder(folder)
        make_private_folder(folder / LOCKS_FOLDER)
        with switching.alone(folder), switching.tidied(folder):
            _finish(folder)
            _refuse_without_room(folder, path)
            shutil.rmtree(incoming, ignore_errors=True)
            make_private_folder(incoming)
            try:
                manifest = read_through(path, incoming)
                records = _whole(incoming, path, unlock, clock)
                before = _digests(folder, incoming, unlock, clock)
                ahead = None if before is None else _ahead(before, _read_digests(incoming, unlock, clock))
                _say_so(incoming, unlock, records, manifest, before is not None, ahead or (), clock)
                kept = _keep_beside(folder, clock)
                header = read_header(incoming)
                (incoming / DATABASE_NAME).replace(folder / switching.NEXT_DATABASE)
                (incoming / HEADS_NAME).replace(folder / switching.NEXT_HEADS)
                sync_folder(folder)
                switching.commit(folder, header, folder / switching.NEXT_DATABASE, folder / switching.NEXT_HEADS)
            finally:
                shutil.rmtree(incoming, ignore_errors=True)
    return Restored(manifest.made, len(records), kept, ahead)


def _finish(folder: Path) -> None:
    """Take the last steps of an exchange that was cut short, where the header can be read, and clear what another one left behind."""
    try:
        header = read_header(folder)
    except StoreFault:
        return
    switching.finish(folder, header)
    switching.clear_left_over(folder, header)


def _refuse_without_room(folder: Path, path: Path) -> None:
    there = sum(each.stat().st_size for each in folder.iterdir() if each.is_file())
    wanted, free = 2 * path.stat().st_size + there + BLOCK, shutil.disk_usage(folder).free
    if free < wanted:
        raise no_room(folder, wanted, free)


Digests = Mapping[str, tuple[bytes, ...]]
"""Of each record, the chain's digest after each entry."""


def _read_digests(folder: Path, unlock: Unlock, clock: Clock) -> Digests:
    vault = Vault.open(folder, unlock, inspecting=True, clock=clock)
    try:
        return {check.record: check.digests for check in vault.verify().records}
    finally:
        vault.close()


def _digests(folder: Path, incoming: Path, unlock: Unlock, clock: Clock) -> Digests | None:
    """Return what the vault that stands there holds, opened on a copy; nothing where none stands there, None where it does not open."""
    if not exists(folder):
        return {}
    apart = incoming / "before"
    make_private_folder(apart / LOCKS_FOLDER)
    _copy(folder, apart)
    try:
        return _read_digests(apart, unlock, clock)
    except StoreFault:
        return None
    finally:
        shutil.rmtree(apart, ignore_errors=True)


def _copy(folder: Path, into: Path) -> None:
    for name in (DATABASE_NAME, JOURNAL_NAME, HEADS_NAME, HEADER_NAME):
        if (folder / name).is_file() and not (folder / name).is_symlink():
            synced_copy(folder / name, into / name)
    sync_folder(into)


def _ahead(before: Digests, after: Digests) -> tuple[Ahead, ...]:
    found = []
    for record, digests in sorted(before.items()):
        has = set(after.get(record, ()))
        lacks = sum(digest not in has for digest in digests)
        if lacks:
            found.append(Ahead(record, lacks, record not in after))
    return tuple(found)


def _say_so(
    folder: Path, unlock: Unlock, records: tuple[str, ...], manifest: Manifest, is_known: bool, ahead: tuple[Ahead, ...], clock: Clock
) -> None:
    """Append to each record that it was brought back, and take what is there then for the truth."""
    lacking = {each.record: each.lacks for each in ahead}
    vault = Vault.open(folder, unlock, clock=clock)
    try:
        summaries = {summary.record: summary for summary in vault.records()}
        for record in records:
            now = clock().isoformat(timespec="seconds")
            body = RecordRestored(made=manifest.made, lacks=lacking.get(record, 0) if is_known else None)
            event = Event(seq=len(vault.events(record)) + 1, at=now, body=body)
            vault.append(record, [event], dataclasses.replace(summaries[record], updated=now))
        vault.accept_present()
    finally:
        vault.close()


def _keep_beside(folder: Path, clock: Clock) -> Path | None:
    """Copy the vault that stands there, and return the data folder whose vault the copy is; None where none stands there."""
    if not exists(folder):
        return None
    wanted = folder.with_name(f"before-{clock():%Y%m%dT%H%M%S}")
    kept, count = wanted, 1
    while kept.exists():
        count += 1
        kept = wanted.with_name(f"{wanted.name}-{count}")
    make_private_folder(kept / folder.name / LOCKS_FOLDER)
    _copy(folder, kept / folder.name)
    if (folder / DRAFTS_FOLDER).is_dir():
        make_private_folder(kept / folder.name / DRAFTS_FOLDER)
        for path in (folder / DRAFTS_FOLDER).iterdir():
            if path.is_file() and not path.is_symlink():
                synced_copy(path, kept / folder.name / DRAFTS_FOLDER / path.name)
        sync_folder(kept / folder.name / DRAFTS_FOLDER)
    return kept
