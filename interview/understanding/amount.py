"""`Amount`: one value or range, with or without a unit; `Amounts`: all that was found in an answer."""

from __future__ import annotations

from dataclasses import dataclass, replace

from interview.understanding.tokens import Token


@dataclass(frozen=True, slots=True)
class Amount:
    """A value or a range, in base units if a unit was said (`sized`), else bare."""

    low: float | None
    high: float | None
    sized: bool
    approximate: bool = False
    smallest: float = 0.0
    """Size of the smallest unit said."""
    start: int = 0
    end: int = 0

    @property
    def single(self) -> float | None:
        """The value, if it is one."""
        return self.low if self.low == self.high else None

    def times(self, factor: float) -> Amount:
        """Return the amount with both ends multiplied."""
        return replace(self, low=None if self.low is None else self.low * factor, high=None if self.high is None else self.high * factor)


@dataclass(frozen=True, slots=True)
class Amounts:
    """What was found in one answer."""

    found: tuple[Amount, ...]
    rest: tuple[Token, ...]
    """Tokens that are no part of an amount, without signs, hedges and the like."""
    hedged: bool
    approximate: bool
