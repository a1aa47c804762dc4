"""The report says no more than the record does."""

from __future__ import annotations

from typing import Any

import pytest

from interview.engine.session import Session
from interview.views.report import Report, build
from tests.interview.engine.world import DISPOSITION, PLAIN, ask_through, begin


def asked(answers: dict[str, Any] = PLAIN, **others: Any) -> Session:
    session = begin(**others)
    ask_through(session, answers)
    return session


def understood(report: Report) -> dict[str, str]:
    return {line.link_id: line.understood for section in report.sections for line in section.answers}


def test_an_empty_record_says_that_nothing_was_asked() -> None:
    report = build(begin())
    assert "begun" == report.header.phase
    assert not report.header.is_closed
    assert {"not asked"} == set(understood(report).values())
    assert "the safety questions were not asked" == report.safety.unanswered[0]
    assert [] == [line.id for group in report.findings for line in group.present]
    assert () == report.transcript


def test_each_answer_stands_with_its_words_and_its_source() -> None:
    report = build(asked())
    treatments = {line.link_id: line for section in report.sections for line in section.answers if line.link_id.startswith("trials[0].")}
    dose = treatments["trials[0].dose_mg"]
    assert ("100 mg", "100 mg a day", "answered", "the person") == (dose.verbatim, dose.understood, dose.status, dose.source)
    assert "the clinician" == treatments["trials[0].evidence_based"].source
    assert treatments["trials[0].evidence_based"].is_judgement


def test_four_ways_of_not_answering_stay_apart() -> None:
    session = begin()
    ask_through(session, PLAIN, until="person.age_years")
    session.leave_unanswered("person.age_years", "declined")
    session.leave_unanswered("kellner", "unknown")
    session.leave_unanswered("interview.any.trials", "not_applicable")
    said = understood(build(session))
    assert ("declined", "does not know", "does not apply", "not asked") == (
        said["person.age_years"],
        said["kellner"],
        said["interview.any.trials"],
        said["narrative.lifestyle"],
    )


def test_the_transcript_holds_what_was_asked_and_no_judgement_of_the_clinician() -> None:
    report = build(asked())
    texts = [turn.asked for turn in report.transcript]
    assert 0 < len(texts)
    judged = [line.question for section in report.sections for line in section.answers if line.is_judgement]
    assert 0 < len(judged)
    assert [] == [text for text in texts if text in judged]


def test_a_correction_shows_both_and_marks_the_first() -> None:
    session = asked()
    session.answer("trials[0].dose_mg", "150 mg")
    turns = [turn for turn in build(session).transcript if turn.understood.endswith("mg a day")]
    assert [("100 mg a day", True), ("150 mg a day", False)] == [(turn.understood, turn.superseded) for turn in turns]


def test_what_is_behind_closed_questions_is_set_aside_and_in_no_other_part() -> None:
    session = asked()
    session.answer("lifestyle.smoking", "never")
    report = build(session)
    assert ["lifestyle.cigarettes_per_day"] == [line.link_id for line in report.set_aside]
    assert "lifestyle.cigarettes_per_day" not in understood(report)
    assert "10" not in [turn.understood for turn in report.transcript]


def test_private_notes_stay_out_unless_they_are_named() -> None:
    session = asked()
    session.note("for the record", "record")
    session.note("kept back", "private")
    session.note("call the practice", "to_do", "kellner")
    assert [("for the record", "for the record"), ("to do", "call the practice")] == [
        (note.kind, note.text) for note in build(session).notes
    ]
    assert 1 == build(session).private_notes
    assert "kept back" in [note.text for note in build(session, {"private"}).notes]
    assert 0 == build(session, {"private"}).private_notes


def test_a_positive_answer_names_what_was_done_and_what_is_still_needed() -> None:
    session = begin()
    ask_through(session, {**PLAIN, "safety.wish_to_be_dead": "yes"})
    assert "Wish to be dead" in build(session).safety.endorsed
    assert "recorded by" in build(session).safety.still_needed
    session.acknowledge_safety(DISPOSITION)
    safety = build(session).safety
    assert () == safety.still_needed
    assert ("means put out of reach", "yes") in safety.disposition
    assert ("next review", "2 March 2026") in safety.disposition
    assert "A clinician must assess. No item endorsed does not exclude risk." == safety.caveat


def test_a_corrected_safety_answer_shows_who_and_why() -> None:
    session = begin()
    ask_through(session, {**PLAIN, "safety.wish_to_be_dead": "yes"})
    session.correct_safety("safety.wish_to_be_dead", False, by="Dr A", reason="pressed the wrong key")
    corrections = build(session).safety.corrections
    assert [("wish to be dead", "no", "Dr A", "pressed the wrong key")] == [
        (each.question, each.now, each.by, each.reason) for each in corrections
    ]


def test_every_finding_carries_rule_citation_and_status_and_none_is_for_machines_only() -> None:
    report = build(asked())
    lines = [line for group in report.findings for line in (*group.present, *group.open, *group.absent)]
    assert [] == [line.id for line in lines if not (line.rule and line.citation and line.status_words)]
    assert [] == [line.id for line in lines if line.id == "toxicity.ordinal" or line.id.startswith("macro_analysis")]
    assert "this project's order" not in " ".join(settled for question in report.open_questions for settled in question.settles)
    assert len(lines) == len({line.id for line in lines})


def test_the_three_heaps_of_findings_stay_apart() -> None:
    report = build(asked())
    lifestyle = next(group for group in report.findings if group.area == "lifestyle")
    assert "areas.lifestyle.smoking" in [line.id for line in lifestyle.present]
    assert "areas.lifestyle.short_sleep" in [line.id for line in lifestyle.open]
    safety = next(group for group in report.findings if group.area == "safety")
    assert "areas.safety.wish_to_be_dead" in [line.id for line in safety.absent]


def test_every_source_is_named_once_with_its_rules() -> None:
    sources = build(asked()).sources
    citations = [source.citation for source in sources]
    assert sorted(set(citations)) == citations
    assert all(source.rules for source in sources)


@pytest.mark.parametrize("free_text", ["[/]", "[red]x[/]", "[@click=app.quit]x[/]", "<b>x</b>"])
def test_free_text_comes_through_as_it_is(free_text: str) -> None:
    assert free_text in understood(build(asked({**PLAIN, "narrative.concern": free_text}))).values()


@pytest.mark.parametrize(
    ("expected", "typed"),
    [(None, "yes"), (None, "Yes."), ("yes, go on then", "yes, go on then")],
)
def test_words_are_shown_where_they_say_more_than_what_was_understood(expected: str | None, typed: str) -> None:
    session = begin()
    session.answer("interview.consent", typed)
    assert [expected] == [turn.verbatim for turn in build(session).transcript]


def test_a_digit_typed_for_an_option_is_no_words_of_the_person() -> None:
    assert "1" == PLAIN["trials[0].kind"]
    kind = next(turn for turn in build(asked()).transcript if turn.understood == "A medicine")
    assert kind.verbatim is None
