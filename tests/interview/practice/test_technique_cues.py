"""`response_to`: naming and reflecting respond, sympathy acknowledges, everything else passes over; with the words it rests on."""

from __future__ import annotations

import pytest

from interview.engine.practice_turns import Cue
from interview.practice.technique.cues import response_to

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
        ("Thank you for telling me.", ("thank you for",)),
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
        "Everyone feels ashamed at times.",
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


def test_a_word_inside_another_is_not_that_word() -> None:
    cue = Cue(feeling="sad", words=("son",))
    assert "passed_over" == response_to(cue, "Was it a personal matter?").taken
    assert "responded" == response_to(cue, "How old is your son?").taken


def test_a_phrase_is_met_by_all_of_its_words_only() -> None:
    assert "passed_over" == response_to(AFRAID, "Did you stand up?").taken
    assert "responded" == response_to(AFRAID, "Who locked you up?").taken


def test_any_length_is_answered() -> None:
    assert "responded" == response_to(AFRAID, "hospital " * 11_000).taken
