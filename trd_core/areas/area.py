"""How the findings of an area are named: `areas.<area>.<code>`, under the rule `<area>.<code>`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final, cast

from trd_core.assessment import AreaFinding, AssessedArea
from trd_core.conclude import lasts, verdict
from trd_core.finding import Finding, Judged, complete
from trd_core.keeping import Memory

_SHORT: Final[Memory[int, tuple[Finding, AreaFinding]]] = Memory()


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
            area, code = _place(finding.id)
            short[area][code] = _short(finding)
    return short


@cache
def _place(finding_id: str) -> tuple[AssessedArea, str]:
    _, area, code = finding_id.split(".", 2)
    return cast(AssessedArea, area), code


def _short(finding: Finding) -> AreaFinding:
    kept = _SHORT.get(id(finding))
    if kept is not None and kept[0] is finding:
        return kept[1]
    made = _shortened(finding)
    return _SHORT.keep(id(finding), (finding, made))[1] if lasts(finding) else made


def _shortened(finding: Finding) -> AreaFinding:
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
