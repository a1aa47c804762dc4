"""Step 1: how the latest treatment went, by the clinician's global rating of change. The person's own stands beside it."""

from __future__ import annotations

from typing import Final

from trd_core.assessment import Direction, Response
from trd_core.case import Case
from trd_core.catalogue import number
from trd_core.conclude import valued, verdict
from trd_core.facts import reasons_of, unknown_of
from trd_core.finding import MET, NOT_MET, UNKNOWN, Finding, Judged, made
from trd_core.spectrum import Spectrum

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


def judge_directions(case: Case) -> tuple[Finding, ...]:
    """Return the direction of change by each rating, and whether the two differ."""
    return (
        _direction_finding(case, "response.direction", "kellner", direction_of(case.kellner)),
        _direction_finding(case, "response.self_direction", "kellner_self", direction_of(case.kellner_self)),
        verdict("response.ratings_differ", "response.ratings_differ", _differ(case)),
    )


def judge_response(case: Case, spectrum: Spectrum) -> tuple[Response, tuple[Finding, ...]]:
    """Return the direction of change by each rating, whether the two differ, and the class of the response.

    With their findings where the class has one.
    """
    differ = _differ(case)
    response = made(
        Response,
        direction=direction_of(case.kellner),
        self_direction=direction_of(case.kellner_self),
        kellner=case.kellner,
        kellner_self=case.kellner_self,
        ratings_differ=None if differ.verdict == UNKNOWN else differ.is_met,
        spectrum=spectrum.value,
        possible=spectrum.possible,
        judgeable_on=spectrum.judgeable_on,
    )
    return response, () if spectrum.finding is None else (*judge_directions(case), spectrum.finding)
