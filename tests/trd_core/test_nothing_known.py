"""Of a case of which nobody asked anything each finding is open, says what would settle it, by which rule, and how sure that rule is.

What is expected stands in `nothing_known.toml`, read against the clinical rules; a finding that is not there fails.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from trd_core.assess import assess
from trd_core.case import Case
from trd_core.catalogue import cited, rules
from trd_core.finding import Finding

EXPECTED: dict[str, dict[str, Any]] = tomllib.loads((Path(__file__).parent / "nothing_known.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def found() -> dict[str, Finding]:
    """The findings of an empty case."""
    return dict(assess(Case()).findings)


def test_every_finding_stands_in_the_table_in_its_order(found: dict[str, Finding]) -> None:
    assert list(EXPECTED) == list(found)


@pytest.mark.parametrize("finding_id", EXPECTED)
def test_it_is_open_and_says_what_would_settle_it(finding_id: str, found: dict[str, Finding]) -> None:
    expected, finding = EXPECTED[finding_id], found[finding_id]
    rule = expected.get("rule", finding_id.removeprefix("areas."))
    assert (expected.get("value"), tuple(expected["missing"])) == (finding.value, finding.missing)
    assert (None if {"value", "range"} & set(expected) else "unknown") == finding.verdict
    bounds = tuple(None if each == "no top" else each for each in expected.get("range", ()))
    assert (bounds or None) == finding.range
    assert (rule, (rule, *expected.get("with", ())), expected["status"]) == (finding.rule, finding.rules, finding.status)
    assert cited(rules()[rule].citation, rules()[rule].locator) == finding.citation
    assert expected.get("clinician", False) is finding.needs_clinician
    assert (tuple(expected.get("flags", ())), ()) == (finding.flags, finding.reasons)
