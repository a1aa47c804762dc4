"""D1: the terminal interface in a terminal, driven through the questionnaire and killed at random instants.

The driver sees what a person sees. An answer is acknowledged once the first line says "saved" and the question that follows it stands
on the screen. After the kill another process reads the record; then the interface is opened again and must ask the right question.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from interview.cli import main
from interview.engine.ledger import Ledger
from interview.engine.ports import EventStore
from interview.engine.session import Session
from interview.engine.view import ItemView
from interview.questionnaire.model import Item
from interview.questionnaire.reader import bundled
from interview.storage.memory import MemoryStore
from interview.storage.vault import Vault
from interview.tui import app as _loaded  # noqa: F401 (so that a fork has it already)
from interview.tui.widgets.question_words import FOLDED_LABEL
from interview.views.kept_back import is_kept_back
from interview.world import new_id, now
from tests.faults.outcome import Outcome
from tests.faults.place import Kept, Place, wrongs
from tests.faults.terminal import NotShown, Terminal
from tests.terminal_child import squeezed
from trd_core.settings import DEFAULT

F7 = "\x1b[18~"
EMPTIED = "\x1b[F\x15"
"""The keys that empty the answer line: what was typed before a kill may be kept there."""
SECONDS = 30.0
"""How long a question is waited for on a slow machine."""
COLD_EVERY = 10
"""Each so many-th process is the command itself, from its first byte; the others are forked from one that has the program loaded."""
RESTED = 0.06
"""Seconds without anything new on the screen before a person types."""
MOST_BEFORE = 2
"""Answers before the one that is killed."""
WORDING = 40
"""Letters by which a question is known on the screen."""

SAID = {"person.age_years": "44", "trials[0].agent": "sertraline", "trials[0].dose_mg": "100 mg", "interview.consent": "yes"}
BY_KIND = {
    "text": "Tired.",
    "texts": "Tired.",
    "yes_no": "no",
    "drug": "sertraline",
    "drugs": "none",
    "number": "3",
    "dose": "100 mg",
    "duration": "8 weeks",
    "date": "2025",
    "frequency": "twice a week",
    "scale": "5",
    "choice": "1",
    "choices": "1",
}
YES = ("interview.any.trials", "interview.area_done.")

FOLDED = squeezed(FOLDED_LABEL)

Patch = Callable[[], None]


def answer_to(link_id: str, item: Item) -> str:
    """Return what is typed at a question."""
    if item.type == "scale" and item.min is not None and item.max is not None:
        return str(int(min(max(5, item.min), item.max)))
    return SAID.get(link_id) or ("yes" if link_id.startswith(YES) else BY_KIND[item.type])


def wording(item: Item) -> str:
    """Return by what a question is known on the screen."""
    return squeezed(item.text.partition("{")[0])[:WORDING]


def asks(item: ItemView) -> Callable[[str, str], bool]:
    """Return whether a screen says that all is saved and asks this question, by its section and its number there."""
    section, number = squeezed(item.section_title), squeezed(f"question {item.number} of")

    def is_shown(first: str, screen: str) -> bool:
        return (
            "saved" in first
            and "NOT" not in first
            and section in screen
            and number in screen
            and (wording(item.item) in screen or FOLDED in screen)
        )

    return is_shown


def mirror(record: str, kept: Kept) -> Session:
    """Return the record in a store that forgets, to say what comes next."""
    store: EventStore = MemoryStore()
    summary = Ledger(store, bundled(), kept.events, now, DEFAULT).summary()
    store.append(record, kept.events, summary)
    return Session.resume(store, bundled(), record, clock=now, settings=DEFAULT)


class KilledApp:
    """Kills one interview after another, and keeps what is wrong."""

    def __init__(self, folder: Path, seed: int, patch: Patch | None = None) -> None:
        folder.mkdir()
        self._place = Place(folder)
        self._chance = random.Random(seed)
        self._patch = patch
        self._record = ""
        self._kept: Kept | None = None
        self._acknowledged: list[tuple[str, str | None]] = []
        self._reach = 0.3
        """Seconds within which an answer is acknowledged here, as measured; a kill falls between none and one and a half times that."""
        self.kills = 0
        self.acknowledged = 0
        self.on_their_way = 0
        """Kills before the answer was seen as saved."""
        self.failures: list[str] = []

    def kill_once(self) -> None:
        """Open the record that was killed last, answer some questions, kill, read, compare."""
        self.kills += 1
        if not self._record:
            self._begin()
        session = mirror(self._record, self._kept or self._place.kept(self._record))
        if session.view().item is None:
            self._begin()
            session = mirror(self._record, self._place.kept(self._record))
        terminal = self._opened()
        try:
            self._see(terminal, session)
            last = None
            for __ in range(self._chance.randint(0, MOST_BEFORE)):
                last = self._answer(terminal, session) or last
            in_flight = self._answer_and_die(terminal, session) or last
        except NotShown:
            terminal.close()
            self._fail(f"the question was not shown: {getattr(session.view().item, 'link_id', 'none')}")
            self._record = ""
            return
        finally:
            terminal.close()
        kept = self._place.kept(self._record)
        for wrong in wrongs(kept, self._acknowledged, in_flight):
            self._fail(wrong)
        self._acknowledged, self._kept = kept.answers, kept

    def _begin(self) -> None:
        vault = self._place.open()
        session = Session.begin(vault, bundled(), subject=f"K-{self.kills}", clock=now, new_id=new_id)
        self._record, self._acknowledged, self._kept = session.record, [], None
        session.release()
        vault.close()

    def _opened(self) -> Terminal:
        argv = [*self._place.options, "resume", self._record]
        is_cold = self._patch is None and self.kills % COLD_EVERY == 1

        def warm() -> int:
            if self._patch is not None:
                self._patch()
            return main(argv)

        return Terminal(self._place.command("resume", self._record), self._place.environ, None if is_cold else warm)

    def _see(self, terminal: Terminal, session: Session) -> None:
        """Wait until the question that must be asked now stands on the screen and what came before is said to be saved."""
        view = session.view()
        if view.item is None:
            return
        item = view.item
        terminal.wait_for(asks(item), SECONDS)
        if is_kept_back(item.item):
            terminal.wait_for(lambda __, screen: FOLDED in screen or wording(item.item) in screen, SECONDS)
            if not terminal.shows(lambda __, screen: wording(item.item) in screen):
                terminal.send(F7)
        terminal.wait_for(lambda first, screen: "saved" in first and wording(item.item) in screen, SECONDS)

    def _type(self, terminal: Terminal, session: Session) -> tuple[str, str | None] | None:
        view = session.view()
        if view.item is None:
            return None
        terminal.rest(RESTED)
        given = (view.item.link_id, answer_to(view.item.link_id, view.item.item))
        terminal.send(f"{EMPTIED}{given[1]}\r")
        session.answer(*given)
        return given

    def _answer(self, terminal: Terminal, session: Session) -> tuple[str, str | None] | None:
        """Answer, and see that it is saved; the very last answer, after which no question comes to be seen, is returned as on its way."""
        given, began = self._type(terminal, session), time.monotonic()
        if given is None or session.view().item is None:
            return given
        self._see(terminal, session)
        self._reach = 0.8 * self._reach + 0.2 * (time.monotonic() - began)
        self._acknowledged.append(given)
        self.acknowledged += 1
        return None

    def _answer_and_die(self, terminal: Terminal, session: Session) -> tuple[str, str | None] | None:
        """Answer once more and kill at a random instant; what was seen as saved before the end is acknowledged too."""
        given = self._type(terminal, session)
        until = time.monotonic() + self._chance.random() * 1.5 * self._reach
        while time.monotonic() < until:
            terminal.look(until)
        terminal.kill()
        following = session.view().item
        if given is None or following is None:
            return given
        if terminal.shows(asks(following)):
            self._acknowledged.append(given)
            self.acknowledged += 1
            return None
        self.on_their_way += 1
        return given

    def _fail(self, what: str) -> None:
        self.failures.append(f"kill {self.kills} of {self._record}: {what}")


def acknowledge_before_append() -> None:
    """Break the program on purpose: what is appended is said to be durable, and written only when the next thing is."""
    append = Vault.append
    owed: list[tuple[object, ...]] = []

    def late(vault: Vault, *given: object) -> None:
        for each in owed:
            append(vault, *each)  # type: ignore[arg-type]
        owed[:] = [given]

    Vault.append = late  # type: ignore[method-assign, assignment]


def run(n: int, seed: int, most_controls: int = 6) -> Outcome:
    """Kill the program so many times, and the broken one until it is caught. This process must have one thread only."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as scratch:
        app, control = (
            KilledApp(Path(scratch) / name, seed, patch) for name, patch in (("app", None), ("control", acknowledge_before_append))
        )
        for __ in range(n):
            app.kill_once()
        while control.kills < most_controls and not control.failures:
            control.kill_once()
    done = f"{app.kills} kills of the app in a pty; {app.acknowledged} answers seen saved, {app.on_their_way} kills before that"
    controls = (("acknowledged before it is appended", any("lost" in each for each in control.failures)),)
    return Outcome("D1", done, app.kills, tuple(app.failures), seed, time.monotonic() - began, controls)
