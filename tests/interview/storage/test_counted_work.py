"""What the vault reads for what is asked of it, counted in statements and rows: the same for a few records as for many."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw
import pytest

from interview.storage.vault import Vault
from tests.bench.made import many_records, still

FEW, MANY = 10, 400

OPENING = 32
"""Statements of an opening: the settings and what they read back, and one for all tips."""


@dataclass(slots=True)
class Counted:
    """What SQLite was asked, and how many rows it gave."""

    statements: int = 0
    rows: int = 0


@contextmanager
def counted() -> Iterator[Counted]:
    """Count on every connection that is made meanwhile, also after."""
    found = Counted()

    def asked(_cursor: apsw.Cursor, _statement: str, _given: object) -> bool:
        found.statements += 1
        return True

    def given(_cursor: apsw.Cursor, row: tuple[Any, ...]) -> tuple[Any, ...]:
        found.rows += 1
        return row

    def connected(connection: apsw.Connection) -> None:
        connection.exec_trace, connection.row_trace = asked, given

    apsw.connection_hooks.append(connected)
    try:
        yield found
    finally:
        apsw.connection_hooks.remove(connected)


@pytest.fixture(scope="module")
def vaults(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Callable[[], Vault]]:
    """Return for each size what opens a vault of so many records."""

    def opening(folder: Path, records: int) -> Callable[[], Vault]:
        key = many_records(folder, records)
        return lambda: Vault.open(folder / "vault", key, clock=still)

    return {records: opening(tmp_path_factory.mktemp("counted"), records) for records in (FEW, MANY)}


def test_a_vault_is_opened_by_one_look_at_all_tips(vaults: dict[int, Callable[[], Vault]]) -> None:
    opened = {}
    for records, opening in vaults.items():
        with counted() as found:
            opening().close()
        opened[records] = found.statements, found.rows - records
    assert opened[FEW] == opened[MANY]
    assert opened[MANY][0] <= OPENING
