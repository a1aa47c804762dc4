"""The clinician's view while the interview runs: what was found so far, what is open, which questions would settle most.

On the shared screen it says nothing clinical: only how many questions are still worth asking.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from interview.views.locale import counted
from interview.views.path_titles import path_title
from interview.views.treatments import how_many, treatment_lines
from interview.views.words_clinician import area_title, flag_words, is_open, title, verdict_word
from trd_core.assessment import Assessment, OpenQuestion
from trd_core.case import Case
from trd_core.finding import Finding

Sign = Literal["present", "open", "plain"]
PARTS_OF_A_WHOLE: Final = (
    "allostatic.criteria.",
    "macro_analysis.",
    "toxicity.ordinal",
    "areas.wellbeing.unbalanced",
    "areas.relationships.isolation",
)
"""Findings that say again what another line says, or that stand elsewhere."""
MOST: Final = 5
"""How many of the questions that settle most are named."""


@dataclass(frozen=True, slots=True)
class PanelLine:
    """One line: its words, its sign (never by colour alone), and where it leads."""

    text: str
    sign: Sign = "plain"
    finding: str | None = None
    """Id of the finding that it shows."""
    link_id: str | None = None
    """The question that it leads to."""


@dataclass(frozen=True, slots=True)
class PanelGroup:
    """Lines that belong together."""

    title: str
    lines: tuple[PanelLine, ...]


@dataclass(frozen=True, slots=True)
class PanelView:
    """The whole panel; on the shared screen it has no groups."""

    shared: bool
    summary: str
    """One neutral line, fit for a screen that the person sees."""
    groups: tuple[PanelGroup, ...] = ()


def panel(case: Case, assessment: Assessment, open_questions: Sequence[OpenQuestion], shared: bool) -> PanelView:
    """Return the panel's lines; nothing clinical where the screen is shared."""
    settling = [question for question in open_questions if question.settles]
    summary = f"{counted(len(settling), 'question')} still open"
    if shared:
        return PanelView(True, summary)
    groups = (
        PanelGroup("Latest treatment", _latest(assessment)),
        PanelGroup("Safety", _safety(assessment)),
        PanelGroup("Treatments", _treatments(case)),
        PanelGroup("Found so far", _found(assessment)),
        PanelGroup("Open", _open(assessment)),
        PanelGroup("Would settle most", _settling(settling)),
        PanelGroup("Map", _map(assessment)),
    )
    return PanelView(False, summary, tuple(group for group in groups if group.lines))


def present(finding: Finding) -> bool:
    """Whether a finding is to be shown as found: met, or a value of its own that is known."""
    return finding.verdict == "met" and not finding.id.startswith(PARTS_OF_A_WHOLE)


def _latest(assessment: Assessment) -> tuple[PanelLine, ...]:
    lines = [
        PanelLine(f"{title(each)}: {_rated(assessment, each, rating)}", "plain" if rating is not None else "open", each)
        for each, rating in (
            ("response.direction", assessment.response.kellner),
            ("response.self_direction", assessment.response.kellner_self),
        )
        if each in assessment.findings
    ]
    if assessment.response.ratings_differ:
        lines.append(PanelLine("The two ratings lie apart: worth a question", "open", "response.ratings_differ"))
    return tuple(lines)


def _rated(assessment: Assessment, finding_id: str, rating: int | None) -> str:
    return "not rated" if rating is None else f"{rating} of 9, {verdict_word(assessment.findings[finding_id])}"


def _safety(assessment: Assessment) -> tuple[PanelLine, ...]:
    finding = assessment.findings.get("safety")
    if finding is None:
        return ()
    lines = [PanelLine(verdict_word(finding).capitalize(), "open" if finding.is_open else "present", finding.id)]
    lines += [
        PanelLine(f"{title(f'areas.safety.{sign}')}: endorsed", "present", f"areas.safety.{sign}") for sign in assessment.safety.signs
    ]
    if assessment.safety.needs_disposition and not assessment.safety.disposition_recorded:
        lines.append(PanelLine("What was done about it is not recorded yet", "open"))
    return tuple(lines)


def _treatments(case: Case) -> tuple[PanelLine, ...]:
    lines = [
        PanelLine(f"{each.line}{' (latest)' if each.is_latest else ''}", "open" if each.open else "plain", link_id=f"trials[{each.index}]")
        for each in treatment_lines(case)
    ]
    return (PanelLine(how_many(case), "open" if case.trials is None or "trials" in case.missing else "plain"), *lines)


def _found(assessment: Assessment) -> tuple[PanelLine, ...]:
    shown = [each for each in assessment.findings.values() if present(each) and not each.id.startswith(("areas.safety.", "response."))]
    return tuple(PanelLine(f"{title(each.id)}: {'; '.join((verdict_word(each), *flag_words(each)))}", "present", each.id) for each in shown)


def _open(assessment: Assessment) -> tuple[PanelLine, ...]:
    by_area: dict[str, int] = {}
    for finding in assessment.findings.values():
        parts = finding.id.split(".")
        area = parts[1] if parts[0] == "areas" else "stress" if parts[0] == "allostatic" else parts[0]
        if is_open(finding) and area not in ("macro_analysis", "safety", "response"):
            by_area[area] = by_area.get(area, 0) + 1
    return tuple(PanelLine(f"{area_title(area)}: {counted(count, 'finding')} open", "open") for area, count in by_area.items())


def _settling(questions: Sequence[OpenQuestion]) -> tuple[PanelLine, ...]:
    lines = [
        PanelLine(f"{path_title(each.link_id)}: would help to settle {counted(len(each.settles), 'finding')}", "open", link_id=each.link_id)
        for each in questions[:MOST]
    ]
    more = len(questions) - MOST
    return (*lines, PanelLine(f"and {counted(more, 'more question')}")) if more > 0 else tuple(lines)


def _map(assessment: Assessment) -> tuple[PanelLine, ...]:
    analysis = assessment.macro_analysis
    if not analysis.problems:
        return ()
    lines = [PanelLine(f"{counted(len(analysis.problems), 'problem')}, {counted(len(analysis.links), 'link')} confirmed")]
    if analysis.circles:
        lines.append(PanelLine(counted(len(analysis.circles), "circle"), "present"))
    if analysis.rate_first:
        lines.append(PanelLine(f"{counted(len(analysis.rate_first), 'problem')} without a rating of urgency", "open"))
    return tuple(lines)
