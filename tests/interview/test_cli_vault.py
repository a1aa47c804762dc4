"""`vault passwd|recover|rotate|backup|restore`: what opens the vault afterwards, what no longer does, and what each refuses, untouched."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import apsw
import pytest

from interview.engine.ports import StoreFault
from interview.storage import creation, database, files, rewrapping, rotation, switching
from interview.storage.header import read_header
from interview.storage.unlock import LEAST_COST, KeyFile, Passphrase, RecoveryCode
from interview.storage.vault import Vault
from tests.interview.program import Ended, Program
from tests.interview.storage.fixtures.make_format_1 import told

FORMAT_1 = Path(__file__).parent / "storage" / "fixtures" / "format_1"
OLD, NEW = "several words of a test", "other words of a test"


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """A program on a vault of two records that opens by its key file."""
    return Program(shutil.copytree(FORMAT_1, tmp_path / "data"))


@pytest.fixture
def asking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """A program at a terminal, on a new vault that opens by a passphrase; its recovery code is in a file."""
    for module in (creation, rewrapping):
        monkeypatch.setattr(module, "calibrated_cost", lambda: LEAST_COST)
    made = Program(tmp_path / "data")
    made.unlock, made.may_ask, made.has_terminal = None, True, True
    made.secrets = [OLD, OLD]
    assert 0 == made("vault", "init", "--code-out", str(tmp_path / "code")).code
    return made


def opens(program: Program, unlock: Passphrase | RecoveryCode | KeyFile) -> bool:
    with contextlib.suppress(StoreFault):
        Vault.open(program.folder / "vault", unlock).close()
        return True
    return False


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Return every file with content; a lock's empty file holds nothing."""
    return {
        str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file() and path.stat().st_size
    }


def all_told(folder: Path) -> dict[str, Any]:
    vault = Vault.open(folder / "vault", KeyFile(folder / "key"))
    try:
        assert vault.verify().is_whole
        return told(vault)
    finally:
        vault.close()


# what opens it


def test_passphrase_and_code_are_changed_recovered_and_carried_through_a_rotation(asking: Program, tmp_path: Path) -> None:
    first = RecoveryCode((tmp_path / "code").read_text())
    before = bytes_of(asking.folder)
    asking.secrets = [OLD, NEW, NEW]
    changed = asking("vault", "passwd")
    assert (0, "") == (changed.code, changed.err)
    assert "the old one no longer does" in changed.out
    assert ["vault/vault.json"] == [name for name, content in bytes_of(asking.folder).items() if before[name] != content]
    assert [False, True, True] == [opens(asking, each) for each in (Passphrase(OLD), Passphrase(NEW), first)]

    asking.secrets = [first.text, OLD, OLD]
    recovered = asking("vault", "recover", "--code-out", str(tmp_path / "second"))
    assert 0 == recovered.code
    second = RecoveryCode((tmp_path / "second").read_text())
    assert second != first
    assert "neither of the old ones does" in recovered.out
    assert [True, False, True, False] == [opens(asking, each) for each in (Passphrase(OLD), Passphrase(NEW), second, first)]

    asking.secrets = [OLD]
    rotated = asking("vault", "rotate", stdin="\n")
    assert (0, "") == (rotated.code, rotated.err)
    assert "this needs 2 MB" in rotated.out
    assert 1 == rotated.out.count("Recovery code, shown this once")
    shown = next(line.strip() for line in rotated.out.splitlines() if line.count("-") == 6)
    assert [True, False, True] == [opens(asking, each) for each in (Passphrase(OLD), second, RecoveryCode(shown))]

    asking.secrets = [OLD]
    status = asking("vault", "status")
    assert "Opens by a passphrase (Argon2id, 64 MiB" in status.out
    assert "Opens by the recovery code that is on paper." in status.out
    assert "The system's keyring does not open it." in status.out


def test_what_is_wrong_changes_nothing_and_a_code_is_never_shown_in_a_pipe(asking: Program, tmp_path: Path) -> None:
    before = bytes_of(asking.folder)
    calls: tuple[tuple[list[str], list[str], int, str], ...] = (
        (["passwd"], ["wrong", "wrong", "wrong"], 3, "does not open this vault"),
        (["passwd"], [OLD, "", "one", "two", "one", "two"], 3, "No passphrase was chosen"),
        (["recover"], ["0000-0000"], 3, "not typed as it is printed"),
        (["recover"], [OLD], 3, "not typed as it is printed"),
        (["rotate", "--keyring"], [], 2, "vault rotate takes no --keyring"),
        (["passwd", "file"], [], 2, "vault passwd takes no FILE"),
        (["backup"], [], 2, "vault backup needs a FILE"),
        (["passwd", "--new-code", "--code-out", str(tmp_path / "code")], [], 2, "this file exists"),
        (["passwd", "--keyring"], [OLD], 3, "the extra `trd-interview[keyring]` is not installed"),
    )
    for argv, secrets, code, said in calls:
        asking.secrets = list(secrets)
        ended = asking("vault", *argv)
        assert code == ended.code, argv
        assert said in ended.err, argv
        assert before == bytes_of(asking.folder), argv
    asking.has_terminal, asking.secrets = False, [OLD]
    piped = asking("vault", "rotate")
    assert 2 == piped.code
    assert "Name a new file for it with --code-out. Nothing was changed." in piped.err
    assert before == bytes_of(asking.folder)


def test_a_rotation_keeps_events_seals_and_research_codes_and_leaves_nothing_of_the_old_key(program: Program) -> None:
    golden, old = all_told(program.folder), bytes_of(program.folder / "vault")
    vault = Vault.open(program.folder / "vault", KeyFile(program.folder / "key"))
    vault.drafts.keep("first", {"answer": "half a sentence"})
    vault.close()
    assert 0 == program("vault", "rotate").code
    assert golden == all_told(program.folder)
    new = bytes_of(program.folder / "vault")
    pages = {old["vault.db"][start : start + 4096] for start in range(0, len(old["vault.db"]), 4096)}
    assert not pages & {new["vault.db"][start : start + 4096] for start in range(0, len(new["vault.db"]), 4096)}
    assert {"vault.db", "vault.json", "heads"} == {name for name in new if not name.startswith("drafts") and "journal" not in name}
    vault = Vault.open(program.folder / "vault", KeyFile(program.folder / "key"))
    assert {"answer": "half a sentence"} == vault.drafts.kept("first").texts
    vault.close()
    (program.folder / "vault" / "vault.db").write_bytes(old["vault.db"])
    assert 3 == program("list").code


def test_a_rotation_waits_for_nobody_and_needs_room(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    before = bytes_of(program.folder)
    holder = Vault.open(program.folder / "vault", KeyFile(program.folder / "key"))
    ended = program("vault", "rotate")
    holder.close()
    assert 3 == ended.code
    assert "is open in another window or process" in ended.err
    monkeypatch.setattr(rotation.shutil, "disk_usage", lambda _path: shutil._ntuple_diskusage(10**9, 10**9 - 5, 5))  # type: ignore[attr-defined]
    full = program("vault", "rotate")
    assert 3 == full.code
    assert "this needs 2 MB, and 0 MB are free. Nothing was changed" in full.err
    assert before == bytes_of(program.folder)


def test_every_table_is_carried_over_by_a_rotation() -> None:
    """A table that is added must be carried too; `writer` holds processes, and nobody has the vault open then."""
    tables = [line.split()[2] for line in database.TABLES.splitlines() if line.startswith("CREATE TABLE")]
    assert ["entry", "summary", "writer"] == tables


# the keyring


class FakeKeyring:
    """A keyring in memory, which may be locked."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.is_locked = False

    def _refuse(self) -> None:
        if self.is_locked:
            raise RuntimeError("the keyring is locked")

    def get_password(self, service_name: str, username: str) -> str | None:
        self._refuse()
        return self.kept.get((service_name, username))

    def set_password(self, service_name: str, username: str, password: str) -> None:
        self._refuse()
        self.kept[service_name, username] = password

    def delete_password(self, service_name: str, username: str) -> None:
        self._refuse()
        del self.kept[service_name, username]


def test_the_keyring_opens_it_where_it_was_asked_to_and_else_the_passphrase_is_asked(asking: Program) -> None:
    keyring = FakeKeyring()
    asking.keyring = lambda: keyring
    asking.secrets = [OLD]
    assert 0 == asking("vault", "passwd", "--keyring").code
    assert [("trd-interview", read_header(asking.folder / "vault").vault)] == list(keyring.kept)
    assert OLD not in str(keyring.kept)
    asked_nothing = asking("vault", "status")
    assert (0, "") == (asked_nothing.code, asked_nothing.err)
    assert "Opens by the system's keyring, without a question: its secret is there." in asked_nothing.out
    keyring.is_locked, asking.secrets = True, [OLD]
    assert "no secret is to be had there now: the passphrase is asked." in asking("vault", "status").out
    keyring.is_locked = False
    kept = dict(keyring.kept)
    keyring.kept = dict.fromkeys(kept, "ab" * 32)
    asking.secrets = [OLD]
    assert 0 == asking("list").code
    assert [] == asking.secrets
    keyring.kept, asking.secrets = kept, [OLD]
    assert 0 == asking("vault", "rotate", stdin="\n").code
    assert 0 == asking("list").code
    asking.secrets = [OLD]
    assert 0 == asking("vault", "passwd", "--no-keyring").code
    assert {} == keyring.kept
    asking.secrets = []
    assert 3 == asking("list").code


# backup and restore


def test_a_backup_is_one_private_file_of_ciphertext_that_was_opened_and_comes_back(program: Program, tmp_path: Path) -> None:
    golden, path = all_told(program.folder), tmp_path / "backup"
    made = program("vault", "backup", str(path))
    assert (0, "") == (made.code, made.err)
    assert "It was opened and is whole: 2 records." in made.out
    assert 0o600 == path.stat().st_mode & 0o777
    assert ["backup", "data"] == sorted(each.name for each in tmp_path.iterdir())
    for word in (b"sertraline", b"naive", b"SQLite", b"S-first", b"record_opened"):
        assert word not in path.read_bytes()
    again = program("vault", "backup", str(path))
    assert 2 == again.code
    assert "this file exists and was left as it is" in again.err

    vault = Vault.open(program.folder / "vault", KeyFile(program.folder / "key"))
    vault.append(
        "second", [vault.events("first")[5].model_copy(update={"seq": 3})], vault.records()[0].__class__("second", "S", "b", "p", 3, "t")
    )
    vault.append("third", [vault.events("first")[0]], vault.records()[0].__class__("third", "S", "b", "p", 1, "t"))
    vault.close()
    stood = bytes_of(program.folder / "vault")
    back = program("vault", "restore", str(path))
    assert (0, "") == (back.code, back.err)
    assert "Record second was ahead: 1 entry of it are not in the backup." in back.out
    assert "Record third is not in the backup; it had 1 entry." in back.out
    now = all_told(program.folder)
    assert ["first", "second"] == list(now)
    for record, was in golden.items():
        assert was["events"] == now[record]["events"][:-1]
        assert was["research"] == now[record]["research"]
        assert "record_restored" == now[record]["events"][-1]["body"]["type"]
    assert [0, 1] == [now[record]["events"][-1]["body"]["lacks"] for record in ("first", "second")]
    (kept,) = [each for each in program.folder.iterdir() if each.name.startswith("before-")]
    assert {name: content for name, content in stood.items() if "lock" not in name} == bytes_of(kept / "vault")
    other = Program(kept)
    other.unlock = KeyFile(program.folder / "key")
    assert "it keeps 3 records" in other("vault", "status").out


def test_a_backup_comes_back_where_nothing_is_and_where_what_is_there_does_not_open(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "backup"
    assert 0 == program("vault", "backup", str(path)).code
    empty = Program(tmp_path / "empty")
    empty.unlock = KeyFile(program.folder / "key")
    back = empty("vault", "restore", str(path))
    assert (0, "") == (back.code, back.err)
    assert "is kept" not in back.out
    assert "it keeps 2 records" in empty("vault", "status").out
    (program.folder / "vault" / "vault.json").write_bytes(b"{}")
    back = program("vault", "restore", str(path))
    assert 0 == back.code
    assert "it is not known whether it held more than the backup" in back.out
    assert [None, None] == [each["events"][-1]["body"].get("lacks") for each in all_told(program.folder).values()]


def test_a_backup_without_a_passphrase_says_that_it_was_not_opened(asking: Program, tmp_path: Path) -> None:
    asking.secrets = [""]
    made = asking("vault", "backup", str(tmp_path / "copied"))
    assert 0 == made.code
    assert "It was NOT opened: nobody gave the passphrase." in made.out
    asking.secrets = ["wrong"]
    wrong = asking("vault", "backup", str(tmp_path / "checked"))
    assert 3 == wrong.code
    assert ["code", "copied", "data"] == sorted(each.name for each in tmp_path.iterdir())


def test_what_is_no_backup_is_refused_and_nothing_is_changed(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "backup"
    assert 0 == program("vault", "backup", str(path)).code
    whole, before = path.read_bytes(), bytes_of(program.folder)
    newer = whole.replace(b"backup/1", b"backup/2", 1)
    later = whole.replace(b'"format":1', b'"format":2', 1)
    flipped = [whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :] for at in range(0, len(whole), 1499)]
    padding = range(whole.index(b"}]}") + 3, 19 + 4096)
    for content, said in (
        (b"", "is no backup of a vault"),
        (b"\0" * 9000, "is no backup of a vault"),
        (whole[:-1], "is no backup of a vault"),
        (whole + b"\0", "is no backup of a vault"),
        (whole[:19] + b"[" * 4096, "is no backup of a vault"),
        (newer, "newer version"),
        (later, "newer version"),
        *((each, "") for each in flipped),
    ):
        at = next((place for place, (one, two) in enumerate(zip(content, whole, strict=False)) if one != two), len(whole))
        path.write_bytes(content)
        ended = program("vault", "restore", str(path))
        assert ended.code == 3 or at in padding, at
        assert said in ended.err
        assert before == bytes_of(program.folder)
    path.unlink()
    os.mkfifo(path)
    assert 2 == program("vault", "restore", str(path)).code


# bad input, over the command line


@contextlib.contextmanager
def _nothing(_data: Path) -> Iterator[None]:
    yield


def _edited(name: str, change: Callable[[bytes], bytes]) -> Callable[[Path], contextlib.AbstractContextManager[None]]:
    @contextlib.contextmanager
    def edit(data: Path) -> Iterator[None]:
        path = data / "vault" / name
        path.write_bytes(change(path.read_bytes()))
        yield

    return edit


@contextlib.contextmanager
def _older(data: Path) -> Iterator[None]:
    before = (data / "vault" / "vault.db").read_bytes()
    vault = Vault.open(data / "vault", KeyFile(data / "key"))
    vault.append(
        "second", [vault.events("first")[5].model_copy(update={"seq": 3})], vault.records()[0].__class__("second", "S", "b", "p", 3, "t")
    )
    vault.close()
    (data / "vault" / "vault.db").write_bytes(before)
    yield


@contextlib.contextmanager
def _exchanged(data: Path) -> Iterator[None]:
    with switching.alone(data / "vault"):
        yield


@contextlib.contextmanager
def _full(_data: Path) -> Iterator[None]:
    def fail(*_given: Any) -> None:
        raise OSError(errno.ENOSPC, "no space")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files.os, "fsync", fail)
        yield


@contextlib.contextmanager
def _read_only(_data: Path) -> Iterator[None]:
    def refuse(*_given: Any, **_named: Any) -> None:
        raise apsw.ReadOnlyError("attempt to write a readonly database")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "connect", refuse)
        yield


BAD: dict[str, tuple[Callable[[Path], contextlib.AbstractContextManager[None]], tuple[str, ...], str]] = {
    "wrong key": (_nothing, ("list",), "does not open this vault"),
    "damaged header": (
        _edited("vault.json", lambda old: old.replace(b'"kind"', b'"kinc"')),
        ("list",),
        "its header vault.json is damaged.",
    ),
    "header not ours": (_edited("vault.json", lambda old: b"PK\3\4"), ("list",), "is damaged, or is not ours."),
    "forged header": (
        _edited("vault.json", lambda old: old.replace(b'"created": "2026', b'"created": "2025')),
        ("list",),
        "its header is not as it",
    ),
    "damaged page": (
        _edited("vault.db", lambda old: old[:9000] + bytes([old[9000] ^ 1]) + old[9001:]),
        ("case", "first"),
        "is damaged. Run `trd-interview verify`",
    ),
    "not ours": (
        _edited("vault.db", lambda old: b"SQLite format 3\0" + bytes(8176)),
        ("list",),
        "is not this vault's, or its beginning is damaged.",
    ),
    "older than the head": (_older, ("list",), "is older than its heads"),
    "heads missing": (_edited("heads", lambda old: b""), ("list",), "its file heads is missing or damaged"),
    "newer format": (
        _edited("vault.json", lambda old: old.replace(b'"format": 1', b'"format": 9')),
        ("list",),
        "newer version of this program",
    ),
    "busy": (_exchanged, ("list",), "is open in another window or process"),
    "disk full": (_full, ("vault", "rotate"), "is full."),
    "read-only": (_read_only, ("list",), "or its disk is read-only"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_ends_with_3_a_sentence_of_its_own_and_files_untouched(program: Program, name: str) -> None:
    damage, argv, said = BAD[name]
    if name == "wrong key":
        program.unlock = KeyFile(program.folder.parent / "other")
        program.unlock.path.write_text("ab" * 32)
    with damage(program.folder):
        before = bytes_of(program.folder)
        ended: Ended = program(*argv)
        after = bytes_of(program.folder)
    assert 3 == ended.code
    assert said in ended.err
    assert [name] == [other for other, (__, ___, sentence) in BAD.items() if sentence in ended.err]
    assert 2 >= len(ended.err.strip().splitlines())
    assert "Traceback" not in ended.err
    assert "sertraline" not in ended.err
    assert before == after
    assert json.dumps(ended.out.splitlines()[1:]) == "[]"
