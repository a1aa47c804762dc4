"""`check`: everything that can be wrong with a questionnaire, found before anyone is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from interview.questionnaire import fact_checks, reach_checks, structure_checks, wording_checks
from interview.questionnaire.coverage import Coverage, coverage
from interview.questionnaire.fault import Fault, FaultKind
from interview.questionnaire.model import Questionnaire

__all__ = ["CHECKS", "Coverage", "Fault", "FaultKind", "check", "coverage"]

Check = Callable[[Questionnaire], Iterator[Fault]]

CHECKS: Final[tuple[Check, ...]] = (
    structure_checks.duplicates,
    structure_checks.dangling,
    structure_checks.circles,
    structure_checks.looks_ahead,
    structure_checks.depths,
    structure_checks.groups,
    structure_checks.told_together,
    reach_checks.unreachable,
    fact_checks.types,
    fact_checks.bounds,
    fact_checks.options,
    fact_checks.judgements,
    wording_checks.forbidden_words,
    wording_checks.one_at_a_time,
    wording_checks.reading_ease,
)


def check(questionnaire: Questionnaire, *, every_fact: bool = True) -> tuple[Fault, ...]:
    """Return the faults of a questionnaire, by check and in its own order; none where it is sound.

    `every_fact=False` leaves out facts of the case that nothing fills: for a part of a questionnaire.
    """
    found = [fault for one in CHECKS for fault in one(questionnaire)]
    if every_fact:
        found.extend(fact_checks.filled(questionnaire))
    return tuple(found)
