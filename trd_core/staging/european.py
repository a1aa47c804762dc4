"""The European method: no failure, A, TRD1 to TRD5 by the number of failed trials, CRD after a year with an augmentation.

A failed course of ECT is one trial and one class. Failures of one class alone stay A, however many and however long.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from trd_core.case import Case
from trd_core.catalogue import number
from trd_core.facts import amount
from trd_core.finding import MET, NOT_MET, UNKNOWN, Verdict
from trd_core.interval import ANY_AMOUNT, Interval, total
from trd_core.staging.classes import NOTHING, ClassState, Effect, Step, possible_states, ways
from trd_core.staging.failures import Counted, Failures
from trd_core.trial_reading import certainly

CATEGORIES: Final = ("none", "A", "TRD1", "TRD2", "TRD3", "TRD4", "TRD5", "CRD")
CRD: Final = len(CATEGORIES) - 1
_ECT: Final = Effect(ect_class=True, trials=1)


@dataclass(frozen=True, slots=True)
class Category:
    """From the lowest to the highest category that is possible, as places in `CATEGORIES`."""

    low: int
    high: int
    alternatives: tuple[int | None, ...]
    """Beside CRD for certain: the levels that may stand as the alternative, lowest first; None: it may not stand."""


def _drug_ways(counted: Counted, augmented: Counted) -> tuple[Effect, ...]:
    """A trial that counts belongs to the scope, so that what was added in it was added in the scope, too."""
    added = augmented.judged.verdict
    certainly_added = bool(augmented.reading.trial.augmentations)
    options: list[tuple[Verdict, bool]] = []
    if added != NOT_MET:
        options.append((counted.judged.verdict, True))
    if added != MET:
        options.append((NOT_MET if certainly_added and counted.judged.verdict != MET else counted.judged.verdict, False))
    effects: dict[Effect, None] = {}
    for verdict, has_added in options:
        if verdict != MET:
            effects[Effect(augmented=True) if has_added else NOTHING] = None
        if verdict != NOT_MET:
            effects[Effect(drug=True, trials=1, augmented=has_added)] = None
    return tuple(effects)


def states_of(failed: Failures) -> set[ClassState]:
    """Return every combination of trials, classes and augmentation that the known facts allow."""
    steps = {
        each.reading.trial.id: Step(each.reading, _drug_ways(each, augmented))
        for each, augmented in zip(failed.drugs, failed.augmented, strict=True)
    }
    for each in failed.ects:
        earlier = steps.get(each.reading.trial.id, Step(each.reading, ()))
        steps[each.reading.trial.id] = Step(each.reading, tuple(dict.fromkeys((*earlier.effects, *ways(each, _ECT)))))
    return possible_states(steps.values(), most_trials=int(number("european_highest_level")) + 1)


def level(state: ClassState) -> int:
    """Return the category by number alone."""
    if state.number < number("two_classes"):
        return min(state.trials, 1)
    return CATEGORIES.index(f"TRD{int(min(state.trials - 1, number('european_highest_level')))}")


def _categories(states: Iterable[ClassState], chronic: Verdict) -> set[int]:
    found = set()
    for state in states:
        by_number = level(state)
        if chronic != NOT_MET and state.augmented and by_number >= CATEGORIES.index("TRD1"):
            found.add(CRD)
            if chronic == MET:
                continue
        found.add(by_number)
    return found


def _weeks(counted: Iterable[Counted]) -> list[Interval]:
    weeks = {each.reading.trial.id: each.reading.trial.weeks for each in counted}
    return [ANY_AMOUNT if known is None else Interval.exactly(known) for known in weeks.values()]


def _alternatives(failed: Failures) -> tuple[int | None, ...]:
    """Beside CRD: each level whose trials may have stayed under a year together, and none where they may not have."""
    counted = (*failed.drugs, *failed.ects)
    certain = _weeks(each for each in counted if certainly(each.judged))
    uncertain = _weeks(each for each in counted if each.judged.verdict == UNKNOWN)
    limit, highest = number("chronic_trial_weeks"), int(number("european_highest_level"))
    fewest = sorted(each.low for each in uncertain)
    if not failed.is_complete:
        fewest = [0.0] * (highest + 1) + fewest
    levels = [
        CATEGORIES.index(f"TRD{min(len(certain) + more - 1, highest)}")
        for more in range(len(fewest) + 1)
        if len(certain) + more > 1 and total(certain).low + sum(fewest[:more]) < limit
    ]
    may_not_stand = not failed.is_complete or total((*certain, *uncertain)).reaches(limit) != NOT_MET
    return (*((None,) if may_not_stand else ()), *dict.fromkeys(levels))


def categorise(case: Case, failed: Failures) -> Category:
    """Return the categories that are possible, and what stands beside CRD."""
    chronic = amount(case, "episode.duration_months").reaches(number("chronic_months"))
    states = states_of(failed)
    found = _categories(states, chronic)
    high = max(found)
    if not failed.is_complete:
        high = CRD - 1 if chronic == NOT_MET else CRD
    alternatives = _alternatives(failed) if min(found) == CRD else ()
    return Category(min(found), high, alternatives)
