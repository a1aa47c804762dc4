"""The closing task: what an explanation of the history holds, found in the trainee's own words, and what the person says to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

from interview.engine.practice_turns import HIGHEST_RAPPORT, PatientReply
from interview.practice.patient.case_file import CaseFile
from interview.practice.patient.rapport import LABEL, STEPS
from interview.practice.patient.turns import PatientState

Part = Literal["partial_targets", "own_part", "checks_back", "decides_together", "this_history", "label"]

ENOUGH_WORDS: Final = 2
"""So many words of this person's own history make an explanation theirs."""

_TREATMENT = (
    r"\b(?:treatments?|tablets?|medicines?|medication|drugs?|dose|therapy|counselling|programme|course|calls?|sessions?|pills?|talking)\b"
)
_LIMIT = (
    r"\b(?:only|just|part(?:ly|ial)?|one (?:part|side|piece|thing)|some of|left (?:out|alone|over)"
    r"|(?:did|could|was|were|have|has)(?:n't| not)|never|too (?:low|short|little|soon)|missed|aimed at|meant for"
    r"|not (?:been )?(?:long|high|given|had|taken|enough|aimed|looked))\b"
)
_OWN = (
    r"\b(?:you (?:can|could|might|already)|you are (?:already )?(?:doing|able)|something you|what you do|your (?:own )?part|in your hands"
    r"|you(?:'ve| have) (?:already )?(?:been|started|found|managed)|up to you|your strengths?)\b"
)
_CHECKS = (
    r"\b(?:does (?:that|this|it) (?:make sense|fit|sound|match)|how does (?:that|this|it) (?:sound|sit|fit|land)"
    r"|what do you (?:make of|think)|(?:have|did) i (?:got|get|understood|understand|missed|miss)|is (?:that|this) (?:how|what)"
    r"|would you (?:say|put) it|in your own words|what have i (?:missed|got wrong)|do you see it)\b"
)
_TOGETHER = (
    r"\b(?:together|we (?:can|could|will|might|decide|choose|look)|let us|let's|between us|what would you (?:like|want|prefer)"
    r"|where would you like|which .{0,30}\b(?:first|matters)|what matters (?:most )?to you|you choose|your choice|with you)\b"
)


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE | re.DOTALL)


_PARTS: Final[dict[Part, re.Pattern[str]]] = {
    "partial_targets": _pattern(f"{_LIMIT}.{{0,120}}{_TREATMENT}|{_TREATMENT}.{{0,120}}{_LIMIT}"),
    "own_part": _pattern(_OWN),
    "checks_back": _pattern(_CHECKS),
    "decides_together": _pattern(_TOGETHER),
}


def held(case: CaseFile, texts: Sequence[str]) -> dict[Part, str]:
    """Return the parts that an explanation holds, each with the trainee's words that it rests on."""
    whole = " ".join(" ".join(texts).split())
    found: dict[Part, str] = {}
    for part, pattern in _PARTS.items():
        place = pattern.search(whole)
        if place is not None:
            found[part] = place.group()
    own = [word for word in case.key.explaining.words if re.search(rf"\b{re.escape(word.casefold())}\b", whole.casefold())]
    if len(own) >= ENOUGH_WORDS:
        found["this_history"] = ", ".join(own)
    label = LABEL.search(whole)
    if label is not None:
        found["label"] = label.group()
    return found


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
    """Return the first part that is missing, and was not asked for before: nobody asks the same thing twice in a row."""
    found = held(case, texts)
    return next((part for part in _ASKS if part not in found and part not in besides), None)


def explain(case: CaseFile, state: PatientState, texts: Sequence[str]) -> PatientReply:
    """Return what the person says to an explanation, given in parts; the last part is the newest."""
    found = held(case, texts)
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
