"""The four rankings side by side, how far they agree, and what the first place hangs on; each with its finding.

They are shown beside each other and never merged: where they differ, the clinician has something to think about.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from trd_core.case import Link, Problem
from trd_core.conclude import valued
from trd_core.finding import Finding, Reason, made
from trd_core.formulation.agreement import agreement
from trd_core.formulation.circles import Arrows
from trd_core.formulation.effects import UNIT_WEIGHT, UNKNOWN_STRENGTH, effects, ranked
from trd_core.formulation.hierarchy import WEIGHT
from trd_core.formulation.sensitivity import link_sensitivity, rating_sensitivity
from trd_core.map_results import RankingMethod, Rankings

RULES: Final[dict[RankingMethod, str]] = {
    "hierarchy": "formulation.hierarchy",
    "out_strength": "formulation.out_strength",
    "effect": "formulation.effect",
    "total_effect": "formulation.total_effect",
}
WEIGHING: Final = (*WEIGHT, "modifiability")
"""The ratings that effects rest on."""


def rank_by_each_method(
    in_order: Sequence[Problem], links: Sequence[Link], downstream: Mapping[str, int], in_depth: Arrows | None
) -> Rankings:
    """Return the rankings of problems given in the order of the hierarchy; with the arrows also what the first place hangs on."""
    scored = effects(in_order, links)
    scores: dict[RankingMethod, dict[str, float]] = {
        "out_strength": scored.out_strength,
        "effect": scored.effect,
        "total_effect": scored.total_effect,
    }
    orders: dict[RankingMethod, tuple[str, ...]] = {"hierarchy": tuple(problem.id for problem in in_order)}
    orders |= {method: ranked(of_method) for method, of_method in scores.items()}
    return made(
        Rankings,
        **orders,
        scores=scores,
        damping=scored.damping,
        agreement=agreement(orders),
        sensitivity=None if in_depth is None else rating_sensitivity(in_order, downstream),
        link_sensitivity=None if in_depth is None else link_sensitivity(in_order, downstream, in_depth),
    )


class _Facts:
    """What the numbers rest on, and what of it is not known."""

    def __init__(self, problems: Sequence[Problem], links: Sequence[Link]) -> None:
        ratings = [(f"problems.{problem.id}.{name}", getattr(problem, name)) for problem in problems for name in WEIGHING]
        drawn = sorted(links, key=lambda link: (link.source, link.target))
        strengths = [(f"links.{link.source}->{link.target}.strength", link.strength) for link in drawn]
        self.ratings, self.unrated = _known(ratings), _unknown(ratings)
        self.strengths, self.unknown = _known(strengths), _unknown(strengths)

    def finding(self, method: RankingMethod, first: str) -> Finding:
        """Return the finding of one method: its first problem, with what was not known and how that counted."""
        weighs = method != "out_strength"
        unrated = self.unrated if weighs else ()
        flags = ((UNIT_WEIGHT, unrated), (UNKNOWN_STRENGTH, self.unknown))
        return valued(
            f"macro_analysis.rankings.{method}",
            RULES[method],
            first,
            reasons=(*(self.ratings if weighs else ()), *self.strengths),
            missing=(*unrated, *self.unknown),
            flags=tuple(flag for flag, missing in flags if missing),
            needs_clinician=True,
        )


def _known(facts: Sequence[tuple[str, float | None]]) -> tuple[Reason, ...]:
    return tuple(Reason(path=path, value=value) for path, value in facts if value is not None)


def _unknown(facts: Sequence[tuple[str, float | None]]) -> tuple[str, ...]:
    return tuple(path for path, value in facts if value is None)


def _agreement_findings(rankings: Rankings) -> tuple[Finding, ...]:
    return tuple(
        valued(
            f"macro_analysis.rankings.agreement.{one}.{other}",
            "formulation.agreement",
            tau,
            rules_used=(RULES[one], RULES[other]),
            needs_clinician=True,
        )
        for one, taus in rankings.agreement.items()
        for other, tau in taus.items()
        if tau is not None
    )


def _sensitivity_findings(rankings: Rankings) -> tuple[Finding, ...]:
    """How many ways there are to another first place; none is no promise that it is right."""
    if rankings.sensitivity is None or rankings.link_sensitivity is None:
        return ()
    ratings = {f"problems.{step.problem}.{step.rating}": step.from_ for step in rankings.sensitivity}
    links = [f"links.{step.source}->{step.target}" for step in rankings.link_sensitivity]
    by_rule = (
        (
            "sensitivity",
            "formulation.sensitivity",
            len(rankings.sensitivity),
            tuple(Reason(path=path, value=value) for path, value in ratings.items()),
        ),
        ("link_sensitivity", "formulation.link_sensitivity", len(links), tuple(Reason(path=path, value=True) for path in links)),
    )
    return tuple(
        valued(
            f"macro_analysis.rankings.{name}",
            rule,
            count,
            reasons=reasons,
            rules_used=("formulation.hierarchy",),
            needs_clinician=True,
        )
        for name, rule, count, reasons in by_rule
    )


def ranking_findings(rankings: Rankings, problems: Sequence[Problem], links: Sequence[Link]) -> tuple[Finding, ...]:
    """Return the findings of the rankings beside the hierarchy, of their agreement and of what the first place hangs on."""
    if not problems:
        return ()
    facts = _Facts(problems, links)
    return (
        facts.finding("out_strength", rankings.out_strength[0]),
        facts.finding("effect", rankings.effect[0]),
        facts.finding("total_effect", rankings.total_effect[0]),
        *_agreement_findings(rankings),
        *_sensitivity_findings(rankings),
    )
