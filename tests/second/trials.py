"""One trial with its open facts filled in: what kind it is, which drug, whether it failed, whether it was adequate."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from itertools import product
from typing import Any

from tests.second import tables as t
from tests.second.fillings import Pick

Json = dict[str, Any]


class Record:
    """The case as plain JSON, with what several rules ask of it. Nothing here is filled in."""

    def __init__(self, case: Json, without: str | None = None, lifetime: bool = False, if_misdiagnosed: bool = False) -> None:
        """`without` leaves the trials with one outcome out of the staging models (S37), `lifetime` lets them read every episode.

        `if_misdiagnosed` takes another diagnosis for the better one.
        """
        self.case = case
        self.missing: Json = case.get("missing") or {}
        self.trials: list[Json] = list(case.get("trials") or [])
        self.without, self.lifetime = without, lifetime
        self.open = case.get("trials") is None or "trials" in self.missing
        self.episode: Json = case.get("episode") or {}
        flags = self.episode.get("misdiagnosis") or {}
        self.misdiagnosis: bool | None = True if if_misdiagnosed else self._misdiagnosis(flags)
        drugs = [trial for trial in self.trials if trial.get("agent") and trial.get("kind") in (None, "medication", "combined")]
        self.agents = tuple(sorted({str(trial["agent"]) for trial in drugs}))
        nameless = [trial for trial in self.trials if not trial.get("agent") and trial.get("kind") in (None, *t.DRUG_KINDS)]
        self.unnamed = tuple(dict.fromkeys(trial.get("drug_class") for trial in nameless))
        """The classes given, or None, of the drugs without a name: two of one class may be the same drug."""
        self.given_classes = {(trial["agent"], trial.get("drug_class")) for trial in drugs}
        self.classes: dict[str, str] = {}
        """The class of each drug out of the table, where it is known or, in `worlds`, supposed."""
        for trial in drugs:
            if trial["agent"] not in t.DOSES and trial.get("drug_class"):
                self.classes.setdefault(trial["agent"], trial["drug_class"])

    def worlds(self) -> Iterator[None]:
        """Every way in which the drugs out of the table may have a class: one for one drug, and one that somebody gave if any did."""
        known = dict(self.classes)
        out = [name for name in self.agents if name not in t.DOSES]
        given = {name: sorted(one for drug, one in self.given_classes if drug == name and one is not None) for name in out}
        for supposed in product(*(given[name] or t.CLASSES for name in out)):
            self.classes = dict(zip(out, supposed, strict=True))
            yield None
        self.classes = known

    def _misdiagnosis(self, flags: Json) -> bool | None:
        known = [flags.get(name) for name in t.DIAGNOSES]
        if True in known:
            return True
        if self.episode.get("misdiagnosis_suspected"):
            return None
        return False if all(value is False for value in known) else None

    def may_precede(self, first: int, second: int) -> bool:
        """Whether `first` stands before `second` if it belongs to a previous episode: unless their dates say otherwise."""
        return self.before(first, second) or not self.before_by_date(second, first)

    def before_by_date(self, first: int, second: int) -> bool:
        """Whether the dates alone put `first` before `second`."""
        one, two = self.trials[first].get("started"), self.trials[second].get("started")
        return bool(one and two and days_of(one)[1] < days_of(two)[0])

    def before(self, first: int, second: int) -> bool:
        """Whether trial `first` stands before trial `second`: by `started` where both are known and differ, else by the list (S9)."""
        return self.before_by_date(first, second) or (first < second and not self.before_by_date(second, first))


def days_of(date: str) -> tuple[str, str]:
    """The first and the last day that a date may be."""
    if len(date) == 10:
        return date, date
    year, month = int(date[:4]), int(date[5:7] or 0)
    return f"{year}-{month or 1:02}-01", f"{year}-{month or 12:02}-{calendar.monthrange(year, month or 12)[1]}"


class Filled:
    """Trial number `index` of a record, in one way of filling in."""

    def __init__(self, record: Record, index: int, pick: Pick) -> None:
        self.record, self.index, self.pick = record, index, pick
        self.trial = record.trials[index]

    def fact(self, name: str, candidates: tuple[Any, ...]) -> Any:
        value = self.trial.get(name)
        return self.pick((self.index, name), candidates) if value is None else value

    @property
    def kind(self) -> str:
        return str(self.fact("kind", t.KINDS))

    @property
    def outcome(self) -> str:
        return str(self.fact("outcome", t.OUTCOMES))

    @property
    def current(self) -> bool:
        return bool(self.fact("episode", ("current", "previous")) == "current")

    @property
    def in_scope(self) -> bool:
        """Whether the staging models read the trial: of the current episode unless all of life is asked for, and not left out."""
        left_out = self.record.without is not None and self.outcome == self.record.without
        return not left_out and (self.record.lifetime or self.current)

    @property
    def drug(self) -> str:
        """The drug's name; an unnamed one may be any named one, one that others share, or one of its own (S9)."""
        name = self.trial.get("agent")
        return str(name if name is not None else self.pick((self.index, "agent"), self._possible_drugs()))

    def _possible_drugs(self) -> tuple[str, ...]:
        given = self.trial.get("drug_class")

        def fits(name: str) -> bool:
            usual = t.DOSES[name][0] if name in t.DOSES else self.record.classes.get(name, given)
            return given is None or usual == given or (name, given) in self.record.given_classes

        shared = (f"shared {one}" for one in self.record.unnamed if given in (None, one))
        return (f"own {self.index}", *shared, *filter(fits, self.record.agents))

    @property
    def drug_class(self) -> str:
        """As given, else the dose table's; of a drug out of the table, whatever fits every trial of it."""
        given, name = self.trial.get("drug_class"), self.drug
        if given is not None:
            return str(given)
        if name in t.DOSES:
            return t.DOSES[name][0]
        if name.startswith("shared ") and name != "shared None":
            return name.removeprefix("shared ")
        return self.record.classes.get(name) or str(self.pick((self.index, "class"), t.CLASSES))

    @property
    def class_key(self) -> str:
        """What counts as one class: `other` is no class, each such drug is its own (S6)."""
        return f"other {self.drug}" if self.drug_class == "other" else self.drug_class

    @property
    def dose_short(self) -> bool:
        """Whether the dose is below the minimum; a drug out of the table has an unknown minimum."""
        name = self.drug
        dose = self.trial.get("dose_mg")
        if dose is None or name not in t.DOSES:
            return bool(self.pick((self.index, "dose short"), (False, True)))
        return bool(dose < t.DOSES[name][1])

    @property
    def weeks(self) -> float:
        return float(self.fact("weeks", t.WEEKS_FILLINGS))

    @property
    def sessions(self) -> float:
        return float(self.fact("sessions", t.SESSIONS_FILLINGS))

    @property
    def adherence_short(self) -> bool:
        """Adherence known to fall short; not known is not short."""
        return self.trial.get("adherence_percent") is not None and self.trial["adherence_percent"] < t.ADHERENCE_PERCENT

    def adequate(self, model: str) -> bool:
        """Adequacy under one model. The override decides (C)."""
        if self.trial.get("adequate") is not None:
            return bool(self.trial["adequate"])
        kind = self.kind
        if kind == "ect":
            return self.sessions >= t.ECT_SESSIONS
        if self.adherence_short:
            return False
        if model == "type_c" or (model == "dutch" and kind == "psychotherapy"):
            return self.therapy_long_enough
        if model == "refractoriness":
            minimum = t.TABLE3_DRUG_WEEKS if kind == "medication" else t.TABLE3_THERAPY_WEEKS
        else:
            minimum = t.STAGING_WEEKS
        if self.weeks < minimum:
            return False
        return kind == "psychotherapy" or not self.dose_short

    @property
    def therapy_long_enough(self) -> bool:
        """12 weeks or 12 sessions."""
        if self.weeks >= t.TYPE_C_WEEKS:
            return True
        return self.sessions >= t.TYPE_C_SESSIONS

    @property
    def taken_out(self) -> bool:
        """A reason of pseudo-resistance known to hold takes the trial out of the staging models; an override decides (S1, S32)."""
        if self.trial.get("adequate") is not None:
            return False
        if self.record.misdiagnosis is True and self.current:
            return True
        if self.trial.get("dose_lowered_before_loss") is True and self.outcome == "loss_of_effect" and self.kind in t.DRUG_KINDS:
            return True
        if self.trial.get("evidence_based") is False and self.kind != "combined":
            return True
        return self.trial.get("metabolic_inducer") is True and self.kind in t.DRUG_KINDS

    @property
    def augmentations(self) -> list[str]:
        return list(self.trial.get("augmentations") or [])

    @property
    def augmentations_open(self) -> bool:
        return self.trial.get("augmentations") is None or f"trials.{self.trial['id']}.augmentations" in self.record.missing

    def augmentation_number(self, *more: float) -> float:
        """How many strategies were added; `more` are the candidates for those not listed."""
        listed = len(set(self.augmentations))
        return listed + (self.pick((self.index, "augmentations"), (0, *more)) if self.augmentations_open else 0)
