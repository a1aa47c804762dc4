"""Vaults made fast: by key file, so that nothing of a real vault's cost is weakened for a test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from interview.engine.events import Event, ItemAnswered
from interview.engine.ports import RecordSummary
from interview.storage.database import connect
from interview.storage.header import read_header
from interview.storage.keys import unwrap
from interview.storage.unlock import KeyFile, Keys
from interview.storage.vault import Vault

CANARY = "canary-Ünïcode-\U0001f426"


@pytest.fixture
def event() -> Callable[..., Event]:
    return written_event


@pytest.fixture
def summary() -> Callable[..., RecordSummary]:
    return written_summary


@pytest.fixture
def key_file(tmp_path: Path) -> KeyFile:
    return KeyFile(tmp_path / "key")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "vault"


@pytest.fixture
def vault(folder: Path, key_file: KeyFile) -> Iterator[Vault]:
    made, code = Vault.create(folder, key_file)
    assert code is None
    yield made
    made.close()


def written_event(seq: int, **changes: Any) -> Event:
    fields: dict[str, Any] = {
        "link_id": f"item.{seq}",
        "status": "answered",
        "value": seq,
        "source": "patient",
        "verbatim": f"{CANARY} {seq} " + "x" * 60,
    }
    return Event(seq=seq, at=f"2026-03-01T10:{seq % 60:02}:00+01:00", body=ItemAnswered(**{**fields, **changes}))


def written_summary(record: str, answered: int, updated: str = "2026-03-01T10:00:00+01:00") -> RecordSummary:
    return RecordSummary(record, "S-1", "baseline", "asking", answered, updated)


@pytest.fixture(scope="session")
def filled_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed vault of two records, of forty and of thirty entries, written in turns; its key file lies beside it."""
    above = tmp_path_factory.mktemp("filled")
    made, _ = Vault.create(above / "vault", KeyFile(above / "key"))
    for seq in range(1, 41):
        made.append("alpha", [written_event(seq)], written_summary("alpha", seq))
        if seq <= 30:
            made.append("beta", [written_event(seq)], written_summary("beta", seq))
    made.close()
    return above


@pytest.fixture
def filled(filled_once: Path, folder: Path, key_file: KeyFile) -> Path:
    """A copy of its own of the filled vault."""
    shutil.copyfile(filled_once / "key", key_file.path)
    return shutil.copytree(filled_once / "vault", folder)


@pytest.fixture
def edit(key_file: KeyFile) -> Callable[..., None]:
    """Run SQL in a closed vault, as one who has its key but not this program."""

    def run(folder: Path, *statements: str) -> None:
        header = read_header(folder)
        keys = Keys.of(unwrap(header.slots, header.vault, key_file), header.vault)
        db = connect(folder / "vault.db", keys.pages)
        for statement in statements:
            db.execute(statement)
        db.close()

    return run
