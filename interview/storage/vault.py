"""`Vault`: the store of a person's records, one encrypted database with its header and its heads in a folder of its own.

What is acknowledged is durable; what is changed from outside is noticed. It does no clinical reading of what it keeps.
Python cannot wipe every copy of a key: `close` overwrites the data key and drops the rest for the collector.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

import apsw
from pydantic import ValidationError

from interview.engine.events import Event
from interview.engine.ports import Clock, RecordSummary, StoreFault
from interview.language import _
from interview.storage import creation, rows, verification
from interview.storage.chain import Entry, breaks, canonical, extend, is_authentic, seal_of
from interview.storage.checking import check_vault, compare_with_heads
from interview.storage.database import DATABASE_NAME
from interview.storage.durable import DurableDatabase, said_of
from interview.storage.faults import damaged, newer, older_than_head, refuse_gap, shown, unknown_record
from interview.storage.header import Header, read_header
from interview.storage.header import is_authentic as header_is_authentic
from interview.storage.heads import Head, Heads, HeadsUnreadable
from interview.storage.keys import unwrap
from interview.storage.research import research_code
from interview.storage.unlock import Cost, KeyFile, Keys, Passphrase, Unlock, derive
from interview.storage.verification import Verification
from interview.storage.writers import Writers

exists = creation.exists


def _local_now() -> dt.datetime:
    return dt.datetime.now().astimezone()


class Vault:
    """`EventStore` on the disk. Made by `create`, reached by `open`, left by `close`."""

    def __init__(self, folder: Path, header: Header, data_key: bytearray, *, inspecting: bool, clock: Clock, vfs: str | None) -> None:
        keys = Keys.of(data_key, header.vault)
        self._folder = folder
        self._header = header
        self._data_key = data_key
        self._keys = keys
        self._inspecting = inspecting
        self._database = DurableDatabase(folder, keys.pages, vfs)
        self._heads = Heads(folder, keys.heads, header.vault)
        self._writers = Writers(self._database, folder / creation.LOCKS_FOLDER, keys.names, clock)
        self._acknowledged: dict[str, int] = {}

    @classmethod
    def create(
        cls, folder: Path, unlock: Passphrase | KeyFile, *, cost: Cost | None = None, clock: Clock = _local_now, vfs: str | None = None
    ) -> tuple[Vault, str | None]:
        """Make a vault and open it; return it with its recovery code, to be shown once (none with a key file).

        `cost` of a passphrase is calibrated where it is not given, and never below `LEAST_COST` (`ValueError`).
        Raises `StoreFault` where a vault is there, the passphrase does not fit, or the disk fails.
        """
        folder = Path(folder)
        with said_of(folder, writing=False):
            code = creation.make_vault(folder, unlock, created=clock().isoformat(timespec="seconds"), cost=cost, vfs=vfs)
        return cls.open(folder, unlock, clock=clock, vfs=vfs), code

    @classmethod
    def open(cls, folder: Path, unlock: Unlock, *, inspecting: bool = False, clock: Clock = _local_now, vfs: str | None = None) -> Vault:
        """Open a vault and compare it with its heads; `inspecting` opens what is damaged too, for reading and `verify` only.

        Raises `StoreFault`: `wrong_passphrase`, `locked`, `damaged`, `newer`, `busy`, `full` or `io`; the files are untouched.
        """
        folder = Path(folder)
        with said_of(folder, writing=False):
            if not exists(folder):
                raise StoreFault(
                    "io",
                    _("No vault is in {folder}. `trd-interview new` makes one; --data-dir chooses another folder.").format(folder=folder),
                )
            header = read_header(folder)
            data_key = unwrap(header.slots, header.vault, unlock)
            if not header_is_authentic(header, Keys.of(data_key, header.vault)):
                raise damaged(folder, _("its header is not as it was written."))
            creation.finish_creation(folder)
            if not (folder / DATABASE_NAME).is_file() or (folder / DATABASE_NAME).is_symlink():
                raise damaged(folder, _("its database {database_name} is missing.").format(database_name=DATABASE_NAME))
            vault = cls(folder, header, data_key, inspecting=inspecting, clock=clock, vfs=vfs)
            try:
                vault._compare_with_heads()
            except BaseException:
                vault.close()
                raise
        return vault

    def _compare_with_heads(self) -> None:
        try:
            heads = self._heads.read()
        except HeadsUnreadable:
            if not self._inspecting:
                raise damaged(self._folder, _("its file heads is missing or damaged.")) from None
            heads = {}
        with self._database.reading() as db:
            lagging = None if self._inspecting else compare_with_heads(db, heads, self._keys.chain, self._folder)
        if lagging is not None:
            self._heads.replace(lagging)

    def append(self, record: str, events: Sequence[Event], summary: RecordSummary) -> None:
        """Make the events durable in one step, after those already there; `StoreFault` otherwise, and nothing is changed."""
        if summary.record != record:
            raise ValueError(_("the summary is of another record"))
        self._refuse_inspecting()
        bodies = tuple(canonical(event) for event in events)
        known = self._acknowledged.get(record, 0)
        safe = _("Everything up to entry {known} of record {shown} is saved.").format(known=known, shown=shown(record)) if known else ""
        with self._database.writing(safe) as writing:
            db = writing.db
            self._writers.refuse_another(db, record)
            tip = self._sound_tip(db, record)
            refuse_gap(record, tip.seq, (event.seq for event in events))
            added = tuple(extend(self._keys.chain, record, tip.seq, tip.digest, bodies))
            head = rows.head_of(added[-1]) if added else tip
            if head.seq == 0:
                raise unknown_record(record)
            before = rows.stored_summary(db, record)
            rows.insert_entries(db, record, added)
            rows.put_summary(db, record, rows.summary_row(self._keys.chain, head.seq, summary))
            writing.undo = _taking_back(record, added, before)
        self._acknowledged[record] = head.seq
        with contextlib.suppress(OSError, HeadsUnreadable):
            self._heads.advance(record, head)

    def _sound_tip(self, db: apsw.Connection, record: str) -> Head:
        """Return where the record ends; refuse to build on an entry that is not ours, or on a copy older than its heads."""
        last = rows.last_entry(db, record)
        if last is not None and not is_authentic(self._keys.chain, record, last):
            raise damaged(
                self._folder, _("entry {seq} of record {shown} is not as it was written.").format(seq=last.seq, shown=shown(record))
            )
        tip = rows.head_of(last)
        if tip.seq < self._acknowledged.get(record, 0):
            raise older_than_head(self._folder, record)
        return tip

    def _refuse_inspecting(self) -> None:
        if self._inspecting:
            raise StoreFault(
                "io",
                _("The vault in {folder} was opened for reading only. What was just entered is NOT saved.").format(folder=self._folder),
            )

    def _whole_chain(self, db: apsw.Connection, record: str) -> list[Entry]:
        chain = list(rows.entries(db, record))
        if not chain:
            raise unknown_record(record)
        broken = next(breaks(self._keys.chain, record, chain), None)
        if broken is not None:
            raise damaged(
                self._folder,
                _("entry {seq} of record {shown} {words}.").format(
                    seq=broken.seq, shown=shown(record), words=verification.WORDS[broken.kind]
                ),
            )
        if chain[-1].seq < self._acknowledged.get(record, 0):
            raise older_than_head(self._folder, record)
        return chain

    def _parsed(self, chain: Sequence[Entry]) -> tuple[Event, ...]:
        try:
            return tuple(Event.model_validate_json(entry.body) for entry in chain)
        except ValidationError:
            raise newer(self._folder) from None

    def events(self, record: str) -> tuple[Event, ...]:
        """Return a record's events in order, each checked; `StoreFault`: `unknown_record`, `damaged`, `newer`."""
        with self._database.reading() as db:
            chain = self._whole_chain(db, record)
        self._acknowledged[record] = chain[-1].seq
        return self._parsed(chain)

    def readable_events(self, record: str) -> tuple[Event, ...]:
        """Return those events of a damaged record that are authentic, in order; gaps show in their numbers."""
        head = None
        with contextlib.suppress(HeadsUnreadable):
            head = self._heads.read().get(record)
        with said_of(self._folder, writing=False), self._database.fresh() as db:
            return self._parsed(verification.authentic_entries(db, self._keys.chain, record, head))

    def records(self) -> tuple[RecordSummary, ...]:
        """Return all records, the last updated first; `StoreFault("damaged")` where the list must be rebuilt."""
        return self._summaries("SELECT record, seq, body, mark FROM summary")

    def newest(self, count: int) -> tuple[RecordSummary, ...]:
        """Return the records last updated, at most so many, without reading the others; `StoreFault("damaged")` as `records`."""
        return self._summaries(rows.NEWEST, count)

    def _summaries(self, query: str, *given: int) -> tuple[RecordSummary, ...]:
        with self._database.reading() as db:
            stored = [(record, rows.SummaryRow(*row)) for record, *row in db.execute(query, given)]
        try:
            return rows.newest_first(rows.read_summary(self._keys.chain, record, row) for record, row in stored)
        except rows.SummaryUnreadable:
            raise damaged(self._folder, _("its list of records is damaged; the records themselves stand apart from it.")) from None

    def rebuild(self, summarise: Callable[[str, tuple[Event, ...]], RecordSummary]) -> tuple[str, ...]:
        """Make every summary anew from its record; return the ids of records that are too damaged for it, left as they were."""
        self._refuse_inspecting()
        left: list[str] = []
        with self._database.writing() as writing:
            for record in tuple(rows.record_ids(writing.db)):
                try:
                    chain = self._whole_chain(writing.db, record)
                    summary = summarise(record, self._parsed(chain))
                except StoreFault:
                    left.append(record)
                    continue
                rows.put_summary(writing.db, record, rows.summary_row(self._keys.chain, chain[-1].seq, summary))
        return tuple(left)

    def hold(self, record: str) -> None:
        """Become the record's one writer until `release` or the end of the process; `StoreFault("busy")` names who has it."""
        self._refuse_inspecting()
        self._writers.hold(record)

    def release(self, record: str) -> None:
        """Let others write the record."""
        self._writers.release(record)

    def seal(self, record: str) -> str:
        """Return the short seal of the record's chain, the same in any vault."""
        with self._database.reading() as db:
            return seal_of(self._whole_chain(db, record)[-1].digest)

    def research_code(self, name: str) -> str:
        """Return the code that stands for a name in research, under a key that comes of this vault's random data key."""
        return research_code(derive(self._data_key, self._header.vault.encode(), "research"), name)

    def verify(self, record: str | None = None) -> Verification:
        """Check one record, or all of them with pages, heads and header; `StoreFault` only for an unknown record or a locked vault."""
        return check_vault(self._database, self._folder, self._header, self._heads, self._keys.chain, record)

    def accept_present(self) -> None:
        """Take the database as it is for the truth and write its heads anew: on purpose only, after a backup was brought back."""
        with self._database.reading() as db:
            heads = {record: rows.head_of(chain[-1]) for record in rows.record_ids(db) if (chain := self._whole_chain(db, record))}
        with said_of(self._folder, writing=False):
            self._heads.replace(heads)

    def close(self) -> None:
        """Let go of held records, close the database and overwrite the data key."""
        self._writers.release_all()
        self._database.close()
        self._data_key[:] = bytes(len(self._data_key))


def _taking_back(record: str, added: tuple[Entry, ...], before: rows.SummaryRow | None) -> Callable[[apsw.Connection], None]:
    """Return what takes a transaction back that failed, if it is there after all and nothing follows it."""

    def undo(db: apsw.Connection) -> None:
        last = rows.last_entry(db, record)
        if added and last is not None and last.mark == added[-1].mark:
            db.execute("DELETE FROM entry WHERE record = ? AND seq >= ?", (record, added[0].seq))
            rows.put_summary(db, record, before)

    return undo
