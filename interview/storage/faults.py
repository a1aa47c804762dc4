"""What went wrong, said to a person: every error of the disk or of the database becomes one `StoreFault`.

A sentence says where, what happened, what is safe and what to do. It never holds text of a record, nor of the error it came from.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable
from pathlib import Path

import apsw

from interview.engine.ports import StoreFault
from interview.language import _

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_MAY_NOT = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_DAMAGED = (apsw.CorruptError, apsw.NotADBError, apsw.FormatError, apsw.SQLError, apsw.ConstraintError, apsw.MismatchError, apsw.EmptyError)


def kind_of(fault: BaseException) -> str:
    """Return which sentence of `store_fault` an error of the database or of the disk is said in."""
    if isinstance(fault, apsw.BusyError | apsw.LockedError):
        return "busy"
    if isinstance(fault, apsw.FullError) or (isinstance(fault, OSError) and fault.errno in _FULL):
        return "full"
    if isinstance(fault, apsw.ReadOnlyError | apsw.PermissionsError) or (isinstance(fault, OSError) and fault.errno in _MAY_NOT):
        return "read_only"
    if isinstance(fault, apsw.NotADBError):
        return "not_ours"
    if isinstance(fault, _DAMAGED):
        return "damaged"
    return "io"


def store_fault(kind: str, where: Path, *, writing: bool, safe: str = "") -> StoreFault:
    """Return the fault with its sentence. `safe` says up to where all is well."""
    lost = _(" What was just entered is NOT saved.") if writing else ""
    verb = _("written") if writing else _("read")
    sentences = {
        "busy": _("Another process is writing to {where}.{lost} Wait a moment, then try again.").format(where=where, lost=lost),
        "full": _("The disk that holds {where} is full.{lost} Free some space, then try again.").format(where=where, lost=lost),
        "damaged": _(
            "The vault in {where} is damaged.{lost} Run `trd-interview verify` to see what is readable, and restore a backup."
        ).format(where=where, lost=lost),
        "not_ours": _(
            "The database of the vault in {where} is not this vault's, or its beginning is damaged.{lost} Bring its own back, or "
            "restore a backup."
        ).format(where=where, lost=lost),
        "read_only": _("{where} may not be {verb} by this login, or its disk is read-only.{lost} Change that, then try again.").format(
            where=where, verb=verb, lost=lost
        ),
        "io": _("The disk that holds {where} could not be {verb}.{lost} Check that it is there and may be written, then try again.").format(
            where=where, verb=verb, lost=lost
        ),
    }
    return StoreFault(
        {"read_only": "io", "not_ours": "damaged"}.get(kind, kind), " ".join(part for part in (sentences[kind], safe) if part)
    )


def damaged(where: Path, what: str) -> StoreFault:
    """Return the fault of a vault that is not as it was left."""
    return StoreFault(
        "damaged",
        _("The vault in {where}: {what} Nothing was changed. Run `trd-interview verify`, or restore a backup.").format(
            where=where, what=what
        ),
    )


def newer(where: Path) -> StoreFault:
    """Return the fault of a vault that a later version of this program wrote."""
    return StoreFault(
        "newer",
        _(
            "The vault in {where} was written by a newer version of this program. Nothing was changed: update the program, then open it."
        ).format(where=where),
    )


def older_format(where: Path, stated: int) -> StoreFault:
    """Return the fault of a vault of an early format that no step leads on from."""
    return StoreFault(
        "damaged",
        _(
            "The vault in {where} states format {stated}, which this version cannot bring up to date. Nothing was changed: open it "
            "with the version that made it, or restore a backup."
        ).format(where=where, stated=stated),
    )


def no_room(where: Path, wanted: int, free: int) -> StoreFault:
    """Return the fault of a disk that has not the room for what was asked. `wanted` and `free` are bytes."""
    return StoreFault(
        "full",
        _("{where}: this needs {wanted} MB, and {free} MB are free. Nothing was changed: free some space, then try again.").format(
            where=where, wanted=-(-wanted // 1_000_000), free=free // 1_000_000
        ),
    )


def older_than_head(where: Path, record: str) -> StoreFault:
    """Return the fault of a vault that lacks entries which were once acknowledged."""
    return StoreFault(
        "damaged",
        _(
            "The vault in {where} is older than its heads: entries of record {shown} that were saved are not in "
            "it. Nothing was changed. Bring back the newest copy, or restore a backup on purpose."
        ).format(where=where, shown=shown(record)),
    )


def shown(record: str) -> str:
    """Return the record's id where it is a plain one, so that nothing else is ever printed."""
    plain = 0 < len(record) <= 64 and record.isascii() and all(sign.isalnum() or sign in "._-" for sign in record)
    return record if plain else _("(an id that is not plain)")


def unknown_record(record: str) -> StoreFault:
    """Return the fault of an id that no record has."""
    return StoreFault(
        "unknown_record", _("No record has the id {shown}. `trd-interview list` shows those there are.").format(shown=shown(record))
    )


def refuse_gap(record: str, stored: int, offered: Iterable[int]) -> None:
    """Refuse event numbers that do not follow the last one stored, one by one."""
    for place, seq in enumerate(offered, start=stored + 1):
        if seq != place:
            raise not_following(record, place - 1, seq)


def not_following(record: str, stored: int, offered: int) -> StoreFault:
    """Return the fault of events that do not follow the last one stored."""
    return StoreFault(
        "busy",
        _(
            "Record {shown} ends at entry {stored}, and entry {offered} was offered: it was written elsewhere "
            "meanwhile. What was just entered is NOT saved. Open the record again, then enter it."
        ).format(shown=shown(record), stored=stored, offered=offered),
    )


def no_vault(folder: Path) -> StoreFault:
    """Return the fault of a folder in which no vault is."""
    said = _("No vault is in {folder}. `trd-interview new` makes one; --data-dir chooses another folder.")
    return StoreFault("io", said.format(folder=folder))
