"""Numbers that unknown facts leave open: from the lowest they may be to the highest, or open above.

It does sums and comparisons only; it will not guess a middle.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

from trd_core.finding import MET, NOT_MET, UNKNOWN, Verdict


def _sum(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one + other


@dataclass(frozen=True, slots=True)
class Interval:
    """Every number from `low` to `high`, both included; `high` None is open above."""

    low: float
    high: float | None

    def __post_init__(self) -> None:
        if self.high is not None and self.high < self.low:
            raise ValueError(f"an interval from {self.low} cannot end at {self.high}")

    @classmethod
    def exactly(cls, number: float) -> Interval:
        """Return the interval that holds one number."""
        return cls(number, number)

    @property
    def is_closed(self) -> bool:
        """Whether one number only is left."""
        return self.low == self.high

    @property
    def value(self) -> float | None:
        """Return the number where one only is left, else None."""
        return self.low if self.is_closed else None

    @property
    def pair(self) -> tuple[float, float | None]:
        """Return `(low, high)`, as an assessment shows a range."""
        return (self.low, self.high)

    def __add__(self, other: Interval) -> Interval:
        """Return the interval of all sums."""
        return Interval(self.low + other.low, _sum(self.high, other.high))

    def times(self, factor: float) -> Interval:
        """Return the interval multiplied by a factor of 0 or more."""
        if factor < 0:
            raise ValueError("an interval is multiplied by 0 or more")
        high = 0.0 if factor == 0 else None if self.high is None else self.high * factor
        return Interval(self.low * factor, high)

    def hull(self, other: Interval) -> Interval:
        """Return the smallest interval that holds both."""
        high = None if self.high is None or other.high is None else max(self.high, other.high)
        return Interval(min(self.low, other.low), high)

    def at_most(self, ceiling: float) -> Interval:
        """Return the interval with everything above the ceiling brought down to it."""
        return Interval(min(self.low, ceiling), ceiling if self.high is None else min(self.high, ceiling))

    def reaches(self, threshold: float) -> Verdict:
        """Return whether the number is at or above the threshold, as far as is known."""
        if self.low >= threshold:
            return MET
        return NOT_MET if self.high is not None and self.high < threshold else UNKNOWN

    def exceeds(self, threshold: float) -> Verdict:
        """Return whether the number is above the threshold, as far as is known."""
        if self.low > threshold:
            return MET
        return NOT_MET if self.high is not None and self.high <= threshold else UNKNOWN


ZERO = Interval(0, 0)
ANY_AMOUNT = Interval(0, None)
"""An amount of which nothing is known: 0 or more."""


def total(intervals: Iterable[Interval]) -> Interval:
    """Return the interval of all sums; of none, exactly 0."""
    return reduce(Interval.__add__, intervals, ZERO)
