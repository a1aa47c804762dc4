"""What the program proposes for the map, in words: the evidence, and what would speak against it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from interview.language import _
from interview.views.path_titles import path_title, plain, problem_title
from interview.views.words_clinician import FLAGS, area_title, status_words, value_in_words
from trd_core.finding import Reason
from trd_core.formulation.proposal import ProblemProposal, Proposals


@dataclass(frozen=True, slots=True)
class ProposedProblem:
    """A problem that the answers suggest, not confirmed yet."""

    id: str
    title: str
    area_code: str
    area: str
    kind: str
    evidence: tuple[str, ...]
    speaks_against: str
    ratings: tuple[tuple[str, int | bool], ...]
    """Ratings that answers already give, to be confirmed: field of the case, value."""
    remarks: tuple[str, ...]
    citation: str
    status: str


@dataclass(frozen=True, slots=True)
class LinkHypothesis:
    """A link that the answers suggest, of low certainty until it is confirmed."""

    id: str
    source: str
    target: str
    sentence: str
    evidence: tuple[str, ...]
    evidence_paths: tuple[str, ...]
    speaks_against: str
    citation: str
    status: str
    shown_only: bool
    """A remark: it cannot be confirmed, since its target is no problem."""


def proposed_problems(proposals: Proposals) -> tuple[ProposedProblem, ...]:
    """Return the proposed problems that are not on the map."""
    return tuple(_problem(each) for each in proposals.problems if not each.on_map)


def link_hypotheses(proposals: Proposals, labels: Mapping[str, str]) -> tuple[LinkHypothesis, ...]:
    """Return the proposed links that are not on the map; problems are named as the map or the proposals name them.

    A link to or from a problem that was turned down goes with it.
    """
    names = {**{each.id: _(each.title) for each in proposals.problems}, **labels}

    def name(identifier: str) -> str:
        return names.get(identifier) or problem_title(identifier)

    return tuple(
        LinkHypothesis(
            id=each.id,
            source=each.source,
            target=each.target,
            sentence=link_sentence(name(each.source), name(each.target)),
            evidence=evidence_words(each.evidence),
            evidence_paths=tuple(reason.path for reason in each.evidence),
            speaks_against=_(each.speaks_against),
            citation=each.citation,
            status=status_words(each.status),
            shown_only=each.shown_only,
        )
        for each in proposals.links
        if not each.on_map and each.source in names and (each.target in names or each.shown_only)
    )


def link_sentence(source: str, target: str) -> str:
    """Return a proposed link between two problems, named, as a sentence."""
    return _("{source}: may contribute to {target}, or keep it going").format(source=source, target=target)


def evidence_words(reasons: tuple[Reason, ...]) -> tuple[str, ...]:
    """Return each fact that a proposal rests on, in words."""
    return tuple(f"{path_title(each.path)}: {value_in_words(each.path, each.value)}" for each in reasons)


def _problem(proposal: ProblemProposal) -> ProposedProblem:
    return ProposedProblem(
        id=proposal.id,
        title=_(proposal.title),
        area_code=proposal.area,
        area=area_title(proposal.area),
        kind=proposal.kind,
        evidence=evidence_words(proposal.evidence),
        speaks_against=_(proposal.speaks_against),
        ratings=tuple((name, value) for name, value in proposal.ratings if value is not None),
        remarks=tuple(FLAGS.get(flag, plain(flag)) for flag in proposal.flags),
        citation=proposal.citation,
        status=status_words(proposal.status),
    )
