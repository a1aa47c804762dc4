"""What the five models say of one set of failures: numbers and places only. The fast way through, without findings."""

from __future__ import annotations

from dataclasses import dataclass

from trd_core.case import Case
from trd_core.finding import MET, made
from trd_core.history import History
from trd_core.staging import dutch, european, maudsley, mgh, thase_rush
from trd_core.staging.failures import AS_TOLD, Assumption, Failures, failures
from trd_core.staging.points import ranged
from trd_core.treatment_results import Ranged


@dataclass(frozen=True, slots=True)
class Counts:
    """The failures, and what each model says of them."""

    failed: Failures
    thase_rush: thase_rush.Ladder
    european: european.Category
    mgh: mgh.Points
    maudsley: maudsley.Total
    dutch: dutch.Total


def count(case: Case, failed: Failures) -> Counts:
    """Return what each model says of the failures."""
    return Counts(
        failed=failed,
        thase_rush=thase_rush.ladder(failed),
        european=european.categorise(case, failed),
        mgh=mgh.score(failed),
        maudsley=maudsley.score(case, failed),
        dutch=dutch.score(case, failed),
    )


def counts_of(history: History, assumption: Assumption = AS_TOLD) -> Counts:
    """Return what each model says of a history, under an assumption."""
    return count(history.case, failures(history, assumption))


def place(names: tuple[str, ...], low: int, high: int) -> Ranged:
    """Return a place on a scale of names, or between which two."""
    return made(Ranged, value=names[low]) if low == high else made(Ranged, range=(names[low], names[high]))


def maudsley_total(total: maudsley.Total) -> Ranged:
    """Return the total; no value where the method may not apply, and no range where it does not."""
    if total.sum is None:
        return Ranged()
    closed = ranged(total.sum)
    if total.applies == MET:
        return closed
    return made(Ranged, range=closed.range or (closed.value, closed.value))


def in_short(counts: Counts) -> dict[str, Ranged]:
    """Return the value of each model, or its range."""
    ladder, category = counts.thase_rush, counts.european
    return {
        "thase_rush": place(thase_rush.STAGES, *ladder.strict),
        "european": place(european.CATEGORIES, category.low, category.high),
        "mgh": ranged(counts.mgh.default),
        "maudsley": maudsley_total(counts.maudsley),
        "dutch": ranged(counts.dutch.sum),
    }
