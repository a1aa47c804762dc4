"""C4: what the program writes belongs to its owner alone, is made anew, and never by way of a link, with the umask of the whole world open.

Every command that writes a file which somebody names is run as it stands in the table: into nothing, over a file, through links, and
with `--force`. Each call that makes a file is seen as it is made. Writers that are broken on purpose show that others are caught.
"""

from __future__ import annotations

import json
import os
import stat
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

from interview import arguments
from interview.export import write
from interview.storage import creation, rewrapping
from interview.storage.unlock import LEAST_COST
from tests.faults.outcome import Outcome
from tests.interview.engine.world import PLAIN, SMALL
from tests.interview.program import Ended, Program, jsonl

PHRASE: Final = "several words of a test"
THEIRS: Final = b"theirs"
WRITING_OPTIONS: Final = ("--out", "--code-out")
REFUSED: Final = (2, 3)
SHARED: Final = ".lock"
"""How a file ends that is empty, and that several may open at once: it says only who holds a vault."""


@dataclass(frozen=True, slots=True)
class Writing:
    """One command that writes a file which is named; `{out}` stands for the file."""

    name: str
    argv: tuple[str, ...]
    ending: str = ""
    beside: str | None = None
    """The ending of a file that is written with it."""
    may_force: bool = False
    secrets: tuple[str, ...] = ()
    """What is typed at its questions; then the vault opens by a passphrase."""
    in_gate: bool = False

    @property
    def option(self) -> str:
        """The command and the option by which the file is named."""
        return f"{self.argv[0]} {next((each for each in self.argv if each in WRITING_OPTIONS), self.argv[1])}"


def _export(form: str, ending: str, beside: str | None = None, *, in_gate: bool = False) -> Writing:
    return Writing(f"export {form}", ("export", "r1", "--format", form, "--out", "{out}"), ending, beside, True, in_gate=in_gate)


def _form(form: str, *, in_gate: bool = False) -> Writing:
    return Writing(f"questionnaire {form}", ("questionnaire", "--format", form, "--out", "{out}"), may_force=True, in_gate=in_gate)


TABLE: Final = (
    _export("csv", ".csv", ".codebook.csv", in_gate=True),
    *(_export(form, f".{form}") for form in ("json", "markdown", "html", "pdf", "docx", "fhir")),
    _form("markdown", in_gate=True),
    *(_form(form) for form in ("fhir", "html", "pdf", "docx")),
    Writing("score-cohort", ("score-cohort", "{in}", "--out", "{out}"), ".ndjson", ".errors.ndjson", True, in_gate=True),
    Writing("vault backup", ("vault", "backup", "{out}"), in_gate=True),
    Writing("vault init", ("vault", "init", "--code-out", "{out}"), secrets=(PHRASE, PHRASE)),
    Writing("vault passwd", ("vault", "passwd", "--new-code", "--code-out", "{out}"), secrets=(PHRASE,)),
    Writing("vault recover", ("vault", "recover", "--code-out", "{out}"), secrets=("{code}", PHRASE, PHRASE)),
    Writing("vault rotate", ("vault", "rotate", "--code-out", "{out}"), secrets=(PHRASE,)),
    Writing("demo", ("demo", "--out", "{out}")),
)
"""Every command that writes where somebody says; what the rest write stands in the data folder, which is looked at after each."""


def named_in_the_grammar() -> set[str]:
    """Return every command and option by which a file to be written is named, as the program's own grammar has them."""
    commands = next(each for each in arguments._grammar()._actions if isinstance(each.choices, dict))
    assert isinstance(commands.choices, dict)
    found = {f"{name} {option}" for name, made in commands.choices.items() for each in made._actions for option in each.option_strings}
    return {each for each in found if each.split()[1] in WRITING_OPTIONS}


_made: list[tuple[Path, int]] = []
_watches: list[Path] = []


@cache
def _listen() -> None:
    def heard(event: str, given: tuple[Any, ...]) -> None:
        if event != "open" or not _watches or not isinstance(given[0], str | bytes | os.PathLike) or not isinstance(given[2], int):
            return
        path = Path(os.fsdecode(given[0]))
        if given[2] & os.O_CREAT and path.is_absolute() and _watches[0] in path.parents:
            _made.append((path, given[2]))

    sys.addaudithook(heard)


@contextmanager
def watched(folder: Path) -> Iterator[list[tuple[Path, int]]]:
    """Yield the files that are opened to be made beneath a folder, each with the flags of its call; the umask is open meanwhile."""
    _listen()
    _made.clear()
    _watches.append(folder)
    before = os.umask(0)
    try:
        yield _made
    finally:
        os.umask(before)
        _watches.clear()


class Tried:
    """One row of the table in a folder of its own."""

    def __init__(self, row: Writing, folder: Path) -> None:
        self.row, self.folder = row, folder
        self.outs = folder / "outs"
        self.outs.mkdir(mode=0o700)
        self.program = Program(folder / "data", None if row.name == "demo" else SMALL)
        self.code = ""
        if row.secrets:
            self.program.unlock, self.program.may_ask, self.program.has_terminal = None, True, True
        if row.argv[0] == "export" or row.name == "vault backup":
            lines = ({"link_id": link_id, "value": value} for link_id, value in PLAIN.items())
            self._did(self.program("replay", "-", "--subject", "S-1", stdin=jsonl(*lines)))
        elif row.secrets and row.name != "vault init":
            self.program.secrets = [PHRASE, PHRASE]
            first = folder / "first"
            self._did(self.program("vault", "init", "--code-out", str(first)))
            self.code = first.read_text(encoding="utf-8").strip()
        (folder / "cases").write_text(json.dumps({"schema": "trd-case/1"}) + "\nno case\n", encoding="utf-8")

    @staticmethod
    def _did(ended: Ended) -> None:
        assert 0 == ended.code, ended.err

    def run(self, out: Path, *more: str) -> Ended:
        """Run the command for a file, as the row says."""
        self.program.secrets = [each.replace("{code}", self.code) for each in self.row.secrets]
        argv = [each.replace("{out}", str(out)).replace("{in}", str(self.folder / "cases")) for each in self.row.argv]
        return self.program(*argv, *more, stdin="\n")

    def out(self, name: str) -> Path:
        """Return a file of the row's ending in a folder of its own."""
        folder = self.outs / name
        folder.mkdir(mode=0o700)
        return folder / f"out{self.row.ending}"

    def faults(self) -> Iterator[str]:
        """Yield what is wrong with what the row writes."""
        yield from self._refusals()
        out = self.out("new")
        with watched(self.folder) as made:
            ended = self.run(out)
        if ended.code not in (0, 1) or not out.exists():
            yield f"not written: {ended.code} {ended.err}"
        yield from self._open_to_others()
        for path, flags in made:
            if self.outs in path.parents and not flags & os.O_EXCL and path.suffix != SHARED:
                yield f"{path.name}: made without O_EXCL"
            if not flags & (os.O_NOFOLLOW | os.O_EXCL):
                yield f"{path.name}: made through a link"
        if self.row.beside is not None and not out.with_name(f"out{self.row.beside}").exists():
            yield "nothing beside it"
        if self.row.may_force:
            yield from self._forced()

    def _open_to_others(self) -> Iterator[str]:
        """Files and folders that others could read; `first` and `cases` are the proof's own."""
        for path in self.folder.rglob("*"):
            if path.is_symlink() or path.name in ("first", "cases"):
                continue
            mode, wanted = stat.S_IMODE(path.stat().st_mode), 0o700 if path.is_dir() else 0o600
            if mode != wanted:
                yield f"{path.relative_to(self.folder)}: {mode:o}"

    def _refusals(self) -> Iterator[str]:
        """A file that is there, and a link to one or to nothing, refuse the command; so does the second file where there is one."""
        for ending in filter(None, (self.row.ending or "-", self.row.beside)):
            for kind in ("file", "link", "loose"):
                out = self.out(f"{kind}{ending}")
                stands = out if ending != self.row.beside else out.with_name(f"out{ending}")
                victim = self._put(kind, stands)
                ended = self.run(out)
                yield from self._harm(kind, stands, victim, ended)

    def _forced(self) -> Iterator[str]:
        for kind in ("link", "loose"):
            out = self.out(f"forced-{kind}")
            victim = self._put(kind, out)
            yield from self._harm(f"forced {kind}", out, victim, self.run(out, "--force"))
        out = self.out("forced")
        out.write_bytes(THEIRS)
        out.chmod(0o644)
        with watched(self.folder):
            ended = self.run(out, "--force")
        if ended.code not in (0, 1) or out.read_bytes() == THEIRS or stat.S_IMODE(out.stat().st_mode) != 0o600:
            yield f"forced: {ended.code} {ended.err}"

    def _put(self, kind: str, stands: Path) -> Path:
        """Put what is in the way where a file is to stand, and return what must stay as it is."""
        victim = stands.parent / "victim"
        if kind != "loose":
            victim.write_bytes(THEIRS)
            victim.chmod(0o600)
        if self.row.name == "demo":
            stands.mkdir(mode=0o700)
            stands = stands / "case.json"
        if kind == "file":
            stands.write_bytes(THEIRS)
            stands.chmod(0o600)
            return stands
        stands.symlink_to(victim)
        return victim

    @staticmethod
    def _harm(kind: str, stands: Path, victim: Path, ended: Ended) -> Iterator[str]:
        if ended.code not in REFUSED:
            yield f"{kind}: not refused ({ended.code})"
        if "Traceback" in ended.err:
            yield f"{kind}: a traceback"
        if "loose" in kind and victim.exists():
            yield f"{kind}: written through"
        if "loose" not in kind and victim.read_bytes() != THEIRS:
            yield f"{kind}: {stands.name} changed"


def tried(row: Writing) -> list[str]:
    """Return what is wrong with one row."""
    with tempfile.TemporaryDirectory() as above, ExitStack() as stack:
        for module in (creation, rewrapping):
            stack.enter_context(patch.object(module, "calibrated_cost", lambda: LEAST_COST))
        return [f"{row.name}: {fault}" for fault in Tried(row, Path(above)).faults()]


def _carelessly(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def broken() -> Iterator[tuple[str, bool]]:
    """Yield writers that are broken on purpose, and whether each is caught."""
    row = next(each for each in TABLE if each.name == "questionnaire markdown")
    ways: dict[str, tuple[str, Callable[..., Any]]] = {
        "a file made as any": ("_write_draft", _carelessly),
        "what is there not looked at": ("_refuse_what_is_there", lambda *_: None),
    }
    for name, (what, way) in ways.items():
        with ExitStack() as stack:
            stack.enter_context(patch.object(write, what, way))
            if what == "_refuse_what_is_there":
                stack.enter_context(patch.object(write, "_place", lambda _draft, path, content: path.write_bytes(content)))
            yield name, bool(tried(row))


def run(n: int = len(TABLE), seed: int = 5) -> Outcome:
    """Try every row; fewer than all are those of the gate, and of the others as many by turns from the seed on as are left."""
    begun = time.monotonic()
    others = [row for row in TABLE if not row.in_gate and row.name != "demo"]
    rows = [row for row in TABLE if row.in_gate]
    rows = list(TABLE) if n >= len(TABLE) else rows + [others[(seed + place) % len(others)] for place in range(n - len(rows))]
    failures = [f"{each}: in no row" for each in sorted(named_in_the_grammar() - {row.option for row in TABLE})]
    for row in rows:
        failures += tried(row)
    done = f"{', '.join(row.name for row in rows)}: into nothing, over a file, through links, forced"
    return Outcome("C4", done, len(rows), tuple(failures), seed, time.monotonic() - begun, tuple(broken()))
