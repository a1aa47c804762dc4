"""`life_chart(case)`: the lanes, the changes of drugs with their windows, and what each dated symptom is compatible with.

It places nothing by guess, says of nothing what caused it, and advises nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import product

from trd_core.case import Case
from trd_core.catalogue import number
from trd_core.history import History
from trd_core.life_chart.changes import Change, changes_of, drug_readings
from trd_core.life_chart.lanes import lanes_of
from trd_core.life_chart.model import LANES, AskWhen, Compatibility, DrugChange, Lane, LifeChart
from trd_core.life_chart.moments import moment
from trd_core.life_chart.symptoms import Symptom, symptoms_of
from trd_core.life_chart.windows import compatibilities, windows_of
from trd_core.settings import DEFAULT


def _nearest(compatibility: Compatibility) -> tuple[str, float, float, str]:
    return compatibility.symptom, max(0, compatibility.days[0]), compatibility.days[1], compatibility.change


def _in_time(change: DrugChange) -> tuple[dt.date, dt.date, str]:
    undated = dt.date.max
    return (undated, undated, change.id) if change.on is None else (change.on.earliest, change.on.latest, change.id)


def _ask_when(symptoms: tuple[Symptom, ...]) -> Iterator[AskWhen]:
    for symptom in symptoms:
        if symptom.when is None:
            yield AskWhen(entry=symptom.id, missing=symptom.inexact)


def _shown(change: Change) -> DrugChange:
    return change.shown.model_copy(update={"windows": windows_of(change)})


def life_chart(case: Case) -> LifeChart:
    """Return the chart of everything dated, and apart from it what has no date. The order of the case's lists does not matter."""
    if case.person.age_years is not None and case.person.age_years < number("adult_age"):
        return LifeChart(lanes=tuple(Lane(name=name) for name in LANES), flags=("under_age",))
    history = History(case, DEFAULT)
    changes, own = changes_of(case, history)
    symptoms = symptoms_of(case, own)
    readings = drug_readings(history)
    compatible = [each for symptom, change in product(symptoms, changes) for each in compatibilities(symptom, change, readings)]
    return LifeChart(
        assessed_on=moment(case.assessed_on),
        lanes=lanes_of(case, changes, symptoms),
        changes=tuple(sorted((_shown(change) for change in changes), key=_in_time)),
        compatible=tuple(sorted(compatible, key=_nearest)),
        ask_when=tuple(sorted(_ask_when(symptoms), key=lambda ask: ask.entry)),
    )
