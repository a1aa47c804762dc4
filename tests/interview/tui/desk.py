"""A desk to test the terminal interface at: an app on a small world, keys in, what stands on the screen out."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from rich.color import ColorType
from textual import events
from textual.color import Color
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import OptionList

from interview.engine.doors import Doors, UserSettings
from interview.engine.session import Session
from interview.questionnaire.model import Questionnaire
from interview.tui.app import InterviewApp
from interview.tui.glyphs import WIDE
from interview.tui.screens.asking import AskingScreen
from tests.interview.engine.world import SMALL, FailingStore, Ticking, ids

SIZES = ((80, 24), (140, 45))
MOST_LOOKS = 60


class Desk:
    """Presses keys, and reads what stands on the screen."""

    def __init__(self, app: InterviewApp, pilot: Pilot[Any]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def session(self) -> Session:
        """The session of the topmost screen that has one."""
        return next(screen.session for screen in reversed(self.app.screen_stack) if hasattr(screen, "session"))

    @property
    def asking(self) -> AskingScreen:
        """The screen that asks."""
        assert isinstance(self.app.screen, AskingScreen)
        return self.app.screen

    @property
    def place(self) -> str:
        """The name of the topmost screen's class."""
        return type(self.app.screen).__name__

    @property
    def link_id(self) -> str | None:
        """The question asked now."""
        item = self.session.view().item
        return item.link_id if item else None

    async def press(self, *keys: str) -> None:
        """Press keys, and let everything settle."""
        await self.pilot.press(*keys)
        await self.settle()

    async def settle(self) -> None:
        """Let messages and workers finish."""
        await self.take_keys()
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def take_keys(self) -> None:
        """Let everything that was typed be done."""
        await self.pilot.pause()
        for _ in range(MOST_LOOKS):
            if not self.app.is_behind or self.app._exit:
                return
            await self.pilot.pause()
        raise AssertionError("what was typed is not done")

    async def rest(self) -> None:
        """Let everything settle until the screen stands still: the same cells three times."""
        seen, still = "", 0
        for _ in range(MOST_LOOKS):
            await self.settle()
            now = self.text()
            seen, still = now, still + 1 if now == seen else 0
            if still == 2:
                return
        raise AssertionError("the screen does not come to rest")

    async def type(self, text: str) -> None:
        """Type a text, key by key, faster than anyone could."""
        assert self.app._driver is not None
        for character in text:
            event = events.Key(_character_to_key(character), character)
            event.set_sender(self.app)
            self.app._driver.send_message(event)
        await self.take_keys()

    async def answer(self, text: str) -> None:
        """Type a text and press Enter."""
        await self.type(text)
        await self.press("enter")

    async def reply(self, text: str) -> None:
        """Answer as a clinician does: a judgement in the clinician's view, which is closed again."""
        item = self.session.view().item
        is_folded = item is not None and self.asking.is_folded(item)
        if is_folded:
            await self.press("f7")
        await self.answer(text)
        if is_folded and not self.asking.is_shared:
            await self.press("f7")

    async def paste(self, text: str) -> None:
        """Paste a text as a terminal that brackets its pastes does."""
        assert self.app.focused is not None
        self.app.focused.post_message(events.Paste(text))
        await self.settle()

    async def begin(self, subject: str = "S-1") -> None:
        """Begin an interview from the start page."""
        await self.press("f2")
        await self.answer(subject)

    def text(self) -> str:
        """Everything that stands on the screen, line by line; blanks that keep a place count as blanks."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips).replace("\N{NO-BREAK SPACE}", " ")

    def lines(self, selector: str) -> str:
        """Everything in a list, also what is scrolled away."""
        return "\n".join(str(option.prompt) for option in self.app.screen.query_one(selector, OptionList).options)

    def words(self) -> str:
        """Everything on the screen with frames and line breaks out of the way."""
        framed = str.maketrans(dict.fromkeys("│┃╏▕▏┆╎─━╭╮╰╯┏┓┗┛╍▁▂▃▄▅▆▇█▔", " "))
        return " ".join(self.text().translate(framed).split())

    def faintest(self) -> tuple[float, str]:
        """Return the lowest contrast of any written cell, and what is written there."""
        lowest = (99.0, "")
        for strip in self.app.screen._compositor.render_strips():
            for segment in strip:
                style = segment.style
                if style is None or not segment.text.strip(" │┃╏▕▏─━╭╮╰╯┏┓┗┛╍▁▂▃▄▅▆▇█▔\N{NO-BREAK SPACE}") or style.bgcolor is None:
                    continue
                assert style.color is not None
                assert ColorType.TRUECOLOR in (style.color.type, style.bgcolor.type)
                ink, ground = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
                if style.reverse:
                    ink, ground = ground, ink
                lowest = min(lowest, (contrast(ink, ground), segment.text))
        return lowest


def contrast(ink: Color, ground: Color) -> float:
    """Return the contrast ratio of WCAG 2.2: 1 for the same colour, 21 for black on white."""

    def luminance(color: Color) -> float:
        parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.normalized]
        return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))

    low, high = sorted((luminance(ink), luminance(ground)))
    return (high + 0.05) / (low + 0.05)


def doors(
    questionnaire: Questionnaire = SMALL,
    store: FailingStore | None = None,
    *,
    interviewer: str | None = "Dr A",
    safety_text: str | None = None,
    theme: str | None = "trd-dark",
    exported: list[tuple[Any, ...]] | None = None,
) -> Doors:
    """Return doors into a world in memory."""
    kept = exported if exported is not None else []
    return Doors(
        store=store or FailingStore(),
        questionnaire=questionnaire,
        clock=Ticking(),
        new_id=ids(),
        settings=UserSettings(interviewer, safety_text, theme),
        export=lambda *given: kept.append(given),
        formats=("json", "markdown"),
    )


@asynccontextmanager
async def at_desk(world: Doors, size: tuple[int, int] = SIZES[0], session: Session | None = None) -> AsyncIterator[Desk]:
    """Open the app in a terminal of this size."""
    app = InterviewApp(world, session, glyphs=WIDE)
    async with app.run_test(size=size) as pilot:
        desk = Desk(app, pilot)
        await desk.settle()
        yield desk


def answers_given(session: Session) -> dict[str, Any]:
    """Return what counts now: values, or the reason for none."""
    return {link_id: answer.value if answer.status == "answered" else answer.status for link_id, answer in session.state.answers.items()}


def turns_of(session: Session, kind: str) -> Sequence[Any]:
    """Return the turns of one kind."""
    return [turn for turn in session.turns if turn.kind == kind]
