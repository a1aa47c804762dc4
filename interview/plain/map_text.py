"""The macro-analysis in lines: the hierarchy with its key, links, circles, what is proposed. Unrated is `?`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from interview.language import _
from interview.views.hierarchy_key import KeyPart
from interview.views.macro import WHAT_LINKS_ARE, MacroView, ProblemRow
from interview.views.proposals import LinkHypothesis, ProposedProblem


def map_lines(view: MacroView) -> Iterator[str]:
    """Yield the confirmed map."""
    if not view.rows:
        yield _("No problem is on the map yet.")
        return
    if view.rate_first:
        yield _("Rate first (urgency is not rated): {listed}").format(listed=", ".join(view.rate_first))
    yield _("Problem hierarchy: an order to think with, not an instruction")
    for row in view.rows:
        yield from _row(row)
    yield view.primary_words
    yield WHAT_LINKS_ARE if view.links else _("No link is on the map yet.")
    for link in view.links:
        yield f"  - {link.sentence}{' (' + '; '.join(link.details) + ')' if link.details else ''}"
        if link.rationale:
            yield _("    because: {rationale}").format(rationale=link.rationale)
    for circle in view.circles:
        yield _("Vicious circle: {listed}").format(listed=" → ".join((*circle, circle[0])))
    if view.override is not None:
        yield _("The clinician's own order: {listed}. Reason: {reason}").format(
            listed=", ".join(view.override.order), reason=view.override.reason
        )
        if view.override.left_out:
            yield _("  not named in it: {listed}").format(listed=", ".join(view.override.left_out))
    if view.persons_problems:
        yield _("The person's own map, not ranked: {listed}").format(listed=", ".join(view.persons_problems))
        yield from (f"  - {link.sentence}" for link in view.persons_links)


def _row(row: ProblemRow) -> Iterator[str]:
    marks = [
        mark
        for mark, holds in (
            (_("in a circle"), row.in_circle),
            (_("confirmed as primary"), row.is_confirmed),
            (_("proposed as primary"), row.is_primary and not row.is_confirmed),
            (_("refer"), row.refer),
        )
        if holds
    ]
    yield f"  {row.rank}. {row.label} [{row.id}] · {row.area}{' · ' + ', '.join(marks) if marks else ''}"
    yield f"     {', '.join(_part(part) for part in row.key)}"
    if row.before_next:
        yield f"     {row.before_next}"


def _part(part: KeyPart) -> str:
    return part.words if part.words.startswith(part.name) else f"{part.name} {part.words}"


def proposal_lines(view: MacroView, numbers: Mapping[str, int]) -> Iterator[str]:
    """Yield what is proposed, by number: problems first, then links. Nothing here is on the map before it is confirmed."""
    links = [link for link in view.proposed_links if not link.shown_only]
    if view.proposed_problems:
        yield _("Proposed problems, to be confirmed or rejected")
    for problem in view.proposed_problems:
        yield f"  {numbers[problem.id]}. {problem.title} · {problem.area}"
        yield from (_("     note: {remark}").format(remark=remark) for remark in problem.remarks)
        yield from _grounds(problem)
    if links:
        yield _("Proposed links, hypotheses of low certainty")
    for link in links:
        yield f"  {numbers[link.id]}. {link.sentence}"
        yield from _grounds(link)
    yield from (
        _("  Remark: {sentence} ({citation})").format(sentence=link.sentence, citation=link.citation)
        for link in view.proposed_links
        if link.shown_only
    )
    if not links and not view.proposed_problems:
        yield _("Nothing is proposed.")


def _grounds(proposal: ProposedProblem | LinkHypothesis) -> Iterator[str]:
    yield from (_("     evidence: {line}").format(line=line) for line in proposal.evidence)
    yield _("     against it: {speaks_against}").format(speaks_against=proposal.speaks_against)
    yield f"     {proposal.citation} ({proposal.status})"
