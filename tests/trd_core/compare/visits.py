"""Two visits of one person, from plain values."""

from __future__ import annotations

from typing import Any

from trd_core.assess import assess
from trd_core.compare import compare
from trd_core.comparison import Comparison
from trd_core.reading import case_of
from trd_core.settings import DEFAULT, Settings

FEW = {"id": "low_mood", "label": "Low mood", "area": "psychiatric", "severity": 2, "burden": 2, "impairment": 2, "urgency": 2}
SLEEP = {"id": "insomnia", "label": "Insomnia", "area": "lifestyle", "severity": 1, "burden": 1, "impairment": 1, "urgency": 1}


def between(before: dict[str, Any], after: dict[str, Any], settings: tuple[Settings, Settings] = (DEFAULT, DEFAULT)) -> Comparison:
    """Return what changed between two cases given as plain values."""
    cases = case_of(before), case_of(after)
    return compare(assess(cases[0], settings[0]), assess(cases[1], settings[1]), *cases)


def changes(of: Comparison) -> dict[str, str]:
    """Return how each finding that is not the same changed, by its id."""
    listed = (*of.stages, *of.response, of.allostatic, of.map.first, of.map.primary, *of.findings, *of.safety.answers)
    return {each.id: each.change for each in listed if each.change not in {"same", "still_open"}}


def presences(of: Comparison) -> dict[str, str]:
    """Return whether each problem is new, gone or kept, by its key."""
    return {each.key: each.presence for each in of.map.problems}
