"""What was done about a sign of risk is shown each time it was recorded: when, and which answers it met."""

from __future__ import annotations

from interview.engine.session import Session
from interview.export.page import Heading, Listing, Notice, Paragraph
from interview.export.pages.safety import safety
from interview.plain.reviewing import head_lines
from interview.views.disposition_records import disposition_records
from interview.views.report import build
from tests.interview.engine.world import PLAIN, ask_through, begin

FIRST = {"by": "Dr A", "seen_by": "Dr B", "means_addressed": False, "contact": "ward", "next_review": "2026-03-02"}


def met_twice() -> Session:
    session = begin()
    ask_through(session, PLAIN, until="safety.wish_to_be_dead")
    session.answer("safety.wish_to_be_dead", "yes")
    for link_id in ("safety.thoughts", "safety.act"):
        session.answer(link_id, "no")
    session.acknowledge_safety({"by": "Dr A"})
    session.acknowledge_safety(FIRST)
    session.answer("safety.act", "yes")
    session.acknowledge_safety({"seen_by": "Dr C", "means_addressed": True})
    return session


def test_each_record_has_its_time_its_answers_and_its_own_words() -> None:
    session = met_twice()
    first, second = disposition_records(session.events)
    assert (("wish to be dead",), ("an act, or steps towards one",)) == (first.met, second.met)
    assert "Dr B" == dict(first.parts)["seen by"]
    assert ("Dr C", "yes", "ward") == tuple(
        dict(second.parts)[part] for part in ("seen by", "means put out of reach", "whom to call, and how")
    )
    assert first.at < second.at
    times = [dict(each.parts)["recorded at"] for each in (first, second)]
    at = [event.body.disposition["at"] for event in session.events if event.body.type == "safety_acknowledged"]
    assert (at[0] == at[1], at[1] < at[2]) == (True, True), "completing keeps the time, a new sign has one of its own"
    assert 2 == len(times)


def test_the_report_of_each_face_shows_both() -> None:
    report = build(met_twice())
    plain = "\n".join(head_lines(report))
    blocks = list(safety(report))
    assert {Heading, Notice, Paragraph, Listing} >= {type(each) for each in blocks}
    page = "\n".join(map(str, blocks))
    for text in (plain, page):
        assert "Dr B" in text
        assert "Dr C" in text
        assert "after: wish to be dead" in text
        assert "after: an act, or steps towards one" in text


def test_one_record_alone_stands_as_it_stood() -> None:
    session = begin()
    ask_through(session, PLAIN, until="safety.wish_to_be_dead")
    session.leave_unanswered("safety.thoughts", "declined")
    session.acknowledge_safety(FIRST)
    part = build(session).safety
    assert ((), "Dr B") == (part.records, dict(part.disposition)["seen by"])
