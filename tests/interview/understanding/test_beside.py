"""What a sentence tells beside a treatment's name: what is said once and clearly, and nothing else."""

from __future__ import annotations

import datetime as dt

import pytest

from interview.questionnaire.reader import bundled
from interview.questionnaire.structure_checks import TOLD_TOGETHER
from interview.understanding.asked import Asked
from interview.understanding.beside import READ, told_beside
from interview.understanding.understood import Option

TODAY = dt.date(2026, 11, 23)


def questions() -> dict[str, Asked]:
    found = {}
    for name in ("dose_mg", "weeks", "outcome"):
        item = bundled().items[f"trials[].{name}"]
        options = tuple(Option(option.code, option.display, option.say) for option in item.options)
        found[name] = Asked(item.type, "", item.unit, options)
    return found


QUESTIONS = questions()

TOLD = [
    ("sertraline, 100 for two months, did nothing", {"dose_mg": "100", "weeks": "for two months", "outcome": "did nothing"}),
    ("I was on Zoloft 100 for about six weeks and it wore off", {"dose_mg": "100", "weeks": "for about six weeks", "outcome": "wore off"}),
    ("fluoxetine 20 mg daily for a year and a half", {"dose_mg": "20 mg daily", "weeks": "for a year and a half"}),
    ("venlafaxine XR 150mg, 3 months, stopped working", {"dose_mg": "150mg", "weeks": "3 months", "outcome": "stopped working"}),
    ("paroxetine 20 mg for six to eight weeks", {"dose_mg": "20 mg", "weeks": "for six to eight weeks"}),
    ("bupropion one fifty since March", {"dose_mg": "one fifty", "weeks": "since March"}),
    ("duloxetine 60 twice a day", {"dose_mg": "60 twice a day"}),
    ("trazodone, two 75s, ten weeks", {"dose_mg": "two 75s", "weeks": "ten weeks"}),
    ("sertraline 1,500 mg for 6 weeks", {"dose_mg": "1,500 mg", "weeks": "for 6 weeks"}),
    ("amitriptyline 25mg, no side effects but no change", {"dose_mg": "25mg", "outcome": "no change"}),
]

LEFT_ALONE = [
    ("sertraline", "nothing beside the name"),
    ("Prozac when I was 25", "an age"),
    ("sertraline in 2019", "a year"),
    ("escitalopram two years ago", "a date, not how long"),
    ("cbt, 12 sessions", "a number of meetings"),
    ("sertraline and I was off it for the last two weeks", "a part of the time"),
    ("Lexapro 10 then 20 mg", "two doses"),
    ("paroxetine 20 to 40 mg", "between two doses"),
    ("lithium for half the time", "no stretch of time"),
    ("sertraline twice", "how often it was tried"),
    ("mirtazapine, no side effects", "what is denied"),
    ("third try of sertraline", "a place in a row"),
]


@pytest.mark.parametrize(("sentence", "told"), TOLD)
def test_what_is_clearly_told_is_found_in_its_own_words(sentence: str, told: dict[str, str]) -> None:
    assert told == told_beside(sentence, QUESTIONS, TODAY)


@pytest.mark.parametrize(("sentence", "why"), LEFT_ALONE, ids=[why for _, why in LEFT_ALONE])
def test_what_is_not_clearly_told_is_left_alone(sentence: str, why: str) -> None:
    assert {} == told_beside(sentence, QUESTIONS, TODAY), why


HOSTILE = ["", " ", "\x1b[2J", "9" * 2000, "mg " * 400, "for " * 300, "1 " * 590, "💊" * 500, "[b]" * 300, "sertraline\n" * 2000]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_tell_nothing(text: str) -> None:
    assert {} == told_beside(text, QUESTIONS, TODAY)


def test_the_questionnaire_allows_the_kinds_that_are_read_here_and_no_other() -> None:
    assert set(TOLD_TOGETHER) == set(READ)
