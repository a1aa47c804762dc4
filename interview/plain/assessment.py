"""A case and its assessment in lines, as `score --format text` prints them; it draws what the views say and adds nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from interview.language import _
from interview.plain.map_text import map_lines
from interview.views.depth_part import TITLE, depth_lines
from interview.views.finding_lines import FindingGroup, finding_groups
from interview.views.macro import macro_view
from interview.views.panel import panel
from interview.views.plan_lines import Deep, plan_lines
from interview.views.plan_part import PlanPart, plan_part
from trd_core.assessment import Assessment
from trd_core.case import Case


def assessment_lines(case: Case, assessment: Assessment) -> Iterator[str]:
    """Yield the whole assessment: the map, then findings by area, then what is open."""
    yield _("Assessment of {subject}").format(subject=case.subject or _("a person without a pseudonym"))
    yield _("An aid to a clinician's judgement. What nobody asked is unknown here, never a no.")
    yield ""
    yield from map_lines(macro_view(case, assessment.macro_analysis))
    yield ""
    yield from deep_lines(TITLE, depth_lines(case, assessment))
    yield from plan_in_lines(plan_part(case, assessment))
    yield from finding_lines(finding_groups(assessment))
    yield ""
    for group in panel(case, assessment, assessment.open_questions, shared=False).groups:
        if group.id == "settling":
            yield group.title
            yield from (f"  - {line.text}" for line in group.lines)


def plan_in_lines(part: PlanPart) -> Iterator[str]:
    """Yield what may be considered, and an empty line; nothing where there is nothing."""
    yield from deep_lines(_("What may be considered"), tuple(plan_lines(part)))


def deep_lines(title: str, lines: Sequence[Deep]) -> Iterator[str]:
    """Yield lines with a depth under their title, and an empty line; nothing where there is nothing."""
    if lines:
        yield title
        yield from (f"{'  ' * depth}{'- ' if depth == 1 else ''}{words}" for depth, words in lines)
        yield ""


def finding_lines(groups: Iterable[FindingGroup]) -> Iterator[str]:
    """Yield the findings by area: found, asked and not met, open."""
    for group in groups:
        yield group.title
        for line in group.present:
            remarks = f" ({'; '.join(line.remarks)})" if line.remarks else ""
            yield f"  - {line.title}: {line.standing}{remarks}"
            if line.reasons:
                yield _("      rests on {listed}").format(listed="; ".join(line.reasons))
            yield _("      rule {rule}, {status_words}: {citation}").format(
                rule=line.rule, status_words=line.status_words, citation=line.citation
            )
        if group.absent:
            yield _("  asked, and not met by what was told: {listed}").format(listed="; ".join(line.title for line in group.absent))
        if group.open:
            yield _("  open: {listed}").format(listed="; ".join(line.title for line in group.open))
