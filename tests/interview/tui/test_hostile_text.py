"""Whatever somebody wrote stands on every screen, in every size, as it was written: no markup, no act, no escape (T1)."""

from __future__ import annotations

import random
import re
from typing import Any, Final

import pytest
from textual import events
from textual.geometry import Size
from textual.strip import Strip
from textual.widgets import Input

from interview.tui.text import shown
from interview.tui.widgets.answer_input import AnswerInput
from tests.e2e.terminal import rotating
from tests.faults import t1
from tests.interview.tui import portrait
from tests.interview.tui.desk import Desk
from tests.interview.tui.every_screen import SCREENS, alone, at_screen, sampled
from tests.interview.tui.rich_records import free_texts, rich_doors

PAYLOADS: Final = (
    "[/]",
    "[/foo]",
    "[red]x[/]",
    "[@click=app.quit]x[/]",
    "[link=https://example.org]x[/link]",
    "[on red]",
    "\\[b]",
    "{0} {x.__class__} %s %(x)s ${HOME}",
    "=1+1",
    "<b>&lt;",
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07",
    "\x1b]8;;https://example.org\x1b\\x\x1b]8;;\x1b\\",
    "\x1bPq\x1b\\",
    "\x9b2J",
    "\x07\x08\x7f",
    "abc\u202etxt.exe\u202c",
    "\u2066one\u2069",
    "a\u200bb\u200d\ufeffc",
    "e\u0301\u0301\u0301",
    "中文 👩‍👩‍👧",
    "W" * 300,
)
"""One of each kind of text that could be more than text."""

ALL: Final = " ".join(PAYLOADS)
LITERALS: Final = tuple(part for part in PAYLOADS if part.startswith(("[", "\\[")))
"""Texts that must stand on the screen letter by letter wherever they stand at all."""


SIZES: Final = ((20, 5), (40, 10), (60, 15), (200, 60), (1, 1), (80, 24))
STORM: Final = 100


def acts_in(strips: list[Strip]) -> list[Any]:
    """Return every act or link that hangs on a cell and came out of a text; the toolkit's own metadata stays."""
    found = []
    for strip in strips:
        for segment in strip:
            style = segment.style
            if style is not None and (style.link or "@click" in style.meta):
                found.append((segment.text, style.link, style.meta.get("@click")))
    return found


def broken(screen: str) -> list[str]:
    """Return where markup was taken for markup: an opening tag is there and its closing one is not, or the other way round."""
    flat = re.sub(r"\s+", "", screen)
    return [text for text in ("[red]x", "[@click=app.quit]x") if text.replace(" ", "") in flat and text + "[/]" not in flat]


def looked(desk: Desk) -> str:
    """Return what stands on the screen now, after checking that nothing in it acts."""
    strips = list(portrait.cells(desk.app))
    assert [] == acts_in(strips)
    return "\n".join(portrait.characters(strips))


async def every_corner(desk: Desk) -> str:
    """Look at the top of a screen and at what comes after it, then at the whole in every size."""
    seen = [looked(desk)]
    for widget in desk.app.screen.query("*"):
        if widget.is_scrollable and widget.max_scroll_y:
            widget.scroll_to(y=widget.scroll_y + widget.size.height, animate=False, immediate=True)
    for size in SIZES:
        await desk.pilot.resize_terminal(*size)
        await desk.pilot.pause()
        seen.append(looked(desk))
    return "\n".join(seen)


async def storm(desk: Desk) -> None:
    """Give the terminal a hundred sizes at once, the same each time, and the first one again."""
    sizes = random.Random(5)
    for width, height in (*((sizes.randint(1, 200), sizes.randint(1, 60)) for _ in range(STORM)), (80, 24)):
        size = Size(width, height)
        desk.app.post_message(events.Resize(size, size))
    await desk.settle()


@pytest.mark.parametrize("name", sampled())
async def test_hostile_text_is_text_in_every_size_and_what_is_typed_is_kept(name: str) -> None:
    async with at_screen(name, hostile=ALL) as desk:
        line = desk.app.focused if isinstance(desk.app.focused, AnswerInput | Input) else None
        before = "" if line is None else line.text if isinstance(line, AnswerInput) else line.value
        if isinstance(line, AnswerInput) and line.selected_text:
            before = ""  # what was not understood is marked, and typing replaces it
        with alone(desk):
            if line is not None:
                await desk.type("kept[red]")
            whole = await every_corner(desk)
            await storm(desk)
        assert desk.app._exception is None
        assert desk.app.is_running
        assert SCREENS[name].place == desk.place
        assert "trd-interview" == desk.app.title
        if line is not None:
            after = line.text if isinstance(line, AnswerInput) else line.value
            assert f"{before}kept[red]" == after
    assert not set(whole) & {chr(code) for code in (*range(9), *range(11, 32), *range(127, 160))}
    assert not set(whole) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert [] == broken(whole), name
    print(f"{name}: {len(SIZES)} sizes and a storm of {STORM}; typed: {line is not None}; shown {whole.count('[red]')} times")


def test_the_hostile_text_is_in_the_records_and_reaches_screens() -> None:
    doors = rich_doors(ALL)
    fields, records = free_texts(ALL), doors.store.records()
    assert fields > 300
    assert {"S-0231", "S-0404"} == {record.subject for record in records}, "a subject is a pseudonym, and nothing else"
    print(f"{fields} fields × {len(PAYLOADS)} texts × {len(SCREENS)} screens = {fields * len(PAYLOADS) * len(SCREENS)}")


@pytest.mark.parametrize("text", LITERALS)
def test_what_is_shown_is_what_was_written(text: str) -> None:
    assert text == shown(text)


def test_a_sample_of_the_screens_with_a_line_shows_every_text_as_text_and_a_click_on_it_does_nothing() -> None:
    outcome = t1.run(n=1, seed=rotating(10_000))
    print(f"seed {outcome.seed}: {outcome.done}; negative control: {dict(outcome.controls)}; {outcome.seconds:.0f} s")
    assert () == outcome.failures
    assert outcome.holds
