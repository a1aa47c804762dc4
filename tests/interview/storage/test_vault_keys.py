"""Who gets in, and who does not."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview.engine.events import Event
from interview.engine.ports import RecordSummary, StoreFault
from interview.storage import keys, recovery_code, rewrapping
from interview.storage.creation import exists
from interview.storage.header import read_header
from interview.storage.keys import PassphraseSlot
from interview.storage.unlock import LEAST_COST, MOST_COST, Cost, KeyFile, Passphrase, RecoveryCode, calibrated_cost
from interview.storage.vault import Vault

SECRET = "caffè àncora blu"


@pytest.fixture
def by_passphrase(folder: Path, event: Callable[..., Event], summary: Callable[..., RecordSummary]) -> tuple[Path, str]:
    made, code = Vault.create(folder, Passphrase(SECRET), cost=LEAST_COST)
    made.append("r1", [event(1)], summary("r1", 1))
    made.close()
    assert code is not None
    return folder, code


def refused(folder: Path, unlock: Passphrase | RecoveryCode | KeyFile) -> StoreFault:
    with pytest.raises(StoreFault) as fault:
        Vault.open(folder, unlock)
    return fault.value


def test_passphrase_opens_however_its_accents_were_typed(by_passphrase: tuple[Path, str], event: Callable[..., Event]) -> None:
    for form in ("NFC", "NFD", "NFKC"):
        opened = Vault.open(by_passphrase[0], Passphrase(unicodedata.normalize(form, SECRET)))
        assert (event(1),) == opened.events("r1")
        opened.close()


def test_recovery_code_opens_in_any_case_and_grouping(by_passphrase: tuple[Path, str], event: Callable[..., Event]) -> None:
    folder, code = by_passphrase
    for typed in (code, code.lower(), code.replace("-", ""), f"  {code.replace('-', ' ')}\n", code.replace("0", "O").replace("1", "l")):
        opened = Vault.open(folder, RecoveryCode(typed))
        assert (event(1),) == opened.events("r1")
        opened.close()


def test_recovery_code_is_nowhere_on_the_disk(by_passphrase: tuple[Path, str]) -> None:
    folder, code = by_passphrase
    for file in (path for path in folder.rglob("*") if path.is_file()):
        content = file.read_bytes()
        for form in (code, code.replace("-", ""), SECRET, "canary", "item.1"):
            assert form.encode() not in content


@pytest.mark.parametrize("typed", ["", " ", SECRET.upper(), SECRET + " ", "x" * 1_000_000, "\x00", "\ud800"])
def test_another_passphrase_is_refused_fast(by_passphrase: tuple[Path, str], typed: str) -> None:
    start = time.process_time()
    fault = refused(by_passphrase[0], Passphrase(typed))
    assert "wrong_passphrase" == fault.kind
    assert time.process_time() - start < 1
    assert typed.strip() == "" or typed not in str(fault)


def test_another_recovery_code_is_refused(by_passphrase: tuple[Path, str]) -> None:
    folder, code = by_passphrase
    assert "wrong_passphrase" == refused(folder, RecoveryCode(recovery_code.written(bytes(16)))).kind
    slip = refused(folder, RecoveryCode(code[:-1] + ("2" if code[-1] != "2" else "3")))
    assert "wrong_passphrase" == slip.kind
    assert "not typed as it is printed" in str(slip)


def test_a_way_that_the_vault_does_not_have_is_locked(filled: Path, tmp_path: Path) -> None:
    assert "locked" == refused(filled, Passphrase(SECRET)).kind
    assert "locked" == refused(filled, RecoveryCode(recovery_code.written(bytes(16)))).kind
    assert "locked" == refused(filled, KeyFile(tmp_path / "nowhere")).kind


def test_another_key_file_is_refused(filled: Path, key_file: KeyFile, tmp_path: Path) -> None:
    other = KeyFile(tmp_path / "other")
    other.path.write_text("ab" * 32)
    assert "wrong_passphrase" == refused(filled, other).kind
    for content in ("", "zz" * 32, "ab" * 31, "ab" * 4000):
        other.path.write_text(content)
        assert "locked" == refused(filled, other).kind


def test_a_slot_of_another_vault_opens_nothing(filled: Path, key_file: KeyFile, tmp_path: Path) -> None:
    second, _ = Vault.create(tmp_path / "second", key_file)
    second.close()
    stolen, own = (path / "vault.json" for path in (tmp_path / "second", filled))
    content = stolen.read_text().replace(read_header(tmp_path / "second").vault, read_header(filled).vault)
    own.write_text(content)
    assert "wrong_passphrase" == refused(filled, key_file).kind


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "x" * 1025])
def test_no_vault_is_made_with_an_unfit_passphrase(folder: Path, text: str) -> None:
    with pytest.raises(StoreFault) as fault:
        Vault.create(folder, Passphrase(text))
    assert "wrong_passphrase" == fault.value.kind
    assert not exists(folder)


@pytest.mark.parametrize(
    "cost",
    [Cost(65_535, 3, 4), Cost(65_536, 2, 4), Cost(65_536, 3, 0), Cost(131_073, 3, 4), Cost(65_536, 11, 4), Cost(65_536, 3, 5)],
)
def test_no_vault_is_made_below_the_least_or_above_the_most_cost(folder: Path, cost: Cost) -> None:
    with pytest.raises(ValueError, match="cost"):
        Vault.create(folder, Passphrase(SECRET), cost=cost)
    assert not exists(folder)


def test_calibrated_cost_is_never_below_the_least() -> None:
    cost = calibrated_cost()
    assert cost.is_bearable()
    assert LEAST_COST.memory_kib == cost.memory_kib
    assert LEAST_COST.passes <= cost.passes <= MOST_COST.passes


@pytest.mark.parametrize(
    ("field", "value"),
    [("memory_kib", 4_194_304), ("memory_kib", 8), ("passes", 4_000_000_000), ("passes", 1), ("lanes", 1 << 20), ("lanes", 0)],
)
def test_a_header_with_an_absurd_cost_is_refused_before_any_work(
    by_passphrase: tuple[Path, str], monkeypatch: pytest.MonkeyPatch, field: str, value: int
) -> None:
    folder, _ = by_passphrase
    slot = next(slot for slot in read_header(folder).slots if isinstance(slot, PassphraseSlot))
    header = folder / "vault.json"
    header.write_text(header.read_text().replace(f'"{field}": {getattr(slot, field)}', f'"{field}": {value}'))
    monkeypatch.setattr(keys, "stretch", lambda *_: pytest.fail("work was done for an absurd cost"))
    fault = refused(folder, Passphrase(SECRET))
    assert "damaged" == fault.kind
    assert "asks for more work than this program does, or for too little" in str(fault)


def test_a_cost_written_in_within_the_bounds_opens_nothing(by_passphrase: tuple[Path, str]) -> None:
    header = by_passphrase[0] / "vault.json"
    header.write_text(header.read_text().replace('"passes": 3', '"passes": 4'))
    assert "wrong_passphrase" == refused(by_passphrase[0], Passphrase(SECRET)).kind


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 100,
        b"{}",
        b"[" * 10_000,
        b'{"program":"trd-interview","format":true}',
        b"x" * 20_000,
        b"\xff\xfe",
        b'{"format":2}',
        b"null",
    ],
)
def test_a_hostile_header_is_refused_without_a_traceback(filled: Path, key_file: KeyFile, content: bytes) -> None:
    (filled / "vault.json").write_bytes(content)
    assert "damaged" == refused(filled, key_file).kind


@pytest.mark.parametrize("kind", ["pipe", "link", "folder", "huge"])
def test_a_header_that_is_no_ordinary_file_is_refused_without_waiting(filled: Path, key_file: KeyFile, tmp_path: Path, kind: str) -> None:
    header = filled / "vault.json"
    kept = header.rename(tmp_path / "kept.json")
    match kind:
        case "pipe":
            os.mkfifo(header)
        case "link":
            header.symlink_to(kept)
        case "folder":
            header.mkdir()
        case _:
            header.write_bytes(kept.read_bytes() + b" " * 20_000)
    start = time.process_time()
    fault = refused(filled, key_file)
    assert ("damaged", True) == (fault.kind, "its header vault.json is a link, a folder, a pipe, or too large." in str(fault))
    assert time.process_time() - start < 1


def test_a_header_with_a_key_twice_or_deep_nesting_is_refused(filled: Path, key_file: KeyFile) -> None:
    header = filled / "vault.json"
    whole = header.read_bytes()
    twice = whole.replace(b'"created"', b'"created": "x",\n "created"', 1)
    deep = whole.replace(b'"slots": [', b'"slots": [' + b"[" * 7_000, 1)
    for content in (twice, deep):
        assert content != whole
        header.write_bytes(content)
        assert "damaged" == refused(filled, key_file).kind
        assert content == header.read_bytes()


def test_a_passphrase_of_a_megabyte_at_the_highest_cost_takes_less_than_200_mb() -> None:
    """In a process of its own, whose own peak counts: `ru_maxrss` begins with that of the process it was forked from."""
    dearest = f"from interview.storage.unlock import *; stretch('x' * 1_000_000, bytes(16), Cost({MOST_COST.memory_kib}, 3, 4))"
    told = f"{dearest}; print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    root = Path(__file__).parents[3]
    ended = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True, cwd=root)
    assert int(ended.stdout) < 200 * 1024


def test_keys_and_secrets_are_not_in_any_repr(vault: Vault) -> None:
    assert SECRET not in repr(Passphrase(SECRET))
    assert SECRET not in repr(RecoveryCode(SECRET))
    assert vault._open.keys.pages.hex() not in repr(vault._open.keys)
    assert repr(vault._open.keys.pages) not in repr(vault._open.keys)


def test_a_closed_vault_is_locked_and_its_data_key_overwritten(vault: Vault) -> None:
    assert any(vault._open.data_key)
    vault.close()
    vault.close()
    assert bytes(32) == bytes(vault._open.data_key)
    with pytest.raises(StoreFault) as fault:
        vault.records()
    assert "locked" == fault.value.kind


@given(st.binary(min_size=16, max_size=16))
def test_recovery_codes_read_back(code: bytes) -> None:
    assert code == recovery_code.read(recovery_code.written(code))


@given(st.binary(min_size=16, max_size=16), st.integers(0, 27), st.integers(1, 31))
def test_one_wrong_sign_of_a_recovery_code_is_noticed_or_opens_nothing(code: bytes, place: int, change: int) -> None:
    signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    typed = list(recovery_code.written(code).replace("-", ""))
    typed[place] = signs[(signs.index(typed[place]) + change) % 32]
    with contextlib.suppress(recovery_code.MistypedCode):
        assert code != recovery_code.read("".join(typed))


@given(st.text(max_size=300))
def test_whatever_is_typed_as_a_recovery_code_is_refused_gently(text: str) -> None:
    with pytest.raises(recovery_code.MistypedCode):
        recovery_code.read(text)


def test_a_header_written_anew_by_another_process_is_told_apart_from_a_changed_one(vault: Vault, folder: Path, key_file: KeyFile) -> None:
    path = folder / "vault.json"
    before = path.read_bytes()
    rewrapping.change_code(folder, key_file, recovery_code.new_code())
    found = vault.verify()
    assert (True, True) == (found.is_whole, found.was_rewrapped)
    path.write_bytes(path.read_bytes().replace(b'"created": "2', b'"created": "3'))
    changed = vault.verify()
    assert (["header"], False) == ([breach.kind for breach in changed.breaches], changed.was_rewrapped)
    path.write_bytes(before)
    assert (True, False) == (vault.verify().is_whole, vault.verify().was_rewrapped)
