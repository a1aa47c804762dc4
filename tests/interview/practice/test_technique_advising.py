"""`advises`: telling the person what to do while they are still being heard, and what only looks like it."""

from __future__ import annotations

import pytest

from interview.practice.technique.advising import advises


@pytest.mark.parametrize(
    "line",
    [
        "You should really stop drinking.",
        "I think you should talk to your wife.",
        "Why don't you just try going for a walk?",
        "Have you considered seeing a counsellor?",
        "If I were you, I would tell him.",
        "I would recommend taking it at night.",
        "Maybe you could try to sleep earlier.",
        "You must stop taking it twice.",
        "Try to think of something nice.",
        "I see. You ought to take them every day.",
        "You'd better cut down on coffee.",
        "Well, you have to see your doctor about that.",
    ],
)
def test_advice_is_known(line: str) -> None:
    assert advises(line)


@pytest.mark.parametrize(
    "line",
    [
        "She says you should stop.",
        "So you should be up at five.",
        "You must be exhausted.",
        "You have to get up at five.",
        "You should call me if those thoughts come back.",
        "Can I make a suggestion? You could try going to bed later.",
        "Would you like to hear what I think? You should rest.",
        "Have you tried sleeping later?",
        "Have you considered suicide?",
        "Have you thought of ending your life?",
        "Should I stop here?",
        "I want you to tell me how it began.",
        "Try to describe a bad day.",
        "When did you stop?",
        "",
        "\x1b[31m {0}",
    ],
)
def test_what_only_looks_like_advice_is_none(line: str) -> None:
    assert not advises(line)
