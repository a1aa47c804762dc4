"""What else a sentence tells: beside a treatment's name its dose, how long, and what it did, each as the words that say it.

Only what is said once, and clearly, is returned. A time that is a date, an age or a pause is none; two doses are none; what is
denied is none. The words are read again by the one door of this room when they are taken: nothing here is an answer.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final

from interview.understanding.asked import Asked
from interview.understanding.beside_amounts import doses, times
from interview.understanding.beside_outcomes import outcomes
from interview.understanding.beside_parts import Told
from interview.understanding.beside_words import (
    EARLIER,
    GOES_ON,
    TAKEN_BACK,
)
from interview.understanding.tokens import LONGEST_ANSWER
from interview.understanding.understood import Understood
from trd_core.text import clean

READ: Final = ("duration", "dose", "choice")
"""The kinds that can be told beside a name, in the order of reading: what says a time says no dose."""


def told_beside(text: str, asked: Mapping[str, Asked], today: dt.date | None = None) -> dict[str, str]:
    """Return for each question, by its name, the words of the text that answer it; what is not clearly told is left out.

    A question's kind is one of `READ`; its text is not read.
    """
    typed = clean(text)
    if not typed or len(typed) > LONGEST_ANSWER:
        return {}
    said = _blanked(typed)
    taken: list[Told] = []
    told: dict[str, str] = {}
    for kind in READ:
        for name, question in asked.items():
            if question.kind != kind:
                continue
            found = list(_FINDERS[kind](said, question, taken, today))
            taken += found
            if found and all(each.is_clear for each in found) and len({_meaning(each.meant) for each in found}) == 1:
                told[name] = typed[found[0].start : found[0].end]
    return _without_open_times(told, asked, typed)


def _blanked(typed: str) -> str:
    """The text with what is taken back or told of an earlier time blanked, each word at its place."""
    for pattern in (EARLIER, TAKEN_BACK):
        typed = pattern.sub(lambda found: " " * len(found.group()), typed)
    return typed


def _without_open_times(told: dict[str, str], asked: Mapping[str, Asked], typed: str) -> dict[str, str]:
    """Leave out "since 2019" where neither a dose nor "still" ties it to what is asked."""
    doses = [name for name, question in asked.items() if question.kind == "dose"]
    if GOES_ON.search(typed) or not doses or any(name in told for name in doses):
        return told
    return {name: words for name, words in told.items() if not (asked[name].kind == "duration" and words.casefold().startswith("since"))}


def _meaning(meant: Understood) -> tuple[object, object]:
    return meant.value, meant.range


_FINDERS: Final = {"duration": times, "dose": doses, "choice": outcomes}
