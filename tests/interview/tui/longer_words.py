"""Goes through every screen in words two fifths longer, and prints as JSON what of them cannot be seen whole nor scrolled to.

Run as a process of its own (`python -m tests.interview.tui.longer_words 80x24`): the language is chosen before the rooms that speak load.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Iterator

from interview.language import PSEUDO, use

use(PSEUDO)

from textual.app import App  # noqa: E402
from textual.widget import Widget  # noqa: E402
from textual.widgets import Button, Static  # noqa: E402

from interview.views.graph_labels import cells  # noqa: E402
from tests.interview.tui.every_screen import at_screen, sampled  # noqa: E402


def clipped(app: App[object]) -> Iterator[str]:
    """Yield what of the words on the screen is cut, by widget."""
    for widget in app.screen.walk_children(with_self=False):
        if not isinstance(widget, Widget) or not widget.is_on_screen or not widget.region.width:
            continue
        name = f"{type(widget).__name__}#{widget.id or ''}"
        if widget.border_title and cells(str(widget.border_title)) > widget.region.width - 2:
            yield f"{name}: its title needs {cells(str(widget.border_title))} cells and has {widget.region.width - 2}"
        if isinstance(widget, Button):
            if cells(str(widget.label)) > widget.content_region.width:
                yield f"{name}: its label needs {cells(str(widget.label))} cells and has {widget.content_region.width}"
        elif isinstance(widget, Static) and not widget.allow_vertical_scroll:
            width = widget.content_region.width
            needed = widget.get_content_height(app.size, app.size, width) if width else 0
            if needed > widget.content_region.height:
                yield f"{name}: it needs {needed} lines and has {widget.content_region.height}"
        if not _scrolls(widget) and not app.screen.region.contains_region(widget.region):
            yield f"{name}: it stands outside the screen"


def _scrolls(widget: Widget) -> bool:
    return any(isinstance(each, Widget) and (each.allow_vertical_scroll or each.allow_horizontal_scroll) for each in widget.ancestors)


async def every_screen(size: tuple[int, int]) -> dict[str, list[str]]:
    """Return the faults by screen."""
    found: dict[str, list[str]] = {}
    for name in sampled():
        async with at_screen(name, size) as desk:
            faults = list(clipped(desk.app))
            if faults:
                found[name] = faults
    return found


if __name__ == "__main__":
    wide, high = (int(part) for part in sys.argv[1].split("x"))
    print(json.dumps({"screens": len(sampled()), "faults": asyncio.run(every_screen((wide, high)))}))
