"""Search over what was said: words, what was understood, notes; other interviews by name; nothing of the clinician's on a shared screen."""

from __future__ import annotations

import pytest

from interview.engine.ports import StoreFault
from interview.engine.session import Session
from interview.views.search import findables, in_others, matching
from interview.views.settling import FOR_THE_CLINICIAN, MOST, TREATMENTS, open_lines, settled_by, short_question
from tests.interview.engine.world import PLAIN, ask_through
from tests.interview.tui.desk import doors
from tests.interview.tui.screens_world import interviewed
from tests.interview.views.patient_reading import barred


def told() -> Session:
    session = doors().begin("S-1")
    ask_through(session, PLAIN)
    session.answer("lifestyle.smoking", "stopped")
    session.note("look at the thyroid", "private", "lifestyle.smoking")
    session.note("ring the pharmacy", "to_do")
    session.note("the sister was there", "record", "kellner")
    session.note("came late", "record")
    return session


def found(session: Session, words: str, *, is_shared: bool = False, with_private: bool = True) -> list[str]:
    return [each.line for each in matching(findables(session, is_shared=is_shared, with_private=with_private), words)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("grey", ["said: What brings you? → Everything is grey."]),
        ("GREY brings", ["said: What brings you? → Everything is grey."]),
        ("a medicine", ["said: the latest: sertraline: kind? → A medicine (“1”)"]),
        ("any more", ["said: Do you smoke? → Not any more (“stopped”)"]),
        ("smoke", ["said, later corrected: Do you smoke? → Yes (“current”)", "said: Do you smoke? → Not any more (“stopped”)",
                   "private note: (Do you smoke?) look at the thyroid"]),
        ("pharmacy", ["to do: ring the pharmacy"]),
        ("  ", []),
        ("[/]", []),
    ],
)  # fmt: skip
def test_words_understood_values_notes_and_questions_are_found(words: str, expected: list[str]) -> None:
    assert expected == found(told(), words)[: len(expected) or None]


@pytest.mark.parametrize("words", ["thyroid", "pharmacy", "sister", "evidence", "change since"])
def test_a_shared_screen_finds_nothing_of_the_clinicians(words: str) -> None:
    assert [] != found(told(), words)
    assert [] == found(told(), words, is_shared=True)


def test_a_plain_note_and_an_answer_are_found_on_a_shared_screen() -> None:
    assert ["note: came late"] == found(told(), "came", is_shared=True)
    assert 1 == len(found(told(), "grey", is_shared=True))


def test_private_notes_stay_out_where_they_would_be_said_aloud() -> None:
    assert [] == found(told(), "thyroid", with_private=False)


def test_other_interviews_of_the_subject_are_named_and_one_that_cannot_be_read_is_counted() -> None:
    world = doors()
    first, stranger = world.begin("S-1"), world.begin("S-2")
    second, lost = world.begin("S-1", "follow_up"), world.begin("S-1", "follow_up")
    for session in (first, stranger, second):
        session.answer("interview.consent", "yes")
        session.answer("narrative.concern", "grey")
    read = world.store.events

    def events(record: str) -> object:
        if record == lost.record:
            raise StoreFault("damaged", "damaged")
        return read(record)

    world.store.events = events  # type: ignore[method-assign,assignment]
    others, unread = in_others(second, world, is_shared=True)
    assert ["S-1 · baseline · 1 March 2026: said: What brings you? → grey"] == [each.line for each in matching(others, "grey")]
    assert 1 == unread


def test_open_questions_are_said_in_neutral_words_and_judgements_keep_theirs() -> None:
    session, _ = interviewed()
    questions = session.open_questions()
    lines = open_lines(session, questions, is_shared=True)
    assert MOST < len(lines) == len([question for question in questions if question.settles])
    assert [question.link_id for question in questions if question.settles] == [line.link_id for line in lines]
    assert [] == barred(words for line in lines for words in line.settles)
    assert FOR_THE_CLINICIAN in {line.asked for line in lines}
    assert FOR_THE_CLINICIAN not in {line.asked for line in open_lines(session, questions, is_shared=False)}
    assert lines[0].sentence.endswith(".")


def test_each_finding_settles_one_neutral_topic_named_once() -> None:
    assert (TREATMENTS,) == settled_by(("staging.maudsley", "trials.t1.adequate.mgh", "refractoriness"))
    assert ("days, sleep and habits", "what weighs on the person") == settled_by(
        ("areas.lifestyle.short_sleep", "allostatic", "areas.stress")
    )
    assert "How long?" == short_question("You told me of it. How long? Take your time.")
