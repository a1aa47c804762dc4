"""Answers left out by question: nothing of them shows through, what rests on them is not known, and the export says how many."""

from __future__ import annotations

import json

import pytest

from interview.engine.session import Session
from interview.export.formats import FORMATS, render
from interview.export.leaving_out import CannotLeaveOut, without
from interview.export.order import ordered
from interview.export.page import text_of
from interview.export.selection import selection_for
from tests.interview.export.record import ENVELOPE, order, page, record


def leaving(session: Session, *questions: str) -> dict[str, bytes]:
    """Return a chart in every format for machines and in text, without these questions."""
    made = {}
    for name in ("json", "csv", "markdown"):
        chosen = selection_for("chart", redacted=frozenset(questions))
        made[name] = render(name, ordered(session, ENVELOPE, chosen, is_page=FORMATS[name].is_page))[""]
    return made


def test_the_answer_its_words_and_every_reason_that_rests_on_it_are_gone() -> None:
    session = record()
    session.answer("trials[0].dose_mg", "1234.5 mg")
    session.note("zq-note on it", "record", "trials[0].dose_mg")
    assert all(b"1234" in made for made in leaving(session).values())
    for name, made in leaving(session, "trials[].dose_mg").items():
        assert b"1234" not in made, name
        assert b"zq-note" not in made, name
    left = without(session, {"trials[].dose_mg"}, for_clinicians=True)
    assert 1 == left.left_out
    assert left.session.case().trials[0].dose_mg is None  # type: ignore[index]


def test_what_is_asked_only_after_that_answer_goes_with_it() -> None:
    session = record()
    session.answer("lifestyle.smoking", "current")
    session.answer("lifestyle.cigarettes_per_day", "17")
    for name, made in leaving(session, "lifestyle.smoking").items():
        assert b"cigarettes_per_day" not in made or name == "csv", name
    left = without(session, {"lifestyle.smoking"}, for_clinicians=True)
    assert 2 == left.left_out
    assert () == left.session.set_aside()
    assert "lifestyle.cigarettes_per_day" not in left.session.state.answers


def test_one_instance_may_be_named_alone() -> None:
    session = record()
    session.give("trials[1].kind", "medication")
    session.give("trials[1].dose_mg", 77)
    left = without(session, {"trials[1].dose_mg"}, for_clinicians=True).session
    assert [150, None] == [trial.dose_mg for trial in left.case().trials or ()]


def test_the_export_says_how_many_and_counts_them() -> None:
    session = record()
    shown = "\n".join(text_of(page(session, redacted=frozenset({"trials[].dose_mg", "kellner"}))))
    assert "2 answers were left out of this export on request; what rests on them reads as not known." in shown
    made = json.loads(leaving(session, "kellner")["json"])
    assert 1 == made["withheld"]["answers"]
    assert "on request" not in "\n".join(text_of(page(session)))
    assert b"left_out" in leaving(session, "kellner")["csv"]


@pytest.mark.parametrize("reader", ["chart", "colleague"])
@pytest.mark.parametrize("link_id", ["safety.thoughts", "safety.wish_to_be_dead", "interview.safety_second_look"])
def test_safety_stays_in_what_a_clinician_reads(reader: str, link_id: str) -> None:
    with pytest.raises(CannotLeaveOut, match="answers about safety stay"):
        order(record(), reader, redacted=frozenset({link_id}))  # type: ignore[arg-type]
    assert order(record(), "patient", redacted=frozenset({link_id})).session is not None


def test_a_question_that_is_not_there_names_those_near_it() -> None:
    with pytest.raises(CannotLeaveOut, match=r"near it: .*lifestyle\.smoking") as refused:
        order(record(), redacted=frozenset({"lifestyle.smokng"}))
    assert "smokng" not in str(refused.value)


def test_signatures_stand_as_they_stand_under_the_whole_record() -> None:
    from tests.interview.engine.test_signing import reviewed

    session = reviewed()
    session.sign("Dr A")
    left = without(session, {"person.age_years"}, for_clinicians=True).session
    assert [True] == [each.is_valid for each in left.signatures()]


def test_leaving_out_nothing_is_the_record_itself() -> None:
    session = record()
    assert session is without(session, (), for_clinicians=True).session
