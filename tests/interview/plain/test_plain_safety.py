"""Safety line by line: why it opened is said, a note stands with the right question, `/back` goes back by one, and not everything fits."""

from __future__ import annotations

from interview.engine.events import NoteAdded
from tests.interview.plain.test_plain import Doing

TO_METHOD = ("yes", "Grey.", "no", "yes", "yes")
"""A wish is denied, thoughts and a method are told: the script stops."""


def notes(done: Doing) -> list[tuple[str, str | None]]:
    return [(body.text, body.link_id) for event in done.session.events if isinstance(body := event.body, NoteAdded)]


def test_why_safety_opened_is_said_with_the_answer_that_is_taken_up() -> None:
    done = Doing(["yes", "Grey.", "/dontknow"])
    assert "Something was said that is taken up now. The interview waits." in done.said
    assert "→ does not know What was refused, or has no clear answer, is taken up like a yes." in done.said
    plain_yes = Doing(["yes", "Grey.", "yes", "/quit"])
    assert "→ yes" in plain_yes.said
    assert "What was refused" not in plain_yes.said
    asked = Doing(["yes", "Grey.", "no", "no", "no", "/safety", "/quit"])
    assert "The safety questions, asked now." in asked.said


def test_in_the_record_why_and_notes_belong_to_what_is_taken_up_and_not_to_the_next_question() -> None:
    done = Doing([*TO_METHOD, "/why", "/note he cried", "/flag", "/quit"])
    assert [("he cried", "safety.method")] == notes(done)
    assert "What is done about it today. All five lines are needed" in done.said
    assert "No rule needs it" not in done.said
    assert "It stands with:" in done.said
    assert {} == dict.fromkeys(done.session.state.flags)
    assert "A part of the record is asked here, and no question." in done.said


def test_back_goes_back_by_a_part_and_from_the_first_one_to_the_question_before() -> None:
    done = Doing([*TO_METHOD, "Dr A", "/back", "Dr C", "Dr B", "/back", "", "/quit"])
    assert ["recorded by", "seen by", "recorded by", "seen by", "means put", "seen by", "means put"] == [
        " ".join(prompt.split()[:2]).removesuffix(">") for prompt in done.prompts[5:12]
    ]
    assert "Typed before: Dr A. Enter keeps it." in done.said
    first = Doing([*TO_METHOD, "/back", "/record", "Dr A", "/ask", "/record", "/quit"])
    assert "Answered before: yes." in first.said
    assert "Enter keeps it" not in first.said
    assert first.said.count("What was done about it?") == 3
    assert "recorded by: Dr A" in first.said, "what was typed stays while the questions are gone through"


def test_not_everything_fits_in_the_record() -> None:
    done = Doing([*TO_METHOD, "no", "5", "I don't know", "Dr A", "yes", "Dr B", "yes", "2", "no", "112", "tomorrow", "/quit"])
    assert 6 == done.said.count("Not understood yet; what fits:")
    assert {"by": "Dr A", "seen_by": "Dr B", "contact": "112"}.items() <= (done.session.state.disposition or {}).items()


def test_words_for_no_answer_leave_a_part_open_where_that_may_be() -> None:
    done = Doing(["yes", "Grey.", "yes", "no", "no", "/skip", "Dr A", "/skip", "/notapply", "/next", "", "/quit"])
    assert 1 == done.said.count("It is needed to go on.")
    assert "Dr A" == (done.session.state.disposition or {})["by"]
    assert "safety" != done.session.phase


def test_an_answer_that_stands_in_safety_is_asked_again_and_never_kept_by_enter() -> None:
    done = Doing(["yes", "Grey.", "no", "no", "no", "44", "/safety", "no", "/back", "", "no", "no", "no", "/quit"])
    assert "This is asked again now: answer it once more" in done.said
    assert "/record" not in done.said


def test_what_was_done_is_said_again_once_it_is_saved() -> None:
    done = Doing([*TO_METHOD, "Dr A", "Dr B", "yes", "crisis team", "tomorrow", "/quit"])
    assert "seen by: Dr B" in done.said
    assert "means put out of reach: yes" in done.said
    assert "whom to call, and how: crisis team" in done.said
