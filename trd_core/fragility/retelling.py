"""A case with some facts told otherwise: the same rules on the same facts but for those, and nothing worked out twice.

A treatment told otherwise is read once, whatever the others say. Two treatments that no rule can tell apart share
what was worked out for one of them. It decides nothing: every verdict comes from the rules themselves.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from trd_core.case import Case, Episode, Misdiagnosis, Trial
from trd_core.facts import is_complete
from trd_core.finding import MET, NOT_MET, UNKNOWN, Judged, Verdict
from trd_core.fragility.cuts import cell
from trd_core.fragility.domains import TRIAL_FACTS, cuts_of, trial_domain
from trd_core.fragility.keeping import Keeping
from trd_core.fragility.outside import CaseUnit, Told
from trd_core.history import History
from trd_core.pseudo_resistance import misdiagnosis
from trd_core.resistance import Types, types_of
from trd_core.settings import Settings
from trd_core.staging.failures import Failures, failures
from trd_core.trial_reading import READ_KINDS, TrialReading

BY_VERDICT: Final[dict[Verdict, Episode]] = {
    MET: Episode(misdiagnosis=Misdiagnosis(bipolar=True)),
    UNKNOWN: Episode(),
    NOT_MET: Episode(misdiagnosis=Misdiagnosis(bipolar=False, dementia=False, primary_anxiety=False, medical_or_drug_induced=False)),
}
"""An episode of which nothing is said but whether another diagnosis is the better one."""
PLACES: Final = {name: place for place, name in enumerate(TRIAL_FACTS, start=1)}
"""Where each fact stands in a treatment's profile."""


@dataclass(frozen=True)
class Retold(History):
    """A history of treatments that have been read already, and perhaps of a diagnosis that was judged already."""

    told: tuple[TrialReading, ...]
    diagnosis: Judged | None = None

    @cached_property
    def readings(self) -> tuple[TrialReading, ...]:
        """The treatments as they were read."""
        return self.told

    @cached_property
    def misdiagnosed(self) -> Judged:
        """Whether another diagnosis is the better one."""
        return misdiagnosis(self.case) if self.diagnosis is None else self.diagnosis


class TrialState(Keeping):
    """One treatment, as told or told otherwise."""

    def __init__(self, unit: TrialUnit, trial: Trial, profile: tuple[Hashable, ...]) -> None:
        """Keep the treatment; nothing is read before it is asked for."""
        self.unit, self.trial, self.profile = unit, trial, profile
        super().__init__()

    @cached_property
    def reading(self) -> TrialReading:
        """The treatment, read once."""
        return TrialReading(self.trial, self.unit.place, self.unit.record.settings, self.unit.record.case.missing)

    @property
    def drug_class(self) -> str | None:
        """The class of its drug: as told, else by the table."""
        return self.trial.drug_class or self.unit.as_read.known.drug_class

    def alone(self, diagnosed: Verdict, *, latest: bool = False) -> History:
        """Return a history of this treatment only, under a verdict on the diagnosis."""
        record = self.unit.record
        case, diagnosis = record.diagnosed(diagnosed, self.unit.id if latest else None)
        return Retold(case, record.settings, (self.reading,), diagnosis)

    def counted(self, diagnosed: Verdict) -> Failures:
        """Return what the staging models count of it."""
        found: Failures = self.once(("failures", diagnosed), lambda: failures(self.alone(diagnosed)))
        return found

    def seen(self, name: str) -> Hashable:
        """Return what any rule can see of one of its facts."""
        return self.profile[PLACES[name]]


def _seen(name: str, value: Any, cuts: dict[str, Any]) -> Hashable:
    """What the rules can see of a value: a number by the thresholds it has passed, of texts how many there are."""
    if value is None:
        return None
    if name in cuts:
        return cell(value, cuts[name])
    if name == "kind":
        return value if value in READ_KINDS else "other"
    if name == "impediments":
        return bool(value)
    found: Hashable = len(value) if name == "augmentations" else value
    return found


class TrialUnit:
    """One treatment of the record, with what each of its known facts might have been instead."""

    def __init__(self, record: Record, place: int, trial: Trial) -> None:
        """Read the treatment's domain."""
        self.record, self.place, self.trial, self.id = record, place, trial, trial.id
        self._cuts = cuts_of(trial, record.case, record.settings)
        by_name = trial_domain(trial, self._cuts)
        self.domain = {self.path(name): others for name, others in by_name.items()}
        self._names = {self.path(name): name for name in TRIAL_FACTS}
        self._seen = [_seen(name, getattr(trial, name), self._cuts) for name in TRIAL_FACTS]
        self._seen_of = {
            (self.path(name), each): (PLACES[name] - 1, _seen(name, each, self._cuts))
            for name, others in by_name.items()
            for each in others
        }
        self._states: dict[Hashable, TrialState] = {}

    def path(self, name: str) -> str:
        """Return the path of one of its facts."""
        return f"trials.{self.id}.{name}"

    def name(self, path: str) -> str:
        """Return the name of the fact at one of its paths."""
        return self._names[path]

    def value(self, path: str) -> Any:
        """Return what the record says."""
        return getattr(self.trial, self._names[path])

    @cached_property
    def as_read(self) -> TrialReading:
        """The treatment as told."""
        return TrialReading(self.trial, self.place, self.record.settings, self.record.case.missing)

    @cached_property
    def shares_its_drug(self) -> bool:
        """Whether another treatment is, or may be, with the same drug."""
        name = self.as_read.name
        others = (each.as_read.name for each in self.record.trials if each is not self)
        return any(name is None or other is None or other == name for other in others)

    @cached_property
    def apart(self) -> Hashable:
        """What tells it, for its own sake, from other treatments beside its facts."""
        unfinished = (self.path(name) in self.record.case.missing for name in ("augmentations", "impediments"))
        return (self.as_read.known.minimum_mg is None, self.as_read.name is None, *unfinished)

    def told(self, otherwise: Told) -> TrialState:
        """Return the treatment with some facts told otherwise; what no rule can tell apart is one."""
        seen = self._seen.copy()
        for fact in otherwise:
            place, value = self._seen_of[fact]
            seen[place] = value
        profile = (self.place, *seen)
        state = self._states.get(profile)
        if state is None:
            trial = self.trial
            if otherwise:
                trial = trial.model_copy(update={self._names[path]: told for path, told in otherwise})
            state = self._states[profile] = TrialState(self, trial, profile)
        return state


class Record(Keeping):
    """A case taken apart: its treatments and the rest."""

    def __init__(self, case: Case, settings: Settings) -> None:
        """Take the case apart."""
        self.case, self.settings = case, settings
        self.rest = CaseUnit(case)
        self.trials: tuple[TrialUnit, ...] = ()
        self.trials = tuple(TrialUnit(self, place, trial) for place, trial in enumerate(case.trials or ()))
        self.is_complete = is_complete(case, "trials")
        self.types: dict[Hashable, Types] = {}
        super().__init__()
        self._diagnosed: dict[tuple[Verdict, str | None], tuple[Case, Judged]] = {}

    def diagnosed(self, verdict: Verdict, latest: str | None) -> tuple[Case, Judged]:
        """Return the case as far as one treatment needs it, under a verdict on the diagnosis; and that verdict, judged."""
        if (verdict, latest) not in self._diagnosed:
            case = self.case.model_copy(update={"episode": BY_VERDICT[verdict], "latest_trial": latest})
            self._diagnosed[verdict, latest] = (case, misdiagnosis(case))
        return self._diagnosed[verdict, latest]

    @cached_property
    def no_types(self) -> Types:
        """The types of no treatment at all."""
        return types_of(Retold(self.case, self.settings, ()))

    @cached_property
    def shares_classes(self) -> bool:
        """Whether the class told of one treatment's drug holds for another's, too."""
        told = [unit.as_read.name for unit in self.trials if unit.as_read.known.drug_class is None and unit.as_read.name is not None]
        classed = {unit.as_read.name for unit in self.trials if unit.trial.drug_class is not None}
        return any(told.count(name) > 1 and name in classed for name in told)
