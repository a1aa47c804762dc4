"""A list of medicines: names without what stands around them; a "no" is none of them, and beside a name it is asked back."""

from __future__ import annotations

import pytest

from interview.understanding.understand import understand


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("lithium and quetiapine", ("lithium", "quetiapine")),
        ("lithium, 600 mg", ("lithium",)),
        ("metformin, ramipril 2.5mg; statin", ("metformin", "ramipril", "statin")),
        ("paracetamol now and then", ("paracetamol",)),
        ("St John's wort on and off", ("st john's wort",)),
        ("only a bit of aspirin", ("aspirin",)),
        ("ibuprofen and my blood pressure tablets", ("ibuprofen", "my blood pressure tablets")),
        ("yes, lithium", ("lithium",)),
        ("never", ()),
        ("nothing was added", ()),
        ("I don't think so", ()),
        ("not that I remember", ()),
    ],
)
def test_names_come_without_doses_and_habits_and_a_no_is_an_empty_list(said: str, names: tuple[str, ...]) -> None:
    meant = understand("drugs", said)
    assert ("understood", names, None) == (meant.status, meant.value, meant.missing)


@pytest.mark.parametrize("said", ["no, just the venlafaxine", "none, only venlafaxine", "venlafaxine, no"])
def test_a_no_beside_a_name_is_asked_back_with_both(said: str) -> None:
    meant = understand("drugs", said)
    assert ("ambiguous", ((), ("venlafaxine",))) == (meant.status, meant.candidates)


@pytest.mark.parametrize("said", ["yes", "okay, yes", "no aspirin, but ibuprofen", "no aspirin", "not lithium"])
def test_what_names_no_medicine_that_is_taken_is_asked_again(said: str) -> None:
    assert "not_understood" == understand("drugs", said).status


def test_a_list_of_texts_has_no_and_before_its_last_part() -> None:
    assert ("the dog", "my sister") == understand("texts", "the dog, and my sister").value


def test_that_is_all_ends_a_list_and_answers_no_other_question() -> None:
    assert () == understand("drugs", "that's all").value
    assert understand("yes_no", "that's all", about="interview.more.trials[0]").value is False
    assert understand("yes_no", "that's all").value is None
