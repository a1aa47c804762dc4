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
_DAMAGED = (apsw.CorruptError, apsw.NotADBError, apsw.FormatError, apsw.SQLError, apsw.ConstraintError, apsw.MismatchError, apsw.EmptyError)


def kind_of(fault: BaseException) -> str:
    """Return which kind of `StoreFault` an error of the database or of the disk is."""
    if isinstance(fault, apsw.BusyError | apsw.LockedError):
        return "busy"
    if isinstance(fault, apsw.FullError) or (isinstance(fault, OSError) and fault.errno in _FULL):
        return "full"
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
        "io": _("The disk that holds {where} could not be {verb}.{lost} Check that it is there and may be written, then try again.").format(
            where=where, verb=verb, lost=lost
        ),
    }
    return StoreFault(kind, " ".join(part for part in (sentences[kind], safe) if part))


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
