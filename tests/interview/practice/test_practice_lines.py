"""A line of a transcript is said to the patient, or is an act; nothing that it says raises anything."""

from __future__ import annotations

import datetime as dt
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview.engine.practice_turns import PatientReply
from interview.engine.replies import Refused, Saved
from interview.engine.session import Session
from interview.practice.lines import act_of, take, told_again
from interview.practice.patient.reading import bundled
from interview.practice.running import Practice
from interview.questionnaire.reader import bundled as questionnaire
from interview.storage.memory import MemoryStore
from trd_core.settings import Settings

CASE = next(case for case in bundled() if case.id == "missed_doses")
ASKED = questionnaire()


def practice() -> Practice:
    at = count()
    begun = Session.begin(
        MemoryStore(),
        ASKED,
        subject="PRACTICE",
        clock=lambda: dt.datetime(2026, 1, 1, tzinfo=dt.UTC) + dt.timedelta(seconds=next(at)),
        new_id=lambda: "p1",
        depth="full",
        practice=True,
        practice_case=CASE.id,
    )
    return Practice(CASE, begun)


@pytest.mark.parametrize(
    ("line", "is_act"),
    [
        ('{"link_id": "kellner", "value": 5}', True),
        ('  {"link_id": "practice.commit", "value": true}', True),
        ('{"value": 5}', False),
        ("{not json", False),
        ('["link_id"]', False),
        ("How are you?", False),
        ("{" * 100_000, False),
    ],
)
def test_an_act_is_an_object_with_a_link_id_and_all_else_is_said(line: str, is_act: bool) -> None:
    assert is_act == (act_of(line) is not None)


def test_a_session_goes_by_lines_alone() -> None:
    here = practice()
    said = take(here, "How is your sleep?")
    assert isinstance(said, PatientReply)
    assert ("sleep",) == said.topics
    for line in (
        '{"link_id": "problems[0].id", "value": "low"}',
        '{"link_id": "problems[0].label", "value": "Low mood"}',
        '{"link_id": "practice.correct", "value": {"turn": 1, "form": {"leading": true}}}',
        '{"link_id": "practice.comment", "value": {"by": "Dr B", "text": "Openly put.", "turn": 1}}',
        '{"link_id": "practice.hint", "value": "suicide"}',
    ):
        assert isinstance(take(here, line), Saved), line
    assert here.turns()[0][2].leading
    assert 1 == here.hints_taken()
    assert not here.session.may_propose
    assert isinstance(take(here, '{"link_id": "practice.commit", "value": true}'), Saved)
    assert here.session.may_propose
    explained = take(here, '{"link_id": "practice.explain", "value": "The tablets only aimed at part of it."}')
    assert isinstance(explained, PatientReply)
    assert "explained" == explained.how
    assert ("The tablets only aimed at part of it.",) == here.explained()
    assert isinstance(take(here, '{"link_id": "practice.correct_explaining", "value": {"part": "own_part", "heard": true}}'), Saved)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('{"link_id": "practice.commit", "value": 1}', "does_not_fit"),
        ('{"link_id": "practice.commit"}', "does_not_fit"),
        ('{"link_id": "practice.nothing", "value": 1}', "unknown_item"),
        ('{"link_id": "practice.choose", "value": true}', "does_not_fit"),
        ('{"link_id": "practice.choose", "value": 1}', "unknown_item"),
        ('{"link_id": "practice.correct", "value": {"turn": 1, "form": {}}}', "unknown_item"),
        ('{"link_id": "practice.correct", "value": {"turn": true, "form": {}}}', "does_not_fit"),
        ('{"link_id": "practice.comment", "value": {"by": "A", "text": "b", "turn": 7}}', "unknown_item"),
        ('{"link_id": "practice.correct_explaining", "value": {"part": "own_part", "heard": true}}', "not_now"),
        ('{"link_id": "practice.correct_explaining", "value": {"part": "own_part", "heard": 1}}', "does_not_fit"),
        ('{"link_id": "practice.correct_explaining", "value": {"part": ["own_part"], "heard": true}}', "does_not_fit"),
        ('{"link_id": "practice.correct_explaining", "value": {"part": "label", "heard": false}}', "does_not_fit"),
        ('{"link_id": "practice.explain", "value": 3}', "does_not_fit"),
        ('{"link_id": "practice.say", "value": ""}', "empty"),
        ('{"link_id": 7, "value": 1}', "does_not_fit"),
    ],
)
def test_an_act_that_does_not_fit_is_refused_and_keeps_nothing(line: str, why: str) -> None:
    here = practice()
    before = here.session.events
    said = take(here, line)
    assert isinstance(said, Refused)
    assert (why, before) == (said.why, here.session.events)


def test_a_correction_of_what_no_form_has_is_refused() -> None:
    here = practice()
    take(here, "How are you sleeping?")
    said = take(here, '{"link_id": "practice.correct", "value": {"turn": 1, "form": {"wrong": true}}}')
    assert isinstance(said, Refused)
    assert "does_not_fit" == said.why


def test_a_session_taken_up_again_goes_on_as_if_it_had_never_stopped() -> None:
    lines = ("Hello, I am Anna.", "How is your sleep?", "tell me more", "Have you thought of killing yourself?", "and since when?")
    whole, first = practice(), practice()
    told = [take(whole, line) for line in lines]
    for line in lines[:2]:
        take(first, line)
    again = Practice(CASE, Session(MemoryStore(), ASKED, first.session.events, lambda: dt.datetime(2026, 1, 1, tzinfo=dt.UTC), Settings()))
    assert first.state == again.state
    assert again.turns() == first.turns()
    for line, was in zip(lines[2:], told[2:], strict=True):
        assert was == first.say(line)
    assert whole.state == first.state


def test_a_session_told_as_lines_makes_the_same_session_again() -> None:
    here = practice()
    lines = (
        "Hello, I am Anna.",
        "How are you sleeping and eating, and what about the money and your wife and your work?",
        '{"link_id": "interview.consent", "value": true}',
        '{"link_id": "practice.say", "value": "{\\"link_id\\": 1}"}',
        '{"link_id": "practice.correct", "value": {"turn": 2, "form": {"double": false}}}',
        '{"link_id": "problems[0].id", "value": "low"}',
        '{"link_id": "problems[0].label", "value": "Low"}',
        '{"link_id": "practice.hint", "value": "suicide"}',
        '{"link_id": "practice.comment", "value": {"by": "B", "text": "On the whole, well."}}',
        '{"link_id": "practice.second", "value": {"by": "B", "path": "problems.low.severity", "value": 2}}',
        '{"link_id": "practice.commit", "value": true}',
        '{"link_id": "practice.explain", "value": "It aimed at a part."}',
        '{"link_id": "practice.correct_explaining", "value": {"part": "partial_targets", "heard": false}}',
        '{"link_id": "practice.feedback", "value": true}',
        '{"link_id": "practice.correct_explaining", "value": {"part": "decides_together", "heard": true}}',
        "pills?",
        '{"link_id": "practice.choose", "value": 2}',
    )
    said = [take(here, line) for line in lines]
    assert not [line for line, each in zip(lines, said, strict=True) if isinstance(each, Refused)]
    again = practice()
    for line in told_again(here.session):
        assert not isinstance(take(again, line), Refused), line
    assert [event.body for event in here.session.events] == [event.body for event in again.session.events]


HERE = practice()


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=120), st.text(max_size=60).map(lambda text: '{"link_id": "practice.' + text + '", "value": 1}')))
def test_whatever_is_typed_the_patient_answers_in_character_or_the_line_is_refused(line: str) -> None:
    said = take(HERE, line)
    assert isinstance(said, PatientReply | Refused)
    if isinstance(said, PatientReply):
        assert CASE.lesson not in said.says
