"""Words that were refused are kept, words for no answer say so, `/help` tells what can be said now, and nothing is a dead end."""

from __future__ import annotations

import pytest

from interview.engine.events import ItemAnswered, NoteAdded
from interview.plain.console import Line
from interview.plain.helping import Standing, help_lines, name_of, not_now
from interview.plain.words import ALL, MAPPING
from interview.questionnaire.reader import bundled
from tests.interview.engine.world import NO_RISK, PLAIN
from tests.interview.plain.test_plain import Doing

ALL_TYPED = list(PLAIN.values())
AT_THE_AGE = ALL_TYPED[:5]


def answered(done: Doing, link_id: str) -> ItemAnswered:
    return [body for event in done.session.events if isinstance(body := event.body, ItemAnswered) and body.link_id == link_id][-1]


def test_refused_words_are_said_again_and_stay_beside_the_reason_or_as_a_note() -> None:
    done = Doing([*AT_THE_AGE, "a good while", "/note", "/dontknow", "/quit"])
    assert "your words are still here" not in done.said
    assert "Not understood yet, and nothing was saved. What fits: a number from 0 to 120." in done.said
    assert "You typed: “a good while”. /skip, /dontknow and /notapply keep these words with the reason" in done.said
    assert ("unknown", "a good while") == (answered(done, "person.age_years").status, answered(done, "person.age_years").verbatim)
    notes = [(body.text, body.link_id) for event in done.session.events if isinstance(body := event.body, NoteAdded)]
    assert [("a good while", "person.age_years")] == notes
    told = Doing([*AT_THE_AGE, "a good while", "44", "/skip", "/quit"])
    assert (44, "44") == (answered(told, "person.age_years").value, answered(told, "person.age_years").verbatim)
    assert answered(told, "kellner").verbatim is None, "words stay with their own question"


def test_declining_a_free_text_is_said_as_declined() -> None:
    done = Doing(["yes", "/skip", "/back", "It is dark.", "/quit"])
    assert "→ declined. saved" in done.said
    assert 1 == done.said.count("kept as said")


def test_a_number_corrects_an_answer_by_its_number_in_the_review_and_a_sign_by_name() -> None:
    done = Doing([*ALL_TYPED, "/correct 6 45", "/correct", "/correct 6", "/review", "/correct 6 46", "/quit"])
    assert 46 == done.session.state.answers["person.age_years"].value
    assert "→ 45. saved" in done.said
    assert 2 == done.said.count("Another answer to question N of the review: /correct N NEW ANSWER")
    assert "Back at the review." in done.said
    sign = Doing(
        [
            "yes",
            "Grey.",
            "yes",
            "no",
            "no",
            "Dr A",
            "",
            "",
            "",
            "",
            "/correct 3 no Dr A because mis-keyed",
            "/clinician on",
            "/report",
            "/quit",
        ]
    )
    assert sign.session.state.answers["safety.wish_to_be_dead"].value is False
    assert "corrected: " in sign.said
    assert "now no, by Dr A: mis-keyed" in sign.said


def test_from_a_found_question_it_goes_back_to_the_one_that_was_open() -> None:
    done = Doing([*AT_THE_AGE, "/find grey", "/found 1", "It is dark.", "44", "/quit"])
    assert "Back to question 1:" in done.said
    assert ("It is dark.", 44) == (
        done.session.state.answers["narrative.concern"].value,
        done.session.state.answers["person.age_years"].value,
    )
    kept = Doing([*AT_THE_AGE, "/change 2", "", "44", "/quit"])
    assert "Back to question 1:" in kept.said
    assert 44 == kept.session.state.answers["person.age_years"].value
    left = Doing([*AT_THE_AGE, "/change 2", "/next", "/quit"])
    assert "Back to question" not in left.said
    from_review = Doing([*ALL_TYPED, "/review", "/find grey", "/found 1", "Darker.", "/quit"])
    assert "Back at the review." in from_review.said


def test_help_lists_what_can_be_said_now_and_the_rest_with_its_reason() -> None:
    done = Doing([*AT_THE_AGE, "/help", "/quit"])
    now, _blank, others = done.said.partition("Not now:")
    assert "/skip: the person declined to answer" in now
    assert "/safety: open the safety questions" in now
    assert "/confirm" not in now
    assert "/reopen" not in now.partition("What can be said now")[2]
    assert "only at the map of problems: /formulate" in others
    assert "/reopen: the record is open" in others
    assert "/list, /close, /sign: only from the review: /review" in others
    early = Doing(["yes", "Grey.", "/help", "/quit"]).said.partition("Not now:")[2]
    assert "/formulate, /review: the safety questions were not asked yet" in early
    first = Doing(["yes", "Grey.", "yes", "/help", "/quit"]).said.partition("Not now:")[2]
    assert "the safety questions come first" in first
    refused = Doing([*AT_THE_AGE, "/close", "/list", "/quit"]).said
    assert "/list: only from the review: /review." in refused


@pytest.mark.parametrize("phase", ["asking", "safety", "formulating", "reviewing", "closed"])
def test_every_word_is_said_once_either_for_now_or_for_not_now(phase: str) -> None:
    typed = {"asking": AT_THE_AGE, "safety": [*ALL_TYPED[:2], "yes"], "formulating": [*ALL_TYPED, "/formulate"]}
    session = Doing(typed.get(phase, [*ALL_TYPED, "/review", *(["/close"] if phase == "closed" else [])])).session
    if phase != "closed":
        session.go("resume")
    assert session.phase.startswith(phase)
    view = session.view()
    lines = list(help_lines(session, view, Standing()))
    place = lines.index("Not now:")
    now = {name_of(line).rstrip(":") for line in lines[1:place]}
    later = {name for line in lines[place + 1 :] for name in line.partition(":")[0].replace(",", "").split()}
    assert ALL == now | later
    assert set() == (now & later) - {"/informant"}
    assert all((not_now(name, session, view, Standing()) is None) is (name in now) for name in ALL if name != "/informant")
    assert (set(map(name_of, MAPPING)) <= now) is (phase == "formulating")
    assert ("/close" in now) is session.may("close")
    assert ("/formulate" in now) is session.may("formulate")


def test_a_long_print_out_comes_in_pages_only_where_somebody_types() -> None:
    typed = Doing([*AT_THE_AGE, "/help", "", "q", "44", "/quit"], is_typed=True)
    assert 2 == typed.prompts.count("Enter for more, q to stop> ")
    assert "more lines were left out" in typed.said
    assert 44 == typed.session.state.answers["person.age_years"].value
    answer = Doing([*AT_THE_AGE, "/help", "44", "/quit"], is_typed=True)
    assert "Nothing was taken of that" in answer.said
    assert "person.age_years" not in answer.session.state.answers
    stopped = Doing([*AT_THE_AGE, "/help", KeyboardInterrupt(), "44", "/quit"], is_typed=True)
    assert 44 == stopped.session.state.answers["person.age_years"].value
    piped = Doing([*AT_THE_AGE, "/help", "44", "/quit"])
    assert "Enter for more" not in "".join(piped.prompts)
    assert 44 == piped.session.state.answers["person.age_years"].value


def test_the_map_says_what_an_act_changed_and_how_it_stands() -> None:
    rated = ("", "", "", "", "", "", "")
    done = Doing(
        ["/clinician on", *ALL_TYPED, "/formulate", "/add Poor nights", "life", "1", *rated[1:], "/rename 1 Short nights", "/map", "/quit"]
    )
    said = done.out.getvalue()
    assert 2 == said.count("Problem hierarchy: an order to think with"), "once when it is first there, once by /map"
    assert "1 problem and 0 links on the map, " in done.said
    assert 3 == said.count("Short nights [p1]") + said.count("Poor nights [p1]")


def test_a_word_while_something_is_rated_is_done_and_the_same_is_asked_again_or_it_says_that_it_ends() -> None:
    done = Doing(["/clinician on", *ALL_TYPED, "/formulate", "/add Poor nights", "/note of the nights", "life", "2", "/review", "/quit"])
    assert "Back to what is asked here:" in done.said
    assert ["lifestyle"] == [problem.area for problem in done.session.case().problems or ()]
    assert "/add ended here, and /review is done. What was shown as saved is saved, and no more." in done.said
    assert "Check the answers." in done.said
    broken = Doing([*ALL_TYPED, "/formulate", "/add Poor nights", KeyboardInterrupt(), "/quit"])
    assert "/add ended here." in broken.said
    assert ["Poor nights"] == [problem.label for problem in broken.session.case().problems or ()], "what was said to be added is"


def test_signing_says_a_summary_and_the_report_only_when_asked() -> None:
    done = Doing([*ALL_TYPED, "/review", "/clinician on", "/sign", "/sign Dr A", "/reopen", "/change 6", "45", "/accept", "/sign", "/quit"])
    said = done.said
    assert "Sources of the rules" not in said
    assert "have an answer, or a reason for none." in said
    assert "Nothing was changed since the last signature." in said
    assert "1 change since the last signature: - age in years" in said
    assert "REPORT of S-1" in said


def test_no_answer_is_taken_from_somebody_who_types_for_a_judgement_that_was_not_shown() -> None:
    done = Doing([*ALL_TYPED[:6], "5", "/clinician", "", "/quit"], is_typed=True)
    assert "For the record, the clinician's: not said while this is shared." in done.said
    assert "This one is the clinician's, and it was not shown: /clinician shows it first. Nothing was saved." in done.said
    assert "You typed: “5”. Enter alone gives it as the answer." in done.said
    assert 5 == done.session.state.answers["kellner"].value
    piped = Doing([*ALL_TYPED[:7], "/quit"])
    assert "→ kept for the record. saved" in piped.said
    assert 5 == piped.session.state.answers["kellner"].value


def test_treatments_that_nobody_asked_about_are_said_once() -> None:
    assert "Treatments: Treatments" not in Doing(["yes", "Grey.", *NO_RISK.values(), "/clinician on", "/report", "/quit"]).said


def test_a_line_too_long_between_pages_is_no_answer() -> None:
    done = Doing([*AT_THE_AGE, "/help", Line("44\n45", 2), "44", "/quit"], is_typed=True, questionnaire=bundled())
    assert "Nothing was taken of that" in done.said
