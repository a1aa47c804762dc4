"""All trials of a case, each read once, with what bears on every one of them: the diagnosis, the person, the list's end."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from trd_core.case import Case
from trd_core.catalogue import number
from trd_core.facts import is_complete, is_one_of, is_true, reaches
from trd_core.finding import UNKNOWN, Judged, any_of, by_rule
from trd_core.pseudo_resistance import misdiagnosis, reasons_of
from trd_core.settings import Settings
from trd_core.trial_reading import TrialReading

MORE: Final = Judged(UNKNOWN, missing=("trials",), rules=("trial.list",))
"""A trial that nobody told of yet."""


def _read_all(case: Case, settings: Settings) -> tuple[TrialReading, ...]:
    readings = tuple(TrialReading(trial, place, settings, case.missing) for place, trial in enumerate(case.trials or ()))
    told: dict[str, set[str]] = {}
    for reading in readings:
        if reading.name is not None and reading.drug_class is not None:
            told.setdefault(reading.name, set()).add(reading.drug_class)
    for reading in readings:
        if reading.drug_class is None and reading.name in told:
            classes = tuple(sorted(told[reading.name]))
            if len(classes) == 1:
                reading.drug_class = classes[0]
            else:
                reading.classes_told = classes
    return readings


@dataclass(frozen=True)
class History:
    """The trials of a case as they were read."""

    case: Case
    settings: Settings

    @cached_property
    def readings(self) -> tuple[TrialReading, ...]:
        """Every trial, in the order of the list. A class named for a drug once holds for each trial of that drug.

        Where it was given several, a trial without one may be of any of them.
        """
        return _read_all(self.case, self.settings)

    @cached_property
    def is_complete(self) -> bool:
        """Whether no further trial may follow."""
        return is_complete(self.case, "trials")

    @property
    def is_lifetime(self) -> bool:
        """Whether staging reads the trials of the whole life."""
        return self.settings.scope == "lifetime"

    @cached_property
    def misdiagnosed(self) -> Judged:
        """Whether another diagnosis is the better one."""
        return misdiagnosis(self.case)

    @cached_property
    def reasons(self) -> dict[str, dict[str, Judged]]:
        """Reasons of pseudo-resistance by trial, whatever the outcome."""
        return {reading.trial.id: reasons_of(reading, self.misdiagnosed) for reading in self.readings}

    @cached_property
    def minimum_dose_needs_clinician(self) -> Judged:
        """Whether age, pregnancy or a disease makes the minimum dose a matter for the clinician."""
        return by_rule(
            "trial.needs_clinician",
            any_of(
                reaches(self.case, "person.age_years", number("older_age")),
                is_one_of(self.case, "person.pregnancy", ("pregnant",)),
                is_true(self.case, "medical.renal_disease"),
                is_true(self.case, "medical.hepatic_disease"),
            ),
        )

    def reading(self, trial_id: str) -> TrialReading:
        """Return the trial with this id. Raises `KeyError` where there is none."""
        for reading in self.readings:
            if reading.trial.id == trial_id:
                return reading
        raise KeyError(trial_id)
