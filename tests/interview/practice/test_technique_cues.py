"""`response_to`: naming and reflecting respond, sympathy acknowledges, everything else passes over; with the words it rests on."""

from __future__ import annotations

import pytest

from interview.engine.practice_turns import Cue
from interview.practice.technique.counts import count
from interview.practice.technique.cues import response_to
from interview.practice.technique.form import judge

ASHAMED = Cue(feeling="ashamed", words=("ashamed", "my mother's house"))
AFRAID = Cue(feeling="afraid", words=("hospital", "locked up"))


@pytest.mark.parametrize(
    ("cue", "turn", "words"),
    [
        (ASHAMED, "You felt ashamed.", ("ashamed",)),
        (ASHAMED, "What was so embarrassing about it?", ("embarrassing",)),
        (ASHAMED, "How was it to move back into your mother's house?", ("mother's", "house")),
        (AFRAID, "Being scared of that, how do you manage?", ("scared",)),
        (AFRAID, "What about the hospitals worries you?", ("hospitals",)),
        (AFRAID, "You were afraid of being locked up.", ("afraid", "locked", "up")),
        (AFRAID, "It sounds as if you felt very lonely there.", ("lonely",)),
        (AFRAID, "Tell me more about that.", ("tell me more",)),
        (AFRAID, "What was that like?", ("what was that like",)),
        (AFRAID, "I'm sorry. You were frightened.", ("frightened",)),
    ],
)
def test_naming_reflecting_and_making_room_respond(cue: Cue, turn: str, words: tuple[str, ...]) -> None:
    told = response_to(cue, turn)
    assert ("responded", words) == (told.taken, told.words)


@pytest.mark.parametrize(
    ("turn", "words"),
    [
        ("I'm sorry to hear that. How do you sleep?", ("sorry",)),
        ("Thank you for telling me.", ("thank you for telling",)),
        ("That sounds hard.", ("hard",)),
        ("I understand. Which dose was it?", ("i understand",)),
        ("No wonder. And your appetite?", ("no wonder",)),
    ],
)
def test_sympathy_without_content_acknowledges(turn: str, words: tuple[str, ...]) -> None:
    told = response_to(ASHAMED, turn)
    assert ("acknowledged", words) == (told.taken, told.words)


@pytest.mark.parametrize(
    "turn",
    [
        "How many tablets do you take?",
        "You should see it in a better light.",
        "You don't need to be ashamed.",
        "Don't be ashamed.",
        "There's no reason to feel ashamed.",
        "So you took it for six weeks.",
        "",
        "???",
        "Как вы спите?",
        "\x1b[31m",
    ],
)
def test_questions_elsewhere_and_comfort_pass_over(turn: str) -> None:
    told = response_to(ASHAMED, turn)
    assert ("passed_over", ()) == (told.taken, told.words)


@pytest.mark.parametrize(
    "turn",
    [
        "Everyone feels ashamed at times.",
        "Many people feel that.",
        "A lot of people in your place would feel ashamed.",
        "That's a very normal reaction.",
        "You are not alone in that.",
        "Thank you for coming in today.",
        "Did you have a good journey?",
    ],
)
def test_what_is_common_and_small_talk_neither_take_up_nor_pass_over(turn: str) -> None:
    told = response_to(ASHAMED, turn)
    assert ("neither", ()) == (told.taken, told.words)
    assert not judge(turn).reflection


@pytest.mark.parametrize(
    "turn", ["You're not hopeless.", "I hope you are well.", "There is no reason to be so hopeless.", "Sorry I'm late."]
)
def test_a_feeling_that_is_taken_back_is_not_named(turn: str) -> None:
    cue = Cue(feeling="hopeless", words=("no hope", "no use to anyone"))
    assert "passed_over" == response_to(cue, turn).taken
    assert ("responded", ("no", "hope")) == (response_to(cue, "You see no hope.").taken, response_to(cue, "You see no hope.").words[-2:])
    assert "responded" == response_to(cue, "It is not much, but you feel hopeless.").taken


def test_what_is_common_counts_as_no_sign_of_feeling_at_all() -> None:
    told = count([], [response_to(ASHAMED, "Many people feel that."), response_to(ASHAMED, "You felt ashamed.")]).counts
    assert (1, 1, 0) == (told.cues, told.responded, told.passed_over)


def test_a_word_inside_another_is_not_that_word() -> None:
    cue = Cue(feeling="sad", words=("son",))
    assert "passed_over" == response_to(cue, "Was it a personal matter?").taken
    assert "responded" == response_to(cue, "How old is your son?").taken


def test_a_phrase_is_met_by_all_of_its_words_only() -> None:
    assert "passed_over" == response_to(AFRAID, "Did you stand up?").taken
    assert "responded" == response_to(AFRAID, "Who locked you up?").taken


def test_any_length_is_answered() -> None:
    assert "responded" == response_to(AFRAID, "hospital " * 11_000).taken
