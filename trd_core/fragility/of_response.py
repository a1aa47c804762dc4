"""The spectrum of response to the latest treatment: what it reads depends on the rating, and on which treatment was the latest."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Final, NamedTuple

from trd_core.catalogue import number
from trd_core.facts import is_true, read
from trd_core.finding import MET, NEVER, Judged, Verdict, any_of
from trd_core.fragility.conclusion import CLOSED, Conclusion, Said
from trd_core.fragility.of_types import AROUND, around, is_refused, table3_key, table3_reads
from trd_core.fragility.outside import CaseState
from trd_core.fragility.reads import LATEST, TYPE_B, Reads, each, together
from trd_core.fragility.rechallenge import as_again, reads_of_a
from trd_core.fragility.retelling import Record, TrialState, TrialUnit
from trd_core.fragility.retold import Retold
from trd_core.fragility.trial_keys import as_latest, as_lost, known_or_not
from trd_core.fragility.world import World
from trd_core.spectrum import SYMPTOMS, judge_spectrum
from trd_core.toxicity import MANIFESTATIONS

FLAGS: Final = tuple(f"toxicity.{name}" for name in MANIFESTATIONS)
OUTSIDE: Final[Reads] = {**AROUND, **dict.fromkeys(("kellner", "latest_trial", *SYMPTOMS, *FLAGS), each)}


ANOTHER: Final = "\n"
"""In place of an id: another treatment's. No id begins with a line break."""


class Mode(NamedTuple):
    """What of the treatments matters; of one treatment, with `latest` its own id, another's, or unknown."""

    latest: str | None
    """The latest treatment's id; None: each may be."""
    diagnosed: Verdict
    types: bool
    """Whether types a and b matter: as manifestations after drugs, or for Table 3."""
    table3: bool
    """Whether refractoriness matters."""

    def may_be_latest(self, unit: TrialUnit) -> bool:
        """Whether a treatment is, or may be, the latest."""
        return self.latest is None or self.latest == unit.id

    def to(self, unit: TrialUnit) -> Mode:
        """Return the same as it matters to one treatment: another's being the latest is all one."""
        return self if self.may_be_latest(unit) else self._replace(latest=ANOTHER)


def _says(world: World) -> Said:
    """The spectrum, worked out once for all records in which everything that its table reads is the same."""
    mode = _mode(world.rest, world.record)
    latest: Hashable = None
    toxic = refractory = NEVER
    if mode is not CLOSED:
        latest = tuple(as_latest(each, mode.diagnosed) if mode.may_be_latest(each.unit) else None for each in world.trials)
        if _not_better(world.case.kellner):
            toxic, refractory = world.toxic, world.refractory
    symptoms = tuple(read(world.case, path) for path in SYMPTOMS)
    key = ("spectrum", world.case.kellner, symptoms, latest, toxic.verdict, refractory.verdict)
    found: Said = world.record.once(key, lambda: _spectrum(world, toxic, refractory))
    return found


def _spectrum(world: World, toxic: Judged, refractory: Judged) -> Said:
    case, history = world.case, world.history
    if case.latest_trial is not None:
        latest = next(each for each in world.trials if each.unit.id == case.latest_trial)
        history = Retold(case, world.record.settings, (latest.reading,))
    found = judge_spectrum(history, toxic, refractory, tells=False)
    return found.possible if found.value == "unknown" else found.value


def _flags(rest: CaseState) -> Verdict:
    return any_of(*(is_true(rest.case, path) for path in FLAGS)).verdict


def _not_better(rating: int | None) -> bool:
    """Whether the rating is, or may be, no better than no change: then manifestations and refractoriness matter."""
    return rating is None or rating >= number("no_change_rating")


def _mode(rest: CaseState, record: Record) -> Mode | None:
    found: Mode | None = rest.once("mode", lambda: _what_matters(rest, record))
    return found


def _what_matters(rest: CaseState, record: Record) -> Mode | None:
    case = rest.case
    if case.kellner is not None and case.kellner < number("gate_rating"):
        return CLOSED
    not_better = _not_better(case.kellner)
    table3 = not_better and not is_refused(*around(rest, record))
    return Mode(
        latest=case.latest_trial,
        diagnosed=rest.diagnosed,
        types=table3 or (not_better and _flags(rest) != MET),
        table3=table3,
    )


def _key_outside(rest: CaseState, record: Record) -> Hashable:
    case, mode = rest.case, _mode(rest, record)
    better = case.kellner is None or case.kellner < number("no_change_rating")
    symptoms = tuple(read(case, path) for path in SYMPTOMS) if better else None
    table3 = around(rest, record) if mode is not None and mode.table3 else None
    return case.kellner, symptoms, mode, table3, _flags(rest) if mode is not None and _not_better(case.kellner) else None


def _reads(mode: Hashable, unit: TrialUnit) -> Reads:
    if not isinstance(mode, Mode):
        return {}
    return together(
        LATEST if mode.may_be_latest(unit) else {},
        *((reads_of_a(unit), TYPE_B) if mode.types and not mode.table3 else ()),
        *((table3_reads(unit),) if mode.table3 else ()),
    )


def _key(state: TrialState, mode: Hashable) -> Hashable:
    if not isinstance(mode, Mode):
        return None
    latest = as_latest(state, mode.diagnosed) if mode.may_be_latest(state.unit) else None
    types = (as_again(state), as_lost(state)) if mode.types and not mode.table3 else None
    return latest, types, table3_key(state, known_or_not(mode.diagnosed)) if mode.table3 else None


def spectrum_conclusion(record: Record) -> Conclusion:
    """Return the spectrum of response."""
    return Conclusion(
        "response.spectrum",
        _says,
        reads_outside=OUTSIDE,
        key_outside=lambda rest: _key_outside(rest, record),
        mode=lambda rest: _mode(rest, record),
        reads=_reads,
        key=_key,
        mode_to=lambda mode, unit: mode.to(unit) if isinstance(mode, Mode) else mode,
        units=record.trials,
    )
