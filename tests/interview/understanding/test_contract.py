"""Every example that the contract gives."""

from __future__ import annotations

from typing import Any

import pytest

from interview.understanding.understand import understand
from interview.understanding.understood import Option
from tests.interview.understanding.examples import DECLINED, NO, NOT_APPLICABLE, TODAY, UNKNOWN, between, check, either

OPTIONS = (Option("mild", "Mild"), Option("moderate", "Moderate"), Option("severe", "Severe"))
WITH_DK = (*OPTIONS, Option("dk", "Don't know"), Option("quiet", "Prefer not to say"))
WEEKS = {"unit": "weeks"}

EXAMPLES: list[tuple[str, str, Any, str, dict[str, Any]]] = [
    ("number", "about six and a half", 6.5, "~", {}),
    ("number", "a dozen", 12, "", {}),
    ("number", "none", 0, "", {}),
    ("number", "1,500", 1500, "", {}),
    ("number", "6,5", 6.5, "", {}),
    ("number", "not more than two", between(0, 2), "", {}),
    ("number", "a couple", 2, "~", {}),
    ("number", "a few", NO, "", {}),
    ("number", "several", NO, "", {}),
    ("number", "some", NO, "", {}),
    ("number", "many", NO, "", {}),
    ("number", "more than three", between(3, None), "", {}),
    ("number", "at least four", between(4, None), "", {}),
    ("number", "five or more", between(5, None), "", {}),
    ("number", "at most four", between(0, 4), "", {}),
    ("number", "up to 4", between(0, 4), "", {}),
    ("number", "less than 4", between(0, 4), "", {}),
    ("number", "once", 1, "", {}),
    ("number", "twice", 2, "", {}),
    ("number", "six, sorry, seven", 7, "", {}),
    ("number", "I don't know, maybe five", 5, "?", {}),
    ("number", "don't know", UNKNOWN, "", {}),
    ("scale", "I'd say a seven", 7, "", {}),
    ("scale", "8 out of 10", 8, "", {}),
    ("scale", "3/10", 3, "", {}),
    ("scale", "3/5", NO, "", {}),
    ("scale", "as bad as it gets", NO, "", {}),
    ("scale", "6.5", either(6, 7), "", {}),
    ("scale", "none", 0, "", {}),
    ("scale", "not at all", 0, "", {}),
    ("scale", "not at all", NO, "", {"minimum": 1, "maximum": 9}),
    ("scale", "11", NO, "", {}),
    ("duration", "six weeks", 6, "", WEEKS),
    ("duration", "a month and a half", 6.52, "", WEEKS),
    ("duration", "since March", 10.71, "~", WEEKS),
    ("duration", "six to eight weeks", between(6, 8), "", WEEKS),
    ("duration", "6", 6, "", WEEKS),
    ("duration", "since December", 23.71, "~", WEEKS),
    ("duration", "since Christmas", 20.29, "~", WEEKS),
    ("duration", "since I was a child", NO, "", WEEKS),
    ("duration", "from March to June 2021", between(8.857, 17.29), "", WEEKS),
    ("duration", "none", 0, "", WEEKS),
    ("date", "spring 2019", "2019", "~", {}),
    ("date", "two years ago", "2022-05", "~", {}),
    ("date", "3/4/2021", either("2021-04-03", "2021-03-04"), "", {}),
    ("date", "today", "2024-05-15", "", {}),
    ("date", "three days ago", "2024-05-12", "", {}),
    ("date", "last month", "2024-04", "", {}),
    ("date", "last year", "2023", "", {}),
    ("date", "March", "2024-03", "", {}),
    ("date", "August", "2023-08", "", {}),
    ("date", "last March", either("2024-03", "2023-03"), "", {}),
    ("date", "winter 2019", either("2019-01", "2019-12"), "", {}),
    ("date", "early 2019", "2019", "~", {}),
    ("date", "in the nineties", between("1990-01-01", "1999-12-31"), "", {}),
    ("date", "when I was seventeen", NO, "", {}),
    ("date", "3.4.2021", "2021-04-03", "", {}),
    ("date", "3/4/21", either("2021-04-03", "2021-03-04"), "", {}),
    ("date", "from March to June 2021", between("2021-03-01", "2021-06-30"), "", {}),
    ("frequency", "twice a day", 14, "", {}),
    ("frequency", "every other day", 3.5, "", {}),
    ("frequency", "never", 0, "", {}),
    ("frequency", "once a month", 0.23, "", {}),
    ("frequency", "two or three times a week", between(2, 3), "", {}),
    ("frequency", "3", NO, "", {}),
    ("frequency", "twice", NO, "", {}),
    ("frequency", "at weekends", 2, "", {}),
    ("yes_no", "not really", False, "?", {}),
    ("yes_no", "I suppose so", True, "?", {}),
    ("yes_no", "I don't think I ever have", False, "?", {}),
    ("yes_no", "yes and no", either(True, False), "", {}),
    ("yes_no", "sometimes", True, "?", {}),
    ("yes_no", "a bit", True, "?", {}),
    ("yes_no", "maybe", either(True, False), "", {}),
    ("yes_no", "perhaps", either(True, False), "", {}),
    ("yes_no", "used to", either(True, False), "", {}),
    ("yes_no", "not any more", either(True, False), "", {}),
    ("choice", "moderate", "moderate", "", {"options": OPTIONS}),
    ("choice", "2", "moderate", "", {"options": OPTIONS}),
    ("choice", "b", "moderate", "", {"options": OPTIONS}),
    ("choice", "modrate", "moderate", "", {"options": OPTIONS}),
    ("choice", "neither", NO, "", {"options": OPTIONS}),
    ("choice", "anything but the first", NO, "", {"options": OPTIONS}),
    ("choice", "mild or moderate", either("mild", "moderate"), "", {"options": OPTIONS}),
    ("choice", "between mild and moderate", either("mild", "moderate"), "", {"options": OPTIONS}),
    ("choice", "I don't know", "dk", "", {"options": WITH_DK}),
    ("choice", "I'd rather not say", "quiet", "", {"options": WITH_DK}),
    ("choices", "neither", (), "", {"options": OPTIONS}),
    ("choices", "none of these", (), "", {"options": OPTIONS}),
    ("choices", "all except severe", ("mild", "moderate"), "", {"options": OPTIONS}),
    ("dose", "150 mg", 150, "", {}),
    ("dose", "two 75s", 150, "", {}),
    ("dose", "20 mg twice a day", 40, "", {}),
    ("dose", "half a gram", 500, "", {}),
    ("dose", "one fifty", 150, "", {}),
    ("dose", "100 or 150 mg", between(100, 150), "", {}),
    ("dose", "70 mg once a week", 10, "", {}),
    ("dose", "from 50 up to 100", either(50, 100), "", {}),
    ("dose", "two tablets", NO, "", {}),
    ("dose", "none", 0, "", {}),
    ("drug", "Zoloft", "sertraline", "", {}),
    ("drug", "setraline", "sertraline", "", {}),
    ("drug", "venlafaxine XR", "venlafaxine", "", {}),
    ("drug", "Zoloft I think", "sertraline", "?", {}),
    ("drug", "lithium carbonate", "lithium", "", {}),
    ("drug", "sodium valproate", "valproate", "", {}),
    ("drug", "rifampin", "rifampicin", "", {}),
    ("drug", "dothiepin", "dosulepin", "", {}),
    ("drug", "T3", "liothyronine", "", {}),
    ("drug", "St. John's Wort", "st john's wort", "", {}),
    ("drug", "escitalopram", "escitalopram", "", {}),
    ("drug", "esketamine", "esketamine", "", {}),
    ("drug", "desvenlafaxine", "desvenlafaxine", "", {}),
    ("drug", "an SSRI", NO, "", {}),
    ("drug", "not sertraline", NO, "", {}),
    ("drug", "none", NOT_APPLICABLE, "", {}),
    ("drug", "never took anything", NOT_APPLICABLE, "", {}),
    ("drug", "fluvoxetine", either("fluoxetine", "fluvoxamine"), "", {}),
    ("text", "none", "none", "", {}),
    ("text", "I'd rather not say", DECLINED, "", {}),
]


@pytest.mark.parametrize(("kind", "text", "expected", "flags", "asked"), EXAMPLES, ids=[f"{kind}: {text}" for kind, text, *_ in EXAMPLES])
def test_an_example_of_the_contract_is_read_as_written(kind: str, text: str, expected: Any, flags: str, asked: dict[str, Any]) -> None:
    check(kind, text, expected, flags, **asked)


def test_a_season_has_its_days_beside_the_year() -> None:
    assert ("2019-03-01", "2019-05-31") == understand("date", "spring 2019", today=TODAY).range


@pytest.mark.parametrize(
    ("text", "days"),
    [("early 2019", ("2019-01-01", "2019-04-30")), ("mid 2019", ("2019-05-01", "2019-08-31")), ("late 2019", ("2019-09-01", "2019-12-31"))],
)
def test_early_mid_and_late_are_thirds_of_the_year(text: str, days: tuple[str, str]) -> None:
    found = understand("date", text, today=TODAY)
    assert ("2019", days, True) == (found.value, found.range, found.approximate)


def test_month_and_two_digits_have_two_readings() -> None:
    assert {"2024-03-19", "2019-03"} == set(understand("date", "03/19", today=TODAY).candidates)


def test_two_places_on_a_scale_are_asked_back_with_their_range() -> None:
    found = understand("scale", "between 3 and 4")
    assert ("ambiguous", None, (3, 4), (3, 4)) == (found.status, found.value, found.range, found.candidates)


@pytest.mark.parametrize("text", ["since March", "two years ago", "last month", "today", "March", "3/4/21", "last year"])
def test_a_date_that_needs_today_is_not_understood_without_it(text: str) -> None:
    assert understand("date", text).status == "not_understood"


@pytest.mark.parametrize("text", ["since March", "since last month", "since 2019", "from March until now"])
def test_a_duration_that_needs_today_is_not_understood_without_it(text: str) -> None:
    assert understand("duration", text, unit="weeks").status == "not_understood"


def test_text_keeps_spelling_case_and_line_breaks() -> None:
    assert "I  feLt\n\nbad\x07".replace("  ", " ").replace("\x07", "") == understand("text", " I  feLt\n\nbad\x07 ").value
