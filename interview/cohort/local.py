"""A cohort on this machine: in the order of the file, by several processes, in memory that does not grow with it."""

from __future__ import annotations

import contextlib
import itertools
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from interview.cohort.assessments import Assessments, assessments_into
from interview.cohort.blocks import Block, Line, LineCrashed, ScoredBlock, blocks, score_block
from interview.cohort.lines import numbered_lines
from interview.cohort.output import CohortRefused, Draft, cohort_files
from interview.cohort.progress import Progress
from interview.cohort.scoring import Scoring
from interview.cohort.tables import numbered_rows
from interview.cohort.workers import Settle, scored_in_order
from interview.language import _

__all__ = ["Counted", "LineCrashed", "Processes", "score_cohort"]


@dataclass(frozen=True, slots=True)
class Counted:
    """How many lines were scored, and how many held no case."""

    scored: int
    bad: int


@dataclass(frozen=True, slots=True)
class Processes:
    """By how many processes a cohort is scored, and what a fresh one does first. A cohort of one block is scored in this one."""

    jobs: int = 1
    settle: Settle | None = None


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def score_cohort(
    source: BinaryIO,
    name: str,
    out: Path,
    scoring: Scoring,
    *,
    force: bool = False,
    is_table: bool = False,
    processes: Processes | None = None,
    progress: Progress | None = None,
) -> Counted:
    """Score every line (or row, of a Parquet table) of the source into `out`, and name bad lines beside it.

    Raises `CohortRefused` where a file cannot be read or written, `LineCrashed` where the program failed; then neither file has its name.
    """
    with cohort_files(out, force) as (draft, refused):
        assessments = assessments_into(draft)
        lines = numbered_rows(source, name) if is_table else numbered_lines(source)
        counted = _written(_scored(_read(lines, name), scoring, processes or Processes()), assessments, refused, source, progress)
        assessments.finish()
    return counted


def _written(
    scored: Iterator[ScoredBlock], assessments: Assessments, refused: Draft, source: BinaryIO, progress: Progress | None
) -> Counted:
    good = bad = 0
    size = _size(source)
    for block in scored:
        assessments.add(block.assessments)
        if block.bad:
            refused.write(block.bad)
        good, bad = good + block.scored, bad + block.bad_lines
        if progress is not None:
            progress.at(good + bad, source.tell() / size if size else None)
    return Counted(good, bad)


def _size(source: BinaryIO) -> int:
    """Return how long an ordinary file is, 0 for a pipe and what else has no end yet."""
    with contextlib.suppress(OSError):
        about = os.fstat(source.fileno())
        return about.st_size if stat.S_ISREG(about.st_mode) else 0
    return 0


def _scored(lines: Iterator[Line], scoring: Scoring, processes: Processes) -> Iterator[ScoredBlock]:
    """Yield what the lines became; line by line in this process, where there is no other or one block is all."""
    if processes.jobs > 1:
        coming = blocks(lines)
        begun = list(itertools.islice(coming, 2))
        if len(begun) == 2:
            yield from scored_in_order(itertools.chain(begun, coming), scoring, processes.jobs, processes.settle)
            return
        lines = itertools.chain.from_iterable(begun)
    here: Iterator[Block] = blocks(lines) if scoring.columns else ((line,) for line in lines)
    for block in here:
        yield score_block(scoring, block)


def _read(lines: Iterator[Line], name: str) -> Iterator[Line]:
    try:
        yield from lines
    except OSError as fault:
        raise CohortRefused(
            _("{name}: could not be read to its end ({strerror}); try again.").format(
                name=name, strerror=fault.strerror or _("input/output error")
            )
        ) from None
