"""What is said in any of its forms is understood as that value: doses, frequencies, places on a scale; "about" changes none."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview.understanding.understand import understand
from tests.interview.understanding.test_laws import in_words

STRENGTHS = st.sampled_from([5, 10, 12.5, 15, 20, 25, 30, 37.5, 40, 50, 60, 75, 100, 150, 225, 300, 375, 400])
TIMES = {1: "once", 2: "twice", 3: "three times", 4: "four times"}
PERIODS = {"day": 7.0, "week": 1.0, "fortnight": 0.5, "month": 7 / 30.4375, "year": 7 / 365.25}


def plain(number: float) -> str:
    return f"{number:g}"


@settings(max_examples=150, deadline=None)
@given(strength=STRENGTHS, times=st.integers(1, 4), count=st.integers(2, 4))
def test_a_dose_is_the_same_in_every_form(strength: float, times: int, count: int) -> None:
    once = (
        f"{plain(strength)} mg",
        f"{plain(strength)}mg",
        plain(strength),
        f"{plain(strength)} milligrams",
        f"{plain(strength)} mg daily",
    )
    for said in (*once, f"it was {plain(strength)} mg", f"{strength / 1000:g} g", f"{strength:.1f} mg".replace(".", ",")):
        assert strength == pytest.approx(understand("dose", said).value), said
    latin = {1: "od", 2: "bd", 3: "tds", 4: "qds"}[times]
    for said in (f"{plain(strength)} mg {TIMES[times]} a day", f"{plain(strength)} {TIMES[times]} daily", f"{plain(strength)} mg {latin}"):
        assert strength * times == pytest.approx(understand("dose", said).value), said
    for said in (
        f"{in_words(count)} {plain(strength)}s",
        f"{count} x {plain(strength)} mg",
        f"{in_words(count)} tablets of {plain(strength)} mg",
        f"{plain(strength)} mg, {in_words(count)} tablets",
    ):
        assert strength * count == pytest.approx(understand("dose", said).value), said


@settings(max_examples=150, deadline=None)
@given(count=st.integers(1, 12), period=st.sampled_from(sorted(PERIODS)), in_digits=st.booleans())
def test_a_frequency_is_the_same_in_every_form(count: int, period: str, in_digits: bool) -> None:
    number = str(count) if in_digits else in_words(count)
    forms = [f"{number} times a {period}", f"{number} times every {period}", f"{number} times per {period}", f"{count}x a {period}"]
    forms += [f"{count}/{period}", f"{number} a {period}"] if count > 1 else []
    forms += [f"{TIMES[count]} a {period}"] if count in TIMES else []
    for said in forms:
        assert count * PERIODS[period] == pytest.approx(understand("frequency", said).value, rel=0.001), said
    if count > 1:
        assert PERIODS[period] / count == pytest.approx(understand("frequency", f"every {number} {period}s").value, rel=0.001)


@pytest.mark.parametrize("place", range(11))
def test_a_place_on_a_scale_is_the_same_in_every_form(place: int) -> None:
    for number in (str(place), in_words(place)):
        for manner in ("{}", "a {}", "{}.", "I'd say {}", "{} out of 10", "{} out of ten", "about {}", "maybe {}", "it's {} today"):
            said = manner.format(number)
            found = understand("scale", said, minimum=0, maximum=10)
            assert place == found.value, said
            assert (said.startswith("about"), said.startswith("maybe")) == (found.approximate, found.hedged), said
    assert "not_understood" == understand("scale", str(place), minimum=11, maximum=20).status


@settings(max_examples=100, deadline=None)
@given(
    number=st.integers(2, 400),
    form=st.sampled_from(
        [("number", "{}"), ("duration", "{} weeks"), ("duration", "{} days"), ("dose", "{} mg"), ("frequency", "{} times a week")]
    ),
    about=st.sampled_from(
        ["about {}", "roughly {}", "{} or so", "around {}", "{}, give or take", "approximately {}", "~{}", "{}, more or less"]
    ),
    hedge=st.sampled_from(
        ["{}", "I think {}", "{} I guess", "not sure, {}", "maybe {}", "{}, as far as I remember", "I can't remember exactly, {}"]
    ),
)
def test_neither_about_nor_a_hedge_changes_a_value(number: int, form: tuple[str, str], about: str, hedge: str) -> None:
    kind, said = form[0], form[1].format(number)
    value = understand(kind, said, unit="weeks").value
    assert value is not None
    found = understand(kind, hedge.format(about.format(said)), unit="weeks")
    assert (value, True, hedge != "{}") == (found.value, found.approximate, found.hedged)


def test_the_room_is_loaded_with_its_first_answer_and_the_near_spellings_with_the_first_that_needs_them() -> None:
    code = (
        "import sys, interview.calling\n"
        "rooms = lambda: [name for name in sys.modules if name.startswith(('interview.understanding', 'rapidfuzz'))]\n"
        "print(rooms())\n"
        "from interview.understanding.understand import understand\n"
        "understand('number', 'six')\n"
        "print([name for name in rooms() if name.endswith(('rapidfuzz', '.drug', '.date', '.choice', '.yes_no', '.drug_table'))])"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ["[]", "[]"] == ended.stdout.split("\n")[:2]


@pytest.mark.parametrize(
    ("said", "a_day"),
    [
        ("20 mg in the morning, 20 at lunch and 10 at night", 50),
        ("10 in the morning, 10 at noon and 10 at bedtime", 30),
        ("morning 25 mg, evening 50 mg", 75),
        ("half a gram in the morning and 250 mg at night", 750),
        ("40 mg a day, so 280 a week", 40),
        ("20 mg twice a day, so 40 mg", 40),
        ("one tablet of 20 and one of 40", 60),
        ("two capsules of 75 mg and one of 37.5 mg", 187.5),
        ("2 tabs @ 75", 150),
    ],
)
def test_a_dose_said_in_parts_or_in_two_ways_is_the_whole_day(said: str, a_day: float) -> None:
    assert a_day == understand("dose", said).value


@pytest.mark.parametrize(
    "said",
    [
        "20 or 30 in the morning and 10 at night",
        "60 mg: 40 in the morning and 20 at night",
        "20 mg in the morning, not 10 at night",
        "20 mg in the morning, later 40 at night",
        "40 mg a day, so 300 a week",
        "one tablet of 20 and a few of 40",
    ],
)
def test_parts_that_do_not_come_out_are_not_added(said: str) -> None:
    assert understand("dose", said).value is None


@pytest.mark.parametrize(
    ("said", "ends"),
    [
        ("between a month and six weeks", (4.348, 6)),
        ("between six weeks and three months", (6, 13.045)),
        ("between a week and a month", (1, 4.348)),
        ("between a year and a half and two years", (78.27, 104.36)),
        ("between two and three months", (8.696, 13.045)),
    ],
)
def test_the_ends_of_a_range_keep_their_own_units(said: str, ends: tuple[float, float]) -> None:
    found = understand("duration", said, unit="weeks")
    assert found.value is None
    assert ends == pytest.approx(found.range, rel=0.001)


def test_a_time_that_adds_up_is_no_range() -> None:
    assert pytest.approx(65.22, rel=0.001) == understand("duration", "a year and three months", unit="weeks").value
    assert pytest.approx(13.045, rel=0.001) == understand("duration", "three months, not weeks", unit="weeks").value


@pytest.mark.parametrize("said", ["No idea. None of it stuck.", "I don't remember, nothing worked", "not sure, nothing comes to mind"])
def test_a_none_that_begins_another_sentence_is_no_number(said: str) -> None:
    found = understand("number", said)
    assert ("understood", None, "unknown") == (found.status, found.value, found.missing)


@pytest.mark.parametrize("said", ["not sure, none that I remember", "I don't know, never had any", "unsure, none so far"])
def test_a_none_after_a_dont_know_stays_a_none(said: str) -> None:
    found = understand("number", said)
    assert (0, True) == (found.value, found.hedged)


@pytest.mark.parametrize(
    ("kind", "said"), [("number", "several, I lost count"), ("frequency", "lots, can't say"), ("yes_no", "ask my husband")]
)
def test_what_names_no_number_and_no_answer_is_not_understood(kind: str, said: str) -> None:
    found = understand(kind, said)
    assert ("not_understood", None) == (found.status, found.missing)


@pytest.mark.parametrize("said", ["stupid question, next", "boring. Next!"])
def test_a_remark_that_asks_for_the_next_question_declines(said: str) -> None:
    assert "declined" == understand("scale", said).missing
    assert understand("scale", f"five, {said}").missing is None


def test_a_minus_with_nothing_behind_it_is_no_number() -> None:
    assert "not_understood" == understand("number", "MINUS").status


@pytest.mark.parametrize(("said", "value"), [("uh-huh", True), ("mm-hmm", True), ("nuh-uh", False), ("uh-uh", False)])
def test_sounds_of_yes_and_no_may_have_a_dash(said: str, value: bool) -> None:
    assert value is understand("yes_no", said).value
