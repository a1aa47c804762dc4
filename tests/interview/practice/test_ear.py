"""What a trainee's turn asks about: accuracy on questions, priorities both ways, slips of typing, turns of any kind."""

from __future__ import annotations

import io
import json
import random
import re
import time
from pathlib import Path

import pytest

from interview.practice.ear import weighing
from interview.practice.ear.deciding import decide
from interview.practice.ear.evidence import Weighed
from interview.practice.ear.hearing import hear
from interview.practice.ear.likeness import features
from interview.practice.ear.matching import match
from interview.practice.ear.reading import out_of_scope, topics, weights
from interview.practice.ear.spelling import mended
from interview.practice.ear.weighing import blended, likeness
from interview.practice.ear.wording import words
from tests.interview.program import Program

HERE = Path(__file__).parent


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """Return the program, with a data folder of its own."""
    return Program(tmp_path)


def questions(name: str) -> list[tuple[frozenset[str], str]]:
    """Return the (topics, words) of a file of questions; no topic where none covers them."""
    found = []
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            ids, said = line.split(" | ", 1)
            found.append((frozenset() if ids == "-" else frozenset(ids.split("+")), said))
    return found


KNOWN = [each for name in ("ear_questions.txt", "ear_unseen.txt", "ear_plain.txt") for each in questions(name)]


def first_right(asked: list[tuple[frozenset[str], str]]) -> float:
    """Return the share of questions whose first topic is right."""
    hits = [bool(found) and found[0].id in ids for ids, said in asked if ids for found in [match(said).topics]]
    return sum(hits) / len(hits)


def test_questions_of_our_own_are_understood() -> None:
    """They were tuned on, so this keeps what was reached; it says nothing of questions never seen."""
    heard = [(ids, match(said)) for ids, said in KNOWN]
    inside = [(ids, found) for ids, found in heard if ids]
    wrong = [found for ids, found in inside if found.action == "answer" and not ids & set(found.chosen)]
    outside = [found for ids, found in heard if not ids and found.action == "answer"]
    right = sum(found.topics[0].id in ids for ids, found in inside) / len(inside)
    print(f"top-1 {right:.3f} of {len(inside)}, wrong answers {len(wrong)}, out of scope answered {len(outside)}")
    assert right >= 0.97
    assert len(wrong) / len(inside) <= 0.02
    assert len(outside) / (len(heard) - len(inside)) <= 0.1


def test_questions_of_a_second_author_are_understood() -> None:
    """Indirect ways of asking on purpose; they are seen by now, so this keeps what was reached."""
    heard = [(ids, hear(said)) for ids, said in questions("ear_second.txt")]
    inside = [(ids, found) for ids, found in heard if ids]
    wrong = [found for ids, found in inside if found.action == "answer" and not ids & set(found.chosen)]
    outside = [found for ids, found in heard if not ids and found.action == "answer"]
    asked = [found for ids, found in inside if "suicide" in ids and "purpose" not in ids]
    passed = [found.text for found in asked if "suicide" not in (*found.chosen, *found.offered)]
    right = sum(bool(found.topics) and found.topics[0].id in ids for ids, found in inside) / len(inside)
    print(f"top-1 {right:.3f} of {len(inside)}, wrong {len(wrong)}, out {len(outside)}, suicide passed over {passed}")
    assert right >= 0.93
    assert len(wrong) / len(inside) <= 0.03
    assert len(outside) / (len(heard) - len(inside)) <= 0.1
    assert len(passed) / len(asked) <= 0.02


def test_a_question_about_suicide_is_not_lost_before_another() -> None:
    assert ("suicide", "psychosis") == hear("Do you think of suicide? Does a voice tell you to do it?").chosen
    assert {"suicide", "sleep"} == set(hear("Have you thought of killing yourself? And how do you sleep?").chosen)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("have you ever taken an overdoes", "have you ever taken an overdose"),
        ("have you ever tryed to kil yourself", "have you ever tried to kill yourself"),
        ("do you feel hopless", "do you feel hopeless"),
        ("are you woried you have a serious illnes", "are you worried you have a serious illness"),
        ("what happend when you stoped taking it", "what happened when you stopped taking it"),
        ("Is it all to much for you?", "Is it all too much for you?"),
        ("What other antidepresants have you tired?", "What other antidepressants have you tried?"),
        ("Are you tired of living?", "Are you tired of living?"),
        ("Any SI?", "Any SI?"),
        ("Have you everwanted not to wake up?", "Have you ever wanted not to wake up?"),
        ("Have you had a panicattack?", "Have you had a panic attack?"),
        ("Are there weapons where you live, Mrs Dale?", "Are there weapons where you live, Mrs Dale?"),
    ],
)
def test_slips_are_mended_by_the_words_beside_them(typed: str, meant: str) -> None:
    assert meant == mended(typed)


def test_suicide_is_heard_in_every_wording() -> None:
    """Asked of every exemplar and question: answered, or offered."""
    said = [line for topic in topics() if topic.id == "suicide" for line in topic.exemplars]
    said += [line for ids, line in KNOWN if ids == {"suicide"}]
    deaf = [line for line in said for found in [match(line)] if "suicide" not in (*found.chosen, *found.offered)]
    assert [] == deaf


PLAIN = 25
"""Exemplars at the beginning of each topic that ask in plain ways; most of the later ones go round about."""


def test_an_exemplar_left_out_is_still_found() -> None:
    """Leave one out, every seventh: how far the rest carries a sentence that is not known word by word."""
    figures, known = weights(), likeness()
    pairs = [(topic.id, line, rank) for topic in topics() for rank, line in enumerate(topic.exemplars)]
    hits: dict[bool, list[bool]] = {True: [], False: []}
    for place, (name, line, rank) in list(enumerate(pairs))[::7]:
        said = words(line)
        near = known.nearest(said, best=figures.nearest.best, others=figures.nearest.others, leave_out=place)
        likely = known.likely(said, sharpness=figures.language.sharpness, leave_out=(name, features(said)))
        found = decide(blended(said, weighing.keyword_scores(said), near, likely)).topics
        hits[rank < PLAIN].append(bool(found) and found[0].id == name)
    plain, later = (sum(each) / len(each) for each in (hits[True], hits[False]))
    print(f"left out in turn: plain {plain:.3f} of {len(hits[True])}, later {later:.3f} of {len(hits[False])}")
    assert plain >= 0.85
    assert later >= 0.7


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("suicide", "Do you feel so low that you want to die?"), ("mood", "Do you feel so low that you cry?")),
        (("means", "Do you have pills at home for an overdose?"), ("suicide", "Have you thought of an overdose?")),
        (("family_psych", "Did your brother kill himself?"), ("suicide", "Did you try to kill yourself?")),
        (("loss_effect", "Did sertraline stop working after a while?"), ("past_trials", "Did sertraline work?")),
        (("rechallenge", "Did citalopram work when you took it again?"), ("past_trials", "Did citalopram work?")),
        (("withdrawal", "Did you feel dizzy after stopping paroxetine?"), ("side_effects", "Did paroxetine give you any side effects?")),
        (("overload", "Are you overwhelmed by the stress of it all?"), ("stress", "What stress are you under?")),
        (("other_drugs", "What do you take for your blood pressure?"), ("current_meds", "What do you take for your depression?")),
        (("adherence", "How often do you forget to take your tablets?"), ("concentration", "Are you forgetting things?")),
        (("dose_duration", "How long were you on venlafaxine?"), ("past_trials", "Was venlafaxine any good?")),
        (("paradoxical", "Did the antidepressant make you manic?"), ("mania", "Have you ever been manic?")),
        (("residual", "Now that your mood is better, what is still left?"), ("mood", "How is your mood?")),
        (("concerns", "Do you worry about having a serious disease?"), ("anxiety", "Do you worry a lot?")),
        (("cognition", "Do you get lost in streets you know?"), ("concentration", "Do you lose the thread when you read?")),
        (("clinician_rel", "How did you get on with your therapist?"), ("therapy", "How many sessions of therapy did you have?")),
        (("harm_others", "Do you think of hurting other people?"), ("suicide", "Do you think of hurting yourself?")),
        (("augmentation", "Was lithium added to the antidepressant?"), ("current_meds", "Which antidepressant are you on now?")),
        (("drugs", "Do you smoke cannabis?"), ("smoking", "Do you smoke cigarettes?")),
        (("summary_check", "To sum up: poor sleep and two drugs. Is that right?"), ("sleep", "Is your sleep poor?")),
        (("priorities", "Which problem should we tackle first?"), ("onset", "What was the first thing that you noticed?")),
    ],
)
def test_a_topic_inside_a_topic_goes_first_only_where_it_is_meant(first: tuple[str, str], second: tuple[str, str]) -> None:
    for topic, said in (first, second):
        assert topic == match(said).topics[0].id, said


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("That sounds hard. How have your nights been?", "sleep"),
        ("You said you wished that you were dead. How is your appetite?", "appetite"),
        ("I'm sorry about your job. Do you drink alcohol?", "alcohol"),
        ("I'd like to hear about your nights.", "sleep"),
        ("Some people feel that life is not worth living. Has that crossed your mind?", "suicide"),
        ("Many people find it hard to take tablets every day. How is it for you?", "adherence"),
    ],
)
def test_the_last_question_decides(said: str, topic: str) -> None:
    assert (topic,) == match(said).chosen


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("How are you sleeping, and how is your appetite?", {"sleep", "appetite"}),
        ("Do you exercise? What do you eat in a day?", {"exercise", "diet"}),
        ("Are you working, and do you have any debts?", {"work", "money"}),
    ],
)
def test_two_topics_of_one_turn_are_both_answered(said: str, asked: set[str]) -> None:
    assert asked == set(match(said).chosen)


def test_a_slip_of_typing_costs_little() -> None:
    chance = random.Random(20)
    pairs = [(frozenset({topic.id}), line) for topic in topics() for line in topic.exemplars if re.search("[A-Za-z]{5}", line)]
    asked = chance.sample(pairs, 200)
    typed = [(ids, slipped(line, chance)) for ids, line in asked]
    before, after = first_right(asked), first_right([(ids, mended(line)) for ids, line in typed])
    print(f"as meant {before:.3f}, with a slip each {after:.3f}")
    assert before - after <= 0.02


def slipped(line: str, chance: random.Random) -> str:
    """Return the line with one slip in one word of five letters or more."""
    found = chance.choice(list(re.finditer("[A-Za-z]{5,}", line)))
    word, at = found[0], chance.randrange(1, len(found[0]) - 1)
    forms = (word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:], word[:at] + word[at + 1] + word[at] + word[at + 2 :])
    return line[: found.start()] + chance.choice(forms) + line[found.end() :]


def test_known_words_and_names_of_drugs_are_never_mended() -> None:
    for said in (
        "Did venlafaxine or Cipralex help?",
        "What's the weather like in Paris?",
        "I'd like to hear about your coach.",
        "How's 50 mg?",
    ):
        assert said == mended(said)
    assert "How are you sleeping?" == mended("How are you sleping?")
    assert "Did sertraline help?" == mended("Did sertralin help?")
    assert "How are your nights?" == mended("Howare your nigths?")


def test_what_no_topic_covers_is_not_answered() -> None:
    outside = [line for line in out_of_scope().exemplars if match(line).action == "answer"]
    assert [] == outside


HOSTILE = [
    "",
    "   ",
    "?",
    "!!!",
    "...",
    "\x00\x1b[31m",
    "😀😀",
    "как дела?",
    "\u202eabc",
    "a" * 40_000,
    "why? " * 20_000,
    "x," * 50_000,
    "\ud800",
]


@pytest.mark.parametrize("turn", HOSTILE, ids=range(len(HOSTILE)))
def test_turns_of_any_kind_are_taken(turn: str) -> None:
    started = time.process_time()
    heard = hear(turn)
    assert heard.action in ("answer", "clarify", "unsure")
    assert heard == hear(turn)
    assert time.process_time() - started < 3


def test_a_turn_takes_little_time() -> None:
    hear("How are you?")
    said = [line for _ids, line in KNOWN[::12]]
    started = time.process_time()
    for line in said:
        match(mended(line))
    assert (time.process_time() - started) / len(said) < 0.06


def test_explain_prints_one_line_for_each_turn(program: Program) -> None:
    turns = b"How are you sleping?\n\n \nWhat's the capital of France?\n\xff\xfe\n" + b"a" * 300_000 + b" are you suicidal?\nDo you smoke?"
    ended = program("practise", "--explain", "-", stdin=turns)
    assert (0, "") == (ended.code, ended.err)
    told = [json.loads(line) for line in io.StringIO(ended.out)]
    assert 5 == len(told)
    assert ["text", "repaired", "topics", "action", "offered", "form"] == list(told[0])
    assert ["question", "open", "leading", "double", "reflection"] == list(told[0]["form"])
    assert ("How are you sleeping?", "sleep", "answer") == (told[0]["repaired"], told[0]["topics"][0]["id"], told[0]["action"])
    assert "unsure" == told[1]["action"]
    assert "suicide" == told[3]["topics"][0]["id"]
    assert "smoking" == told[4]["topics"][0]["id"]


def test_weights_without_evidence_decide_nothing() -> None:
    assert ("unsure", ()) == (decide(Weighed({})).action, decide(Weighed({})).topics)
