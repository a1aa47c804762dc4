"""The closing task: which parts an explanation of the history held, each with the trainee's words that it rests on."""

from __future__ import annotations

import re
from typing import Final

from interview.practice.feedback.lines import CHECK, LIMITS, NO_LABEL, OWN_PART, THIS_HISTORY, TOGETHER
from interview.practice.feedback.model import Remark
from interview.practice.feedback.spoken import Conversation
from interview.practice.feedback.words import say
from interview.practice.patient.case_file import CaseFile
from interview.practice.patient.explaining import Part, held

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
    found = held(case, [text for __, text in spoken.explained])
    key = {"partial_targets": case.key.explaining.partial_targets, "own_part": case.key.explaining.own_part}
    remarks = []
    for part, to_say in TO_SAY.items():
        there = part in found
        says = say(f"explaining.{part}.{'held' if there else 'not_held'}", name=name, key=key.get(part, ""))
        remarks.append(
            Remark(
                code=f"explaining.{part}",
                says=says,
                standing="good" if there else "missing",
                turns=events,
                quotes=(_quoted(whole, found[part]),) if there else (),
                try_this=None if there else to_say,
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


def _quoted(whole: str, words: str) -> str:
    """Return the sentences in which words stand; words that were gathered from several places stand for themselves."""
    start = whole.find(words)
    if start < 0:
        return words
    end = start + len(words)
    before = max((place.end() for place in _END.finditer(whole) if place.end() <= start), default=0)
    after = next((place.start() + 1 for place in _END.finditer(whole) if place.start() >= end - 1), len(whole))
    return whole[before:after]
