"""What the formulation asks of `Session`, step by step: confirm, add, draw, rate, reorder. Each step is saved before the next.

It finds the index under which a problem or link stands in the record, and decides nothing clinical.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from interview.engine.extraction import instance_id
from interview.engine.replies import Reply
from interview.engine.session import Session
from interview.views.proposals import LinkHypothesis, ProposedProblem

Step = Callable[[], Reply]
LINK_PARTS: Final = ("source", "target", "strength", "certainty", "which_first", "rationale", "evidence", "by")


@dataclass(frozen=True, slots=True)
class ProblemDraft:
    """A problem as it was written down; None is not said."""

    label: str
    area: str | None = None
    kind: str | None = None
    by: str = "clinician"


@dataclass(frozen=True, slots=True)
class LinkDraft:
    """A link as it was written down; None is not said."""

    source: str
    target: str
    strength: float | None = None
    certainty: str | None = None
    which_first: str | None = None
    rationale: str | None = None
    evidence: tuple[str, ...] = ()
    by: str = "clinician"


def _value(session: Session, link_id: str) -> Any:
    answer = session.answer_of(link_id)
    return answer.value if answer is not None and answer.status == "answered" else None


def problem_index(session: Session, problem: str) -> int | None:
    """Return the index under which a problem stands in the record, the first where two have one id."""
    for index in session.state.instances("problems"):
        if (_value(session, f"problems[{index}].id") or instance_id("problems", index)) == problem:
            return index
    return None


def link_index(session: Session, source: str, target: str, by: str = "clinician") -> int | None:
    """Return the index under which somebody's link from one problem to another stands in the record."""
    for index in session.state.instances("links"):
        at = f"links[{index}]."
        ends = (_value(session, f"{at}source"), _value(session, f"{at}target"))
        if ends == (source, target) and (_value(session, f"{at}by") or "clinician") == by:
            return index
    return None


def link_draft(session: Session, index: int) -> LinkDraft:
    """Return a link of the record as a draft to be changed."""
    known = {name: _value(session, f"links[{index}].{name}") for name in LINK_PARTS}
    return LinkDraft(
        source=known["source"] or "",
        target=known["target"] or "",
        strength=known["strength"],
        certainty=known["certainty"],
        which_first=known["which_first"],
        rationale=known["rationale"],
        evidence=tuple(known["evidence"] or ()),
        by=known["by"] or "clinician",
    )


def _give(session: Session, link_id: str, value: Any) -> Step:
    return lambda: session.give(link_id, value)


def _withdraw(session: Session, link_id: str) -> Step:
    return lambda: session.withdraw(link_id)


def confirm_problem(session: Session, proposal: ProposedProblem, label: str | None = None) -> tuple[Step, ...]:
    """Take a proposed problem onto the map, with its own id, under its title or another name. Its ratings stay to be given."""
    at = f"problems[{session.state.next_index('problems')}]."
    given = {"id": proposal.id, "label": label or proposal.title, "area": proposal.area_code, "kind": proposal.kind, "by": "clinician"}
    return tuple(_give(session, at + name, value) for name, value in given.items())


def problem_draft(session: Session, problem: str) -> ProblemDraft:
    """Return a problem of the record as a draft to be changed."""
    index = problem_index(session, problem)
    known = {name: _value(session, f"problems[{index}].{name}") for name in ("label", "area", "kind", "by")}
    return ProblemDraft(known["label"] or "", known["area"], known["kind"], known["by"] or "clinician")


def write_problem(session: Session, draft: ProblemDraft, problem: str | None = None) -> tuple[Step, ...]:
    """Add a problem that nobody proposed, or change the one with this id: what differs is given, what was emptied is taken back."""
    index = session.state.next_index("problems") if problem is None else problem_index(session, problem)
    at = f"problems[{index}]."
    return () if index is None else _differences(session, at, draft, ("label", "area", "kind", "by"))


def _differences(session: Session, at: str, draft: ProblemDraft | LinkDraft, names: tuple[str, ...]) -> tuple[Step, ...]:
    steps: list[Step] = []
    for name in names:
        value, stood = getattr(draft, name), _value(session, at + name)
        given = list(value) if isinstance(value, tuple) else value
        if given in (None, []):
            steps += [_withdraw(session, at + name)] if session.answer_of(at + name) is not None else []
        elif given != stood:
            steps.append(_give(session, at + name, given))
    return tuple(steps)


def rate(session: Session, problem: str, name: str, value: int | bool | None) -> tuple[Step, ...]:
    """Give one rating of a problem, or take it back (None)."""
    index = problem_index(session, problem)
    if index is None:
        return ()
    link_id = f"problems[{index}].{name}"
    if value is None:
        return (_withdraw(session, link_id),) if session.answer_of(link_id) is not None else ()
    return (_give(session, link_id, value),)


def remove_problem(session: Session, problem: str) -> tuple[Step, ...]:
    """Withdraw a problem; its links are set aside with it."""
    index = problem_index(session, problem)
    return () if index is None else (lambda: session.withdraw_instance("problems", index),)


def remove_link(session: Session, source: str, target: str, by: str = "clinician") -> tuple[Step, ...]:
    """Withdraw a link."""
    index = link_index(session, source, target, by)
    return () if index is None else (lambda: session.withdraw_instance("links", index),)


def confirm_link(session: Session, proposal: LinkHypothesis) -> tuple[Step, ...]:
    """Take a proposed link onto the map, with its evidence and the low certainty that a proposal has."""
    return draw_link(session, LinkDraft(proposal.source, proposal.target, certainty="low", evidence=proposal.evidence_paths))


def draw_link(session: Session, draft: LinkDraft, index: int | None = None) -> tuple[Step, ...]:
    """Draw a link, or change the one at an index: what differs is given, what was emptied is taken back."""
    at = f"links[{session.state.next_index('links') if index is None else index}]."
    return _differences(session, at, draft, LINK_PARTS)


def set_order(session: Session, order: tuple[str, ...], reason: str) -> tuple[Step, ...]:
    """Record an order of one's own beside the computed one, with its reason."""
    return (_give(session, "hierarchy_override.reason", reason), _give(session, "hierarchy_override.order", list(order)))


def drop_order(session: Session) -> tuple[Step, ...]:
    """Take one's own order back; the computed one stands alone again."""
    return tuple(
        _withdraw(session, link_id)
        for link_id in ("hierarchy_override.order", "hierarchy_override.reason")
        if session.answer_of(link_id) is not None
    )
