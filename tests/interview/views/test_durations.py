"""Lengths of time come back as they were said: months as months, and never with more figures than anybody gave."""

from __future__ import annotations

import pytest

from interview.engine.fold import Answer
from interview.questionnaire.reader import bundled
from interview.understanding.understand import understand
from interview.views.durations import duration_words
from interview.views.echo import echo
from interview.views.treatments import treatment_lines
from interview.views.words_clinician import value_in_words
from trd_core.case import Case, Trial


@pytest.mark.parametrize(
    ("said", "unit", "words"),
    [
        ("eight months", "weeks", "8 months"),
        ("two months", "weeks", "2 months"),
        ("a month and a half", "weeks", "1.5 months"),
        ("a year", "weeks", "1 year"),
        ("two years", "months", "24 months"),
        ("ten days", "weeks", "10 days"),
        ("six weeks", "weeks", "6 weeks"),
        ("6.5 hours", "hours", "6.5 hours"),
        ("20 minutes", "hours", "20 minutes"),
    ],
)
def test_what_was_said_comes_back(said: str, unit: str, words: str) -> None:
    assert words == duration_words(float(str(understand("duration", said, unit=unit).value)), unit)


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (35.1234, "weeks", "35 weeks"),
        (2.3333, "months", "2.3 months"),
        (6.5233, "hours", "6.5 hours"),
        (7.25, "hours", "7.25 hours"),
        (30.4, "weeks", "30.4 weeks"),
        (1.0, "weeks", "1 week"),
        (0, "weeks", "0 weeks"),
        (12.345, None, "12.35"),
    ],
)
def test_what_is_round_in_no_unit_has_few_figures(value: float, unit: str | None, words: str) -> None:
    assert words == duration_words(value, unit)


def test_echo_range_treatment_and_reason_say_the_same() -> None:
    weeks = bundled().items["trials[].weeks"]
    assert "8 months" == echo(weeks, Answer("trials[0].weeks", "answered", 34.786, "eight months", "patient", "", 1))
    between = Answer("trials[0].weeks", "answered", None, "six to eight months", "patient", "", 1, range=(26.089, 34.786))
    assert "between 6 and 8 months" == echo(weeks, between)
    mixed = Answer("trials[0].weeks", "answered", None, "six weeks to three months", "patient", "", 1, range=(6.0, 13.045))
    assert "between 6 weeks and 3 months" == echo(weeks, mixed)
    case = Case(trials=(Trial(id="t1", agent="sertraline", weeks=34.786),))
    assert "8 months" == treatment_lines(case)[0].amounts
    assert ("8 months", "6") == tuple(value_in_words("trials.t1.weeks", value) for value in (34.786, 6.0))
