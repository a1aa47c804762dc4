"""What one turn makes the screen do, counted: layouts, paints, styles read anew, assessments. Each has its budget."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any, Final

import pytest
from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen

from interview.engine import standing
from interview.engine.session import Session
from interview.questionnaire.reader import bundled
from interview.storage.memory import MemoryStore
from tests.bench.apps import begun
from tests.bench.records import said_to
from tests.interview.tui.desk import at_desk, doors

TURNS: Final = 5
BUDGET: Final = {"layouts": 2, "paints": 3, "styles read": 60, "assessments": 1}
"""Of any one turn, at most."""


def in_the_middle() -> Session:
    """Return a record that stands in the middle of an interview."""
    session = begun(MemoryStore(), bundled())
    while (item := session.view().item) is not None and not item.link_id.startswith("lifestyle."):
        session.answer(item.link_id, said_to(item))
    return session


@pytest.mark.parametrize("size", [(80, 24), (140, 45)])
async def test_a_turn_stays_within_its_budget(monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]) -> None:
    counted = Counter[str]()

    def count(owner: Any, attribute: str, name: str) -> None:
        whole: Callable[..., Any] = getattr(owner, attribute)

        def counting(*given: Any, **more: Any) -> Any:
            counted[name] += 1
            return whole(*given, **more)

        monkeypatch.setattr(owner, attribute, counting)

    async with at_desk(doors(bundled()), size, session=in_the_middle()) as desk:
        count(Screen, "_refresh_layout", "layouts")
        count(App, "_display", "paints")
        count(Stylesheet, "apply", "styles read")
        count(standing, "assess", "assessments")
        turns = []
        for _ in range(TURNS):
            item = desk.session.view().item
            assert item is not None
            await desk.type(said_to(item))
            counted.clear()
            await desk.press("enter")
            turns.append((item.link_id, desk.link_id, dict(counted)))
    print(*turns, sep="\n")
    assert [] == [(turn, name) for *_, turn in turns for name, most in BUDGET.items() if turn.get(name, 0) > most]
    assert all(turn["layouts"] for *_, turn in turns)
    assert TURNS == len({asked for asked, *_ in turns})
