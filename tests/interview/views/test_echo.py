"""What was understood, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from interview.questionnaire.model import AnswerOption, Item
from interview.views.echo import echo, value_words


@dataclass(frozen=True)
class Said:
    value: Any = None
    status: str | None = "answered"
    range: tuple[float | str | None, float | str | None] | None = None
    approximate: bool = False
    hedged: bool = False


def item(kind: str, **others: Any) -> Item:
    return Item.model_validate({"link_id": "x", "type": kind, "text": "?", **others})


OPTIONS = (AnswerOption(code="medication", display="A medicine"), AnswerOption(code="psychotherapy", display="A talking therapy"))
CHOICE, CHOICES = item("choice", options=OPTIONS), item("choices", options=OPTIONS)
HOURS, WEEKS = item("duration", unit="hours"), item("duration", unit="weeks")


@pytest.mark.parametrize(
    ("expected", "asked", "said"),
    [
        ("6.5 hours", HOURS, Said(6.5)),
        ("1 hour", HOURS, Said(1)),
        ("1.5 months, about", WEEKS, Said(6.5233, approximate=True)),
        ("between 6 and 8 weeks, about", WEEKS, Said(range=(6, 8), approximate=True)),
        ("6 weeks or more", WEEKS, Said(range=(6, None))),
        ("at most 2 weeks", WEEKS, Said(range=(0, 2))),
        ("A medicine", CHOICE, Said("medication")),
        ("A medicine and A talking therapy", CHOICES, Said(["medication", "psychotherapy"])),
        ("none", CHOICES, Said([])),
        ("150 mg a day", item("dose"), Said(150.0)),
        ("between 100 and 150 mg a day", item("dose"), Said(range=(100, 150))),
        ("3.5 times a week", item("frequency"), Said(3.5)),
        ("once a week", item("frequency"), Said(1)),
        ("5, no change", item("scale", anchors=("1 a lot better", "5 no change")), Said(5)),
        ("6", item("scale", anchors=("1 a lot better", "5 no change")), Said(6)),
        ("yes, said with some doubt", item("yes_no"), Said(True, hedged=True)),
        ("no", item("yes_no"), Said(False)),
        ("March 2019", item("date"), Said("2019-03")),
        (
            "2019 (between 1 March 2019 and 31 May 2019), about",
            item("date"),
            Said("2019", range=("2019-03-01", "2019-05-31"), approximate=True),
        ),
        ("[/] as it was written", item("text"), Said("[/] as it was written")),
    ],
)
def test_an_answer_is_said_with_its_unit_option_and_doubt(expected: str, asked: Item, said: Said) -> None:
    assert expected == echo(asked, said)


@pytest.mark.parametrize(
    ("expected", "status"),
    [("declined", "declined"), ("does not know", "unknown"), ("does not apply", "not_applicable"), ("not asked", None)],
)
def test_reasons_for_no_answer_stay_apart_and_are_never_a_no(expected: str, status: str | None) -> None:
    assert expected == echo(item("yes_no"), Said(status=status))


def test_no_answer_at_all_is_not_asked() -> None:
    assert "not asked" == echo(item("yes_no"), None)


def test_a_code_without_an_option_is_said_as_it_is() -> None:
    assert "cbt" == value_words(CHOICE, "cbt")
