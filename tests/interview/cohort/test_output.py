"""A cohort's files get their names whole or never; what was there stays unless it is asked to go."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from interview.cohort.output import CohortRefused, cohort_files, errors_beside

FULL = OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out.ndjson"


def write(out: Path, *, bad: bool = False, force: bool = False) -> None:
    with cohort_files(out, force) as (assessments, refused):
        assessments.line(b"one")
        if bad:
            refused.line(b"two")


def interrupted(out: Path, fault: BaseException, *, force: bool = False) -> None:
    with cohort_files(out, force) as (assessments, refused):
        assessments.line(b"one")
        refused.line(b"two")
        raise fault


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_errors_stand_beside_the_assessments() -> None:
    assert Path("a/out.errors.ndjson") == errors_beside(Path("a/out.ndjson"))
    assert Path("a.b.errors.ndjson") == errors_beside(Path("a.b.ndjson"))


def test_files_are_private_and_whole_and_errors_exist_only_where_there_are_some(out: Path) -> None:
    before = os.umask(0)
    try:
        write(out)
        write(out.with_name("other.ndjson"), bad=True)
    finally:
        os.umask(before)
    assert ["other.errors.ndjson", "other.ndjson", "out.ndjson"] == names(out.parent)
    assert (b"one\n", b"two\n") == (out.read_bytes(), out.with_name("other.errors.ndjson").read_bytes())
    assert {0o600} == {stat.S_IMODE(each.stat().st_mode) for each in out.parent.iterdir()}


def test_while_it_is_written_nothing_has_its_name(out: Path) -> None:
    with cohort_files(out, False) as (assessments, refused):
        assessments.line(b"one")
        refused.line(b"two")
        assert not out.exists()
        assert not errors_beside(out).exists()


def test_a_cohort_without_a_case_is_an_empty_file(out: Path) -> None:
    with cohort_files(out, False):
        pass
    assert (["out.ndjson"], b"") == (names(out.parent), out.read_bytes())


@pytest.mark.parametrize("fault", [KeyboardInterrupt(), SystemExit(3), RuntimeError("x"), CohortRefused("x")])
def test_an_interrupted_run_leaves_nothing(out: Path, fault: BaseException) -> None:
    with pytest.raises(type(fault)):
        interrupted(out, fault)
    assert [] == names(out.parent)


def test_an_interrupted_run_leaves_what_was_there_even_with_force(out: Path) -> None:
    out.write_bytes(b"old\n")
    errors_beside(out).write_bytes(b"old errors\n")
    with pytest.raises(KeyboardInterrupt):
        interrupted(out, KeyboardInterrupt(), force=True)
    assert (b"old\n", b"old errors\n") == (out.read_bytes(), errors_beside(out).read_bytes())
    assert ["out.errors.ndjson", "out.ndjson"] == names(out.parent)


@pytest.mark.parametrize("there", ["out.ndjson", "out.errors.ndjson"])
def test_what_is_there_is_refused_and_kept(out: Path, there: str) -> None:
    (out.parent / there).write_bytes(b"old\n")
    with pytest.raises(CohortRefused, match=rf"{there}: this file exists and was left as it is; name another, or use --force"):
        write(out, bad=True)
    assert [there] == names(out.parent)
    assert b"old\n" == (out.parent / there).read_bytes()


@pytest.mark.parametrize(("bad", "left"), [(True, b"two\n"), (False, None)])
def test_with_force_both_speak_of_this_run(out: Path, bad: bool, left: bytes | None) -> None:
    """Errors of an earlier run would speak of other lines."""
    out.write_bytes(b"old\n")
    errors_beside(out).write_bytes(b"old errors\n")
    write(out, bad=bad, force=True)
    assert b"one\n" == out.read_bytes()
    assert left == (errors_beside(out).read_bytes() if errors_beside(out).exists() else None)


@pytest.mark.parametrize("force", [False, True])
def test_a_link_or_a_folder_in_the_place_is_refused(out: Path, force: bool) -> None:
    target = out.with_name("target")
    out.symlink_to(target)
    with pytest.raises(CohortRefused, match="a symbolic link stands there"):
        write(out, force=force)
    out.unlink()
    out.mkdir()
    with pytest.raises(CohortRefused, match="no regular file"):
        write(out, force=force)
    assert not target.exists()


def test_a_file_that_came_meanwhile_is_kept_and_this_run_leaves_no_errors_behind(out: Path) -> None:
    drafts = cohort_files(out, False)
    assessments, refused = drafts.__enter__()
    assessments.line(b"one")
    refused.line(b"two")
    out.write_bytes(b"theirs\n")
    with pytest.raises(CohortRefused, match="this file exists"):
        drafts.__exit__(None, None, None)
    assert ["out.ndjson"] == names(out.parent)
    assert b"theirs\n" == out.read_bytes()


def test_without_hard_links_a_file_still_gets_its_name_whole(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", none)
    write(out, bad=True)
    assert ["out.errors.ndjson", "out.ndjson"] == names(out.parent)
    with pytest.raises(CohortRefused, match="this file exists"):
        write(out)


@pytest.mark.parametrize("call", ["fsync", "link", "open"])
def test_a_full_disk_is_told_and_nothing_is_left(out: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    def full(*_: object, **__: object) -> None:
        raise FULL

    monkeypatch.setattr(os, call, full)
    with pytest.raises(CohortRefused, match=r"out(\.errors)?\.ndjson: not written, the disk is full; make room"):
        write(out, bad=True)
    monkeypatch.undo()
    assert [] == names(out.parent)


@pytest.mark.parametrize("folder", ["none", "file"])
def test_without_its_folder_it_is_refused(out: Path, folder: str) -> None:
    out.with_name("file").write_bytes(b"")
    with pytest.raises(CohortRefused, match="its folder is not there"):
        write(out.parent / folder / "out.ndjson")
    assert ["file"] == names(out.parent)
