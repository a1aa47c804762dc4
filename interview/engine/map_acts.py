"""What is done with the map of problems: confirm, write down, rate, draw, order, take off. Each step is saved before the next.

Every face takes its acts from here, so that the same act leaves the same events. It finds the index under which a problem or a link
stands in the record, and decides nothing clinical.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from interview.engine.extraction import instance_id
from interview.engine.replies import Reply
from interview.engine.session import Session

Step = Callable[[], Reply]
RATINGS: Final = ("urgency", "patient_priority", "treatment_available", "severity", "burden", "impairment", "modifiability")
"""What is rated of a problem, in the order in which the hierarchy compares it."""

YES_NO: Final = frozenset({"treatment_available"})
"""Ratings that are yes or no; the others are whole numbers from 0 to 3."""

PROBLEM_PARTS: Final = ("label", "area", "kind", "by")
LINK_PARTS: Final = ("source", "target", "strength", "certainty", "which_first", "rationale", "evidence", "by")
ORDER_PARTS: Final = ("hierarchy_override.reason", "hierarchy_override.order")


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
    """From 0 to 1."""
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


def link_index(session: Session, source: str, target: str, by: str | None = "clinician") -> int | None:
    """Return the index under which somebody's link from one problem to another stands; `by` None is anybody's."""
    for index in session.state.instances("links"):
        at = f"links[{index}]."
        ends = (_value(session, f"{at}source"), _value(session, f"{at}target"))
        if ends == (source, target) and by in (None, _value(session, f"{at}by") or "clinician"):
            return index
    return None


def problem_draft(session: Session, problem: str) -> ProblemDraft:
    """Return a problem of the record as a draft to be changed."""
    index = problem_index(session, problem)
    known = {name: _value(session, f"problems[{index}].{name}") for name in PROBLEM_PARTS}
    return ProblemDraft(known["label"] or "", known["area"], known["kind"], known["by"] or "clinician")


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


def ratings_of(session: Session, problem: str) -> dict[str, int | bool | None]:
    """Return the ratings of a problem as they stand in the record; None is not rated."""
    index = problem_index(session, problem)
    return {name: None if index is None else _value(session, f"problems[{index}].{name}") for name in RATINGS}


def confirm_problem(session: Session, proposal: str, label: str | None = None) -> tuple[Step, ...]:
    """Take a proposed problem onto the map, with its own id, under its title or another name. Its ratings stay to be given."""
    proposed = next((each for each in session.proposals().problems if each.id == proposal and not each.on_map), None)
    if proposed is None:
        return ()
    at = f"problems[{session.state.next_index('problems')}]."
    given = {"id": proposed.id, "label": label or proposed.title, "area": proposed.area, "kind": proposed.kind, "by": "clinician"}
    return tuple(_give(session, at + name, value) for name, value in given.items())


def proposed_link(session: Session, proposal: str) -> LinkDraft | None:
    """Return a proposed link as a draft, with its evidence and the low certainty that a proposal has; None where it cannot be confirmed."""
    proposed = next((each for each in session.proposals().links if each.id == proposal and not (each.on_map or each.shown_only)), None)
    if proposed is None:
        return None
    evidence = tuple(reason.path for reason in proposed.evidence)
    return LinkDraft(proposed.source, proposed.target, certainty=proposed.certainty, evidence=evidence)


def write_problem(session: Session, draft: ProblemDraft, problem: str | None = None) -> tuple[Step, ...]:
    """Add a problem that nobody proposed, or change the one with this id: what differs is given, what was emptied is taken back."""
    index = session.state.next_index("problems") if problem is None else problem_index(session, problem)
    return () if index is None else _differences(session, f"problems[{index}].", draft, PROBLEM_PARTS)


def draw_link(session: Session, draft: LinkDraft, index: int | None = None) -> tuple[Step, ...]:
    """Draw a link, or change the one at an index: what differs is given, what was emptied is taken back."""
    at = f"links[{session.state.next_index('links') if index is None else index}]."
    return _differences(session, at, draft, LINK_PARTS)


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


def remove_link(session: Session, source: str, target: str, by: str | None = "clinician") -> tuple[Step, ...]:
    """Withdraw a link; `by` None is anybody's."""
    index = link_index(session, source, target, by)
    return () if index is None else (lambda: session.withdraw_instance("links", index),)


def set_order(session: Session, order: tuple[str, ...], reason: str) -> tuple[Step, ...]:
    """Record an order of one's own beside the computed one, with its reason."""
    return tuple(_give(session, link_id, value) for link_id, value in zip(ORDER_PARTS, (reason, list(order)), strict=True))


def drop_order(session: Session) -> tuple[Step, ...]:
    """Take one's own order back; the computed one stands alone again."""
    return tuple(_withdraw(session, link_id) for link_id in reversed(ORDER_PARTS) if session.answer_of(link_id) is not None)


def _give(session: Session, link_id: str, value: Any) -> Step:
    return lambda: session.give(link_id, value)


def _withdraw(session: Session, link_id: str) -> Step:
    return lambda: session.withdraw(link_id)


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
