"""`Vault`: the store of a person's records, one encrypted database with its header and its heads in a folder of its own.

What is acknowledged is durable; what is changed from outside is noticed. It does no clinical reading of what it keeps.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

from interview.engine.events import Event
from interview.engine.ports import Clock, RecordSummary, StoreFault
from interview.language import _
from interview.storage import creation, rows, verification
from interview.storage.chain import canonical, extend, seal_of
from interview.storage.chains import Chains, taking_back
from interview.storage.durable import said_of
from interview.storage.faults import damaged, refuse_gap, shown, unknown_record
from interview.storage.heads import HeadsUnreadable
from interview.storage.keys import read_kept_secret
from interview.storage.open_vault import OpenVault
from interview.storage.research import research_code
from interview.storage.unlock import Cost, KeyFile, Passphrase, Unlock
from interview.storage.verification import Verification
from interview.storage.writers import Writers

exists = creation.exists


def _local_now() -> dt.datetime:
    return dt.datetime.now().astimezone()


class Vault:
    """`EventStore` on the disk. Made by `create`, reached by `open`, left by `close`."""

    def __init__(self, open_vault: OpenVault, clock: Clock) -> None:
        self._open = open_vault
        self._chains = Chains(open_vault)
        self._writers = Writers(open_vault.database, open_vault.folder / creation.LOCKS_FOLDER, lambda: open_vault.keys.names, clock)
        self.drafts = open_vault.drafts
        """What is being typed and not saved."""

    @classmethod
    def create(
        cls,
        folder: Path,
        unlock: Passphrase | KeyFile,
        *,
        cost: Cost | None = None,
        clock: Clock = _local_now,
        vfs: str | None = None,
        with_code: bool = True,
    ) -> tuple[Vault, str | None]:
        """Make a vault and open it; return it with its recovery code, to be shown once (none with a key file).

        `with_code` is false where nobody could read it: then none is made.
        `cost` of a passphrase is calibrated where it is not given, and never below `LEAST_COST` (`ValueError`).
        Raises `StoreFault` where a vault is there, the passphrase does not fit, or the disk fails.
        """
        folder = Path(folder)
        with said_of(folder, writing=False):
            created = clock().isoformat(timespec="seconds")
            code = creation.make_vault(folder, unlock, created=created, cost=cost, vfs=vfs, with_code=with_code)
        return cls.open(folder, unlock, clock=clock, vfs=vfs), code

    @classmethod
    def open(cls, folder: Path, unlock: Unlock, *, inspecting: bool = False, clock: Clock = _local_now, vfs: str | None = None) -> Vault:
        """Open a vault and compare it with its heads; `inspecting` opens what is damaged too, for reading and `verify` only.

        Raises `StoreFault`: `wrong_passphrase`, `locked`, `damaged`, `newer`, `busy`, `full` or `io`; the files are untouched.
        """
        folder = Path(folder)
        with said_of(folder, writing=False):
            return cls(OpenVault.opened(folder, unlock, inspecting=inspecting, clock=clock, vfs=vfs), clock)

    @classmethod
    def locked(cls, folder: Path, *, clock: Clock = _local_now) -> Vault:
        """Return a vault that is there and locked, as after `lock`, for a process that was handed nothing; `StoreFault` as `open`."""
        folder = Path(folder)
        with said_of(folder, writing=False):
            return cls(OpenVault.locked(folder), clock)

    def append(self, record: str, events: Sequence[Event], summary: RecordSummary) -> None:
        """Make the events durable in one step, after those already there; `StoreFault` otherwise, and nothing is changed."""
        if summary.record != record:
            raise ValueError(_("the summary is of another record"))
        self._open.refuse_inspecting()
        bodies = tuple(canonical(event) for event in events)
        known = self._chains.acknowledged(record)
        safe = _("Everything up to entry {known} of record {shown} is saved.").format(known=known, shown=shown(record)) if known else ""
        with self._open.database.writing(safe) as writing:
            db, key = writing.db, self._open.keys.chain
            self._writers.refuse_another(db, record)
            tip = self._chains.sound_tip(db, record)
            refuse_gap(record, tip.seq, (event.seq for event in events))
            added = tuple(extend(key, record, tip.seq, tip.digest, bodies))
            head = rows.head_of(added[-1]) if added else tip
            if head.seq == 0:
                raise unknown_record(record)
            before = rows.stored_summary(db, record)
            rows.insert_entries(db, record, added)
            rows.put_summary(db, record, rows.summary_row(key, head.seq, summary))
            writing.undo = taking_back(record, added, before)
        self._chains.acknowledge(record, head.seq)
        self._open.heads_behind.follow(record, head)

    def events(self, record: str) -> tuple[Event, ...]:
        """Return a record's events in order, each checked; `StoreFault`: `unknown_record`, `damaged`, `newer`."""
        with self._open.database.reading() as db:
            chain = self._chains.whole(db, record)
        self._chains.acknowledge(record, chain[-1].seq)
        return self._chains.events(chain)

    def readable_events(self, record: str) -> tuple[Event, ...]:
        """Return those events of a damaged record that are authentic, in order; gaps show in their numbers."""
        head = None
        with contextlib.suppress(HeadsUnreadable):
            head = self._open.heads.read().get(record)
        with said_of(self._open.folder, writing=False), self._open.database.fresh() as db:
            return self._chains.events(verification.authentic_entries(db, self._open.keys.chain, record, head))

    def records(self, subject: str | None = None) -> tuple[RecordSummary, ...]:
        """Return all records, or those of one subject, the last updated first; `StoreFault("damaged")` where the list must be rebuilt."""
        return self._summaries("SELECT record, seq, body, mark FROM summary", subject=subject)

    def newest(self, count: int) -> tuple[RecordSummary, ...]:
        """Return the records last updated, at most so many, without reading the others; `StoreFault("damaged")` as `records`."""
        return self._summaries(rows.NEWEST, count)

    def _summaries(self, query: str, *given: int, subject: str | None = None) -> tuple[RecordSummary, ...]:
        with self._open.database.reading() as db:
            stored = [(record, rows.SummaryRow(*row)) for record, *row in db.execute(query, given)]
        try:
            key = self._open.keys.chain
            if subject is not None:
                return rows.newest_first(rows.summaries_of(key, subject, stored))
            return rows.newest_first(rows.read_summary(key, record, row) for record, row in stored)
        except rows.SummaryUnreadable:
            said = _("its list of records is damaged; the records themselves stand apart from it.")
            raise damaged(self._open.folder, said) from None

    def rebuild(self, summarise: Callable[[str, tuple[Event, ...]], RecordSummary]) -> tuple[str, ...]:
        """Make every summary anew from its record; return the ids of records that are too damaged for it, left as they were."""
        self._open.refuse_inspecting()
        left: list[str] = []
        with self._open.database.writing() as writing:
            for record in tuple(rows.record_ids(writing.db)):
                try:
                    chain = self._chains.whole(writing.db, record)
                    summary = summarise(record, self._chains.events(chain))
                except StoreFault:
                    left.append(record)
                    continue
                rows.put_summary(writing.db, record, rows.summary_row(self._open.keys.chain, chain[-1].seq, summary))
        return tuple(left)

    def hold(self, record: str) -> None:
        """Become the record's one writer until `release` or the end of the process; `StoreFault("busy")` names who has it."""
        self._open.refuse_inspecting()
        self._open.refuse_locked()
        self._writers.hold(record)

    def release(self, record: str) -> None:
        """Let others write the record; where this is locked, its mark stays behind and names nobody who still holds it."""
        try:
            self._writers.release(record)
        except StoreFault as fault:
            if fault.kind != "locked":
                raise

    def seal(self, record: str) -> str:
        """Return the short seal of the record's chain, the same in any vault."""
        with self._open.database.reading() as db:
            return seal_of(self._chains.whole(db, record)[-1].digest)

    def research_code(self, name: str) -> str:
        """Return the code that stands for a name in research, under a random key of this vault that no rotation changes."""
        self._open.refuse_locked()
        key = read_kept_secret(self._open.data_key, self._open.header.vault, self._open.header.research)
        if key is None:
            raise damaged(self._open.folder, _("its header is not as it was written."))
        return research_code(key, name)

    def verify(self, record: str | None = None) -> Verification:
        """Check one record, or all of them with pages, heads and header; `StoreFault` only for an unknown record or a locked vault."""
        return self._open.verify(record)

    def accept_present(self) -> None:
        """Take the database as it is for the truth and write its heads anew: on purpose only, after a backup was brought back.

        `StoreFault("busy")` where another process is writing them.
        """
        self._open.heads_behind.settle()
        with said_of(self._open.folder, writing=False), self._open.heads.alone(), self._open.database.reading() as db:
            self._open.heads.replace(self._chains.heads(db))

    @property
    def asks(self) -> bool:
        """Whether it opens by a passphrase: locking what a key file opens would protect nothing."""
        return self._open.asks

    @property
    def is_locked(self) -> bool:
        """Whether the key is forgotten, until `unlock`."""
        return self._open.is_locked

    def lock(self) -> None:
        """Close the database and forget the keys; everything raises `StoreFault("locked")` until `unlock`.

        Records that are held stay held, so that what was left open cannot be written by another meanwhile.
        """
        self._open.lock()

    def unlock(self, typed: str) -> None:
        """Open again by the passphrase, or by the recovery code, as the header has them now.

        `StoreFault`: `wrong_passphrase`, or as `open`; then it stays locked, and the files are untouched.
        """
        self._open.unlock(typed)

    def close(self) -> None:
        """Let go of held records, close the database and overwrite the data key."""
        self._writers.release_all()
        self._open.close()
