"""T1: what somebody wrote is text and never markup, on every screen with a line to type on, in every widget that shows it.

Each text stands between two marks in every free text of the records, and is pasted on the line itself. What the screen then shows between
the marks is the text, letter by letter; nothing hangs on it, and a click on it does nothing. A build that reads markup must be seen.
"""

from __future__ import annotations

import asyncio
import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final
from unittest.mock import patch

from textual.content import Content
from textual.markup import MarkupError
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, TextArea

from tests.faults.outcome import Outcome
from tests.faults.t6 import ALL, standing, text_of
from tests.interview.tui import portrait
from tests.interview.tui.desk import Desk
from tests.interview.tui.every_screen import SCREENS, alone, at_screen
from tests.interview.tui.rich_records import free_texts

PAYLOADS: Final = ("[/]", "[/foo]", "[red]x[/]", "[@click=app.quit]x[/]", "[link=https://example.org]x[/link]")
HOSTILE: Final = " ".join(f"«{text}»" for text in PAYLOADS)
TAKEN_FOR_MARKUP: Final = re.compile(r"«»|«x|x»")
"""What is left between the marks of a text that was read as markup."""
CLICKED: Final = "[@click=app.quit]x"
SIZE: Final = (160, 50)
MOST_CLICKS: Final = 3
"""On each screen, of the places where a click would have acted."""

NAMES: Final = tuple(dict.fromkeys(field.screen for field in ALL if field.screen in SCREENS))
"""Every screen with a line to type on, where records are shown."""


def lines_of(desk: Desk) -> list[Strip]:
    """Return what stands on the screen, line by line."""
    return list(portrait.cells(desk.app))


def whole(strips: list[Strip]) -> str:
    """Return what stands on the screen without blanks."""
    return re.sub(r"\s+", "", "\n".join(strip.text for strip in strips))


def acting(strips: list[Strip]) -> list[str]:
    """Return what an act or a link hangs on."""
    segments = [segment for strip in strips for segment in strip if segment.style is not None]
    return [f"an act hangs on {each.text!r}" for each in segments if each.style and (each.style.link or "@click" in each.style.meta)]


def showing(desk: Desk, strips: list[Strip]) -> Counter[str]:
    """Return how often the texts stand whole, by the kind of widget that shows them."""
    found: Counter[str] = Counter()
    for widget in desk.app.screen.query("*"):
        region = widget.region
        if (widget.is_container and widget.children) or not region.area or not widget.visible:
            continue
        rows = [strips[y].crop(region.x, region.right) for y in range(max(region.y, 0), min(region.bottom, len(strips)))]
        shown = whole(rows)
        found[type(widget).__name__] += sum(shown.count(f"«{text}»") for text in PAYLOADS)
    return +found


async def clicked(desk: Desk, strips: list[Strip]) -> list[str]:
    """Click where a click would act, were it markup, and return what was done by it."""
    places = [(at + len(CLICKED) - 1, y) for y, strip in enumerate(strips) if (at := strip.text.find(CLICKED)) >= 0]
    for place in places[:MOST_CLICKS]:
        await desk.pilot.click(offset=place)
        await desk.pilot.pause()
        if desk.app._exit or not desk.app.is_running:
            return ["a click on a text ended the program"]
    return []


async def looked(name: str, kinds: Counter[str]) -> list[str]:
    """Go to a screen, paste the texts on each of its lines, look at it and click, and return what is not as promised."""
    found = []
    async with at_screen(name, SIZE, hostile=HOSTILE) as desk:
        with alone(desk):
            found += wrong(lines_of(desk))
            kinds += showing(desk, lines_of(desk))
        for field in (each for each in ALL if each.screen == name):
            line = desk.app.screen.query_one(f"#{field.id}")
            found += [f"{field.id}: {each}" for each in await typed(desk, line)]
            with alone(desk):
                strips = lines_of(desk)
                found += wrong(strips)
                kinds += showing(desk, strips)
        found += await clicked(desk, lines_of(desk))
        if desk.app._exception is not None:
            found.append(f"the program ended: {type(desk.app._exception).__name__}")
    return [f"{name}: {each}" for each in found]


def wrong(strips: list[Strip]) -> list[str]:
    """Return what on the screen is more than text."""
    return acting(strips) + [f"read as markup: {each!r}" for each in TAKEN_FOR_MARKUP.findall(whole(strips))]


async def typed(desk: Desk, line: Widget) -> list[str]:
    """Paste the texts on a line, and return what is not as promised."""
    if isinstance(line, TextArea):
        line.load_text("")
    elif isinstance(line, Input):
        line.value = ""
    line.focus()
    await desk.settle()
    before = standing(desk)
    await desk.paste(HOSTILE)
    found = [] if standing(desk) == before else ["something was done"]
    return found if text_of(line) == HOSTILE else [*found, "what was pasted does not stand there"]


class Markup:
    """Content as a build makes it that reads what it can of a text as markup."""

    def __call__(self, text: str = "") -> Content:
        """Return the content."""
        return Content("").join(self._read(each) for each in re.split(r"(«[^»]*»)", text))

    def styled(self, text: str, _style: str) -> Content:
        """Return the content."""
        return self(text)

    @staticmethod
    def _read(text: str) -> Content:
        try:
            return Content.from_markup(text)
        except MarkupError:
            return Content(text)


@contextmanager
def reading_markup() -> Iterator[None]:
    """Read texts as markup."""
    with patch("interview.tui.text.Content", Markup()):
        yield


def tried(name: str, kinds: Counter[str]) -> list[str]:
    """Look at a screen; one that ends the program is a failure too."""
    try:
        return asyncio.run(looked(name, kinds))
    except Exception as fault:  # whatever a text broke
        return [f"{name}: {type(fault).__name__}"]


def run(n: int = 0, seed: int = 1) -> Outcome:
    """Look at every screen with a line to type on, or at `n` of them drawn at random."""
    begun = time.monotonic()
    names = random.Random(seed).sample(NAMES, n) if n else NAMES
    kinds: Counter[str] = Counter()
    failures = [each for name in names for each in tried(name, kinds)]
    with reading_markup():
        seen: Any = tried("question", Counter())
    done = (
        f"{len(PAYLOADS)} texts in {free_texts(HOSTILE)} fields and on the lines of {len(names)} of {len(NAMES)} screens; "
        f"shown whole {kinds.total()} times by {len(kinds)} kinds of widgets ({', '.join(sorted(kinds))})"
    )
    caught = any("act" in each or "markup" in each for each in seen)
    controls = (("a build that reads markup", caught),)
    return Outcome("T1", done, len(names) * len(PAYLOADS), tuple(failures), seed, time.monotonic() - begun, controls)
