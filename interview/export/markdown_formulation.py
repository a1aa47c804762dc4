"""The formulation in Markdown: the hierarchy with its key, circles, links, what the program proposes, the person's own map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from interview.export.escaping import escape
from interview.views.locale import listed
from interview.views.macro import WHAT_LINKS_ARE, LinkRow, MacroView
from interview.views.report import Report


def formulation(report: Report) -> Iterator[str]:
    """Yield the lines of the formulation."""
    view = report.macro
    yield from ("## Formulation", "")
    if not view.rows:
        yield from ("No problem was confirmed, so there is no hierarchy.", "")
    else:
        yield from _hierarchy(view)
        yield from _map(view)
    yield from _persons(view)
    yield from _proposed(view)


def _hierarchy(view: MacroView) -> Iterator[str]:
    yield from ("### Hierarchy of problems", "")
    if view.rate_first:
        yield from (f"**To be rated first, since their urgency is not known:** {_names(view.rate_first)}.", "")
    for row in view.rows:
        signs = [*(["in a circle"] if row.in_circle else []), *(["severe, and no treatment for it here: refer"] if row.refer else [])]
        yield f"{row.rank}. **{escape(row.label)}** ({row.area}{', ' + ', '.join(signs) if signs else ''})"
        yield f"   - key: {'; '.join(f'{part.name} {part.words}' for part in row.key)}"
        if row.before_next:
            yield f"   - {escape(row.before_next)}"
    yield from ("", "The key is compared from its first part to its last, higher first; `?` was not rated and sorts lowest.", "")
    if view.override is not None:
        yield from (f"The clinician's own order: {_names(view.override.order)}. Reason: {escape(view.override.reason)}", "")
        if view.override.left_out:
            yield from (f"Not named in that order: {_names(view.override.left_out)}.", "")
    yield from (f"Primary: {escape(view.primary_words)}", "")


def _map(view: MacroView) -> Iterator[str]:
    if view.circles:
        yield from ("### Circles", "", "Problems that lead back to themselves:", "")
        yield from (f"- {_names(circle)}" for circle in view.circles)
        yield ""
    yield from ("### Links", "")
    if not view.links:
        yield from ("No link was confirmed.", "")
        return
    yield from (WHAT_LINKS_ARE, "")
    for link in view.links:
        yield from _link(link)
    yield ""


def _link(link: LinkRow) -> Iterator[str]:
    details = f" ({escape('; '.join(link.details))})" if link.details else ""
    rationale = f": {escape(link.rationale)}" if link.rationale else ""
    yield f"- {escape(link.sentence)}{details}{rationale}"


def _persons(view: MacroView) -> Iterator[str]:
    if view.persons_problems or view.persons_links:
        yield from ("### The person's own map, not ranked", "")
        yield from (f"- {escape(label)}" for label in view.persons_problems)
        for link in view.persons_links:
            yield from _link(link)
        yield ""


def _proposed(view: MacroView) -> Iterator[str]:
    if view.proposed_problems or view.proposed_links:
        yield from ("### Proposed by the program, not confirmed", "", "In no ranking and no circle.", "")
    for problem in view.proposed_problems:
        remarks = f" ({'; '.join(problem.remarks)})" if problem.remarks else ""
        yield f"- **{escape(problem.title)}** ({problem.area}){remarks}"
        if problem.evidence:
            yield f"  - because {escape('; '.join(problem.evidence))}"
        yield f"  - what would speak against it: {escape(problem.speaks_against)}"
        yield f"  - {problem.status}: {escape(problem.citation)}"
    for link in view.proposed_links:
        yield f"- {escape(link.sentence)}{' (a remark only)' if link.shown_only else ''}"
        if link.evidence:
            yield f"  - because {escape('; '.join(link.evidence))}"
        yield f"  - what would speak against it: {escape(link.speaks_against)}"
        yield f"  - {link.status}: {escape(link.citation)}"
    if view.proposed_problems or view.proposed_links:
        yield ""
    if view.rejected:
        yield from ("Turned down by the clinician:", "")
        yield from (f"- {escape(each)}" for each in view.rejected)
        yield ""


def _names(labels: Iterable[str]) -> str:
    return listed([escape(label) for label in labels])
