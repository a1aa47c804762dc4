"""Scoring under which the process ends, or the program fails, at a line: what workers of a cohort have to live with."""

from __future__ import annotations

import contextlib
import os
import signal
from dataclasses import dataclass
from pathlib import Path

from interview.cohort.scoring import BadLine, Scoring


@dataclass(frozen=True, slots=True)
class Killing(Scoring):
    """Kills its own process in the middle of a block: so often, counted by files in a folder."""

    at: int = 1
    marks: str = ""
    times: int = 1
    spared: int = 0
    """A process that is not killed: the test's own."""

    def scored(self, line: int, raw: bytes | None) -> bytes | BadLine:
        if line == self.at and os.getpid() != self.spared and len(os.listdir(self.marks)) < self.times:
            Path(self.marks, str(os.getpid())).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return Scoring.scored(self, line, raw) if self.is_real else raw or b""

    @property
    def is_real(self) -> bool:
        """Whether lines are assessed where nobody is killed any more; else they come back as they are, which is quick."""
        return self.times < 9


@dataclass(frozen=True, slots=True)
class Crashing(Scoring):
    """Fails from a line on, with what nobody may read."""

    at: int = 1

    def scored(self, line: int, raw: bytes | None) -> bytes | BadLine:
        if line >= self.at:
            raise RuntimeError("CANARY")
        return raw or b""


@dataclass(frozen=True, slots=True)
class KillingOther(Scoring):
    """Kills another process at a line."""

    at: int = 1
    other: int = 0

    def scored(self, line: int, raw: bytes | None) -> bytes | BadLine:
        if line == self.at:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.other, signal.SIGKILL)
        return raw or b""
