"""Blocks: a few lines of a cohort that are scored together, in one process, and written together. Their order is the file's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from interview.cohort.scoring import BadLine, Scoring

Line = tuple[int, bytes | None]
"""A line's number and what it holds; None is too long to hold."""
Block = tuple[Line, ...]

MOST_LINES: Final = 32
MOST_BYTES: Final = 262_144
"""A block ends with the line that brings it to so many."""


@dataclass(frozen=True, slots=True)
class ScoredBlock:
    """What a block became: assessments and bad lines as they are written, and how many of each."""

    assessments: bytes
    bad: bytes
    scored: int
    bad_lines: int


class LineCrashed(Exception):
    """The program failed on a line, by its number; the fault itself is the cause."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def blocks(lines: Iterable[Line], most_lines: int = MOST_LINES) -> Iterator[Block]:
    """Yield the lines in blocks, none empty."""
    block: list[Line] = []
    held = 0
    for line in lines:
        block.append(line)
        held += len(line[1] or b"")
        if len(block) == most_lines or held >= MOST_BYTES:
            yield tuple(block)
            block, held = [], 0
    if block:
        yield tuple(block)


def score_block(scoring: Scoring, block: Block) -> ScoredBlock:
    """Score every line of a block. Raises `LineCrashed` where the program failed."""
    assessments: list[bytes] = []
    bad: list[bytes] = []
    for number, raw in block:
        try:
            result = scoring.scored(number, raw)
        except Exception as fault:
            raise LineCrashed(number) from fault
        if isinstance(result, BadLine):
            bad.append(result.json() + b"\n")
        else:
            assessments.append(result)
    return ScoredBlock(_written(scoring, assessments), b"".join(bad), len(assessments), len(bad))


def _written(scoring: Scoring, assessments: list[bytes]) -> bytes:
    if not scoring.columns:
        return b"".join(line + b"\n" for line in assessments)
    from interview.cohort.columns import stream

    return stream(assessments) if assessments else b""
