"""Findings grouped by area, each with its reasons, citation and status; and the sources of the rules that decided them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from interview.views.locale import listed
from interview.views.path_titles import path_title
from interview.views.words_clinician import area_title, flag_words, is_open, status_words, title, value_in_words, verdict_word
from trd_core.assessment import Assessment
from trd_core.finding import Finding
from trd_core.formulation.proposal import Proposals

ORDER: Final = (
    "response", "stress", "lifestyle", "illness_behavior", "wellbeing", "relationships", "medical", "safety", "toxicity", "impediments",
)  # fmt: skip
MACHINES_ONLY: Final = re.compile(r"toxicity\.ordinal|macro_analysis\..*|areas\.wellbeing\..*_(impaired|excessive)")
"""Not in a report that a person reads: an order of this project's own; the map, which has its own part; the profile said twice."""


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One finding and everything it rests on."""

    id: str
    title: str
    standing: str
    """How it stands, in words."""
    is_met: bool
    is_open: bool
    reasons: tuple[str, ...]
    missing: tuple[str, ...]
    remarks: tuple[str, ...]
    """What must be shown beside it."""
    rule: str
    citation: str
    status: str
    """`paper`, `checked`, `recalled`, `project`."""
    status_words: str


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """The findings of one area, in three heaps that stay apart."""

    area: str
    title: str
    present: tuple[FindingLine, ...]
    open: tuple[FindingLine, ...]
    absent: tuple[FindingLine, ...]
    """Looked for and not met by what was told; no more than that."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source, and the rules that rest on it with how sure each is."""

    citation: str
    rules: tuple[tuple[str, str], ...]
    """Rule, status in words."""


def finding_groups(assessment: Assessment) -> tuple[FindingGroup, ...]:
    """Return the findings of each area that has any, in the order of reading."""
    by_area: dict[str, list[Finding]] = {}
    for finding in assessment.findings.values():
        if not MACHINES_ONLY.fullmatch(finding.id) and not finding.id.startswith("plan."):
            by_area.setdefault(_area_of(finding.id), []).append(finding)
    areas = (*(area for area in ORDER if area in by_area), *(area for area in by_area if area not in ORDER))
    return tuple(_group(area, by_area[area]) for area in areas)


def finding_line(finding: Finding) -> FindingLine:
    """Return one finding in words."""
    return FindingLine(
        id=finding.id,
        title=title(finding.id),
        standing=verdict_word(finding),
        is_met=finding.verdict == "met",
        is_open=is_open(finding),
        reasons=tuple(f"{path_title(each.path)}: {value_in_words(each.path, each.value)}" for each in finding.reasons),
        missing=tuple(path_title(path) for path in finding.missing),
        remarks=flag_words(finding),
        rule=finding.rule,
        citation=finding.citation,
        status=finding.status,
        status_words=status_words(finding.status),
    )


def sources(assessment: Assessment, proposals: Proposals | None = None) -> tuple[SourceLine, ...]:
    """Return the sources of every rule that took part, in alphabetical order, each rule with its status."""
    found: dict[str, dict[str, str]] = {}
    entries = [
        (each.citation, each.rule, each.status) for each in assessment.findings.values() if not each.id.startswith("toxicity.ordinal")
    ]
    if proposals is not None:
        entries += [(each.citation, each.rule, each.status) for each in proposals.problems]
        entries += [(each.citation, each.rule, each.status) for each in proposals.links]
    for citation, rule, status in entries:
        found.setdefault(citation, {})[rule] = status_words(status)
    return tuple(SourceLine(citation, tuple(sorted(found[citation].items()))) for citation in sorted(found))


def _area_of(finding_id: str) -> str:
    first, _, rest = finding_id.partition(".")
    if first == "areas":
        return rest.partition(".")[0]
    return "stress" if first == "allostatic" else first


def _group(area: str, findings: list[Finding]) -> FindingGroup:
    lines = [finding_line(each) for each in findings]
    return FindingGroup(
        area=area,
        title=area_title(area),
        present=tuple(line for line in lines if not line.is_open and (line.is_met or _is_value(line, findings))),
        open=tuple(line for line in lines if line.is_open),
        absent=tuple(line for line in lines if not line.is_open and not line.is_met and not _is_value(line, findings)),
    )


def _is_value(line: FindingLine, findings: list[Finding]) -> bool:
    return any(each.id == line.id and each.verdict is None for each in findings)


def absent_in_words(group: FindingGroup) -> str:
    """Return what was looked for and not met, in one line."""
    return listed([f"{line.title} ({line.standing})" for line in group.absent])
