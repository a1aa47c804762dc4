"""The macro-analysis as rows and sentences: the hierarchy with its key, links, circles, and what the program proposes.

What is proposed stays apart from what a clinician confirmed. Unrated is shown as `?`, never as 0.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from interview.engine.folded import Primary
from interview.engine.session import Session
from interview.language import _
from interview.views.hierarchy_key import KeyPart, key_parts
from interview.views.locale import listed, number
from interview.views.path_titles import member_title, path_title, problem_title
from interview.views.primary_words import primary_words
from interview.views.proposals import (
    LinkHypothesis,
    ProposedProblem,
    link_hypotheses,
    link_sentence,
    proposed_problems,
)
from interview.views.words_clinician import area_title
from trd_core.case import Case
from trd_core.formulation.proposal import Proposals
from trd_core.map_results import MacroAnalysis, MapLink, RankedProblem

CERTAINTIES: Final = {"low": _("low"), "moderate": _("moderate"), "high": _("high")}
WHAT_LINKS_ARE: Final = _("Links are hypotheses: one problem contributes to another, or keeps it going.")


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """One confirmed problem in its place."""

    rank: int
    id: str
    label: str
    area: str
    kind: str
    key: tuple[KeyPart, ...]
    refer: bool
    unrated: tuple[str, ...]
    in_circle: bool
    is_primary: bool
    before_next: str | None
    """Why it stands before the next one, in one sentence."""
    is_confirmed: bool = False
    """Whether the clinician confirmed it as the primary one."""


@dataclass(frozen=True, slots=True)
class LinkRow:
    """One confirmed link."""

    source: str
    target: str
    sentence: str
    details: tuple[str, ...]
    """Strength, certainty, which came first, rationale, evidence, as far as they are known."""
    rationale: str | None
    known: tuple[str, ...] = ()
    """The details without the evidence."""


@dataclass(frozen=True, slots=True)
class OverrideView:
    """The clinician's own order, beside the computed one."""

    order: tuple[str, ...]
    """Labels."""
    reason: str
    left_out: tuple[str, ...]
    not_on_map: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MacroView:
    """Everything of the map in words."""

    rows: tuple[ProblemRow, ...] = ()
    circles: tuple[tuple[str, ...], ...] = ()
    """Labels of the problems that lead back to themselves."""
    primary: str | None = None
    primary_words: str = ""
    rate_first: tuple[str, ...] = ()
    """Labels of problems whose urgency nobody rated, shown above the ranking."""
    links: tuple[LinkRow, ...] = ()
    proposed_problems: tuple[ProposedProblem, ...] = ()
    proposed_links: tuple[LinkHypothesis, ...] = ()
    rejected: tuple[str, ...] = ()
    override: OverrideView | None = None
    persons_problems: tuple[str, ...] = ()
    persons_links: tuple[LinkRow, ...] = ()


def macro(session: Session) -> MacroView:
    """Return the map of a session's record."""
    analysis = session.assessment().macro_analysis
    return macro_view(session.case(), analysis, session.proposals(), session.state.rejected, session.primary())


def macro_view(
    case: Case,
    analysis: MacroAnalysis,
    proposals: Proposals | None = None,
    rejected: Mapping[str, str | None] | None = None,
    confirmed: Primary | None = None,
) -> MacroView:
    """Return the map of a case and its macro-analysis; proposals where they are given, and the primary problem that was confirmed."""
    labels = {problem.id: problem.label or problem_title(problem.id) for problem in case.problems or ()}
    around = {identifier for circle in analysis.circles for identifier in circle}
    followers: Sequence[RankedProblem | None] = (*analysis.problems[1:], None)
    proposals = proposals or Proposals()
    return MacroView(
        rows=tuple(
            _row(
                each,
                labels,
                each.id in around,
                (each.id == analysis.primary, confirmed is not None and each.id == confirmed.problem),
                following,
            )
            for each, following in zip(analysis.problems, followers, strict=False)
        ),
        circles=tuple(tuple(_label(labels, identifier) for identifier in circle) for circle in analysis.circles),
        primary=analysis.primary,
        primary_words=primary_words(analysis, lambda identifier: _label(labels, identifier), confirmed),
        rate_first=tuple(_label(labels, identifier) for identifier in analysis.rate_first),
        links=tuple(link_row(link, labels) for link in analysis.links),
        proposed_problems=proposed_problems(proposals),
        proposed_links=link_hypotheses(proposals, labels),
        rejected=tuple(_rejected(each, reason, labels) for each, reason in (rejected or {}).items()),
        override=_override(analysis, labels),
        persons_problems=tuple(_label(labels, identifier) for identifier in analysis.person.problems),
        persons_links=tuple(link_row(link, labels) for link in analysis.person.links),
    )


def lacking_for(view: MacroView, link: LinkHypothesis) -> str:
    """Return the names of the problems that a proposed link needs and the map has not; empty where it has both."""
    titles, here = {each.id: each.title for each in view.proposed_problems}, {row.id for row in view.rows}
    return listed([titles.get(end) or problem_title(end) for end in (link.source, link.target) if end not in here])


def _row(
    problem: RankedProblem, labels: Mapping[str, str], in_circle: bool, primary: tuple[bool, bool], following: RankedProblem | None
) -> ProblemRow:
    return ProblemRow(
        rank=problem.rank,
        id=problem.id,
        label=_label(labels, problem.id),
        area=area_title(problem.area) if problem.area else _("area not given"),
        kind=problem.kind or _("kind not given"),
        key=key_parts(problem.key),
        refer=problem.refer,
        unrated=tuple(member_title(name) for name in problem.unrated),
        in_circle=in_circle,
        is_primary=primary[0],
        is_confirmed=primary[1],
        before_next=None if following is None else _comparison(problem, following, labels),
    )


def _comparison(first: RankedProblem, second: RankedProblem, labels: Mapping[str, str]) -> str:
    other = _label(labels, second.id)
    if first.key.safety and not second.key.safety:
        return _("Before {other}: it is a matter of safety.").format(other=other)
    ours, theirs = (tuple(part for part in key_parts(each.key) if part.id != "safety") for each in (first, second))
    for here, there in zip(ours, theirs, strict=True):
        if here.words != there.words and here.sorts != there.sorts:
            unrated = _(" (unrated sorts last)") if not there.rated else ""
            return _("Before {other}: {name} {words} against {words_2}{unrated}.").format(
                other=other, name=here.name, words=here.words, words_2=there.words, unrated=unrated
            )
    return _("Before {other}: their keys are equal, so the order of their ids decides.").format(other=other)


def _label(labels: Mapping[str, str], identifier: str) -> str:
    return labels.get(identifier) or problem_title(identifier)


def link_row(link: MapLink, labels: Mapping[str, str]) -> LinkRow:
    """Return a link as a sentence, with what is known of it."""
    details = []
    if link.strength is not None:
        details.append(_("strength {number} of 1").format(number=number(link.strength)))
    if link.certainty is not None:
        details.append(_("certainty {certainty}").format(certainty=CERTAINTIES.get(link.certainty, link.certainty)))
    if link.which_first:
        details.append(_("came first: {label}").format(label=_label(labels, link.which_first)))
    known = tuple(details)
    if link.evidence:
        details.append(_("rests on {listed}").format(listed=listed([path_title(path) for path in link.evidence])))
    sentence = _("{label}: contributes to {label_2}, or keeps it going").format(
        label=_label(labels, link.source), label_2=_label(labels, link.target)
    )
    return LinkRow(link.source, link.target, sentence, tuple(details), link.rationale, known)


def _rejected(proposal: str, reason: str | None, labels: Mapping[str, str]) -> str:
    source, arrow, target = proposal.partition("->")
    said = link_sentence(_label(labels, source), _label(labels, target)) if arrow else _label(labels, source)
    return _("{said} (reason: {reason})").format(said=said, reason=reason) if reason else said


def _override(analysis: MacroAnalysis, labels: Mapping[str, str]) -> OverrideView | None:
    override = analysis.override
    if override is None:
        return None
    order, left_out, not_on_map = (
        tuple(_label(labels, identifier) for identifier in ids) for ids in (override.order, override.left_out, override.not_on_map)
    )
    return OverrideView(order, override.reason, left_out, not_on_map)
