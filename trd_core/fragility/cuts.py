"""Where a number begins to matter: the thresholds that any rule reads, taken from the parameters, and a number just across each.

Two numbers with no threshold between them are one to every rule, so that one stands for all. It knows no rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from math import isinf
from typing import NamedTuple

from trd_core.catalogue import number, points


class Cut(NamedTuple):
    """A threshold."""

    at: float
    above: bool = False
    """Whether the upper side begins just above it; else the number itself belongs to the upper side."""

    def is_passed(self, amount: float) -> bool:
        """Whether the number lies on the upper side."""
        return amount > self.at if self.above else amount >= self.at


Cuts = tuple[Cut, ...]


def cell(amount: float, cuts: Cuts) -> int:
    """Return between which thresholds a number lies: how many it has passed."""
    return sum(cut.is_passed(amount) for cut in cuts)


def in_order(cuts: Iterable[Cut]) -> Cuts:
    """Return the thresholds, each once, from the lowest."""
    return tuple(sorted(set(cuts)))


@cache
def at_least(*parameters: str) -> Cuts:
    """Return the thresholds of parameters that are reached from the number on."""
    return in_order(Cut(number(parameter)) for parameter in parameters)


@cache
def _steps(parameter: str) -> Cuts:
    """Thresholds of a table of points up to so many."""
    return in_order(Cut(float(step), above=True) for step in points(parameter) if not isinf(float(step)))


@cache
def thresholds() -> dict[str, Cuts]:
    """Return the thresholds of each number by its name; a dose has those of its drug."""
    no_change = number("no_change_rating")
    return {
        "weeks": at_least("staging_weeks", "refractoriness_drug_weeks", "refractoriness_therapy_weeks", "therapy_weeks"),
        "sessions": at_least("psychotherapy_sessions", "ect_sessions"),
        "adherence_percent": at_least("adherence_percent"),
        "drug_free_weeks_before": in_order(Cut(weeks) for weeks in points("drug_free_weeks").values()),
        "episode.duration_months": in_order((*at_least("chronic_months"), *_steps("maudsley_duration"), *_steps("dutch_duration"))),
        "kellner": in_order(
            (
                *at_least("best_partial_rating", "gate_rating", "no_change_rating"),
                Cut(number("worst_full_rating"), above=True),
                Cut(no_change, above=True),
            )
        ),
    }


def _in_cell(place: int, own: int, cuts: Cuts, step: float, low: float) -> float:
    """A number in a cell, as near as may be to the side of one's own."""
    under = cuts[place - 1] if place else None
    over = cuts[place] if place < len(cuts) else None
    if under is not None and (place > own or over is None):
        near = under.at + step if under.above else under.at
    elif over is not None:
        near = over.at if over.above else over.at - step
    else:
        near = low
    if cell(near, cuts) == place and near >= low:
        return near
    begins, ends = low if under is None else under.at, near if over is None else over.at
    return (begins + ends) / 2


def across(amount: float, cuts: Cuts, step: float, low: float, high: float | None) -> Iterator[float]:
    """Return one number of every other cell, the nearest cells first; none where the cell lies outside what is allowed."""
    own = cell(amount, cuts)
    for place in sorted(range(len(cuts) + 1), key=lambda each: (abs(each - own), each)):
        near = _in_cell(place, own, cuts, step, low)
        if place != own and cell(near, cuts) == place and near >= low and (high is None or near <= high):
            yield near
