"""Who writes which record: one process at a time, the others told who and since when."""

from __future__ import annotations

import contextlib
import datetime as dt
import hmac
import secrets
from collections.abc import Callable
from pathlib import Path

import apsw

from interview.engine.ports import StoreFault
from interview.language import _
from interview.storage.durable import DurableDatabase, said_of
from interview.storage.faults import shown
from interview.storage.locks import OsLock, ProcessMark, is_running, this_process


class Writers:
    """The records that this vault holds, and the word of those that others hold."""

    def __init__(self, database: DurableDatabase, folder: Path, key: Callable[[], bytes], clock: Callable[[], dt.datetime]) -> None:
        """`key` returns what names are made with; it is asked for each time, so that nothing is kept of it while the vault is locked."""
        self._database = database
        self._folder = folder
        self._key = key
        self._clock = clock
        self._token = secrets.token_hex(16)
        self._held: dict[str, OsLock] = {}

    def _lock_of(self, record: str) -> OsLock:
        name = hmac.digest(self._key(), record.encode(), "sha256").hex()[:32]
        return OsLock(self._folder / f"{name}.lock")

    def hold(self, record: str) -> None:
        """Become the record's one writer; `StoreFault("busy")` names who has it."""
        if record in self._held:
            return
        lock = self._lock_of(record)
        with said_of(self._folder, writing=False):
            is_free = lock.acquire()
        if not is_free:
            with self._database.reading() as db:
                raise self._taken(record, self._written(db, record))
        try:
            with self._database.writing() as writing:
                present = self._written(writing.db, record)
                if present is not None and present[0].pid != this_process().pid and is_running(present[0]):
                    raise self._taken(record, present)
                mine, since = this_process(), self._clock().isoformat(timespec="seconds")
                writing.db.execute(
                    "INSERT OR REPLACE INTO writer (record, token, pid, boot, started, who, since) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (record, self._token, mine.pid, mine.boot, mine.started, mine.who, since),
                )
        except BaseException:
            lock.release()
            raise
        self._held[record] = lock

    def release(self, record: str) -> None:
        """Let others write the record; without holding it, do nothing."""
        lock = self._held.pop(record, None)
        if lock is None:
            return
        try:
            with self._database.writing() as writing:
                writing.db.execute("DELETE FROM writer WHERE record = ? AND token = ?", (record, self._token))
        finally:
            lock.release()

    def release_all(self) -> None:
        """Let go of every record, whatever the disk says: a mark left behind names a process that no longer holds the lock."""
        for record in tuple(self._held):
            with contextlib.suppress(StoreFault):
                self.release(record)

    def refuse_another(self, db: apsw.Connection, record: str) -> None:
        """Refuse to write a record that another writer holds."""
        if record in self._held:
            return
        present = self._written(db, record)
        if present is None or not is_running(present[0]):
            return
        lock = self._lock_of(record)
        if lock.acquire():
            lock.release()
            if present[0].pid == this_process().pid:
                return
        raise self._taken(record, present)

    def _written(self, db: apsw.Connection, record: str) -> tuple[ProcessMark, str] | None:
        row = db.execute("SELECT pid, boot, started, who, since FROM writer WHERE record = ?", (record,)).fetchone()
        return None if row is None else (ProcessMark(*row[:4]), row[4])

    def _taken(self, record: str, present: tuple[ProcessMark, str] | None) -> StoreFault:
        who = (
            _("{who} (process {pid}) since {present}").format(who=present[0].who, pid=present[0].pid, present=present[1])
            if present
            else _("another process")
        )
        return StoreFault(
            "busy",
            _("Record {shown} is being written by {who}. It may be read; close it there to write here.").format(
                shown=shown(record), who=who
            ),
        )
