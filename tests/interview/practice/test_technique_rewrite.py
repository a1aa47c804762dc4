"""`rewrite`: one open, neutral, single question on the line's topic, that its own judge finds so; nothing invented."""

from __future__ import annotations

import re

import pytest

from interview.engine.practice_turns import Cue, Form
from interview.practice.technique.feelings import FAMILIES
from interview.practice.technique.form import judge
from interview.practice.technique.rewrite import WITHOUT_TOPIC, fault_of, reflection_for, rewrite
from interview.practice.technique.topic_questions import CLOSED_FITS, TOPIC_QUESTIONS
from interview.practice.technique.words import fault_words

TOPICS = re.findall(
    r"[a-z_]+",
    """
greet consent agenda global_change impact residual mood anhedonia sleep appetite energy concentration anxiety onset episodes suicide means
harm_others psychosis mania cognition current_meds dose_duration adherence past_trials therapy augmentation clinician_rel side_effects
withdrawal loss_effect rechallenge paradoxical psych_history family_psych medical other_drugs allergies pain stress work money overload
living relationship support loss_grief alcohol smoking drugs exercise diet routine beliefs concerns denial expectations reactance
demoralization self_manage wellbeing mastery growth purpose autonomy self_acceptance flexibility priorities summary_check
""",
)
"""Every topic that stays."""

LONGEST_READING_AGE = 12
OPEN_ONLY = Form(question=True, open=True)
QUESTIONS = {**TOPIC_QUESTIONS, **WITHOUT_TOPIC}


def reading_age(text: str) -> float:
    """Flesch and Kincaid's grade and five years, by a plain count of syllables."""
    words = re.findall(r"[a-z']+", text.lower())
    syllables = sum(max(1, len(re.findall(r"[aeiouy]+", re.sub(r"e$", "", word)))) for word in words)
    sentences = max(1, len(re.findall(r"[.?!]", text)))
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59 + 5


def test_every_topic_has_one_question_and_no_other_has() -> None:
    assert set(TOPICS) == set(TOPIC_QUESTIONS)
    assert len(TOPIC_QUESTIONS) == len(set(TOPIC_QUESTIONS.values()))
    assert set(TOPICS) >= CLOSED_FITS


@pytest.mark.parametrize("topic", QUESTIONS)
def test_every_proposed_question_is_open_neutral_and_single(topic: str) -> None:
    assert OPEN_ONLY == judge(QUESTIONS[topic])


@pytest.mark.parametrize("topic", QUESTIONS)
def test_every_proposed_question_is_read_at_twelve(topic: str) -> None:
    assert reading_age(QUESTIONS[topic]) <= LONGEST_READING_AGE


def test_the_fault_that_costs_most_comes_first() -> None:
    assert "leading" == fault_of(Form(question=True, open=False, leading=True, double=True))
    assert "double" == fault_of(Form(question=True, open=True, double=True))
    assert "closed" == fault_of(Form(question=True, open=False))
    assert fault_of(Form(question=True, open=True)) is None
    assert fault_of(Form(reflection=True)) is None


def test_a_check_of_what_was_said_is_no_fault() -> None:
    assert fault_of(judge("So you stopped after two weeks, is that right?")) is None


def test_a_direct_question_on_suicide_is_left_as_it_is_and_a_leading_one_is_not() -> None:
    assert rewrite(judge("Have you thought of ending your life?"), ("suicide",)) is None
    told = rewrite(judge("You're not suicidal, are you?"), ("suicide",))
    assert told is not None
    assert ("leading", "suicide", "Can you tell me about any thoughts of ending your life?", ()) == (
        told.fault,
        told.topic,
        told.suggestion,
        told.then,
    )


def test_a_double_question_becomes_one_and_then_the_other() -> None:
    told = rewrite(judge("Do you sleep and do you eat?"), ("sleep", "appetite", "sleep"))
    assert told is not None
    assert ("double", "How are your nights?", ("How is your appetite?",)) == (told.fault, told.suggestion, told.then)


def test_a_line_without_a_known_topic_is_put_by_its_fault_alone() -> None:
    told = rewrite(judge("Do you sleep?"), ("no_such_topic",))
    assert told is not None
    assert ("closed", None, "Can you tell me more about that?") == (told.fault, told.topic, told.suggestion)
    assert rewrite(judge("How do you sleep?"), ("sleep",)) is None


def test_a_reflection_holds_the_cues_feeling_and_nothing_else() -> None:
    cue = Cue(feeling="ashamed", words=("my mother's house",))
    assert "It sounds as if you feel ashamed." == reflection_for(cue)
    assert "It sounds as if you feel angry." == reflection_for(Cue(feeling="rage", words=("x",)))
    assert "I hear one word in what you say: saudade." == reflection_for(Cue(feeling="saudade", words=("x",)))


@pytest.mark.parametrize("family", FAMILIES)
def test_every_reflection_is_one(family: str) -> None:
    for word in FAMILIES[family]:
        assert Form(reflection=True) == judge(reflection_for(Cue(feeling=word, words=("x",))))


def test_every_fault_is_told_why() -> None:
    assert 3 == len({fault_words(fault) for fault in ("leading", "double", "closed")})
