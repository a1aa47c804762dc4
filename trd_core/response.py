"""Step 1: how the latest treatment went, by the clinician's global rating of change. The person's own stands beside it."""

from __future__ import annotations

from typing import Final

from trd_core.assessment import Direction, Response
from trd_core.case import Case
from trd_core.catalogue import number
from trd_core.conclude import valued, verdict
from trd_core.facts import reasons_of, unknown_of
from trd_core.finding import MET, NOT_MET, UNKNOWN, Finding, Judged

RATINGS: Final = ("kellner", "kellner_self")


def direction_of(rating: int | None) -> Direction | None:
    """Return the direction of change of a rating (1–9), None where there is none."""
    if rating is None:
        return None
    no_change = number("no_change_rating")
    if rating == no_change:
        return "unchanged"
    return "improved" if rating < no_change else "deteriorated"


def _direction_finding(case: Case, finding_id: str, path: str, direction: Direction | None) -> Finding:
    return valued(
        finding_id,
        "response.direction",
        direction,
        open_range=("improved", "deteriorated") if direction is None else None,
        reasons=reasons_of(case, (path, "kellner_reference") if path == "kellner" else (path,)),
        missing=unknown_of(case, (path,)),
    )


def _differ(case: Case) -> Judged:
    if case.kellner is None or case.kellner_self is None:
        return Judged(UNKNOWN, reasons_of(case, RATINGS), unknown_of(case, RATINGS))
    apart = abs(case.kellner - case.kellner_self) >= number("ratings_apart")
    return Judged(MET if apart else NOT_MET, reasons_of(case, RATINGS))


def judge_response(case: Case) -> tuple[Response, tuple[Finding, ...]]:
    """Return the direction of change by each rating, and whether the two differ."""
    direction, own, differ = direction_of(case.kellner), direction_of(case.kellner_self), _differ(case)
    response = Response(
        direction=direction,
        self_direction=own,
        kellner=case.kellner,
        kellner_self=case.kellner_self,
        ratings_differ=None if differ.verdict == UNKNOWN else differ.is_met,
    )
    return response, (
        _direction_finding(case, "response.direction", "kellner", direction),
        _direction_finding(case, "response.self_direction", "kellner_self", own),
        verdict("response.ratings_differ", "response.ratings_differ", differ),
    )
