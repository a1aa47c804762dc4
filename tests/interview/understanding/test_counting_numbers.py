"""A number in a sentence names an option only where it chooses one; beside other words it counts them, and is asked back."""

from __future__ import annotations

import pytest

from interview.understanding.understand import understand
from interview.understanding.understood import Option

OPTIONS = (Option("none", "No"), Option("now", "Pregnant"), Option("lately", "A baby in the past year"))


@pytest.mark.parametrize("text", ["yes, two medicines", "I tried two", "yes, three", "two children", "I tried 2", "we were two of us"])
def test_a_number_that_counts_something_else_is_no_option(text: str) -> None:
    assert "understood" != understand("choice", text, options=OPTIONS).status


@pytest.mark.parametrize("text", ["2", "two", "two please", "I'd say two", "number two", "the second", "option 2"])
def test_a_number_that_chooses_is_an_option(text: str) -> None:
    assert "now" == understand("choice", text, options=OPTIONS).value
