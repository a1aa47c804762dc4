"""A new file is whole or not there, its owner's only, never through a link, never over a file unasked."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from interview.export import write
from interview.export.write import ExportFault, write_new


def everything(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


def fails_with(code: int) -> Callable[..., Any]:
    def fail(*_: object, **__: object) -> Any:
        raise OSError(code, os.strerror(code))

    return fail


def test_a_new_file_holds_the_bytes_and_belongs_to_its_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_new(tmp_path / "a.json", b"x" * 100_000)
    finally:
        os.umask(before)
    assert {"a.json": b"x" * 100_000} == everything(tmp_path)
    assert 0o600 == stat.S_IMODE((tmp_path / "a.json").stat().st_mode)


def test_a_file_that_exists_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(ExportFault, match="exists and was left as it is") as fault:
        write_new(tmp_path / "a", b"new")
    assert "exists" == fault.value.kind
    assert {"a": b"old"} == everything(tmp_path)


def test_force_replaces_a_file_and_its_rights(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "a").chmod(0o644)
    write_new(tmp_path / "a", b"new", force=True)
    assert {"a": b"new"} == everything(tmp_path)
    assert 0o600 == stat.S_IMODE((tmp_path / "a").stat().st_mode)


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("target", ["there", "nowhere"])
def test_a_symbolic_link_is_never_followed(tmp_path: Path, target: str, force: bool) -> None:
    (tmp_path / "there").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / target)
    with pytest.raises(ExportFault) as fault:
        write_new(tmp_path / "link", b"new", force=force)
    assert "symlink" == fault.value.kind
    assert b"old" == (tmp_path / "there").read_bytes()
    assert not (tmp_path / "nowhere").exists()
    assert (tmp_path / "link").is_symlink()


def test_a_folder_or_a_pipe_is_no_file_to_write(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for name in ("folder", "pipe"):
        with pytest.raises(ExportFault) as fault:
            write_new(tmp_path / name, b"new", force=True)
        assert "not_a_file" == fault.value.kind


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportFault, match="its folder is not there") as fault:
        write_new(tmp_path / "no" / "a", b"new")
    assert "no_folder" == fault.value.kind


@pytest.mark.parametrize(("kind", "code"), [("full", errno.ENOSPC), ("full", errno.EDQUOT), ("io", errno.EIO)])
@pytest.mark.parametrize("call", ["write", "fsync"])
def test_a_full_or_failing_disk_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, kind: str, code: int
) -> None:
    monkeypatch.setattr(write.os, call, fails_with(code))
    with pytest.raises(ExportFault) as fault:
        write_new(tmp_path / "a", b"new")
    assert kind == fault.value.kind
    assert "not written" in str(fault.value)
    assert {} == everything(tmp_path)


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_a_failing_disk_leaves_the_old_file_when_forced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    (tmp_path / "a").write_bytes(b"old")
    monkeypatch.setattr(write.os, call, fails_with(errno.ENOSPC))
    with pytest.raises(ExportFault):
        write_new(tmp_path / "a", b"new", force=True)
    assert {"a": b"old"} == everything(tmp_path)


def test_short_writes_are_carried_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(write.os, "write", lambda descriptor, view: real(descriptor, view[:7]))
    write_new(tmp_path / "a", bytes(range(100)))
    assert {"a": bytes(range(100))} == everything(tmp_path)


def test_a_file_that_appears_meanwhile_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync

    def someone_else_writes(descriptor: int) -> None:
        (tmp_path / "a").write_bytes(b"theirs")
        real(descriptor)

    monkeypatch.setattr(write.os, "fsync", someone_else_writes)
    with pytest.raises(ExportFault) as fault:
        write_new(tmp_path / "a", b"ours")
    assert "exists" == fault.value.kind
    assert {"a": b"theirs"} == everything(tmp_path)


def test_a_file_system_without_hard_links_is_written_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write.os, "link", fails_with(errno.EPERM))
    write_new(tmp_path / "a", b"new")
    assert {"a": b"new"} == everything(tmp_path)
    assert 0o600 == stat.S_IMODE((tmp_path / "a").stat().st_mode)


def test_without_hard_links_a_full_disk_still_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, writes = os.write, iter((True, False))
    monkeypatch.setattr(write.os, "link", fails_with(errno.EPERM))
    monkeypatch.setattr(write.os, "write", lambda descriptor, view: real(descriptor, view) if next(writes) else fails_with(errno.ENOSPC)())
    with pytest.raises(ExportFault):
        write_new(tmp_path / "a", b"new")
    assert {} == everything(tmp_path)


def test_a_folder_that_may_not_be_written_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write.os, "open", fails_with(errno.EACCES))
    with pytest.raises(ExportFault, match="not allowed") as fault:
        write_new(tmp_path / "a", b"new")
    assert "denied" == fault.value.kind
