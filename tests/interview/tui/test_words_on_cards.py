"""A question, a turn, a section, a place to go to: the words that stand there."""

from __future__ import annotations

from typing import Any

import pytest

from interview.engine.fold import Answer
from interview.engine.transcript import Turn
from interview.engine.view import ItemView, SectionView
from interview.questionnaire.model import Item, Section
from interview.tui.glyphs import WIDE
from interview.tui.screens.finder import Entry, found
from interview.tui.text import as_content
from interview.tui.widgets import question_words as words
from interview.tui.widgets.conversation import turn_content
from interview.tui.widgets.option_lines import Laid, set_in_lines
from interview.tui.widgets.outline import section_line
from interview.tui.widgets.status_bar import save_state

SLEEP = Item.model_validate_json(
    '{"link_id": "lifestyle.sleep_hours", "type": "duration", "unit": "hours", "text": "How long do you sleep?", "max": 24}'
)
KIND = Item.model_validate_json(
    '{"link_id": "trials[].kind", "type": "choice", "text": "What was it?", "options": ['
    '{"code": "medication", "display": "A medicine", "say": ["drug"]},'
    ' {"code": "psychotherapy", "display": "Talking therapy"}, {"code": "ect", "display": "Electroconvulsive therapy"}]}'
)
NOTED = {"by": "Dr A", "at": "2026-03-01T10:30"}
WHOLE = {**NOTED, "seen_by": "Dr B", "means_addressed": False, "contact": "ward", "next_review": "2026-03-02"}
JUDGED = Item.model_validate_json('{"link_id": "x", "type": "yes_no", "who": "clinician", "text": "Evidence based."}')


def view(item: Item, **changed: Any) -> ItemView:
    given: dict[str, Any] = {
        "link_id": item.link_id,
        "item": item,
        "section": "lifestyle",
        "section_title": "Lifestyle",
        "number": 4,
        "of": 9,
    }
    given |= {"group": None, "index": None, "instance_title": None, "answer": None, "is_enabled": True, "is_flagged": False}
    return ItemView(**{**given, **changed})


def answer(**changed: Any) -> Answer:
    given: dict[str, Any] = {"link_id": "x", "status": "answered", "value": 6.5, "verbatim": None, "source": "patient", "at": "", "seq": 3}
    return Answer(**{**given, **changed})


def turn(**changed: Any) -> Turn:
    given: dict[str, Any] = {
        "seq": 3,
        "at": "",
        "kind": "answer",
        "link_id": "lifestyle.sleep_hours",
        "asked": "How long?",
        "who": "patient",
    }
    return Turn(**{**given, "status": "answered", "verbatim": "six and a half", "value": 6.5, **changed})


def plain(given: Turn, *, is_shared: bool = True, item: Item | None = SLEEP) -> str | None:
    content = turn_content(given, item, {"lifestyle": "Lifestyle"}, WIDE, is_shared=is_shared)
    return None if content is None else content.plain.replace("\xa0", " ")


def test_where_we_are() -> None:
    assert "Lifestyle · question 4 of about 9" == words.heading(view(SLEEP), "·")
    assert "Lifestyle · the latest · question 4 of about 9  (flagged)" == words.heading(
        view(SLEEP, instance_title="the latest", is_flagged=True), "·"
    )


def test_what_is_said_aloud_stands_in_quotation_marks_and_a_judgement_does_not() -> None:
    assert "“How long do you sleep?”" == words.wording(SLEEP)
    assert "Evidence based." == words.wording(JUDGED)
    assert ("Ask", "Your judgement — not read aloud") == (words.label(SLEEP), words.label(JUDGED))


def test_the_way_in_is_said_at_the_first_question_only() -> None:
    section = Section(id="lifestyle", title="Lifestyle", order=1, intro="Now your days.", item=(SLEEP,))
    assert "Now your days." == words.intro(view(SLEEP, number=1), section)
    assert "" == words.intro(view(SLEEP, number=2), section)
    assert "" == words.intro(view(SLEEP, number=1, answer=answer()), section)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", [1, 2, 3]),
        ("ther", [2, 3]),
        ("talk ther", [2]),
        ("drug", [1]),
        ("2", [1, 2, 3]),
        ("medicine, elec", [3]),
        ("purple", [1, 2, 3]),
    ],
)
def test_typing_narrows_the_options_and_never_hides_all(typed: str, expected: list[int]) -> None:
    assert expected == [number for number, _ in words.matching(words.numbered_options(KIND), KIND, typed)]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (answer(), "6.5 hours"),
        (answer(verbatim="six and a half"), "6.5 hours  (“six and a half”)"),
        (answer(status="declined", value=None, verbatim="rather not"), "declined  (“rather not”)"),
        (answer(status="unknown", value=None), "does not know"),
        (answer(status="not_applicable", value=None), "does not apply"),
        (None, ""),
    ],
)
def test_what_stands_now(given: Answer | None, expected: str) -> None:
    assert expected == words.standing_answer(view(SLEEP, answer=given))


@pytest.mark.parametrize(
    ("given", "is_shared", "expected"),
    [
        (turn(), True, "How long?\n    six and a half\n    → 6.5 hours"),
        (turn(status="declined", value=None, verbatim=None), True, "How long?\n    → declined"),
        (turn(who="clinician"), True, "(kept, not shown on a shared screen)"),
        (turn(who="clinician"), False, "How long?\n    six and a half\n    → 6.5 hours"),
        (turn(kind="note", note_kind="private", text="[/]"), True, "· a note was kept"),
        (turn(kind="note", note_kind="private", text="[/]"), False, "private note: [/]"),
        (turn(kind="note", note_kind="record", text="[b]x"), True, "· a note was kept"),
        (turn(kind="note", note_kind="record", text="[b]x"), False, "note for the record: [b]x"),
        (turn(kind="phase", section="asking_lifestyle"), True, "—— Lifestyle ——"),
        (turn(kind="phase", section="paused"), True, "—— Paused ——"),
        (turn(kind="correction", source="Dr A", text="wrong key"), True, "corrected by Dr A: wrong key"),
        (turn(kind="disposition", value=WHOLE), True, "✓ what was done about it was recorded"),
        (turn(kind="disposition", value=NOTED), True, "✓ it was taken note of; what was done about it is not recorded yet"),
        (
            turn(kind="disposition", value={**WHOLE, "contact": None}),
            True,
            "✓ what was done about it was recorded in part; not yet: whom to call, and how",
        ),
        (turn(kind="withdrawal"), True, "· one entry was taken out"),
        (turn(kind="something new"), True, None),
    ],
)
def test_a_turn(given: Turn, is_shared: bool, expected: str | None) -> None:
    assert expected == plain(given, is_shared=is_shared)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (SectionView("a", "Safety", "done", 3, 3), "✓ Safety"),
        (SectionView("a", "Lifestyle", "current", 4, 9), "▸ Lifestyle 4/9"),
        (SectionView("a", "Lifestyle", "current", 0, 9), "▸ Lifestyle 0/9"),
        (SectionView("a", "Lifestyle", "open", 0, 9), "  Lifestyle"),
        (SectionView("a", "Lifestyle", "open", 1, 9), "  Lifestyle 1/9"),
        (SectionView("a", "Treatments", "done", 9, 9, 3), "✓ Treatments (3)"),
    ],
)
def test_a_line_of_the_outline(given: SectionView, expected: str) -> None:
    assert expected == section_line(given, WIDE).plain.replace("\xa0", " ")


SEVEN = tuple((number, "option") for number in range(1, 8))


def test_long_lists_take_two_columns_where_both_have_room() -> None:
    assert tuple(f"{number}\xa0\xa0option" for number, _ in SEVEN) == set_in_lines(SEVEN, 1, 20).lines
    assert ("1  option   5  option", "2  option   6  option", "3  option   7  option", "4  option") == set_in_lines(SEVEN, 1, 21).lines
    assert 6 == len(set_in_lines(SEVEN[:6], 1, 80).lines)


def test_each_option_knows_its_lines_in_both_ways_of_setting() -> None:
    assert ((0, 0), (1, 1), (2, 2), (3, 3), (0, 0), (1, 1), (2, 2)) == set_in_lines(SEVEN, 1, 21).places
    long = ((9, "a few words that do not fit in it"), (10, "short"))
    nbsp = "\xa0"
    assert Laid(
        (f"{nbsp}9{nbsp * 2}a few words that do not", f"{nbsp * 4}fit in it", f"10{nbsp * 2}short"), ((0, 1), (2, 2))
    ) == set_in_lines(long, 2, 27)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("", ["a", "b", "c"]), ("2", ["b"]), ("9", []), ("SLEEP", ["a"]), ("sleep how", ["a"]), ("sleep dose", []), ("x2", ["c"])],
)
def test_what_typing_finds(typed: str, expected: list[str]) -> None:
    entries = [
        Entry("a", as_content(""), "How long do you sleep?", 1),
        Entry("b", as_content(""), "Dose", 2),
        Entry("c", as_content(""), "section x2"),
    ]
    assert expected == [entry.id for entry in found(entries, typed)]


@pytest.mark.parametrize(
    ("fault", "expected"), [(None, "saved 14:02:11"), ("full", "NOT SAVED: disk full"), ("another", "NOT SAVED: store fault")]
)
def test_the_save_state_is_a_fact_about_the_disk(fault: str | None, expected: str) -> None:
    assert expected == save_state("2026-03-01T14:02:11.000+00:00", fault)


@pytest.mark.parametrize(
    ("path", "who", "expected"),
    [("x", "clinician", True), ("x", "patient", False), ("x", "chart", False), ("interview.present", "clinician", False)],
)
def test_what_is_judged_of_the_person_is_kept_back_and_what_is_noted_of_the_interview_is_not(path: str, who: str, expected: bool) -> None:
    item = Item.model_validate({"link_id": path, "type": "yes_no", "who": who, "text": "So."})
    assert expected is words.is_kept_back(item)
