"""What somebody has not is never a yes: "I have no thoughts like that" is asked back, and so is that nobody asked."""

from __future__ import annotations

import pytest

from interview.understanding.understand import understand


@pytest.mark.parametrize(
    "text",
    [
        "I have no thoughts like that",
        "there are no means",
        "I have no plan",
        "I had no such thoughts",
        "there were no times",
        "there is no danger",
        "they are no danger",
        "well, I have no plan",
        "I was never asked",
        "nobody asked me",
    ],
)
def test_what_somebody_has_not_is_no_yes(text: str) -> None:
    found = understand("yes_no", text)
    assert "understood" != found.status
    assert found.value is None


@pytest.mark.parametrize(("text", "value"), [("there are none", False), ("yes, I have", True), ("I have", True)])
def test_plain_answers_stay_as_they_were(text: str, value: bool) -> None:
    assert value is understand("yes_no", text).value
