"""Types a to c, and refractoriness: the conclusions that compare treatments with each other."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Final

from trd_core.facts import is_true
from trd_core.finding import MET, NOT_MET, Verdict, any_of
from trd_core.fragility.conclusion import CLOSED, Conclusion, Said
from trd_core.fragility.outside import CaseState
from trd_core.fragility.reads import DIAGNOSIS, TABLE3, TYPE_B, TYPE_C, Reads, each, the_same, together
from trd_core.fragility.rechallenge import as_again, reads_of_a
from trd_core.fragility.retelling import Record, TrialState, TrialUnit
from trd_core.fragility.retold import Retold
from trd_core.fragility.trial_keys import as_lost, as_type_c, as_weighed, known_or_not
from trd_core.fragility.world import World
from trd_core.refractoriness import criterion_c

FLAGS_OF_D: Final = ("toxicity.loss_of_effect", "toxicity.rechallenge_failure")
AROUND: Final[Reads] = {**DIAGNOSIS, **dict.fromkeys(("areas_completed", "appraisal_shared", *FLAGS_OF_D), each)}
"""What Table 3 reads outside treatments."""


def _says_a(world: World) -> Said:
    return world.type_a


def _says_b(world: World) -> Said:
    return world.type_b


def _says_c(world: World) -> Said:
    return world.type_c


def _says_refractory(world: World) -> Said:
    return world.refractory.verdict


def _key_a(state: TrialState, _mode: Hashable) -> Hashable:
    return as_again(state)


def _key_b(state: TrialState, _mode: Hashable) -> Hashable:
    return as_lost(state)


def _key_c(state: TrialState, _mode: Hashable) -> Hashable:
    return as_type_c(state)


def _any(_rest: CaseState) -> Hashable:
    return "any"


def type_conclusions(record: Record) -> Iterator[Conclusion]:
    """Return types a, b and c."""
    trials = record.trials
    yield Conclusion("resistance_types.a", _says_a, mode=_any, reads=lambda _, unit: reads_of_a(unit), key=_key_a, units=trials)
    yield Conclusion("resistance_types.b", _says_b, mode=_any, reads=the_same(TYPE_B), key=_key_b, units=trials)
    yield Conclusion("resistance_types.c", _says_c, mode=_any, reads=the_same(TYPE_C), key=_key_c, units=trials)


def around(rest: CaseState, record: Record) -> tuple[Verdict, Verdict, Verdict]:
    """Return C and E of Table 3, and the flags of D, which stand outside treatments."""

    def judged() -> tuple[Verdict, Verdict, Verdict]:
        c = criterion_c(Retold(rest.case, record.settings, ())).verdict
        flags = any_of(*(is_true(rest.case, path) for path in FLAGS_OF_D)).verdict
        return c, is_true(rest.case, "appraisal_shared").verdict, flags

    return rest.once("around", judged)  # type: ignore[no-any-return]


def is_refused(c: Verdict, e: Verdict, flags: Verdict) -> bool:
    """Whether Table 3 is not met whatever the treatments were."""
    return c == NOT_MET or e == NOT_MET or flags == MET


def table3_reads(unit: TrialUnit) -> Reads:
    """Return what Table 3 reads of a treatment."""
    return together(TABLE3, reads_of_a(unit), TYPE_B)


def table3_key(state: TrialState, diagnosed: Verdict) -> Hashable:
    """Return what a treatment comes down to for Table 3."""
    return as_again(state), as_lost(state), as_weighed(state, diagnosed)


def refractoriness_conclusion(record: Record) -> Conclusion:
    """Return refractoriness."""

    def mode(rest: CaseState) -> Hashable:
        if is_refused(*around(rest, record)):
            return CLOSED
        known = known_or_not(rest.diagnosed)
        return CLOSED if known == MET and record.is_complete and not record.is_overridden else known

    def key_outside(rest: CaseState) -> Hashable:
        found = around(rest, record)
        return CLOSED if is_refused(*found) else (found, mode(rest))

    return Conclusion(
        "refractoriness",
        _says_refractory,
        reads_outside=AROUND,
        key_outside=key_outside,
        mode=mode,
        reads=lambda _, unit: table3_reads(unit),
        key=lambda state, mode: table3_key(state, MET if mode == MET else NOT_MET),
        units=record.trials,
    )
