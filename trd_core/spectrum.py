"""Step 1: the spectrum of response to the latest treatment, by the first row of a table that matches.

Too early to judge; a failure that may be pseudo-resistance; refractoriness; resistance; deterioration; no response;
partial response; response with residual symptoms; full response. Facts that cannot be so together: inconsistent.
Over every way of filling in what is not known; unknown only where these ways disagree.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final

from trd_core.assessment import SpectrumClass
from trd_core.case import Case
from trd_core.catalogue import number
from trd_core.conclude import valued
from trd_core.dates import last_day
from trd_core.facts import is_true, reasons_of, unknown_of
from trd_core.finding import MET, NOT_MET, UNKNOWN, Finding, Judged, Verdict, any_of
from trd_core.history import History
from trd_core.latest_trial import Latest, both, candidates
from trd_core.trial_reading import DRUG_KINDS, TrialReading

WEEK: Final = 7
RATINGS: Final = range(1, 10)
SYMPTOMS: Final = ("episode.major_symptoms", "episode.residual_symptoms", "episode.residual_interference")
ORDER: Final[tuple[SpectrumClass, ...]] = (
    "full_response", "response_with_residual", "partial_response", "non_response", "resistance", "refractoriness",
    "deterioration", "pseudo_resistance", "too_early", "inconsistent",
)  # fmt: skip


def of_symptoms(rating: int, *, major: bool, residual: bool, interference: bool) -> SpectrumClass:
    """Return the class of an improvement (ratings 1 to 4) by what is left."""
    if major:
        return "partial_response" if rating >= number("best_partial_rating") else "inconsistent"
    if residual:
        return "response_with_residual"
    return "inconsistent" if rating > number("worst_full_rating") or interference else "full_response"


def _improved(rating: int, symptoms: tuple[Verdict, ...]) -> Iterator[SpectrumClass]:
    for major, residual, interference in product(*(both(each) for each in symptoms)):
        yield of_symptoms(rating, major=major, residual=residual, interference=interference)


def _not_improved(rating: int, refractory: Verdict, cause: Verdict) -> Iterator[SpectrumClass]:
    if refractory != NOT_MET:
        yield "refractoriness"
    if refractory != MET:
        if cause != NOT_MET:
            yield "resistance"
        if cause != MET:
            yield "deterioration" if rating > number("no_change_rating") else "non_response"


def _rows(rating: int, latest: Latest, toxicity: Judged, refractory: Judged, symptoms: tuple[Verdict, ...]) -> Iterator[SpectrumClass]:
    """Every class that one rating and one latest trial may lead to."""
    if rating < number("gate_rating"):
        yield from _improved(rating, symptoms)
        return
    for way in latest.ways:
        if way.too_early:
            yield "too_early"
            continue
        if way.gate != NOT_MET:
            yield "pseudo_resistance"
        if way.gate == MET:
            continue
        if rating >= number("no_change_rating"):
            yield from _not_improved(rating, refractory.verdict, any_of(toxicity, latest.hindered).verdict)
        elif way.unaffected:
            yield "non_response"
        else:
            yield from _improved(rating, symptoms)


def _judgeable_on(reading: TrialReading, case: Case) -> str | None:
    """The date from which it can be judged: what its weeks still lack from the day of the assessment, else from its start."""
    if reading.kind not in (*DRUG_KINDS, "psychotherapy") or reading.trial.weeks is None:
        return None
    needed = number("staging_weeks" if reading.kind in DRUG_KINDS else "therapy_weeks")
    if case.assessed_on is not None:
        lacking, since = needed - reading.trial.weeks, case.assessed_on
    elif reading.trial.started is not None:
        lacking, since = needed, reading.trial.started
    else:
        return None
    try:
        return (last_day(since) + dt.timedelta(days=math.ceil(lacking * WEEK))).isoformat()
    except OverflowError:
        return None


@dataclass(frozen=True, slots=True)
class Spectrum:
    """The class, every class that is possible, and the date from which a treatment that is too early can be judged."""

    value: SpectrumClass
    possible: tuple[SpectrumClass, ...]
    judgeable_on: str | None
    finding: Finding | None
    """None where values alone are wanted."""


def _merged(judged: list[Judged]) -> Judged:
    """What several trials that may be the latest say together, for the reasons and what is missing."""
    if len(judged) == 1:
        return judged[0]
    first = any_of(*judged)
    tied = {each.verdict for each in judged} == {judged[0].verdict}
    return first if tied else Judged(UNKNOWN, first.reasons, ("latest_trial", *(path for each in judged for path in each.missing)))


def _resting_on(
    case: Case, latest: tuple[Latest, ...], toxicity: Judged, refractory: Judged, possible: tuple[SpectrumClass, ...]
) -> list[Judged]:
    """The judgements that the rows came to, in their order."""
    rating = case.kellner
    symptoms = [
        Judged(UNKNOWN if each.verdict == UNKNOWN else MET, each.reasons, each.missing)
        for each in (is_true(case, path) for path in SYMPTOMS)
    ]
    if rating is not None and rating < number("gate_rating"):
        return symptoms
    resting = [_merged([each.too_early for each in latest]), _merged([each.gate for each in latest])]
    if possible in {("too_early",), ("pseudo_resistance",)}:
        return resting[: 1 if possible == ("too_early",) else 2]
    if rating is None or rating >= number("no_change_rating"):
        resting.append(refractory)
        if possible != ("refractoriness",):
            resting.append(any_of(toxicity, _merged([each.hindered for each in latest])))
    if rating is None or rating < number("no_change_rating"):
        resting.append(_merged([each.unaffected for each in latest]))
        resting += symptoms if possible != ("non_response",) else []
    return resting


def _flags(case: Case, value: SpectrumClass) -> tuple[str, ...]:
    deteriorated = case.kellner is not None and case.kellner > number("no_change_rating")
    return (
        *(("deteriorated",) if deteriorated and value != "deterioration" else ()),
        *(("cause_not_excluded",) if value in {"non_response", "deterioration"} else ()),
    )


def _finding(case: Case, value: SpectrumClass, resting: list[Judged]) -> Finding:
    paths = ("kellner", "latest_trial") if case.kellner is None or case.kellner >= number("gate_rating") else ("kellner",)
    missing = (*unknown_of(case, ("kellner",)), *(path for each in resting for path in each.missing)) if value == "unknown" else ()
    return valued(
        "response.spectrum",
        "spectrum.too_early" if value == "too_early" else "spectrum",
        value,
        reasons=tuple(
            {each.path: each for each in (*reasons_of(case, paths), *(one for judged in resting for one in judged.reasons))}.values()
        ),
        missing=tuple(dict.fromkeys(missing)),
        rules_used=tuple(dict.fromkeys(rule for judged in resting for rule in judged.rules)),
        flags=_flags(case, value),
    )


def judge_spectrum(history: History, toxicity: Judged, refractory: Judged, *, tells: bool = True) -> Spectrum:
    """Return the class of the latest response, from whether a manifestation after drugs and refractoriness hold."""
    case = history.case
    latest = candidates(history)
    symptoms = tuple(is_true(case, path).verdict for path in SYMPTOMS)
    ratings = RATINGS if case.kellner is None else (case.kellner,)
    found = {each for rating in ratings for one in latest for each in _rows(rating, one, toxicity, refractory, symptoms)}
    possible = tuple(each for each in ORDER if each in found)
    value: SpectrumClass = possible[0] if len(possible) == 1 else "unknown"
    judgeable = None
    if value == "too_early" and len(latest) == 1:
        judgeable = _judgeable_on(history.readings[0] if case.latest_trial is None else history.reading(case.latest_trial), case)
    finding = _finding(case, value, _resting_on(case, latest, toxicity, refractory, possible)) if tells else None
    return Spectrum(value, possible, judgeable, finding)
