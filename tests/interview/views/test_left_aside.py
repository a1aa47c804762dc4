"""What stood beside a medicine's name is said to be left out."""

from __future__ import annotations

import pytest

from interview.engine.fold import Answer
from interview.questionnaire.model import Item
from interview.understanding.understand import understand
from interview.views.left_aside import left_aside


def told(typed: str, kind: str = "drug") -> str:
    item = Item.model_validate({"link_id": "x", "type": kind, "text": "?"})
    value = understand(kind, typed).value
    return left_aside(item, Answer("x", "answered", list(value) if isinstance(value, tuple) else value, typed, "patient", "", 3), typed)


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("Sertraline 150 mg", "150 mg"),
        ("sertraline, 20mg, in 2019", "20mg or 2019"),
        ("venlafaxine XR 75.", "75"),
        ("sertraline one fifty", "150 mg"),
        ("sertraline 50 75 100 150", "4 numbers"),
    ],
)
def test_a_number_beside_the_name_is_named(typed: str, left: str) -> None:
    assert f"Only the name was taken, not {left}: answer that where it is asked." == told(typed)


def test_so_is_one_in_a_list() -> None:
    assert "Only the names were taken, not 600 mg; the words are kept as they were typed." == told("lithium 600 mg, buspirone", "drugs")
    assert "Only the names were taken, not 3 mg; the words are kept as they were typed." == told("Warfarin 3 mg, thyroxine", "drugs")


@pytest.mark.parametrize("typed", ["Zoloft", "T3", "sertraline, I think", "none", "don't know"])
def test_a_name_alone_needs_no_word(typed: str) -> None:
    assert "" == told(typed)


def test_other_kinds_of_answers_leave_nothing_aside() -> None:
    assert "" == told("150 mg", "dose")
