"""What the vault reads for what is asked of it, counted in statements and rows: the same for a few records as for many."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import apsw
import pytest

from interview.engine.events import Event
from interview.engine.session import Session
from interview.engine.transcript import turn_of
from interview.questionnaire.reader import bundled
from interview.storage import rows
from interview.storage.chain import digest_after
from interview.storage.unlock import KeyFile
from interview.storage.vault import Vault
from tests.bench.made import long_log, many_records, still, stored

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


def test_of_all_summaries_a_subjects_alone_are_read(vaults: dict[int, Callable[[], Vault]]) -> None:
    vault = vaults[MANY]()
    with closing(vault), mock.patch("interview.storage.rows.read_summary", wraps=rows.read_summary) as read:
        assert ["r000007"] == [each.record for each in vault.records("S-7")]
        assert 1 == read.call_count


def test_a_record_is_resumed_by_one_reading_and_one_hashing_of_each_entry(tmp_path: Path) -> None:
    log = long_log(600)
    stored(tmp_path, "long", log).close()
    with counted() as found:
        vault = Vault.open(tmp_path / "vault", KeyFile(tmp_path / "key"), clock=still)
        with (
            mock.patch("interview.storage.chain.digest_after", wraps=digest_after) as hashed,
            mock.patch("interview.engine.transcript.turn_of", wraps=turn_of) as told,
        ):
            found.rows = 0
            session = Session.resume(vault, bundled(), "long", clock=still)
            assert (len(log), 0) == (hashed.call_count, told.call_count)
            assert len(log) == found.rows
            assert len(session.turns) == len(tuple(session.turns)) > 0
            assert len(log) == told.call_count
        vault.close()


def test_nothing_is_collected_while_a_log_becomes_events(tmp_path: Path) -> None:
    vault = stored(tmp_path, "long", long_log(600))
    with vault._open.database.reading() as db:
        chain = vault._chains.whole(db, "long")
    at_work, made = list[bool](), Event.model_validate_json

    def read(body: bytes) -> Event:
        at_work.append(gc.isenabled())
        return made(body)

    with mock.patch.object(Event, "model_validate_json", read):
        assert len(chain) == len(vault._chains.events(chain))
    assert [False] * len(chain) == at_work
    assert gc.isenabled()
    vault.close()
