"""What a turn means where it was said: after an answer, about somebody named, among what was offered, after thoughts of dying."""

from __future__ import annotations

import pytest

from interview.engine.practice_turns import Heard
from interview.practice.ear.hearing import hear
from interview.practice.feedback.lines import PLAN, PROTECTIVE
from interview.practice.patient.answering import after, begin, reply
from interview.practice.patient.case_file import CaseFile
from interview.practice.patient.checking import faults
from interview.practice.patient.in_context import in_context
from interview.practice.patient.reading import bundled
from interview.questionnaire.reader import bundled as questionnaire
from tests.interview.practice.small_case import OPEN, small


def case_of(name: str) -> CaseFile:
    return next(case for case in bundled() if case.id == name)


def talk(case: CaseFile, *turns: str | Heard) -> list[tuple[tuple[str, ...], str, tuple[str, ...]]]:
    """Return of each turn what was heard, how it was answered, and on what."""
    found: list[tuple[tuple[str, ...], str, tuple[str, ...]]] = []
    state = begin(case)
    for turn in turns:
        heard = in_context(case, state, hear(turn) if isinstance(turn, str) else turn)
        said = reply(case, state, heard)
        state = after(state, heard, said)
        found.append((heard.chosen, said.how, said.topics))
    return found


@pytest.mark.parametrize(
    "turn",
    ["Why do you think that?", "why?", "And why is that?", "when was that?", "Since when?", "How so?", "what do you mean?",
     "Can you say more?", "Could you tell me a bit more about that?", "how long has that been so?", "What makes you say that?",
     "Go on.", "For example?", "What was that like for you?"],
)  # fmt: skip
def test_what_is_asked_on_an_answer_belongs_to_it(turn: str) -> None:
    (_first, second) = talk(small(), "How are you sleeping?", turn)
    assert ((), ("sleep",)) == (second[0], second[2])


def test_a_question_with_a_subject_of_its_own_does_not() -> None:
    found = talk(small(), "How are you sleeping?", "Why do you think you became ill?", "When did the depression begin?")
    assert [("sleep",), ("beliefs",), ("onset",)] == [chosen for chosen, _how, _topics in found]


@pytest.mark.parametrize(
    ("case", "turn", "topics"),
    [
        ("highs_and_lows", "How are things with rob?", ("relationship",)),
        ("highs_and_lows", "Tell me about Maya.", ("support",)),
        ("highs_and_lows", "What did dr. lamb say?", ("clinician_rel",)),
        ("highs_and_lows", "Does Rob drink?", ("alcohol",)),
        ("lost_effect", "HOW ARE THINGS WITH ALAN?", ("relationship",)),
        ("truly_hard", "How do you get on with Dr Rao?", ("clinician_rel",)),
        ("truly_hard", "What about Judith and Mr Bell?", ("relationship", "therapy")),
        ("truly_hard", "Did Dr Rao change the dose?", ("dose_duration",)),
        ("talking_that_did_not_help", "And Tom?", ("loss_grief",)),
        ("what_is_left", "Did your dad have depression?", ("family_psych",)),
    ],
)
def test_somebody_named_is_asked_about_by_their_name(case: str, turn: str, topics: tuple[str, ...]) -> None:
    assert topics == talk(case_of(case), turn)[0][0]


@pytest.mark.parametrize("case", bundled(), ids=lambda case: case.id)
def test_every_case_names_its_people(case: CaseFile) -> None:
    assert case.names
    for name, topic in case.names.items():
        assert topic in talk(case, f"How are things with {name.upper()}?")[0][0], name


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ({"Jo": "weather"}, "names, number 1: no answer on weather"),
        ({"Jo": "sleep", "7": "sleep"}, "names, number 2: no letter in it"),
        ({"ann": "sleep"}, "names, number 1: it is the person's own name"),
    ],
)
def test_a_name_that_leads_nowhere_is_a_fault(names: dict[str, str], said: str) -> None:
    (found,) = [fault for fault in faults(small(names=names), questionnaire()) if fault.startswith("names")]
    assert found.startswith(said)


@pytest.mark.parametrize(
    "turn",
    ["Any plan?", "How would you do it?", "Do you intend to?", "What holds you back?", "What keeps you going?", "What stops you?",
     "Have you ever tried?", "Have you told anyone?", "Can you resist those thoughts?", PLAN, PROTECTIVE],
)  # fmt: skip
def test_after_thoughts_of_dying_a_question_without_a_name_belongs_to_them(turn: str) -> None:
    assert ("suicide",) == talk(small(), "Do you think of suicide?", turn)[1][0]


def test_it_belongs_to_nothing_of_the_kind_elsewhere() -> None:
    assert "suicide" not in talk(small(), "How are you sleeping?", "What keeps you going?")[1][0]
    assert ("sleep",) == talk(small(), "Do you think of suicide?", "How do you sleep?")[1][0]


def test_what_is_within_reach_is_asked_after_suicide_and_is_suicide_before() -> None:
    first, again = talk(small(), "Do you have tablets at home that you could harm yourself with?", "Could you get hold of anything?")
    assert (("suicide",), ("means",)) == (first[0], again[0])


def test_what_keeps_a_person_going_is_told_once_all_of_the_thoughts_was() -> None:
    case = case_of("truly_hard")
    asked = ["Do you think of suicide?", "Any plan?", "Any method?", "Any intention?", "What keeps you going?"]
    found = talk(case, *asked)
    assert ("purpose",) == found[-1][0]
    assert found[-1][1] in ("told", "short")


@pytest.mark.parametrize(
    ("turn", "topics"),
    [
        ("both", ("sleep", "mood")),
        ("the second", ("mood",)),
        ("1", ("sleep",)),
        ("I mean your nights", ("sleep",)),
        ("your mood", ("mood",)),
    ],
)
def test_what_was_meant_is_settled_by_the_next_line(turn: str, topics: tuple[str, ...]) -> None:
    asks = Heard(text="and at night?", repaired="and at night?", action="clarify", offered=("sleep", "mood"), form=OPEN)
    first, second = talk(small(), asks, turn)
    assert ("which", topics, topics) == (first[1], second[0], second[2])


def test_three_things_asked_are_answered_in_their_order() -> None:
    (found,) = talk(case_of("missed_doses"), "Do you smoke? Drugs? Coffee?")
    assert (("smoking", "drugs", "diet"), ("smoking", "drugs", "diet")) == (found[0], found[2])


@pytest.mark.parametrize(
    ("turn", "chosen"),
    [
        ("any pain or any illness of the body?", ("pain", "medical")),
        ("Do you smoke, drink or take drugs?", ("smoking", "alcohol", "drugs")),
        ("Do you live alone, do you work, and do you have friends?", ("living", "work", "support")),
        ("How is your sleep? Your appetite? And your mood?", ("sleep", "appetite", "mood")),
        ("Do you exercise? What do you eat? Do you smoke? Do you drink?", ("exercise", "diet", "smoking", "alcohol")),
        ("How is your sleep? Do you sleep through the night?", ("sleep",)),
    ],
)
def test_every_part_of_a_turn_is_heard(turn: str, chosen: tuple[str, ...]) -> None:
    assert chosen == hear(turn).chosen
