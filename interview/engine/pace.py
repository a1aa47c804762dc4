"""Which questions fit in the time there is: safety, the latest treatment, then those that settle most.

Talk time is the questionnaire's own estimate (`talk_seconds`), not a promise.
"""

from __future__ import annotations

from typing import Final

from interview.engine.enablement import Enablement
from interview.engine.extraction import extract
from interview.engine.fold import Folded
from interview.engine.navigation import Walk
from interview.engine.slots import Slot
from interview.engine.transcript import item_of
from interview.questionnaire.model import Questionnaire
from trd_core.assess import assess
from trd_core.settings import Settings

ALWAYS: Final = frozenset({"opening", "safety", "latest", "secondlook"})
"""Sections that are asked however short the time is."""

FIRST_TREATMENT: Final = ("interview.any.trials", "trials[0].")


def talk_seconds(questionnaire: Questionnaire, link_id: str) -> int:
    """Return the scripted talk time of one item, question and answer; none for a judgement that nobody speaks."""
    item = item_of(questionnaire, link_id)
    return 0 if item is None or item.is_judgement else item.talk_seconds


def is_always_asked(slot: Slot) -> bool:
    """Return whether a slot is asked however short the time is."""
    return slot.section in ALWAYS or slot.link_id.startswith(FIRST_TREATMENT)


def short_selection(questionnaire: Questionnaire, state: Folded, enablement: Enablement, walk: Walk, settings: Settings) -> frozenset[str]:
    """Return the link ids to ask in the minutes there are. Deterministic: same answers, same selection."""
    slots = walk.all_slots()
    chosen = {slot.link_id for slot in slots if is_always_asked(slot)}
    spent = sum(talk_seconds(questionnaire, link_id) for link_id in chosen | set(state.answers))
    left = (state.minutes or 0) * 60 - spent
    ranked = {
        question.link_id: place for place, question in enumerate(assess(extract(questionnaire, state, enablement), settings).open_questions)
    }
    others = [slot for slot in slots if slot.link_id not in chosen and slot.link_id not in state.answers]
    for slot in sorted(others, key=lambda slot: ranked.get(slot.link_id, len(ranked))):
        cost = 0 if slot.item.is_judgement else slot.item.talk_seconds
        if cost <= left:
            left -= cost
            chosen.add(slot.link_id)
    return frozenset(chosen)
