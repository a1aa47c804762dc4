"""Every conclusion whose ground is searched, in the order of the assessment.

Without a rating there is no response to class, and its spectrum is an open question only.

Left out: signs of risk, since an answer about safety is never argued away; and the first place among the problems,
whose ground is its sensitivity to the ratings.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from functools import partial
from typing import Final

from trd_core.areas.stress import judge_stress
from trd_core.finding import MET, NOT_MET, UNKNOWN, Verdict
from trd_core.fragility.conclusion import Conclusion, Said
from trd_core.fragility.of_counts import counting_conclusions
from trd_core.fragility.of_response import spectrum_conclusion
from trd_core.fragility.of_types import refractoriness_conclusion, type_conclusions
from trd_core.fragility.outside import CaseState
from trd_core.fragility.reads import ADEQUATE, DIAGNOSIS, PSEUDO, Reads, each, how_many, the_same
from trd_core.fragility.retelling import Record, TrialState, TrialUnit
from trd_core.fragility.trial_keys import as_adequate, as_failure
from trd_core.fragility.world import World
from trd_core.resistance import type_d
from trd_core.response import direction_of

ALLOSTATIC: Final[Reads] = {
    **dict.fromkeys(("stress.exceeds_coping", "stress.functioning_impaired", "stress.overwhelmed", "stress.within_six_months"), each),
    "stress.symptoms": how_many,
}
TYPE_D: Final[Reads] = dict.fromkeys(("episode.mood_improved", "episode.residual_symptoms", "episode.residual_interference"), each)


def _as_told(rest: CaseState) -> Hashable:
    return rest.profile


def _direction(world: World) -> Said:
    return direction_of(world.case.kellner)


def _allostatic(world: World) -> Said:
    return judge_stress(world.case)[0].verdict


def _type_d(world: World) -> Said:
    return type_d(world.case).verdict


def _adequate(model: str, state: TrialState, _mode: Hashable) -> Verdict | None:
    return as_adequate(state).get(model)


def _pseudo_resistance(state: TrialState, mode: Hashable) -> Verdict:
    return as_failure(state, MET if mode == MET else NOT_MET if mode == NOT_MET else UNKNOWN)


def _diagnosed(rest: CaseState) -> Verdict:
    return rest.diagnosed


def _of_trial(unit: TrialUnit) -> Iterator[Conclusion]:
    """Adequacy under each model that reads the treatment, and pseudo-resistance: what it comes down to is the conclusion."""
    for model in unit.as_read.adequate:
        key = partial(_adequate, model)
        yield Conclusion(
            f"trials.{unit.id}.adequate.{model}",
            says=lambda world, key=key: key(world.trials[unit.place], None),  # type: ignore[misc]
            mode=lambda _: "any",
            reads=the_same(ADEQUATE),
            key=key,
            units=(unit,),
        )
    yield Conclusion(
        f"trials.{unit.id}.pseudo_resistance.verdict",
        says=lambda world: _pseudo_resistance(world.trials[unit.place], world.rest.diagnosed),
        reads_outside=DIAGNOSIS,
        key_outside=_diagnosed,
        mode=_diagnosed,
        reads=the_same(PSEUDO),
        key=_pseudo_resistance,
        units=(unit,),
    )


def conclusions(record: Record) -> Iterator[Conclusion]:
    """Return every conclusion of a record, in the order of the assessment."""
    yield Conclusion("response.direction", says=_direction, reads_outside={"kellner": each}, key_outside=_as_told)
    if record.case.kellner is not None:
        yield spectrum_conclusion(record)
    for unit in record.trials:
        yield from _of_trial(unit)
    yield from type_conclusions(record)
    yield Conclusion("resistance_types.d", says=_type_d, reads_outside=TYPE_D, key_outside=_as_told)
    yield from counting_conclusions(record)
    yield refractoriness_conclusion(record)
    yield Conclusion("allostatic", says=_allostatic, reads_outside=ALLOSTATIC, key_outside=_as_told)
