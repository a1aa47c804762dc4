"""The acts on the map: one module for every face, so that the same act leaves the same events."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from interview.engine import map_acts
from interview.engine.map_acts import LinkDraft, ProblemDraft, Step
from interview.engine.replies import Saved
from interview.engine.session import Session
from tests.interview.engine.world import PLAIN, ask_through, begin


@pytest.fixture
def session() -> Session:
    session = begin()
    ask_through(session, PLAIN)
    assert isinstance(session.go("formulate"), Saved)
    return session


def done(session: Session, steps: Iterable[Step]) -> list[Any]:
    """Take the steps; return what they appended: link ids and values, or the kind of event."""
    before = len(session.events)
    for step in steps:
        assert isinstance(step(), Saved)
    bodies = [event.body for event in session.events[before:]]
    return [(body.link_id, body.value) if body.type == "item_answered" else (body.type, getattr(body, "link_id", None)) for body in bodies]


def test_confirming_gives_the_proposals_own_id_and_parts_and_no_rating(session: Session) -> None:
    proposal = session.proposals().problems[0]
    appended = done(session, map_acts.confirm_problem(session, proposal.id))
    assert [
        ("problems[0].id", proposal.id),
        ("problems[0].label", proposal.title),
        ("problems[0].area", proposal.area),
        ("problems[0].kind", proposal.kind),
        ("problems[0].by", "clinician"),
    ] == appended
    assert dict.fromkeys(map_acts.RATINGS) == map_acts.ratings_of(session, proposal.id)


def test_what_is_on_the_map_or_was_never_proposed_is_not_confirmed(session: Session) -> None:
    proposal = session.proposals().problems[0].id
    done(session, map_acts.confirm_problem(session, proposal, "By another name"))
    assert "By another name" == map_acts.problem_draft(session, proposal).label
    assert () == map_acts.confirm_problem(session, proposal)
    assert () == map_acts.confirm_problem(session, "nothing_like_it")
    assert map_acts.proposed_link(session, "nothing->like_it") is None


def test_a_problem_is_written_changed_rated_and_taken_off(session: Session) -> None:
    assert [("problems[0].label", "Debts"), ("problems[0].area", "stress"), ("problems[0].by", "clinician")] == done(
        session, map_acts.write_problem(session, ProblemDraft("Debts", "stress"))
    )
    assert [("problems[0].label", "Old debts"), ("answer_withdrawn", "problems[0].area")] == done(
        session, map_acts.write_problem(session, ProblemDraft("Old debts"), "p1")
    )
    assert [("problems[0].urgency", 2)] == done(session, map_acts.rate(session, "p1", "urgency", 2))
    assert 2 == map_acts.ratings_of(session, "p1")["urgency"]
    assert [("answer_withdrawn", "problems[0].urgency")] == done(session, map_acts.rate(session, "p1", "urgency", None))
    assert () == map_acts.rate(session, "p1", "urgency", None)
    assert [("instance_withdrawn", None)] == done(session, map_acts.remove_problem(session, "p1"))


def test_what_is_not_there_cannot_be_changed(session: Session) -> None:
    assert () == map_acts.rate(session, "p9", "urgency", 1)
    assert () == map_acts.remove_problem(session, "p9")
    assert () == map_acts.remove_link(session, "p1", "p2")
    assert () == map_acts.write_problem(session, ProblemDraft("x"), "p9")
    assert () == map_acts.drop_order(session)
    assert dict.fromkeys(map_acts.RATINGS) == map_acts.ratings_of(session, "p9")


def test_a_link_is_drawn_found_by_whose_it_is_changed_and_taken_off(session: Session) -> None:
    for name in ("a", "b"):
        done(session, map_acts.write_problem(session, ProblemDraft(name)))
    draft = LinkDraft("p1", "p2", strength=0.5, certainty="low", which_first="p1", rationale="why", evidence=("kellner",))
    assert list(map_acts.LINK_PARTS) == [link_id.partition(".")[2] for link_id, _ in done(session, map_acts.draw_link(session, draft))]
    assert draft == map_acts.link_draft(session, 0)
    assert (0, None, 0) == tuple(map_acts.link_index(session, "p1", "p2", by) for by in ("clinician", "patient", None))
    changed = LinkDraft("p1", "p2", strength=0.75, certainty="low", which_first="p1", evidence=("kellner",))
    assert [("links[0].strength", 0.75), ("answer_withdrawn", "links[0].rationale")] == done(
        session, map_acts.draw_link(session, changed, 0)
    )
    assert [("instance_withdrawn", None)] == done(session, map_acts.remove_link(session, "p1", "p2", None))


def test_an_order_is_set_with_its_reason_and_taken_back(session: Session) -> None:
    for name in ("a", "b"):
        done(session, map_acts.write_problem(session, ProblemDraft(name)))
    assert [("hierarchy_override.reason", "hers first"), ("hierarchy_override.order", ["p2", "p1"])] == done(
        session, map_acts.set_order(session, ("p2", "p1"), "hers first")
    )
    assert [("answer_withdrawn", "hierarchy_override.order"), ("answer_withdrawn", "hierarchy_override.reason")] == done(
        session, map_acts.drop_order(session)
    )
