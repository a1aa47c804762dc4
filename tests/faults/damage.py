"""A vault to damage: two records, its pages by what they hold, ways to edit it with its key, and what is noticed afterwards."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from unittest import mock

import apsw

from interview.engine.events import Event, ItemAnswered
from interview.engine.ports import RecordSummary, StoreFault
from interview.storage import database
from interview.storage.database import CIPHER, DATABASE_NAME, PAGE_BYTES, connect
from interview.storage.header import read_header
from interview.storage.keys import unwrap
from interview.storage.unlock import KeyFile, Keys
from interview.storage.vault import Vault
from interview.storage.verification import Verification
from tests.faults.shares import in_memory

COUNTS: Final = {"alpha": 13, "beta": 11}
"""The records, and how many entries each has."""
LONG: Final = 7
"""The entry of each record whose words need pages of their own."""


def event(seq: int, **changes: Any) -> Event:
    """Return one answer's event; every entry's words are its own."""
    fields: dict[str, Any] = {
        "link_id": f"item.{seq}",
        "status": "answered",
        "value": seq,
        "source": "patient",
        "verbatim": f"words {seq} " * (900 if seq == LONG else 9),
    }
    return Event(seq=seq, at=f"2026-03-01T10:{seq % 60:02}:00+01:00", body=ItemAnswered(**{**fields, **changes}))


def summary(record: str, answered: int) -> RecordSummary:
    """Return the summary that a list shows."""
    return RecordSummary(record, "S-1", "baseline", "asking", answered, "2026-03-01T10:00:00+01:00")


@dataclass(frozen=True, slots=True)
class Filled:
    """A closed vault of two records, and a folder beside it in which copies are damaged."""

    above: Path

    @property
    def folder(self) -> Path:
        """The vault as it was left."""
        return self.above / "vault"

    @property
    def key(self) -> KeyFile:
        """What opens it."""
        return KeyFile(self.above / "key")

    @property
    def keys(self) -> Keys:
        """The keys that its data key gives."""
        header = read_header(self.folder)
        return Keys.of(unwrap(header.slots, header.vault, self.key), header.vault)

    def copy(self, name: str = "copy") -> Path:
        """Return a fresh copy of the vault."""
        to = self.above / name
        shutil.rmtree(to, ignore_errors=True)
        return shutil.copytree(self.folder, to)

    def edit(self, folder: Path, *statements: str) -> None:
        """Run SQL in a closed vault, as one who has the key of its pages but not this program."""
        with contextlib.closing(connect(folder / DATABASE_NAME, self.keys.pages)) as db:
            for statement in statements:
                db.execute(statement)

    def rows(self, folder: Path) -> list[tuple[Any, ...]]:
        """Return every entry as it stands."""
        with contextlib.closing(connect(folder / DATABASE_NAME, self.keys.pages)) as db:
            return list(db.execute("SELECT record, seq, previous, body, mark FROM entry ORDER BY record, seq"))

    def pages(self) -> dict[int, tuple[str, int]]:
        """Return what each page holds (`entry leaf`, `summary leaf`, …) and in how many cells, by its number."""
        with contextlib.closing(connect(self.folder / DATABASE_NAME, self.keys.pages)) as db:
            return {
                number: (f"{name} {kind}", cells)
                for number, name, kind, cells in db.execute("SELECT pageno, name, pagetype, ncell FROM dbstat")
            }


@contextlib.contextmanager
def filled() -> Iterator[Filled]:
    """Make the vault in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(dir=in_memory()) as above:
        made = Filled(Path(above))
        fill(made).close()
        yield made


def fill(made: Filled) -> Vault:
    """Make the vault, and return it open."""
    vault, _ = Vault.create(made.folder, made.key)
    for seq in range(1, max(COUNTS.values()) + 1):
        for record, count in COUNTS.items():
            if seq <= count:
                vault.append(record, [event(seq)], summary(record, seq))
    return vault


def found_in(folder: Path, key: KeyFile) -> Verification | None:
    """Return what `verify` finds; None where the vault is refused outright."""
    try:
        vault = Vault.open(folder, key, inspecting=True)
    except StoreFault:
        return None
    try:
        return vault.verify()
    finally:
        vault.close()


def is_noticed(folder: Path, key: KeyFile) -> bool:
    """Whether the vault is refused, or `verify` finds something."""
    found = found_in(folder, key)
    return found is None or not found.is_whole


def true_events(folder: Path, key: KeyFile) -> int:
    """Return how many events are still read, each as it was written; `AssertionError` where one is read otherwise."""
    try:
        vault = Vault.open(folder, key, inspecting=True)
    except StoreFault:
        return 0
    try:
        return _read(vault)
    finally:
        vault.close()


def _read(vault: Vault) -> int:
    read = 0
    for record in COUNTS:
        for each in vault.readable_events(record):
            assert event(each.seq) == each, f"{record} {each.seq} is read, and is not what was written"
            read += 1
    return read


def looked_at(folder: Path, key: KeyFile) -> tuple[bool, int]:
    """Return whether anything is noticed, and how many events are still read, as `true_events` does."""
    try:
        vault = Vault.open(folder, key, inspecting=True)
    except StoreFault:
        return True, 0
    try:
        return not vault.verify().is_whole, _read(vault)
    finally:
        vault.close()


def _opened_without_marks(path: Path, key: bytes, vfs: str | None) -> apsw.Connection:
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE, vfs=vfs)
    connection.pragma("cipher", CIPHER)
    connection.pragma("hmac_check", 0)
    connection.pragma("hexkey", f"raw:{key.hex()}".encode().hex())
    return connection


@contextlib.contextmanager
def pages_unchecked() -> Iterator[None]:
    """The control of I1: a build that decrypts pages without looking at their marks."""
    with mock.patch.object(database, "_opened", _opened_without_marks):
        yield


@contextlib.contextmanager
def entries_unchecked() -> Iterator[None]:
    """The control of I3: a build that takes every entry for its own."""
    with contextlib.ExitStack() as weakened:
        for place in ("chain", "verification", "checking", "chains"):
            weakened.enter_context(mock.patch(f"interview.storage.{place}.is_authentic", return_value=True))
        yield


def rotating(share: int) -> int:
    """Return a number below `share` that moves on with each commit, so that samples come to everything in time."""
    counted = subprocess.run(["git", "rev-list", "--count", "HEAD"], capture_output=True, text=True, check=False, cwd=Path(__file__).parent)
    return int(counted.stdout) % share if counted.stdout.strip().isdigit() else 0


__all__ = [
    "COUNTS",
    "DATABASE_NAME",
    "PAGE_BYTES",
    "Filled",
    "entries_unchecked",
    "event",
    "fill",
    "filled",
    "found_in",
    "is_noticed",
    "looked_at",
    "pages_unchecked",
    "rotating",
    "summary",
    "true_events",
]
