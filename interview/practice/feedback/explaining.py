"""The closing task: which parts an explanation of the history held, each with the trainee's words that it rests on.

What was heard is told apart from what may have been said in other words, and from what was not heard; the trainee's own word wins.
"""

from __future__ import annotations

import re
from typing import Final

from interview.practice.feedback.lines import CHECK, LIMITS, NO_LABEL, OWN_PART, THIS_HISTORY, TOGETHER
from interview.practice.feedback.model import Remark, Standing
from interview.practice.feedback.spoken import Conversation
from interview.practice.feedback.words import say
from interview.practice.patient.case_file import CaseFile
from interview.practice.patient.explaining import Part, held, parts_of

TO_SAY: Final[dict[Part, str]] = {
    "partial_targets": LIMITS,
    "own_part": OWN_PART,
    "checks_back": CHECK,
    "decides_together": TOGETHER,
    "this_history": THIS_HISTORY,
}
"""What an explanation should hold, and one sentence for each."""
_END = re.compile(r"[.!?](?:\s+|$)")


def explaining(case: CaseFile, spoken: Conversation) -> tuple[Remark, ...]:
    """Return what is said of each part; one remark alone where nothing was explained."""
    name = case.person.name
    if not spoken.explained:
        return (Remark(code="explaining.none", says=say("explaining.none", name=name), standing="not_known", try_this=THIS_HISTORY),)
    events = tuple(seq for seq, __ in spoken.explained)
    whole = " ".join(" ".join(text for __, text in spoken.explained).split())
    texts = [text for __, text in spoken.explained]
    found = held(case, texts)
    perhaps: dict[Part, str] = {part: each.words for part, each in parts_of(texts).items() if each.band == "perhaps"}
    key = {"partial_targets": case.key.explaining.partial_targets, "own_part": case.key.explaining.own_part}
    remarks, own = list[Remark](), spoken.own_word
    for part, to_say in TO_SAY.items():
        words = found.get(part, perhaps.get(part))
        band, standing = _stands(part in found, part in perhaps, own.get(part))
        says = say(f"explaining.{part}.{band}", name=name, key=key.get(part, ""))
        remarks.append(
            Remark(
                code=f"explaining.{part}",
                says=say("explaining.by_own_word", says=says) if part in own else says,
                standing=standing,
                turns=events,
                quotes=(_quoted(whole, words),) if words is not None and standing != "missing" else (),
                try_this=None if standing == "good" else to_say,
            )
        )
    label = "label" in found
    remarks.append(
        Remark(
            code="explaining.label",
            says=say(f"explaining.label.{'held' if label else 'not_held'}", name=name),
            standing="missing" if label else "good",
            turns=events,
            quotes=(_quoted(whole, found["label"]),) if label else (),
            try_this=NO_LABEL if label else None,
        )
    )
    return tuple(remarks)


def _stands(heard: bool, perhaps: bool, own_word: bool | None) -> tuple[str, Standing]:
    """Return how a part is put into words, and how it stands."""
    if own_word is not None:
        return ("held", "good") if own_word else ("not_by_word", "missing")
    if heard:
        return "held", "good"
    return ("perhaps", "not_known") if perhaps else ("not_held", "missing")


def _quoted(whole: str, words: str) -> str:
    """Return the sentences in which words stand; words that were gathered from several places stand for themselves."""
    start = whole.find(words)
    if start < 0:
        return words
    end = start + len(words)
    before = max((place.end() for place in _END.finditer(whole) if place.end() <= start), default=0)
    after = next((place.start() + 1 for place in _END.finditer(whole) if place.start() >= end - 1), len(whole))
    return whole[before:after]
