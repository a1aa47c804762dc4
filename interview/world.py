"""What the program meets outside of itself: the two ends of the line, the clock, ids, the environment. Tests hand in their own."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

from interview.plain.secret_line import ask_secret
from interview.version import PROGRAM

if TYPE_CHECKING:
    from interview.questionnaire.model import Questionnaire
    from interview.storage.keyring import Keyring
    from interview.storage.unlock import Unlock

DATA_DIR, PASSPHRASE_FILE = "TRD_INTERVIEW_DATA_DIR", "TRD_INTERVIEW_PASSPHRASE_FILE"
ID_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Letters and digits that cannot be mistaken for one another."""

ID_LENGTH = 10


LINES_ONLY = frozenset({"dumb", "unknown"})
"""What a terminal calls itself that has lines and nothing else."""


class CallRefused(Exception):
    """The call or its input is wrong: where, what, what to do; exit code 2."""


@dataclass(frozen=True, slots=True)
class World:
    """What the program meets outside of itself; tests hand in their own."""

    stdin: BinaryIO
    stdout: TextIO
    stderr: TextIO
    environ: Mapping[str, str]
    clock: Callable[[], dt.datetime]
    new_id: Callable[[], str]
    has_terminal: bool
    """Whether a person sits at both ends."""
    may_ask: bool
    """Whether a passphrase can be asked for."""
    ask_secret: Callable[[str], str]
    unlock: Unlock | None = None
    """How the vault opens, where that is known already."""
    questionnaire: Questionnaire | None = None
    """Another questionnaire than the bundled one."""
    keyring: Callable[[], Keyring | None] | None = None
    """Another keyring than the system's."""
    settings_file: Path | None = None
    """Another file of settings than the one in the user's configuration folder."""

    @property
    def shows_screens(self) -> bool:
        """Whether the terminal can do more than lines: move the cursor, and draw a screen."""
        return self.environ.get("TERM") not in LINES_ONLY


@dataclass(frozen=True, slots=True)
class Place:
    """Where records live, and the file that opens them."""

    folder: Path
    passphrase_file: Path | None = None

    @property
    def vault(self) -> Path:
        """The vault's own folder."""
        return self.folder / "vault"


def now() -> dt.datetime:
    """Return the present time with the local offset."""
    return dt.datetime.now().astimezone()


def new_id() -> str:
    """Return an id that was never given before."""
    import secrets

    return "".join(secrets.choice(ID_SIGNS) for __ in range(ID_LENGTH))


def this_world() -> World:
    """Return the world of this process."""
    sees, types = sys.stdout.isatty(), sys.stdin is not None and sys.stdin.isatty()
    return World(sys.stdin.buffer, sys.stdout, sys.stderr, os.environ, now, new_id, sees and types, types, ask_secret)


def place_of(data_dir: str | None, passphrase_file: str | None, world: World) -> Place:
    """Return where records live: the option, the environment, or the platform's user-data folder."""
    chosen = data_dir or world.environ.get(DATA_DIR)
    unlocking = passphrase_file or world.environ.get(PASSPHRASE_FILE)
    if not chosen:
        import platformdirs

        chosen = platformdirs.user_data_dir(PROGRAM, appauthor=False)
    return Place(Path(chosen).expanduser().absolute(), Path(unlocking).expanduser() if unlocking else None)
