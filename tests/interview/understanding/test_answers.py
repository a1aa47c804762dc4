"""Answers as people type them: every kind reads its table as written, to the flag."""

from __future__ import annotations

from typing import Any

import pytest

from interview.understanding.understand import understand
from interview.understanding.understood import Option
from tests.interview.understanding import answers
from tests.interview.understanding.examples import check

TABLES: dict[str, tuple[str, list[answers.Example], dict[str, Any]]] = {
    "number": ("number", answers.NUMBER, {}),
    "scale": ("scale", answers.SCALE, {}),
    "duration": ("duration", answers.DURATION, {"unit": "weeks"}),
    "date": ("date", answers.DATE, {}),
    "frequency": ("frequency", answers.FREQUENCY, {}),
    "yes_no": ("yes_no", answers.YES_NO, {}),
    "dose": ("dose", answers.DOSE, {}),
    "drug": ("drug", answers.DRUG, {}),
    "text": ("text", answers.TEXT, {}),
    "severity": ("choice", answers.CHOICE_OF_SEVERITY, {"options": answers.SEVERITY}),
    "outcome": ("choice", answers.CHOICE_OF_OUTCOMES, {"options": answers.OUTCOMES}),
    "symptoms": ("choices", answers.CHOICES_OF_SYMPTOMS, {"options": answers.SYMPTOMS}),
}
ROWS = [(name, *row) for name, (_, rows, _) in TABLES.items() for row in rows]


@pytest.mark.parametrize(("table", "text", "expected", "flags"), ROWS, ids=[f"{name}: {text}" for name, text, *_ in ROWS])
def test_an_answer_is_read_as_meant(table: str, text: str, expected: Any, flags: str) -> None:
    kind, _, asked = TABLES[table]
    check(kind, text, expected, flags, **asked)


@pytest.mark.parametrize(
    ("text", "options", "codes"),
    [
        ("just the two of us", 3, None),
        ("one and two", 3, ("a", "b")),
        ("both", 2, ("a", "b")),
        ("both of them", 3, None),
        ("all three", 3, ("a", "b", "c")),
        ("all three", 2, None),
    ],
)
def test_counting_words_name_options_only_where_the_count_agrees(text: str, options: int, codes: tuple[str, ...] | None) -> None:
    """Two people in the room are not the second option; "both" of three is nothing understood."""
    given = (Option("a", "Partner"), Option("b", "Parent"), Option("c", "Friend"))[:options]
    assert codes == understand("choices", text, options=given).value
