"""A cohort on this machine: one line after another, in the order of the file, in memory that does not grow with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from interview.cohort.lines import numbered_lines
from interview.cohort.output import CohortRefused, cohort_files
from interview.cohort.scoring import BadLine, Scoring
from interview.language import _


@dataclass(frozen=True, slots=True)
class Counted:
    """How many lines were scored, and how many held no case."""

    scored: int
    bad: int


class LineCrashed(Exception):
    """The program failed on a line, by its number; the fault itself is the cause."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def score_cohort(source: BinaryIO, name: str, out: Path, scoring: Scoring, *, force: bool = False) -> Counted:
    """Score every line of the source into `out`, and name bad lines beside it.

    Raises `CohortRefused` where a file cannot be read or written, `LineCrashed` where the program failed; then neither file has its name.
    """
    scored = bad = 0
    with cohort_files(out, force) as (assessments, refused):
        try:
            for number, raw in numbered_lines(source):
                result = _scored(scoring, number, raw)
                if isinstance(result, BadLine):
                    refused.line(result.json())
                    bad += 1
                else:
                    assessments.line(result)
                    scored += 1
        except OSError as fault:
            raise CohortRefused(
                _("{name}: could not be read to its end ({strerror}); try again.").format(
                    name=name, strerror=fault.strerror or _("input/output error")
                )
            ) from None
    return Counted(scored, bad)


def _scored(scoring: Scoring, number: int, raw: bytes | None) -> bytes | BadLine:
    try:
        return scoring.scored(number, raw)
    except Exception as fault:
        raise LineCrashed(number) from fault
