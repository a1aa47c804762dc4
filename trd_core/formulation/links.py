"""Links that the program may propose: hypotheses from a cited table, where both problems are there and the "if" holds in the answers.

They are of low certainty, and enter no ranking and no circle until the clinician confirms them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from trd_core.case import Case
from trd_core.catalogue import LinkKind, cited, link_kinds, status_of
from trd_core.finding import MET, UNKNOWN, Finding, Judged
from trd_core.formulation.conditions import CONDITIONS
from trd_core.formulation.context import Context
from trd_core.formulation.proposal import LinkProposal, OpenLink, ProblemProposal
from trd_core.settings import Settings

RULE = "formulation.propose_link"


def _by_arrow(present: frozenset[str]) -> dict[tuple[str, str], list[LinkKind]]:
    """Rows of the table whose problems are there; a remark's target need not be."""
    rows: dict[tuple[str, str], list[LinkKind]] = {}
    for row in link_kinds():
        if row.source in present and (row.shown_only or row.target in present):
            rows.setdefault((row.source, row.target), []).append(row)
    return rows


def _proposal(arrow: tuple[str, str], holding: list[tuple[LinkKind, Judged]], on_map: bool) -> LinkProposal:
    evidence = {reason.path: reason for _, judged in holding for reason in judged.reasons}
    first = holding[0][0]
    return LinkProposal(
        id="->".join(arrow),
        source=arrow[0],
        target=arrow[1],
        conditions=tuple(row.condition for row, _ in holding),
        evidence=tuple(evidence.values()),
        speaks_against=first.speaks_against,
        rule=RULE,
        citation=cited(first.citation, first.locator),
        status=status_of(RULE),
        shown_only=first.shown_only,
        on_map=on_map,
    )


def propose_links(
    case: Case, settings: Settings, findings: Mapping[str, Finding], problems: Iterable[ProblemProposal]
) -> tuple[tuple[LinkProposal, ...], tuple[OpenLink, ...]]:
    """Return the links suggested, and those whose condition is not known yet, in the order of the table."""
    context = Context(case, settings, findings)
    present = frozenset((*(proposal.id for proposal in problems), *(problem.id for problem in case.problems or ())))
    drawn = {(link.source, link.target) for link in case.links or ()}
    proposals, still_open = [], []
    for arrow, rows in _by_arrow(present).items():
        judged = [(row, CONDITIONS[row.condition](context)) for row in rows]
        holding = [(row, each) for row, each in judged if each.verdict == MET]
        if holding:
            proposals.append(_proposal(arrow, holding, arrow in drawn))
            continue
        missing = tuple(dict.fromkeys(path for _, each in judged if each.verdict == UNKNOWN for path in each.missing))
        if missing:
            still_open.append(OpenLink(id="->".join(arrow), missing=missing))
    return tuple(proposals), tuple(still_open)
