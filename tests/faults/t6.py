"""T6: whatever is pasted, wherever text is typed, nothing of it is lost without a word and nothing of it acts.

Each paste comes as bytes through the program's own parser, as a terminal sends it, to each line of each screen; and to the faces that
read lines, in terminals of their own. The toolkit's own line and parser, and a build that says nothing, show that loss is seen.
"""

from __future__ import annotations

import ast
import asyncio
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

from textual import widgets as toolkit
from textual._xterm_parser import XTermParser
from textual.widget import Widget
from textual.widgets import Input, TextArea

import interview.tui
from interview.engine.locking import Tries
from interview.tui.app import InterviewApp
from interview.tui.glyphs import WIDE
from interview.tui.keyboard import READ_BYTES, Keyboard
from interview.tui.screens.locked import LockedScreen
from interview.tui.widgets.line_input import LineInput
from interview.tui.widgets.secret_input import LONGEST_SECRET, SecretInput
from tests.faults import t6_lines
from tests.faults.outcome import Outcome
from tests.interview.tui.desk import Desk
from tests.interview.tui.every_screen import SCREENS, opened, take
from tests.interview.tui.rich_records import rich_doors
from trd_core.text import LONGEST_TEXT

BEGIN, END = "\x1b[200~", "\x1b[201~"
PASTES: Final[dict[str, str]] = {
    "three lines": "one line\ntwo lines\rthree lines\r\n",
    "32 kB": "word " * 6_554 + "the very end",
    "10 MB": "0123456789" * 1_048_576,
    "an end of a paste in it": f"yes{END}\r\x1b[20~q{BEGIN}1{END}\r",
    "escapes and C1": "a\x1b[31mb\x9b2Jc\x1bOPd\x07\x03\x04\x7fe\x1b\x1b\x1b[21~f",
    "signs and words that act": ";?=\r/quit\ry\r1\r\r\x1b\r",
    "turned round": "abc\u202etxt.exe\u202c",
}


LARGE: Final = "10 MB"


@dataclass(frozen=True, slots=True)
class Field:
    """A line, and the way to it."""

    screen: str
    id: str


FIELDS: Final[dict[tuple[str, str], tuple[Field, ...]]] = {
    ("home", "home-search"): (Field("home", "home-search"),),
    ("subject", "subject"): (Field("subject", "subject"),),
    ("subject", "interviewer"): (Field("subject", "interviewer"),),
    ("subject", "minutes"): (Field("subject", "minutes"),),
    ("interview", "answer"): (Field("question", "answer"), Field("question of risk", "answer")),
    ("attached_ask", "answer"): (Field("attached asked", "answer"),),
    ("link_editor", "link-rationale"): (Field("link written", "link-rationale"),),
    ("export_prompt", "export-path"): (Field("export", "export-path"),),
    ("export_prompt", "export-leave"): (Field("export", "export-leave"),),
    ("practice", "answer"): (Field("practice", "answer"),),
    ("grid", "answer"): (Field("grid", "answer"), Field("practice grid", "answer")),
    ("settings", "interviewer"): (Field("settings", "interviewer"),),
    ("settings", "safety"): (Field("settings", "safety"),),
    ("settings", "minutes"): (Field("settings", "minutes"),),
    ("settings", "lock-minutes"): (Field("settings", "lock-minutes"),),
    ("problem_editor", "problem-label"): (Field("problem written", "problem-label"),),
    ("reorder", "order-reason"): (Field("own order", "order-reason"),),
    ("ask_words", "ask-line"): (Field("named otherwise", "ask-line"),),
    ("locked", "locked-passphrase"): (Field("locked by a passphrase", "locked-passphrase"),),
    ("informant_ask", "answer"): (Field("somebody close asked", "answer"),),
    ("prompt", "prompt"): (Field("note", "prompt"),),
    ("safety", "answer"): (Field("safety question", "answer"), Field("practice safety", "answer")),
    ("change", "answer"): (Field("change", "answer"),),
    ("sign", "sign-name"): (Field("sign", "sign-name"),),
    ("sign", "sign-note"): (Field("sign", "sign-note"),),
    ("finder", "search"): tuple(Field(screen, "search") for screen in ("go to", "help", "search", "to do")),
    ("disposition_form", "part-"): tuple(
        Field("safety record", f"part-{part}") for part in ("by", "seen_by", "means_addressed", "contact", "next_review")
    ),
}
"""Every line in which something is typed, by the module and the id that make it; tests look whether the program has others."""

ALL: Final = tuple(field for fields in FIELDS.values() for field in fields)


def lines_made() -> set[tuple[str, str]]:
    """Return the module and the id (or what it begins with) of every line that the interface makes."""
    kinds, found = {name for name in vars(toolkit)["__all__"] if name.endswith(("Input", "TextArea"))}, set()
    trees = {path.stem: ast.parse(path.read_text("utf-8")) for path in Path(interview.tui.__path__[0]).rglob("*.py")}
    classes = [node for tree in trees.values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    for _ in classes:
        kinds |= {each.name for each in classes if kinds & {base.id for base in each.bases if isinstance(base, ast.Name)}}
    for name, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in kinds:
                given = next((each.value for each in node.keywords if each.arg == "id"), None)
                first = given.values[0] if isinstance(given, ast.JoinedStr) else given
                found.add((name, str(first.value) if isinstance(first, ast.Constant) else "without an id"))
    return found


@cache
def visible(pasted: str) -> str:
    """Return what of a paste is text: no marks of a paste, no controls, one kind of line break."""
    whole = pasted.replace(END, "").replace(BEGIN, "").replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in whole if sign == "\n" or not (sign < " " or "\x7f" <= sign <= "\x9f"))


def expected(line: Widget, pasted: str) -> tuple[str, int]:
    """Return what has to stand on a line after a paste, and of how many characters a word has to be said that they do not."""
    text = visible(pasted)
    if isinstance(line, SecretInput):
        lines = text.strip("\n").split("\n")
        as_typed = pasted.replace(END, "").replace(BEGIN, "").replace("\x1b", "").strip("\r\n")
        return ("", len(text)) if len(lines) > 1 or len(text) > LONGEST_SECRET else (as_typed, 0)
    if isinstance(line, Input):
        text = " ".join(text.replace("\u202e", "").replace("\u202c", "").split())
    return text[:LONGEST_TEXT], max(len(text) - LONGEST_TEXT, 0)


async def read(desk: Desk, pasted: str, keyboard: XTermParser, silence: Callable[[], None]) -> None:
    """Send a paste as a terminal does, in the pieces in which it is read, and let the terminal be silent."""
    whole = f"{BEGIN}{pasted}{END}"
    pieces = [whole[place : place + READ_BYTES] for place in range(0, len(whole), READ_BYTES)]
    messages = [message for piece in pieces for message in (*keyboard.feed(piece), *keyboard.tick())]
    silence()
    assert desk.app._driver is not None
    for message in (*messages, *keyboard.tick()):
        message.set_sender(desk.app)
        desk.app._driver.send_message(message)
    await desk.settle()


def standing(desk: Desk) -> tuple[Any, ...]:
    """Return everything that an act would change: where one is, what has the focus, how far each record is, what other lines hold."""
    screen = desk.app.screen
    others = [text_of(each) for each in screen.query("Input, TextArea") if each is not screen.focused]
    records = [(each.record, len(desk.app.doors.store.events(each.record))) for each in desk.app.doors.store.records()]
    sessions = [each.session.state.seq for each in desk.app.screen_stack if hasattr(each, "session")]
    return ([id(each) for each in desk.app.screen_stack], id(screen.focused), others, records, sessions, desk.app._exit)


def text_of(line: Widget) -> str:
    """Return what stands on a line."""
    if isinstance(line, TextArea):
        return line.text
    assert isinstance(line, Input)
    return line.value


def squeezed(words: str) -> str:
    """Return words without blanks and frames."""
    return "".join(sign for sign in words if sign.isalnum())


async def paste_to(desk: Desk, line: Widget, name: str, parser: Callable[[Callable[[], float]], XTermParser]) -> list[str]:
    """Empty a line, paste, and return what is not as promised."""
    pasted, now = PASTES[name], [100.0]
    if isinstance(line, TextArea):
        line.load_text("")
    elif isinstance(line, Input):
        line.value = ""
    for each in desk.app.screen.query("Static"):
        if (each.id or "").startswith("left-out"):
            await each.remove()
    await desk.settle()
    before = standing(desk)
    text, left_out = expected(line, pasted)

    def silence() -> None:
        now[0] += 10.0

    await read(desk, pasted, parser(lambda: now[0]), silence)
    found = []
    if not desk.app.is_running or desk.app._exception is not None:
        return [f"the program ended: {type(desk.app._exception).__name__}"]
    if standing(desk) != before:
        return [f"something was done: {desk.place}"]
    if text_of(line) != text:
        found.append(f"{len(text_of(line))} of {len(text)} characters stand there")
    shown = squeezed(desk.words())
    words = ("Nothingofitwastaken",) if isinstance(line, SecretInput) else (f"{left_out}characters", "leftout")
    if left_out and not all(part in shown for part in words):
        found.append(f"{left_out} characters are missing without a word")
    return found


async def paste_all(field: Field, names: tuple[str, ...], parser: Callable[[Callable[[], float]], XTermParser] = Keyboard) -> list[str]:
    """Go to a line, and paste one after the other."""
    doors, session = rich_doors(), None
    if field.screen in SCREENS:
        session = opened(field.screen, doors)
    app = InterviewApp(doors, session, glyphs=WIDE)
    found = []
    async with app.run_test(size=(80, 24)) as pilot:
        desk = Desk(app, pilot)
        await desk.settle()
        for step in SCREENS[field.screen].steps if field.screen in SCREENS else (locked,):
            await take(desk, step)
        line = desk.app.screen.query_one(f"#{field.id}")
        line.focus()
        await desk.settle()
        if desk.app.focused is not line:
            return [f"{field.screen}: {field.id} cannot be typed on"]
        for name in names:
            found += [f"{field.screen}, {field.id} × {name}: {each}" for each in await paste_to(desk, line, name, parser)]
    return found


def locked(_desk: Desk) -> LockedScreen:
    """Return the screen that asks for the passphrase."""
    return LockedScreen(lambda _typed: None, Tries())


@contextmanager
def the_toolkits_line() -> Iterator[None]:
    """Let the toolkit's own line take pastes."""
    with patch.object(LineInput, "_on_paste", Input._on_paste):
        yield


@contextmanager
def without_a_word() -> Iterator[None]:
    """Say nothing of what did not fit."""
    with patch("interview.tui.everywhere.say_left_out", lambda _line, _left_out: None):
        yield


def controls(*, sampled: bool) -> tuple[tuple[str, bool], ...]:
    """Return whether each loss and each act that is made on purpose is seen; of a sample the first alone."""
    search, answer = Field("home", "home-search"), Field("question", "answer")
    found = []
    with the_toolkits_line():
        found.append(("the toolkit's own line", bool(asyncio.run(paste_all(search, ("three lines",))))))
    if sampled:
        return tuple(found)
    with without_a_word():
        found.append(("a build that says nothing", bool(asyncio.run(paste_all(search, ("32 kB",))))))
    acted = asyncio.run(paste_all(answer, ("an end of a paste in it",), lambda _clock: XTermParser()))
    return (*found, ("the toolkit's own parser", bool(acted)))


def run(n: int = 0, seed: int = 6) -> Outcome:
    """Paste to every line; with `n`, less than ten megabytes to `n` lines drawn at random and to the prompt alone."""
    begun = time.monotonic()
    fields, names = list(ALL), tuple(PASTES)
    if n:
        fields, names = random.Random(seed).sample(fields, n), tuple(name for name in names if name != LARGE)
    failures = [each for field in fields for each in asyncio.run(paste_all(field, names))]
    done = len(fields) * len(names)
    with tempfile.TemporaryDirectory() as above:
        folder = Path(above)
        for name, fault in (*t6_lines.secretly(folder / "secret"), *(() if n else t6_lines.plainly(folder / "plain"))):
            done += 1
            failures += [] if fault is None else [f"{name}: {fault}"]
        caught = (*controls(sampled=bool(n)), *(() if n else t6_lines.controls(folder)))
    typed = done - len(fields) * len(names)
    said = f"{len(fields)} of {len(ALL)} lines × {len(names)} pastes, and {typed} to --plain and a passphrase's prompt"
    return Outcome("T6", said, done, tuple(failures), seed, time.monotonic() - begun, caught)
