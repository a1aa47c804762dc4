"""Every format that was released opens, for ever; a later one is refused untouched; an earlier one is brought up, a backup first."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from interview.engine.events import Event
from interview.engine.ports import RecordSummary, StoreFault
from interview.storage import chain, database, migration, rows
from interview.storage.backup import read_through
from interview.storage.header import read_header
from interview.storage.keys import unwrap
from interview.storage.restoring import check_backup
from interview.storage.unlock import KeyFile, Keys
from interview.storage.vault import Vault
from interview.world import now
from tests.faults import d8
from tests.faults.damage import rotating
from tests.faults.older_format import STEP, make_older
from tests.interview.program import Program
from tests.interview.storage.fixtures.make_format_1 import ODD, told

FORMAT_1 = Path(__file__).parent / "fixtures" / "format_1"


@pytest.fixture
def format_1(tmp_path: Path) -> Path:
    return shutil.copytree(FORMAT_1, tmp_path / "data")


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Return every file with content: a lock's empty file holds nothing."""
    return {
        str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file() and path.stat().st_size
    }


def test_the_vault_of_format_1_opens_verifies_and_tells_the_same(format_1: Path) -> None:
    vault = Vault.open(format_1 / "vault", KeyFile(format_1 / "key"))
    assert vault.verify().is_whole
    assert json.loads((FORMAT_1 / "golden.json").read_text("utf-8")) == told(vault)
    assert ODD.replace("\t", " ") == getattr(vault.events("first")[1].body, "verbatim", None)
    vault.close()


def test_the_vault_of_format_1_exports_what_it_holds(format_1: Path, tmp_path: Path) -> None:
    golden = json.loads((FORMAT_1 / "golden.json").read_text("utf-8"))
    program = Program(format_1)
    ended = program("export", "first", "--format", "json", "--out", str(tmp_path / "out.json"))
    assert (0, "") == (ended.code, ended.err)
    exported = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert [Event.model_validate_json(json.dumps(event)) for event in golden["first"]["events"]] == [
        Event.model_validate_json(json.dumps(event)) for event in exported["events"]
    ]
    assert golden["first"]["seal"] == exported["seal"]
    assert ("first", "S-first") == (exported["record"], exported["subject"])


def _later_header(data: Path) -> None:
    header = data / "vault" / "vault.json"
    header.write_text(header.read_text().replace('"format": 1', '"format": 2'))


def _later_tables(data: Path) -> None:
    header = read_header(data / "vault")
    db = database.connect(
        data / "vault" / "vault.db", Keys.of(unwrap(header.slots, header.vault, KeyFile(data / "key")), header.vault).pages
    )
    db.pragma("user_version", 2)
    db.close()


def _later_event(data: Path) -> None:
    """An entry that is whole and of a kind that this version does not know."""
    header = read_header(data / "vault")
    keys = Keys.of(unwrap(header.slots, header.vault, KeyFile(data / "key")), header.vault)
    db = database.connect(data / "vault" / "vault.db", keys.pages)
    last = rows.last_entry(db, "second")
    assert last is not None
    body = b'{"at":"2027-01-01T00:00:00+01:00","body":{"type":"dreamt_of"},"seq":3}'
    rows.insert_entries(db, "second", chain.extend(keys.chain, "second", last.seq, last.digest, [body]))
    rows.put_summary(db, "second", rows.summary_row(keys.chain, 3, RecordSummary("second", "S-1", "baseline", "asking", 3, "2027-01-01")))
    db.close()
    Vault.open(data / "vault", KeyFile(data / "key")).close()


@pytest.mark.parametrize("made_later", [_later_header, _later_tables, _later_event])
def test_what_a_later_version_wrote_is_refused_untouched(format_1: Path, made_later: Callable[[Path], None]) -> None:
    made_later(format_1)
    before = bytes_of(format_1)
    ended = Program(format_1)("case", "second")
    assert (3, "") == (ended.code, ended.out)
    assert "was written by a newer version of this program. Nothing was changed: update the program, then open it." in ended.err
    assert before == bytes_of(format_1)


def test_an_earlier_format_without_a_step_is_refused_untouched(filled: Path, key_file: KeyFile) -> None:
    make_older(filled, key_file)
    before = bytes_of(filled)
    with pytest.raises(StoreFault, match="states format 0, which this version cannot bring up to date"):
        Vault.open(filled, key_file)
    assert before == bytes_of(filled)


def test_an_earlier_format_is_brought_up_when_it_is_opened_and_a_backup_of_it_stands_beside(
    filled: Path, key_file: KeyFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = Vault.open(filled, key_file)
    events, code = before.events("alpha"), before.research_code("S-1")
    before.close()
    make_older(filled, key_file)
    older = bytes_of(filled)
    monkeypatch.setattr(migration, "STEPS", (STEP,))
    for __ in range(2):
        vault = Vault.open(filled, key_file)
        assert (events, code) == (vault.events("alpha"), vault.research_code("S-1"))
        assert vault.verify().is_whole
        vault.close()
    backups = sorted(path.name for path in filled.parent.iterdir() if path.name.startswith("before-format"))
    assert ["before-format-1"] == backups
    apart = filled.parent / "apart"
    apart.mkdir()
    assert 0 == read_through(filled.parent / backups[0], apart).format
    assert {name: older[name] for name in ("vault.db", "vault.json", "heads")} == {
        name: content for name, content in bytes_of(apart).items() if name != "vault.db-journal"
    }
    assert 2 == check_backup(filled.parent / backups[0], key_file, clock=now)


def test_a_step_that_fails_leaves_the_earlier_vault(filled: Path, key_file: KeyFile) -> None:
    make_older(filled, key_file)
    before = bytes_of(filled)

    def fails(db: object, keys: object) -> None:
        raise OSError(28, "no space")

    with pytest.raises(StoreFault) as fault:
        migration.bring_up(filled, key_file, (migration.Step(0, STEP.header, fails),), clock=now)
    assert "full" == fault.value.kind
    assert {**before, "vault.db-journal": b""} == {**bytes_of(filled), "vault.db-journal": b""}


def test_killed_at_any_call_the_old_vault_stands_or_the_new_one() -> None:
    """A sample that moves on with each commit; `scripts/faults` takes every call."""
    outcome = d8.run(3, rotating(997))
    print(outcome.cells())
    assert () == outcome.failures
    assert outcome.n == 12
    assert outcome.holds
