"""What the depth of an interview leaves out: the questions that the full one would ask here and now. Left out is not asked, never "no"."""

from __future__ import annotations

from dataclasses import replace

from interview.engine.enablement import Enablement
from interview.engine.navigation import Walk
from interview.engine.slots import Slot
from interview.engine.standing import Standing


def beyond_depth(session: Standing) -> dict[str, tuple[Slot, ...]]:
    """Return the unanswered questions that are open at full depth only, by section, in the order of asking; empty at full depth."""
    if session.state.depth == "full":
        return {}
    here, whole = (_walk(session, depth) for depth in (session.state.depth, "full"))
    found: dict[str, tuple[Slot, ...]] = {}
    for section in session.questionnaire.sections:
        asked = {slot.link_id for slot in here.slots(section)}
        left = tuple(slot for slot in whole.slots(section) if slot.link_id not in asked and slot.link_id not in session.state.answers)
        if left:
            found[section] = left
    return found


def _walk(session: Standing, depth: str) -> Walk:
    state = replace(session.state, depth=depth)
    return Walk(session.questionnaire, state, Enablement(session.questionnaire, state))
