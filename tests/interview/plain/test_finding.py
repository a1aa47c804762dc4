"""Finding what was said and what is still open, line by line."""

from __future__ import annotations

from tests.interview.engine.world import PLAIN
from tests.interview.plain.test_plain import Doing

ALL = list(PLAIN.values())


def test_what_was_said_is_found_by_number_and_gone_to() -> None:
    done = Doing(["yes", "Everything is grey", "/find GREY", "/found 1", "/quit"])
    assert "1. said: What brings you? → Everything is grey" in done.said
    assert "/found N goes to the question of one of them." in done.said
    assert "What brings you? Answered before: Everything is grey. Enter keeps it." in done.said


def test_what_cannot_be_found_or_gone_to_is_said() -> None:
    done = Doing(["yes", "/private the sister", "/note came late", "/find sister", "/find came", "/found 1", "/found 9", "/find", "/quit"])
    assert "Nothing that was said has these words. Private notes are not searched here" in done.said
    assert "1. note: (What brings you?) came late" in done.said
    assert "Which one? A number of the last /find." in done.said
    assert "Which words?" in done.said


def test_open_questions_are_listed_with_what_they_settle_and_gone_to() -> None:
    done = Doing([*ALL, "/open", "/open 1", "/skip", "/open", "/quit"])
    assert "/open lists what is still open" in done.said
    assert "Open questions, the most settling first; /open N goes to one:" in done.said
    assert "It would help to see:" in done.said
    assert "No open question would settle anything now." in done.said


def test_words_of_finding_make_no_event() -> None:
    plain = Doing(["yes", "grey", "/quit"]).session.events
    finding = Doing(["yes", "/find grey", "/open", "grey", "/find grey", "/quit"]).session.events
    assert [event.body for event in plain] == [event.body for event in finding]
