"""Laws that hold for every value: what is said in any of its forms is understood as that value."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview.understanding.understand import KINDS, understand
from interview.understanding.understood import Option
from tests.interview.understanding.examples import TODAY

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
UNITS = {"day": 1.0, "week": 7.0, "month": 30.4375, "year": 365.25}
OPTIONS = (Option("mild", "Mild"), Option("moderate", "Moderate"), Option("severe", "Severe"))


def in_words(number: int) -> str:
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = f" and {in_words(number % 100)}" if number % 100 else ""
        return f"{ONES[number // 100]} hundred{rest}"
    below = number % 1000
    joined = "" if not below else (f" and {in_words(below)}" if below < 100 else f" {in_words(below)}")
    return f"{in_words(number // 1000)} thousand{joined}"


@settings(max_examples=300, deadline=None)
@given(number=st.integers(0, 99_999))
def test_a_number_in_words_is_the_number_in_digits(number: int) -> None:
    assert number == understand("number", in_words(number)).value
    assert number == understand("number", str(number)).value
    assert number == understand("number", f"{number:,}").value


@settings(max_examples=200, deadline=None)
@given(
    said=st.sampled_from(
        [
            "six",
            "6.5",
            "a dozen",
            "three weeks",
            "a month and a half",
            "two years",
            "150 mg",
            "one fifty",
            "twice a day",
            "two or three",
            "6 to 8 weeks",
        ]
    ),
    kind=st.sampled_from(["number", "duration", "dose", "frequency", "scale"]),
)
def test_about_never_changes_a_value(said: str, kind: str) -> None:
    plain, about = understand(kind, said, unit="weeks"), understand(kind, f"about {said}", unit="weeks")
    assert (plain.status, plain.value, plain.range, plain.candidates) == (about.status, about.value, about.range, about.candidates)
    assert about.approximate or about.status == "not_understood"


@settings(max_examples=200, deadline=None)
@given(count=st.integers(1, 60), unit=st.sampled_from(sorted(UNITS)), asked=st.sampled_from(sorted(UNITS)), in_digits=st.booleans())
def test_a_duration_is_the_same_in_every_unit(count: int, unit: str, asked: str, in_digits: bool) -> None:
    said = f"{count if in_digits else in_words(count)} {unit}{'s' if count != 1 else ''}"
    found = understand("duration", said, unit=f"{asked}s")
    assert count * UNITS[unit] / UNITS[asked] == pytest.approx(found.value, rel=0.001)


@settings(max_examples=200, deadline=None)
@given(date=st.dates(dt.date(1950, 1, 1), TODAY))
def test_a_day_is_read_in_every_way_it_is_written(date: dt.date) -> None:
    month = MONTHS[date.month - 1]
    forms = [
        date.isoformat(),
        f"{date.day} {month} {date.year}",
        f"{month} {date.day}, {date.year}",
        f"the {date.day}th of {month} {date.year}",
        f"{date.day}.{date.month}.{date.year}",
        f"{date.day} {month[:3].lower()} {date.year}",
    ]
    for form in forms:
        assert date.isoformat() == understand("date", form, today=TODAY).value, form
    for form in (f"{month} {date.year}", f"{date.month:02d}/{date.year}", f"{month[:3]} {date.year}"):
        assert f"{date.year}-{date.month:02d}" == understand("date", form, today=TODAY).value, form


@settings(max_examples=100, deadline=None)
@given(date=st.dates(dt.date(1950, 1, 1), TODAY))
def test_a_date_with_slashes_is_one_day_or_asked_back(date: dt.date) -> None:
    found = understand("date", f"{date.day}/{date.month}/{date.year}", today=TODAY)
    if date.day <= 12 and date.day != date.month:
        swapped = dt.date(date.year, date.day, date.month).isoformat()
        assert {date.isoformat(), swapped} == set(found.candidates)
    else:
        assert date.isoformat() == found.value


REFUSALS = [
    "rather not say",
    "I'd prefer not to answer",
    "I don't want to talk about it",
    "no comment",
    "pass",
    "skip it",
    "that's private",
]
NOT_KNOWING = ["don't know", "I really don't know", "no idea", "not sure", "I can't remember", "dunno", "hard to say", "I don't recall"]
NOT_APPLYING = ["n/a", "not applicable", "doesn't apply", "that doesn't apply to me"]
POLITE = ["{}", "{}.", "sorry, {}", "{}, sorry", "um, {}", "{} really", "well, {}!"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("phrases", "reason"), [(REFUSALS, "declined"), (NOT_KNOWING, "unknown"), (NOT_APPLYING, "not_applicable")])
def test_a_missing_answer_is_the_same_in_every_kind(kind: str, phrases: list[str], reason: str) -> None:
    for phrase in phrases:
        for manner in POLITE:
            found = understand(kind, manner.format(phrase), options=OPTIONS if kind.startswith("choice") else (), unit="weeks")
            assert ("understood", None, reason) == (found.status, found.value, found.missing), manner.format(phrase)


NOES = ["no", "No.", "nope", "never", "not at all", "none", "nothing", "nah", "not really", "no, never"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("no", NOES)
def test_a_no_is_never_a_missing_answer(kind: str, no: str) -> None:
    found = understand(kind, no, options=OPTIONS if kind.startswith("choice") else (), unit="weeks")
    if kind == "drug" and no in ("none", "nothing"):
        assert "not_applicable" == found.missing
    else:
        assert found.missing is None
    if kind == "yes_no":
        assert False is found.value


@pytest.mark.parametrize("option", OPTIONS)
@pytest.mark.parametrize("manner", ["{}", "{}.", "I'd say {}", "it was {}", "the {} one", "{}, I think", "definitely {}"])
def test_an_option_is_understood_by_its_display(option: Option, manner: str) -> None:
    assert option.code == understand("choice", manner.format(option.display.lower()), options=OPTIONS).value


@pytest.mark.parametrize(("place", "code"), enumerate(("mild", "moderate", "severe"), 1))
def test_an_option_is_understood_by_its_place(place: int, code: str) -> None:
    for said in (
        str(place),
        f"{place}.",
        f"number {place}",
        f"option {place}",
        "abc"[place - 1],
        f"the {('first', 'second', 'third')[place - 1]}",
    ):
        assert code == understand("choice", said, options=OPTIONS).value, said


def test_options_without_a_match_are_not_understood_and_none_is_made_up() -> None:
    assert "not_understood" == understand("choice", "hello there", options=OPTIONS).status
    assert "not_understood" == understand("choice", "mild", options=()).status


def test_an_unknown_kind_is_the_programmers_error() -> None:
    with pytest.raises(ValueError, match="the kind is none of"):
        understand("mood", "low")
