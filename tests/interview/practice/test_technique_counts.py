"""`count`: counts as they are, bands at their limits, and none where there is too little."""

from __future__ import annotations

import pytest

from interview.engine.practice_turns import Form
from interview.practice.technique.bands import FEWEST_QUESTIONS, LIMITS, MITI_3, Band, Measure
from interview.practice.technique.counts import Banded, Technique, count
from interview.practice.technique.cues import CueResponse
from interview.practice.technique.words import band_words
from trd_core.finding import Reason

OPEN = Form(question=True, open=True)
CLOSED = Form(question=True, open=False)
LEADING = Form(question=True, open=False, leading=True)
DOUBLE = Form(question=True, open=False, double=True)
REFLECTION = Form(reflection=True)
SUMMARY = Form(summary=True)
RESPONDED = CueResponse(taken="responded", words=("sad",))
PASSED = CueResponse(taken="passed_over")
THANKED = CueResponse(taken="acknowledged", words=("sorry",))


def of(technique: Technique, measure: Measure) -> Banded:
    return next(banded for banded in technique.bands if banded.measure == measure)


def band(forms: list[Form], measure: Measure) -> Band | None:
    return of(count(forms), measure).band


def test_counts_are_turns() -> None:
    told = count(
        [OPEN, CLOSED, LEADING, DOUBLE, REFLECTION, SUMMARY, Form(), Form(question=True, open=True, reflection=True)],
        [RESPONDED, THANKED, PASSED],
    )
    assert {
        "turns": 8,
        "questions": 5,
        "open": 2,
        "closed": 3,
        "leading": 1,
        "double": 1,
        "reflections": 2,
        "summaries": 1,
        "cues": 3,
        "responded": 1,
        "acknowledged": 1,
        "passed_over": 1,
    } == told.counts.model_dump()


def test_nothing_said_counts_nothing_and_has_no_band() -> None:
    told = count([])
    assert {None} == {banded.band for banded in told.bands}
    assert {"technique.too_few"} == {banded.rule for banded in told.bands}
    assert "too few to say" == band_words(told.bands[0])


def test_below_ten_questions_there_is_no_band() -> None:
    assert 10 == FEWEST_QUESTIONS
    assert band([CLOSED] * 9, "open") is None
    assert "few" == band([CLOSED] * 10, "open")


@pytest.mark.parametrize(
    ("opened", "expected"), [(0, "few"), (24, "few"), (25, "some"), (49, "some"), (50, "many"), (69, "many"), (70, "most"), (100, "most")]
)
def test_open_questions_at_their_limits(opened: int, expected: Band) -> None:
    assert expected == band([OPEN] * opened + [CLOSED] * (100 - opened), "open")


@pytest.mark.parametrize(
    ("led", "expected"), [(0, "none"), (1, "few"), (9, "few"), (10, "some"), (24, "some"), (25, "many"), (100, "many")]
)
def test_leading_and_double_questions_at_their_limits(led: int, expected: Band) -> None:
    assert expected == band([LEADING] * led + [OPEN] * (100 - led), "leading")
    assert expected == band([DOUBLE] * led + [OPEN] * (100 - led), "double")


@pytest.mark.parametrize(
    ("given", "expected"), [(0, "none"), (1, "few"), (4, "few"), (5, "some"), (19, "some"), (20, "many"), (39, "many"), (40, "most")]
)
def test_reflections_are_counted_against_questions(given: int, expected: Band) -> None:
    assert expected == band([OPEN] * 20 + [REFLECTION] * given, "reflections")


@pytest.mark.parametrize(("given", "expected"), [(0, "none"), (1, "few"), (2, "some"), (3, "some"), (4, "many")])
def test_summaries_are_numbers(given: int, expected: Band) -> None:
    assert expected == band([OPEN] * 50 + [SUMMARY] * given, "summaries")


@pytest.mark.parametrize(
    ("met", "passed", "expected"),
    [(2, 0, None), (0, 3, "none"), (1, 9, "few"), (1, 2, "few"), (2, 2, "some"), (2, 1, "some"), (3, 1, "many"), (9, 1, "most")],
)
def test_cues_have_bands_of_their_own(met: int, passed: int, expected: Band | None) -> None:
    assert expected == of(count([], [RESPONDED] * met + [PASSED] * passed), "cues").band


def test_one_measure_of_many_is_small_but_never_none() -> None:
    assert "few" == band([LEADING] + [OPEN] * 999, "leading")


def test_a_band_says_what_it_rests_on() -> None:
    told = of(count([OPEN] * 8 + [CLOSED] * 2), "open")
    assert (Reason("technique.open", 8), Reason("technique.questions", 10)) == told.reasons
    assert ("technique.open", "recalled") == (told.rule, told.status)
    assert told.citation.startswith(MITI_3)
    below = of(count([OPEN] * 3 + [CLOSED] * 7), "open")
    assert ("some", "project") == (below.band, below.status)


def test_limits_rise_from_nought() -> None:
    for limits in LIMITS.values():
        values = [limit.at_least for limit in limits]
        assert 0 == values[0]
        assert sorted(set(values)) == values


def test_every_band_has_its_words() -> None:
    for measure, limits in LIMITS.items():
        told = [
            band_words(Banded(measure=measure, count=0, of=10, band=limit.band, reasons=(), rule="x", citation="y", status="project"))
            for limit in limits
        ]
        assert len(limits) == len(set(told))
