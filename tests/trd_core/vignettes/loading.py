"""Vignettes as they stand in their files. It reads them and computes nothing.

name, source      what the case shows, and where the rule stands that its expectation was worked out from
given, settings   the case and the settings; or `raw`, the text of a file
in_depth          whether what conclusions hang on is computed, too
expect            values by their path in the assessment
findings          parts of findings by id; ids that begin with `life_chart.` are those of the chart
no_findings       ids of findings that must not be there
plan              parts of an entry of the plan, by option
decided_by        rules that took part in a finding, by id
incomplete        by finding: each fact named here, left out of the case alone, leaves it open and is named as missing
unless            by finding: each fact named here, changed alone to the value given, makes it not met
proposed          what must and must not be proposed
refused           for a file that does not fit: its place, what was found and what is allowed
boundary          parameters whose boundary the case stands at, each with the side: below, on or above
disagrees         why the core says something else; the case then must fail

A parameter is named by its file and its name, and where it holds several numbers by the key (`staging.mgh_points.ect`).
The text "null" stands for null, which TOML does not have.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Vignette:
    """One case, with the name of its file."""

    file: str
    whole: dict[str, Any]

    @property
    def id(self) -> str:
        """The file and the name, as a test shows it."""
        return f"{self.file}: {self.whole['name']}"

    def part(self, name: str) -> dict[str, Any]:
        """Return a table of the vignette; an empty one where it has none of that name."""
        found: dict[str, Any] = self.whole.get(name, {})
        return found


@cache
def vignettes() -> tuple[Vignette, ...]:
    """Return every vignette, in the order of the files and in them."""
    return tuple(
        Vignette(file.stem, whole) for file in sorted(FOLDER.glob("*.toml")) for whole in tomllib.loads(file.read_text("utf-8"))["vignette"]
    )


def null(value: Any) -> Any:
    """Return the value with null where its text stands."""
    if isinstance(value, list):
        return [null(each) for each in value]
    return None if value == "null" else value
