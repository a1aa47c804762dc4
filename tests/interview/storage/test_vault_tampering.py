"""Whatever is changed from outside is noticed, named, and costs no more than it touched."""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from interview.engine.events import Event
from interview.engine.ports import RecordSummary, StoreFault
from interview.storage.backup import read_through
from interview.storage.chain import GENESIS, extend
from interview.storage.database import PAGE_BYTES
from interview.storage.locks import OsLock
from interview.storage.unlock import LEAST_COST, KeyFile, Passphrase
from interview.storage.vault import Vault
from interview.storage.verification import Verification

FLIPS = int(os.environ.get("TRD_INTERVIEW_TEST_FLIPS", "80"))
"""How many bytes of the database are flipped in turn; a fault run asks for all of them."""

Make = Callable[..., Event]


def examined(folder: Path, key_file: KeyFile) -> tuple[StoreFault | None, Verification | None]:
    """Return what opening says, and what verify finds where the vault can be inspected at all."""
    fault = None
    try:
        Vault.open(folder, key_file).close()
    except StoreFault as refusal:
        fault = refusal
    try:
        inspected = Vault.open(folder, key_file, inspecting=True)
    except StoreFault:
        return fault, None
    found = inspected.verify()
    inspected.close()
    return fault, found


def is_noticed(folder: Path, key_file: KeyFile) -> bool:
    fault, found = examined(folder, key_file)
    return fault is not None or found is None or not found.is_whole


def copied(folder: Path, to: Path) -> Path:
    shutil.rmtree(to, ignore_errors=True)
    return shutil.copytree(folder, to)


def test_an_untouched_vault_is_whole(filled: Path, key_file: KeyFile) -> None:
    fault, found = examined(filled, key_file)
    assert fault is None
    assert found is not None
    assert found.is_whole
    assert () == found.breaches
    assert [("alpha", 40, 40), ("beta", 30, 30)] == [(check.record, check.entries, len(check.readable)) for check in found.records]
    opened = Vault.open(filled, key_file)
    assert [opened.seal("alpha"), opened.seal("beta")] == [check.seal for check in found.records]
    assert ("beta",) == tuple(check.record for check in opened.verify("beta").records)
    with pytest.raises(StoreFault) as fault_of_unknown:
        opened.verify("nobody")
    assert "unknown_record" == fault_of_unknown.value.kind
    opened.close()


def test_a_flipped_bit_of_the_database_is_noticed_and_the_rest_is_readable(
    filled: Path, key_file: KeyFile, tmp_path: Path, event: Make
) -> None:
    original = (filled / "vault.db").read_bytes()
    chance = random.Random(8)
    offsets = range(len(original)) if len(original) <= FLIPS else sorted({*range(0, 100, 7), *chance.sample(range(len(original)), FLIPS)})
    true_events = {"alpha": [event(seq) for seq in range(1, 41)], "beta": [event(seq) for seq in range(1, 31)]}
    fully_readable, inspected_times = 0, 0
    for offset in offsets:
        folder = copied(filled, tmp_path / "flipped")
        changed = bytearray(original)
        changed[offset] ^= 1 << chance.randrange(8)
        (folder / "vault.db").write_bytes(changed)
        fault, found = examined(folder, key_file)
        assert fault is not None or found is None or not found.is_whole, offset
        if found is not None:
            inspected_times += 1
            inspected = Vault.open(folder, key_file, inspecting=True)
            for check in found.records:
                assert all(seq <= len(true_events[check.record]) for seq in check.readable)
                assert tuple(true_events[check.record][seq - 1] for seq in check.readable) == inspected.readable_events(check.record)
                fully_readable += len(check.readable) == len(true_events[check.record])
            inspected.close()
    assert inspected_times > 10
    assert fully_readable > 10


@pytest.mark.parametrize("name", ["vault.json", "heads"])
def test_a_flipped_bit_at_every_byte_beside_the_database_is_noticed(filled: Path, key_file: KeyFile, name: str) -> None:
    original = (filled / name).read_bytes()
    chance = random.Random(9)
    for offset in range(len(original)):
        changed = bytearray(original)
        changed[offset] ^= 1 << chance.randrange(8)
        (filled / name).write_bytes(changed)
        with pytest.raises(StoreFault) as fault:
            Vault.open(filled, key_file)
        assert fault.value.kind in {"damaged", "newer", "wrong_passphrase", "locked"}, offset
        assert changed == (filled / name).read_bytes()
    (filled / name).write_bytes(original)
    Vault.open(filled, key_file).close()


def test_a_flipped_bit_in_the_slots_of_a_passphrase_is_noticed(folder: Path) -> None:
    Vault.create(folder, Passphrase("four words of it"), cost=LEAST_COST)[0].close()
    original = (folder / "vault.json").read_bytes()
    for offset in random.Random(10).sample(range(len(original)), 12):
        changed = bytearray(original)
        changed[offset] ^= 1
        (folder / "vault.json").write_bytes(changed)
        with pytest.raises(StoreFault):
            Vault.open(folder, Passphrase("four words of it"))


def test_a_header_that_only_looks_the_same_is_refused(filled: Path, key_file: KeyFile) -> None:
    header = filled / "vault.json"
    original = header.read_bytes()
    for changed in (original + b" ", original.replace(b": ", b":", 1), original.replace(b'"format": 1', b'"format": 1, "format": 1')):
        header.write_bytes(changed)
        with pytest.raises(StoreFault) as fault:
            Vault.open(filled, key_file)
        assert "damaged" == fault.value.kind
    header.write_bytes(original)
    Vault.open(filled, key_file).close()


def test_a_header_changed_while_the_vault_is_open_is_found(vault: Vault, folder: Path) -> None:
    header = folder / "vault.json"
    header.write_bytes(header.read_bytes().replace(b'"created": "2', b'"created": "1'))
    assert ["header"] == [breach.kind for breach in vault.verify().breaches]


def test_truncation_at_every_page_and_added_bytes_are_noticed(filled: Path, key_file: KeyFile, tmp_path: Path) -> None:
    original = (filled / "vault.db").read_bytes()
    for size in [*range(0, len(original), PAGE_BYTES), len(original) - 1]:
        folder = copied(filled, tmp_path / "cut")
        (folder / "vault.db").write_bytes(original[:size])
        assert is_noticed(folder, key_file), size
        assert size == (folder / "vault.db").stat().st_size
    for more in (b"\0", bytes(PAGE_BYTES)):
        folder = copied(filled, tmp_path / "longer")
        (folder / "vault.db").write_bytes(original + more)
        assert is_noticed(folder, key_file)


def test_swapped_pages_are_noticed(filled: Path, key_file: KeyFile, tmp_path: Path) -> None:
    original = (filled / "vault.db").read_bytes()
    count = len(original) // PAGE_BYTES
    pages = [original[number * PAGE_BYTES : (number + 1) * PAGE_BYTES] for number in range(count)]
    for first in range(count - 1):
        swapped = list(pages)
        swapped[first], swapped[first + 1] = pages[first + 1], pages[first]
        folder = copied(filled, tmp_path / "swapped")
        (folder / "vault.db").write_bytes(b"".join(swapped))
        assert is_noticed(folder, key_file), first


def test_a_page_of_yesterdays_copy_is_noticed_or_changes_nothing(
    filled: Path, key_file: KeyFile, tmp_path: Path, event: Make, summary: Callable[..., RecordSummary]
) -> None:
    yesterday = (filled / "vault.db").read_bytes()
    opened = Vault.open(filled, key_file)
    for seq in range(31, 61):
        opened.append("beta", [event(seq)], summary("beta", seq))
    expected = (opened.events("alpha"), opened.events("beta"), opened.records())
    opened.close()
    today = (filled / "vault.db").read_bytes()
    noticed = 0
    for start in range(0, min(len(yesterday), len(today)), PAGE_BYTES):
        spliced = today[:start] + yesterday[start : start + PAGE_BYTES] + today[start + PAGE_BYTES :]
        if spliced == today:
            continue
        folder = copied(filled, tmp_path / "spliced")
        (folder / "vault.db").write_bytes(spliced)
        if is_noticed(folder, key_file):
            noticed += 1
            continue
        opened = Vault.open(folder, key_file)
        assert expected == (opened.events("alpha"), opened.events("beta"), opened.records()), start
        opened.close()
    assert noticed >= 3


EDITS = {
    "body": (
        "UPDATE entry SET body = CAST(replace(CAST(body AS TEXT), 'answered', 'declined') AS BLOB) WHERE record = 'alpha' AND seq = 7",
        7,
    ),
    "re-dated": ("UPDATE entry SET body = CAST(replace(CAST(body AS TEXT), '2026', '2025') AS BLOB) WHERE record = 'alpha' AND seq = 9", 9),
    "mark": ("UPDATE entry SET mark = zeroblob(32) WHERE record = 'alpha' AND seq = 3", 3),
    "short mark": ("UPDATE entry SET mark = x'' WHERE record = 'alpha' AND seq = 3", 3),
    "previous": ("UPDATE entry SET previous = zeroblob(32) WHERE record = 'alpha' AND seq = 1", 1),
    "deleted first": ("DELETE FROM entry WHERE record = 'alpha' AND seq = 1", 1),
    "deleted middle": ("DELETE FROM entry WHERE record = 'alpha' AND seq BETWEEN 11 AND 13", 11),
    "cut tail": ("DELETE FROM entry WHERE record = 'alpha' AND seq > 38", 39),
    "moved up": ("UPDATE entry SET seq = seq + 1 WHERE record = 'alpha' AND seq = 40", 40),
    "negative": ("UPDATE entry SET seq = -1 WHERE record = 'alpha' AND seq = 1", -1),
    "far": ("UPDATE entry SET seq = 4000000000000000000 WHERE record = 'alpha' AND seq = 40", 40),
    "re-ordered": (
        "UPDATE entry SET seq = 1000 WHERE record = 'alpha' AND seq = 5; UPDATE entry SET seq = 5 WHERE record = 'alpha' AND seq = 6;"
        "UPDATE entry SET seq = 6 WHERE record = 'alpha' AND seq = 1000",
        5,
    ),
    "another record's": (
        "DELETE FROM entry WHERE record = 'alpha' AND seq = 4; "
        "INSERT INTO entry SELECT 'alpha', seq, previous, body, mark FROM entry WHERE record = 'beta' AND seq = 4",
        4,
    ),
    "forged": ("INSERT INTO entry SELECT 'alpha', 41, previous, body, mark FROM entry WHERE record = 'alpha' AND seq = 40", 41),
}


@pytest.mark.parametrize("edit_name", EDITS)
def test_edited_rows_are_named_and_every_other_entry_is_readable(
    filled: Path, key_file: KeyFile, edit: Callable[..., None], summary: Callable[..., RecordSummary], edit_name: str
) -> None:
    statement, first = EDITS[edit_name]
    edit(filled, *statement.split(";"))
    _, found = examined(filled, key_file)
    assert found is not None
    assert found.first is not None
    assert ("alpha", first) == (found.first.record, found.first.seq)
    assert f"entry {first} " in found.first.sentence
    alpha, beta = found.records
    assert alpha.seal is None
    assert 30 == len(beta.readable)
    assert () == beta.breaches
    assert 37 <= len(alpha.readable) <= 40
    inspected = Vault.open(filled, key_file, inspecting=True)
    with pytest.raises(StoreFault) as fault:
        inspected.append("beta", [], summary("beta", 30))
    assert "io" == fault.value.kind
    if edit_name != "cut tail":
        with pytest.raises(StoreFault, match="of record alpha") as fault:
            inspected.events("alpha")
        assert "damaged" == fault.value.kind
    assert alpha.readable == tuple(each.seq for each in inspected.readable_events("alpha"))
    assert 30 == len(inspected.events("beta"))
    inspected.close()


def test_a_removed_record_is_noticed(filled: Path, key_file: KeyFile, edit: Callable[..., None]) -> None:
    edit(filled, "DELETE FROM entry WHERE record = 'beta'", "DELETE FROM summary WHERE record = 'beta'")
    fault, found = examined(filled, key_file)
    assert fault is not None
    assert "damaged" == fault.kind
    assert "older than its heads" in str(fault)
    assert found is not None
    assert [("gone", "beta")] == [(breach.kind, breach.record) for breach in found.breaches]


def test_yesterdays_database_is_noticed_as_older(
    filled: Path, key_file: KeyFile, event: Make, summary: Callable[..., RecordSummary]
) -> None:
    yesterday = (filled / "vault.db").read_bytes()
    opened = Vault.open(filled, key_file)
    opened.append("beta", [event(31), event(32)], summary("beta", 32))
    opened.close()
    (filled / "vault.db").write_bytes(yesterday)
    fault, found = examined(filled, key_file)
    assert fault is not None
    assert "older than its heads" in str(fault)
    assert found is not None
    assert [("older", "beta", 31), ("older", "beta", 32)] == [(breach.kind, breach.record, breach.seq) for breach in found.breaches]
    inspected = Vault.open(filled, key_file, inspecting=True)
    assert 30 == len(inspected.events("beta"))
    writing = OsLock(filled / "heads.lock")
    assert writing.acquire()
    with pytest.raises(StoreFault) as busy:
        inspected.accept_present()
    assert "busy" == busy.value.kind
    writing.release()
    inspected.accept_present()
    inspected.close()
    reopened = Vault.open(filled, key_file)
    assert reopened.verify().is_whole
    reopened.close()


def test_heads_that_lag_are_repaired_in_silence(
    filled: Path, key_file: KeyFile, event: Make, summary: Callable[..., RecordSummary]
) -> None:
    lagging = (filled / "heads").read_bytes()
    opened = Vault.open(filled, key_file)
    opened.append("beta", [event(31)], summary("beta", 31))
    opened.append("gamma", [event(1)], summary("gamma", 1))
    opened.close()
    (filled / "heads").write_bytes(lagging)
    Vault.open(filled, key_file).close()
    database = (filled / "vault.db").read_bytes()
    assert lagging != (filled / "heads").read_bytes()
    (filled / "vault.db").write_bytes(database)
    fault, found = examined(filled, key_file)
    assert fault is None
    assert found is not None
    assert found.is_whole


def test_a_history_written_anew_is_noticed(filled: Path, key_file: KeyFile, event: Make, summary: Callable[..., RecordSummary]) -> None:
    """Yesterday's copy, carried on with other answers by one who has the key."""
    opened = Vault.open(filled, key_file)
    before = {name: (filled / name).read_bytes() for name in ("vault.db", "heads")}
    opened.append("beta", [event(31)], summary("beta", 31))
    opened.close()
    heads = (filled / "heads").read_bytes()
    for name, content in before.items():
        (filled / name).write_bytes(content)
    opened = Vault.open(filled, key_file)
    opened.append("beta", [event(31, value="other"), event(32)], summary("beta", 32))
    opened.close()
    (filled / "heads").write_bytes(heads)
    fault, found = examined(filled, key_file)
    assert fault is not None
    assert "entry 31 of record beta" in str(fault)
    assert found is not None
    assert [("forked", "beta", 31)] == [(breach.kind, breach.record, breach.seq) for breach in found.breaches]


def test_missing_files_are_said(filled: Path, key_file: KeyFile, tmp_path: Path) -> None:
    for name, word in (("vault.json", "header"), ("vault.db", "database"), ("heads", "heads")):
        folder = copied(filled, tmp_path / "lacking")
        (folder / name).unlink()
        with pytest.raises(StoreFault, match=word) as fault:
            Vault.open(folder, key_file)
        assert "damaged" == fault.value.kind
    with pytest.raises(StoreFault, match="No vault"):
        Vault.open(tmp_path / "nothing", key_file)


def test_a_damaged_summary_is_found_and_rebuilt_from_the_record(
    filled: Path, key_file: KeyFile, edit: Callable[..., None], summary: Callable[..., RecordSummary]
) -> None:
    edit(
        filled,
        "UPDATE summary SET body = CAST(replace(CAST(body AS TEXT), 'S-1', 'S-2') AS BLOB) WHERE record = 'alpha'",
        "DELETE FROM summary WHERE record = 'beta'",
    )
    opened = Vault.open(filled, key_file)
    assert [("summary", "alpha"), ("summary", "beta")] == [(breach.kind, breach.record) for breach in opened.verify().breaches]
    with pytest.raises(StoreFault) as fault:
        opened.records()
    assert "damaged" == fault.value.kind
    with pytest.raises(StoreFault) as fault:
        opened.newest(1)
    assert "damaged" == fault.value.kind
    for subject in ("S-1", "S-2", "nobody's"):
        with pytest.raises(StoreFault) as fault:
            opened.records(subject)
        assert "damaged" == fault.value.kind
    assert () == opened.rebuild(lambda record, events: summary(record, len(events)))
    assert (summary("alpha", 40), summary("beta", 30)) == opened.records()
    assert opened.verify().is_whole
    opened.close()


def digests(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}


def test_a_newer_format_is_refused_untouched(filled: Path, key_file: KeyFile, edit: Callable[..., None], tmp_path: Path) -> None:
    database = copied(filled, tmp_path / "newer-database")
    edit(database, "PRAGMA user_version = 2")
    header = copied(filled, tmp_path / "newer-header")
    content = (header / "vault.json").read_text().replace('"format": 1', '"format": 2').replace('"kind": "key_file"', '"kind": "passkey"')
    (header / "vault.json").write_text(content)
    for folder in (database, header):
        before = digests(folder)
        for inspecting in (False, True):
            with pytest.raises(StoreFault) as fault:
                Vault.open(folder, key_file, inspecting=inspecting)
            assert "newer" == fault.value.kind
        assert before == digests(folder)


def test_a_refused_vault_is_left_untouched(filled: Path, key_file: KeyFile, edit: Callable[..., None]) -> None:
    edit(filled, "DELETE FROM entry WHERE record = 'alpha' AND seq > 38")
    before = digests(filled)
    with pytest.raises(StoreFault):
        Vault.open(filled, key_file)
    assert before == digests(filled)


@pytest.mark.parametrize("statement", ["UPDATE entry SET mark = zeroblob(32) WHERE seq = 3", "DELETE FROM entry WHERE seq = 3"])
def test_nothing_is_built_on_an_end_that_was_changed_meanwhile(
    vault: Vault, folder: Path, edit: Callable[..., None], event: Make, summary: Callable[..., RecordSummary], statement: str
) -> None:
    vault.append("r1", [event(1), event(2), event(3)], summary("r1", 3))
    edit(folder, statement)
    for act in (
        lambda: vault.append("r1", [event(3)], summary("r1", 3)),
        lambda: vault.append("r1", [event(4)], summary("r1", 4)),
        lambda: vault.events("r1"),
        lambda: vault.seal("r1"),
    ):
        with pytest.raises(StoreFault) as fault:
            act()
        assert "damaged" == fault.value.kind
    assert ("r1",) == vault.rebuild(lambda record, events: summary(record, len(events)))


def test_an_event_of_a_later_version_is_said_to_be_newer(
    vault: Vault, folder: Path, edit: Callable[..., None], event: Make, summary: Callable[..., RecordSummary]
) -> None:
    vault.append("r1", [event(1)], summary("r1", 1))
    later = next(extend(vault._open.keys.chain, "r1", 0, GENESIS, [b'{"at":"2030-01-01","body":{"type":"mood_sung"},"seq":1}']))
    edit(folder, f"UPDATE entry SET body = x'{later.body.hex()}', mark = x'{later.mark.hex()}' WHERE record = 'r1'")
    for act in (vault.events, vault.readable_events):
        with pytest.raises(StoreFault) as fault:
            act("r1")
        assert "newer" == fault.value.kind
        assert "mood_sung" not in str(fault.value)


def test_a_header_that_is_no_header_is_named(filled: Path, key_file: KeyFile) -> None:
    header = json.loads((filled / "vault.json").read_text("utf-8"))
    (filled / "vault.json").write_text(json.dumps({**header, "slots": 3}), "utf-8")
    with pytest.raises(StoreFault) as refused:
        Vault.open(filled, key_file)
    assert "damaged" == refused.value.kind
    assert ": its header vault.json is damaged." in str(refused.value)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_a_pipe_is_no_backup_and_nobody_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(StoreFault) as refused:
        read_through(tmp_path / "pipe")
    assert "damaged" == refused.value.kind
