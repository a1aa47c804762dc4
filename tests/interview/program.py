"""The whole program in one process: a world of its own, a clock that steps, ids in order, a vault with a key file."""

from __future__ import annotations

import datetime as dt
import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from interview.cli import main
from interview.engine.events import Event
from interview.questionnaire.model import Questionnaire
from interview.storage.unlock import KeyFile
from interview.storage.vault import Vault
from interview.world import World


class SteppingClock:
    """Seven seconds on with every look."""

    def __init__(self, hour: int = 10) -> None:
        self.at = dt.datetime(2026, 3, 1, hour, 0, tzinfo=dt.timezone(dt.timedelta(hours=1)))

    def __call__(self) -> dt.datetime:
        self.at += dt.timedelta(seconds=7)
        return self.at


@dataclass(frozen=True, slots=True)
class Ended:
    """How one command ended."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


class Program:
    """Runs commands against one data folder."""

    def __init__(self, folder: Path, questionnaire: Questionnaire | None = None) -> None:
        self.folder = folder
        self.questionnaire = questionnaire
        self.clock = SteppingClock()
        self.made = 0
        self.unlock: KeyFile | None = KeyFile(folder / "key")
        self.environ: dict[str, str] = {}
        self.secrets: list[str] = []
        self.keyring: Any = lambda: None
        self.has_terminal = False
        self.may_ask = False

    def __call__(self, *argv: str, stdin: str | bytes = b"") -> Ended:
        out, err = io.StringIO(), io.StringIO()
        typed = stdin.encode() if isinstance(stdin, str) else stdin
        world = World(
            stdin=io.BytesIO(typed),
            stdout=out,
            stderr=err,
            environ={"TRD_INTERVIEW_DATA_DIR": str(self.folder), **self.environ},
            clock=self.clock,
            new_id=self.new_id,
            has_terminal=self.has_terminal,
            may_ask=self.may_ask,
            ask_secret=self._secret,
            unlock=self.unlock,
            keyring=self.keyring,
            questionnaire=self.questionnaire,
            settings_file=self.folder / "settings.toml",
        )
        code = main(argv, world)
        return Ended(code, out.getvalue(), err.getvalue())

    def new_id(self) -> str:
        self.made += 1
        return f"r{self.made}"

    def _secret(self, _prompt: str) -> str:
        if not self.secrets:
            raise EOFError
        return self.secrets.pop(0)

    def events(self, record: str) -> tuple[Event, ...]:
        assert self.unlock is not None
        vault = Vault.open(self.folder / "vault", self.unlock)
        try:
            return vault.events(record)
        finally:
            vault.close()


def jsonl(*lines: dict[str, Any]) -> str:
    """Return answers one a line."""
    return "".join(json.dumps(line) + "\n" for line in lines)
