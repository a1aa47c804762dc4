"""Turns that have no topic of their own: "tell me more", "why", "when was that", and the choice among what was offered."""

from __future__ import annotations

import re
from typing import Final, Literal

from interview.engine.practice_turns import Heard

Bound = Literal["more", "why", "when"]

LONGEST: Final = 12
"""Words; a longer turn says more than this, and is heard by its topics."""

_MORE = re.compile(
    r"\b(?:(?:tell|say|talk)\b.{0,20}\bmore|go on|carry on|(?:any|some)thing else|what else|how so|in what way|explain|describe"
    r"|what do you mean|how do you mean|what (?:is|was) (?:that|this|it) like|what does that mean|(?:like|about) what|such as"
    r"|how (?:was|did) (?:that|this|it)|is there more|more about|what about (?:that|this|it)|for (?:example|instance)|an example"
    r"|and then|what then|what happened (?:then|next|after that)|how do you (?:see|understand) (?:that|this))\b"
)
_WHY = re.compile(r"^(?:and |but |so |ok(?:ay)? |well )*(?:why|how come|what made you|what (?:is|was) the reason|what makes you)\b")
_WHEN = re.compile(
    r"^(?:and |but |so |ok(?:ay)? |well )*(?:for how long|when|since when|how long ago|how long|at what time|what year|how old were you)\b"
)
_LEAD = r"^(?:(?:and|but|so|ok|okay|well|oh|right|sorry|hm+|yes|no|i see|really|please|then) )*"
_IT = r"(?:that|this|it|so)"
_ASK = r"(?:(?:can|could|would|will) you )?(?:please )?"
_ALONE: Final = tuple(
    re.compile(_LEAD + alone + r"(?: please)?$")
    for alone in (
        rf"why(?: (?:is|was|not|then|so|would {_IT} be|(?:do|did) you (?:think|say|feel)))?(?: {_IT})?(?: (?:is|was|so))?",
        rf"how come(?: {_IT} (?:is|was))?",
        rf"what (?:makes|made) you (?:think|say|feel)(?: (?:{_IT}|that way|like that))?",
        rf"what (?:was|is) the reason(?: for {_IT})?",
        rf"since when(?: (?:is|was|has) {_IT}(?: been)?(?: so)?)?",
        rf"when(?: exactly| (?:was|is) {_IT}(?: exactly)?| did {_IT} (?:start|begin|happen))?",
        rf"how long ago(?: was {_IT})?",
        rf"(?:for )?how long(?: ha[sd] {_IT} been(?: so| the case| going on| like that)?| did {_IT} (?:last|go on)| (?:was|is) {_IT})?",
        r"how so",
        r"in what way",
        rf"(?:what|how) do you mean(?: (?:by|with) {_IT})?",
        r"what does that mean(?: (?:to|for) you)?",
        rf"{_ASK}(?:tell me|say|talk)(?: (?:a little|a bit|some))? more(?: (?:about|on) {_IT})?",
        rf"more about {_IT}",
        rf"{_ASK}(?:explain|describe)(?: {_IT})?",
        r"(?:go|carry) on",
        r"(?:like what|such as|for (?:example|instance)|(?:(?:can|could) you give me )?an example)",
        r"(?:and then|what then|what happened (?:then|next|after that))",
        rf"(?:what|how) (?:was|is) {_IT}(?: like)?(?: for you)?",
        rf"how did {_IT} feel",
        rf"is there more(?: to {_IT})?",
        rf"what about {_IT}",
        r"how do you (?:see|understand) (?:that|this)",
    )
)
"""A turn that holds nothing but a question on what was just said."""
_BOTH: Final = re.compile(
    _LEAD + r"(?:both|either|all|all (?:of )?(?:them|three|that|it)|both of (?:them|those)|any of (?:them|those|it))$"
)
_NUMBER = re.compile(r"^\W*(?:the |number )?([1-3]|first|second|third|one|two|three|former)\b")
_PLACES: Final = {"1": 0, "one": 0, "first": 0, "former": 0, "2": 1, "two": 1, "second": 1, "3": 2, "three": 2, "third": 2}


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


def is_alone(heard: Heard) -> bool:
    """Return whether a turn asks on what was just said and nothing else ("why do you think that?")."""
    said = _bare(heard.repaired)
    return any(alone.search(said) for alone in _ALONE)


def picks_all(said: str) -> bool:
    """Return whether a turn takes all that was offered ("both")."""
    return _BOTH.search(_bare(said)) is not None


def _bare(said: str) -> str:
    return " ".join(re.findall(r"[a-z0-9']+", said.casefold().replace("’", "'")))


def is_number(said: str) -> bool:
    """Return whether a turn names a place among what was offered ("the first", "2") and hardly anything else."""
    return _NUMBER.match(said.casefold()) is not None and len(said.split()) <= LONGEST // 3


def picked(offered: tuple[str, ...], labels: dict[str, str], said: str) -> str | None:
    """Return the topic chosen among those offered, by its number or by a word of its label."""
    words = said.casefold()
    number = _NUMBER.match(words)
    if number is not None and is_number(said) and _PLACES[number[1]] < len(offered):
        return offered[_PLACES[number[1]]]
    there = set(re.findall(r"[a-z]{4,}", words))
    fitting = [topic for topic in offered if there & set(re.findall(r"[a-z]{4,}", labels.get(topic, topic).casefold()))]
    return fitting[0] if len(fitting) == 1 else None
