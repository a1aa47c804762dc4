"""What one shard became: a file of assessments and a file of bad lines. Each gets its name when it is whole, and may be made again.

What goes wrong comes back as a value, never as a fault with its message: that could hold what a case says.
"""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

from interview.cohort.blocks import LineCrashed, blocks, score_block
from interview.cohort.output import CohortRefused
from interview.cohort.scoring import Scoring
from interview.cohort.shards import FileChanged, Shard
from interview.cohort.workers import Settle
from interview.durable import FULL, OWNER_ONLY
from interview.language import current, use

ASSESSMENTS, BAD = "assessments", "bad"


@dataclass(frozen=True, slots=True)
class Part:
    """A shard that was scored: how many lines of each sort, and how long its two files are."""

    scored: int
    bad_lines: int
    assessment_bytes: int
    bad_bytes: int


@dataclass(frozen=True, slots=True)
class PartFailed:
    """A shard that was not scored: what went wrong; a line's number, or the system's own words."""

    what: Literal["read", "write", "full", "changed", "crashed", "refused"]
    line: int = 0
    said: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """What a worker needs to know beside the shard."""

    folder: str
    """Where parts go."""
    scoring: Scoring
    language: str
    settle: Settle | None = None


def count_lines(shard: Shard) -> int | PartFailed:
    """Return how many lines begin in a shard. A worker's work: nothing is raised."""
    try:
        return shard.count()
    except FileChanged:
        return PartFailed("changed")
    except CohortRefused as refused:
        return PartFailed("refused", said=str(refused))
    except OSError as fault:
        return PartFailed("read", said=_said(fault))


def score_shard(order: Order, number: int, shard: Shard) -> Part | PartFailed:
    """Score a shard into its two files. A worker's work: nothing is raised."""
    if order.settle is not None:
        order.settle()
    if order.language != current():
        use(order.language)
    try:
        return _scored(order, number, shard)
    except LineCrashed as crashed:
        return PartFailed("crashed", line=crashed.line)
    except FileChanged:
        return PartFailed("changed")
    except CohortRefused as refused:
        return PartFailed("refused", said=str(refused))
    except _NotWritten as fault:
        return PartFailed("full" if fault.errno in FULL else "write", said=_said(fault))
    except OSError as fault:
        return PartFailed("read", said=_said(fault))


def part_path(folder: Path, number: int, sort: str) -> Path:
    """Return where a shard's file of this sort stands."""
    return folder / f"{number:08d}.{sort}"


class _NotWritten(OSError):
    """A part could not be written."""


def _scored(order: Order, number: int, shard: Shard) -> Part:
    folder = Path(order.folder)
    scored = bad_lines = 0
    with _made(folder, number, ASSESSMENTS) as assessments, _made(folder, number, BAD) as bad:
        for block in blocks(shard.lines()):
            result = score_block(order.scoring, block)
            with _written():
                assessments.write(result.assessments)
                bad.write(result.bad)
            scored, bad_lines = scored + result.scored, bad_lines + result.bad_lines
        return Part(scored, bad_lines, assessments.tell(), bad.tell())


@contextlib.contextmanager
def _made(folder: Path, number: int, sort: str) -> Iterator[BinaryIO]:
    """Hand out a file that nobody else writes, and give it its name when it is whole; what is joined of it is made durable then."""
    attempt = folder / f"{number:08d}.{sort}.{secrets.token_hex(8)}"
    with _written():
        file = os.fdopen(os.open(attempt, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY), "wb")
    try:
        with file:
            yield file
            with _written():
                file.flush()
        with _written():
            os.replace(attempt, part_path(folder, number, sort))
    except BaseException:
        with contextlib.suppress(OSError):
            attempt.unlink()
        raise


@contextlib.contextmanager
def _written() -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise _NotWritten(fault.errno, fault.strerror) from None


def _said(fault: OSError) -> str:
    return fault.strerror or ""
