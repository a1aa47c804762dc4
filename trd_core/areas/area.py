"""How the findings of an area are named: `areas.<area>.<code>`, under the rule `<area>.<code>`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from trd_core.assessment import AreaFinding, AssessedArea
from trd_core.conclude import verdict
from trd_core.finding import Finding, Judged, complete


def area_verdict(area: AssessedArea, code: str, judged: Judged, *, flags: tuple[str, ...] = (), needs_clinician: bool = False) -> Finding:
    """Return the finding of one verdict of an area."""
    return verdict(f"areas.{area}.{code}", f"{area}.{code}", judged, flags=flags, needs_clinician=needs_clinician)


def in_short(findings: Iterable[Finding]) -> dict[AssessedArea, dict[str, AreaFinding]]:
    """Return the findings of the areas by area and code, without their reasons."""
    short: dict[AssessedArea, dict[str, AreaFinding]] = {
        "stress": {}, "lifestyle": {}, "illness_behavior": {}, "wellbeing": {}, "relationships": {}, "medical": {}, "safety": {},
    }  # fmt: skip
    for finding in findings:
        if finding.id.startswith("areas."):
            _, area, code = finding.id.split(".", 2)
            short[cast(AssessedArea, area)][code] = _short(finding)
    return short


def _short(finding: Finding) -> AreaFinding:
    return complete(
        AreaFinding,
        {
            "verdict": finding.verdict,
            "value": finding.value,
            "range": finding.range,
            "flags": finding.flags,
            "needs_clinician": finding.needs_clinician,
        },
    )
