"""Two answers to one question: the same, different, to be read, or told by one alone; and the same words in every report."""

from __future__ import annotations

from typing import Any

import pytest

from interview.engine.fold import Answer
from interview.export.envelope import Envelope
from interview.export.json import document
from interview.plain.reviewing import report_lines
from interview.questionnaire.reader import bundled
from interview.tui.widgets.report_page import blocks
from interview.views.path_titles import path_title
from interview.views.report import build
from interview.views.side_by_side import TITLE, agreement, side_by_side
from tests.interview.engine.informant_world import agreed, told
from tests.interview.export.record import markdown

ALCOHOL = "lifestyle.alcohol_frequency"
ENVELOPE = Envelope(software="trd-interview", version="1", exported_at="2026-03-01T10:00:00+00:00", seal=None)


def said(value: Any, status: str = "answered", range: Any = None) -> Answer:
    return Answer("x", status, value, None, "patient", "2026-03-01T10:00:00", 1, range=range)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("person", "informant", "expected"),
    [
        (said(True), said(True), "agree"),
        (said(True), said(False), "differ"),
        (said(1), said(True), "differ"),
        (said(8), said(8.1), "agree"),
        (said(8), said(8.17), "differ"),
        (said(8), said(None, range=(6, 8)), "agree"),
        (said(10), said(None, range=(6, 8)), "differ"),
        (said(10), said(None, range=(6, None)), "agree"),
        (said(-1), said(None, range=(None, 8)), "agree"),
        (said("2019"), said("2019-03"), "agree"),
        (said("2019-04"), said("2019-03"), "differ"),
        (said("never"), said("monthly"), "differ"),
        (said(["a", "b"]), said(["b", "a"]), "agree"),
        (said([]), said(["b"]), "differ"),
        (said(None, range=("2019", "2020")), said("2019"), "differ"),
        (None, said(False), "only_informant"),
        (said(None, "unknown"), said(False), "only_informant"),
        (said(None, "declined"), said(False), "only_informant"),
        (said(False), said(None, "unknown"), "only_person"),
        (said(None, "unknown"), said(None, "declined"), "neither"),
    ],
)
def test_how_two_answers_stand_to_each_other(person: Answer | None, informant: Answer, expected: str) -> None:
    assert expected == agreement(None, person, informant)


def test_free_texts_are_not_compared() -> None:
    assert "to_read" == agreement(bundled().items["interview.episode.impact"], said("a"), said("a"))


def test_differences_come_first_and_the_persons_own_words_stay_beside() -> None:
    session = agreed()
    for link_id, text in {"trials[0].weeks": "8 weeks", "interview.informant_story": "Hard.", ALCOHOL: "every day I think"}.items():
        session.answer(told(link_id), text)
    session.take_informants(ALCOHOL, reason="bottles")
    sides = side_by_side(session)
    assert [(ALCOHOL, "differ"), ("interview.informant_story", "only_informant"), ("trials[0].weeks", "agree")] == [
        (row.link_id, row.agreement) for row in sides.rows
    ]
    first = sides.rows[0]
    assert ("Once a month or less", "Four times a week or more, said with some doubt", "every day I think") == (
        first.person,
        first.informant,
        first.informant_said,
    )
    assert ("partner", "informant", "bottles", True) == (first.who, first.counts, first.reason, first.may_be_taken)
    assert ("not asked of the person", False) == (sides.rows[1].person, sides.rows[1].may_be_taken)
    assert "the latest treatment: sertraline" == sides.rows[2].about
    assert "3 questions were asked of somebody close; 1 answer differs." == sides.in_short


def test_every_report_holds_it_and_none_where_nobody_was_asked() -> None:
    session = agreed()
    before = build(session)
    assert () == before.informant
    assert TITLE not in [block.title for block in blocks(before)]
    assert "informant" not in document(session, ENVELOPE)
    session.answer(told(ALCOHOL), "every day")
    report = build(session)
    page = next(block.text for block in blocks(report) if block.title == TITLE)
    plain = "\n".join(report_lines(session))
    chart = markdown(report)
    for text in (page, plain, chart):
        assert "they differ" in text
        assert "the person: Once a month or less" in text
        assert "partner: Four times a week or more" in text
    assert [told(ALCOHOL)] == [each["link_id"] for each in document(session, ENVELOPE)["informant"]]
    assert told(ALCOHOL) not in [each["link_id"] for each in document(session, ENVELOPE)["answers"]]


def test_the_place_has_a_name() -> None:
    assert "somebody close, on: how often alcohol" == path_title(told(ALCOHOL))
