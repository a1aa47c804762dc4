"""A case with some facts told otherwise: the same rules on the same facts but for those, and nothing worked out twice.

A treatment told otherwise is read once, whatever the others say. Two treatments that a rule cannot tell apart share
what was worked out for one of them. It decides nothing: every verdict comes from the rules themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import cached_property
from typing import Any, Final

from trd_core.case import Case, Episode, Misdiagnosis, Trial
from trd_core.facts import is_complete
from trd_core.finding import MET, NOT_MET, UNKNOWN, Judged, Verdict
from trd_core.fragility.domains import TRIAL_FACTS, cuts_of, trial_domain
from trd_core.fragility.keeping import Keeping
from trd_core.fragility.outside import CaseUnit, Told
from trd_core.fragility.reads import Reads, each, seen, unread
from trd_core.fragility.retold import PlainReading, Retold
from trd_core.history import History
from trd_core.pseudo_resistance import misdiagnosis
from trd_core.resistance import Types, types_of
from trd_core.settings import Settings
from trd_core.staging.failures import Failures, failures
from trd_core.trial_reading import TrialReading

BY_VERDICT: Final[dict[Verdict, Episode]] = {
    MET: Episode(misdiagnosis=Misdiagnosis(bipolar=True)),
    UNKNOWN: Episode(),
    NOT_MET: Episode(misdiagnosis=Misdiagnosis(bipolar=False, dementia=False, primary_anxiety=False, medical_or_drug_induced=False)),
}
"""An episode of which nothing is said but whether another diagnosis is the better one."""
Choices = tuple[int, ...]
"""Of each fact that may be doubted which of its values is told: 0 as the record has it. A last 0 stands for all other facts."""
Classes = tuple[str | None, tuple[str, ...]]
"""The class of a trial's drug as other trials of the drug tell it; where they tell several, all of them."""


class TrialState(Keeping):
    """One treatment, as told or told otherwise."""

    def __init__(self, unit: TrialUnit, choices: Choices, classes: Classes | None = None) -> None:
        """Keep which values are told; nothing is read before it is asked for."""
        super().__init__()
        self.unit, self.choices, self._classes = unit, choices, classes

    @cached_property
    def trial(self) -> Trial:
        """The treatment with these values."""
        return self.unit.with_values(self.choices)

    @cached_property
    def reading(self) -> TrialReading:
        """The treatment, read once."""
        reading = PlainReading(self.trial, self.unit.place, self.unit.record.settings, self.unit.record.case.missing)
        if self._classes is not None:
            reading.drug_class, reading.classes_told = self._classes
        return reading

    @cached_property
    def drug_class(self) -> str | None:
        """The class of its drug: as told, else by the table, else by other trials of the drug."""
        if self._classes is not None:
            return self._classes[0]
        return self.trial.drug_class or self.unit.as_read.known.drug_class

    def of_class(self, classes: Classes) -> TrialState:
        """Return the same treatment with the class that other trials of its drug tell."""
        found: TrialState = self.once(("class", classes), lambda: TrialState(self.unit, self.choices, classes))
        return found

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
        return self.unit.seen_by(f"fact {name}", {name: each})(self.choices)

    def shared(self, question: str, reads: Reads, among: Hashable, answer: Callable[[], Any]) -> Any:
        """Return an answer, worked out once for all treatments of which a rule that reads so much sees the same; `among` tells
        more apart."""
        place = (question, among)
        found = self._kept.get(place)
        if found is None:
            seen = self.unit.seen_by(question, reads)(self.choices)
            found = self._kept[place] = self.unit.record.once((place, self.unit.apart, seen), answer)
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
        self._doubted = {name: at for at, name in enumerate(by_name)}
        self._values = [(getattr(trial, name), *others) for name, others in by_name.items()]
        self._choice: dict[tuple[str, Any], tuple[int, int]] = {}
        for (name, at), values in zip(self._doubted.items(), self._values, strict=True):
            first: dict[Hashable, int] = {}
            for choice, value in enumerate(values):
                self._choice[self.path(name), value] = at, first.setdefault(seen(name, value, self._cuts), choice)
        self._as_told = [0] * (len(by_name) + 1)
        self._states: dict[Choices, TrialState] = {}
        self._seen_by: dict[str, Callable[[Choices], Hashable]] = {}

    def path(self, name: str) -> str:
        """Return the path of one of its facts."""
        return f"trials.{self.id}.{name}"

    def name(self, path: str) -> str:
        """Return the name of the fact at one of its paths."""
        return self._names[path]

    def value(self, path: str) -> Any:
        """Return what the record says."""
        return getattr(self.trial, self._names[path])

    def with_values(self, choices: Choices) -> Trial:
        """Return the treatment with these values."""
        chosen = ((name, at) for name, at in self._doubted.items() if choices[at])
        otherwise = {name: self._values[at][choices[at]] for name, at in chosen}
        return self.trial.model_copy(update=otherwise) if otherwise else self.trial

    def seen_by(self, question: str, reads: Reads) -> Callable[[Choices], Hashable]:
        """Return what a rule that reads so much sees of each choice of values; a question has the same reads throughout."""
        found = self._seen_by.get(question)
        if found is None:
            columns = {name: (self._doubted.get(name, -1), self._column(name, tell)) for name, tell in reads.items()}
            found = self._seen_by[question] = self._by_kind(columns)
        return found

    def _by_kind(self, columns: dict[str, tuple[int, list[Hashable]]]) -> Callable[[Choices], Hashable]:
        """What is seen of each choice of values, without what no rule reads of a treatment of that kind."""
        if "kind" not in columns:
            every = tuple(columns.values())
            return lambda choices: tuple([column[choices[at]] for at, column in every])
        place, kinds = columns["kind"]
        of_kind = {told: [columns[name] for name in columns if name not in unread(told)] for told in kinds}

        def of_choices(choices: Choices) -> Hashable:
            told = kinds[choices[place]]
            return told, *[column[choices[at]] for at, column in of_kind[told]]

        return of_choices

    def _column(self, name: str, tell: Callable[[Any], Hashable]) -> list[Hashable]:
        """What is seen of each value of a fact."""
        values = self._values[self._doubted[name]] if name in self._doubted else (getattr(self.trial, name),)
        if tell is each:
            return [seen(name, value, self._cuts) for value in values]
        return [None if value is None else tell(value) for value in values]

    @cached_property
    def as_read(self) -> TrialReading:
        """The treatment as told."""
        return TrialReading(self.trial, self.place, self.record.settings, self.record.case.missing)

    @cached_property
    def partners(self) -> tuple[int, ...]:
        """Where the other treatments stand that are, or may be, with the same drug."""
        name = self.as_read.name
        others = ((other.place, other.as_read.name) for other in self.record.trials if other is not self)
        return tuple(place for place, other in others if name is None or other is None or other == name)

    @cached_property
    def is_told_apart_by_class(self) -> bool:
        """Whether its drug's class may tell that another's without a name is not the same, or its own without one."""
        return any(other.as_read.name is None for other in self.record.trials)

    @cached_property
    def apart(self) -> Hashable:
        """What tells it, for its own sake, from other treatments beside its facts."""
        unfinished = (self.path(name) in self.record.case.missing for name in ("augmentations", "impediments"))
        return (self.as_read.known.minimum_mg is None, self.as_read.name is None, *unfinished)

    def told(self, otherwise: Told) -> TrialState:
        """Return the treatment with some facts told otherwise; what no rule can tell apart is one."""
        chosen = self._as_told.copy()
        for fact in otherwise:
            at, choice = self._choice[fact]
            chosen[at] = choice
        choices = tuple(chosen)
        state = self._states.get(choices)
        if state is None:
            state = self._states[choices] = TrialState(self, choices)
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
        self.is_lifetime = settings.scope == "lifetime"
        self.is_overridden = any(trial.adequate is not None for trial in case.trials or ())
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
    def lends_class(self) -> frozenset[int]:
        """Where the treatments stand of which one tells the class of a drug for another: several of one drug that no table knows."""
        unknown = [unit for unit in self.trials if unit.as_read.known.drug_class is None and unit.as_read.name is not None]
        names = [unit.as_read.name for unit in unknown]
        told = {unit.as_read.name for unit in unknown if unit.trial.drug_class is not None}
        return frozenset(unit.place for unit in unknown if names.count(unit.as_read.name) > 1 and unit.as_read.name in told)

    def with_classes(self, trials: tuple[TrialState, ...]) -> tuple[TrialState, ...]:
        """Return the treatments, each with the class that another of the same drug tells where it has none."""
        told: dict[str | None, set[str]] = {}
        for at in self.lends_class:
            if (tells := trials[at].trial.drug_class) is not None:
                told.setdefault(self.trials[at].as_read.name, set()).add(tells)
        lent = list(trials)
        for at in self.lends_class:
            classes = tuple(sorted(told.get(self.trials[at].as_read.name, ())))
            if trials[at].trial.drug_class is None and classes:
                lent[at] = trials[at].of_class((classes[0], ()) if len(classes) == 1 else (None, classes))
        return tuple(lent)
