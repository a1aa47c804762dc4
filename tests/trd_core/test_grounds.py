"""What a finding about treatments rests on: exactly these facts, these rules, this status; and what would narrow it, no more and no less.

What is expected stands in `grounds.toml`, for the cases of `grounds.py`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.trd_core.grounds import MISDIAGNOSED, SUSPECTED, TAKEN_OUT, TOLD, partly_told
from trd_core.assess import assess
from trd_core.finding import Finding
from trd_core.reading import case_of

EXPECTED: dict[str, dict[str, dict[str, Any]]] = tomllib.loads((Path(__file__).parent / "grounds.toml").read_text("utf-8"))
CASES = {"told": TOLD, "partly_told": partly_told(), "taken_out": TAKEN_OUT, "misdiagnosed": MISDIAGNOSED, "suspected": SUSPECTED}


@pytest.fixture(scope="module")
def found() -> dict[str, dict[str, Finding]]:
    """The findings of each case."""
    return {name: dict(assess(case_of(given)).findings) for name, given in CASES.items()}


def paths(rows: Iterable[str]) -> list[str]:
    """Return whole paths: `ser: kind weeks` are two facts of one treatment."""
    whole = []
    for row in rows:
        trial, colon, names = row.partition(": ")
        whole += [f"trials.{trial}.{name}" for name in names.split()] if colon else [row]
    return whole


def told(given: dict[str, Any], path: str) -> Any:
    """Return what a case says at a path: of augmentations how many, of other lists the entries."""
    part: Any = given
    steps = path.split(".")
    if steps[0] == "trials":
        part = next(trial for trial in given["trials"] if trial["id"] == steps[1])
        steps = steps[2:]
    for step in steps:
        part = part[step]
    if isinstance(part, list):
        return len(part) if steps[-1] == "augmentations" else tuple(part)
    return part


@pytest.mark.parametrize(("case", "finding_id"), [(case, each) for case, findings in EXPECTED.items() for each in findings])
def test_it_rests_on_these_facts_and_misses_those(case: str, finding_id: str, found: dict[str, dict[str, Finding]]) -> None:
    expected, finding = EXPECTED[case][finding_id], found[case][finding_id]
    bounds = tuple(None if each == "no top" else each for each in expected.get("range", ()))
    assert (expected.get("verdict"), expected.get("value"), bounds or None) == (finding.verdict, finding.value, finding.range)
    assert [(path, told(CASES[case], path)) for path in paths(expected["reasons"])] == [(each.path, each.value) for each in finding.reasons]
    assert paths(expected.get("missing", ())) == list(finding.missing)
    assert (expected["rules"], expected["rules"][0], expected["status"]) == (list(finding.rules), finding.rule, finding.status)
    assert (tuple(expected.get("flags", ())), expected.get("clinician", False)) == (finding.flags, finding.needs_clinician)


def test_no_finding_about_treatments_is_left_out(found: dict[str, dict[str, Finding]]) -> None:
    about = ("trials.", "resistance_types.", "staging.", "common_definition.", "refractoriness", "toxicity.", "suitability.")
    for case in ("told", "partly_told"):
        assert list(EXPECTED[case]) == [each for each in found[case] if each.startswith(about)]
