"""Every screen and sheet of the terminal interface, and the way to each: what all tests of looks, text and sizes go through.

A new screen is one line here: its name, the record it is opened over (none: the start page), and the keys that lead to it.
A key is pressed; what follows `type:` is typed; `go:` asks a question by its link id; `do:` runs an act; a callable makes the screen.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import os
import pkgutil
import subprocess
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from textual.screen import ModalScreen, Screen

import interview.tui.screens
from interview.engine.doors import Doors
from interview.engine.session import Session
from interview.tui.app import InterviewApp
from interview.tui.glyphs import WIDE
from interview.tui.screens.ask_first import AskFirst
from interview.tui.screens.attached_ask import AttachedAskScreen
from interview.tui.screens.before_change import BeforeChange
from interview.tui.screens.exporting import ExportingScreen
from interview.tui.screens.held import HeldScreen, held_sheet
from interview.tui.screens.other_visit import OtherVisitScreen
from interview.tui.screens.practice import PracticeScreen
from interview.tui.screens.practice_cases import CasesScreen
from interview.tui.screens.reasons import ReasonsScreen
from interview.tui.screens.second_rating import SecondRatingScreen
from interview.tui.screens.session_screen import SessionScreen
from interview.tui.screens.to_dos import to_do_screen
from interview.tui.screens.visits import VisitsScreen, visits_of
from interview.views.change_words import Told
from tests.interview.instruments.invented import read
from tests.interview.tui.desk import Desk
from tests.interview.tui.practice_world import practised
from tests.interview.tui.rich_records import SUBJECT, closed, rich_doors

Step = str | Callable[[Desk], Screen[Any]]


@dataclass(frozen=True, slots=True)
class Way:
    """Where a screen stands, and how it is reached."""

    place: str
    """The name of its class."""
    record: str | None
    steps: tuple[Step, ...]


def way(place: str, record: str | None, *steps: Step) -> Way:
    """Return the way to a screen."""
    return Way(place, record, steps)


TOLD: Final = (Told("2 answers would be set aside", ("How long was it taken?: 10 weeks", "How much of it was taken?: 75 mg a day")),)

FIRST, SECOND, UNSAFE, CLOSED = "visit1", "visit2", "unsafe", "closed"
"""A whole visit in formulation, one half-way, one with safety open, and the first one closed."""

SCREENS: Final[dict[str, Way]] = {
    "home": way("HomeScreen", None),
    "locked": way("LockedScreen", FIRST, "do:app.lock"),
    "open elsewhere": way("ChoiceScreen", None, lambda _: held_sheet("It is open elsewhere.")),
    "read only": way("HeldScreen", None, lambda desk: HeldScreen(desk.app.doors.read(FIRST))),
    "home found nothing": way("HomeScreen", None, "type:no such / record"),
    "subject": way("SubjectScreen", None, "f2"),
    "end": way("ChoiceScreen", None, "escape"),
    "help": way("PaletteScreen", SECOND, "f1"),
    "question": way("InterviewScreen", SECOND),
    "question judged": way("InterviewScreen", SECOND, "go:stress.sources[0].theme", "f7"),
    "question folded": way("InterviewScreen", SECOND, "go:stress.sources[0].theme"),
    "question of a dose": way("InterviewScreen", SECOND, "go:trials[0].dose_mg", "?", "type:some", "enter"),
    "question of risk": way("InterviewScreen", SECOND, "go:narrative.lifestyle", "type:I think of dying", "enter"),
    "nothing left": way("InterviewScreen", FIRST),
    "not answered": way("ChoiceScreen", SECOND, "f2"),
    "note": way("PromptScreen", SECOND, "f3"),
    "kind of note": way("ChoiceScreen", SECOND, "f3", "type:a note", "enter"),
    "why": way("WhyScreen", SECOND, "go:trials[0].dose_mg", "f4", "enter"),
    "treatments": way("TreatmentsScreen", FIRST, "f5"),
    "withdraw": way("AskFirst", FIRST, "f5", "delete"),
    "go to": way("JumpScreen", SECOND, "f6"),
    "paused": way("PausedScreen", SECOND, "escape"),
    "unlikely": way("AskFirst", SECOND, "go:person.age_years", lambda _: AskFirst("94?", yes="Yes, 94", no="No, type it again")),
    "safety sheet": way("ChoiceScreen", FIRST, "f8"),
    "safety opened": way("AskFirst", None, "do:app.tour", "f8"),
    "safety question": way("SafetyScreen", UNSAFE),
    "safety words": way("KeepWords", UNSAFE, "type:hard to put", "enter", "type:yes", "enter"),
    "safety record": way("SafetyScreen", UNSAFE, "f10"),
    "safety corrected": way("ChoiceScreen", UNSAFE, "f9"),
    "problems": way("FormulationScreen", FIRST, "f9", "enter"),
    "rating": way("FormulationScreen", FIRST, "f9", "enter", "enter"),
    "links": way("FormulationScreen", FIRST, "f9", "enter", "l"),
    "suggested": way("FormulationScreen", FIRST, "f9", "enter", "s"),
    "map as a picture": way("FormulationScreen", FIRST, "f9", "enter", "g"),
    "problem written": way("ProblemEditor", FIRST, "f9", "enter", "e"),
    "link written": way("LinkEditor", FIRST, "f9", "enter", "l", "e"),
    "why first": way("ReadWords", FIRST, "f9", "enter", "w"),
    "own order": way("Reorder", FIRST, "f9", "enter", "o"),
    "named otherwise": way("AskWords", FIRST, "f9", "enter", "s", "x"),
    "finish": way("ChoiceScreen", FIRST, "f10"),
    "review": way("ReviewScreen", FIRST, "f10", "1"),
    "change": way("ChangeScreen", FIRST, "f10", "1", "down", "down", "enter"),
    "report": way("ReportScreen", FIRST, "f10", "2"),
    "report of a closed record": way("ReportScreen", CLOSED, "f10", "1"),
    "closed": way("InterviewScreen", CLOSED),
    "export": way("ExportPrompt", FIRST, "f10", "2", "x"),
    "exporting": way("ExportingScreen", None, lambda _: ExportingScreen()),
    "life chart": way("LifeChartScreen", FIRST, "picture:life_chart", "f7"),
    "well-being": way("WellbeingScreen", FIRST, "picture:wellbeing"),
    "before a change": way("BeforeChange", FIRST, "f10", "1", lambda _: BeforeChange(TOLD)),
    "own map": way("PersonsMapScreen", FIRST, "do:persons_map"),
    "sign": way("SignScreen", CLOSED, "do:sign"),
    "grid": way("GridScreen", SECOND, "do:grid"),
    "search": way("SearchScreen", SECOND, "do:search", "type:mother"),
    "other visit": way("OtherVisitScreen", SECOND, lambda desk: OtherVisitScreen(desk.app.doors.read(FIRST), WIDE, 9, is_shared=False)),
    "visits": way("VisitsScreen", None, lambda desk: VisitsScreen(SUBJECT, visits_of(desk.app.doors, SUBJECT))),
    "to do": way("FinderScreen", None, lambda desk: to_do_screen(desk.app.doors, desk.app.doors.store.records())),
    "reasons": way("ReasonsScreen", FIRST, lambda desk: ReasonsScreen(tuple(desk.session.assessment().findings.values())[:3])),
    "somebody close": way("InformantScreen", SECOND, "do:informant", "escape"),
    "somebody close asked": way("InformantAskScreen", SECOND, "do:informant"),
    "attached": way("AttachedScreen", SECOND, "do:attached"),
    "attached asked": way("AttachedAskScreen", SECOND, lambda desk: asking_attached(desk)),
    "settings": way("SettingsScreen", None, "f10"),
    "tour": way("TourScreen", None, "do:app.tour"),
    "tour of safety": way("TourSafety", None, "do:app.tour", "f8", "enter"),
    "two visits": way("CompareScreen", SECOND, "picture:compare"),
    "simulated patients": way("CasesScreen", None, lambda desk: cases(desk)),
    "simulated patient introduced": way("ChoiceScreen", None, lambda desk: cases(desk), "enter"),
    "practice": way("PracticeScreen", None, lambda desk: practice(desk)),
    "practice asked back": way("PracticeScreen", None, lambda desk: practice(desk), "type:What about treatment?", "enter"),
    "practice how put": way("FormSheet", None, lambda desk: practice(desk), "f4"),
    "practice grid": way("PracticeGrid", None, lambda desk: practice(desk), "f5"),
    "practice safety": way("PracticeSafety", None, lambda desk: practice(desk), "do:safety", "enter"),
    "practice map": way("PracticeFormulation", None, lambda desk: practice(desk), "f9"),
    "practice menu": way("ChoiceScreen", None, lambda desk: practice(desk), "f10"),
    "practice feedback": way("FeedbackScreen", None, lambda desk: committed(desk), "do:feedback"),
    "practice points": way("FeedbackScreen", None, lambda desk: committed(desk), "do:feedback", "p"),
    "practice turn by turn": way("ReplayScreen", None, lambda desk: committed(desk), "do:replay", "n"),
    "second rating": way("SecondRatingScreen", None, lambda desk: rated_again(desk)),
    "second rating shown": way("SecondRatingScreen", None, lambda desk: rated_again(desk), "s", "right", "enter"),
    "practice progress": way("ProgressScreen", None, lambda desk: cases(desk), "p"),
}


def cases(desk: Desk) -> CasesScreen:
    """Return the list of simulated patients, with one session begun."""
    return CasesScreen(practised(hostile_of(desk)).doors, WIDE)


def practice(desk: Desk) -> PracticeScreen:
    """Return a conversation with a simulated patient."""
    there = practised(hostile_of(desk))
    return PracticeScreen(there.practice, there.doors, WIDE, {})


def committed(desk: Desk) -> PracticeScreen:
    """Return the same with a formulation committed, and a supervisor's words."""
    there = practised(hostile_of(desk), commit=True)
    return PracticeScreen(there.practice, there.doors, WIDE, {})


def rated_again(desk: Desk) -> SecondRatingScreen:
    """Return the second rating of a session."""
    return SecondRatingScreen(practised(hostile_of(desk), commit=True).practice, WIDE, by="Dr B")


def hostile_of(desk: Desk) -> str:
    """Return the text that the records of this desk hold in every place."""
    return (desk.app.doors.settings.interviewer or "").removeprefix("Dr Example").strip()


def asking_attached(desk: Desk) -> AttachedAskScreen:
    """Attach the invented instrument to the record at the desk, and return the screen that asks it."""
    desk.session.attach(read())
    return AttachedAskScreen(desk.session, desk.app.doors, WIDE, 1, is_shared=True, at="attached:1:q1")


def opened_somewhere() -> set[str]:
    """Return the names of all screens that some module of the interface makes, or that nothing is built on."""
    found, made = set[type[Screen[Any]]](), set[str]()
    for module in pkgutil.iter_modules(interview.tui.screens.__path__):
        held = importlib.import_module(f"interview.tui.screens.{module.name}")
        found |= {each for each in vars(held).values() if isinstance(each, type) and issubclass(each, Screen)}
        calls = (node for node in ast.walk(ast.parse(inspect.getsource(held))) if isinstance(node, ast.Call))
        made |= {node.func.id for node in calls if isinstance(node.func, ast.Name)}
    own = {each for each in found if each.__module__.startswith("interview.")}
    leaves = {each for each in own if not any(each in other.__mro__[1:] for other in own)}
    return {each.__name__ for each in own if each in leaves or each.__name__ in made}


async def take(desk: Desk, step: Step) -> None:
    """Go one step on the way to a screen."""
    if not isinstance(step, str):
        desk.app.push_screen(step(desk))
        await desk.settle()
    elif step.startswith("type:"):
        await desk.type(step.removeprefix("type:"))
    elif step.startswith("go:"):
        assert isinstance(desk.app.screen, SessionScreen)
        desk.app.screen.go_to_place(step.removeprefix("go:"))  # type: ignore[attr-defined]
        await desk.settle()
    elif step.startswith("do:"):
        await desk.app.run_action(step.removeprefix("do:"), desk.app.screen)
        await desk.settle()
    elif step.startswith("picture:"):
        desk.app.screen._finish(step.removeprefix("picture:"))  # type: ignore[attr-defined]
        await desk.settle()
    else:
        await desk.press(step)


def opened(name: str, doors: Doors) -> Session | None:
    """Return the session that a screen is opened over."""
    record = SCREENS[name].record
    session = None if record is None else doors.resume(FIRST if record == CLOSED else record)
    if session is not None and record == CLOSED:
        closed(session)
    return session


SHARE: Final = 6
WHOLE: Final = bool({"EVERY_SCREEN", "EVERY_LOOK", "UPDATE_LOOKS"} & set(os.environ))
"""Whether every screen is taken; the gate takes a sixth of them, another sixth with each commit."""


@cache
def _begun() -> int:
    """Return the place in a round of `SHARE`, which moves on with each commit."""
    counted = subprocess.run(["git", "rev-list", "--count", "HEAD"], capture_output=True, text=True, check=False, cwd=Path(__file__).parent)
    return int(counted.stdout) % SHARE if counted.stdout.strip().isdigit() else 0


def part_of(names: Sequence[str]) -> tuple[str, ...]:
    """Return what is taken of them: all where `EVERY_SCREEN=1` says so, else every sixth from one that moves on."""
    return tuple(names) if WHOLE else tuple(names)[_begun() :: SHARE]


def sampled() -> tuple[str, ...]:
    """Return the screens that the long proofs go to."""
    return part_of(tuple(SCREENS))


@asynccontextmanager
async def at_screen(name: str, size: tuple[int, int] = (80, 24), *, hostile: str = "") -> AsyncIterator[Desk]:
    """Open the app over the record of a screen, and go there."""
    doors = rich_doors(hostile)
    app = InterviewApp(doors, opened(name, doors), glyphs=WIDE)
    async with app.run_test(size=size) as pilot:
        desk = Desk(app, pilot)
        await desk.settle()
        for step in SCREENS[name].steps:
            await take(desk, step)
        assert SCREENS[name].place == desk.place, f"{name}: the way leads to {desk.place}"
        yield desk


@contextmanager
def alone(desk: Desk) -> Iterator[None]:
    """Leave on the screen only what can be seen: the topmost screen, and the one behind it where that is a sheet."""
    stack = desk.app._screen_stacks[desk.app._current_mode]
    whole = list(stack)
    stack[:] = whole[-2:] if isinstance(whole[-1], ModalScreen) else whole[-1:]
    try:
        yield
    finally:
        stack[:] = whole
