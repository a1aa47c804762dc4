"""A trial whose kind is not known may be a drug or a course of ECT, never both: the ways that give a model its highest total.

As a drug with psychotherapy it adds whatever a drug or a psychotherapy alone would. As ECT it can matter once only, so
that one such trial at most is taken for ECT. The lowest total takes each for neither.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from trd_core.staging.failures import Counted, Failures
from trd_core.trial_reading import possibly


def _without(counted: tuple[Counted, ...], trial: str) -> tuple[Counted, ...]:
    return tuple(each for each in counted if each.reading.trial.id != trial)


def high_ways(failed: Failures) -> Iterator[Failures]:
    """Return each reading of the trials in which a total may be highest."""
    unclear = [each for each in failed.ects if each.reading.kind is None and possibly(each.judged)]
    known = tuple(each for each in failed.ects if each.reading.kind is not None)
    yield replace(failed, ects=known)
    for each in unclear:
        trial = each.reading.trial.id
        yield replace(
            failed,
            drugs=_without(failed.drugs, trial),
            therapies=_without(failed.therapies, trial),
            augmented=_without(failed.augmented, trial),
            strategies=_without(failed.strategies, trial),
            ects=(*known, each),
        )
