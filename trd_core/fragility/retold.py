"""Treatments that were read already: with verdicts and no reasons, and as a history that reads nothing anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from trd_core.finding import ALWAYS, NEVER, UNKNOWN, Judged
from trd_core.history import History
from trd_core.pseudo_resistance import misdiagnosis
from trd_core.trial_reading import TrialReading

OPEN: Final = Judged(UNKNOWN)


@dataclass(frozen=True)
class Retold(History):
    """A history of treatments that have been read already, and perhaps of a diagnosis that was judged already."""

    told: tuple[TrialReading, ...]
    diagnosis: Judged | None = None

    @cached_property
    def readings(self) -> tuple[TrialReading, ...]:
        """The treatments as they were read."""
        return self.told

    @cached_property
    def misdiagnosed(self) -> Judged:
        """Whether another diagnosis is the better one."""
        return misdiagnosis(self.case) if self.diagnosis is None else self.diagnosis


class PlainReading(TrialReading):
    """A treatment read for the verdicts alone: no reasons are gathered, and nothing else differs."""

    def fact(self, name: str, accept: Callable[[Any], bool]) -> Judged:
        """Return whether one of its facts is accepted."""
        value = getattr(self.trial, name)
        return OPEN if value is None else ALWAYS if accept(value) else NEVER
