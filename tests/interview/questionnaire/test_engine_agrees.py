"""What the counts call a path is what the engine asks, item by item and in its order."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

import pytest

from interview.engine.replies import Saved
from interview.engine.session import Session
from interview.engine.slots import Slot
from interview.questionnaire.coverage import TYPICAL_PATH, path
from interview.questionnaire.model import Depth
from interview.questionnaire.reader import bundled
from interview.storage.memory import MemoryStore

OTHERWISE: dict[str, Any] = {"yes_no": False, "choices": [], "texts": [], "drugs": [], "date": "2025-03", "text": "words", "scale": 3}
"""What is answered where the path does not say; a number elsewhere."""


def answer(slot: Slot) -> Any:
    """Return what the path says, or a plain answer of the item's kind."""
    if slot.link_id in TYPICAL_PATH:
        return TYPICAL_PATH[slot.link_id]
    if slot.link_id.startswith("interview.more."):
        return slot.link_id in ("interview.more.trials[0]", "interview.more.trials[1]")
    return slot.item.options[0].code if slot.item.type == "choice" else OTHERWISE.get(slot.item.type, 12)


@pytest.mark.parametrize("depth", ["brief", "full"])
def test_the_engine_asks_the_path_that_is_counted(depth: Depth) -> None:
    numbers = itertools.count()
    session = Session.begin(
        MemoryStore(),
        bundled(),
        subject="S-1",
        clock=lambda: dt.datetime(2026, 3, 1, 10, tzinfo=dt.UTC),
        new_id=lambda: f"r{next(numbers)}",
        depth=depth,
    )
    told: dict[str, Any] = {}
    while (slot := session.current()) is not None:
        value = None if slot.item.type == "drug" else answer(slot)
        reply = session.leave_unanswered(slot.link_id, "unknown") if value is None else session.give(slot.link_id, value)
        assert isinstance(reply, Saved)
        told[slot.link_id] = value

    counted = {link_id for link_id, _ in path(bundled(), depth, {**TYPICAL_PATH, **told})}

    assert set(told) == counted
    assert 120 < len(told)
