"""How many different drugs failed: each counts once, and one without a name may be the same as another.

The lowest number merges whatever may be one drug; the highest tells apart whatever may be two. No counting by guess.
"""

from __future__ import annotations

from collections.abc import Iterable

from trd_core.interval import Interval
from trd_core.staging.failures import Counted
from trd_core.trial_reading import certainly, possibly


def _fewest(certain: list[Counted]) -> int:
    """The fewest drugs that the trials which count for certain can be.

    A drug without a name joins a named one of its class, or of a class not known (one class each); else it is a further
    drug, shared by all of its class.
    """
    classes: dict[str, str | None] = {}
    for reading, _ in certain:
        if reading.name is not None:
            classes[reading.name] = reading.drug_class
    unnamed = [reading.drug_class for reading, _ in certain if reading.name is None]
    stated = {reading.drug_class for reading, _ in certain if reading.name is not None}
    left_over = {each for each in unnamed if each is not None} - stated
    joinable = sum(1 for each in classes.values() if each is None)
    further = max(0, len(left_over) - joinable)
    if unnamed and not classes and not left_over:
        further = 1
    return len(classes) + further


def distinct_drugs(counted: Iterable[Counted], *, is_complete: bool) -> Interval:
    """Return between what the number of different drugs lies; open above where the list is not finished."""
    possible = [each for each in counted if possibly(each.judged)]
    certain = [each for each in possible if certainly(each.judged)]
    names = {each.reading.name for each in possible if each.reading.name is not None}
    unnamed = sum(1 for each in possible if each.reading.name is None)
    return Interval(_fewest(certain), len(names) + unnamed if is_complete else None)
