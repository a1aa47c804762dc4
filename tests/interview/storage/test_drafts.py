"""Drafts beside the vault: encrypted, bound to their record, gone when empty, dropped when damaged; the vault locked and opened again."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from interview.engine.events import Event
from interview.engine.ports import RecordSummary, StoreFault
from interview.storage.unlock import LEAST_COST, KeyFile, Passphrase
from interview.storage.vault import Vault
from tests.interview.storage.conftest import CANARY

Make = Callable[..., Event]
Summarise = Callable[..., RecordSummary]
TEXTS = {"answer:narrative.concern": f"{CANARY} half a sent", "note": f"{CANARY}\nzweite \N{BIRD}"}


def files_of(folder: Path) -> list[Path]:
    return sorted((folder / "drafts").glob("*")) if (folder / "drafts").exists() else []


def test_texts_stand_again_in_a_new_process_and_their_file_tells_nothing(
    vault: Vault, folder: Path, key_file: KeyFile, event: Make, summary: Summarise
) -> None:
    vault.append("r1", [event(1)], summary("r1", 1))
    assert {} == vault.drafts.kept("r1").texts
    vault.drafts.keep("r1", {**TEXTS, "empty": ""})
    [kept] = files_of(folder)
    raw = kept.read_bytes()
    assert 0o600 == kept.stat().st_mode & 0o777
    assert 0o700 == kept.parent.stat().st_mode & 0o777
    assert "r1" not in kept.name
    for told in (CANARY.encode(), CANARY.encode("utf-16-le"), b"narrative", b"note"):
        assert told not in raw
    vault.close()
    (folder / "drafts" / ("0" * 32)).write_bytes(raw)  # as a rotation that was killed leaves it: under a key that is gone
    (folder / "drafts" / "not a draft").write_bytes(b"x")
    assert {} == Vault.open(folder, key_file, inspecting=True).drafts.kept("r2").texts
    assert 3 == len(files_of(folder))
    again = Vault.open(folder, key_file)
    assert [kept.name, "not a draft"] == [path.name for path in files_of(folder)]
    assert TEXTS == again.drafts.kept("r1").texts
    assert {} == again.drafts.kept("r2").texts
    again.close()


def test_the_file_goes_with_the_last_text(vault: Vault, folder: Path) -> None:
    vault.drafts.keep("r1", TEXTS)
    vault.drafts.keep("r1", {"note": ""})
    assert [] == files_of(folder)
    vault.drafts.keep("r1", {})
    assert {} == vault.drafts.kept("r1").texts


def test_two_lengths_of_typing_make_files_of_one_size(vault: Vault, folder: Path) -> None:
    sizes = set()
    for length in (1, 400):
        vault.drafts.keep("r1", {"note": "x" * length})
        sizes.add(files_of(folder)[0].stat().st_size)
    assert 1 == len(sizes)


@pytest.mark.parametrize("harm", ["a bit", "cut", "empty", "not ours", "of another record", "a folder"])
def test_a_damaged_one_is_dropped_and_said(harm: str, vault: Vault, folder: Path) -> None:
    vault.drafts.keep("r1", TEXTS)
    [path] = files_of(folder)
    raw = path.read_bytes()
    match harm:
        case "a bit":
            path.write_bytes(raw[:-1] + bytes([raw[-1] ^ 1]))
        case "cut":
            path.write_bytes(raw[: len(raw) // 2])
        case "empty":
            path.write_bytes(b"")
        case "not ours":
            path.write_bytes(b"[]")
        case "of another record":
            vault.drafts.keep("r2", {"note": "another"})
            shutil.copyfile(next(each for each in files_of(folder) if each != path), path)
        case "a folder":
            path.unlink()
            path.mkdir()
    found = vault.drafts.kept("r1")
    assert ({}, True) == (found.texts, found.was_damaged)
    assert harm == "a folder" or (path not in files_of(folder) and not vault.drafts.kept("r1").was_damaged)


def test_drafts_are_no_part_of_the_records(vault: Vault, event: Make, summary: Summarise) -> None:
    vault.append("r1", [event(1)], summary("r1", 1))
    vault.drafts.keep("r1", TEXTS)
    assert (event(1),) == vault.events("r1")
    assert vault.verify().first is None


@pytest.fixture(scope="module")
def by_passphrase(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Vault, Path, str]]:
    folder = tmp_path_factory.mktemp("passphrase") / "vault"
    made, code = Vault.create(folder, Passphrase("seven quiet rivers"), cost=LEAST_COST)
    assert code is not None
    yield made, folder, code
    made.close()


def test_locked_it_reads_nothing_and_forgets_its_key(by_passphrase: tuple[Vault, Path, str], event: Make, summary: Summarise) -> None:
    vault, folder, code = by_passphrase
    vault.append("r1", [event(1)], summary("r1", 1))
    vault.hold("r1")
    vault.drafts.keep("r1", TEXTS)
    data_key = vault._open.data_key
    assert vault.asks
    vault.lock()
    assert vault.is_locked
    assert bytes(32) == bytes(data_key)
    for act in (
        vault.records,
        lambda: vault.events("r1"),
        lambda: vault.readable_events("r1"),
        lambda: vault.append("r1", [event(2)], summary("r1", 2)),
        lambda: vault.hold("r2"),
        lambda: vault.seal("r1"),
        lambda: vault.research_code("S-1"),
        lambda: vault.verify("r1"),
        lambda: vault.drafts.kept("r1"),
        lambda: vault.drafts.keep("r1", {}),
    ):
        with pytest.raises(StoreFault) as fault:
            act()
        assert "locked" == fault.value.kind
    with pytest.raises(StoreFault) as wrong:
        vault.unlock("seven quiet river")
    assert ("wrong_passphrase", True) == (wrong.value.kind, vault.is_locked)

    other = Vault.open(folder, Passphrase("seven quiet rivers"))
    with pytest.raises(StoreFault) as busy:
        other.hold("r1")
    assert "busy" == busy.value.kind
    other.close()

    vault.unlock("seven quiet rivers")
    assert (TEXTS, (event(1),)) == (vault.drafts.kept("r1").texts, vault.events("r1"))
    vault.append("r1", [event(2)], summary("r1", 2))
    vault.lock()
    vault.unlock(code)
    assert (event(1), event(2)) == vault.events("r1")
    vault.lock()
    vault.release("r1")
    vault.unlock("seven quiet rivers")
    vault.hold("r1")


def test_a_key_file_is_not_worth_locking(vault: Vault) -> None:
    assert not vault.asks
