"""Every option of the interview's own questions is understood by what is shown, by its place, and never by its denial."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from interview.questionnaire.model import AnswerOption, Item
from interview.questionnaire.reader import bundled
from interview.understanding.understand import understand
from interview.understanding.understood import Option

DENIALS = frozenset({"not", "no", "never", "neither", "none", "without", "nor", "hardly"})


def every(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from every(item.item)


CHOICES = [
    item for section in bundled().section for item in every(section.item) if item.options and item.type in ("choice", "choices", "scale")
]


def asked(item: Item) -> tuple[str, tuple[Option, ...]]:
    kind = "choice" if item.type == "scale" else item.type
    return kind, tuple(Option(option.code, option.display, option.say) for option in item.options)


def read_alone(item: Item, typed: str) -> object:
    kind, options = asked(item)
    value = understand(kind, typed, options=options).value
    return value[0] if isinstance(value, tuple) and len(value) == 1 else value


def others(item: Item, option: AnswerOption) -> set[str]:
    """Words by which other options are called."""
    return {
        name.casefold()
        for other in item.options
        if other is not option
        for name in (other.code.replace("_", " "), other.display, *other.say)
    }


@pytest.mark.parametrize("item", CHOICES, ids=lambda item: item.link_id)
def test_an_option_is_understood_by_what_is_shown_and_by_its_place(item: Item) -> None:
    for place, option in enumerate(item.options, 1):
        shown = option.display.casefold()
        names = (option.display, shown, f"{shown}.", f"I think {shown}", *option.say, str(place), f"option {place}")
        for typed in names:
            assert option.code == read_alone(item, typed), typed


@pytest.mark.parametrize("item", CHOICES, ids=lambda item: item.link_id)
def test_a_denied_option_is_not_the_answer(item: Item) -> None:
    for option in item.options:
        for name in (option.display, *option.say):
            called = {each.casefold() for each in (option.code.replace("_", " "), option.display, *option.say)}
            denial = f"not {name.casefold()}"
            if (
                denial in called
                or DENIALS & set(f"{option.display} {name}".casefold().replace(",", " ").split())
                or denial in others(item, option)
            ):
                continue  # the denial is the name of an option, or a denial denied
            assert option.code != read_alone(item, denial), denial


OUTCOMES = (
    Option("full_response", "I got well again", ("fully well", "cured", "completely better")),
    Option("response_with_residual", "I got well, but some things stayed", ("much better", "nearly well")),
    Option("partial_response", "It helped in part; the main troubles stayed", ("helped a bit", "helped in part", "partly")),
    Option("non_response", "It made no real difference", ("nothing", "no effect", "did nothing", "did not work")),
    Option("deterioration", "I got worse", ("worse", "made it worse")),
    Option("loss_of_effect", "It worked, then stopped working while I was on it", ("stopped working", "wore off", "lost its effect")),
    Option("intolerance", "I had to stop because of side effects", ("side effects", "could not stand it")),
    Option("ongoing", "I am still on it and cannot say yet", ("too early", "still on it")),
)


@pytest.mark.parametrize(
    "typed",
    [
        "it helped",
        "it helped a lot",
        "it worked",
        "I got well",
        "weight gain",
        "did not help much",
        "helped my sleep but nothing else",
        "not worse",
    ],
)
def test_a_word_of_an_option_that_says_less_than_the_option_is_asked_back(typed: str) -> None:
    """ "It worked" is not "it worked, then stopped working"; "it helped" is not "it helped in part"."""
    assert understand("choice", typed, options=OUTCOMES).value is None


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("did nothing", "non_response"),
        ("helped a bit", "partial_response"),
        ("worked then wore off", "loss_of_effect"),
        ("made me worse", "deterioration"),
        ("had to stop because of side effects", "intolerance"),
        ("still on it", "ongoing"),
        ("much better", "response_with_residual"),
    ],
)
def test_an_outcome_is_read_from_how_people_say_it(typed: str, code: str) -> None:
    assert code == understand("choice", typed, options=OUTCOMES).value
