"""Every word that stands for an option is understood as that option, and none of a list as an empty list."""

from __future__ import annotations

import pytest

from interview.questionnaire.model import Item
from interview.questionnaire.reader import bundled
from interview.understanding.understand import understand
from interview.understanding.understood import Option, Understood

CHOOSING = [item for item in bundled().items.values() if item.type in ("choice", "choices")]
HEARD_LISTS = [item for item in CHOOSING if item.type == "choices" and item.who == "patient"]


def heard(item: Item, text: str) -> Understood:
    """Return what a typed text means as an answer to an item."""
    return understand(item.type, text, options=tuple(Option(option.code, option.display, option.say) for option in item.options))


@pytest.mark.parametrize("item", CHOOSING, ids=lambda item: item.link_id)
def test_the_words_of_an_option_mean_that_option(item: Item) -> None:
    meant = {
        (option.code, word): heard(item, word).value
        for option in item.options
        for word in (option.display, *option.say)
    }  # fmt: skip
    expected = {(code, word): (code,) if item.type == "choices" else code for code, word in meant}

    assert expected == meant


@pytest.mark.parametrize("item", HEARD_LISTS, ids=lambda item: item.link_id)
@pytest.mark.parametrize("words", ["none", "none of these", "no", "nothing"])
def test_none_of_a_list_is_an_empty_list(item: Item, words: str) -> None:
    assert () == heard(item, words).value
