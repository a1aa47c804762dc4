"""`judge`: four sets of labelled lines, pairs at the boundaries, and text of any kind in time that grows with its length."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest

from interview.engine.practice_turns import Form
from interview.practice.technique.form import judge, ways

LINES = Path(__file__).parent / "technique_lines"
LABELS = ("question", "open", "leading", "double", "reflection", "summary")
FLOOR = 0.85
"""Kappa that every label must reach on the lines that were kept apart from tuning."""


def labelled(name: str) -> list[tuple[str, frozenset[str]]]:
    return [(text, frozenset(labels.split())) for text, labels in tomllib.loads((LINES / name).read_text("utf-8"))["lines"]]


def labels_of(form: Form) -> frozenset[str]:
    told = {label for label in ("question", "leading", "double", "reflection", "summary") if getattr(form, label)}
    return frozenset(told | ({"open"} if form.open else {"closed"} if form.open is False else set()))


def kappa(pairs: Iterable[tuple[bool, bool]]) -> float:
    """Cohen's kappa of two judges of yes and no; 1 where both are of one mind throughout."""
    judged = list(pairs)
    count = len(judged)
    agreed = sum(one == other for one, other in judged) / count
    ours, theirs = (sum(pair[side] for pair in judged) / count for side in (0, 1))
    chance = ours * theirs + (1 - ours) * (1 - theirs)
    return 1.0 if chance == 1 else (agreed - chance) / (1 - chance)


def agreement(name: str, label: str) -> float:
    judged = [(labels, labels_of(judge(text))) for text, labels in labelled(name)]
    if label == "open":
        judged = [(labels, told) for labels, told in judged if "question" in labels and "question" in told]
    return kappa((label in labels, label in told) for labels, told in judged)


def test_kappa_is_cohens() -> None:
    assert 0.4 == pytest.approx(kappa([(True, True)] * 20 + [(True, False)] * 5 + [(False, True)] * 10 + [(False, False)] * 15))
    assert 0.0 == kappa([(True, True), (True, False), (False, True), (False, False)])


@pytest.mark.parametrize("name", ["gold.toml", "further.toml"])
def test_the_lines_it_was_tuned_on_are_all_judged_as_labelled(name: str) -> None:
    wrong = [(text, sorted(labels ^ labels_of(judge(text)))) for text, labels in labelled(name) if labels != labels_of(judge(text))]
    assert [] == wrong


@pytest.mark.parametrize("name", ["second.toml", "last.toml"])
@pytest.mark.parametrize("label", LABELS)
def test_the_lines_kept_apart_reach_the_floor(name: str, label: str) -> None:
    assert agreement(name, label) >= FLOOR


def test_the_sets_are_large_apart_and_hold_every_label_both_ways() -> None:
    sets = {name: labelled(name) for name in ("gold.toml", "second.toml", "further.toml", "last.toml")}
    assert len(sets["gold.toml"]) >= 150
    assert len(sets["second.toml"]) == 120
    texts = [text.casefold() for lines in sets.values() for text, _ in lines]
    assert len(texts) == len(set(texts))
    for lines in sets.values():
        for label in (*LABELS, "closed"):
            assert 3 <= sum(label in labels for _, labels in lines) <= len(lines) - 3


@pytest.mark.parametrize(
    ("text", "other", "label"),
    [
        ("Tell me about your nights.", "Thank you for telling me about your nights.", "question"),
        ("When do you feel better?", "When you feel better we will talk.", "question"),
        ("I'd like to ask about your sleep.", "I'd like to ask you some questions.", "question"),
        ("Can you tell me about the dose?", "Can you tell me the dose?", "open"),
        ("I wonder how you sleep.", "I wonder if you sleep.", "open"),
        ("How do you drink your tea?", "How much tea do you drink?", "open"),
        ("How is your mood?", "How is your mood, better or worse?", "open"),
        ("When did it start? How did it feel?", "How did it feel? When did it start?", "open"),
        ("You sleep well, don't you?", "Do you sleep well?", "leading"),
        ("You drink because of work, right?", "You drink because of work, is that right?", "leading"),
        ("You stopped because of your wife right?", "You stopped because it did not feel right?", "leading"),
        ("So you drink because of work right", "So you drink because you feel that is right", "leading"),
        ("Take your time and tell me how it all began.", "Take your time.", "open"),
        ("Where shall we begin?", "Where do you live?", "open"),
        ("So you sleep badly.", "So you sleep badly, don't you?", "reflection"),
        ("Everybody has left you.", "Everybody feels that way.", "reflection"),
        ("You take it daily, right?", "Do you take it daily, right now?", "leading"),
        ("Haven't you told her?", "Why haven't you told her?", "leading"),
        ("Isn't it the drink?", "Is it the drink or the tablets?", "leading"),
        ("You must be glad?", "That must have been a relief.", "leading"),
        ("Is it because of your job?", "What do you think it is because of?", "leading"),
        ("So it was March, wasn't it?", "So it was March, is that right?", "leading"),
        ("You have no plans?", "Do you have any plans?", "leading"),
        ("Do you sleep and do you eat?", "Do you sleep and eat?", "double"),
        ("How is work? How is your wife?", "How is work? I mean, how is your work going?", "double"),
        ("Are you sad? Do you drink?", "Are you sad? Tearful?", "double"),
        ("What did you take and why did you stop?", "What did you take and then stop?", "double"),
        ("Is it worse at night? And are you eating?", "Is it worse at night? Or in the morning?", "double"),
        ("That must have been frightening.", "I'm sorry to hear that.", "reflection"),
        ("You couldn't sleep.", "You should sleep.", "reflection"),
        ("So you gave up.", "So let us give it up.", "reflection"),
        ("You are worried about it.", "You are welcome.", "reflection"),
        ("You mentioned that you felt ill.", "You mentioned your illness.", "reflection"),
        ("You feel low, you sleep badly, and you see nobody.", "You feel low, and you sleep badly.", "summary"),
        ("Let me sum up: the pain came first, then the low mood.", "Let me sum up.", "summary"),
    ],
)
def test_a_pair_at_the_boundary_is_told_apart(text: str, other: str, label: str) -> None:
    assert (True, False) == (bool(getattr(judge(text), label)), bool(getattr(judge(other), label)))


def test_marks_apostrophes_and_capitals_change_nothing() -> None:
    assert judge("You don't drink, do you?") == judge("YOU DONT DRINK, DO YOU") == judge("you don’t drink , do you ?!")
    assert judge("How have you been sleeping?") == judge("how have you been sleeping")


def test_a_sentence_ends_where_it_ends() -> None:
    assert not judge("You had 37.5 mg. of it from Dr. Hill, i.e. half a tablet. How was that?").double
    assert judge("You had 50 mg. How was that?").open is True


def test_a_pure_summary_is_no_reflection_and_one_after_a_reflection_is_both() -> None:
    pure = judge("Let me see if I have this right: you moved, you lost your job, and then you fell ill.")
    assert (True, False) == (pure.summary, pure.reflection)
    both = judge("It sounds very lonely. Let me see if I have this right: you moved, you lost your job, and then you fell ill.")
    assert (True, True) == (both.summary, both.reflection)


def test_what_leads_is_named() -> None:
    assert ("a tag",) == ways("You sleep well, don't you?")
    assert ("a negative question",) == ways("Haven't you told her?")
    assert ("a no expected",) == ways("No thoughts of suicide?")
    assert () == ways("Have you had thoughts of suicide?")


@pytest.mark.parametrize(
    "text", ["", " \n\t", "...", "?!", "12345", "-", "''''", "\x00\x1b[31m", "\ud800", "<b>&amp;</b>", "=HYPERLINK(1)"]
)
def test_text_without_a_turn_in_it_is_judged_as_nothing(text: str) -> None:
    assert not judge(text).leading
    assert not judge(text).summary


def test_other_alphabets_are_asked_by_their_mark_alone() -> None:
    assert Form(question=True, open=False) == judge("Как вы спите?")
    assert Form() == judge("Расскажите")


@pytest.mark.parametrize(
    "piece",
    [
        "how are you? ",
        "so you feel sad. ",
        "and how ",
        "you said that ",
        ", ",
        "...a",
        "do you think it made ",
        "a",
        "let me see: you ",
        "n't ",
    ],
)
def test_a_hundred_kilobytes_cost_time_in_proportion(piece: str) -> None:
    text = (piece * (100_000 // len(piece) + 1))[:100_000]
    judge(text[:1000])
    started = time.process_time()
    judge(text)
    assert time.process_time() - started < 4
