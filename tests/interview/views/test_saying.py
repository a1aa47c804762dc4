"""What a face says where nothing was saved."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from interview.engine.replies import AskedBack, NotUnderstood, Refused, Saved, Why
from interview.engine.validation import Misfit
from interview.questionnaire.model import AnswerOption, Item
from interview.views.saying import REFUSALS, saying, what_fits


def item(kind: str, **others: Any) -> Item:
    return Item.model_validate({"link_id": "x", "type": kind, "text": "?", **others})


TWO = (AnswerOption(code="a", display="Yes please"), AnswerOption(code="b", display="Not now"))
EIGHT = tuple(AnswerOption(code=str(place), display=str(place)) for place in range(8))


def test_two_readings_are_both_offered() -> None:
    reply = AskedBack("x", "3/4/2021", ("2021-04-03", "2021-03-04"))
    assert "That can be read as 3 April 2021 or as 4 March 2021. Which is meant? Nothing was saved yet." == saying(reply, item("date"))


@pytest.mark.parametrize(
    ("fits", "asked", "misfit"),
    [
        ("yes or no", item("yes_no"), None),
        ("a whole number from 1 to 9", item("scale", min=1, max=9), None),
        ("a whole number from 0 to 3", item("scale"), Misfit("a_whole_number", (), 0, 3)),
        ("a number of at least 0", item("number", min=0), None),
        ("a length of time, in weeks or in words such as 'six weeks'", item("duration", unit="weeks"), None),
        ("one of 1 Yes please or 2 Not now", item("choice", options=TWO), None),
        ("one or more of the options shown, by number or in words, or 'none'", item("choices", options=EIGHT), None),
        ("a list of texts", None, Misfit("texts")),
    ],
)  # fmt: skip
def test_what_fits_is_said_by_kind(fits: str, asked: Item | None, misfit: Misfit | None) -> None:
    assert fits == what_fits(asked, misfit)


def test_words_that_were_not_understood_are_never_repeated() -> None:
    said = saying(NotUnderstood("x", "my secret words", Misfit("a_number", (), 0, 130)), item("number"))
    assert "my secret words" not in said
    assert "Not understood yet, and nothing was saved; your words are still here. What fits: a number from 0 to 130." == said


def test_a_drug_that_no_table_knows_may_be_kept() -> None:
    assert saying(NotUnderstood("x", "zzz", None, may_keep=True), item("drug")).endswith("Or keep the words as they are.")


def test_every_refusal_has_a_sentence() -> None:
    assert set(get_args(Why)) == set(REFUSALS)


def test_an_incomplete_disposition_names_what_is_lacking() -> None:
    said = saying(Refused("x", "incomplete_disposition", missing=("by", "next_review")), None)
    assert "The record of what was done is not complete yet. Still needed: recorded by and next review." == said


def test_what_was_saved_needs_no_sentence_unless_it_is_set_aside() -> None:
    assert "" == saying(Saved(1, "x", ""), None)
    assert "set aside" in saying(Saved(1, "x", "", set_aside=True), None)
