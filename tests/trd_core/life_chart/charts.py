"""Small cases for the chart, and its answers by name."""

from __future__ import annotations

import datetime as dt
from typing import Any

from trd_core.life_chart.chart import life_chart
from trd_core.life_chart.model import Compatibility, Entry, LifeChart
from trd_core.reading import case_of

STOPPED_ON = dt.date(2025, 3, 1)


def chart(**given: Any) -> LifeChart:
    """Return the chart of a case given as plain values."""
    return life_chart(case_of(given))


def day(after: int, start: dt.date = STOPPED_ON) -> str:
    """Return the day so many days after another."""
    return (start + dt.timedelta(days=after)).isoformat()


def drug(trial: str = "t1", **facts: Any) -> dict[str, Any]:
    """Return a treatment with paroxetine that was stopped on the first of March 2025."""
    whole = {
        "id": trial,
        "kind": "medication",
        "agent": "paroxetine",
        "dose_mg": 20,
        "started": "2024-01-15",
        "ended": STOPPED_ON.isoformat(),
        "episode": "current",
        **facts,
    }
    return {name: value for name, value in whole.items() if value is not None}


def compatibility(of: LifeChart, explanation: str, symptom: str, change: str) -> Compatibility:
    """Return one answer."""
    (found,) = (each for each in of.compatible if (each.compatible_with, each.symptom, each.change) == (explanation, symptom, change))
    return found


def verdicts(of: LifeChart, symptom: str, change: str) -> dict[str, str | None]:
    """Return the verdicts about one symptom after one change."""
    return {each.compatible_with: each.finding.verdict for each in of.compatible if (each.symptom, each.change) == (symptom, change)}


def entry(of: LifeChart, lane: str, identifier: str) -> Entry:
    """Return one dated entry."""
    (row,) = (each for each in of.lanes if each.name == lane)
    (found,) = (each for each in row.entries if each.id == identifier)
    return found


def undated(of: LifeChart, lane: str) -> list[str]:
    """Return the ids of what has no date."""
    (row,) = (each for each in of.lanes if each.name == lane)
    return [each.id for each in row.undated]
