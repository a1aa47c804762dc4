"""A data folder of its own with a vault in it, and a reader of that vault that is another process than its writer."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from interview.engine.events import Event, ItemAnswered
from interview.storage.unlock import LEAST_COST, Passphrase
from interview.storage.vault import Vault

ROOT: Final = Path(__file__).parents[2]
PHRASE: Final = "several words of a test"


@dataclass(frozen=True, slots=True)
class Kept:
    """A record as it stands in the vault."""

    events: tuple[Event, ...]
    is_whole: bool

    @property
    def answers(self) -> list[tuple[str, str | None]]:
        """Each answer in order: its link id, and the words that were typed."""
        return [(each.body.link_id, each.body.verbatim) for each in self.events if isinstance(each.body, ItemAnswered)]


class Place:
    """A data folder with a vault that opens by a passphrase in a file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "phrase").write_text(PHRASE)
        Vault.create(folder / "data" / "vault", Passphrase(PHRASE), cost=LEAST_COST)[0].close()
        self._data_key: bytes | None = None

    @property
    def options(self) -> list[str]:
        """The options of the program that lead here."""
        return ["--data-dir", str(self.folder / "data"), "--passphrase-file", str(self.folder / "phrase")]

    def command(self, *argv: str) -> list[str]:
        """Return a command of the program, on this place."""
        return [sys.executable, "-m", "interview", *self.options, *argv]

    @property
    def environ(self) -> dict[str, str]:
        """The environment of a process on this place: none of the user's own settings."""
        own = {name: value for name, value in os.environ.items() if not name.startswith(("TRD_", "TEXTUAL", "NO_COLOR"))}
        home = {"HOME": str(self.folder), "XDG_CONFIG_HOME": str(self.folder)}
        return {**own, **home, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color", "LANG": "C.UTF-8"}

    def open(self) -> Vault:
        """Open the vault in this process."""
        return Vault.open(self.folder / "data" / "vault", Passphrase(PHRASE))

    def kept(self, record: str) -> Kept:
        """Read a record; its writer's lock must be free."""
        vault = self.open()
        try:
            is_whole = vault.verify(record).is_whole
            vault.hold(record)
            return Kept(vault.events(record), is_whole)
        finally:
            vault.close()


def wrongs(kept: Kept, acknowledged: Sequence[tuple[str, str | None]], in_flight: tuple[str, str | None] | None) -> list[str]:
    """Return what is wrong with a record after a kill: every answer that was acknowledged must be there, once, in its order.

    An answer that was on its way may be there or not. What is returned names link ids and never an answer.
    """
    found, told = kept.answers, list(acknowledged)
    said = [] if kept.is_whole else ["its chain is broken"]
    if [each.seq for each in kept.events] != list(range(1, len(kept.events) + 1)):
        said.append("its numbers have gaps")
    if found[: len(told)] != told:
        missing = [link_id for link_id, __ in told if link_id not in {each for each, __ in found}]
        said.append(f"{len(missing)} acknowledged answers lost {missing[:3]}" if missing else "its answers are not those that were given")
    elif found[len(told) :] not in ([], [in_flight]):
        said.append(f"{len(found) - len(told)} answers beyond those that were given")
    return said
