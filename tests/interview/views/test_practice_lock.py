"""With a simulated patient nothing that the program found is shown before the trainee settled a formulation; safety always is."""

from __future__ import annotations

import datetime as dt
from itertools import count

import pytest

from interview.engine.replies import Saved
from interview.engine.session import Session
from interview.practice.patient.key_record import give
from interview.practice.patient.reading import bundled
from interview.questionnaire.reader import bundled as questionnaire
from interview.storage.memory import MemoryStore
from interview.views.panel import panel
from interview.views.panel_model import PanelView
from interview.views.practice_lock import LOCKED, NOT_COMMITTED, findings_in, panel_in
from interview.views.report import build

ASKED = questionnaire()
CASE = next(case for case in bundled() if case.id == "missed_doses")


@pytest.fixture(scope="module")
def told() -> tuple[Session, Session]:
    """Two sessions that hold all that an expert found: one with a simulated patient, one of practice without, as the tour is."""
    return known("missed_doses"), known(None)


def known(case: str | None) -> Session:
    at = count()
    session = Session.begin(
        MemoryStore(),
        ASKED,
        subject="PRACTICE",
        clock=lambda: dt.datetime(2026, 3, 1, tzinfo=dt.UTC) + dt.timedelta(seconds=next(at)),
        new_id=lambda: "p1",
        depth="full",
        practice=True,
        practice_case=case,
    )
    give(CASE, session)
    return session


def shown(session: Session, *, shared: bool = False) -> PanelView:
    return panel_in(session, panel(session.case(), session.assessment(), session.open_questions(), shared))


def test_findings_and_proposals_open_with_the_commitment_and_not_before(told: tuple[Session, Session]) -> None:
    session, toured = told
    assert (LOCKED, ["safety"]) == (shown(session).summary, [group.id for group in shown(session).groups])
    closed = build(session, in_depth=True)
    assert ((), (), (), ()) == (closed.findings, closed.open_questions, closed.sources, closed.depth)
    assert NOT_COMMITTED in closed.what_it_is
    assert {} == findings_in(session)
    assert ((), ()) == (session.proposals().problems, session.proposals().links)
    assert len(session.case().problems or ()) == len(closed.macro.rows)
    assert closed.safety == build(toured).safety

    assert isinstance(session.commit_formulation(), Saved)
    opened = build(session, in_depth=True)
    assert {"safety", "found", "treatments"} <= {group.id for group in shown(session).groups}
    assert all((opened.findings, opened.sources, opened.depth, findings_in(session)))
    assert NOT_COMMITTED not in opened.what_it_is


def test_the_tour_has_no_patient_and_shows_all(told: tuple[Session, Session]) -> None:
    toured = told[1]
    assert toured.may_propose
    assert {"found", "treatments"} <= {group.id for group in shown(toured).groups}
    assert build(toured).findings


def test_on_a_shared_screen_the_lock_says_nothing_more() -> None:
    session = known("missed_doses")
    view = shown(session, shared=True)
    assert (True, ()) == (view.shared, view.groups)
    assert view.summary != LOCKED
