"""Cold start in a terminal to the first frame and to the first question, against a bare Textual app; the key's derivation apart."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from interview.questionnaire.reader import bundled
from interview.storage.unlock import LEAST_COST, Passphrase, stretch
from interview.storage.vault import Vault
from tests.bench.apps import begun
from tests.bench.environments import ROOT, Unavailable, environment
from tests.bench.line import Line, Spent, measured
from tests.bench.measures.help import COMMAND
from tests.bench.processes import environ
from tests.bench.profiles import slowest_imports
from tests.bench.records import wording
from tests.bench.rounds import Asked, timed
from tests.bench.watched import NotShown, Watched

PHRASE = "several words of a measure"
BARE = "from bare_apps import Bare; Bare().run()"
LOADED = (
    "import interview.calling, interview.tui.app, interview.commands.sitting, interview.storage.vault\n"
    "from interview.questionnaire.reader import bundled; bundled()"
)
"""What stands loaded at the first question."""
PEERS = (("harlequin", "harlequin==2.17.0", "harlequin"), ("elia", "elia-chat==1.10.0", "elia"), ("posting", "posting==2.11.1", "posting"))
"""Other programs made with Textual: name, what is installed, its command."""
PATIENCE = 20.0
"""Seconds that another program may take to its first frame."""


class Starts:
    """Starts of the program and of the bare app, each cold, in a terminal."""

    def __init__(self, folder: Path) -> None:
        (folder / "phrase").write_text(PHRASE)
        vault, __ = Vault.create(folder / "data" / "vault", Passphrase(PHRASE), cost=LEAST_COST)
        session = begun(vault, bundled())
        item = session.view().item
        assert item is not None
        self._question, record = wording(item), session.record
        session.release()
        vault.close()
        bench = folder / "bench"
        bench.mkdir()
        (bench / "bare_apps.py").write_bytes((ROOT / "tests" / "bench" / "bare_apps.py").read_bytes())
        self.variables = environ(folder)
        self.bare_variables = {**self.variables, "PYTHONPATH": str(bench)}
        self._asked = [sys.executable, "-c", COMMAND, "--data-dir", str(folder / "data"), "resume", record]
        self._told = [*self._asked[:3], "--passphrase-file", str(folder / "phrase"), *self._asked[3:]]

    def bare(self) -> tuple[Spent, float]:
        """Return what the bare app takes to its first frame, and its memory then."""
        terminal = Watched(self.bare_variables, [sys.executable, "-c", BARE])
        took = terminal.until_words("Ready to begin") - terminal.began
        return _ended(terminal, took)

    def question(self) -> tuple[Spent, float, float]:
        """Return what the program takes to its first question, its memory then, and the seconds to its first frame."""
        terminal = Watched(self.variables, self._told)
        frame = terminal.until_drawn() - terminal.began
        took = terminal.until_words(self._question) - terminal.began
        return *_ended(terminal, took), frame

    def unlocking(self) -> float:
        """Return the seconds from Enter after the passphrase to the first question."""
        terminal = Watched(self.variables, self._asked)
        terminal.until_words("Passphrase")
        for sign in PHRASE:  # typed as fast as a good typist does
            terminal.send(sign)
            terminal.settled(0.06)
        began = terminal.send("\r")
        took = terminal.until_words(self._question) - began
        terminal.end()
        return took


def _ended(terminal: Watched, took: float) -> tuple[Spent, float]:
    cpu, memory = terminal.cpu(), terminal.megabytes()
    terminal.end()
    return Spent(took, cpu), memory


def run(asked: Asked) -> Iterator[Line]:
    """Start each in turns; the first start of each, which may write byte code, is thrown away."""
    starts = Starts(asked.scratch)
    starts.bare(), starts.question(), starts.unlocking()
    bare, whole, frames, unlocked, keys, memory = list[Spent](), list[Spent](), list[Spent](), list[Spent](), list[Spent](), list[float]()
    for __ in range(asked.rounds):
        key = timed(lambda: stretch(PHRASE, bytes(16), LEAST_COST))
        floor = starts.bare()[0]
        took, size, frame = starts.question()
        bare.append(floor)
        keys.append(key)
        whole.append(Spent(took.wall - key.wall, took.cpu - key.cpu))
        frames.append(Spent(frame - key.wall))
        unlocked.append(Spent(starts.unlocking() - key.wall))
        memory.append(size)
    against = "a bare Textual app's first frame"
    where = slowest_imports((LOADED,), starts.variables) if asked.profile else ()
    yield measured(
        "start.unlocked", "from the passphrase's Enter to the first question", unlocked, bare, against=against, goal=1.3, where=where
    )
    yield measured("start.question", "from the process's start to the first question", whole, bare, against=against)
    yield measured("start.frame", "from the process's start to the first frame", frames, bare, against=against)
    yield measured("start.key", "the key's derivation, taken from those above", keys)
    if asked.peers:
        yield from _peers(asked, starts, bare)


def _peers(asked: Asked, starts: Starts, bare: Sequence[Spent]) -> Iterator[Line]:
    for name, needs, command in PEERS:
        try:
            program = environment(f"peer-{name}", [needs]).parent / command
        except Unavailable as why:
            yield Line(f"start.{name}", f"{name}'s first frame", skipped=str(why))
            continue

        def once(program: Path = program) -> Spent:
            terminal = Watched(starts.variables, [str(program)])
            try:
                took = terminal.until_drawn(PATIENCE) - terminal.began
            except NotShown:
                terminal.end()
                raise
            return _ended(terminal, took)[0]

        try:
            once()
        except NotShown:
            yield Line(f"start.{name}", f"{name}'s first frame", skipped=f"it draws nothing here within {PATIENCE:.0f} s")
            continue
        found = [(once(), starts.bare()[0]) for __ in range(asked.rounds)]
        yield measured(
            f"start.{name}", f"{name}'s first frame", *map(list, zip(*found, strict=True)), against="a bare Textual app's first frame"
        )
