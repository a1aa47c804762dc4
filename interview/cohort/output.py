"""A cohort's two files: assessments, and bad lines. Each gets its name when it is whole, or never.

They are written beside their names, readable by their owner only, never through a link, never over a file unasked.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from interview.durable import FULL, NO_LINKS, OWNER_ONLY, settle
from interview.language import _

SUFFIX: Final = ".ndjson"
PARQUET: Final = ".parquet"
BUFFER: Final = 1_048_576
"""Bytes that wait to be written together."""


class CohortRefused(Exception):
    """A cohort's file cannot be read or written: where, what, what to do. Nothing has its final name."""


def errors_beside(out: Path) -> Path:
    """Return where bad lines go: `out.ndjson` and `out.parquet` have `out.errors.ndjson`."""
    return out.with_name(f"{out.name.removesuffix(SUFFIX).removesuffix(PARQUET)}.errors{SUFFIX}")


class Draft:
    """A file on its way: made at the first line, or when it is placed."""

    def __init__(self, path: Path, force: bool) -> None:
        self.path, self._force = path, force
        self._part = path.with_name(f".{secrets.token_hex(8)}.part")
        self._file: BinaryIO | None = None
        self._refuse_what_is_there()

    def line(self, content: bytes) -> None:
        """Add a line. Raises `CohortRefused` where it cannot be written."""
        self.write(content + b"\n")

    def write(self, content: bytes) -> None:
        """Add bytes as they are. Raises `CohortRefused` where they cannot be written."""
        with self._named():
            self._opened().write(content)

    def finish(self) -> None:
        """Make everything durable, still beside its name."""
        with self._named():
            file = self._opened()
            file.flush()
            os.fsync(file.fileno())
            file.close()

    def place(self) -> None:
        """Give the finished file its name."""
        with self._named():
            if self._force:
                os.replace(self._part, self.path)
                return
            try:
                os.link(self._part, self.path, follow_symlinks=False)
            except OSError as fault:
                if fault.errno not in NO_LINKS:
                    raise
                self._refuse_what_is_there()
                os.rename(self._part, self.path)  # whole at once; making the name first would show an empty file for a moment

    def discard(self) -> None:
        """Take away what has no name yet."""
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.close()
            with contextlib.suppress(OSError):
                self._part.unlink()

    @property
    def is_begun(self) -> bool:
        """Whether anything was written."""
        return self._file is not None

    def take_back(self) -> None:
        """Take away what stands under the name: this run's own, or with `force` an earlier run's, which would speak of other lines."""
        if self._force or self.is_begun:
            with self._named(), contextlib.suppress(FileNotFoundError):
                self.path.unlink()

    def _opened(self) -> BinaryIO:
        if self._file is None:
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
            self._file = os.fdopen(os.open(self._part, flags, OWNER_ONLY), "wb", BUFFER)
            os.chmod(self._part, OWNER_ONLY)
        return self._file

    def _refuse_what_is_there(self) -> None:
        with self._named():
            try:
                mode = os.lstat(self.path).st_mode
            except FileNotFoundError:
                return
            if stat.S_ISLNK(mode):
                raise CohortRefused(
                    _("{path}: a symbolic link stands there, and links are not followed; name another file.").format(path=self.path)
                )
            if not stat.S_ISREG(mode):
                raise CohortRefused(_("{path}: something that is no regular file stands there; name a new file.").format(path=self.path))
            if not self._force:
                raise self._exists()

    def _exists(self) -> CohortRefused:
        return CohortRefused(
            _("{path}: this file exists and was left as it is; name another, or use --force to replace it.").format(path=self.path)
        )

    @contextlib.contextmanager
    def _named(self) -> Iterator[None]:
        try:
            yield
        except FileExistsError:
            raise self._exists() from None
        except (FileNotFoundError, NotADirectoryError):
            raise CohortRefused(
                _("{path}: not written, its folder is not there; make the folder or name another.").format(path=self.path)
            ) from None
        except OSError as fault:
            if fault.errno in FULL:
                raise CohortRefused(_("{path}: not written, the disk is full; make room and score again.").format(path=self.path)) from None
            why = fault.strerror or _("input/output error")
            raise CohortRefused(
                _("{path}: not written ({why}); name a place where you may write, and score again.").format(path=self.path, why=why)
            ) from None


@contextlib.contextmanager
def cohort_files(out: Path, force: bool) -> Iterator[tuple[Draft, Draft]]:
    """Hand out the drafts of assessments and of bad lines, and place both at the end; on any fault, neither. Raises `CohortRefused`."""
    assessments, bad = Draft(out, force), Draft(errors_beside(out), force)
    try:
        yield assessments, bad
        assessments.finish()
        if bad.is_begun:
            bad.finish()
        _place_both(assessments, bad)
        settle(out.parent)
    finally:
        assessments.discard()
        bad.discard()


def _place_both(assessments: Draft, bad: Draft) -> None:
    """Bad lines first: where assessments stand under their name, what is missing from them is told beside them."""
    if not bad.is_begun:
        assessments.place()
        bad.take_back()
        return
    bad.place()
    try:
        assessments.place()
    except BaseException:
        bad.take_back()
        raise
