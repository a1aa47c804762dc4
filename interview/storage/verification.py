"""Whether the vault is as it was left: what `verify` found, entry by entry.

Finding damage is not an error here: each place is named, and everything that is still authentic is counted as readable.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

import apsw

from interview.language import _
from interview.storage import rows
from interview.storage.chain import Entry, breaks, is_authentic, is_sealed, read_seal, seal_of
from interview.storage.database import PAGE_BYTES
from interview.storage.faults import shown
from interview.storage.heads import Head

BreachKind = Literal["missing", "edited", "unlinked", "unreadable", "older", "forked", "gone", "summary", "heads", "header", "pages"]

WORDS: Final[dict[BreachKind, str]] = {
    "missing": _("is missing"),
    "edited": _("is not as it was written"),
    "unlinked": _("does not follow the one before it"),
    "unreadable": _("cannot be read"),
    "older": _("is missing, though it was acknowledged: this copy is older than its heads"),
    "forked": _("is not the one that was acknowledged"),
    "gone": _("The whole record is missing, though it was acknowledged."),
    "summary": _("The summary in the list is not as it was written; it can be rebuilt from the record."),
    "heads": _("The file heads is missing or is not as it was written: an older copy of the database could not be told."),
    "header": _("The header vault.json is not as it was written."),
    "pages": _("The database file has damaged pages."),
}


@dataclass(frozen=True, slots=True)
class Breach:
    """One place that is not as it was left; without a record, the vault as a whole."""

    kind: BreachKind
    record: str | None = None
    seq: int | None = None

    @property
    def sentence(self) -> str:
        """The breach, said to a person."""
        words = WORDS[self.kind]
        if self.record is None:
            return words
        return _("Record {shown}: {words}").format(
            shown=shown(self.record), words=words if self.seq is None else _("entry {seq} {words}.").format(seq=self.seq, words=words)
        )


@dataclass(frozen=True, slots=True)
class RecordCheck:
    """What was found of one record."""

    record: str
    entries: int
    """How many it should have, as far as that is known."""
    readable: tuple[int, ...]
    """Numbers of the entries that are authentic."""
    breaches: tuple[Breach, ...]
    seal: str | None
    """Of a whole record only."""
    digests: tuple[bytes, ...] = ()
    """The chain's digest after each entry, from the first on, as far as it is unbroken."""

    def entry_sealed(self, seal: str) -> int | None:
        """Return the entry that a seal from elsewhere belongs to; None where the record never stood so. `ValueError` for no seal."""
        wanted = read_seal(seal)
        return next((seq for seq, digest in enumerate(self.digests, start=1) if is_sealed(digest, wanted)), None)


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found of the vault, or of one record of it."""

    records: tuple[RecordCheck, ...]
    vault: tuple[Breach, ...] = ()
    was_rewrapped: bool = False
    """Whether what opens the vault was changed elsewhere since it was opened here: the header is another one, and authentic."""

    @property
    def breaches(self) -> tuple[Breach, ...]:
        """All breaches: each record's in the order of its entries, then those of the vault as a whole."""
        return tuple(breach for check in self.records for breach in check.breaches) + self.vault

    @property
    def first(self) -> Breach | None:
        """The first broken entry, or what else is broken; none where all is whole."""
        return next(iter(self.breaches), None)

    @property
    def is_whole(self) -> bool:
        """Whether everything is as it was left."""
        return self.first is None


@contextlib.contextmanager
def _tolerated(db: apsw.Connection) -> Iterator[None]:
    """Go on after a page that cannot be read: inside a transaction, one such page spoils all that is read after it."""
    try:
        yield
    except apsw.Error:
        with contextlib.suppress(apsw.Error):
            if db.in_transaction:
                db.execute("ROLLBACK")


def _reachable(db: apsw.Connection, record: str, at_least: int) -> list[Entry]:
    """Return the entries that can be read: from the start, and past a damaged page one by one up to `at_least`."""
    found: dict[int, Entry] = {}
    with _tolerated(db):
        for entry in rows.entries(db, record):
            found[entry.seq] = entry
        return [found[seq] for seq in sorted(found)]
    for seq in range(1, at_least + 1):
        for reach in (rows.entry_at, rows.entry_from_above):
            if seq not in found:
                with _tolerated(db):
                    single = reach(db, record, seq)
                    if single is not None:
                        found[seq] = single
    for from_end in (False, True):
        _come_by(db, record, found, from_end=from_end)
    return [found[seq] for seq in sorted(found)]


def _come_by(db: apsw.Connection, record: str, found: dict[int, Entry], *, from_end: bool) -> None:
    """Add the entries that are come by from one end, past each one that cannot be read.

    Whoever seeks an entry compares it with others, and for a long one reads all its pages: one damaged page of those would hide entries
    that lie elsewhere.
    """
    numbers: list[int] = []
    with _tolerated(db):
        for seq in rows.numbers_in_passing(db, record, from_end=from_end):
            numbers.append(seq)
    passed_over = set(found)
    waiting = [seq for seq in numbers if seq not in found]
    while waiting:
        with _tolerated(db):
            for entry in rows.entries_in_passing(db, record, passed_over, from_end=from_end):
                found[entry.seq] = entry
                passed_over.add(entry.seq)
        waiting = [seq for seq in waiting if seq not in passed_over]
        passed_over.update(waiting[:1])  # the first that was not read is the one that cannot be
        waiting = waiting[1:]


def _is_readable(db: apsw.Connection, record: str, seq: int) -> bool:
    with _tolerated(db):
        rows.entry_at(db, record, seq)
        return True
    return False


def _summary(db: apsw.Connection, key: bytes, record: str) -> rows.SummaryRow | None:
    with _tolerated(db), contextlib.suppress(rows.SummaryUnreadable):
        row = rows.stored_summary(db, record)
        if row is not None:
            rows.read_summary(key, record, row)
            return row
    return None


def _acknowledged(head: Head | None, summary: rows.SummaryRow | None) -> int:
    return max(head.seq if head else 0, summary.seq if summary else 0)


def check_record(db: apsw.Connection, key: bytes, record: str, head: Head | None) -> RecordCheck:
    """Return what is found of one record, against its head and its summary where these are known."""
    summary = _summary(db, key, record)
    acknowledged = _acknowledged(head, summary)
    entries = _reachable(db, record, acknowledged)
    if not entries and _is_readable(db, record, 1):
        return RecordCheck(record, acknowledged, (), (Breach("gone", record),), None)
    authentic = {entry.seq: entry for entry in entries if is_authentic(key, record, entry)}
    present = max(authentic, default=0)
    expected = max(acknowledged, present)
    found: dict[int, BreachKind] = {broken.seq: broken.kind for broken in breaks(key, record, entries)}
    for seq in set(range(1, expected + 1)) - {entry.seq for entry in entries}:
        lost: BreachKind = "older" if present < seq <= acknowledged else "missing"
        found[seq] = lost if _is_readable(db, record, seq) else "unreadable"
    if head is not None and head.seq in authentic and authentic[head.seq].digest != head.digest:
        found.setdefault(head.seq, "forked")
    breaches = [Breach(kind, record, seq) for seq, kind in sorted(found.items())]
    if summary is None or summary.seq < present:
        breaches.append(Breach("summary", record))
    seal = seal_of(entries[-1].digest) if entries and not found else None
    return RecordCheck(record, expected, tuple(sorted(authentic)), tuple(breaches), seal, tuple(_unbroken(entries, found)))


def _unbroken(entries: Iterable[Entry], found: Mapping[int, BreachKind]) -> Iterator[bytes]:
    """Yield the digests from the first entry on, up to the first that is broken or missing."""
    for place, entry in enumerate(entries, start=1):
        if entry.seq != place or entry.seq in found:
            return
        yield entry.digest


def authentic_entries(db: apsw.Connection, key: bytes, record: str, head: Head | None) -> tuple[Entry, ...]:
    """Return those entries of a record that this vault wrote at this place, whatever became of the others."""
    entries = _reachable(db, record, _acknowledged(head, _summary(db, key, record)))
    return tuple(entry for entry in entries if is_authentic(key, record, entry))


def all_records(db: apsw.Connection, heads: Mapping[str, Head]) -> tuple[str, ...]:
    """Return every record that can be heard of: from the entries, the summaries and the heads."""
    known = set(heads)
    with _tolerated(db):
        for record in rows.record_ids(db):
            known.add(record)
    with _tolerated(db):
        for (record,) in db.execute("SELECT record FROM summary"):
            known.add(record)
    return tuple(sorted(known))


def pages_are_whole(db: apsw.Connection, path: Path) -> bool:
    """Whether every page of the file can be read and fits the others, and nothing was added to it."""
    try:
        found = db.pragma("integrity_check")
        return bool(found == "ok" and path.stat().st_size == db.pragma("page_count") * PAGE_BYTES)
    except (apsw.Error, OSError):
        return False
