"""The one connection to the database: transactions that are durable when they return, and a fresh start after every fault.

A commit that fails may still have reached the disk. Such a transaction is in doubt: before anything else is read or written,
what it left is taken back, so that what was not acknowledged is not there.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import apsw

from interview.engine.ports import StoreFault
from interview.language import _
from interview.storage import database
from interview.storage.faults import kind_of, store_fault

Undo = Callable[[apsw.Connection], None]
"""Takes back what a transaction wrote, where it is found there; nothing otherwise."""


@dataclass(slots=True)
class Writing:
    """A transaction under way."""

    db: apsw.Connection
    undo: Undo | None = None


@contextlib.contextmanager
def said_of(where: Path, *, writing: bool, safe: str = "") -> Iterator[None]:
    """Say every error of the disk and of the database as a `StoreFault`."""
    try:
        yield
    except (apsw.Error, OSError) as fault:
        raise store_fault(kind_of(fault), where, writing=writing, safe=safe) from None


class DurableDatabase:
    """A database of one folder that is reopened after a fault, and used by one thread at a time."""

    def __init__(self, folder: Path, key: bytes, vfs: str | None = None) -> None:
        self._folder = folder
        self._key: bytes | None = key
        self._vfs = vfs
        self._db: apsw.Connection | None = None
        self._in_doubt: list[Undo] = []
        self._one_at_a_time = threading.RLock()

    def _fresh(self) -> apsw.Connection:
        if self._key is None:
            raise StoreFault("locked", _("The vault in {folder} is locked. Unlock it, then try again.").format(folder=self._folder))
        return database.connect(self._folder / database.DATABASE_NAME, self._key, self._vfs)

    def _ready(self) -> apsw.Connection:
        if self._db is None:
            self._db = self._fresh()
        if self._in_doubt:
            self._db.execute("BEGIN IMMEDIATE")
            for undo in self._in_doubt:
                undo(self._db)
            self._db.execute("COMMIT")
            self._in_doubt.clear()
        return self._db

    def _give_up(self, fault: BaseException) -> None:
        db = self._db
        if db is None:
            return
        try:
            if db.in_transaction:
                db.execute("ROLLBACK")
        except apsw.Error:
            self._drop()
            return
        if isinstance(fault, apsw.Error) and not isinstance(fault, apsw.BusyError):
            self._drop()

    def _drop(self) -> None:
        db, self._db = self._db, None
        if db is not None:
            with contextlib.suppress(apsw.Error):
                db.close(True)

    @contextlib.contextmanager
    def reading(self) -> Iterator[apsw.Connection]:
        """Read from one unchanging state of the database."""
        with self._one_at_a_time, said_of(self._folder, writing=False):
            try:
                db = self._ready()
                db.execute("BEGIN")
                yield db
                db.execute("COMMIT")
            except BaseException as fault:
                self._give_up(fault)
                raise

    @contextlib.contextmanager
    def writing(self, safe: str = "") -> Iterator[Writing]:
        """Write in one transaction, durable when this returns; on any error nothing of it is there."""
        with self._one_at_a_time, said_of(self._folder, writing=True, safe=safe):
            try:
                under_way = Writing(self._ready())
                under_way.db.execute("BEGIN IMMEDIATE")
                yield under_way
                if under_way.undo is not None:
                    self._in_doubt.append(under_way.undo)
                under_way.db.execute("COMMIT")
                if under_way.undo is not None:
                    self._in_doubt.pop()
            except BaseException as fault:
                self._give_up(fault)
                raise

    @contextlib.contextmanager
    def fresh(self) -> Iterator[apsw.Connection]:
        """Read through a connection of its own, so that nothing comes from a cache; apsw's errors pass through."""
        db = self._fresh()
        try:
            db.execute("BEGIN")
            yield db
        finally:
            db.close(True)

    def close(self) -> None:
        """Close the connection and forget the key."""
        with self._one_at_a_time:
            self._drop()
            self._key = None

    def open_again(self, key: bytes) -> None:
        """Take a key again after `close`; the connection is made when it is first needed."""
        with self._one_at_a_time:
            self._key = key
