"""The closing task: what an explanation of the history holds, found in the trainee's own words, and what the person says to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

from interview.engine.practice_turns import HIGHEST_RAPPORT, ClosingPart, PatientReply
from interview.practice.patient.case_file import CaseFile
from interview.practice.patient.rapport import LABEL, STEPS
from interview.practice.patient.turns import PatientState
from interview.practice.technique.closing import Found, judged

Part = ClosingPart | Literal["this_history", "label"]

ENOUGH_WORDS: Final = 2
"""So many words of this person's own history make an explanation theirs."""


def held(case: CaseFile, texts: Sequence[str]) -> dict[Part, str]:
    """Return the parts that an explanation holds, each with the trainee's words that it rests on."""
    whole = " ".join(" ".join(texts).split())
    found: dict[Part, str] = {part: each.words for part, each in parts_of(texts).items() if each.band == "heard"}
    own = [word for word in case.key.explaining.words if re.search(rf"\b{re.escape(word.casefold())}\b", whole.casefold())]
    if len(own) >= ENOUGH_WORDS:
        found["this_history"] = ", ".join(own)
    label = LABEL.search(whole)
    if label is not None:
        found["label"] = label.group()
    return found


def parts_of(texts: Sequence[str]) -> dict[ClosingPart, Found]:
    """Return the parts that an explanation holds for certain or perhaps; no sentence goes on from one thing said to the next."""
    return judged("\n".join(" ".join(text.split()) for text in texts))


_ASKS: Final[dict[Part, str]] = {
    "partial_targets": "But what about the treatments I had? What was it with them?",
    "this_history": "I see. I am not sure how that fits with what I told you, though.",
    "own_part": "And is there anything I can do about it myself?",
    "decides_together": "So what happens now? Is it settled already?",
    "checks_back": "All right. I am still thinking about what you said.",
}
HURT: Final = "So it is me, then. That is what it sounds like, when you say it like that."


_THINKING: Final = "All right. I am taking it in. Go on, if there is more."


def _lacking(case: CaseFile, texts: Sequence[str], besides: frozenset[Part] = frozenset()) -> Part | None:
    """Return the first part that is missing, and was not asked for before: nobody asks the same thing twice in a row.

    What may have been said in other words is not asked for."""
    found = held(case, texts).keys() | parts_of(texts).keys()
    return next((part for part in _ASKS if part not in found and part not in besides), None)


def explain(case: CaseFile, state: PatientState, texts: Sequence[str]) -> PatientReply:
    """Return what the person says to an explanation, given in parts; the last part is the newest."""
    found = held(case, texts).keys() | parts_of(texts).keys()
    if texts and LABEL.search(texts[-1]):
        rapport = max(0, state.rapport + STEPS["label"])
        return PatientReply(says=HURT, how="explained", rapport=rapport, moved=("label",))
    asked: frozenset[Part] = frozenset()
    for count in range(1, len(texts)):
        before = _lacking(case, texts[:count], asked)
        asked |= {before} if before is not None else frozenset()
    lacking = _lacking(case, texts, asked)
    if lacking is None and any(part not in found for part in _ASKS):
        return PatientReply(says=_THINKING, how="explained", rapport=state.rapport)
    if lacking is not None:
        return PatientReply(says=_ASKS[lacking], how="explained", rapport=state.rapport)
    return PatientReply(says=case.person.goodbye, how="explained", rapport=min(HIGHEST_RAPPORT, state.rapport + 1))
