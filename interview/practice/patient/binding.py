"""Turns that have no topic of their own: "tell me more", "why", "when was that", and the choice among what was offered."""

from __future__ import annotations

import re
from typing import Final, Literal

from interview.engine.practice_turns import Heard

Bound = Literal["more", "why", "when"]

LONGEST: Final = 12
"""Words; a longer turn says more than this, and is heard by its topics."""

_MORE = re.compile(
    r"\b(?:(?:tell|say|talk)\b.{0,20}\bmore|go on|carry on|(?:any|some)thing else|what else|how so|in what way|can you explain"
    r"|could you explain|what do you mean|what (?:is|was) that like|for example|an example|and then|what happened (?:then|next))\b"
)
_WHY = re.compile(r"^(?:and |but |so |ok(?:ay)? |well )*(?:why|how come|what made you|what was the reason|what makes you)\b")
_WHEN = re.compile(
    r"^(?:and |but |so |ok(?:ay)? |well )*(?:when|since when|how long ago|how long|at what time|what year|how old were you)\b"
)
_NUMBER = re.compile(r"^\W*(?:the |number )?([1-3]|first|second|third|one|two|three)\b")
_PLACES: Final = {"1": 0, "one": 0, "first": 0, "2": 1, "two": 1, "second": 1, "3": 2, "three": 2, "third": 2}


def bound(heard: Heard) -> Bound | None:
    """Return what a turn without a topic of its own asks about the last one."""
    said = " ".join(heard.repaired.casefold().split())
    if (heard.action == "answer" and heard.chosen) or len(said.split()) > LONGEST:
        return None
    if _WHY.search(said):
        return "why"
    if _WHEN.search(said):
        return "when"
    return "more" if _MORE.search(said) else None


def picked(offered: tuple[str, ...], labels: dict[str, str], said: str) -> str | None:
    """Return the topic chosen among those offered, by its number or by a word of its label."""
    words = said.casefold()
    number = _NUMBER.match(words)
    if number is not None and len(words.split()) <= LONGEST // 3 and _PLACES[number[1]] < len(offered):
        return offered[_PLACES[number[1]]]
    there = set(re.findall(r"[a-z]{4,}", words))
    fitting = [topic for topic in offered if there & set(re.findall(r"[a-z]{4,}", labels.get(topic, topic).casefold()))]
    return fitting[0] if len(fitting) == 1 else None
