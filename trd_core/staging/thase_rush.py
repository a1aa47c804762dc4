"""Thase & Rush: a ladder of classes, 0 to V, by the strict reading and by the lenient one. Augmentations are not read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from trd_core.catalogue import codes, number
from trd_core.finding import Judged, all_of, any_of, negate
from trd_core.history import MORE, History
from trd_core.staging.classes import ClassState, Effect, Step, possible_states, ways
from trd_core.staging.failures import Counted, Failures
from trd_core.trial_reading import DRUG_KINDS, ECT_KINDS

STAGES: Final = ("0", "I", "II", "III", "IV", "V")
III, IV, V = 3, 4, 5
_DRUG: Final = Effect(drug=True)
_ECT: Final = Effect(bilateral_ect=True)


@dataclass(frozen=True, slots=True)
class Ladder:
    """From the lowest to the highest stage that is possible, as places in `STAGES`."""

    strict: tuple[int, int]
    lenient: tuple[int, int]
    off_ladder: tuple[str, ...]


def strict_stage(state: ClassState) -> int:
    """Return the stage where a TCA, and then an MAOI, must be further classes."""
    if state.tca and state.number_besides + state.maoi >= number("two_classes"):
        if not (state.maoi and state.number_besides >= number("two_classes")):
            return III
        return V if state.bilateral_ect else IV
    return min(state.number, int(number("two_classes")))


def lenient_stage(state: ClassState) -> int:
    """Return the stage where a TCA and an MAOI may themselves be the two classes of stage II."""
    if state.number >= number("two_classes") and state.tca:
        if not state.maoi:
            return III
        return V if state.bilateral_ect else IV
    return min(state.number, int(number("two_classes")))


def _ect_ways(counted: Counted) -> tuple[Effect, ...]:
    laterality = counted.reading.trial.laterality
    if laterality == "unilateral":
        return (Effect(),)
    return ways(counted, _ECT) if laterality == "bilateral" else tuple(dict.fromkeys((Effect(), *ways(counted, _ECT))))


def states_of(failed: Failures) -> set[ClassState]:
    """Return every combination of classes and bilateral ECT that the known facts allow."""
    steps = {each.reading.trial.id: Step(each.reading, ways(each, _DRUG)) for each in failed.drugs}
    for each in failed.ects:
        earlier = steps.get(each.reading.trial.id, Step(each.reading, ()))
        steps[each.reading.trial.id] = Step(each.reading, tuple(dict.fromkeys((*earlier.effects, *_ect_ways(each)))))
    return possible_states(steps.values())


def _off_ladder(states: set[ClassState]) -> tuple[str, ...]:
    """What failed for certain and does not raise the strict stage."""
    found = []
    if all(state.maoi for state in states) and all(strict_stage(state) < IV for state in states):
        found.append("maoi")
    if all(state.bilateral_ect for state in states) and all(strict_stage(state) < V for state in states):
        found.append("ect")
    return tuple(found)


def ladder(failed: Failures) -> Ladder:
    """Return the stages that are possible by both readings."""
    states = states_of(failed)
    strict, lenient = [strict_stage(state) for state in states], [lenient_stage(state) for state in states]
    return Ladder(
        strict=(min(strict), max(strict) if failed.is_complete else V),
        lenient=(min(lenient), max(lenient) if failed.is_complete else V),
        off_ladder=_off_ladder(states),
    )


def _responded(history: History, more: tuple[Judged, ...]) -> Judged:
    """Whether an adequate trial that the model reads brought a response."""
    kinds = DRUG_KINDS | ECT_KINDS
    judged = []
    for reading in history.readings:
        if reading.may_be(kinds):
            scope = () if history.is_lifetime else (reading.is_current,)
            judged.append(all_of(reading.is_of(kinds), *scope, reading.ended_in(codes("responses")), reading.adequate["thase_rush"]))
    return any_of(*judged, *more)


def not_resistant(history: History, failed: Failures) -> Judged:
    """Return whether an adequate trial brought a response and none failed."""
    more = () if failed.is_complete else (MORE,)
    failures = any_of(*(each.judged for each in (*failed.drugs, *failed.ects)), *more)
    return all_of(negate(failures), _responded(history, more))
