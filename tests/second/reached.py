"""How often each verdict and value came out, known and unknown: what the generated cases reach, and what they do not."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import Any

from tests.second.trials import Json

CLOSED, OPEN = "known", "open"
PARTS = ("response", "trials", "resistance_types", "staging", "common_definition", "refractoriness", "toxicity", "allostatic", "safety")
LEFT_OUT = ("value", "judgeable_on", "possible")
WANTED: dict[str, tuple[str, ...]] = {
    "refractoriness.verdict": ("met",),
    "resistance_types.a": ("met",),
    "resistance_types.b": ("met",),
    "resistance_types.c": ("met",),
    "resistance_types.d": ("met",),
    "staging.european": ("CRD",),
    "staging.thase_rush": ("V",),
    "response.spectrum": (
        "full_response",
        "response_with_residual",
        "partial_response",
        "non_response",
        "resistance",
        "refractoriness",
        "deterioration",
        "pseudo_resistance",
        "too_early",
        "inconsistent",
        "unknown",
    ),
}
"""Rare conclusions that a comparison must meet often, or it shows little."""


class Reached:
    """Counts over many assessments by the second implementation."""

    def __init__(self) -> None:
        self.cases = 0
        self.values: dict[str, Counter[str]] = defaultdict(Counter)

    def add(self, assessment: Json) -> None:
        """Count every verdict, every name, and whether a number is known; a trial's, once for each trial."""
        self.cases += 1
        for part in PARTS:
            self._walk(assessment[part], part)

    def _walk(self, tree: Any, path: str) -> None:
        if not isinstance(tree, dict):
            self.values[path][_word(tree)] += 1
            return
        if "range" in tree:
            self.values[path][OPEN if tree["value"] is None else _word(tree["value"])] += 1
        for name, value in tree.items():
            if name not in LEFT_OUT and not name.endswith("range"):
                self._walk(value, re.sub(r"^trials\.[^.]+", "trials.*", f"{path}.{name}"))

    def share(self, path: str, value: str) -> float:
        """The share of the cases in which this came out."""
        return self.values[path][value] / self.cases

    def lines(self) -> list[str]:
        """One line a path, the values by number."""
        return [
            f"  {path}: " + ", ".join(f"{value} {number}" for value, number in sorted(self.values[path].items())) for path in self.values
        ]


def _word(value: Any) -> str:
    return CLOSED if isinstance(value, int | float) and not isinstance(value, bool) else str(value)
