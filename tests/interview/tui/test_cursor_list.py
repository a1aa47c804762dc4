"""A list whose lines are put again: what says the same is not drawn again, wherever it stands, and a click still finds it."""

from __future__ import annotations

from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.visual import Visual
from textual.widgets.option_list import Option

from interview.tui.widgets.cursor_list import CursorList


class Listing(App[None]):
    """One list."""

    def compose(self) -> ComposeResult:
        """Place it."""
        yield CursorList(markup=False)


def lines(*words: str) -> list[Option]:
    """Return one option a word."""
    return [Option(Content(each), id=each) for each in words]


async def test_only_the_line_that_is_new_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[Any] = []
    to_strips = Visual.to_strips.__func__  # type: ignore[attr-defined]

    def counted(cls: type[Visual], widget: Any, visual: Visual, *given: Any, **more: Any) -> Any:
        if isinstance(widget, CursorList):
            drawn.append(visual)
        return to_strips(cls, widget, visual, *given, **more)

    app = Listing()
    async with app.run_test(size=(40, 12)) as pilot:
        shown = app.query_one(CursorList)
        shown.put(lines("sleep", "appetite", "energy"))
        await pilot.pause()
        monkeypatch.setattr(Visual, "to_strips", classmethod(counted))
        shown.put(lines("mood", "sleep", "appetite", "energy"))
        await pilot.pause()
        assert 1 == len(drawn)
        assert [0, 1, 2, 3] == [shown.get_option_index(name) for name in ("mood", "sleep", "appetite", "energy")]
        region = shown.content_region
        assert [0, 1, 2, 3] == [app.screen.get_style_at(region.x + 2, region.y + line).meta.get("option") for line in range(4)]
        shown.put(lines("mood", "sleep", "appetite", "energy"))
        await pilot.pause()
        assert 1 == len(drawn)


async def test_where_only_words_changed_the_cursor_stays() -> None:
    app = Listing()
    async with app.run_test(size=(40, 12)) as pilot:
        shown = app.query_one(CursorList)
        shown.put([Option(Content("sleep 1/9"), id="sleep"), Option(Content("mood 0/4"), id="mood")])
        shown.highlighted = 1
        await pilot.pause()
        shown.put([Option(Content("sleep 2/9"), id="sleep"), Option(Content("mood 0/4"), id="mood")])
        await pilot.pause()
        assert 1 == shown.highlighted
        assert "sleep 2/9" == str(shown.get_option("sleep").prompt)
