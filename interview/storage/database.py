"""The encrypted SQLite file: how it is opened, which settings it must confirm, and its tables.

A setting counts only when it is read back. `PERSIST` with `EXTRA`, not WAL: one flipped bit in an encrypted WAL silently
drops committed rows. Full auto-vacuum, so that no free page lies where a changed byte would go unread.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import apsw

from interview.engine.ports import StoreFault
from interview.language import _
from interview.storage.faults import damaged, newer
from interview.storage.header import FORMAT

DATABASE_NAME: Final = "vault.db"
APPLICATION_ID: Final = 0x54524456
CIPHER: Final = "chacha20"
PAGE_BYTES: Final = 4096
WAIT_MS: Final = 3000
"""How long another process's commit is waited for."""

SETTINGS: Final[tuple[tuple[str, int | str, int | str], ...]] = (
    ("journal_mode", "PERSIST", "persist"),
    ("synchronous", "EXTRA", 3),
    ("fullfsync", 1, 1),
    ("foreign_keys", 1, 1),
    ("secure_delete", 1, 1),
    ("trusted_schema", 0, 0),
    ("cell_size_check", 1, 1),
    ("temp_store", "MEMORY", 2),
    ("mmap_size", 0, 0),
)
"""Name, what is set, what must be read back."""

FIXED: Final[tuple[tuple[str, int | str], ...]] = (
    ("auto_vacuum", 1),
    ("page_size", PAGE_BYTES),
    ("encoding", "UTF-8"),
    ("application_id", APPLICATION_ID),
)
"""What is laid down when the file is made, and read back ever after."""

TABLES: Final = """
CREATE TABLE entry (
    record TEXT NOT NULL, seq INTEGER NOT NULL, previous BLOB NOT NULL, body BLOB NOT NULL, mark BLOB NOT NULL,
    PRIMARY KEY (record, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE summary (record TEXT PRIMARY KEY, seq INTEGER NOT NULL, body BLOB NOT NULL, mark BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE writer (
    record TEXT PRIMARY KEY, token TEXT NOT NULL, pid INTEGER NOT NULL, boot TEXT NOT NULL, started TEXT NOT NULL,
    who TEXT NOT NULL, since TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""


def _opened(path: Path, key: bytes, vfs: str | None) -> apsw.Connection:
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE, vfs=vfs)
    try:
        connection.set_busy_timeout(WAIT_MS)
        if connection.pragma("cipher", CIPHER) != CIPHER:
            raise StoreFault("io", _("This installation cannot encrypt records: install the package apsw-sqlite3mc, then try again."))
        connection.pragma("hexkey", f"raw:{key.hex()}".encode().hex())
    except BaseException:
        connection.close()
        raise
    return connection


def _confirm(connection: apsw.Connection, name: str, expected: int | str) -> None:
    found = connection.pragma(name)
    if found != expected:
        raise StoreFault(
            "io",
            _(
                "The database does not confirm the setting {name}: nothing was saved. Keep the records on a local disk, then try again."
            ).format(name=name),
        )


def _settle(connection: apsw.Connection) -> None:
    for name, wanted, expected in SETTINGS:
        connection.pragma(name, wanted)
        _confirm(connection, name, expected)
    connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)


def make(path: Path, key: bytes, vfs: str | None = None) -> None:
    """Lay the tables into an empty file that is there already; apsw's errors and `OSError` pass through."""
    connection = _opened(path, key, vfs)
    try:
        connection.pragma("page_size", PAGE_BYTES)
        connection.pragma("auto_vacuum", 1)
        _settle(connection)
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute(TABLES)
        connection.pragma("application_id", APPLICATION_ID)
        connection.pragma("user_version", FORMAT)
        connection.execute("COMMIT")
    finally:
        connection.close()
    if path.read_bytes()[:15] == b"SQLite format 3":
        raise StoreFault("io", _("This installation does not encrypt records: install the package apsw-sqlite3mc, then try again."))


def connect(path: Path, key: bytes, vfs: str | None = None, stored: int = FORMAT) -> apsw.Connection:
    """Open the vault's database, of the format that is stored in it, and confirm every setting, changing nothing.

    Raises `StoreFault`: `newer`, `damaged`, or `io` where a setting is not confirmed; apsw's errors pass through.
    """
    connection = _opened(path, key, vfs)
    try:
        found = connection.pragma("user_version")
        if found > FORMAT:
            raise newer(path.parent)
        if found != stored or connection.pragma("application_id") != APPLICATION_ID:
            raise damaged(path.parent, _("its database is empty, or is not ours."))
        _settle(connection)
        for name, expected in FIXED:
            _confirm(connection, name, expected)
    except BaseException:
        connection.close()
        raise
    return connection
